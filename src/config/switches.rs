//! A group of keys that are each on or off: what is not understood in it is off.

use crate::base::guarded::{Guard, MARK, Unclear};
use crate::base::packed::{Packed, Packer, Unpacker};
use crate::base::{Guarded, Switch};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{
    Deserialize, Deserializer, EnumAccess, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// What is switched on and off by a group of keys.
pub trait Switched: Copy + Ord + 'static {
    /// The name of the group in the schema.
    const NAME: &'static str;

    /// All that can be switched, each with its key and what it is.
    const ALL: &'static [(&'static str, Self, &'static str)];
}

/// What is on and off of a group. Programs decide by [`Switches::get`], which is off for what is
/// not understood.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Switches<K> {
    chosen: BTreeMap<K, bool>,
    /// Keys of the group that are not understood, or whose values are not; the whole group has no
    /// key.
    unclear: Vec<(Option<String>, Unclear)>,
    /// Whether everything is off because it is not clear what was meant.
    closed: bool,
}

impl<K> Default for Switches<K> {
    /// Nothing is chosen.
    fn default() -> Self {
        Self { chosen: BTreeMap::new(), unclear: Vec::new(), closed: false }
    }
}

impl<K: Switched> Switches<K> {
    /// Whether `what` is on; None when nothing was chosen.
    pub fn get(&self, what: K) -> Option<bool> {
        if self.closed { Some(false) } else { self.chosen.get(&what).copied() }
    }

    /// Turns `what` off.
    pub fn close(&mut self, what: K) {
        self.chosen.insert(what, false);
    }

    /// What is not understood of the group called `group`: each path, why, and what would be
    /// understood there.
    pub fn unclear(&self, group: &str) -> impl Iterator<Item = (String, Unclear, String)> {
        let keys = || K::ALL.iter().map(|(key, ..)| *key).collect::<Vec<_>>().join(", ");
        self.unclear.iter().map(move |(key, unclear)| {
            let (path, values) = match key {
                None => (
                    group.to_owned(),
                    format!("keys below it, each with true or false: {}", keys()),
                ),
                Some(key) if K::ALL.iter().any(|(known, ..)| *known == key) => {
                    (format!("{group}.{key}"), Switch::VALUES.to_owned())
                }
                Some(key) => (format!("{group}.{key}"), format!("one of {}", keys())),
            };
            (path, *unclear, values)
        })
    }

    /// All on, or all off.
    fn all(on: bool) -> Self {
        Self { chosen: K::ALL.iter().map(|(_, what, _)| (*what, on)).collect(), ..Self::default() }
    }

    fn closed(unclear: Unclear) -> Self {
        Self { unclear: vec![(None, unclear)], closed: true, ..Self::default() }
    }

    fn add(&mut self, key: String, value: Guarded<Switch>) {
        let plain = |text: &str| text.to_lowercase().replace(['-', '_', ' ', '.'], "");
        let Some((_, what, _)) = K::ALL.iter().find(|(known, ..)| plain(known) == plain(&key))
        else {
            self.closed = true;
            self.unclear.push((Some(key), Unclear::Value));
            return;
        };
        // Of two that say different things the one that closes counts.
        let on = value.is_on(true) && self.chosen.get(what) != Some(&false);
        self.chosen.insert(*what, on);
        if let Some(unclear) = value.unclear() {
            self.unclear.push((Some(key), unclear));
        }
    }
}

impl<K: Switched> Packed for Switches<K> {
    fn pack(&self, into: &mut Packer<'_>) {
        let Self { chosen, unclear, closed } = self;
        let place = |what: &K| K::ALL.iter().position(|(_, known, _)| known == what);
        let chosen = chosen.iter().filter_map(|(what, on)| Some((place(what)?, *on)));
        chosen.collect::<Vec<_>>().pack(into);
        unclear.pack(into);
        closed.pack(into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let chosen = Vec::<(usize, bool)>::unpack(from)?.into_iter();
        let chosen = chosen.map(|(place, on)| Some((K::ALL.get(place)?.1, on)));
        Some(Self {
            chosen: chosen.collect::<Option<_>>()?,
            unclear: Packed::unpack(from)?,
            closed: bool::unpack(from)?,
        })
    }
}

impl<'de, K: Switched> Deserialize<'de> for Switches<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(GroupVisitor(PhantomData))
    }
}

struct GroupVisitor<K>(PhantomData<K>);

impl<K: Switched> GroupVisitor<K> {
    fn whole(value: Guarded<Switch>) -> Switches<K> {
        match value {
            Guarded::Set(Switch(on)) => Switches::all(on),
            Guarded::Closed(unclear) => Switches::closed(unclear),
            Guarded::Unset => Switches::default(),
        }
    }
}

impl<'de, K: Switched> Visitor<'de> for GroupVisitor<K> {
    type Value = Switches<K>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a group of keys that are on or off")
    }

    fn visit_bool<E: serde::de::Error>(self, on: bool) -> Result<Self::Value, E> {
        Ok(Switches::all(on))
    }

    fn visit_i64<E: serde::de::Error>(self, _: i64) -> Result<Self::Value, E> {
        Ok(Switches::closed(Unclear::Value))
    }

    fn visit_u64<E: serde::de::Error>(self, _: u64) -> Result<Self::Value, E> {
        Ok(Switches::closed(Unclear::Value))
    }

    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Switches::closed(Unclear::Value))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
        let none = ["none", "geen", "nothing", "keine", "aucun"]
            .contains(&text.trim().to_lowercase().as_str());
        let value = Guarded::deserialize(serde::de::value::StrDeserializer::<E>::new(text))?;
        Ok(if none { Switches::all(false) } else { Self::whole(value) })
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Self::Value, E> {
        Ok(Switches::default())
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<Self::Value, E> {
        Ok(Switches::default())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Switches::closed(Unclear::Structure))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut switches = Switches::default();
        while let Some(key) = entries.next_key::<serde_yaml::Value>()? {
            let value = entries.next_value::<Guarded<Switch>>()?;
            let key = key.as_str().map_or_else(|| format!("{key:?}"), str::to_owned);
            switches.add(key, value);
        }
        Ok(switches)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Self::Value, A::Error> {
        let (_, value) = data.variant::<String>()?;
        value.newtype_variant::<IgnoredAny>()?;
        Ok(Switches::closed(Unclear::Structure))
    }
}

impl<K: Switched> JsonSchema for Switches<K> {
    fn schema_name() -> Cow<'static, str> {
        K::NAME.into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let switch = generator.subschema_for::<Guarded<Switch>>();
        let property = |(key, _, description): &(&str, K, &str)| {
            let mut schema = switch.clone();
            schema.insert("description".to_owned(), (*description).into());
            ((*key).to_owned(), serde_json::Value::from(schema))
        };
        let properties: serde_json::Map<String, serde_json::Value> =
            K::ALL.iter().map(property).collect();
        json_schema!({ "type": "object", "properties": properties, "additionalProperties": false, MARK: true })
    }
}
