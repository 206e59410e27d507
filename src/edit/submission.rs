//! What somebody sends who changed a profile in a form.

use super::Fault;
use super::once::Once;
use crate::base::Date;
use serde_json::{Map, Value};

/// The most bytes of a submission.
pub const MOST: usize = 512 * 1024;
/// How deep values may be nested: an item of a list has groups, which have lists.
const DEEPEST: usize = 8;

/// A change of a profile, or a new one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Submission {
    /// The slug of the profile; none for a new one.
    pub expert: Option<String>,
    /// New values of keys of the front matter, each whole; null takes the key out.
    pub changes: Map<String, Value>,
    /// What the form was filled with of the keys that are changed, where it says so.
    pub base: Map<String, Value>,
    /// New texts by the names under which profiles have them: `story`, and the four questions.
    pub sections: Map<String, Value>,
    /// The consent that was given in the form.
    pub consent: Option<Consent>,
    /// Whether the person says that all of it still holds.
    pub nothing_changed: bool,
    /// Whether the person takes the consent back.
    pub withdraw: bool,
}

/// A consent, and to what.
#[derive(Debug, Clone, PartialEq)]
pub struct Consent {
    /// The day on which it was given.
    pub on: Date,
    /// The sentence that was agreed to.
    pub text: String,
}

impl Submission {
    /// Reads what was sent.
    ///
    /// # Errors
    /// All that is wrong with it, in words.
    pub fn read(json: &str) -> Result<Self, Vec<Fault>> {
        if json.len() > MOST {
            let most = MOST / 1024;
            return Err(vec![Fault::whole(format!(
                "this has {} KB, and {most} are the most",
                json.len() / 1024
            ))]);
        }
        let Once(value) = serde_json::from_str(json)
            .map_err(|error| vec![Fault::whole(format!("this is no submission: {error}"))])?;
        let Value::Object(mut object) = value else {
            return Err(vec![Fault::whole("this is no submission: it is no group of keys")]);
        };
        let mut faults = Vec::new();
        if object.remove("vakwerk").and_then(|version| version.as_u64()) != Some(1) {
            faults.push(Fault::at(
                "vakwerk",
                "this is no submission of a kind that is known; write \"vakwerk\": 1",
            ));
        }
        let read = Self {
            expert: text(&mut object, "expert", &mut faults),
            changes: group(&mut object, "changes", &mut faults),
            base: group(&mut object, "base", &mut faults),
            sections: group(&mut object, "sections", &mut faults),
            consent: consent(&mut object, &mut faults),
            nothing_changed: truth(&mut object, "nothing_changed", &mut faults),
            withdraw: truth(&mut object, "withdraw", &mut faults),
        };
        faults.extend(
            object.keys().map(|key| Fault::at(key, "no submission has this key; take it out")),
        );
        for (key, value) in read.changes.iter().chain(&read.base) {
            if depth(value) > DEEPEST {
                faults.push(Fault::at(key, "the value has too many groups in one another"));
            }
        }
        if faults.is_empty() { Ok(read) } else { Err(faults) }
    }
}

fn depth(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        Value::Object(group) => 1 + group.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}

fn text(object: &mut Map<String, Value>, key: &str, faults: &mut Vec<Fault>) -> Option<String> {
    match object.remove(key)? {
        Value::Null => None,
        Value::String(text) => Some(text),
        _ => {
            faults.push(Fault::at(key, "this has to be a text"));
            None
        }
    }
}

fn group(
    object: &mut Map<String, Value>,
    key: &str,
    faults: &mut Vec<Fault>,
) -> Map<String, Value> {
    match object.remove(key) {
        None | Some(Value::Null) => Map::new(),
        Some(Value::Object(group)) => group,
        Some(_) => {
            faults.push(Fault::at(key, "this has to be a group of keys"));
            Map::new()
        }
    }
}

fn truth(object: &mut Map<String, Value>, key: &str, faults: &mut Vec<Fault>) -> bool {
    match object.remove(key) {
        None | Some(Value::Null) => false,
        Some(Value::Bool(truth)) => truth,
        Some(_) => {
            faults.push(Fault::at(key, "this has to be true or false"));
            false
        }
    }
}

fn consent(object: &mut Map<String, Value>, faults: &mut Vec<Fault>) -> Option<Consent> {
    let value = object.remove("consent").filter(|value| !value.is_null())?;
    let on = value["on"].as_str().and_then(|day| day.parse::<Date>().ok());
    let on = on.filter(|day| day.day_of_month().is_some());
    let known =
        value.as_object().is_some_and(|group| group.keys().all(|key| key == "on" || key == "text"));
    let (Some(on), Some(text), true) = (on, value["text"].as_str(), known) else {
        let message = "write the day and the sentence: { \"on\": \"2026-11-27\", \"text\": \"…\" }";
        faults.push(Fault::at("consent", message));
        return None;
    };
    Some(Consent { on, text: text.to_owned() })
}
