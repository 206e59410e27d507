//! A tree of values as something that types are read from, whose errors are data.

use super::misfit::{Expected, Found, Misfit};
use serde::de::value::{MapDeserializer, SeqDeserializer, StringDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_yaml::Value;

/// A tree, to be read.
pub(super) struct Tree(pub(super) Value);

impl IntoDeserializer<'_, Misfit> for Tree {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl Tree {
    fn read<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(truth) => visitor.visit_bool(truth),
            Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(number), _, _) => visitor.visit_u64(number),
                (None, Some(number), _) => visitor.visit_i64(number),
                (None, None, number) => visitor.visit_f64(number.unwrap_or(f64::NAN)),
            },
            Value::String(text) => visitor.visit_string(text),
            Value::Sequence(items) => {
                let mut items = SeqDeserializer::new(items.into_iter().map(Tree));
                let list = visitor.visit_seq(&mut items)?;
                items.end()?;
                Ok(list)
            }
            Value::Mapping(keys) => {
                let mut keys = MapDeserializer::new(
                    keys.into_iter().map(|(key, value)| (Tree(key), Tree(value))),
                );
                let group = visitor.visit_map(&mut keys)?;
                keys.end()?;
                Ok(group)
            }
            // What a tag says is noted when the tree is read.
            Value::Tagged(tagged) => Tree(tagged.value).read(visitor),
        }
    }
}

impl Tree {
    /// Reads what has to be of a kind. In a value that is, whatever does not fit lies deeper, and
    /// is of other kinds.
    fn read_as<'de, V: Visitor<'de>>(
        self,
        asked: &Expected,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        let is_whole = !matches!(
            (asked, &self.0),
            (Expected::List, Value::Sequence(_)) | (Expected::Group, Value::Mapping(_))
        );
        let read = self.read(visitor);
        if is_whole { read.map_err(|misfit| misfit.where_asked_for(asked)) } else { read }
    }
}

/// Methods that ask for one kind of value: what does not fit is told as not of that kind.
macro_rules! ask_for {
    ($($method:ident: $kind:ident,)*) => {
        $(
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
                self.read_as(&Expected::$kind, visitor)
            }
        )*
    };
}

impl<'de> Deserializer<'de> for Tree {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.read(visitor)
    }

    ask_for! {
        deserialize_bool: Truth,
        deserialize_i8: Number,
        deserialize_i16: Number,
        deserialize_i32: Number,
        deserialize_i64: Number,
        deserialize_i128: Number,
        deserialize_u8: Number,
        deserialize_u16: Number,
        deserialize_u32: Number,
        deserialize_u64: Number,
        deserialize_u128: Number,
        deserialize_f32: Number,
        deserialize_f64: Number,
        deserialize_char: Text,
        deserialize_str: Text,
        deserialize_string: Text,
        deserialize_seq: List,
        deserialize_map: Group,
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        match self.0 {
            // Values in the order of the keys are none of our forms.
            Value::Sequence(_) => Err(Misfit::Kind(Found::List, Expected::Group)),
            _ => self.deserialize_map(visitor),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::String(word) => {
                let word: StringDeserializer<Misfit> = word.into_deserializer();
                visitor.visit_enum(word)
            }
            other => Tree(other).read_as(&Expected::Text, visitor),
        }
    }

    forward_to_deserialize_any! { bytes byte_buf unit unit_struct tuple tuple_struct identifier ignored_any }
}
