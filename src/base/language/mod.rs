//! Language tags (BCP 47).

mod names;

use crate::base::diagnostic::codes::Code;
use crate::base::diagnostic::rejected::Rejected;
use crate::base::fold::fold;
use crate::base::packed::{Packed, Packer, Unpacker};
use icu_locale::{LocaleDirectionality, LocaleExpander};
use names::{ISO_639_1, NAMES};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;
use std::sync::{Arc, LazyLock};

/// A language tag (BCP 47), in its usual writing: `nl`, `nl-BE`, `zh-Hant`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(Arc<str>);

impl Language {
    /// English.
    pub fn english() -> Self {
        Self("en".into())
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language without script, region and variants: `zh` of `zh-Hant`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// Whether most readers know the tag as that of a language: one of two letters or with an own
    /// name here, at most with a territory or a usual script behind it. Words such as `lee` and
    /// `van` are tags too, of which nobody thinks so.
    pub fn is_widely_known(&self) -> bool {
        let is_usual = |part: &str| {
            part.len() == 2 || ["Arab", "Cyrl", "Hans", "Hant", "Latn"].contains(&part)
        };
        (self.primary().len() == 2 || self.row().is_some())
            && self.0.split('-').skip(1).all(is_usual)
    }

    /// The language with its territory, as POSIX and the Open Graph protocol write it: `nl_NL`,
    /// `zh_TW`. Where the tag names no territory it is the likeliest one (Unicode CLDR, likely
    /// subtags).
    pub fn with_territory(&self) -> String {
        static LIKELY: LazyLock<LocaleExpander> = LazyLock::new(LocaleExpander::new_extended);
        let Ok(mut tag) = self.0.parse::<icu_locale_core::LanguageIdentifier>() else {
            return self.0.to_string();
        };
        LIKELY.maximize(&mut tag);
        match tag.region {
            Some(region) => format!("{}_{region}", tag.language),
            None => tag.language.to_string(),
        }
    }

    /// The direction of its script: `ltr` or `rtl` (Unicode CLDR).
    pub fn direction(&self) -> &'static str {
        static SCRIPTS: LazyLock<LocaleDirectionality> =
            LazyLock::new(LocaleDirectionality::new_extended);
        let tag = self.0.parse::<icu_locale_core::LanguageIdentifier>();
        if tag.is_ok_and(|tag| SCRIPTS.is_right_to_left(&tag)) { "rtl" } else { "ltr" }
    }

    /// Its own name: *Nederlands*, *English*; the tag when it is not in the table.
    pub fn native_name(&self) -> Cow<'static, str> {
        self.row().map_or_else(|| Cow::Owned(self.0.to_string()), |row| Cow::Borrowed(row[1]))
    }

    /// Its name in the language `reader`, else its own.
    pub fn name_in(&self, reader: &Self) -> Cow<'static, str> {
        let column = match reader.primary() {
            "nl" => 2,
            "en" => 3,
            "de" => 4,
            "fr" => 5,
            "ar" => 6,
            _ => 1,
        };
        self.row().map_or_else(|| Cow::Owned(self.0.to_string()), |row| Cow::Borrowed(row[column]))
    }

    /// The language that people call so, in one of the languages of its names, or by a tag that is
    /// widely known: `Engels`, `English`, `EN`.
    pub fn by_name(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(tag) = NotALanguage::of(text).meant {
            return tag.parse().ok();
        }
        text.parse::<Self>().ok().filter(|tag| tag.primary().len() == 2 && tag.is_widely_known())
    }

    fn row(&self) -> Option<&'static [&'static str; 7]> {
        NAMES.iter().find(|row| row[0] == self.primary())
    }
}

/// The text is not a language tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotALanguage {
    text: String,
    meant: Option<&'static str>,
}

impl NotALanguage {
    fn of(text: &str) -> Self {
        let folded = fold(text);
        let named = |row: &&[&'static str; 7]| {
            !folded.is_empty() && row.iter().skip(1).any(|name| fold(name) == folded)
        };
        let meant = NAMES.iter().find(named).map(|row| row[0]);
        Self { text: text.chars().take(40).collect(), meant }
    }
}

impl fmt::Display for NotALanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Rejected::from(self).fmt(f)
    }
}

impl From<&NotALanguage> for Rejected {
    fn from(NotALanguage { text, meant }: &NotALanguage) -> Self {
        let help = format!("write {}", meant.unwrap_or("nl, en, pt-BR, zh-Hant, …"));
        Self::new(format!("`{text}` is not a language tag"), help).code(Code::BrokenLanguage)
    }
}

impl std::error::Error for NotALanguage {}

impl FromStr for Language {
    type Err = NotALanguage;

    fn from_str(text: &str) -> Result<Self, NotALanguage> {
        let text = text.trim();
        let tag: icu_locale_core::LanguageIdentifier =
            text.parse().map_err(|_| NotALanguage::of(text))?;
        let known = match tag.language.as_str().len() {
            2 => ISO_639_1.split(' ').any(|code| code == tag.language.as_str()),
            3 => !tag.language.is_unknown(),
            // Longer ones are allowed by the grammar, but none was ever registered: it is a name,
            // not a tag.
            _ => false,
        };
        if known { Ok(Self(tag.to_string().into())) } else { Err(NotALanguage::of(text)) }
    }
}

impl Packed for Language {
    fn pack(&self, into: &mut Packer<'_>) {
        into.bytes(self.0.as_bytes());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(Self(from.text()?.into()))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl JsonSchema for Language {
    fn schema_name() -> Cow<'static, str> {
        "LanguageTag".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A language tag (BCP 47): nl, en, pt-BR, zh-Hant.",
            "type": "string",
            "pattern": "^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_put_in_their_usual_writing() {
        assert_eq!("NL-be".parse::<Language>().map(|tag| tag.to_string()), Ok("nl-BE".to_owned()));
        assert_eq!(
            "zh-hant".parse::<Language>().map(|tag| tag.to_string()),
            Ok("zh-Hant".to_owned())
        );
        for wrong in ["", "dutch language", "x", "und", "nl_", "../nl"] {
            assert!(wrong.parse::<Language>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_language_has_a_territory_even_when_the_tag_names_none() {
        for (tag, whole) in [
            ("nl", "nl_NL"),
            ("nl-BE", "nl_BE"),
            ("en", "en_US"),
            ("ar", "ar_EG"),
            ("zh-Hant", "zh_TW"),
        ] {
            assert_eq!(
                tag.parse::<Language>().map(|tag| tag.with_territory()),
                Ok(whole.to_owned())
            );
        }
    }

    #[test]
    fn languages_know_their_direction_and_names() {
        let tag = |text: &str| text.parse::<Language>().expect("a tag");
        for (text, direction) in [
            ("ar", "rtl"),
            ("nl", "ltr"),
            ("az-Arab", "rtl"),
            ("ks", "rtl"),
            ("ku", "ltr"),
            ("pa-PK", "rtl"),
        ] {
            assert_eq!(tag(text).direction(), direction, "{text}");
        }
        assert_eq!(tag("de").name_in(&tag("nl")), "Duits");
        assert_eq!(tag("zh-Hant").native_name(), "中文");
        assert_eq!(tag("tlh").native_name(), "tlh");
    }
}
