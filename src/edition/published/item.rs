//! Items of a profile's lists, and ways to reach somebody.

use crate::base::Date;
use crate::base::InCv;
use crate::config::Disclosure;
use crate::edition::entries::TopicId;
use crate::record::{self, LastUsed, Level, Scalar, Telling, WorkKind};

/// A claim to a topic, as it was written.
#[derive(Debug, Hash)]
pub struct Claimed {
    /// The topic; none when it may not be seen.
    pub(in crate::edition) topic: Option<TopicId>,
    /// How well.
    pub level: Option<Level>,
    /// Since when.
    pub since: Option<Date>,
    /// When it was last used, by the person's own word.
    pub(in crate::edition) last_used: Option<LastUsed>,
    /// The person's remark.
    pub note: Option<String>,
    /// What a CV that has to be short says instead.
    pub short: Option<String>,
    /// In which CVs it stands.
    pub cv: InCv,
}

impl From<record::ExpertiseClaim> for Claimed {
    fn from(written: record::ExpertiseClaim) -> Self {
        let record::ExpertiseClaim { topic: _, level, since, last_used, note, short, cv } = written;
        let level = level.map(|given| given.level);
        Self { topic: None, level, since, last_used, note, short, cv }
    }
}

/// What somebody brings to others, or looks for from them.
#[derive(Debug, Hash)]
pub struct Offer {
    /// Its title.
    pub title: String,
    /// At length (Markdown).
    pub text: Option<String>,
    /// Until when.
    pub until: Option<Date>,
}

impl From<record::Offer> for Offer {
    fn from(written: record::Offer) -> Self {
        let record::Offer { id: _, topics: _, title, text, until } = written;
        Self { title, text, until }
    }
}

/// A position held or a study followed.
#[derive(Debug, Hash)]
pub struct Position {
    /// Function or degree.
    pub title: String,
    /// Employer or school by name, unless it is hidden.
    pub organization: Option<String>,
    /// Since when.
    pub from: Option<Date>,
    /// Until when.
    pub to: Option<Date>,
    /// Whether it goes on: it has begun, and no end is written, nor one that cannot be read.
    pub is_held: bool,
    /// Whether it has yet to begin.
    pub is_planned: bool,
    /// A few words about it (Markdown).
    pub text: Option<String>,
    /// What a CV that has to be short says instead.
    pub short: Option<String>,
    /// In which CVs it stands.
    pub cv: InCv,
}

impl From<record::Position> for Position {
    fn from(written: record::Position) -> Self {
        let is_held = written.to.is_none() && !written.lost.has(Telling::To);
        Self {
            title: written.title,
            organization: written.organization,
            from: written.from,
            to: written.to,
            is_held,
            is_planned: false,
            text: written.text,
            short: written.short,
            cv: written.cv,
        }
    }
}

/// A certificate.
#[derive(Debug, Hash)]
pub struct Certificate {
    /// Its title.
    pub title: String,
    /// Who issued it, by name, unless that is hidden.
    pub organization: Option<String>,
    /// When.
    pub date: Option<Date>,
    /// Until when it is valid.
    pub until: Option<Date>,
    /// Whether an end is written that cannot be read.
    pub is_end_lost: bool,
    /// Where to find it.
    pub url: Option<String>,
    /// Whether its day has yet to come.
    pub is_planned: bool,
    /// What a CV that has to be short says instead.
    pub short: Option<String>,
    /// In which CVs it stands.
    pub cv: InCv,
}

impl From<record::Certificate> for Certificate {
    fn from(written: record::Certificate) -> Self {
        Self {
            title: written.title,
            organization: written.organization,
            date: written.date,
            until: written.until,
            is_end_lost: written.lost.has(Telling::Until),
            url: written.url,
            is_planned: false,
            short: written.short,
            cv: written.cv,
        }
    }
}

/// A publication, talk or award.
#[derive(Debug, Hash)]
pub struct Publication {
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: Option<WorkKind>,
    /// When.
    pub date: Option<Date>,
    /// Where to find it: the address, or that of the DOI.
    pub url: Option<String>,
    /// The address of its DOI.
    pub doi: Option<String>,
    /// Journal, publisher or event.
    pub venue: Option<String>,
    /// The volume of the journal.
    pub volume: Option<String>,
    /// The number within the volume.
    pub issue: Option<String>,
    /// The pages: `17-25`.
    pub pages: Option<String>,
    /// Who gave or hosted it, by name, unless that is hidden.
    pub organization: Option<String>,
    /// Whether its day has yet to come.
    pub is_planned: bool,
    /// What a CV that has to be short says instead.
    pub short: Option<String>,
    /// In which CVs it stands.
    pub cv: InCv,
}

/// What was written, when it says something.
fn text(written: Option<Scalar>) -> Option<String> {
    Some(written?.0.trim().to_owned()).filter(|text| !text.is_empty())
}

impl From<record::Publication> for Publication {
    fn from(written: record::Publication) -> Self {
        Self {
            title: written.title,
            kind: written.kind,
            date: written.date,
            url: written.url,
            doi: written.doi,
            venue: written.venue,
            volume: text(written.volume),
            issue: text(written.issue),
            pages: text(written.pages),
            organization: written.organization,
            is_planned: false,
            short: written.short,
            cv: written.cv,
        }
    }
}

impl Publication {
    /// Where it appeared, or who published or hosted it.
    pub fn place(&self) -> Option<&str> {
        self.venue.as_deref().or(self.organization.as_deref())
    }
}

/// What somebody says about a person or a project.
#[derive(Debug, Hash)]
pub struct Testimonial {
    /// The words.
    pub quote: String,
    /// Who said them, unless they may not be named.
    pub name: Option<String>,
    /// Their function.
    pub role: Option<String>,
    /// Where they work, by name, unless that is hidden.
    pub organization: Option<String>,
    /// When.
    pub date: Option<Date>,
    /// What a CV that has to be short says instead.
    pub short: Option<String>,
    /// In which CVs it stands.
    pub cv: InCv,
}

impl From<record::TestimonialFile> for Testimonial {
    fn from(written: record::TestimonialFile) -> Self {
        let record::TestimonialFile { id: _, quote, name, role, organization, date, short, cv } =
            written;
        Self { quote, name, role, organization, date, short, cv }
    }
}

/// How to reach somebody, as far as site and person allow.
#[derive(Debug, Hash)]
pub struct Contact {
    /// Mail address.
    pub email: Option<Reachable>,
    /// Telephone number, with the country.
    pub phone: Option<Reachable>,
    /// A page with a form or a calendar.
    pub url: Option<String>,
}

/// A mail address or telephone number that may be shown.
#[derive(Debug, Hash)]
pub struct Reachable {
    /// As it was written.
    pub text: String,
    /// Whether programs may read it too.
    pub is_open: bool,
}

impl Reachable {
    /// What is shown of an address that is disclosed so; none when it is hidden.
    pub(in crate::edition) fn as_chosen(
        text: Option<String>,
        disclosure: Disclosure,
    ) -> Option<Self> {
        let is_open = disclosure == Disclosure::Plain;
        (disclosure != Disclosure::Hidden).then_some(Self { text: text?, is_open })
    }
}
