//! The front matter of a project.

use super::credits::TestimonialFile;
use super::entry::{OwnKeys, UnclearKey, entry};
use super::focus::Focus;
use super::item_text::TestimonialText;
use super::level::Part;
use super::lost::Lost;
use super::scalar::{Scalar, ShortForm, or_text, or_text_or_year, read_either_form, short_form};
use crate::base::InCv;
use crate::base::{Date, goes_on};
use schemars::JsonSchema;
use serde::Deserialize;

entry! {
    /// A dated case.
    pub struct Project {
        /// Title.
        pub title: String,
        /// The client's slug or name.
        #[serde(default)]
        pub client: Option<String>,
        /// Branch of industry.
        #[serde(default)]
        pub sector: Option<String>,
        /// From when to when.
        #[serde(default)]
        pub period: Option<Period>,
        /// The day on which somebody confirmed that it is still running.
        #[serde(default)]
        pub confirmed_on: Option<Date>,
        /// Where.
        #[serde(default)]
        pub place: Option<String>,
        /// What the client asked (Markdown).
        #[serde(default)]
        pub question: Option<String>,
        /// How it was done (Markdown).
        #[serde(default)]
        pub approach: Option<String>,
        /// What came of it (Markdown).
        #[serde(default)]
        pub result: Option<String>,
        /// Results in figures.
        #[serde(default)]
        pub outcomes: Vec<Outcome>,
        /// Who did it.
        #[serde(default)]
        pub team: Vec<TeamEntry>,
        /// What it was about.
        #[serde(default)]
        pub topics: Vec<String>,
        /// Pictures beside the case.
        #[serde(default)]
        pub images: Vec<Image>,
        /// What the client says of it.
        #[serde(default)]
        pub testimonial: Option<TestimonialFile>,
        /// Whether the network puts it forward.
        #[serde(default)]
        pub featured: bool,
        /// The case in one line, which a CV shows when it has to be short: `Where pipes go in
        /// Assen, for the town`. The dates are added.
        #[serde(default)]
        pub short: Option<String>,
        /// In which CVs of its team it stands: in none (`false`), or in those of some variants
        /// alone: `[water]`.
        #[serde(default)]
        pub cv: InCv,
    }
}

impl OwnKeys for Project {
    fn own_unclear(&self) -> Vec<UnclearKey> {
        let own = UnclearKey::of_cv("cv", &self.cv);
        let team = self.team.iter().enumerate();
        let team =
            team.filter_map(|(at, one)| UnclearKey::of_cv(&format!("team[{at}].cv"), &one.cv));
        own.into_iter().chain(team).collect()
    }
}

/// The texts of a project in a further language. Each item of a list says which item of the project
/// it translates.
#[derive(Debug, Clone, Hash, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ProjectText {
    /// Title.
    pub title: Option<String>,
    /// What the client asked.
    pub question: Option<String>,
    /// How it was done.
    pub approach: Option<String>,
    /// What came of it.
    pub result: Option<String>,
    /// The case in one line, for a CV that has to be short.
    pub short: Option<String>,
    /// Results in figures.
    pub outcomes: Vec<OutcomeText>,
    /// What the client says of it.
    pub testimonial: Option<TestimonialText>,
}

/// The label of an outcome, in a further language.
#[derive(Debug, Clone, Hash, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct OutcomeText {
    /// The outcome that is meant: its `id` in the project's own file, or its label there.
    pub id: Option<String>,
    /// The outcome that is meant: its figure, as it stands in the project's own file.
    pub value: Option<Scalar>,
    /// What is counted.
    pub label: Option<String>,
}

/// From when to when; no `to`: still running. Or as a text: `2020`, `2019-2021`, `May 2019 – now`.
#[derive(Debug, Clone, Copy, Hash, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(transform = or_text_or_year)]
pub struct Period {
    /// Since when.
    pub from: Date,
    /// Until when.
    #[serde(default, deserialize_with = "super::scalar::end")]
    pub to: Option<Date>,
    /// What of it could not be read.
    #[serde(default, rename = "\0lost")]
    #[schemars(skip)]
    pub lost: Lost,
}

impl Period {
    /// Reads one date, within which it was, or two with a dash between them.
    fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(day) = Date::in_any_form(text) {
            return Some(Self { from: day, to: Some(day), lost: Lost::default() });
        }
        let is_year =
            |text: &str| text.len() == 4 && text.bytes().all(|sign| sign.is_ascii_digit());
        let parted = ["–", "—", " - ", "/"].iter().find_map(|dash| text.split_once(dash));
        let parted =
            parted.or_else(|| text.split_once('-').filter(|(from, _)| is_year(from.trim())));
        let (from, to) = parted?;
        let runs = to.trim().is_empty() || goes_on(to);
        let to = if runs { None } else { Some(Date::in_any_form(to)?) };
        Some(Self { from: Date::in_any_form(from)?, to, lost: Lost::default() })
    }
}

impl ShortForm for Period {
    const EXPECTING: &'static str = "years such as 2019-2021, or a group of keys with `from`";

    fn from_text<E: serde::de::Error>(text: String) -> Result<Self, E> {
        Self::read(&text)
            .ok_or_else(|| E::invalid_type(serde::de::Unexpected::Str(&text), &Self::EXPECTING))
    }

    fn from_number<E: serde::de::Error>(number: u64) -> Result<Self, E> {
        Self::from_text(number.to_string())
    }

    fn from_keys<'de, D: serde::Deserializer<'de>>(keys: D) -> Result<Self, D::Error> {
        Self::deserialize(keys)
    }
}

read_either_form!(Period);

/// A result in one figure.
#[derive(Debug, Clone, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// What a translation calls it by, instead of its label.
    #[serde(default)]
    pub id: Option<String>,
    /// What is counted.
    pub label: String,
    /// The figure, as written.
    pub value: Scalar,
}

/// One person on a team: a name, or a group of keys: `expert` for somebody with a profile, else
/// `name`.
#[derive(Debug, Clone, Hash, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(transform = or_text)]
pub struct TeamEntry {
    /// Slug or name of an expert.
    #[serde(default)]
    pub expert: Option<String>,
    /// Name of somebody who may have no profile.
    #[serde(default)]
    pub name: Option<String>,
    /// Their part in the project.
    #[serde(default)]
    pub role: Option<String>,
    /// Core team, or drawn in from outside.
    #[serde(default)]
    pub part: Part,
    /// What they brought.
    #[serde(default)]
    pub topics: Vec<String>,
    /// In which of their CVs the case stands: in none (`false`), or in those of some variants
    /// alone: `[water]`.
    #[serde(default)]
    pub cv: InCv,
    /// Whether nothing but a name or a slug was written, which may be of somebody with a profile.
    #[serde(skip)]
    pub is_reference: bool,
}

short_form!(TeamEntry, "a name, or a group of keys with `expert` or `name`", |name| Self {
    expert: None,
    name: Some(name),
    role: None,
    part: Part::default(),
    topics: Vec::new(),
    cv: InCv::All,
    is_reference: true,
});

/// A picture: a file name, or a group of keys.
#[derive(Debug, Clone, Hash, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(transform = or_text)]
pub struct Image {
    /// File beside the entry.
    pub file: String,
    /// Text alternative: what is to be seen, for those who do not see it.
    #[serde(default)]
    pub alt: Option<String>,
    /// Line below the picture.
    #[serde(default)]
    pub caption: Option<String>,
    /// The point that stays in sight when the picture is cut: from the left and from the top, each
    /// 0 to 1. `[0.5, 0.3]`
    #[serde(default)]
    pub focus: Option<Focus>,
}

short_form!(Image, "the name of a picture, or a group of keys with `file`", |file| Self {
    file,
    alt: None,
    caption: None,
    focus: None,
});
