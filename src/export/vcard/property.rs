//! A property of a contact card, as vCard 4.0 (RFC 6350) and jCard (RFC 7095) both write it.

use crate::base::uri::uri;
use crate::export::content_line;
use serde_json::{Map, Value, json};
use std::borrow::Cow;

/// One property of a card.
pub(in crate::export) struct Property<'a> {
    name: &'static str,
    parameters: Vec<(&'static str, Parameter<'a>)>,
    kind: &'static str,
    value: Content<'a>,
}

/// What a parameter holds.
enum Parameter<'a> {
    /// One value, as most do.
    One(Cow<'a, str>),
    /// Several values.
    All(&'a [String]),
}

/// What a property holds.
enum Content<'a> {
    /// One value.
    One(Cow<'a, str>),
    /// Several values of the same kind.
    List(Vec<&'a str>),
    /// The parts of a value, in a fixed order; each may be empty.
    Parts(Vec<&'a str>),
}

impl<'a> Property<'a> {
    pub(super) fn text(name: &'static str, value: impl Into<Cow<'a, str>>) -> Self {
        Self::of_kind(name, "text", value)
    }

    pub(super) fn uri(name: &'static str, value: impl Into<Cow<'a, str>>) -> Self {
        Self::of_kind(name, "uri", value)
    }

    pub(super) fn of_kind(
        name: &'static str,
        kind: &'static str,
        value: impl Into<Cow<'a, str>>,
    ) -> Self {
        Self { name, parameters: Vec::new(), kind, value: Content::One(value.into()) }
    }

    pub(super) fn list(name: &'static str, values: Vec<&'a str>) -> Self {
        Self { name, parameters: Vec::new(), kind: "text", value: Content::List(values) }
    }

    pub(super) fn parts(name: &'static str, parts: &[&'a str]) -> Self {
        let value = Content::Parts(parts.to_vec());
        Self { name, parameters: Vec::new(), kind: "text", value }
    }

    pub(super) fn with(self, parameter: &'static str, value: impl Into<Cow<'a, str>>) -> Self {
        self.and(parameter, Parameter::One(value.into()))
    }

    /// With a parameter that has several values.
    pub(super) fn with_all(self, parameter: &'static str, values: &'a [String]) -> Self {
        self.and(parameter, Parameter::All(values))
    }

    fn and(mut self, name: &'static str, parameter: Parameter<'a>) -> Self {
        self.parameters.push((name, parameter));
        self
    }

    /// Adds the property as a line of vCard 4.0.
    pub(super) fn write(&self, out: &mut String) {
        let start = out.len();
        out.push_str(self.name);
        for (parameter, value) in &self.parameters {
            out.push(';');
            out.push_str(parameter);
            out.push('=');
            match value {
                Parameter::One(value) => content_line::parameter(out, value),
                Parameter::All(all) => content_line::parameter(out, &all.join(",")),
            }
        }
        out.push(':');
        match &self.value {
            Content::One(value) if self.kind == "text" => {
                out.push_str(&content_line::whole_text(value));
            }
            Content::One(value) => out.push_str(&uri(value)),
            Content::List(values) => joined(out, values, ',', content_line::whole_text),
            Content::Parts(parts) => joined(out, parts, ';', content_line::text),
        }
        content_line::end(out, start);
    }

    /// The property as jCard writes it.
    pub(in crate::export) fn json(&self) -> Value {
        let mut parameters = Map::new();
        for (name, parameter) in self.parameters.iter().filter(|(name, _)| *name != "VALUE") {
            let value = match parameter {
                Parameter::One(only) => json!(only),
                Parameter::All([only]) => json!(only),
                Parameter::All(all) => json!(all),
            };
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
fn joined(line: &mut String, values: &[&str], sign: char, write: fn(&str) -> Cow<'_, str>) {
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
