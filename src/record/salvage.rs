//! What can be known of an entry that cannot be read: whose it is, so that nobody is named because
//! a file broke.

use super::list::Item;
use crate::base::EntryKind;
use crate::base::word_list::is_among;
use crate::base::yaml::Value;
use crate::base::{Rank, first_bytes, slug::slug};
use crate::source::{Shape, SourceFile};
use saphyr_parser::{Event, Parser};
use std::sync::Arc;

/// The longest text that is taken for a name, in characters.
const LONGEST: usize = 120;

/// How much of a file that cannot be read as a whole is read as YAML, in bytes.
const MOST_READ: usize = 256 * 1024;

/// The deepest that groups and lists are followed there.
const MOST_DEPTH: usize = 32;

/// The keys under which a profile names its person.
const KEYS: [&str; 7] = ["name", "title", "slug", "former_names", "aliases", "sort_name", "naam"];

/// What is known of an entry that cannot be read.
#[derive(Debug, Clone)]
pub struct Unread {
    /// What it is about.
    pub kind: EntryKind,
    /// Who wrote it.
    pub rank: Rank,
    /// Its file.
    pub file: Arc<str>,
    /// The slug that it has by its file's name.
    pub slug: String,
    /// Whatever may be a name or a slug in it.
    pub names: Vec<String>,
}

impl Unread {
    pub(super) fn of(file: &SourceFile, stem: &str, names: Vec<String>) -> Self {
        Self { kind: file.kind, rank: file.rank, file: file.path.clone(), slug: slug(stem), names }
    }
}

/// What is known of a file that is too large, no text, or cannot be read to its end.
pub(super) fn beginning_of(file: &SourceFile) -> Option<Unread> {
    let text = file.beginning();
    if file.shape == Shape::Table {
        // Any cell may be a name.
        let names = text.lines().flat_map(cells_in).collect();
        return file.language.is_none().then(|| Unread::of(file, "", names));
    }
    of_entry(file, &text)
}

/// What is known of a file that holds `text`, which is no entry.
pub(super) fn of_entry(file: &SourceFile, text: &str) -> Option<Unread> {
    file.language.is_none().then(|| Unread::of(file, &file.stem, names_in(text)))
}

/// What is known of an item of a list before it is read.
pub(super) fn of_item(file: &SourceFile, item: &Item) -> Unread {
    let mut names = Vec::new();
    let mapping = item.tree.as_mapping().into_iter().flatten();
    for (_, value) in mapping.filter(|(key, _)| key.as_str().is_some_and(is_key)) {
        match value {
            Value::String(text) => names.push(text.clone()),
            Value::Sequence(items) => {
                names.extend(items.iter().filter_map(Value::as_str).map(str::to_owned));
            }
            _ => {}
        }
    }
    Unread::of(file, item.slug.as_deref().unwrap_or_default(), names)
}

/// What is known of a row that has more cells than the table has columns: any cell may be the name.
pub(super) fn of_row(file: &SourceFile, cells: &[String]) -> Unread {
    let lines = cells.iter().flat_map(|cell| cell.lines());
    Unread::of(file, "", lines.flat_map(cells_in).collect())
}

/// What is known of the rows that a quote without an end took into a cell of the row before them:
/// lines that have as many parts as the table has `columns`.
pub(super) fn of_swallowed(file: &SourceFile, cells: &[String], columns: usize) -> Option<Unread> {
    let lines = cells.iter().filter(|cell| cell.contains('\n')).flat_map(|cell| cell.lines());
    let lines = lines.filter(|line| line.matches([',', ';', '\t']).count() + 1 >= columns);
    let names: Vec<String> = lines.flat_map(cells_in).collect();
    (!names.is_empty()).then(|| Unread::of(file, "", names))
}

/// Keys under which other programs keep the parts of a name: before all, between, and behind.
const PARTS: [&str; 3] = [
    "first_name firstname given_name givenname voornaam vorname prenom prénom",
    "infix middle_name tussenvoegsel",
    "last_name lastname family_name familyname surname achternaam nachname nom",
];

/// The name whose parts stand under keys of their own, and what a heading calls the text below it.
fn in_parts(text: &str) -> Vec<String> {
    let mut parts = [const { String::new() }; 3];
    let mut names = Vec::new();
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("# ") {
            names.extend(as_name(heading));
        }
        let Some((key, value)) = line.split_once([':', '=']) else { continue };
        let key = key.trim().trim_matches('"').to_lowercase().replace('-', "_");
        let Some(at) = PARTS.iter().position(|keys| is_among(keys, &key)) else { continue };
        let value = value.split(" #").next().unwrap_or_default().trim().trim_end_matches(',');
        parts[at] = as_name(value).unwrap_or_default();
    }
    let parts = parts.iter().filter(|part| !part.is_empty());
    names.extend(as_name(&parts.map(String::as_str).collect::<Vec<_>>().join(" ")));
    names
}

fn cells_in(line: &str) -> impl Iterator<Item = String> {
    line.split([',', ';', '\t', '|', '"']).filter_map(as_name)
}

/// Whatever may be a name in a text: what stands after one of the keys, as a line or between the
/// signs of a group.
fn names_in(text: &str) -> Vec<String> {
    let mut names = names_as_read(text);
    names.extend(in_parts(text));
    let mut below = false;
    // UTF-16 has them between its letters.
    let text = text.replace('\0', "");
    for line in text.lines() {
        let trimmed = line.trim_start();
        if let Some(item) = trimmed.strip_prefix("- ").filter(|_| below) {
            names.extend(as_name(item));
        } else if below && trimmed.len() < line.len() {
            names.extend(as_name(trimmed));
        } else if let Some(value) = trimmed.strip_prefix(": ").filter(|_| below) {
            names.extend(as_name(value));
        } else if !trimmed.is_empty() {
            below = trimmed.strip_prefix("? ").is_some_and(|key| is_key(key.trim()));
        }
        for (at, _) in line.match_indices([':', '=']) {
            let before = line[..at].trim_end().trim_end_matches(['"', '\'']);
            let start = before
                .rfind(|c: char| !c.is_alphanumeric() && c != '_' && c != '-')
                .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
            if !is_key(&before[start..]) {
                continue;
            }
            let value = &line[at + 1..];
            below =
                value.trim().trim_start_matches(['|', '>']).trim_end_matches(['-', '+']).is_empty();
            // A line is a name, or a group on one line holds it, or a list several.
            names.extend(as_name(value));
            names.extend(value.split([',', '[', ']', '{', '}', '#', '"']).filter_map(as_name));
        }
    }
    names.sort();
    names.dedup();
    names
}

/// What stands under the keys that name a person, as far as a text can be read as YAML.
fn names_as_read(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    // Of each group that is open: whether it is below such a key, and what stands there.
    let mut open: Vec<(bool, Vec<String>)> = Vec::new();
    // Whether the next value is a key's, and whether the key is such a key.
    let mut key: Option<bool> = None;
    let mut in_group: Vec<bool> = Vec::new();
    for event in Parser::new_from_str(first_bytes(text, MOST_READ)) {
        let Ok((event, _)) = event else { break };
        let below = key.unwrap_or_else(|| open.last().is_some_and(|(below, _)| *below));
        match event {
            Event::Scalar(word, ..) => {
                if in_group.last() == Some(&true) && key.is_none() {
                    key = Some(is_key(&word) || below);
                    continue;
                }
                if below {
                    names.extend(as_name(&word));
                    if let Some((_, words)) = open.last_mut() {
                        words.push(word.into_owned());
                    }
                }
                key = None;
            }
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                in_group.push(matches!(event, Event::MappingStart(..)));
                open.push((below && in_group.len() > 1, Vec::new()));
                key = None;
                if in_group.len() > MOST_DEPTH {
                    break;
                }
            }
            Event::MappingEnd | Event::SequenceEnd => {
                in_group.pop();
                // First name and last name stand apart.
                if let Some((true, words)) = open.pop() {
                    names.extend(as_name(&words.join(" ")));
                }
                key = None;
            }
            _ => {}
        }
    }
    names
}

fn is_key(word: &str) -> bool {
    let word = word.to_lowercase().replace('-', "_");
    KEYS.contains(&word.as_str())
}

fn as_name(text: &str) -> Option<String> {
    let name = text.trim().trim_start_matches(['&', '!']);
    let name = if name.len() < text.trim().len() {
        name.split_once(' ').map_or("", |(_, rest)| rest)
    } else {
        name
    };
    let name = name.trim().trim_matches(['"', '\'', '|', '>']).trim();
    (name.chars().any(char::is_alphabetic) && name.chars().count() <= LONGEST)
        .then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::names_in;

    #[test]
    fn names_are_found_however_a_file_is_broken() {
        for text in [
            "---\nname: Zelda Qmark\nheadline: \"x\n---\n",
            "Name : \"Zelda Qmark\"",
            "{name: Zelda Qmark, visibility: hidden",
            "{\"name\": \"Zelda Qmark\", \"visibility\": ",
            "- name:   'Zelda Qmark' # the painter",
            "former_names: [Anna, Zelda Qmark]",
            "former_names:\n  - Anna\n  - Zelda Qmark\n",
            "name: |\n  Zelda Qmark\nx: [",
            "name: >-\n  Zelda\n  Qmark\nx: [",
            "x: [\nname:\n  Zelda Qmark\n",
            "name: &n Zelda Qmark\nx: [",
            "x: }\nname: !!str Zelda Qmark",
            "name: \"Zelda \\x51mark\"\nx: [",
            "? name\n: Zelda Qmark\nx: [",
            "x: }\n? name\n: Zelda Qmark\n",
            "name: { first: Zelda, last: Qmark }\n",
            "first_name: Zelda\nlast_name: Qmark # the painter\n",
            "Voornaam: \"Zelda\"\nAchternaam: 'Qmark'\n",
            "{\n  \"firstname\": \"Zelda\",\n  \"surname\": \"Qmark\"\n}",
            "# Zelda Qmark\n\nI paint.\n",
        ] {
            assert!(
                names_in(text).iter().any(|name| name == "Zelda Qmark"),
                "{text}: {:?}",
                names_in(text)
            );
        }
        assert!(names_in("---\nheadline: Zelda Qmark\n").is_empty());
    }
}
