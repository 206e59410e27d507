//! How to reach somebody.

use super::scalar::{Scalar, or_text, short_form};
use crate::base::{Guarded, email};
use crate::config::Disclosure;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};

/// How to reach somebody: a mail address or web address, or a group of keys.
#[derive(Debug, Clone, Hash, Default, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, default)]
#[schemars(transform = or_text)]
pub struct ContactFile {
    /// Mail address.
    pub email: Option<String>,
    /// Telephone number, with the country: +31 50 123 45 67.
    #[serde(deserialize_with = "phone")]
    #[schemars(with = "Option<Scalar>")]
    pub phone: Option<String>,
    /// A page with a form or a calendar.
    pub url: Option<String>,
    /// How openly, when the site's choice is too open: plain, protected or hidden.
    pub visibility: Guarded<Disclosure>,
}

/// A number without quotes is a telephone number too.
fn phone<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<Scalar>::deserialize(deserializer)?.map(|phone| phone.0))
}

short_form!(ContactFile, "a mail address, or a group of keys with `email` or `phone`", |text| {
    if email::is_address(text.trim()) || (text.contains('@') && !text.contains('/')) {
        Self { email: Some(text), ..Self::default() }
    } else {
        Self { url: Some(text), ..Self::default() }
    }
});
