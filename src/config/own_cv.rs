//! What somebody chooses for their own CV. What is not understood there closes: whoever wrote
//! something wanted less to be told, not more.

use super::cv::CvSection;
use crate::base::guarded::{Closing, Guard, Unclear, Written, closing};
use crate::base::packed::packed;
use crate::base::{Guarded, Switch};
use schemars::{JsonSchema, Schema, json_schema};
use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{self, Deserializer, IgnoredAny, MapAccess};
use serde_yaml::Value;

/// What somebody chooses for their own CV.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, JsonSchema)]
#[schemars(transform = or_switch, deny_unknown_fields, default)]
pub struct OwnCv {
    /// Sections that are left out.
    pub hide: Vec<CvSection>,
    /// Whether the photo stands at the head; unless this is `false`.
    #[schemars(with = "Option<bool>")]
    pub portrait: Guarded<Switch>,
    /// Whether somebody wants none on the site, as `formats: { cv: false }` says.
    #[schemars(skip)]
    pub is_unwanted: bool,
    /// Why it is not understood as a whole.
    #[schemars(skip)]
    pub unclear: Option<Unclear>,
    /// Why it is not understood what is hidden.
    #[schemars(skip)]
    pub unclear_hide: Option<Unclear>,
}

packed! {
    OwnCv { hide, portrait, is_unwanted, unclear, unclear_hide }
}

impl OwnCv {
    /// What is understood of sections, for a message.
    pub const SECTIONS: &'static str = "names of sections: `[story, awards]`";

    /// Whether nobody can tell what may be in the person's CV.
    pub fn is_closed(&self) -> bool {
        self.unclear.or(self.unclear_hide).is_some()
    }

    /// Whether the site has none.
    pub fn is_off(&self) -> bool {
        self.is_unwanted || self.is_closed()
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
                Err(unclear) => self.unclear_hide = Some(unclear),
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
        closing(deserializer)
    }
}

impl Closing for OwnCv {
    const VALUES: &'static str = "false, or `{ hide: [story], portrait: false }`";

    fn read(written: Written<'_>) -> Self {
        match Switch::understand(written) {
            Some(Switch(is_on)) => Self { is_unwanted: !is_on, ..Self::default() },
            None => Self::closed(Unclear::Value),
        }
    }

    fn closed(unclear: Unclear) -> Self {
        Self { unclear: Some(unclear), ..Self::default() }
    }

    /// A key with nothing under it chooses nothing.
    fn of_nothing() -> Self {
        Self::default()
    }

    fn of_keys<'de, A: MapAccess<'de>>(mut keys: A) -> Result<Self, A::Error> {
        let mut own = Self::default();
        while let Some(key) = keys.next_key::<String>()? {
            match key.as_str() {
                "hide" => own.leave_out(&keys.next_value()?),
                "portrait" => own.portrait = keys.next_value()?,
                _ => {
                    keys.next_value::<IgnoredAny>()?;
                    own.unclear = Some(Unclear::Value);
                }
            }
        }
        Ok(own)
    }
}
