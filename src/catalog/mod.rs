//! Everybody and everything, linked: who refers to whom, under which slug. Knows what may not be
//! published.

mod accounts;
mod addresses;
mod addresses_taken;
mod aliases;
mod assign;
mod authors;
mod closed_twice;
mod entries;
mod events;
mod experts;
mod groups;
mod identity;
mod legal_forms;
mod likeness;
mod link;
mod mentioned;
mod names;
mod news;
mod organizations;
mod people;
mod personal_data;
mod projects;
mod reference_notes;
mod references;
mod registered;
mod script;
mod slugs;
mod tables;
mod team;
mod topics;
mod vocabulary;
mod whose;

pub use addresses::Addresses;
macro_rules! entries {
    ($($kind:ident $name:ident $table:ident $ids:ident,)*) => {
        pub use entries::{$($kind),*};
    };
}
crate::base::each_kind!(entries);
pub use entries::{Author, ExpertId, GroupId, OrganizationId, Source, TeamMember, TopicId, Who};
pub use link::link;
pub use personal_data::{KnownPerson, PersonalData, known_people, personal_data};
pub use registered::{Registered, Registry, Taken};
pub use tables::Catalog;
pub(crate) use tables::Entry;
pub use team::Referral;
pub use whose::Whose;
