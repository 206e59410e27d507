//! `form`: the form of a profile, to join with and to keep one's own.

use serde::Serialize;

/// The form of a profile, as the variable `form`.
#[derive(Debug, Clone, Serialize)]
pub struct FormView<'a> {
    /// `join` for somebody who has no profile here, `edit` for whoever keeps their own.
    pub purpose: &'static str,
    /// The fields, in groups.
    pub groups: Vec<FormGroup>,
    /// Names of topics, to be completed.
    pub topics: Vec<&'a str>,
    /// Languages, to be completed.
    pub tags: Vec<FormOption>,
    /// Services on which people have a page.
    pub services: Vec<&'static str>,
    /// What somebody agrees to who sends the form.
    pub consent: String,
    /// A form on GitHub, for who has no scripts.
    pub issue_url: Option<String>,
    /// A mail address, encoded for HTML.
    pub email_html: Option<String>,
    /// The same as a `mailto:` address.
    pub mailto_html: Option<String>,
    /// Where the form goes, for the script: JSON.
    pub settings: String,
    /// What the script says, in the page's language: JSON.
    pub words: String,
}

/// Fields that stand together.
#[derive(Debug, Clone, Serialize)]
pub struct FormGroup {
    /// Its name: interface string `form.group.<key>`.
    pub key: &'static str,
    /// Its fields.
    pub fields: Vec<FormField>,
}

/// A field.
#[derive(Debug, Clone, Serialize)]
pub struct FormField {
    /// The key of the profile, in its group or item.
    pub key: String,
    /// The keys down to it: `location.city`.
    pub path: String,
    /// `line`, `prose`, `lines`, `email`, `phone`, `url`, `date`, `number`, `choice`, `switch`,
    /// `topic`, `tag`, `service`, `group`, `list`, `pairs` or `note`.
    pub kind: &'static str,
    /// What it is called.
    pub label: String,
    /// What may stand in it.
    pub help: Option<String>,
    /// Whether something must.
    pub required: bool,
    /// What it means to browsers that fill in forms (WCAG 2.2, 1.3.5): `name`, `email`, …
    pub autocomplete: Option<&'static str>,
    /// The values of a choice.
    pub options: Vec<FormOption>,
    /// The least number.
    pub min: Option<i64>,
    /// The greatest number.
    pub max: Option<i64>,
    /// The fields of a group, or of each item of a list.
    pub fields: Vec<FormField>,
}

/// Something that can be chosen.
#[derive(Debug, Clone, Serialize)]
pub struct FormOption {
    /// As it stands in the profile.
    pub value: String,
    /// As it is shown.
    pub label: String,
}
