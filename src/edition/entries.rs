//! The entries of the edition: what may be seen of each, and its relations in both directions.

use super::article::ArticleId;
use super::collaborator::{Collaborator, Witness};
use super::event::EventId;
use super::evidence::Claim;
use super::extent::Extent;
use super::freshness::Label;
use super::group::{Group, Membership};
use super::matching::{Away, Candidate, Exchange, Proposal, Ring};
use super::published::{
    ExpertText, OrganizationFile, OrganizationText, PageFile, PageText, Profile, ProjectFile,
    ProjectText, Record, RequestFile, RequestText, TopicFile, TopicText,
};
use super::spot::Spot;
use super::team::TeamMember;
use super::works::{Authors, WorkId};
use crate::base::{Date, Id, Month, PerItem, Spill, Table, each_kind};
use crate::config::ShelfLife;
use crate::record::{Level, Status};
use std::sync::Arc;

/// An expert of the edition.
pub type ExpertId = Id<Expert>;
/// A project of the edition.
pub type ProjectId = Id<Project>;
/// An organization of the edition.
pub type OrganizationId = Id<Organization>;
/// A topic of the edition.
pub type TopicId = Id<Topic>;
/// A request of the edition.
pub type RequestId = Id<Request>;
/// A group of the edition.
pub type GroupId = Id<Group>;
/// A text page of the edition.
pub type PageId = Id<Page>;

macro_rules! edition {
    ($($kind:ident $name:ident $table:ident $ids:ident,)*) => {
        /// What may be seen as of a date. Each table is in the order in which it is shown.
        #[derive(Debug)]
        pub struct Edition {
            /// The day that counts as today.
            pub date: Date,
            /// The first day after it on which something may be another without a word being
            /// written.
            pub next_step: Date,
            $(
                #[doc = concat!("The ", stringify!($table), ", in the order in which they are shown.")]
                pub $table: Table<super::$kind>,
            )*
            /// How many of the organizations are in lists, and have a page.
            pub organization_extent: Extent,
            /// How many of the topics are in lists, and have a page.
            pub topic_extent: Extent,
            /// Offers that answer asks; by ask, reciprocal ones first, then the best.
            pub exchanges: Vec<Exchange>,
            /// The same by offer: places in `exchanges`.
            pub by_offer: Vec<usize>,
            /// Three people each of whom could help the next.
            pub rings: Vec<Ring>,
            /// Where long texts are.
            pub spill: Arc<Spill>,
        }
    };
}
each_kind!(edition);

/// An expert who may be seen.
#[derive(Debug, Hash)]
pub struct Expert {
    /// The part of the address that is theirs.
    pub slug: String,
    /// The name as it is sorted.
    pub sort_name: String,
    /// The initials of the name, which stand wherever the expert is named without a picture.
    pub initials: String,
    /// What was written, as far as it may be shown.
    pub record: Record<Profile, ExpertText>,
    /// When the profile was last changed, or said to hold as it is: the later of both.
    pub confirmed: Option<Date>,
    /// Whether the expert is in lists, search and feeds.
    pub listed: bool,
    /// Where the expert works from, as far as the site tells distances and the town is known; only
    /// of those who are in lists.
    pub spot: Option<Spot>,
    /// Whether the expert may be on the map.
    pub on_map: bool,
    /// Whether requests, teams, offers and asks may be matched with the expert.
    pub matchable: bool,
    /// Claims to topics, best topic score first.
    pub claims: Vec<Claim>,
    /// Topics of the lists that have topics, item by item: `offers`, `asks`, …
    pub topics: PerItem<Vec<TopicId>>,
    /// Organizations of the lists that have organizations, item by item: `experience`.
    pub organizations: PerItem<Option<OrganizationId>>,
    /// Who said each of `testimonials`.
    pub witnesses: Vec<Witness>,
    /// Projects with the expert on the team, newest first.
    pub projects: Vec<ProjectId>,
    /// Experts with expertise in the same topics, most alike first.
    pub related: Vec<ExpertId>,
    /// Experts with whom projects and publications were shared, most shared first.
    pub collaborators: Vec<Collaborator>,
    /// Who made what stands in `publications`, `talks` and `awards`, item by item.
    pub authors: PerItem<Authors>,
    /// Terms in groups that are in lists: present ones, those that are planned, then former ones,
    /// the last first.
    pub memberships: Vec<Membership>,
    /// Publications in the profiles of others, of which the expert is an author, and which the
    /// expert does not list.
    pub works: Vec<WorkId>,
    /// News that the expert wrote, newest first.
    pub news: Vec<ArticleId>,
    /// Events at which the expert speaks, in the order of the edition.
    pub events: Vec<EventId>,
}

impl Expert {
    /// Whether the expert has room for work, as far as the profile says.
    pub fn status(&self) -> Option<Status> {
        self.record.file.availability.as_ref().map(|availability| availability.status)
    }

    /// Whether the expert may be proposed to whoever looks for somebody.
    pub fn may_be_asked(&self) -> bool {
        self.listed && self.matchable && self.status() != Some(Status::Closed)
    }
}

/// A project that may be seen.
#[derive(Debug, Hash)]
pub struct Project {
    /// The part of the address that is its own.
    pub slug: String,
    /// What was written, as far as it may be shown.
    pub record: Record<ProjectFile, ProjectText>,
    /// Whether it may be in lists, by its own word.
    pub public: bool,
    /// Whether it is in lists, search and feeds: it may, and so may somebody who tells it.
    pub listed: bool,
    /// Whether the network itself tells it.
    pub curated: bool,
    /// The experts who tell it.
    pub authors: Vec<ExpertId>,
    /// The client.
    pub client: Option<OrganizationId>,
    /// What it was about.
    pub topics: Vec<TopicId>,
    /// Who did it, as far as they may be seen.
    pub team: Vec<TeamMember>,
    /// How many more did it, who may not be seen.
    pub unnamed: usize,
    /// Who said the testimonial.
    pub witness: Witness,
    /// The organization of whoever said it.
    pub speaker: Option<OrganizationId>,
    /// Projects about the same topics, most alike first.
    pub related: Vec<ProjectId>,
    /// Where it was, as far as the site tells distances and the words of its place name a town.
    pub spot: Option<Spot>,
}

/// An organization that may be seen.
#[derive(Debug, Hash)]
pub struct Organization {
    /// The part of the address that is its own.
    pub slug: String,
    /// Its name.
    pub title: String,
    /// What was written of it; none when it is only mentioned.
    pub record: Option<Record<OrganizationFile, OrganizationText>>,
    /// Projects that it had done, newest first.
    pub projects: Vec<ProjectId>,
    /// Its requests, open ones first.
    pub requests: Vec<RequestId>,
    /// Experts whose profiles name it, or who worked for it, by sort name.
    pub people: Vec<ExpertId>,
    /// Where it is, as far as the site tells distances and the words of its place name a town.
    pub spot: Option<Spot>,
}

/// A topic that may be seen.
#[derive(Debug, Hash)]
pub struct Topic {
    /// The part of the address that is its own.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What was written of it; none when it is only mentioned.
    pub record: Option<Record<TopicFile, TopicText>>,
    /// Wider topics.
    pub broader: Vec<TopicId>,
    /// Narrower topics.
    pub narrower: Vec<TopicId>,
    /// Neighbouring topics.
    pub related: Vec<TopicId>,
    /// All wider topics, however far, in the order of their ids.
    pub ancestors: Vec<TopicId>,
    /// How long expertise in it stays good: its own, that of a wider topic, or the site's.
    pub shelf_life: ShelfLife,
    /// Experts with a claim to it or to a narrower topic, best topic score first.
    pub experts: Vec<TopicExpert>,
    /// Projects about it or a narrower topic, newest first.
    pub projects: Vec<ProjectId>,
    /// Offers about it: the expert and the item of `offers`.
    pub offers: Vec<(ExpertId, usize)>,
    /// Asks about it: the expert and the item of `asks`.
    pub asks: Vec<(ExpertId, usize)>,
    /// Open requests that need it.
    pub requests: Vec<RequestId>,
    /// Groups about it or a narrower topic, by title.
    pub groups: Vec<GroupId>,
    /// News about it or a narrower topic, newest first.
    pub news: Vec<ArticleId>,
    /// Events about it or a narrower topic, in the order of the edition.
    pub events: Vec<EventId>,
}

/// An expert in the order of a topic, with what ranking needs to know of the claim.
#[derive(Debug, Clone, Copy, Hash)]
pub struct TopicExpert {
    /// Who.
    pub expert: ExpertId,
    /// The claim, by its place in the expert's claims.
    pub claim: u32,
    /// Topic score from 0 to 1000.
    pub score: u32,
    /// Strength of all evidence, 0 to 984.
    pub strength: u32,
    /// The month of the newest evidence.
    pub last: Option<Month>,
    /// How well, for the weighing: as the expert says, or as is usual.
    pub level: Level,
    /// How fresh.
    pub label: Label,
    /// Whether the claim is to the topic itself; else to one that lies within.
    pub outright: bool,
}

/// A request that may be seen.
#[derive(Debug, Hash)]
pub struct Request {
    /// The part of the address that is its own.
    pub slug: String,
    /// What was written, as far as it may be shown.
    pub record: Record<RequestFile, RequestText>,
    /// Whether it is in lists and feeds.
    pub listed: bool,
    /// Where it is, as far as the site tells distances and the town is known.
    pub spot: Option<Spot>,
    /// Whether its last day has passed.
    pub closed: bool,
    /// Who asks.
    pub organization: Option<OrganizationId>,
    /// The topics of `needs`, in its order.
    pub needs: Vec<TopicId>,
    /// Experts who fit, best first.
    pub candidates: Vec<Candidate>,
    /// Needs that nobody covers, by their place in `needs`.
    pub gaps: Vec<usize>,
    /// Who would cover one of those, but is not available.
    pub away: Vec<Away>,
    /// A team that covers the needs together, when there is more than one.
    pub proposal: Option<Proposal>,
}

impl Request {
    /// Whether it has a limit around a place of which nobody knows where it is, so that it limits
    /// nobody.
    pub fn is_unplaced(&self) -> bool {
        let place = self.record.file.place.as_ref();
        let is_limit = place.is_some_and(|place| place.radius.is_some() && !place.remote);
        is_limit && self.spot.is_none()
    }
}

/// A text page that may be seen.
#[derive(Debug, Hash)]
pub struct Page {
    /// Its address below the home page, which may have slashes.
    pub slug: String,
    /// What was written.
    pub record: Record<PageFile, PageText>,
    /// Whether it is in lists and the sitemap.
    pub listed: bool,
}
