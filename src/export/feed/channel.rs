//! Which feeds there are, and what is in each.

use crate::base::{Date, EntryKind, Id};
use crate::config::{Format, Kind};
use crate::edition::{ExpertId, TopicId};
use crate::site::{Page, SiteReader, Subject};
use std::cmp::Reverse;

/// The most entries in a feed, and in that of a topic, of which there are many.
const MOST: usize = 50;
const MOST_OF_A_TOPIC: usize = 20;
/// A topic with fewer entries has no feed.
const ENOUGH_FOR_A_TOPIC: usize = 5;

/// What a feed brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Channel {
    /// Everything.
    Site,
    /// Entries of a kind; with news, text pages below `news/`.
    Kind(EntryKind),
    /// Offers and asks.
    Exchange,
    /// Everything about a topic.
    Topic(TopicId),
}

/// What an entry of a feed is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum About {
    /// An entry.
    Entry(EntryKind, usize),
    /// An offer: the item of `offers`.
    Offer(ExpertId, usize),
    /// An ask: the item of `asks`.
    Ask(ExpertId, usize),
}

/// The kinds that have a feed in the order in which feeds are named, offers and asks between them.
/// Text pages have none, and what others mention has no day.
fn whole() -> impl Iterator<Item = Channel> {
    use EntryKind::{Article, Expert, Project, Request};
    const FIRST: [EntryKind; 4] = [Article, Expert, Project, Request];
    let is_other =
        |kind: &EntryKind| kind.has_section() && !kind.may_be_mentioned() && !FIRST.contains(kind);
    let others = EntryKind::ALL.into_iter().filter(is_other);
    std::iter::once(Channel::Site)
        .chain(FIRST.map(Channel::Kind))
        .chain([Channel::Exchange])
        .chain(others.map(Channel::Kind))
}

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
            Self::Kind(EntryKind::Expert) if site.config.kind == Kind::Portfolio => false,
            _ => !channel.dated(site).is_empty(),
        };
        whole().chain(topics).filter(enough).collect()
    }

    pub(super) fn subject(self) -> Subject {
        match self {
            Self::Topic(id) => Subject::Page(Page::Topic(id)),
            other => {
                Subject::Part(whole().position(|channel| channel == other).unwrap_or_default())
            }
        }
    }

    pub(super) fn of(subject: Subject) -> Option<Self> {
        match subject {
            Subject::Page(Page::Topic(id)) => Some(Self::Topic(id)),
            Subject::Part(at) => whole().nth(at),
            _ => None,
        }
    }

    /// The address of the feed below the language's home page, its ending left out.
    pub(super) fn stem(self, site: &SiteReader<'_>) -> String {
        match self {
            Self::Site => "feed".to_owned(),
            Self::Kind(kind) => format!("{}/feed", kind.folder()),
            Self::Exchange => "exchange/feed".to_owned(),
            Self::Topic(id) => format!("{}feed", site.route(Page::Topic(id))),
        }
    }

    /// The address of the page that the feed follows.
    pub(super) fn page(self, site: &SiteReader<'_>) -> String {
        match self {
            Self::Kind(EntryKind::Article) if site.edition.article_ids().len() == 0 => {
                String::new()
            }
            Self::Kind(kind) => format!("{}/", kind.folder()),
            Self::Topic(id) => site.route(Page::Topic(id)),
            Self::Site | Self::Exchange => String::new(),
        }
    }

    /// The interface string that names the channel; none for the site and for topics, which have
    /// titles of their own.
    pub(super) fn word(self) -> Option<String> {
        match self {
            Self::Kind(EntryKind::Article) => Some("feed".to_owned()),
            Self::Kind(kind) => Some(format!("menu.{}", kind.folder())),
            Self::Exchange => Some("section.exchange".to_owned()),
            Self::Site | Self::Topic(_) => None,
        }
    }

    /// What the feed brings, newest first, at most fifty; of a topic at most twenty.
    pub(super) fn entries(self, site: &SiteReader<'_>) -> Vec<(Date, About)> {
        let mut dated = self.dated(site);
        dated
            .sort_unstable_by_key(|(date, about)| (Reverse(date.last_day()), about.rank(), *about));
        dated.truncate(if matches!(self, Self::Topic(_)) { MOST_OF_A_TOPIC } else { MOST });
        dated
    }

    /// What has a date; dates come from the entries, never from the clock.
    fn dated(self, site: &SiteReader<'_>) -> Vec<(Date, About)> {
        let edition = site.edition;
        let mut found = Vec::new();
        let all = self == Self::Site;
        if let Self::Topic(id) = self {
            let topic = edition.topic(id);
            let entry = |kind, index| About::Entry(kind, index);
            let experts = topic.experts.iter().map(|one| one.expert.index());
            found.extend(experts.map(|index| entry(EntryKind::Expert, index)));
            found.extend(topic.projects.iter().map(|id| entry(EntryKind::Project, id.index())));
            found.extend(topic.requests.iter().map(|id| entry(EntryKind::Request, id.index())));
            found.extend(topic.groups.iter().map(|id| entry(EntryKind::Group, id.index())));
            found.extend(topic.events.iter().map(|id| entry(EntryKind::Event, id.index())));
            found.extend(topic.news.iter().map(|id| entry(EntryKind::Article, id.index())));
            found.extend(topic.offers.iter().map(|(id, item)| About::Offer(*id, *item)));
            found.extend(topic.asks.iter().map(|(id, item)| About::Ask(*id, *item)));
        }
        for channel in whole() {
            if let Self::Kind(kind) = channel
                && (all || self == channel)
            {
                found.extend(edition.places(kind).map(|index| About::Entry(kind, index)));
            }
        }
        if all || self == Self::Kind(EntryKind::Article) {
            let pages = edition.places(EntryKind::Page);
            found.extend(pages.map(|index| About::Entry(EntryKind::Page, index)));
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

impl About {
    /// Of what has one date, what stands first.
    fn rank(self) -> usize {
        match self {
            Self::Entry(EntryKind::Page, _) => 0,
            Self::Entry(EntryKind::Article, _) => 1,
            Self::Entry(kind, _) => 2 + kind.number(),
            Self::Offer(..) | Self::Ask(..) => usize::MAX,
        }
    }
}

/// The date of an entry; none when it has none, or is not for feeds.
fn date(site: &SiteReader<'_>, about: About) -> Option<Date> {
    let edition = site.edition;
    match about {
        About::Entry(EntryKind::Page, index) => {
            let page = edition.page(Id::new(index));
            let record = &page.record;
            let is_news = page.listed && page.slug.starts_with("news/");
            record.updated.or(record.publish).filter(|_| is_news)
        }
        About::Entry(EntryKind::Article, index) => {
            let article = edition.article(Id::new(index));
            article.date.or(article.record.updated).filter(|_| article.listed)
        }
        About::Entry(EntryKind::Expert, index) => {
            let id = Id::new(index);
            let updated = edition.expert(id).record.updated?;
            site.may_export(id, Format::Feed).then_some(updated)
        }
        About::Entry(kind, index) => {
            edition.updated(kind, index).filter(|_| edition.is_listed(kind, index))
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
