//! What was read of an entry, whatever its kind.

use super::entry::{Closes, FrontMatter, UnclearKey};
use super::inspector::Inspector;
use super::kinds::each_record;
use super::one_cause::told_once;
use super::schema::is_key;
use super::verify::Verify;
use super::worded::Worded;
use crate::base::EntryKind;
use crate::base::packed::packed;
use crate::base::yaml::{self, Reading, Value};
use crate::base::{
    Anchor, Code, Consequence, Diagnostic, Gaps, Limits, Place, Spot, Text, says_closed,
};
use serde::de::DeserializeOwned;
use std::sync::Arc;

macro_rules! contents {
    ($($number:literal $kind:ident $list:ident $title:ident; $of_text:literal $text:ident,)*) => {
        /// Front matter and Markdown of an entry, or of its translation.
        #[derive(Clone)]
        pub(super) enum Content {
            $($kind(Box<super::$kind>, Text), $text(Box<super::$text>, Text),)*
        }

        packed! {
            Content: $($number = $kind(file, body), $of_text = $text(file, body)),*;
        }

        impl Content {
            /// The Markdown.
            pub(super) fn body_mut(&mut self) -> &mut Text {
                match self {
                    $(Self::$kind(_, body) | Self::$text(_, body))|* => body,
                }
            }
        }

        impl<S: Source> Reader<'_, S> {
            fn any_entry(&mut self, kind: EntryKind, body: Text) -> Read {
                match kind {
                    $(EntryKind::$kind => self.entry(kind, |file| Content::$kind(file, body)),)*
                }
            }

            fn any_text(&mut self, kind: EntryKind, body: Text) -> Read {
                match kind {
                    $(EntryKind::$kind => self.text(kind, |text| Content::$text(text, body)),)*
                }
            }
        }
    };
}
each_record!(contents);

/// What could be read of an entry.
#[derive(Clone)]
pub(super) struct Read {
    pub(super) content: Option<Content>,
    /// Whether the entry can stand.
    pub(super) whole: bool,
    /// Whether a translation says who may see the entry: it has no say in that, so the entry is
    /// closed.
    pub(super) closes: bool,
    /// What was left out of lists.
    pub(super) gaps: Gaps,
}

/// Something that front matter can be read from.
pub(super) trait Source {
    fn read<T: DeserializeOwned>(&mut self, anchor: &Anchor) -> Reading<T>;
}

/// Front matter as text.
pub(super) struct Yaml<'a> {
    pub(super) text: &'a str,
    pub(super) file: &'a Arc<str>,
    pub(super) first_line: usize,
    pub(super) limits: &'a Limits,
}

impl Source for Yaml<'_> {
    fn read<T: DeserializeOwned>(&mut self, _: &Anchor) -> Reading<T> {
        yaml::read_entry(self.text, self.file, self.first_line, self.limits)
    }
}

/// Front matter as an item of a list.
pub(super) struct Tree<'a> {
    pub(super) tree: Value,
    pub(super) limits: &'a Limits,
}

impl Source for Tree<'_> {
    fn read<T: DeserializeOwned>(&mut self, anchor: &Anchor) -> Reading<T> {
        yaml::fit_entry(std::mem::take(&mut self.tree), anchor, self.limits)
    }
}

/// Reads an entry of `kind`, or its translation.
pub(super) fn read_entry(
    kind: EntryKind,
    is_translation: bool,
    body: Text,
    anchor: &Anchor,
    notes: &mut Vec<Diagnostic>,
    source: &mut impl Source,
) -> Read {
    let mut reader = Reader { anchor, notes, source };
    if is_translation { reader.any_text(kind, body) } else { reader.any_entry(kind, body) }
}

struct Reader<'a, S> {
    anchor: &'a Anchor,
    notes: &'a mut Vec<Diagnostic>,
    source: &'a mut S,
}

impl<S: Source> Reader<'_, S> {
    fn entry<F: FrontMatter + Verify + Worded>(
        &mut self,
        kind: EntryKind,
        content: impl FnOnce(Box<F>) -> Content,
    ) -> Read {
        let Reading { value, mut whole, mut notes, gaps } = self.source.read::<F>(self.anchor);
        told_once(&mut notes);
        let mut anchor = Anchor { gaps, ..self.anchor.clone() };
        let missing_already = !whole;
        self.notes.extend(notes);
        let content = value.map(|mut value| {
            let unclear = value.unclear();
            self.notes.extend(unclear.iter().filter_map(|key| unclear_key(key, self.anchor)));
            let lines = closing_lines(&mut value);
            self.notes.extend(lines.iter().map(|line| closing_line(line, self.anchor)));
            if !lines.is_empty() || unclear.iter().any(|key| key.closes == Closes::Entry) {
                // What is looked over may be left out.
                value.close();
            }
            let before = self.notes.len();
            let stands = value.verify(&mut Inspector { anchor: &mut anchor, notes: self.notes });
            if missing_already {
                // That its name is missing has been told.
                let name = self.anchor.value(kind.title_key());
                let is_told = |note: &Diagnostic| {
                    note.code == Code::MissingKey && note.places.first() == Some(&name)
                };
                let mut at = 0;
                self.notes.retain(|note| {
                    at += 1;
                    at <= before || !is_told(note)
                });
            }
            whole &= stands;
            content(Box::new(value))
        });
        Read { content, whole, closes: false, gaps: anchor.gaps }
    }

    fn text<T: DeserializeOwned + Worded>(
        &mut self,
        kind: EntryKind,
        content: impl FnOnce(Box<T>) -> Content,
    ) -> Read {
        let Reading { value, whole, notes, gaps } = self.source.read::<T>(self.anchor);
        let notes: Vec<Diagnostic> =
            notes.into_iter().map(|note| fact_or_typo(kind, note)).collect();
        let closes = notes.iter().any(|note| note.code == Code::UnclearPrivacy);
        self.notes.extend(notes);
        let content = value.map(|value| content(Box::new(value)));
        Read { content, whole, closes, gaps }
    }
}

/// The note on a key that is not understood and decides who sees what; none when it has been said.
fn unclear_key(key: &UnclearKey, anchor: &Anchor) -> Option<Diagnostic> {
    let name = key.path.rsplit('.').next().unwrap_or(&key.path);
    let message = format!("{} `{name}:`", key.unclear.in_words()?);
    let (closed, consequence) = match key.closes {
        Closes::Entry => ("nobody sees the entry", Consequence::HeldBack),
        Closes::Part => ("what it speaks of is not published", Consequence::LeftOut),
        Closes::Cv => ("there is no CV of the person", Consequence::LeftOut),
        Closes::Portrait => ("no portrait is in the CV", Consequence::LeftOut),
    };
    let note = Diagnostic::new(Code::UnclearPrivacy, anchor.value(&key.path), message);
    Some(note.help(format!("write {}; until then {closed}", key.values)).consequence(consequence))
}

/// The lines of an entry's texts that would close it as keys.
fn closing_lines(entry: &mut impl Worded) -> Vec<String> {
    let mut lines = Vec::new();
    entry.words(&mut |text| {
        let closing = text.lines().map(str::trim).filter(|line| says_closed(line));
        lines.extend(closing.map(str::to_owned));
    });
    lines
}

fn closing_line(line: &str, anchor: &Anchor) -> Diagnostic {
    let place = match anchor.here() {
        Place { file, spot: Spot::File } => Place { file, spot: Spot::Text(line.to_owned()) },
        item => item,
    };
    let message = format!("`{line}` stands here in a text, where nothing reads it as a key");
    Diagnostic::new(Code::UnclearPrivacy, place, message)
        .help("write it as a key at the top of the entry, not indented; until then nobody sees the entry")
        .consequence(Consequence::HeldBack)
}

/// A key that the entry itself knows is no typo in a translation, but a fact.
fn fact_or_typo(kind: EntryKind, mut note: Diagnostic) -> Diagnostic {
    let Some(Spot::Key(path)) = note.places.first().map(|place| &place.spot) else { return note };
    let key = path.rsplit(['.', ']']).next().unwrap_or(path);
    if note.code == Code::UnclearPrivacy {
        note.message =
            format!("a translation does not decide who sees the entry, and has the key `{key}`");
        note.help =
            Some("write it in the entry's own file; until then nobody sees the entry".to_owned());
    }
    if note.code == Code::UnknownKey && is_key(kind, key) {
        note.message = format!("`{key}` is not translated");
        note.code = Code::FactInTranslation;
        note.help =
            Some("take it out here; the entry's own file says it for every language".to_owned());
    }
    note
}
