//! Which fields stand together, in the order in which somebody tells of themselves.

use super::field::{Field, field_of};
use crate::base::EntryKind;
use crate::record::schema;
use serde_json::Value;
use std::sync::LazyLock;

/// Fields that stand together.
#[derive(Debug, Clone)]
pub struct Group {
    /// Its name: interface string `form.group.<key>`.
    pub key: &'static str,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// The groups, and the keys of a profile in each.
pub(super) const GROUPS: [(&str, &[&str]); 5] = [
    (
        "who",
        &[
            "name",
            "headline",
            "photo",
            "pronouns",
            "location",
            "contact",
            "links",
            "languages",
            "roles",
            "audience",
            "availability",
        ],
    ),
    ("can", &["expertise", "offers", "asks"]),
    ("questions", &["who", "can", "value", "flow"]),
    (
        "work",
        &[
            "experience",
            "education",
            "certificates",
            "publications",
            "talks",
            "awards",
            "testimonials",
        ],
    ),
    ("privacy", &["matchable", "crawlers"]),
];

/// Keys that the form does not ask for: addresses, days and states that the network keeps, what
/// follows from sending the form (`consent`, `confirmed_on`, `withdrawn`), what is never shown, and
/// names of formats, of which few who fill in a form have heard.
#[cfg(test)]
pub(super) const NOT_ASKED: [&str; 15] = [
    "aliases",
    "confirmed_on",
    "consent",
    "cv",
    "draft",
    "expires",
    "extra",
    "formats",
    "former_names",
    "publish",
    "slug",
    "sort_name",
    "updated",
    "visibility",
    "withdrawn",
];

static ALL: LazyLock<Vec<Group>> = LazyLock::new(|| {
    let schema: Value = schema(EntryKind::Expert);
    let fields = |keys: &[&str]| keys.iter().map(|key| field_of(&schema, key)).collect();
    GROUPS.iter().map(|(key, keys)| Group { key, fields: fields(keys) }).collect()
});

/// The groups with the fields whose keys are `wanted`, or all; what must be there always is.
pub fn groups(wanted: &[String]) -> Vec<Group> {
    let mut all = ALL.clone();
    if !wanted.is_empty() {
        let is_wanted = |field: &Field| field.required || wanted.contains(&field.key);
        for group in &mut all {
            group.fields.retain(is_wanted);
        }
        all.retain(|group| !group.fields.is_empty());
    }
    all
}

/// Whether the form can ask for a key of a profile.
pub fn is_field(key: &str) -> bool {
    GROUPS.iter().any(|(_, keys)| keys.contains(&key))
}
