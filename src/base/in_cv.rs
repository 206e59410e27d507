//! In which CVs something stands.

use super::Switch;
use super::guarded::{Closing, Guard, MARK, Unclear, Written, closing};
use super::packed::packed;
use super::yaml::Step;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, SeqAccess};
use std::borrow::Cow;

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
}

impl Closing for InCv {
    const VALUES: &'static str = "true, false, or names of variants: `[water]`";

    /// A yes or a no, or the name of one variant.
    fn read(written: Written<'_>) -> Self {
        match (Switch::understand(written), written) {
            (Some(Switch(true)), _) => Self::All,
            (Some(Switch(false)), _)
            | (_, Written::Text("none" | "never" | "nooit" | "geen" | "nie" | "jamais")) => {
                Self::None
            }
            (_, Written::Text("~" | "null" | "Null" | "NULL")) => Self::Closed(Unclear::Nothing),
            (_, Written::Text(name)) => Self::Of(vec![name.to_owned()]),
            _ => Self::Closed(Unclear::Value),
        }
    }

    fn closed(unclear: Unclear) -> Self {
        Self::Closed(unclear)
    }

    fn of_items<'de, A: SeqAccess<'de>>(mut items: A) -> Result<Self, A::Error> {
        let (mut names, mut is_clear) = (Vec::new(), true);
        while let Some(Name(name)) = items.next_element::<Name>()? {
            is_clear &= name.is_some();
            names.extend(name);
        }
        Ok(match (is_clear, names.is_empty()) {
            (false, _) => Self::Closed(Unclear::Value),
            (true, true) => Self::None,
            (true, false) => Self::Of(names),
        })
    }
}

/// Whether the key at a path says in which CVs an item of a list stands: there it closes when
/// nothing stands under it, or when it stands twice.
pub(super) fn is_of_item(path: &[Step]) -> bool {
    matches!(path, [.., Step::Key(_), Step::Index(_), Step::Key(key)] if key == "cv")
}

impl<'de> Deserialize<'de> for InCv {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        closing(deserializer)
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
