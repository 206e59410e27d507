//! What the site shows of a person's contact details, and whether it asks for consent.

use super::period::ShelfLife;
use crate::base::Guarded;
use crate::base::guarded::{Guard, Unclear, Written};
use crate::base::packed::packed;
use schemars::JsonSchema;
use serde::Deserialize;

/// How openly something is shown. A profile may tighten the site's choice, never loosen it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub enum Disclosure {
    /// As it is.
    Plain,
    /// Encoded, so that simple harvesters do not find it.
    Protected,
    /// Not at all.
    Hidden,
}

packed! { Disclosure: 0 = Plain, 1 = Protected, 2 = Hidden; }

/// Whether a profile needs a `consent` date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub enum Consent {
    /// A profile without one is published.
    #[default]
    Optional,
    /// A profile without one is held back.
    Required,
}

/// What follows from a consent that is older than `consent_lasts`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub enum Expired {
    /// The profile is held back until the person agrees again.
    Hold,
    /// The profile stays, and a message says that somebody should ask again.
    #[default]
    Warn,
}

/// `privacy:` as it is written.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PrivacyFile {
    /// Mail addresses: plain, protected or hidden; else protected.
    pub email: Guarded<Disclosure>,
    /// Telephone numbers: plain, protected or hidden; else hidden.
    pub phone: Guarded<Disclosure>,
    /// Whether a profile needs a `consent` date: optional or required.
    pub consent: Guarded<Consent>,
    /// How long a consent lasts before somebody should ask again: `2y`, `18m`; without it, for
    /// ever.
    pub consent_lasts: Guarded<ShelfLife>,
    /// What follows when it has lasted longer: hold (the profile is held back) or warn.
    pub consent_expired: Guarded<Expired>,
}

/// What the site shows of a person's contact details, and whether it asks for consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Privacy {
    /// Mail addresses.
    pub email: Disclosure,
    /// Telephone numbers.
    pub phone: Disclosure,
    /// Whether a profile needs a `consent` date.
    pub consent: Consent,
    /// How long a consent lasts before somebody should ask again; None for ever.
    pub consent_lasts: Option<ShelfLife>,
    /// What follows when it has lasted longer.
    pub consent_expired: Expired,
}

impl Default for Privacy {
    fn default() -> Self {
        PrivacyFile::default().into()
    }
}

impl From<PrivacyFile> for Privacy {
    /// What is not understood closes; the site is not published with it.
    fn from(written: PrivacyFile) -> Self {
        Self {
            email: written.email.or(Disclosure::Protected, Disclosure::Hidden),
            phone: written.phone.or(Disclosure::Hidden, Disclosure::Hidden),
            consent: written.consent.or(Consent::Optional, Consent::Required),
            consent_lasts: written.consent_lasts.value(),
            consent_expired: written.consent_expired.or(Expired::Warn, Expired::Hold),
        }
    }
}

impl PrivacyFile {
    /// The keys whose values are not understood, with the values that would be.
    pub fn unclear(&self) -> impl Iterator<Item = (&'static str, Unclear, &'static str)> {
        let keys = [
            ("email", self.email.unclear(), Disclosure::VALUES),
            ("phone", self.phone.unclear(), Disclosure::VALUES),
            ("consent", self.consent.unclear(), Consent::VALUES),
            ("consent_lasts", self.consent_lasts.unclear(), ShelfLife::VALUES),
            ("consent_expired", self.consent_expired.unclear(), Expired::VALUES),
        ];
        keys.into_iter().filter_map(|(key, unclear, values)| Some((key, unclear?, values)))
    }
}

/// Reads one of a few words, in any letter case.
fn word<T: Copy>(written: Written<'_>, words: &[(&str, T)]) -> Option<T> {
    let Written::Text(text) = written else { return None };
    words.iter().find(|(word, _)| word.eq_ignore_ascii_case(text)).map(|(_, value)| *value)
}

impl Guard for Disclosure {
    const VALUES: &'static str = "plain, protected or hidden";

    fn understand(written: Written<'_>) -> Option<Self> {
        word(
            written,
            &[("plain", Self::Plain), ("protected", Self::Protected), ("hidden", Self::Hidden)],
        )
    }
}

impl Guard for Consent {
    const VALUES: &'static str = "optional or required";

    fn understand(written: Written<'_>) -> Option<Self> {
        word(written, &[("optional", Self::Optional), ("required", Self::Required)])
    }
}

impl Guard for Expired {
    const VALUES: &'static str = "hold or warn";

    fn understand(written: Written<'_>) -> Option<Self> {
        word(written, &[("hold", Self::Hold), ("warn", Self::Warn)])
    }
}

impl Guard for ShelfLife {
    const VALUES: &'static str = "18m, 3y or none";

    fn understand(written: Written<'_>) -> Option<Self> {
        let Written::Text(text) = written else { return None };
        Self::parse(&text.to_lowercase())
    }
}
