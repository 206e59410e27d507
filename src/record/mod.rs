//! One file = one typed record. Each file is read alone; what the files say of each other is for the catalog.

mod circumstances;
mod claim;
mod contact;
mod credits;
mod entry;
mod expert;
mod front_matter;
mod level;
mod organization;
mod page;
mod parse;
mod project;
mod request;
mod scalar;
mod spoken;
mod topic;
mod verify;

pub use circumstances::{AvailabilityFile, Location, Status};
pub use claim::ExpertiseClaim;
pub use contact::ContactFile;
pub use credits::{Ask, Certificate, Offer, Position, Publication, TestimonialFile};
pub use entry::{Common, Origin, Record, Translation, Visibility};
pub use expert::{Expert, ExpertText, NoteText, OfferText, PositionText, TestimonialText};
pub use level::{Level, Part};
pub use organization::{Organization, OrganizationText};
pub use page::{Page, PageText};
pub use parse::{Records, parse};
pub use project::{Image, Outcome, OutcomeText, Period, Project, ProjectText, TeamEntry};
pub use request::{Need, Request, RequestText};
pub use scalar::Scalar;
pub use spoken::Language as SpokenLanguage;
pub use topic::{Topic, TopicText};
