//! The front matter of a profile.

use super::entry::entry;
use super::level::Level;
use super::scalar::{LongForm, Scalar, short_or_long};
use crate::base::{Date, Language as Tag};
use crate::config::Disclosure;
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::fmt;

use super::project::Image;

entry! {
    /// A person with a profile.
    pub struct Expert {
        /// The name as the person writes it.
        pub name: String,
        /// The name as it is sorted: `Vries, Jan de`.
        #[serde(default)]
        pub sort_name: Option<String>,
        /// One line about the person.
        #[serde(default)]
        pub headline: Option<String>,
        /// Portrait, beside the profile.
        #[serde(default)]
        pub photo: Option<Image>,
        /// Pronouns as the person writes them.
        #[serde(default)]
        pub pronouns: Option<String>,
        /// Languages that the person works in.
        #[serde(default)]
        pub languages: Vec<Language>,
        /// Where the person works from.
        #[serde(default)]
        pub location: Option<Location>,
        /// Whether there is room for new work.
        #[serde(default)]
        pub availability: Option<AvailabilityFile>,
        /// What the person is asked for.
        #[serde(default)]
        pub roles: Vec<String>,
        /// Whom the person works for.
        #[serde(default)]
        pub audience: Vec<String>,
        /// Who am I? (Markdown)
        #[serde(default)]
        pub who: Option<String>,
        /// What can I do? (Markdown)
        #[serde(default)]
        pub can: Option<String>,
        /// Where is my added value? (Markdown)
        #[serde(default)]
        pub value: Option<String>,
        /// What brings me into flow? (Markdown)
        #[serde(default)]
        pub flow: Option<String>,
        /// Claims to topics.
        #[serde(default)]
        pub expertise: Vec<ExpertiseClaim>,
        /// What the person brings to others.
        #[serde(default)]
        pub offers: Vec<Offer>,
        /// What the person looks for from others.
        #[serde(default)]
        pub asks: Vec<Ask>,
        /// Positions held.
        #[serde(default)]
        pub experience: Vec<Position>,
        /// Studies followed.
        #[serde(default)]
        pub education: Vec<Position>,
        /// Certificates.
        #[serde(default)]
        pub certificates: Vec<Certificate>,
        /// Publications.
        #[serde(default)]
        pub publications: Vec<Publication>,
        /// Talks.
        #[serde(default)]
        pub talks: Vec<Publication>,
        /// Awards.
        #[serde(default)]
        pub awards: Vec<Publication>,
        /// What others say.
        #[serde(default)]
        pub testimonials: Vec<TestimonialFile>,
        /// Profiles and sites elsewhere.
        #[serde(default)]
        pub links: BTreeMap<String, String>,
        /// How to reach the person.
        #[serde(default)]
        pub contact: Option<ContactFile>,
        /// The day on which the person agreed to be published.
        #[serde(default)]
        pub consent: Option<Date>,
    }
}

/// The texts of a profile in a further language. Lists are matched with those of the profile by their order.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ExpertText {
    /// One line about the person.
    pub headline: Option<String>,
    /// What the person is asked for.
    pub roles: Vec<String>,
    /// Whom the person works for.
    pub audience: Vec<String>,
    /// Who am I?
    pub who: Option<String>,
    /// What can I do?
    pub can: Option<String>,
    /// Where is my added value?
    pub value: Option<String>,
    /// What brings me into flow?
    pub flow: Option<String>,
    /// Remarks on expertise.
    pub expertise: Vec<NoteText>,
    /// Offers.
    pub offers: Vec<OfferText>,
    /// Asks.
    pub asks: Vec<OfferText>,
    /// Positions held.
    pub experience: Vec<PositionText>,
    /// Studies followed.
    pub education: Vec<PositionText>,
    /// Certificates.
    pub certificates: Vec<PositionText>,
    /// Publications.
    pub publications: Vec<PositionText>,
    /// Talks.
    pub talks: Vec<PositionText>,
    /// Awards.
    pub awards: Vec<PositionText>,
    /// What others say.
    pub testimonials: Vec<TestimonialText>,
}

/// The remark on a claim, in a further language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct NoteText {
    /// The remark.
    pub note: Option<String>,
}

/// An offer or ask, in a further language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OfferText {
    /// Its title.
    pub title: Option<String>,
    /// Its text.
    pub text: Option<String>,
}

/// A position, study or credit, in a further language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PositionText {
    /// Its title.
    pub title: Option<String>,
    /// A few words about it.
    pub text: Option<String>,
}

/// A testimonial, in a further language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TestimonialText {
    /// The words.
    pub quote: Option<String>,
}

/// A language that somebody works in: `nl`, or `en: C1`.
#[derive(Debug, Clone)]
pub struct Language {
    /// Which language.
    pub tag: Tag,
    /// CEFR level: A1 to C2.
    pub level: Option<String>,
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct LanguageVisitor;
        impl<'de> Visitor<'de> for LanguageVisitor {
            type Value = Language;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a language, `nl` or `en: C1`")
            }

            fn visit_str<E: de::Error>(self, tag: &str) -> Result<Language, E> {
                tag.parse().map(|tag| Language { tag, level: None }).map_err(E::custom)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Language, A::Error> {
                let wrong = || de::Error::custom("not a language with its level; write `en: C1`");
                let (tag, level) = map.next_entry::<Tag, String>()?.ok_or_else(wrong)?;
                if map.next_key::<String>()?.is_some() {
                    return Err(wrong());
                }
                let level = level.trim().to_uppercase();
                if ["A1", "A2", "B1", "B2", "C1", "C2"].contains(&level.as_str()) {
                    Ok(Language { tag, level: Some(level) })
                } else {
                    Err(de::Error::custom(format!("`{level}` is not a level of the CEFR; A1, A2, B1, B2, C1 or C2")))
                }
            }
        }
        deserializer.deserialize_any(LanguageVisitor)
    }
}

/// Where somebody works from.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Location {
    /// Town.
    pub city: Option<String>,
    /// Province or region.
    pub region: Option<String>,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<String>,
    /// Whether work from elsewhere is possible.
    pub remote: bool,
    /// How far the person travels, in their own words.
    pub travel: Option<String>,
}

/// Whether there is room for new work.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AvailabilityFile {
    /// Open, limited or closed.
    pub status: Status,
    /// From when.
    #[serde(default)]
    pub from: Option<Date>,
    /// Hours a week.
    #[serde(default)]
    pub hours: Option<u16>,
}

/// Whether there is room for new work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Room.
    Open,
    /// Some room.
    Limited,
    /// No room.
    Closed,
}

impl Status {
    /// The word in `status:`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Limited => "limited",
            Self::Closed => "closed",
        }
    }
}

/// A claim to a topic: its name, or a group of keys.
#[derive(Debug, Clone)]
pub struct ExpertiseClaim {
    /// The topic's slug, title or synonym.
    pub topic: String,
    /// How well.
    pub level: Level,
    /// Since when.
    pub since: Option<Date>,
    /// When it was last used.
    pub last_used: Option<Date>,
    /// The person's remark.
    pub note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LongClaim {
    topic: String,
    #[serde(default)]
    level: Level,
    #[serde(default)]
    since: Option<Date>,
    #[serde(default)]
    last_used: Option<Date>,
    #[serde(default)]
    note: Option<String>,
}

impl From<String> for ExpertiseClaim {
    fn from(topic: String) -> Self {
        Self { topic, level: Level::default(), since: None, last_used: None, note: None }
    }
}

impl From<LongClaim> for ExpertiseClaim {
    fn from(long: LongClaim) -> Self {
        let LongClaim { topic, level, since, last_used, note } = long;
        Self { topic, level, since, last_used, note }
    }
}

impl LongForm for ExpertiseClaim {
    type Long = LongClaim;
}

impl<'de> Deserialize<'de> for ExpertiseClaim {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        short_or_long(deserializer, "a topic, or a group of keys with `topic`")
    }
}

/// What somebody brings to others.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// Its title.
    pub title: String,
    /// What it is about.
    #[serde(default)]
    pub topics: Vec<String>,
    /// At length (Markdown).
    #[serde(default)]
    pub text: Option<String>,
    /// Until when.
    #[serde(default)]
    pub until: Option<Date>,
}

/// What somebody looks for from others.
pub type Ask = Offer;

/// A position held or a study followed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Function or degree.
    pub title: String,
    /// Employer or school.
    #[serde(default)]
    pub organization: Option<String>,
    /// Since when.
    #[serde(default)]
    pub from: Option<Date>,
    /// Until when.
    #[serde(default)]
    pub to: Option<Date>,
    /// A few words about it (Markdown).
    #[serde(default)]
    pub text: Option<String>,
    /// What it was about.
    #[serde(default)]
    pub topics: Vec<String>,
}

/// A certificate.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// Its title.
    pub title: String,
    /// Who issued it.
    #[serde(default)]
    pub organization: Option<String>,
    /// When.
    #[serde(default)]
    pub date: Option<Date>,
    /// Until when it is valid.
    #[serde(default)]
    pub until: Option<Date>,
    /// Where to find it.
    #[serde(default)]
    pub url: Option<String>,
    /// What it is about.
    #[serde(default)]
    pub topics: Vec<String>,
}

/// A publication, talk or award.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// Its title.
    pub title: String,
    /// When.
    #[serde(default)]
    pub date: Option<Date>,
    /// Where to find it.
    #[serde(default)]
    pub url: Option<String>,
    /// Journal, publisher or event.
    #[serde(default)]
    pub venue: Option<String>,
    /// Who gave or hosted it.
    #[serde(default)]
    pub organization: Option<String>,
    /// What it is about.
    #[serde(default)]
    pub topics: Vec<String>,
}

/// What somebody says about a person or a project.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestimonialFile {
    /// The words.
    pub quote: String,
    /// Who said them.
    #[serde(default)]
    pub name: Option<String>,
    /// Their function.
    #[serde(default)]
    pub role: Option<String>,
    /// Where they work.
    #[serde(default)]
    pub organization: Option<String>,
    /// When.
    #[serde(default)]
    pub date: Option<Date>,
}

/// How to reach somebody: a mail address or web address, or a group of keys.
#[derive(Debug, Clone, Default)]
pub struct ContactFile {
    /// Mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// A page with a form or a calendar.
    pub url: Option<String>,
    /// How openly, when the site's choice is too open.
    pub visibility: Option<Disclosure>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LongContact {
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    phone: Option<Scalar>,
    #[serde(default)]
    url: Option<String>,
    #[serde(default)]
    visibility: Option<Disclosure>,
}

impl From<String> for ContactFile {
    fn from(text: String) -> Self {
        if text.contains('@') && !text.contains('/') {
            Self { email: Some(text), ..Self::default() }
        } else {
            Self { url: Some(text), ..Self::default() }
        }
    }
}

impl From<LongContact> for ContactFile {
    fn from(long: LongContact) -> Self {
        let LongContact { email, phone, url, visibility } = long;
        Self { email, phone: phone.map(|phone| phone.0), url, visibility }
    }
}

impl LongForm for ContactFile {
    type Long = LongContact;
}

impl<'de> Deserialize<'de> for ContactFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        short_or_long(deserializer, "a mail address, or a group of keys with `email` or `phone`")
    }
}
