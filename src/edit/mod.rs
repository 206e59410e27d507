//! Changing what a profile says, with everything in its file left as it is that does not change:
//! comments, the order of keys, quotes, line ends.
//!
//! The places of values come from the parser that finds places for diagnostics already
//! (`saphyr-parser`). The crate `yamlpatch` would do some of it, but brings tree-sitter with a
//! grammar in C, a compiler for C in every build of the program and half a megabyte in it, and does
//! not change items of lists. What is written here is small because it need not be trusted: nothing
//! is handed over that the program's own reader does not read as what was wanted.

mod change;
mod check;
mod lines;
mod list;
mod node;
mod notes;
mod once;
mod order;
mod same;
mod scaffold;
mod scalar;
mod submission;
mod town;
mod values;
mod write;

pub use notes::{Said, said};
pub use order::rank;
pub use scaffold::scaffold;
pub use submission::{Consent, MOST, Submission};
pub use values::{long_forms, values};

use crate::base::front_matter::front_matter;
use crate::base::{Date, without_harmful};
use change::{Spot, after_colon, change};
use lines::{Edits, Owner, line_end};
use node::{Entry, Kind};
use same::Place;
use scalar::Within;
use serde_json::{Map, Value};

/// Why something is not done, in words, and of which field.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Fault {
    /// The key that it is about; none when it is about the whole.
    pub field: Option<String>,
    /// What is wrong, and what to do.
    pub message: String,
}

impl Fault {
    fn whole(message: impl Into<String>) -> Self {
        Self { field: None, message: message.into() }
    }

    fn at(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { field: Some(field.into()), message: message.into() }
    }
}

/// The texts that a submission may send as sections. All but the story stand in the front matter.
const SECTIONS: [&str; 5] = ["story", "who", "can", "value", "flow"];

const BY_HAND: &str =
    "this is written in a way that cannot be changed safely here; change it in an editor for texts";

/// A file, cut where its parts meet.
struct Parts<'a> {
    /// The mark of the encoding and the line of dashes.
    before: &'a str,
    yaml: &'a str,
    /// The line of dashes below.
    between: &'a str,
    body: &'a str,
}

fn parts(text: &str) -> Result<Parts<'_>, Fault> {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Ok(found) = front_matter(bare) else {
        return Err(Fault::whole(
            "the file does not begin with keys between two lines ---; `vakwerk check` tells more",
        ));
    };
    let at = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
    let (yaml, body) = (at(found.yaml), at(found.below));
    let end = yaml + found.yaml.len();
    Ok(Parts {
        before: &text[..yaml],
        yaml: found.yaml,
        between: &text[end..body],
        body: found.below,
    })
}

/// The text of a profile with what `submission` changes. `today` is the day on which something is
/// confirmed or withdrawn.
///
/// # Errors
/// All that cannot be done, in words, by field; then nothing is to be written.
pub fn apply(text: &str, submission: &Submission, today: Date) -> Result<String, Vec<Fault>> {
    let mut wanted = submission.changes.clone();
    let mut faults: Vec<Fault> = Vec::new();
    let mut story = None;
    for (name, value) in &submission.sections {
        match (SECTIONS.contains(&name.as_str()), value) {
            (true, Value::String(text)) if name == "story" => story = Some(text.as_str()),
            (true, Value::Null) if name == "story" => story = Some(""),
            (true, Value::String(_) | Value::Null) => {
                wanted.insert(name.clone(), value.clone());
            }
            (true, _) => faults.push(Fault::at(name, "this has to be a text")),
            (false, _) => {
                let known = SECTIONS.join(", ");
                faults.push(Fault::at(
                    name,
                    format!("no profile has this text; the texts are {known}"),
                ));
            }
        }
    }
    if submission.nothing_changed {
        wanted.insert("confirmed_on".to_owned(), today.to_string().into());
    }
    if let Some(consent) = &submission.consent {
        wanted.insert("consent".to_owned(), consent.on.to_string().into());
    }
    if submission.withdraw {
        wanted.insert("withdrawn".to_owned(), today.to_string().into());
    }
    town::moved(text, &mut wanted);
    faults.extend(check::unknown(&wanted));
    let parts = parts(text).map_err(|fault| vec![fault])?;
    if !faults.is_empty() {
        return Err(faults);
    }
    let wanted: Map<String, Value> =
        wanted.into_iter().map(|(key, value)| (key, clean(value))).collect();
    if wanted.get("name").is_some_and(Value::is_null) {
        return Err(vec![Fault::at("name", "a profile needs a name")]);
    }
    let wording = submission.consent.as_ref().map(|consent| consent.text.as_str());
    let yaml = front(parts.yaml, line_end(text), &wanted, wording)?;
    let body = story
        .map_or_else(|| parts.body.to_owned(), |story| told(parts.body, story, line_end(text)));
    let edited = format!("{}{yaml}{}{body}", parts.before, parts.between);
    check::checked(text, &edited, &wanted, story).map(|()| edited)
}

/// A value without what says nothing, with lines that end in one way.
fn clean(value: Value) -> Value {
    match value {
        Value::String(text) => {
            let text = without_harmful(&text.replace("\r\n", "\n").replace('\r', "\n"), ' ');
            if text.trim().is_empty() { Value::Null } else { text.into() }
        }
        Value::Array(items) => {
            let items: Vec<Value> =
                items.into_iter().map(clean).filter(|item| !item.is_null()).collect();
            if items.is_empty() { Value::Null } else { items.into() }
        }
        Value::Object(group) => {
            let group = group.into_iter().map(|(key, value)| (key, clean(value)));
            let group: Map<String, Value> = group.filter(|(_, value)| !value.is_null()).collect();
            if group.is_empty() { Value::Null } else { group.into() }
        }
        // A whole number is written as one: 16, not 16.0.
        Value::Number(number) if !number.is_i64() && !number.is_u64() => {
            let whole = number.to_string().strip_suffix(".0").and_then(|it| it.parse::<i64>().ok());
            whole.map_or_else(|| number.into(), Value::from)
        }
        other => other,
    }
}

/// The Markdown with another story; the empty lines around it stay.
fn told(body: &str, story: &str, line_end: &str) -> String {
    let story = clean(story.trim().into());
    let Value::String(story) = story else {
        return body[..body.len() - body.trim_start().len()].to_owned();
    };
    if body.trim() == story || body.trim().replace("\r\n", "\n") == story {
        return body.to_owned();
    }
    let story = story.replace('\n', line_end);
    let start = body.len() - body.trim_start().len();
    let (lead, rest) = body.split_at(start);
    let tail = &rest[rest.trim_end().len()..];
    let lead = if lead.is_empty() || rest.is_empty() { line_end } else { lead };
    let tail = if tail.is_empty() { line_end } else { tail };
    format!("{lead}{story}{tail}")
}

/// The front matter with what is wanted of it.
fn front(
    yaml: &str,
    line_end: &'static str,
    wanted: &Map<String, Value>,
    wording: Option<&str>,
) -> Result<String, Vec<Fault>> {
    let by_hand = || vec![Fault::whole(BY_HAND)];
    if wanted.is_empty() {
        return Ok(yaml.to_owned());
    }
    check::readable(yaml).map_err(|fault| vec![fault])?;
    let document = node::document(yaml);
    let (entries, flow) = match document.map(|document| document.kind) {
        Some(Kind::Group { entries, flow }) => (entries, flow),
        None if yaml.lines().all(|line| line.trim().is_empty() || line.starts_with('#')) => {
            (Vec::new(), false)
        }
        _ => return Err(by_hand()),
    };
    if flow {
        return Err(by_hand());
    }
    let mut edits = Edits::of(yaml, line_end);
    let mut in_order: Vec<(&String, &Value)> = wanted.iter().collect();
    in_order.sort_by_key(|(key, _)| order::rank(key));
    for (key, value) in in_order {
        let found: Vec<&Entry> =
            entries.iter().filter(|entry| is_called(&entry.name, key)).collect();
        let done = match (found.as_slice(), value) {
            ([], Value::Null) => Some(()),
            ([], value) => {
                add(&mut edits, &entries, (key, value), wording);
                Some(())
            }
            ([entry], Value::Null) => edits
                .own_lines(entry.key.start, entry.value.range.end, Owner::Key)
                .map(|lines| edits.put(lines, "")),
            ([entry], value) => top(&mut edits, entry, key, value),
            _ => None,
        };
        done.ok_or_else(|| vec![Fault::at(key, BY_HAND)])?;
    }
    edits.done().ok_or_else(by_hand)
}

/// Whether a key in the file is the one that is meant: the reader understands capitals and other
/// signs between words.
fn is_called(written: &str, key: &str) -> bool {
    let bare = |key: &str| key.to_lowercase().replace(['-', '_', ' '], "");
    written == key || bare(written) == bare(key)
}

/// Changes a key that is there.
fn top(edits: &mut Edits<'_>, entry: &Entry, key: &str, value: &Value) -> Option<()> {
    let spot = Spot {
        key,
        indent: edits.column(entry.key.start),
        after: after_colon(edits.text, entry.key.end)?,
        within: Within::Block,
        is_item: false,
    };
    let place = Place { key, whole: &|value| value };
    change(edits, spot, &entry.value, value, &place);
    Some(())
}

/// Adds a key, and to a consent, as a comment, to what was agreed.
fn add(
    edits: &mut Edits<'_>,
    entries: &[Entry],
    (key, value): (&str, &Value),
    wording: Option<&str>,
) {
    let indent = entries.first().map_or(0, |entry| edits.column(entry.key.start));
    let mut lines = write::pair(key, value, indent);
    if let (Some(wording), "consent") = (wording, key) {
        let words = wording.chars().map(|sign| if sign.is_control() { ' ' } else { sign });
        let words: String = words.take(500).collect();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = without_harmful(&words, ' ');
        if !words.is_empty() {
            lines[0].push_str(&format!("  # {words}"));
        }
    }
    let at = order::place(edits, entries, key);
    edits.put_lines(at, &lines);
}

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
