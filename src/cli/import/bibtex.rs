//! BibTeX and BibLaTeX. An entry that cannot be read is named, and the others come over.

use super::imported::Imported;
use super::latex;
use super::works::{body_or_name, of_groups};
use biblatex::{Bibliography, ChunksExt, Entry, ParseErrorKind, Person, RawBibliography};
use serde_json::{Map, Value};

/// The most abbreviations that nobody defines, in one entry.
const MOST_UNDEFINED: usize = 20;

/// Reads BibTeX or BibLaTeX.
///
/// # Errors
/// Why nothing of it can be read.
pub(super) fn bibtex(text: &str) -> Result<Imported, String> {
    let mut broken = Vec::new();
    let entries = match Bibliography::parse(text) {
        Ok(all) => all.into_iter().collect(),
        Err(_) => one_by_one(text, &mut broken),
    };
    if entries.is_empty() {
        return Err(broken.into_iter().next().unwrap_or_else(|| "it holds no entry".to_owned()));
    }
    let mut groups: Vec<(String, Value)> = Vec::new();
    for entry in &entries {
        let number = groups.iter().filter(|(key, _)| *key == entry.key).count();
        let twice = number > 0 || entry.key.is_empty();
        let name = if twice {
            format!("{} (entry {})", entry.key, groups.len() + 1)
        } else {
            entry.key.clone()
        };
        groups.push((name.trim().to_owned(), group_of(entry)));
    }
    let mut imported = of_groups(groups)?;
    imported.said.extend(broken.into_iter().map(|why| format!("not read: {why}")));
    Ok(imported)
}

/// A part of a file: from one entry to the next.
struct Part<'a> {
    /// The line on which it begins, from 1.
    line: usize,
    text: &'a str,
}

/// Reads each entry by itself.
fn one_by_one(text: &str, broken: &mut Vec<String>) -> Vec<Entry> {
    let parts = parts(text);
    let is_definition = |part: &&Part<'_>| begins_with(part.text, "@string");
    let definitions: Vec<&str> =
        parts.iter().filter(is_definition).map(|part| whole(part.text)).collect();
    let definitions: String = definitions
        .into_iter()
        .filter(|text| RawBibliography::parse(text).is_ok())
        .collect::<Vec<_>>()
        .join("\n");
    let mut entries = Vec::new();
    for part in &parts {
        match read(part.text, &definitions)
            .or_else(|why| read(whole(part.text), &definitions).map_err(|_| why))
        {
            Ok(found) => entries.extend(found),
            Err(why) => broken.push(format!("line {}, `{}`: {why}", part.line, head(part.text))),
        }
    }
    entries
}

fn begins_with(text: &str, word: &str) -> bool {
    text.trim_start().get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// What an entry begins with, as it is named.
fn head(text: &str) -> &str {
    let text = text.trim();
    text.split([',', '\n', '\r']).next().unwrap_or(text).trim_end()
}

/// The parts of a file that each begin with an `@` at the beginning of a line.
fn parts(text: &str) -> Vec<Part<'_>> {
    let mut starts: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let bare = line.trim_start_matches('\u{feff}').trim_start();
        let kind = bare
            .strip_prefix('@')
            .map(|rest| rest.trim_start_matches(|sign: char| sign.is_ascii_alphabetic()));
        if kind.is_some_and(|rest| rest.trim_start().starts_with(['{', '('])) {
            starts.push((at, number + 1));
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|((from, line), to)| Part { line: *line, text: &text[*from..to] })
        .collect()
}

/// An entry up to its last brace, without what stands behind it.
fn whole(text: &str) -> &str {
    let mut depth = 0_usize;
    let mut is_escaped = false;
    for (at, sign) in text.char_indices() {
        match sign {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '{' => depth += 1,
            '}' if depth == 1 => return &text[..=at],
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    text
}

fn read(text: &str, definitions: &str) -> Result<Vec<Entry>, String> {
    let mut source = text.to_owned();
    for round in 0..MOST_UNDEFINED {
        let error = match Bibliography::parse(&source) {
            Ok(found) => return Ok(found.into_iter().collect()),
            Err(error) => error,
        };
        match error.kind {
            ParseErrorKind::UnknownAbbreviation(_) if round == 0 && !definitions.is_empty() => {
                source = format!("{definitions}\n{text}");
            }
            // What nobody defines stands for itself.
            ParseErrorKind::UnknownAbbreviation(word) => {
                source = format!("@string{{{word} = {{{word}}}}}\n{source}");
            }
            kind => return Err(kind.to_string()),
        }
    }
    Err("too many abbreviations that nobody defines".to_owned())
}

/// An entry as a group of texts, its authors as people say them.
fn group_of(entry: &Entry) -> Value {
    let mut group = Map::new();
    for (key, chunks) in &entry.fields {
        let is_address = ["url", "doi", "eprint", "file"].contains(&key.as_str());
        let text = if is_address { chunks.format_verbatim() } else { latex::plain(chunks) };
        group.insert(key.clone(), Value::String(text));
    }
    if let Ok(authors) = entry.author() {
        group.insert("author".to_owned(), Value::Array(authors.iter().map(name_of).collect()));
    }
    if let Some(kind) = group.remove("type") {
        group.insert("type of work".to_owned(), kind);
    }
    group.insert("type".to_owned(), Value::String(entry.entry_type.to_string()));
    Value::Object(group)
}

fn name_of(person: &Person) -> Value {
    let parts = [&person.given_name, &person.prefix, &person.name, &person.suffix];
    let parts: Vec<&str> =
        parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [one] => body_or_name(one),
        parts => Value::String(parts.join(" ")),
    }
}
