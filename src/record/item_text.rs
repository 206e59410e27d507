//! Items of a profile's lists in a further language. Beside its words, an item has what says which
//! one it translates: an `id`, or what stands in the profile and is the same in every language.

use crate::base::Date;
use schemars::JsonSchema;
use serde::Deserialize;

/// The remark on a claim, in a further language.
#[derive(Debug, Clone, Hash, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct NoteText {
    /// The claim that is meant: its topic, as it stands in the profile.
    pub topic: Option<String>,
    /// The remark.
    pub note: Option<String>,
    /// What a CV that has to be short says of it.
    pub short: Option<String>,
}

/// An offer or ask, in a further language.
#[derive(Debug, Clone, Hash, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct OfferText {
    /// The item that is meant: its `id` in the profile, or its title there.
    pub id: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its text.
    pub text: Option<String>,
}

/// A position, study or credit, in a further language.
#[derive(Debug, Clone, Hash, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PositionText {
    /// The item that is meant: its `id` in the profile, or its title there.
    pub id: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// A few words about it.
    pub text: Option<String>,
    /// All of it in one line, for a CV that has to be short.
    pub short: Option<String>,
    /// The item that is meant: the organization, as it stands in the profile.
    pub organization: Option<String>,
    /// The item that is meant: since when, as in the profile.
    pub from: Option<Date>,
    /// The item that is meant: until when, as in the profile.
    pub to: Option<Date>,
    /// The item that is meant: its date, as in the profile.
    pub date: Option<Date>,
    /// The item that is meant: its address, as in the profile.
    pub url: Option<String>,
    /// The item that is meant: its DOI, as in the profile.
    pub doi: Option<String>,
    /// The item that is meant: journal, publisher or event, as in the profile.
    pub venue: Option<String>,
}

/// A testimonial, in a further language.
#[derive(Debug, Clone, Hash, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct TestimonialText {
    /// The item that is meant: its `id` in the entry's own file.
    pub id: Option<String>,
    /// The words.
    pub quote: Option<String>,
    /// The words in one line, for a CV that has to be short.
    pub short: Option<String>,
    /// The item that is meant: who said them, as in the entry's own file.
    pub name: Option<String>,
    /// The item that is meant: where they work, as in the entry's own file.
    pub organization: Option<String>,
    /// The item that is meant: when, as in the entry's own file.
    pub date: Option<Date>,
}
