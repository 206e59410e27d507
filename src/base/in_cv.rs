//! In which CVs something stands.

use super::guarded::{Guard, MARK, Unclear, Written};
use super::packed::packed;
use super::yaml::Step;
use super::{Guarded, Switch};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{
    Deserialize, Deserializer, EnumAccess, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use std::borrow::Cow;
use std::fmt;

/// In which CVs something stands: in all, in none, or in those of some kinds. What is not
/// understood is in none.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum InCv {
    /// In all.
    #[default]
    All,
    /// In none.
    None,
    /// In those of these variants alone.
    Of(Vec<String>),
    /// Nobody can tell, so in none.
    Closed(Unclear),
}

packed! {
    InCv: 0 = All, 1 = None, 2 = Of(variants), 3 = Closed(why);
}

impl InCv {
    /// What is understood, for a message.
    pub const VALUES: &'static str = "true, false, or names of variants: `[water]`";

    /// Whether it stands in CVs of a variant; in those of none when there is none.
    pub fn is_in(&self, variant: Option<&str>) -> bool {
        match self {
            Self::All => true,
            Self::None | Self::Closed(_) => false,
            Self::Of(variants) => variants.iter().any(|known| Some(known.as_str()) == variant),
        }
    }

    /// What stands where both say that it may.
    #[must_use]
    pub fn and(self, other: &Self) -> Self {
        match (self, other) {
            (Self::All, other) => other.clone(),
            (own, Self::All) => own,
            (Self::Of(mut own), Self::Of(others)) => {
                own.retain(|variant| others.contains(variant));
                if own.is_empty() { Self::None } else { Self::Of(own) }
            }
            (Self::Closed(why), _) => Self::Closed(why),
            _ => Self::None,
        }
    }

    /// The variants that it names.
    pub fn variants(&self) -> &[String] {
        match self {
            Self::Of(variants) => variants,
            _ => &[],
        }
    }

    /// Why it is closed.
    pub fn unclear(&self) -> Option<Unclear> {
        match self {
            Self::Closed(why) => Some(*why),
            _ => None,
        }
    }

    fn switch(written: Written<'_>) -> Self {
        match Switch::understand(written) {
            Some(Switch(true)) => Self::All,
            Some(Switch(false)) => Self::None,
            None => Self::Closed(Unclear::Value),
        }
    }
}

/// Whether the key at a path says in which CVs an item of a list stands: there it closes when
/// nothing stands under it, or when it stands twice.
pub(super) fn is_of_item(path: &[Step]) -> bool {
    matches!(path, [.., Step::Key(_), Step::Index(_), Step::Key(key)] if key == "cv")
}

impl<'de> Deserialize<'de> for InCv {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(InCvVisitor)
    }
}

/// The name of a variant; a year is one too.
struct Name(Option<String>);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_yaml::Value::deserialize(deserializer)?;
        let text = match value {
            serde_yaml::Value::String(text) => Some(text.trim().to_owned()),
            serde_yaml::Value::Number(number) => Some(number.to_string()),
            _ => None,
        };
        Ok(Self(text.filter(|text| !text.is_empty())))
    }
}

struct InCvVisitor;

impl<'de> Visitor<'de> for InCvVisitor {
    type Value = InCv;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(InCv::VALUES)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<InCv, E> {
        Ok(InCv::switch(Written::Truth(truth)))
    }

    fn visit_i64<E>(self, number: i64) -> Result<InCv, E> {
        Ok(InCv::switch(Written::Number(number)))
    }

    fn visit_u64<E>(self, number: u64) -> Result<InCv, E> {
        Ok(InCv::switch(Written::Number(i64::try_from(number).unwrap_or(i64::MAX))))
    }

    fn visit_i128<E>(self, _: i128) -> Result<InCv, E> {
        Ok(InCv::Closed(Unclear::Value))
    }

    fn visit_u128<E>(self, _: u128) -> Result<InCv, E> {
        Ok(InCv::Closed(Unclear::Value))
    }

    fn visit_f64<E>(self, _: f64) -> Result<InCv, E> {
        Ok(InCv::Closed(Unclear::Value))
    }

    /// A yes or a no, or the name of one variant.
    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<InCv, E> {
        // What a guarded key says of an empty or distrusted text holds here too.
        Ok(match (Guarded::<Switch>::deserialize(de_str::<E>(text))?, text.trim()) {
            (Guarded::Set(Switch(true)), _) => InCv::All,
            (Guarded::Set(Switch(false)), _)
            | (_, "none" | "never" | "nooit" | "geen" | "nie" | "jamais") => InCv::None,
            (_, "~" | "null" | "Null" | "NULL") | (Guarded::Unset, _) => {
                InCv::Closed(Unclear::Nothing)
            }
            (Guarded::Closed(Unclear::Value), name) => InCv::Of(vec![name.to_owned()]),
            (Guarded::Closed(why), _) => InCv::Closed(why),
        })
    }

    fn visit_unit<E>(self) -> Result<InCv, E> {
        Ok(InCv::Closed(Unclear::Nothing))
    }

    fn visit_none<E>(self) -> Result<InCv, E> {
        Ok(InCv::Closed(Unclear::Nothing))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<InCv, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<InCv, A::Error> {
        let (mut names, mut is_clear) = (Vec::new(), true);
        while let Some(Name(name)) = items.next_element::<Name>()? {
            is_clear &= name.is_some();
            names.extend(name);
        }
        Ok(match (is_clear, names.is_empty()) {
            (false, _) => InCv::Closed(Unclear::Value),
            (true, true) => InCv::None,
            (true, false) => InCv::Of(names),
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<InCv, A::Error> {
        IgnoredAny::deserialize(MapAccessDeserializer::new(map))?;
        Ok(InCv::Closed(Unclear::Structure))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<InCv, A::Error> {
        let (_, value) = data.variant::<String>()?;
        value.newtype_variant::<IgnoredAny>()?;
        Ok(InCv::Closed(Unclear::Structure))
    }
}

/// A text as it is read.
fn de_str<E: serde::de::Error>(text: &str) -> serde::de::value::StrDeserializer<'_, E> {
    serde::de::IntoDeserializer::into_deserializer(text)
}

impl JsonSchema for InCv {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "InCv".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names = || json_schema!({ "type": "array", "items": { "type": "string" } });
        let mut schema = json_schema!({ "anyOf": [{ "type": "boolean" }, names()] });
        schema.insert(MARK.to_owned(), true.into());
        schema
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_understood_stands_in_no_cv() {
        let read = |yaml: &str| serde_yaml::from_str::<InCv>(yaml).expect("it is read");
        for yaml in ["true", "yes", "ja", "1"] {
            assert_eq!(read(yaml), InCv::All, "{yaml}");
        }
        for yaml in ["false", "no", "Nee", "0", "[]", "never"] {
            assert_eq!(read(yaml), InCv::None, "{yaml}");
        }
        for yaml in ["water", "[water]", "[ ' water ' ]"] {
            assert_eq!(read(yaml), InCv::Of(vec!["water".to_owned()]), "{yaml}");
        }
        for yaml in ["", "~", "7", "1.5", "{ a: b }", "[[water]]", "[true]", "!x y", "''", "'~'"] {
            let closed = read(yaml);
            assert!(closed.unclear().is_some() && !closed.is_in(None), "{yaml}");
        }
        let of = read("[water, heat]");
        assert!(of.is_in(Some("heat")) && !of.is_in(Some("law")) && !of.is_in(None));
    }
}
