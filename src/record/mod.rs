//! One file = one typed record. Each file is read alone; what the files say of each other is for the catalog.

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
mod topic;
mod verify;

pub use entry::{Common, Origin, Record, Translation, Visibility};
pub use expert::{
    Ask, AvailabilityFile, Certificate, ContactFile, Expert, ExpertText, ExpertiseClaim, Language as SpokenLanguage,
    Location, Offer, OfferText, Position, PositionText, Publication, Status, TestimonialFile, TestimonialText,
};
pub use level::{Level, Part};
pub use organization::{Organization, OrganizationText};
pub use page::{Page, PageText};
pub use parse::{Records, parse};
pub use project::{Image, Outcome, OutcomeText, Period, Project, ProjectText, TeamEntry};
pub use request::{Need, Request, RequestText};
pub use scalar::Scalar;
pub use topic::{Topic, TopicText};
