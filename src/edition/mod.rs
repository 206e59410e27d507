//! What may be seen as of a date, with everything that follows from it: freshness, evidence, collaboration, matches.
//!
//! Behind this module nothing can see what may not be published: `publish` consumes the catalog.

mod collaboration;
mod entries;
mod evidence;
mod freshness;
mod matching;
mod order;
mod publish;
mod relations;
mod review;
mod visible;

pub use crate::record::{
    ContactFile, ExpertText, Image, Level, Location, Offer, Part, Record, SpokenLanguage, Status, TestimonialFile,
    Translation,
};
pub use entries::{
    Collaborator, Edition, Expert, Organization, Page, Project, Request, Standing, TeamMember, Topic, TopicExpert, Who,
};
pub use evidence::{Basis, Claim, Proof};
pub use freshness::{Freshness, Label};
pub use matching::{Bonus, Candidate, Term};
pub use publish::publish;
pub use review::{Gap, Review, review};
