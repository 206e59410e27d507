//! Which feeds there are, and what is in each.

use crate::base::Date;
use crate::config::{Format, Kind};
use crate::edition::{
    ArticleId, EventId, ExpertId, GroupId, PageId, ProjectId, RequestId, TopicId,
};
use crate::site::{Page, SiteReader, Subject};
use std::cmp::Reverse;

/// The most entries in a feed.
const MOST: usize = 50;
/// A topic with fewer entries has no feed.
const ENOUGH_FOR_A_TOPIC: usize = 5;

/// What a feed brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Channel {
    /// Everything.
    Site,
    /// News, and text pages below `news/`.
    News,
    /// New and updated experts.
    Experts,
    /// Projects.
    Projects,
    /// Requests.
    Requests,
    /// Groups.
    Groups,
    /// Events.
    Events,
    /// Offers and asks.
    Exchange,
    /// Everything about a topic.
    Topic(TopicId),
}

/// What an entry of a feed is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum About {
    /// A text page.
    News(PageId),
    /// A piece of news.
    Article(ArticleId),
    /// An expert.
    Expert(ExpertId),
    /// A project.
    Project(ProjectId),
    /// A request.
    Request(RequestId),
    /// A group.
    Group(GroupId),
    /// An event.
    Event(EventId),
    /// An offer: the item of `offers`.
    Offer(ExpertId, usize),
    /// An ask: the item of `asks`.
    Ask(ExpertId, usize),
}

const WHOLE: [Channel; 8] = [
    Channel::Site,
    Channel::News,
    Channel::Experts,
    Channel::Projects,
    Channel::Requests,
    Channel::Exchange,
    Channel::Groups,
    Channel::Events,
];

impl Channel {
    /// The channels of a site, those that have enough to bring.
    pub(super) fn all(site: &SiteReader<'_>) -> Vec<Self> {
        if !site.speaks(Format::Feed) || !site.config.crawlers.search() {
            return Vec::new();
        }
        let topics = site.edition.listed_topics().map(Self::Topic);
        let enough = |channel: &Self| match channel {
            Self::Site => true,
            Self::Topic(_) => channel.dated(site).len() >= ENOUGH_FOR_A_TOPIC,
            // A portfolio has one expert, whose news is that of the site.
            Self::Experts => site.config.kind == Kind::Network && !channel.dated(site).is_empty(),
            _ => !channel.dated(site).is_empty(),
        };
        WHOLE.into_iter().chain(topics).filter(enough).collect()
    }

    pub(super) fn subject(self) -> Subject {
        match self {
            Self::Topic(id) => Subject::Page(Page::Topic(id)),
            other => Subject::Part(
                WHOLE.iter().position(|channel| *channel == other).unwrap_or_default(),
            ),
        }
    }

    pub(super) fn of(subject: Subject) -> Option<Self> {
        match subject {
            Subject::Page(Page::Topic(id)) => Some(Self::Topic(id)),
            Subject::Part(at) => WHOLE.get(at).copied(),
            _ => None,
        }
    }

    /// The address of the feed below the language's home page, its ending left out.
    pub(super) fn stem(self, site: &SiteReader<'_>) -> String {
        match self {
            Self::Site => "feed".to_owned(),
            Self::News => "news/feed".to_owned(),
            Self::Experts => "experts/feed".to_owned(),
            Self::Projects => "projects/feed".to_owned(),
            Self::Requests => "requests/feed".to_owned(),
            Self::Groups => "groups/feed".to_owned(),
            Self::Events => "events/feed".to_owned(),
            Self::Exchange => "exchange/feed".to_owned(),
            Self::Topic(id) => format!("{}feed", site.route(Page::Topic(id))),
        }
    }

    /// The address of the page that the feed follows.
    pub(super) fn page(self, site: &SiteReader<'_>) -> String {
        match self {
            Self::Experts => "experts/".to_owned(),
            Self::Projects => "projects/".to_owned(),
            Self::Requests => "requests/".to_owned(),
            Self::Groups => "groups/".to_owned(),
            Self::Events => "events/".to_owned(),
            Self::Topic(id) => site.route(Page::Topic(id)),
            Self::News if site.edition.article_ids().len() > 0 => "news/".to_owned(),
            Self::Site | Self::News | Self::Exchange => String::new(),
        }
    }

    /// The interface string that names the channel; none for the site and for topics, which have
    /// titles of their own.
    pub(super) fn word(self) -> Option<&'static str> {
        match self {
            Self::News => Some("feed"),
            Self::Experts => Some("menu.experts"),
            Self::Projects => Some("menu.projects"),
            Self::Requests => Some("menu.requests"),
            Self::Groups => Some("menu.groups"),
            Self::Events => Some("menu.events"),
            Self::Exchange => Some("section.exchange"),
            Self::Site | Self::Topic(_) => None,
        }
    }

    /// What the feed brings, newest first, at most fifty.
    pub(super) fn entries(self, site: &SiteReader<'_>) -> Vec<(Date, About)> {
        let mut dated = self.dated(site);
        dated.sort_unstable_by_key(|(date, about)| (Reverse(date.last_day()), *about));
        dated.truncate(MOST);
        dated
    }

    /// What has a date; dates come from the entries, never from the clock.
    fn dated(self, site: &SiteReader<'_>) -> Vec<(Date, About)> {
        let edition = site.edition;
        let mut found = Vec::new();
        let all = self == Self::Site;
        if let Self::Topic(id) = self {
            let topic = edition.topic(id);
            found.extend(topic.experts.iter().map(|one| About::Expert(one.expert)));
            found.extend(topic.projects.iter().map(|id| About::Project(*id)));
            found.extend(topic.requests.iter().map(|id| About::Request(*id)));
            found.extend(topic.groups.iter().map(|id| About::Group(*id)));
            found.extend(topic.events.iter().map(|id| About::Event(*id)));
            found.extend(topic.news.iter().map(|id| About::Article(*id)));
            found.extend(topic.offers.iter().map(|(id, item)| About::Offer(*id, *item)));
            found.extend(topic.asks.iter().map(|(id, item)| About::Ask(*id, *item)));
        }
        if all || self == Self::News {
            found.extend(edition.page_ids().map(About::News));
            found.extend(edition.article_ids().map(About::Article));
        }
        if all || self == Self::Experts {
            found.extend(edition.expert_ids().map(About::Expert));
        }
        if all || self == Self::Projects {
            found.extend(edition.project_ids().map(About::Project));
        }
        if all || self == Self::Requests {
            found.extend(edition.request_ids().map(About::Request));
        }
        if all || self == Self::Groups {
            found.extend(edition.group_ids().map(About::Group));
        }
        if all || self == Self::Events {
            found.extend(edition.event_ids().map(About::Event));
        }
        if all || self == Self::Exchange {
            for (id, expert) in edition.experts().entries() {
                found.extend(
                    (0..expert.record.file.offers.len()).map(|item| About::Offer(id, item)),
                );
                found.extend((0..expert.record.file.asks.len()).map(|item| About::Ask(id, item)));
            }
        }
        found.into_iter().filter_map(|about| Some((date(site, about)?, about))).collect()
    }
}

/// The date of an entry; none when it has none, or is not for feeds.
fn date(site: &SiteReader<'_>, about: About) -> Option<Date> {
    let edition = site.edition;
    match about {
        About::News(id) => {
            let page = edition.page(id);
            let record = &page.record;
            (page.listed && page.slug.starts_with("news/"))
                .then(|| record.updated.or(record.publish))
                .flatten()
        }
        About::Event(id) => {
            let event = edition.event(id);
            event.record.updated.filter(|_| event.listed)
        }
        About::Article(id) => {
            let article = edition.article(id);
            article.date.or(article.record.updated).filter(|_| article.listed)
        }
        About::Expert(id) => {
            let updated = edition.expert(id).record.updated?;
            site.may_export(id, Format::Feed).then_some(updated)
        }
        About::Project(id) => {
            let project = edition.project(id);
            project.record.updated.filter(|_| project.listed)
        }
        About::Request(id) => {
            let request = edition.request(id);
            request.record.updated.filter(|_| request.listed)
        }
        About::Group(id) => {
            let group = edition.written_group(id);
            group.record.updated.filter(|_| group.listed)
        }
        About::Offer(id, item) | About::Ask(id, item) => {
            let record = &edition.expert(id).record;
            let is_offer = matches!(about, About::Offer(..));
            let offer = if is_offer { &record.file.offers[item] } else { &record.file.asks[item] };
            let open = offer.until.is_none_or(|until| !edition.has_passed(until));
            (open && site.may_export(id, Format::Feed)).then_some(record.updated).flatten()
        }
    }
}
