//! How much one entry may cost. What is beyond its [`Limits`] is said and left out.
//!
//! Content comes from strangers, and a few kilobytes of it can be made to cost minutes and
//! gigabytes.

use super::path::Step;
use crate::base::guarded::DISTRUSTED;
use crate::base::guarded_keys::is_guarded;
use crate::base::limits::Limits;
use crate::base::printable::is_unseen;
use crate::base::tidy::single_spaced;
use saphyr_parser::{Event, Parser};
use serde_yaml::{Mapping, Value};
use std::collections::HashMap;

/// The deepest that groups and lists may stand in each other.
const MOST_DEPTH: usize = 32;

/// The most values of one document, each alias counted as what it stands for.
const MOST_VALUES: usize = 200_000;

/// The most letters of one document, in bytes, each alias counted as what it stands for.
const MOST_BYTES: usize = 2 * 1024 * 1024;

/// Keys under which a text of some paragraphs stands.
const PROSE: [&str; 18] = [
    "who",
    "can",
    "value",
    "flow",
    "text",
    "note",
    "quote",
    "question",
    "approach",
    "result",
    "description",
    "core_tasks",
    "added_value",
    "body",
    "summary",
    "caption",
    "alt",
    "bio",
];

/// Keys under which an address stands.
const ADDRESSES: [&str; 5] = ["url", "same_as", "file", "git", "path"];

/// Keys under which a list of short words stands.
const WORDS: [&str; 12] = [
    "aliases",
    "former_names",
    "languages",
    "roles",
    "audience",
    "topics",
    "expertise",
    "synonyms",
    "broader",
    "related",
    "same_as",
    "offers",
];

/// Something beyond its bound.
pub(super) struct Excess {
    /// Where it stands, from the top of the entry.
    pub(super) path: Vec<Step>,
    /// What is wrong, in words.
    pub(super) what: String,
    /// Whether only signs that nobody sees were taken out.
    pub(super) unseen: bool,
}

/// Whether `text` could be beyond a bound; most texts are short and plain, and are not looked at
/// further.
pub(super) fn is_suspicious(text: &str, limits: &Limits) -> bool {
    text.len() > 4096
        || has_long_list(text, limits.words)
        || text.contains(['&', '*', '\\'])
        || text.lines().any(begins_block)
        || text.lines().any(|line| line.len() > limits.line)
        || text.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count() > MOST_DEPTH
        || text.lines().any(|line| {
            line.starts_with(&"- ".repeat(MOST_DEPTH)) || line.starts_with(&" ".repeat(128))
        })
}

/// What makes a document as a whole too costly to be read; None when it may be.
///
/// Looks at it as it is written, without building anything; ends as soon as a bound is passed.
pub(super) fn too_costly(text: &str, bytes_of_a_list: Option<usize>) -> Option<String> {
    let (most_values, most_bytes) = match bytes_of_a_list {
        None => (MOST_VALUES, MOST_BYTES),
        // A list of entries may be as long as it is written, and aliases in it no longer than that
        // once more.
        Some(bytes) => (usize::MAX, bytes.saturating_mul(2).max(MOST_BYTES)),
    };
    let mut costs: HashMap<usize, (usize, usize)> = HashMap::new();
    // Of each group that is open: its anchor, and what it cost so far.
    let mut open: Vec<(usize, usize, usize)> = vec![(0, 0, 0)];
    if is_deep(text) {
        return Some(format!("groups and lists stand in each other more than {MOST_DEPTH} deep"));
    }
    for event in Parser::new_from_str(text) {
        // What is wrong with it is said by whoever reads it.
        let Ok((event, _)) = event else { return None };
        let cost = match event {
            Event::Scalar(value, _, anchor, _) => {
                costs.insert(anchor, (1, value.len()));
                (1, value.len())
            }
            Event::Alias(anchor) => costs.get(&anchor).copied().unwrap_or((1, 0)),
            Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _) => {
                open.push((anchor, 1, 0));
                if open.len() > MOST_DEPTH + 1 {
                    return Some(format!(
                        "groups and lists stand in each other more than {MOST_DEPTH} deep"
                    ));
                }
                (0, 0)
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let (anchor, values, bytes) = open.pop().unwrap_or((0, 0, 0));
                costs.insert(anchor, (values, bytes));
                (values, bytes)
            }
            _ => (0, 0),
        };
        if let Some((_, values, bytes)) = open.last_mut() {
            *values = values.saturating_add(cost.0);
            *bytes = bytes.saturating_add(cost.1);
        }
        let all = open.iter().fold((0_usize, 0_usize), |all, (_, values, bytes)| {
            (all.0.saturating_add(*values), all.1.saturating_add(*bytes))
        });
        if all.0 > most_values {
            return Some(format!("it has more than {most_values} values, aliases counted"));
        }
        if all.1 > most_bytes {
            return Some(format!(
                "it has more than {} MB, aliases counted",
                most_bytes / 1024 / 1024
            ));
        }
    }
    None
}

/// Whether brackets are opened so deep that even a reader that only complains would take long.
/// Brackets in texts count as well, so that the bound is far above what anybody writes.
fn is_deep(text: &str) -> bool {
    let mut depth = 0_usize;
    text.bytes().any(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > 1000
    })
}

/// Takes out of an entry what is beyond its bound, and says what that was.
pub(super) fn prune(tree: &mut Value, limits: &Limits) -> Vec<Excess> {
    let mut pruning = Pruning { limits, path: Vec::new(), excess: Vec::new() };
    pruning.below(tree, "");
    pruning.excess
}

/// Whether a list on one line, or on lines of its own, could have more than `most` items.
fn has_long_list(text: &str, most: usize) -> bool {
    let items = |line: &str| line.bytes().filter(|byte| *byte == b',').count() > most;
    let mut items_below = 0_usize;
    text.lines().any(|line| {
        items_below += usize::from(line.trim_start().starts_with('-'));
        items_below > most || items(line)
    })
}

/// A walk through an entry that takes out what is beyond its bound.
struct Pruning<'a> {
    limits: &'a Limits,
    path: Vec<Step>,
    excess: Vec<Excess>,
}

impl Pruning<'_> {
    fn note(&mut self, what: String, unseen: bool) {
        self.excess.push(Excess { path: self.path.clone(), what, unseen });
    }

    /// Looks at the value under `key`. Gives back whether it may stay.
    fn below(&mut self, value: &mut Value, key: &str) -> bool {
        match value {
            Value::String(text) => self.text(text, key),
            Value::Sequence(items) => {
                self.items(items, key);
                true
            }
            Value::Mapping(mapping) => self.keys(mapping),
            _ => true,
        }
    }

    fn text(&mut self, text: &mut String, key: &str) -> bool {
        self.tidy(text, key);
        let most = self.most_letters(key);
        // Left out, a value that decides who sees what would decide for everybody: it is for its
        // reader not to understand.
        if text.len() <= most || text.chars().count() <= most || is_guarded(key) {
            return true;
        }
        self.note(
            format!("the text has {} characters, and {most} are the most", text.chars().count()),
            false,
        );
        false
    }

    fn items(&mut self, items: &mut Vec<Value>, key: &str) {
        let most = if WORDS.contains(&key) { self.limits.words } else { self.limits.items };
        if items.len() > most {
            self.note(
                format!("the list has {} items, and the first {most} are read", items.len()),
                false,
            );
            items.truncate(most);
        }
        let mut index = 0;
        items.retain_mut(|item| {
            self.path.push(Step::Index(index));
            let stays = self.below(item, key);
            self.path.pop();
            index += 1;
            stays
        });
    }

    fn keys(&mut self, mapping: &mut Mapping) -> bool {
        if mapping.len() > self.limits.items {
            let most = self.limits.items;
            self.note(
                format!("the group has {} keys, and {most} are the most", mapping.len()),
                false,
            );
            let is_entry = self.path.is_empty();
            if is_entry {
                // An entry that is nothing but keys has none that could be trusted.
                mapping.clear();
            }
            return is_entry;
        }
        mapping.retain(|name, value| {
            let name = name.as_str().unwrap_or_default();
            self.path.push(Step::Key(name.to_owned()));
            let stays = self.below(value, name);
            self.path.pop();
            if !stays && is_guarded(name) {
                *value = Value::String(DISTRUSTED.to_owned());
                return true;
            }
            stays
        });
        true
    }

    /// Takes signs out of a text that nobody sees: quoted texts can hold them as escapes. A line
    /// stays one line.
    fn tidy(&mut self, text: &mut String, key: &str) {
        if text == DISTRUSTED {
            return;
        }
        let many_lines = PROSE.contains(&key) || self.top() == "extra";
        if !many_lines && text.contains(['\n', '\t']) {
            *text = single_spaced(text);
        }
        // Joiners and marks of direction inside words belong to some scripts.
        let harmful = |sign: char| {
            is_unseen(sign)
                && !matches!(
                    sign,
                    '\n' | '\t' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{2060}'
                )
        };
        if let Some(sign) = text.chars().find(|sign| harmful(*sign)) {
            let what = format!(
                "the text holds the unseen character U+{:04X}, which is left out",
                u32::from(sign)
            );
            self.note(what, true);
            text.retain(|sign| !harmful(sign));
        }
    }

    /// The key at the top of the entry under which the walk is.
    fn top(&self) -> &str {
        match self.path.first() {
            Some(Step::Key(top)) => top.as_str(),
            _ => "",
        }
    }

    /// The most characters of a text under `key`.
    fn most_letters(&self, key: &str) -> usize {
        if PROSE.contains(&key) || self.top() == "extra" {
            self.limits.text
        } else if ADDRESSES.contains(&key) || self.top() == "links" {
            self.limits.address
        } else {
            self.limits.line
        }
    }
}

/// Whether a line of YAML begins a text of several lines under a key of which one line is read.
fn begins_block(line: &str) -> bool {
    let line = line.trim_end().trim_end_matches(['-', '+']);
    let Some(rest) = line.strip_suffix(['|', '>']) else { return false };
    let key = rest.trim_end().strip_suffix(':').unwrap_or_default().trim_start_matches([' ', '-']);
    !PROSE.contains(&key.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_costs_more_than_it_looks_is_found_without_building_it() {
        let laughs = "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n\
                      d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e]\n";
        assert!(too_costly(laughs, None).is_some());
        assert!(
            too_costly(
                &format!("h: &a '{}'\nr: [{}]", "x".repeat(9_000), ["*a"; 300].join(",")),
                None
            )
            .is_some()
        );
        assert!(too_costly(&"[".repeat(100_000), None).is_some());
        assert!(too_costly(&"- ".repeat(100_000), None).is_some());
        assert_eq!(too_costly("name: &n Jan\nalso: *n\nlist: [{ a: [1] }]", None), None);
    }

    #[test]
    fn what_is_too_long_is_taken_out_and_the_rest_stays() {
        let yaml = format!(
            "name: Jan\nheadline: {}\nwho: {}\nroles: [a, {}]",
            "W".repeat(501),
            "w ".repeat(900),
            "r".repeat(600)
        );
        let mut tree: Value = serde_yaml::from_str(&yaml).expect("YAML");
        let excess = prune(&mut tree, &Limits::default());
        assert_eq!(excess.len(), 2);
        assert_eq!(tree.as_mapping().map(Mapping::len), Some(3));
    }
}
