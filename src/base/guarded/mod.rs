//! Keys that decide who sees what. What is not understood there closes: it is never taken for
//! "nothing was said".

pub mod closing_words;
mod forbidding;
pub mod keys;
pub mod stray;
pub mod switch;

use super::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::value::MapAccessDeserializer;
use serde::de::{
    Deserialize, Deserializer, EnumAccess, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// The keyword of the schema that marks such a key.
pub const MARK: &str = "x-privacy";

/// Stands in the place of a value whose key was misspelt or stands twice: that has been said
/// already, and closes.
pub const DISTRUSTED: &str = "\u{0}distrusted";

/// What was written under a key that decides who sees what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Guarded<T> {
    /// The key is not there.
    #[default]
    Unset,
    /// A value that is understood.
    Set(T),
    /// Something that is not understood. What the key guards is closed.
    Closed(Unclear),
}

/// What was not understood, as far as a message can show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unclear {
    /// Nothing stands there.
    Nothing,
    /// A text, a number or a truth that is none of the values.
    Value,
    /// A list, a group of keys or a tagged value.
    Structure,
    /// The key was misspelt, stands twice or at another level, which has been said.
    Said,
    /// The key stands in a group of keys of one's own, where nothing reads it.
    Strayed,
}

/// A value as it was written, before anybody understood it.
#[derive(Debug, Clone, Copy)]
pub enum Written<'a> {
    /// `true` or `false`.
    Truth(bool),
    /// A whole number.
    Number(i64),
    /// A text, without spaces at its ends.
    Text(&'a str),
}

/// A value of a key that decides who sees what.
pub trait Guard: Sized {
    /// What is understood, for a message: `public, unlisted or hidden`.
    const VALUES: &'static str;

    /// The value that is meant; None when it is not clear.
    fn understand(written: Written<'_>) -> Option<Self>;
}

impl<T: Copy> Guarded<T> {
    /// The value, `unset` without the key, `closed` when it is not understood.
    pub fn or(self, unset: T, closed: T) -> T {
        match self {
            Self::Unset => unset,
            Self::Set(value) => value,
            Self::Closed(_) => closed,
        }
    }

    /// The value, when there is one that is understood.
    pub fn value(self) -> Option<T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Unset | Self::Closed(_) => None,
        }
    }
}

impl<T> Guarded<T> {
    /// Why it is closed.
    pub fn unclear(&self) -> Option<Unclear> {
        match self {
            Self::Closed(unclear) => Some(*unclear),
            Self::Unset | Self::Set(_) => None,
        }
    }
}

impl Unclear {
    /// What is wrong, as the beginning of a sentence about the key; none when it has been said.
    pub fn in_words(self) -> Option<&'static str> {
        match self {
            Self::Nothing => Some("nothing stands under"),
            Self::Value => Some("it is not clear what is meant by"),
            Self::Structure => Some("a list or a group stands under"),
            Self::Strayed => Some("in this place nothing reads"),
            Self::Said => None,
        }
    }
}

/// A text as words are compared: in small letters, without signs that nobody sees.
pub(super) fn plain(text: &str) -> String {
    text.trim().to_lowercase()
}

impl Guard for Date {
    const VALUES: &'static str = "a date: 2026, 2026-03 or 2026-03-14";

    fn understand(written: Written<'_>) -> Option<Self> {
        match written {
            Written::Truth(_) => None,
            Written::Number(year) => {
                i16::try_from(year).ok().filter(|year| *year >= 1000).and_then(Self::year_of)
            }
            Written::Text(text) => Self::in_any_form(text),
        }
    }
}

/// A value that is read whatever stands there, and closes where it is not understood.
pub trait Closing: Sized {
    /// What is understood, for a message.
    const VALUES: &'static str;

    /// What a truth, a number or a text comes to; a text has something in it.
    fn read(written: Written<'_>) -> Self;

    /// What it is when it is not understood.
    fn closed(unclear: Unclear) -> Self;

    /// What it is when nothing stands there.
    fn of_nothing() -> Self {
        Self::closed(Unclear::Nothing)
    }

    /// What a list comes to.
    fn of_items<'de, A: SeqAccess<'de>>(mut items: A) -> Result<Self, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Self::closed(Unclear::Structure))
    }

    /// What a group of keys comes to.
    fn of_keys<'de, A: MapAccess<'de>>(keys: A) -> Result<Self, A::Error> {
        IgnoredAny::deserialize(MapAccessDeserializer::new(keys))?;
        Ok(Self::closed(Unclear::Structure))
    }
}

/// Reads a value that closes where it is not understood.
pub(crate) fn closing<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Closing,
    D: Deserializer<'de>,
{
    deserializer.deserialize_any(ClosingVisitor(PhantomData))
}

impl<T: Guard> Closing for Guarded<T> {
    const VALUES: &'static str = T::VALUES;

    fn read(written: Written<'_>) -> Self {
        T::understand(written).map_or(Self::Closed(Unclear::Value), Self::Set)
    }

    fn closed(unclear: Unclear) -> Self {
        Self::Closed(unclear)
    }
}

impl<'de, T: Guard> Deserialize<'de> for Guarded<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        closing(deserializer)
    }
}

struct ClosingVisitor<T>(PhantomData<T>);

impl<'de, T: Closing> Visitor<'de> for ClosingVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::VALUES)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<T, E> {
        Ok(T::read(Written::Truth(truth)))
    }

    fn visit_i64<E>(self, number: i64) -> Result<T, E> {
        Ok(T::read(Written::Number(number)))
    }

    fn visit_u64<E>(self, number: u64) -> Result<T, E> {
        let number = i64::try_from(number).map(Written::Number);
        Ok(number.map_or_else(|_| T::closed(Unclear::Value), T::read))
    }

    fn visit_i128<E>(self, _: i128) -> Result<T, E> {
        Ok(T::closed(Unclear::Value))
    }

    fn visit_u128<E>(self, _: u128) -> Result<T, E> {
        Ok(T::closed(Unclear::Value))
    }

    fn visit_f64<E>(self, _: f64) -> Result<T, E> {
        Ok(T::closed(Unclear::Value))
    }

    fn visit_str<E>(self, text: &str) -> Result<T, E> {
        Ok(match text.trim() {
            "" => T::closed(Unclear::Nothing),
            DISTRUSTED => T::closed(Unclear::Said),
            text => T::read(Written::Text(text)),
        })
    }

    fn visit_unit<E>(self) -> Result<T, E> {
        Ok(T::of_nothing())
    }

    fn visit_none<E>(self) -> Result<T, E> {
        Ok(T::of_nothing())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<T, A::Error> {
        T::of_items(items)
    }

    fn visit_map<A: MapAccess<'de>>(self, keys: A) -> Result<T, A::Error> {
        T::of_keys(keys)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<T, A::Error> {
        let (_, value) = data.variant::<String>()?;
        value.newtype_variant::<IgnoredAny>()?;
        Ok(T::closed(Unclear::Structure))
    }
}

impl<T: JsonSchema> JsonSchema for Guarded<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Guarded{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = T::json_schema(generator);
        schema.insert(MARK.to_owned(), true.into());
        schema
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Switch;

    fn read<T: Guard>(yaml: &str) -> Guarded<T> {
        serde_yaml::from_str(yaml).expect("whatever stands there is read")
    }

    #[test]
    fn what_people_mean_is_understood() {
        for yaml in ["true", "yes", "Ja", "ON", "1", "\"yes\"", " \"True \""] {
            assert_eq!(read::<Switch>(yaml), Guarded::Set(Switch(true)), "{yaml}");
        }
        for yaml in ["no", "Off", "0", "'nee'"] {
            assert_eq!(read::<Switch>(yaml), Guarded::Set(Switch(false)), "{yaml}");
        }
        let day = Date::day(2026, 5, 3).expect("a day");
        for yaml in [
            "2026-05-03",
            "3 May 2026",
            "03-05-2026",
            "3.5.2026",
            "2026/05/03",
            "2026-05-03T10:00:00Z",
            "3 mei 2026",
        ] {
            assert_eq!(read::<Date>(yaml), Guarded::Set(day), "{yaml}");
        }
    }

    #[test]
    fn whatever_else_stands_there_closes() {
        for yaml in [
            "",
            "~",
            "maybe",
            "2",
            "1.5",
            "[true]",
            "{ on: true }",
            "!x true",
            "99999999999999999999999",
            "\"\"",
        ] {
            assert!(read::<Switch>(yaml).unclear().is_some(), "{yaml}");
        }
        for yaml in [
            "true",
            "2026-13-01",
            "31 February 2026",
            "Maybe 2026",
            "03/05/2026",
            "soon",
            "20261",
            "[2026]",
            "-1",
        ] {
            assert!(read::<Date>(yaml).unclear().is_some(), "{yaml}");
        }
    }
}
