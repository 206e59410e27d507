//! What each profile still lacks, kindly: questions unanswered, expertise without evidence, what is
//! about to pass.

use super::entries::{Edition, Expert};
use super::evidence::{Basis, Claim};
use super::freshness::Label;
use crate::base::{Date, Language};
use crate::config::{Config, ShelfLife};
use crate::record::SpokenLanguage;

/// An availability older than this many months is called stale.
const STALE_MONTHS: i32 = 6;

/// The word for what stands below the front matter, among keys that are not translated.
pub const STORY: &str = "story";

/// What one profile still lacks.
#[derive(Debug)]
pub struct Review {
    /// The expert's slug.
    pub slug: String,
    /// The expert's name.
    pub name: String,
    /// The file of the profile.
    pub file: String,
    /// When it was last changed, or said to hold as it is.
    pub confirmed: Option<Date>,
    /// Languages that the expert works in, as they are written.
    pub speaks: Vec<SpokenLanguage>,
    /// What is lacking, in the order in which it matters to readers.
    pub gaps: Vec<Gap>,
}

/// Something that a profile lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// One of the four questions has no answer: `who`, `can`, `value` or `flow`.
    Question(&'static str),
    /// There is no line about the person.
    Headline,
    /// There is no expertise.
    Expertise,
    /// No project, publication, talk or certificate shows this topic.
    NoEvidence(String),
    /// The topic passes its shelf life in this month.
    Expiring(String, Date),
    /// The topic passed its shelf life in this month.
    Passed(String, Date),
    /// There is no photo.
    Photo,
    /// The photo has no text alternative.
    PhotoAlt,
    /// It is not said whether there is room for work.
    Availability,
    /// It was said long ago: in this month, or nobody knows when.
    StaleAvailability(Option<Date>),
    /// Texts that are not translated into this language.
    Translation(Language, Vec<&'static str>),
}

impl Gap {
    /// The word for programs.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Question(_) => "question",
            Self::Headline => "headline",
            Self::Expertise => "expertise",
            Self::NoEvidence(_) => "no-evidence",
            Self::Expiring(..) => "expiring",
            Self::Passed(..) => "passed",
            Self::Photo => "photo",
            Self::PhotoAlt => "photo-alt",
            Self::Availability => "availability",
            Self::StaleAvailability(_) => "stale-availability",
            Self::Translation(..) => "translation",
        }
    }

    /// What it is about: a question, a topic, a language. Empty when the kind says all.
    pub fn subject(&self) -> String {
        match self {
            Self::Question(key) => (*key).to_owned(),
            Self::NoEvidence(topic) | Self::Expiring(topic, _) | Self::Passed(topic, _) => {
                topic.clone()
            }
            Self::Translation(language, _) => language.to_string(),
            _ => String::new(),
        }
    }

    /// The month that it is about; or the year, where no month is known.
    pub fn month(&self) -> Option<Date> {
        match self {
            Self::Expiring(_, month) | Self::Passed(_, month) => Some(*month),
            Self::StaleAvailability(month) => *month,
            _ => None,
        }
    }
}

/// Reviews every profile of the edition, in the order of their slugs.
pub fn review(edition: &Edition, config: &Config) -> Vec<Review> {
    let mut reviews: Vec<Review> = edition
        .experts
        .iter()
        .map(|expert| Review {
            slug: expert.slug.clone(),
            name: expert.record.file.name.clone(),
            file: expert.record.anchor.file.to_string(),
            confirmed: expert.confirmed,
            speaks: expert.record.file.languages.clone(),
            gaps: gaps(edition, expert, config),
        })
        .collect();
    reviews.sort_by(|a, b| a.slug.cmp(&b.slug));
    reviews
}

fn gaps(edition: &Edition, expert: &Expert, config: &Config) -> Vec<Gap> {
    let file = &expert.record.file;
    let is_empty =
        |text: &Option<String>| text.as_deref().is_none_or(|text| text.trim().is_empty());
    let mut gaps = Vec::new();
    for (key, answer) in
        [("who", &file.who), ("can", &file.can), ("value", &file.value), ("flow", &file.flow)]
    {
        gaps.extend(is_empty(answer).then_some(Gap::Question(key)));
    }
    gaps.extend(is_empty(&file.headline).then_some(Gap::Headline));
    gaps.extend(expert.claims.is_empty().then_some(Gap::Expertise));
    gaps.extend(expert.claims.iter().filter_map(|claim| ageing(edition, claim)));
    let unproven = expert.claims.iter().filter(|claim| claim.basis != Basis::Evidenced);
    gaps.extend(unproven.map(|claim| Gap::NoEvidence(edition.topics[claim.topic].title.clone())));
    match &file.photo {
        None => gaps.push(Gap::Photo),
        Some(photo) if is_empty(&photo.alt) => gaps.push(Gap::PhotoAlt),
        Some(_) => {}
    }
    gaps.extend(availability(expert, edition.date));
    gaps.extend(
        config.languages.iter().skip(1).filter_map(|language| translation(expert, language)),
    );
    gaps
}

fn ageing(edition: &Edition, claim: &Claim) -> Option<Gap> {
    let topic = &edition.topics[claim.topic];
    let ShelfLife::Months(months) = topic.shelf_life else { return None };
    let passes = claim.passes(months)?;
    match claim.freshness.label {
        Label::Past | Label::Dormant => Some(Gap::Passed(topic.title.clone(), passes)),
        _ if claim.freshness.expires_in.is_some() => {
            Some(Gap::Expiring(topic.title.clone(), passes))
        }
        _ => None,
    }
}

fn availability(expert: &Expert, today: Date) -> Option<Gap> {
    let Some(availability) = &expert.record.file.availability else {
        return Some(Gap::Availability);
    };
    let confirmed = [availability.from, expert.confirmed].into_iter().flatten();
    match confirmed.max_by_key(|date| date.last_month()) {
        Some(date) if today.last_month().0 - date.last_month().0 <= STALE_MONTHS => None,
        confirmed => Some(Gap::StaleAvailability(confirmed.map(Date::to_month))),
    }
}

fn translation(expert: &Expert, language: &Language) -> Option<Gap> {
    let record = &expert.record;
    let file = &record.file;
    let found = record.translation(language);
    let text = found.map(|translation| &translation.text);
    let texts = [
        ("headline", &file.headline, text.map(|text| &text.headline)),
        ("who", &file.who, text.map(|text| &text.who)),
        ("can", &file.can, text.map(|text| &text.can)),
        ("value", &file.value, text.map(|text| &text.value)),
        ("flow", &file.flow, text.map(|text| &text.flow)),
    ];
    let mut missing: Vec<&'static str> = texts
        .into_iter()
        .filter(|(_, original, translated)| {
            original.is_some() && translated.is_none_or(Option::is_none)
        })
        .map(|(key, _, _)| key)
        .collect();
    if !record.body.is_empty() && found.is_none_or(|translation| translation.body.is_empty()) {
        missing.push(STORY);
    }
    (!missing.is_empty()).then(|| Gap::Translation(language.clone(), missing))
}
