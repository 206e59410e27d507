//! How to reach somebody.

use super::scalar::{LongForm, Scalar, short_or_long};
use crate::config::Disclosure;
use serde::{Deserialize, Deserializer};

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
