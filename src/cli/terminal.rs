//! Diagnostics for people: grouped per file, with the line drawn and the spot marked.

use crate::base::{Consequence, Diagnostic, Level as Severity, Place};
use crate::source::{Location, locate, read_file, text_of};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::collections::HashMap;
use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;

/// More notes than these are counted, not shown.
const MOST: usize = 200;

/// Texts of files that notes are about, each read once.
#[derive(Default)]
pub(crate) struct Texts(HashMap<Arc<str>, Option<String>>);

impl Texts {
    /// The text of a file of the site in `root`.
    pub(crate) fn get(&mut self, root: &Path, file: &Arc<str>) -> Option<&str> {
        let read = || read_file(&root.join(&**file)).ok().map(|bytes| {
            text_of(bytes.clone()).unwrap_or_else(|| String::from_utf8_lossy(&bytes).into_owned())
        });
        self.0.entry(file.clone()).or_insert_with(read).as_deref()
    }

    /// Where a place is, with the text of its file.
    pub(crate) fn locate(&mut self, root: &Path, place: &Place) -> Option<(Location, &str)> {
        let text = self.get(root, &place.file)?;
        Some((locate(text, &place.spot)?, text))
    }
}

/// What follows from a note, in words.
pub(crate) fn consequence(note: &Diagnostic) -> Option<&'static str> {
    match note.consequence {
        Consequence::Nothing => None,
        Consequence::LeftOut => Some("this is left out"),
        Consequence::HeldBack => Some("the entry is held back"),
        Consequence::NotPublished => Some("nothing is published"),
    }
}

/// Prints notes to standard error.
pub(super) fn print(root: &Path, notes: &[Diagnostic]) {
    let renderer = if std::io::stderr().is_terminal() { Renderer::styled() } else { Renderer::plain() };
    let mut texts = Texts::default();
    for note in notes.iter().take(MOST) {
        anstream::eprintln!("{}\n", draw(root, note, &mut texts, &renderer));
    }
    if notes.len() > MOST {
        anstream::eprintln!("… and {} more; `vakwerk check --format json` lists them all\n", notes.len() - MOST);
    }
}

fn draw(root: &Path, note: &Diagnostic, texts: &mut Texts, renderer: &Renderer) -> String {
    let level = match note.level {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::INFO,
    };
    let title = level.primary_title(note.message.as_str()).id(note.code.name());
    let spots: Vec<(String, Option<(Location, String)>)> = note
        .places
        .iter()
        .map(|place| {
            let found = texts.locate(root, place).map(|(location, text)| (location, text.to_owned()));
            (place.file.to_string(), found)
        })
        .collect();
    let mut group = Group::with_title(title);
    for (at, (file, found)) in spots.iter().enumerate() {
        let kind = if at == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        group = match found {
            Some((location, text)) => {
                group.element(Snippet::source(text.as_str()).path(file.as_str()).fold(true).annotation(kind.span(span(text, location))))
            }
            None => group.element(annotate_snippets::Origin::path(file.as_str())),
        };
    }
    if let Some(help) = &note.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    if let Some(consequence) = consequence(note) {
        group = group.element(Level::NOTE.message(consequence));
    }
    renderer.render(&[group])
}

/// The bytes of a place in the text.
fn span(text: &str, location: &Location) -> std::ops::Range<usize> {
    let start: usize = text.split_inclusive('\n').take(location.line - 1).map(str::len).sum();
    let line = text[start..].lines().next().unwrap_or_default();
    let byte = |column: usize| line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
    let from = byte(location.column - 1);
    let to = byte(location.column - 1 + location.length).max(from);
    start + from..start + to
}
