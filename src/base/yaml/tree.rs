//! A YAML document as a tree, read so that a doubled key costs itself and not the document.

use super::numbers;
use super::path::Step;
use crate::base::guarded::DISTRUSTED;
use crate::base::guarded::closing_words::closes;
use crate::base::guarded::keys::{is_guarded, is_guarded_when_empty, speaks_of_privacy};
use crate::base::in_cv::is_of_item;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde_yaml::{Mapping, Value};
use std::cell::RefCell;
use std::fmt;

/// Something in a tree that is not as it should be, although it could be read.
#[derive(Debug)]
pub(super) enum Oddity {
    /// The key stands twice; the first one is kept.
    Doubled(Vec<Step>),
    /// The key is not a text but a number or the like, and is read so.
    NotText(Vec<Step>),
    /// The value carries a tag such as `!x`, which is not read.
    Tagged(Vec<Step>, String),
}

/// Reads `text` as a tree. Keys without a value are as good as absent.
pub(super) fn read(text: &str) -> Result<(Value, Vec<Oddity>), serde_yaml::Error> {
    let odd = RefCell::new(Vec::new());
    let mut tree = Seed { path: Vec::new(), odd: &odd }
        .deserialize(serde_yaml::Deserializer::from_str(text))?;
    numbers::restore(text, &mut tree);
    Ok((tree, odd.into_inner()))
}

struct Seed<'a> {
    path: Vec<Step>,
    odd: &'a RefCell<Vec<Oddity>>,
}

impl Seed<'_> {
    fn below(&self, step: Step) -> Seed<'_> {
        let mut path = self.path.clone();
        path.push(step);
        Seed { path, odd: self.odd }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of YAML")
    }

    fn visit_bool<E: Error>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Bool(truth))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<Value, E> {
        Ok(Value::String(number.to_string()))
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<Value, E> {
        Ok(Value::String(number.to_string()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self.below(Step::Index(list.len())))? {
            list.push(item);
        }
        Ok(Value::Sequence(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut mapping = Mapping::new();
        while let Some(key) = entries.next_key::<Value>()? {
            let Some(name) = scalar(&key) else {
                return Err(A::Error::custom("a key is a list or a group; keys are words"));
            };
            let below = self.below(Step::Key(name.clone()));
            let path = below.path.clone();
            let value = entries.next_value_seed(below)?;
            if !key.is_string() {
                self.odd.borrow_mut().push(Oddity::NotText(path.clone()));
            }
            let guarded = is_guarded(&name) || is_of_item(&path);
            // A key that nobody reads and that speaks of who sees what is told of, empty as it is.
            let is_meant = !guarded && (speaks_of_privacy(&name) || closes(&name));
            let is_empty_guard = is_guarded_when_empty(&path) || is_of_item(&path);
            let kept = !value.is_null() || is_meant || is_empty_guard;
            let key = Value::String(name);
            if mapping.contains_key(&key) {
                self.odd.borrow_mut().push(Oddity::Doubled(path));
                if guarded {
                    mapping.insert(key, Value::String(DISTRUSTED.to_owned()));
                }
            } else if kept {
                mapping.insert(key, value);
            }
        }
        Ok(Value::Mapping(mapping))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Value, A::Error> {
        let (tag, value) = data.variant::<String>()?;
        let guards = matches!(self.path.last(), Some(Step::Key(key)) if is_guarded(key));
        self.odd.borrow_mut().push(Oddity::Tagged(self.path.clone(), tag));
        let value = value.newtype_variant_seed(self)?;
        // What somebody meant by `visibility: !important public` is not known.
        Ok(if guards { Value::String(DISTRUSTED.to_owned()) } else { value })
    }
}

/// A scalar as a text, as keys are compared.
pub(super) fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Null => Some("null".to_owned()),
        _ => None,
    }
}
