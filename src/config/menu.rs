//! The main navigation, as the owner of the site writes it.

use crate::base::yaml::Value;
use crate::base::{Language, Rejected};
use schemars::JsonSchema;
use serde::de::{Deserialize, Deserializer, Error};
use std::collections::BTreeMap;

/// One entry of the main navigation.
#[derive(Debug, Hash, Clone, PartialEq, Eq)]
pub struct MenuEntry {
    /// Where it leads.
    pub target: MenuTarget,
    /// What it is called; else by the name of the page.
    pub label: Option<Label>,
}

/// Where an entry of the navigation leads.
#[derive(Debug, Hash, Clone, PartialEq, Eq)]
pub enum MenuTarget {
    /// A section of the site, or the slug of a text page.
    Page(String),
    /// An address: of another site, or of this one from its top.
    Address(String),
}

/// Words in one language, or in several by their tags.
#[derive(Debug, Hash, Clone, PartialEq, Eq, serde::Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Label {
    /// The same in every language.
    Same(String),
    /// By language.
    Each(BTreeMap<Language, String>),
}

impl Label {
    /// The words in `language`; else in the first language of `languages` that has any.
    pub fn in_language(&self, language: &Language, languages: &[Language]) -> Option<&str> {
        match self {
            Self::Same(words) => Some(words),
            Self::Each(each) => {
                let wanted = std::iter::once(language).chain(languages);
                wanted.into_iter().find_map(|language| each.get(language)).map(String::as_str)
            }
        }
    }
}

/// How an entry may be written.
#[derive(serde::Deserialize, JsonSchema)]
#[serde(untagged)]
#[allow(dead_code, reason = "the schema is made from all of it")]
enum Written {
    /// A section or a text page, or an address.
    Name(String),
    /// With words of one's own.
    Whole(Whole),
    /// In short: what it is called, or the page, and where it leads, or what that is called.
    Short(BTreeMap<String, String>),
}

#[derive(serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Whole {
    /// A section, or the slug of a text page.
    #[serde(default)]
    page: Option<String>,
    /// An address, instead of a page.
    #[serde(default)]
    url: Option<String>,
    /// What the entry is called: a text, or one for each language.
    #[serde(default, alias = "title")]
    label: Option<Label>,
}

/// Something that is none of the forms of an entry.
fn no_entry<E: Error>() -> E {
    let help = "write a word such as `experts`, the slug of a text page, or `{ label: Blog, url: https://blog.example/ }`";
    Rejected::new("this is no entry of the menu", help).error()
}

/// Entries below an entry.
fn group<E: Error>() -> E {
    let help = "write the entries of the group one below the other, each with a dash";
    Rejected::new("the menu has one level, and a group of entries stands here", help).error()
}

/// Whether a value holds entries below one of its own, as menus of several levels do.
fn is_group(value: &Value) -> bool {
    let holds_entries = |(key, value): (&Value, &Value)| {
        value.is_sequence()
            || (value.is_mapping() && !matches!(key.as_str(), Some("label" | "title")))
    };
    value.is_sequence() || value.as_mapping().is_some_and(|group| group.iter().any(holds_entries))
}

impl<'de> Deserialize<'de> for MenuEntry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        if is_group(&value) {
            return Err(group());
        }
        let written = Written::deserialize(value).map_err(|_| no_entry())?;
        let entry = match written {
            Written::Name(name) => Some(Self { target: MenuTarget::of(&name), label: None }),
            Written::Whole(Whole { page, url, label }) => {
                let target = match (page, url) {
                    (Some(page), None) => Some(MenuTarget::of(&page)),
                    (None, Some(url)) => Some(MenuTarget::Address(url)),
                    _ => None,
                };
                target.map(|target| Self { target, label })
            }
            Written::Short(short) if short.len() == 1 => {
                short.into_iter().next().map(|(key, value)| {
                    let (target, label) = match MenuTarget::of(&value) {
                        address @ MenuTarget::Address(_) => (address, key),
                        MenuTarget::Page(_) => (MenuTarget::of(&key), value),
                    };
                    Self { target, label: Some(Label::Same(label)) }
                })
            }
            Written::Short(_) => None,
        };
        entry.ok_or_else(no_entry)
    }
}

impl JsonSchema for MenuEntry {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "MenuEntry".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Written::json_schema(generator)
    }
}

impl MenuTarget {
    fn of(text: &str) -> Self {
        let scheme = text.split_once(':').is_some_and(|(scheme, rest)| {
            let plain = |c: char| c.is_ascii_alphanumeric() || "+.-".contains(c);
            !scheme.is_empty()
                && scheme.chars().all(plain)
                && rest.starts_with(|c: char| !c.is_whitespace())
        });
        if scheme || text.starts_with('/') {
            Self::Address(text.to_owned())
        } else {
            Self::Page(text.trim().to_owned())
        }
    }
}
