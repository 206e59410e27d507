//! What a profile lists: offers, positions, certificates, publications, testimonials.

use super::lost::Lost;
use super::scalar::{Scalar, or_text, short_form};
use super::work::{AuthorEntry, WorkKind};
use crate::base::Date;
use crate::base::InCv;
use schemars::JsonSchema;
use serde::Deserialize;

/// What somebody brings to others: a title, or a group of keys.
#[derive(Debug, Clone, Hash, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(transform = or_text)]
pub struct Offer {
    /// What a translation calls it by, instead of its title.
    #[serde(default)]
    pub id: Option<String>,
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

short_form!(Offer, "a title, or a group of keys with `title`", |title| Self {
    id: None,
    title,
    topics: Vec::new(),
    text: None,
    until: None,
});

/// What somebody looks for from others.
pub type Ask = Offer;

/// A position held or a study followed.
#[derive(Debug, Clone, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// What a translation calls it by, instead of its title.
    #[serde(default)]
    pub id: Option<String>,
    /// Function or degree.
    pub title: String,
    /// Employer or school.
    #[serde(default)]
    pub organization: Option<String>,
    /// Since when.
    #[serde(default)]
    pub from: Option<Date>,
    /// Until when.
    #[serde(default, deserialize_with = "super::scalar::end")]
    pub to: Option<Date>,
    /// A few words about it (Markdown).
    #[serde(default)]
    pub text: Option<String>,
    /// What it was about.
    #[serde(default)]
    pub topics: Vec<String>,
    /// All of it in one line, which a CV shows when it has to be short: `Head of heating, twelve
    /// engineers`. The dates are added.
    #[serde(default)]
    pub short: Option<String>,
    /// In which CVs it stands: in none (`false`), or in those of some variants alone: `[water]`.
    #[serde(default)]
    pub cv: InCv,
    /// What of it could not be read.
    #[serde(default, rename = "\0lost")]
    #[schemars(skip)]
    pub lost: Lost,
}

/// A certificate.
#[derive(Debug, Clone, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// What a translation calls it by, instead of its title.
    #[serde(default)]
    pub id: Option<String>,
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
    /// All of it in one line, which a CV shows when it has to be short: `Prince2`. The dates are
    /// added.
    #[serde(default)]
    pub short: Option<String>,
    /// In which CVs it stands: in none (`false`), or in those of some variants alone: `[water]`.
    #[serde(default)]
    pub cv: InCv,
    /// What of it could not be read.
    #[serde(default, rename = "\0lost")]
    #[schemars(skip)]
    pub lost: Lost,
}

/// A publication, talk or award.
#[derive(Debug, Clone, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// What a translation calls it by, instead of its title.
    #[serde(default)]
    pub id: Option<String>,
    /// Its title.
    pub title: String,
    /// Who wrote it, in order, the person themselves among them: `[jan-de-vries, Someone Else]`.
    /// Without it the work is the person's.
    #[serde(default)]
    pub authors: Vec<AuthorEntry>,
    /// What it is: article, book, chapter, conference, report, thesis, preprint, dataset, software
    /// or other.
    #[serde(default, rename = "type")]
    pub kind: Option<WorkKind>,
    /// When.
    #[serde(default)]
    pub date: Option<Date>,
    /// The same where only the year is known.
    #[serde(default)]
    pub year: Option<Date>,
    /// Where to find it.
    #[serde(default)]
    pub url: Option<String>,
    /// Its DOI, in any form: `10.1000/xyz`. Without `url` it is where to find it.
    #[serde(default)]
    pub doi: Option<String>,
    /// Journal, publisher or event.
    #[serde(default)]
    pub venue: Option<String>,
    /// The volume of the journal.
    #[serde(default)]
    pub volume: Option<Scalar>,
    /// The number within the volume.
    #[serde(default)]
    pub issue: Option<Scalar>,
    /// The pages: `17-25`.
    #[serde(default)]
    pub pages: Option<Scalar>,
    /// Who gave or hosted it.
    #[serde(default)]
    pub organization: Option<String>,
    /// What it is about.
    #[serde(default)]
    pub topics: Vec<String>,
    /// All of it in one line, which a CV shows when it has to be short: `On warmth without gas`.
    /// The dates are added.
    #[serde(default)]
    pub short: Option<String>,
    /// In which CVs it stands: in none (`false`), or in those of some variants alone: `[water]`.
    #[serde(default)]
    pub cv: InCv,
    /// What of it could not be read.
    #[serde(default, rename = "\0lost")]
    #[schemars(skip)]
    pub lost: Lost,
}

/// What somebody says about a person or a project.
#[derive(Debug, Clone, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TestimonialFile {
    /// What a translation calls it by, instead of its title.
    #[serde(default)]
    pub id: Option<String>,
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
    /// The words in one line, which a CV shows when it has to be short.
    #[serde(default)]
    pub short: Option<String>,
    /// In which CVs it stands: in none (`false`), or in those of some variants alone: `[water]`.
    #[serde(default)]
    pub cv: InCv,
}
