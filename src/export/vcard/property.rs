//! A property of a contact card, as vCard 4.0 (RFC 6350) and jCard (RFC 7095) both write it.

use crate::export::content_line;
use serde_json::{Map, Value, json};
use std::borrow::Cow;

/// One property of a card.
pub(in crate::export) struct Property {
    name: &'static str,
    parameters: Vec<(&'static str, Vec<String>)>,
    kind: &'static str,
    value: Content,
}

/// What a property holds.
enum Content {
    /// One value.
    One(String),
    /// Several values of the same kind.
    List(Vec<String>),
    /// The parts of a value, in a fixed order; each may be empty.
    Parts(Vec<String>),
}

impl Property {
    pub(super) fn text(name: &'static str, value: impl Into<String>) -> Self {
        Self { name, parameters: Vec::new(), kind: "text", value: Content::One(value.into()) }
    }

    pub(super) fn uri(name: &'static str, value: impl Into<String>) -> Self {
        Self { name, parameters: Vec::new(), kind: "uri", value: Content::One(value.into()) }
    }

    pub(super) fn of_kind(
        name: &'static str,
        kind: &'static str,
        value: impl Into<String>,
    ) -> Self {
        Self { name, parameters: Vec::new(), kind, value: Content::One(value.into()) }
    }

    pub(super) fn list(name: &'static str, values: Vec<String>) -> Self {
        Self { name, parameters: Vec::new(), kind: "text", value: Content::List(values) }
    }

    pub(super) fn parts(name: &'static str, parts: &[&str]) -> Self {
        let parts = parts.iter().map(|part| (*part).to_owned()).collect();
        Self { name, parameters: Vec::new(), kind: "text", value: Content::Parts(parts) }
    }

    pub(super) fn with(self, parameter: &'static str, value: impl Into<String>) -> Self {
        self.with_all(parameter, vec![value.into()])
    }

    /// With a parameter that has several values.
    pub(super) fn with_all(mut self, parameter: &'static str, values: Vec<String>) -> Self {
        self.parameters.push((parameter, values));
        self
    }

    /// Adds the property as a line of vCard 4.0.
    pub(super) fn write(&self, out: &mut String) {
        let mut line = String::with_capacity(120);
        line.push_str(self.name);
        for (parameter, values) in &self.parameters {
            let joined;
            let value = if let [only] = &values[..] {
                only
            } else {
                joined = values.join(",");
                &joined
            };
            line.extend([";", parameter, "=", &*content_line::parameter(value)]);
        }
        line.push(':');
        match &self.value {
            Content::One(value) if self.kind == "text" => {
                line.push_str(&content_line::whole_text(value));
            }
            Content::One(value) => line.push_str(&content_line::uri(value)),
            Content::List(values) => joined(&mut line, values, ',', content_line::whole_text),
            Content::Parts(parts) => joined(&mut line, parts, ';', content_line::text),
        }
        content_line::push(out, &line);
    }

    /// The property as jCard writes it.
    pub(in crate::export) fn json(&self) -> Value {
        let mut parameters = Map::new();
        for (name, values) in self.parameters.iter().filter(|(name, _)| *name != "VALUE") {
            let value = if let [only] = &values[..] { json!(only) } else { json!(values) };
            parameters.insert(name.to_lowercase(), value);
        }
        let mut array =
            vec![json!(self.name.to_lowercase()), Value::Object(parameters), json!(self.kind)];
        match &self.value {
            Content::One(value) if self.kind == "timestamp" => array.push(json!(extended(value))),
            Content::One(value) => array.push(json!(value)),
            Content::List(values) => array.extend(values.iter().map(|value| json!(value))),
            Content::Parts(parts) if parts.len() == 1 => array.push(json!(parts[0])),
            Content::Parts(parts) => array.push(json!(parts)),
        }
        array.into()
    }
}

/// Adds values with a sign between them.
fn joined(line: &mut String, values: &[String], sign: char, write: fn(&str) -> Cow<'_, str>) {
    for (at, value) in values.iter().enumerate() {
        if at > 0 {
            line.push(sign);
        }
        line.push_str(&write(value));
    }
}

/// A moment of vCard (`20261012T000000Z`) in the form that jCard wants (RFC 7095, section 3.5.5):
/// `2026-10-12T00:00:00Z`.
fn extended(moment: &str) -> String {
    let mut extended = String::with_capacity(moment.len() + 4);
    for (at, sign) in moment.chars().enumerate() {
        match at {
            4 | 6 => extended.push('-'),
            11 | 13 => extended.push(':'),
            _ => {}
        }
        extended.push(sign);
    }
    extended
}
