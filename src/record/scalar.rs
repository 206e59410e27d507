//! Values that people write in a short form or a long one.

use crate::base::{Date, goes_on};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserialize, Deserializer, IntoDeserializer, MapAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// A text that may have been written as a number: `value: 2400`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Scalar(pub String);

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // As a text, YAML gives it as it was written: `1.50` and `0x1F`.
        String::deserialize(deserializer).map(Self)
    }
}

impl JsonSchema for Scalar {
    fn schema_name() -> Cow<'static, str> {
        "TextOrNumber".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "A text or a number.", "type": ["string", "number"] })
    }
}

/// A type that people may write as a bare text (the short form) or as a group of keys (the long
/// form).
pub(super) trait ShortForm: Sized {
    /// What is expected, in words.
    const EXPECTING: &'static str;

    /// The value that a bare text means.
    fn from_text<E: de::Error>(text: String) -> Result<Self, E>;

    /// The value that a bare number means; mostly it is a slip.
    fn from_number<E: de::Error>(number: u64) -> Result<Self, E> {
        Err(E::invalid_type(de::Unexpected::Unsigned(number), &Self::EXPECTING))
    }

    /// The value that a group of keys means.
    fn from_keys<'de, D: Deserializer<'de>>(keys: D) -> Result<Self, D::Error>;
}

/// Reads a value in its short or its long form.
pub(super) fn short_or_long<'de, T: ShortForm, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    struct Either<T>(PhantomData<T>);
    impl<'de, T: ShortForm> Visitor<'de> for Either<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(T::EXPECTING)
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
            T::from_text(text.to_owned())
        }

        fn visit_u64<E: de::Error>(self, number: u64) -> Result<T, E> {
            T::from_number(number)
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
            T::from_keys(MapAccessDeserializer::new(map))
        }
    }
    deserializer.deserialize_any(Either(PhantomData))
}

/// Adds the short form to the schema of the long one.
pub(super) fn or_text(schema: &mut Schema) {
    let long = std::mem::take(schema);
    *schema = json_schema!({ "anyOf": [{ "type": "string" }, long] });
}

/// Reads the end of something; a word for its going on is none.
pub(super) fn end<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    struct EndVisitor;
    impl<'de> Visitor<'de> for EndVisitor {
        type Value = Option<Date>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a date: 2026, 2026-03 or 2026-03-14")
        }

        fn visit_none<E: de::Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_some<D: Deserializer<'de>>(self, written: D) -> Result<Self::Value, D::Error> {
            written.deserialize_any(self)
        }

        fn visit_u64<E: de::Error>(self, year: u64) -> Result<Self::Value, E> {
            Date::deserialize(year.into_deserializer()).map(Some)
        }

        fn visit_i64<E: de::Error>(self, year: i64) -> Result<Self::Value, E> {
            Date::deserialize(year.into_deserializer()).map(Some)
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
            if goes_on(text) {
                return Ok(None);
            }
            Date::deserialize(text.into_deserializer()).map(Some)
        }
    }
    deserializer.deserialize_option(EndVisitor)
}

/// Adds the short form of what may be one year.
pub(super) fn or_text_or_year(schema: &mut Schema) {
    let long = std::mem::take(schema);
    let year = json_schema!({ "type": "integer", "minimum": 1000, "maximum": 9999 });
    *schema = json_schema!({ "anyOf": [{ "type": "string" }, year, long] });
}

/// Lets a type that derives `Deserialize` with `#[serde(remote = "Self")]` be written as a bare
/// text too.
macro_rules! short_form {
    ($name:ident, $expecting:literal, |$text:ident| $value:expr) => {
        impl crate::record::scalar::ShortForm for $name {
            const EXPECTING: &'static str = $expecting;

            fn from_text<E: serde::de::Error>($text: String) -> Result<Self, E> {
                Ok($value)
            }

            fn from_keys<'de, D: serde::Deserializer<'de>>(keys: D) -> Result<Self, D::Error> {
                Self::deserialize(keys)
            }
        }

        crate::record::scalar::read_either_form!($name);
    };
}
pub(super) use short_form;

/// Reads a type with a short form in both its forms.
macro_rules! read_either_form {
    ($name:ident) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::record::scalar::short_or_long(deserializer)
            }
        }
    };
}
pub(super) use read_either_form;
