//! Everybody and everything, linked: who refers to whom, under which slug. Knows what may not be published.

mod aliases;
mod entries;
mod identity;
mod likeness;
mod link;
mod names;
mod people;
mod projects;
mod references;
mod slugs;
mod tellings;
mod topics;
mod traces;
mod vocabulary;
mod whose;

pub use entries::{
    Catalog, Expert, ExpertId, Organization, OrganizationId, Page, Project, Request, TeamMember, Told, Topic, TopicId,
    Who,
};
pub use link::link;
pub use traces::{Traces, traces};
pub use whose::Whose;
