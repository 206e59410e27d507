//! What the site shows of a person's contact details, and whether it asks for consent.

use super::period::ShelfLife;
use schemars::JsonSchema;
use serde::Deserialize;

/// How openly something is shown. A profile may tighten the site's choice, never loosen it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Disclosure {
    /// As it is.
    Plain,
    /// Encoded, so that simple harvesters do not find it.
    Protected,
    /// Not at all.
    Hidden,
}

/// Whether a profile needs a `consent` date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Consent {
    /// A profile without one is published.
    #[default]
    Optional,
    /// A profile without one is held back.
    Required,
}

/// `privacy:` of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Privacy {
    /// Mail addresses.
    pub email: Disclosure,
    /// Telephone numbers.
    pub phone: Disclosure,
    /// Whether a profile needs a `consent` date.
    pub consent: Consent,
    /// How long a consent lasts before somebody should ask again: `2y`, `18m`; without it, for ever.
    pub consent_lasts: Option<ShelfLife>,
}

impl Default for Privacy {
    fn default() -> Self {
        Self {
            email: Disclosure::Protected,
            phone: Disclosure::Hidden,
            consent: Consent::Optional,
            consent_lasts: None,
        }
    }
}
