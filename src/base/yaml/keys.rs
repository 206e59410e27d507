//! Groups of keys that may be any, and lists that may be one text.

use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// Reads a group of keys that may be any, none of them twice, with texts; what stands empty is as
/// good as absent.
///
/// # Errors
/// A doubled key, or a value that is no text.
pub fn filled_keys<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, String>, D::Error> {
    let keys = unique_keys::<Option<String>, D>(deserializer)?;
    let filled = keys.into_iter().filter_map(|(key, text)| Some((key, text?)));
    Ok(filled.filter(|(_, text)| !text.trim().is_empty()).collect())
}

/// Reads a group of keys that may be any, none of them twice.
///
/// # Errors
/// A doubled key, or a value that is not a `V`.
pub fn unique_keys<'de, V, D>(deserializer: D) -> Result<BTreeMap<String, V>, D::Error>
where
    V: serde::Deserialize<'de>,
    D: Deserializer<'de>,
{
    struct Keys<V>(PhantomData<V>);
    impl<'de, V: serde::Deserialize<'de>> Visitor<'de> for Keys<V> {
        type Value = BTreeMap<String, V>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
            let mut map = BTreeMap::new();
            while let Some(key) = entries.next_key::<String>()? {
                if map.contains_key(&key) {
                    return Err(A::Error::custom(format_args!("the key `{key}` stands twice")));
                }
                map.insert(key, entries.next_value()?);
            }
            Ok(map)
        }
    }
    deserializer.deserialize_map(Keys(PhantomData))
}

/// Reads a list of texts, or one text in its place.
///
/// # Errors
/// A value that is neither.
pub fn one_or_several<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    struct Texts;
    impl<'de> Visitor<'de> for Texts {
        type Value = Vec<String>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a sequence")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<Vec<String>, E> {
            Ok(vec![text.to_owned()])
        }

        fn visit_seq<A: SeqAccess<'de>>(self, texts: A) -> Result<Vec<String>, A::Error> {
            Vec::deserialize(SeqAccessDeserializer::new(texts))
        }
    }
    deserializer.deserialize_any(Texts)
}
