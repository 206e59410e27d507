//! Everybody and everything, linked: who refers to whom, under which slug. Knows what may not be
//! published.

mod accounts;
mod addresses;
mod addresses_taken;
mod aliases;
mod assign;
mod authors;
mod entries;
mod events;
mod experts;
mod groups;
mod identity;
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
mod script;
mod slugs;
mod team;
mod topics;
mod vocabulary;
mod whose;

pub use addresses::Addresses;
pub use entries::{
    Article, Author, Catalog, Event, Expert, ExpertId, Group, GroupId, Organization,
    OrganizationId, Page, Project, Request, Source, TeamMember, Topic, TopicId, Who,
};
pub use link::link;
pub use personal_data::{PersonalData, personal_data};
pub use whose::Whose;
