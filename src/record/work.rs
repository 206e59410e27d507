//! What only publications have: what they are, and who wrote them.

use super::scalar::{or_text, short_form};
use schemars::JsonSchema;
use serde::Deserialize;

/// What a publication is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum WorkKind {
    /// In a journal, a magazine or a newspaper.
    Article,
    /// A book.
    Book,
    /// A part of a book.
    Chapter,
    /// In the proceedings of a conference.
    Conference,
    /// A report or a white paper.
    Report,
    /// A thesis.
    Thesis,
    /// Before it was reviewed.
    Preprint,
    /// Data.
    Dataset,
    /// A program.
    Software,
    /// Something else.
    Other,
}

impl WorkKind {
    /// The word in a profile.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Book => "book",
            Self::Chapter => "chapter",
            Self::Conference => "conference",
            Self::Report => "report",
            Self::Thesis => "thesis",
            Self::Preprint => "preprint",
            Self::Dataset => "dataset",
            Self::Software => "software",
            Self::Other => "other",
        }
    }
}

/// Who wrote a publication: a slug, a name as it is written, or a group of keys: `expert` for
/// somebody with a profile, `name` for somebody who is not taken for one, `organization` for a
/// body.
#[derive(Debug, Clone, Hash, Default, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(transform = or_text)]
pub struct AuthorEntry {
    /// Slug or name of an expert.
    #[serde(default)]
    pub expert: Option<String>,
    /// Name of somebody who may have no profile.
    #[serde(default)]
    pub name: Option<String>,
    /// A body that wrote it: World Health Organization.
    #[serde(default)]
    pub organization: Option<String>,
    /// Whether nothing but a name or a slug was written, which may be of somebody with a profile.
    #[serde(skip)]
    pub is_reference: bool,
}

impl AuthorEntry {
    /// Whether nobody is named.
    pub(super) fn is_empty(&self) -> bool {
        let names = [&self.expert, &self.name, &self.organization];
        names.into_iter().flatten().all(|name| name.trim().is_empty())
    }
}

short_form!(
    AuthorEntry,
    "a name, or a group of keys with `expert`, `name` or `organization`",
    |name| Self { name: Some(name), is_reference: true, ..Self::default() }
);
