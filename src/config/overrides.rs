//! What the command line says over `vakwerk.yaml`.

use crate::base::{Date, Shard};

/// What the command line says over `vakwerk.yaml`.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// The absolute address under which the site will stand.
    pub base_url: Option<String>,
    /// The same, where the site names none itself.
    pub usual_base_url: Option<String>,
    /// The day that counts as today.
    pub date: Option<Date>,
    /// What makes a run fail beside errors.
    pub deny: Deny,
    /// The part of the outputs that is made; all without one.
    pub shard: Option<Shard>,
    /// Whether entries that are not meant to be seen yet are shown.
    pub drafts: Drafts,
}

/// What becomes of entries that are not meant to be seen yet: drafts, and those whose day has not
/// come.
#[derive(Debug, Hash, Clone, Copy, PartialEq, Eq, Default)]
pub enum Drafts {
    /// They are no part of the site.
    #[default]
    LeftOut,
    /// They are shown as they would be, to whoever writes them.
    Shown,
}

/// What makes a run fail, so that nothing is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Deny {
    /// Only what makes the whole site impossible.
    #[default]
    Nothing,
    /// Errors too.
    Errors,
    /// Warnings and errors too.
    Warnings,
}
