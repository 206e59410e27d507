//! What may be seen as of a date, with everything that follows from it: freshness, evidence,
//! collaboration, matches.
//!
//! Behind this module nothing can see what may not be published: `publish` consumes the catalog.

mod areas;
mod article;
mod collaboration;
mod collaborator;
mod cv_variants;
mod digest;
mod entries;
mod entry;
mod event;
mod evidence;
mod extent;
mod freshness;
mod group;
mod insight;
mod kept;
mod lookup;
pub mod matching;
mod named;
mod numbers;
mod order;
mod people;
mod planned;
mod proof;
mod publish;
mod published;
mod reader;
mod referred;
mod relations;
mod removed;
mod review;
mod seats;
mod spoken;
mod spot;
mod steps;
mod team;
mod today;
mod turnover;
mod visible;
mod withheld;
mod works;
mod written;

// Plain values: nothing in them depends on who may see an entry.
pub use crate::record::{
    Focus, GroupKind, Image, Level, Location, Part, SpokenLanguage, Status, WorkKind,
};
pub use article::{Article, ArticleFile, ArticleId, ArticleText};
pub use collaborator::{Collaborator, Witness};
pub use digest::{Digest, News, digest};
pub use entries::{
    Edition, Expert, ExpertId, GroupId, Organization, OrganizationId, Page, PageId, Project,
    ProjectId, Request, RequestId, Topic, TopicExpert, TopicId,
};
pub use entry::{Entry, EntryFiles};
pub use event::{Event, EventFile, EventId, EventText, When};
pub use evidence::{Basis, Claim, Proof, Shown, bears_on, shown};
pub use extent::Extent;
pub use freshness::{Freshness, Label};
pub use group::{Group, GroupMember, Membership, Tenure};
pub use insight::{Coverage, Insight, Year, insight};
pub use matching::{
    Answer, Around, Away, Bonus, Candidate, Exchange, Likeness, Member, Proposal, Question, Ring,
    Team, Term, Wanted, answer,
};
pub use publish::publish;
pub use published::{
    Availability, Certificate, Claimed, Contact, ExpertText, GroupFile, GroupText, ItemText, Offer,
    OrganizationFile, OrganizationText, Outcome, PageFile, PageText, Period, Position, Profile,
    ProjectFile, ProjectText, Publication, Reachable, Record, RequestFile, RequestNeed,
    RequestText, Story, Testimonial, TopicFile, TopicText, Translation,
};
pub use reader::EditionReader;
pub use review::{Gap, Review, STORY, review};
pub use seats::OpenSeat;
pub use spoken::{Speaks, Spoken};
pub use spot::{PlaceIn, Spot, WrittenTown, settle_places, written_towns};
pub use team::{Standing, TeamMember, Who};
pub use turnover::Turnover;
pub use works::{Author, Authors, WorkId};
pub use written::{WrittenExpert, WrittenGroup, WrittenOrganization, WrittenProject, WrittenTopic};
