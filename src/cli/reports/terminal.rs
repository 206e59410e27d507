//! Diagnostics for people: what is worst first, what has one cause together, with the line drawn
//! and the spot marked.

use super::causes::{Cause, Grouping, causes};
use crate::base::{Diagnostic, Level as Severity, Place, Spot, is_unseen, printable};
use crate::cli::words::{Tongue, of_environment, told};
use crate::source::{CellPlace, Location, Texts, is_workbook};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::io::IsTerminal;
use std::path::Path;

/// More causes than these are counted, not shown.
const MOST: usize = 200;

/// The most columns that are named in one message.
const MOST_COLUMNS: usize = 40;

/// Prints notes to standard error, those of one cause together.
pub(in crate::cli) fn print(root: &Path, notes: &[Diagnostic]) {
    print_as(root, notes, Grouping::Causes, of_environment());
}

/// Those of the notes that are about a key of the configuration, or about one below it.
pub(in crate::cli) fn about(notes: &[Diagnostic], key: &str) -> Vec<Diagnostic> {
    let is_it = |path: &str| path == key || path.starts_with(&format!("{key}."));
    let is_about = |place: &Place| matches!(&place.spot, Spot::Value(path) if is_it(path));
    notes.iter().filter(|note| note.places.iter().any(is_about)).cloned().collect()
}

/// Prints notes to standard error.
pub(in crate::cli) fn print_as(
    root: &Path,
    notes: &[Diagnostic],
    grouping: Grouping,
    tongue: Tongue,
) {
    let renderer =
        if std::io::stderr().is_terminal() { Renderer::styled() } else { Renderer::plain() };
    let mut texts = Texts::default();
    let causes = causes(&texts.in_order(root, notes), grouping);
    let most = if grouping == Grouping::Each { causes.len() } else { MOST };
    for cause in causes.iter().take(most) {
        crate::cli::out::eprintln!(
            "{}\n",
            draw(root, cause, &mut Drawing { texts: &mut texts, renderer: &renderer, tongue })
        );
    }
    if causes.len() > most {
        crate::cli::out::eprintln!("{}\n", tongue.count("notes.more", causes.len() - most));
    }
}

/// A place as it is shown: its file, and where in it with the text of the file; and what is said
/// there.
type Shown = (String, Option<(Location, String)>, Option<String>);

/// What notes are drawn with.
struct Drawing<'a> {
    texts: &'a mut Texts,
    renderer: &'a Renderer,
    tongue: Tongue,
}

fn draw(root: &Path, cause: &Cause<'_>, with: &mut Drawing<'_>) -> String {
    let Drawing { texts, renderer, tongue } = with;
    let tongue = *tongue;
    let note = cause.first;
    let (level, name) = match note.level {
        Severity::Error => (Level::ERROR, "notes.error"),
        Severity::Warning => (Level::WARNING, "notes.warning"),
        Severity::Hint => (Level::INFO, "notes.info"),
    };
    let level = level.with_name(tongue.say(name, &[]));
    let (help, remark) = (tongue.say("notes.help", &[]), tongue.say("notes.note", &[]));
    let mut message = told(&texts.message(root, note), tongue);
    if !cause.others.is_empty() {
        let columns = cause.columns();
        let which =
            if columns.is_empty() { String::new() } else { format!(": {}", named(&columns)) };
        let number = cause.others.len().to_string();
        let more = tongue.say("notes.like_it", &[("n", &number), ("which", &which)]);
        message = format!("{message}; {more}");
    }
    let spots = spots(root, cause, texts, tongue);
    let mut group = Group::with_title(level.primary_title(message.as_str()).id(note.code.name()));
    for (at, (file, found, label)) in spots.iter().enumerate() {
        let kind = if at == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let cell = found.as_ref().and_then(|(location, _)| location.cell).map(CellPlace::in_words);
        group = match found {
            // Of a workbook there are no lines to show.
            Some(_) if is_workbook(file) => {
                let place = cell.map_or_else(|| file.clone(), |cell| format!("{file}, {cell}"));
                group.element(annotate_snippets::Origin::path(place))
            }
            Some((location, text)) => group.element(
                Snippet::source(text.as_str())
                    .path(file.as_str())
                    .fold(true)
                    .annotation(kind.span(span(text, location)).label(label.clone().or(cell))),
            ),
            None => group.element(annotate_snippets::Origin::path(file.as_str())),
        };
    }
    let advice = note.help.as_deref().map(|help| told(help, tongue));
    if let Some(advice) = &advice {
        group = group.element(Level::HELP.with_name(help.as_str()).message(advice.as_str()));
    }
    let more = tongue.say("notes.times", &[("n", &(cause.others.len() + 1).to_string())]);
    if !cause.others.is_empty() {
        group = group.element(Level::NOTE.with_name(remark.as_str()).message(more.as_str()));
    }
    let follows = note.consequence.in_words().map(|words| told(words, tongue));
    if let Some(follows) = &follows {
        group = group.element(Level::NOTE.with_name(remark.as_str()).message(follows.as_str()));
    }
    renderer.render(&[group])
}

/// Names of columns, of very many the first.
fn named(columns: &[&str]) -> String {
    let names = columns.iter().take(MOST_COLUMNS).map(|name| format!("`{name}`"));
    let names = names.collect::<Vec<_>>().join(", ");
    if columns.len() > MOST_COLUMNS { format!("{names}, …") } else { names }
}

/// The places of a note; of several, the first of each.
fn spots(root: &Path, cause: &Cause<'_>, texts: &mut Texts, tongue: Tongue) -> Vec<Shown> {
    let mut spots = Vec::new();
    for note in cause.shown() {
        let most = if cause.others.is_empty() { note.places.len() } else { 1 };
        let message = told(&texts.message(root, note), tongue);
        for place in note.places.iter().take(most) {
            let found = texts.locate(root, place).map(|(location, text)| (location, seen(text)));
            let differs = !cause.is_one_sentence() && !std::ptr::eq(note, cause.first);
            let message = match &note.help {
                Some(help) => format!("{message}: {}", told(help, tongue)),
                None => message.clone(),
            };
            spots.push((printable(&place.file).into_owned(), found, differs.then_some(message)));
        }
    }
    spots
}

/// The text with a mark in the place of each sign that nobody sees, so that columns stay what they
/// are.
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
