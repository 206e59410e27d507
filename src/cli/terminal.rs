//! Diagnostics for people: grouped per file, with the line drawn and the spot marked.

use crate::base::{Diagnostic, Level as Severity, is_unseen, printable};
use crate::source::{Location, Texts};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::io::IsTerminal;
use std::path::Path;

/// More notes than these are counted, not shown.
const MOST: usize = 200;

/// Prints notes to standard error.
pub(super) fn print(root: &Path, notes: &[Diagnostic]) {
    let renderer = if std::io::stderr().is_terminal() { Renderer::styled() } else { Renderer::plain() };
    let mut texts = Texts::default();
    for note in texts.in_order(root, notes).into_iter().take(MOST) {
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
            let found = texts.locate(root, place).map(|(location, text)| (location, seen(text)));
            (printable(&place.file).into_owned(), found)
        })
        .collect();
    let mut group = Group::with_title(title);
    for (at, (file, found)) in spots.iter().enumerate() {
        let kind = if at == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        group = match found {
            Some((location, text)) => group.element(
                Snippet::source(text.as_str())
                    .path(file.as_str())
                    .fold(true)
                    .annotation(kind.span(span(text, location))),
            ),
            None => group.element(annotate_snippets::Origin::path(file.as_str())),
        };
    }
    if let Some(help) = &note.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    if let Some(consequence) = note.consequence.in_words() {
        group = group.element(Level::NOTE.message(consequence));
    }
    renderer.render(&[group])
}

/// The text with a mark in the place of each sign that nobody sees, so that columns stay what they are.
fn seen(text: &str) -> String {
    text.replace(|sign: char| is_unseen(sign) && !matches!(sign, '\n' | '\t'), "\u{fffd}")
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
