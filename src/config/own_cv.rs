//! What somebody chooses for their own CV. What is not understood there closes: whoever wrote
//! something wanted less to be told, not more.

use super::cv::CvSection;
use crate::base::guarded::{Guard, Unclear, Written};
use crate::base::packed::packed;
use crate::base::{Guarded, Switch};
use schemars::{JsonSchema, Schema, json_schema};
use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{self, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_yaml::Value;
use std::fmt;

/// What somebody chooses for their own CV.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, JsonSchema)]
#[schemars(transform = or_switch, deny_unknown_fields, default)]
pub struct OwnCv {
    /// Sections that are left out.
    pub hide: Vec<CvSection>,
    /// Whether the photo stands at the head; unless this is `false`.
    #[schemars(with = "Option<bool>")]
    pub portrait: Guarded<Switch>,
    /// Whether the site has none, as `formats: { cv: false }` says.
    #[schemars(skip)]
    pub is_off: bool,
    /// Whether all of it is understood; closed when a key is not.
    #[schemars(skip)]
    pub whole: Guarded<Switch>,
    /// Whether it is understood what is hidden.
    #[schemars(skip)]
    pub hidden: Guarded<Switch>,
}

packed! {
    OwnCv { hide, portrait, is_off, whole, hidden }
}

impl OwnCv {
    /// What is understood as a whole, for a message.
    pub const VALUES: &'static str = "false, or `{ hide: [story], portrait: false }`";
    /// What is understood of sections, for a message.
    pub const SECTIONS: &'static str = "names of sections: `[story, awards]`";

    /// Whether nobody can tell what may be in the person's CV.
    pub fn is_closed(&self) -> bool {
        self.whole.unclear().or(self.hidden.unclear()).is_some()
    }

    fn closed(unclear: Unclear) -> Self {
        Self { whole: Guarded::Closed(unclear), is_off: true, ..Self::default() }
    }

    fn switch(written: Written<'_>) -> Self {
        match Switch::understand(written) {
            Some(Switch(is_on)) => Self { is_off: !is_on, ..Self::default() },
            None => Self::closed(Unclear::Value),
        }
    }

    /// What is left out, as a list or as one word.
    fn leave_out(&mut self, written: &Value) {
        let one = std::slice::from_ref(written);
        let items = match written {
            Value::Sequence(items) => items.as_slice(),
            _ => one,
        };
        for item in items {
            match sections(item) {
                Ok(sections) => self.hide.extend(sections),
                Err(unclear) => {
                    self.hidden = Guarded::Closed(unclear);
                    self.is_off = true;
                }
            }
        }
    }
}

/// The sections that a word means: one, several with commas between them, all or none.
fn sections(item: &Value) -> Result<Vec<CvSection>, Unclear> {
    let text = match item {
        Value::String(text) => text.to_lowercase(),
        Value::Bool(true) => return Ok(CvSection::ALL.to_vec()),
        Value::Bool(false) => return Ok(Vec::new()),
        Value::Null => return Err(Unclear::Nothing),
        Value::Number(_) => return Err(Unclear::Value),
        _ => return Err(Unclear::Structure),
    };
    if ["all", "alles", "everything"].contains(&text.trim()) {
        return Ok(CvSection::ALL.to_vec());
    }
    let section = |word: &str| {
        let known: StrDeserializer<'_, de::value::Error> =
            de::IntoDeserializer::into_deserializer(word.trim());
        CvSection::deserialize(known).map_err(|_| Unclear::Value)
    };
    text.split(',').map(section).collect()
}

/// Lets a group be written as yes or no.
fn or_switch(schema: &mut Schema) {
    let long = std::mem::take(schema);
    *schema = json_schema!({ "anyOf": [{ "type": "boolean" }, long] });
}

impl<'de> Deserialize<'de> for OwnCv {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OwnCvVisitor)
    }
}

struct OwnCvVisitor;

impl<'de> Visitor<'de> for OwnCvVisitor {
    type Value = OwnCv;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a group of keys, or false for no CV on the site")
    }

    fn visit_bool<E>(self, is_on: bool) -> Result<OwnCv, E> {
        Ok(OwnCv::switch(Written::Truth(is_on)))
    }

    fn visit_i64<E>(self, number: i64) -> Result<OwnCv, E> {
        Ok(OwnCv::switch(Written::Number(number)))
    }

    fn visit_u64<E>(self, number: u64) -> Result<OwnCv, E> {
        Ok(OwnCv::switch(Written::Number(i64::try_from(number).unwrap_or(i64::MAX))))
    }

    fn visit_f64<E>(self, _: f64) -> Result<OwnCv, E> {
        Ok(OwnCv::closed(Unclear::Value))
    }

    fn visit_str<E>(self, text: &str) -> Result<OwnCv, E> {
        Ok(OwnCv::switch(Written::Text(text)))
    }

    fn visit_unit<E>(self) -> Result<OwnCv, E> {
        Ok(OwnCv::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<OwnCv, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(OwnCv::closed(Unclear::Structure))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut keys: A) -> Result<OwnCv, A::Error> {
        let mut own = OwnCv::default();
        while let Some(key) = keys.next_key::<String>()? {
            match key.as_str() {
                "hide" => own.leave_out(&keys.next_value()?),
                "portrait" => {
                    let read: Guarded<Switch> = keys.next_value()?;
                    own.portrait = read;
                }
                _ => {
                    keys.next_value::<IgnoredAny>()?;
                    own.whole = Guarded::Closed(Unclear::Value);
                    own.is_off = true;
                }
            }
        }
        Ok(own)
    }

    fn visit_enum<A: de::EnumAccess<'de>>(self, data: A) -> Result<OwnCv, A::Error> {
        use de::VariantAccess;
        let (_, value) = data.variant::<String>()?;
        value.newtype_variant::<IgnoredAny>()?;
        Ok(OwnCv::closed(Unclear::Structure))
    }
}
