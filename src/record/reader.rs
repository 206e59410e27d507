//! From the text of one file to what stands in it.

use super::content::{Read, Source, Tree, Yaml, read_entry};
use super::footnotes::note_footnotes;
use super::front_matter::{Split, second, split};
use super::list::of_yaml;
use super::page_title::{has_title, heading};
use super::placeholder::note_placeholders;
use super::salvage::{self, Unread};
use super::table::{Tables, of_table, once_a_column};
use super::table_rows::note_rows;
use super::unseen::{clean, note_markup};
use super::worded::uncommented;
use crate::base::front_matter::{Missing, front_matter};
use crate::base::{
    Anchor, Consequence, Diagnostic, EntryKind, Gaps, Limits, Place, Spill, Spot, Text,
    speaks_of_privacy, yaml,
};
use crate::source::{Shape, SourceFile};
use rayon::prelude::*;
use std::sync::Arc;

/// What was read of a file.
#[derive(Clone)]
pub(super) struct Parsed {
    pub(super) entries: Vec<Entry>,
    pub(super) unread: Vec<Unread>,
    pub(super) notes: Vec<Diagnostic>,
}

/// What was read of one entry.
#[derive(Clone)]
pub(super) struct Entry {
    pub(super) anchor: Anchor,
    /// The slug that a list gives it.
    pub(super) slug: Option<String>,
    /// Of an item of a translated list: the name of the entry that is meant.
    pub(super) called: Option<String>,
    /// What else a table calls the person.
    pub(super) also: Vec<String>,
    pub(super) read: Read,
}

impl Entry {
    /// Whether anything could be read of it.
    pub(super) fn can_be_read(&self) -> bool {
        self.read.content.is_some()
    }
}

/// Says that it is not the entry that is lost.
pub(super) fn leave_out(note: &mut Diagnostic) {
    note.consequence = Consequence::LeftOut;
}

/// Whether a line of an unreadable file has a key that speaks of who sees what.
fn says_who_sees(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, _)| speaks_of_privacy(key.trim()))
}

/// The keys of a text page that has its title as a heading above the text, and the page split in
/// them and what stands below; none for every other.
fn titled<'a>(
    text: &'a str,
    path: &Arc<str>,
    notes: &mut Vec<Diagnostic>,
) -> Option<(String, Split<'a>)> {
    let lower = path.to_lowercase();
    if lower.ends_with(".yaml") || lower.ends_with(".yml") {
        return None;
    }
    let key = |title: &str| format!("title: {}\n", serde_json::Value::from(title));
    let Err(Missing::Beginning) = front_matter(text) else {
        let mut found = Vec::new();
        let keys = split(text, path, &mut found).ok()?;
        let title = heading(keys.body).filter(|_| !has_title(keys.yaml))?;
        if second(title.below).is_some() {
            return None;
        }
        notes.append(&mut found);
        // Below the keys of the page, the lines of which are told from where they begin.
        let yaml = format!("{}{}", keys.yaml, key(&title.title));
        let (body, lines) = without_blanks(title.below);
        let body_line = keys.body_line + title.below_line + lines;
        return Some((yaml, Split { body, body_line, ..keys }));
    };
    // Keys below the heading that say who may see the page are read by nobody: it is held back.
    let title = heading(text).filter(|title| second(title.below).is_none())?;
    let (body, lines) = without_blanks(title.below);
    let body_line = title.below_line + 1 + lines;
    let split = Split { yaml: "", first_line: title.line + 1, body, body_line };
    Some((key(&title.title), split))
}

/// A text without what is blank around it, and the number of lines that stood before it.
fn without_blanks(text: &str) -> (&str, usize) {
    let blank = text.len() - text.trim_start().len();
    (text.trim(), text[..blank].matches('\n').count())
}

/// Reads files, each entry within the limits. Stories are set aside.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) limits: &'a Limits,
    pub(super) tables: &'a Tables,
    pub(super) spill: &'a Arc<Spill>,
}

impl Reader<'_> {
    /// Reads the entries of `file`, in which `text` stands.
    pub(super) fn file(self, file: &SourceFile, text: &str) -> Parsed {
        let mut notes = Vec::new();
        if file.shape == Shape::Entry {
            return self.file_of_one(file, text);
        }
        let text = clean(text, &file.path, 1, ' ', &mut notes);
        if file.shape != Shape::Table {
            notes.extend(yaml::cut_short(&text, &file.path, 1));
        }
        let mut unread = Vec::new();
        let items = match file.shape {
            Shape::Table => of_table(file, &text, self.tables, &mut unread, &mut notes),
            Shape::List | Shape::Entry | Shape::Unread => {
                of_yaml(file, &text, &mut unread, &mut notes)
            }
        };
        let read: Vec<(Entry, Option<Unread>, Vec<Diagnostic>)> = items
            .into_par_iter()
            .map(|item| {
                let mut notes = Vec::new();
                let known = salvage::of_item(file, &item);
                let mut tree = Tree { tree: item.tree, limits: self.limits };
                let body = uncommented(&item.body, &file.path, 1, &mut notes).into_owned();
                let read = self.read(
                    file,
                    body,
                    item.anchor.value("body"),
                    &item.anchor,
                    &mut notes,
                    &mut tree,
                );
                let known = (!read.whole).then_some(known);
                let slug = Some(item.slug.unwrap_or_default());
                let anchor = Anchor { gaps: read.gaps.clone(), ..item.anchor };
                (Entry { anchor, slug, called: item.called, also: item.also, read }, known, notes)
            })
            .collect();
        let mut entries = Vec::with_capacity(read.len());
        for (entry, known, found) in read {
            entries.push(entry);
            unread.extend(known);
            notes.extend(found);
        }
        if file.language.is_some() {
            unread.clear();
        }
        let notes = if file.shape == Shape::Table { once_a_column(notes) } else { notes };
        Parsed { entries, unread, notes }
    }

    fn file_of_one(self, file: &SourceFile, text: &str) -> Parsed {
        let mut notes = Vec::new();
        let mut entry = self.entry(file, text, &mut notes);
        if file.language.is_some()
            && entry.read.content.is_none()
            && text.lines().any(says_who_sees)
        {
            // What cannot be read may have said that nobody is to see the entry.
            entry.read.closes = true;
        }
        if file.language.is_some() && !entry.read.closes {
            // The entry itself goes out, in its own language.
            notes
                .iter_mut()
                .filter(|note| note.consequence == Consequence::HeldBack)
                .for_each(leave_out);
        }
        let unread = if entry.read.whole { None } else { salvage::of_entry(file, text) };
        Parsed { entries: vec![entry], unread: unread.into_iter().collect(), notes }
    }

    fn entry(self, file: &SourceFile, text: &str, notes: &mut Vec<Diagnostic>) -> Entry {
        let anchor = Anchor::file(file.path.clone());
        let titled =
            (file.kind == EntryKind::Page).then(|| titled(text, &file.path, notes)).flatten();
        let split = match &titled {
            Some((yaml, split)) => Ok(Split { yaml, ..*split }),
            None => split(text, &file.path, notes),
        };
        let read = match split {
            Ok(split) => {
                let yaml = clean(split.yaml, &file.path, split.first_line, ' ', notes);
                let body = clean(split.body, &file.path, split.body_line, '\n', notes).into_owned();
                note_markup(&body, &file.path, split.body_line, notes);
                note_footnotes(&body, &file.path, split.body_line, notes);
                note_rows(&body, &file.path, split.body_line, notes);
                note_placeholders(text, &file.path, notes);
                notes.extend(yaml::cut_short(&yaml, &file.path, split.first_line));
                let body = uncommented(&body, &file.path, split.body_line, notes).into_owned();
                let place =
                    Place { file: file.path.clone(), spot: Spot::Position(split.body_line, 1) };
                let mut source = Yaml {
                    text: &yaml,
                    file: &file.path,
                    first_line: split.first_line,
                    limits: self.limits,
                };
                self.read(file, body, place, &anchor, notes, &mut source)
            }
            Err(note) => {
                notes.push(note);
                Read { content: None, whole: false, closes: false, gaps: Gaps::default() }
            }
        };
        let anchor = Anchor { gaps: read.gaps.clone(), ..anchor };
        Entry { anchor, slug: None, called: None, also: Vec::new(), read }
    }

    /// Reads the entry at `anchor` of which the story `body` begins at `place`.
    fn read(
        self,
        file: &SourceFile,
        mut body: String,
        place: Place,
        anchor: &Anchor,
        notes: &mut Vec<Diagnostic>,
        source: &mut impl Source,
    ) -> Read {
        let most = self.limits.body;
        if body.len() > most && body.chars().count() > most {
            let message = format!(
                "the text has {} characters, and {most} are the most",
                body.chars().count()
            );
            notes.push(yaml::over_budget(place, message).consequence(Consequence::LeftOut));
            body.clear();
        }
        read_entry(
            file.kind,
            file.language.is_some(),
            Text::new(body, self.spill),
            anchor,
            notes,
            source,
        )
    }
}
