//! Diagnostics as workflow commands, which GitHub, Forgejo and Gitea show beside the lines of a
//! pull request.

use crate::base::{Diagnostic, Level};
use crate::source::{CellPlace, Texts, is_workbook};
use std::path::{Path, PathBuf};

/// One annotation a note, a line each.
pub(in crate::cli) fn text(root: &Path, notes: &[Diagnostic]) -> String {
    let prefix = prefix(root, "GITHUB_WORKSPACE");
    let mut texts = Texts::default();
    let notes = texts.in_order(root, notes);
    notes.into_iter().map(|note| annotation(root, &prefix, note, &mut texts) + "\n").collect()
}

/// The way from the repository to the site, as reports name files from the top of the repository;
/// where that is, the runner says in the variable `named`.
#[expect(
    clippy::disallowed_methods,
    reason = "the outer ring: the runner says in its environment where the repository is"
)]
pub(in crate::cli) fn prefix(root: &Path, named: &str) -> PathBuf {
    let top = std::env::var(named).map(PathBuf::from).or_else(|_| std::env::current_dir());
    let top = top.and_then(std::fs::canonicalize).unwrap_or_default();
    let root = std::fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    root.strip_prefix(top).map(Path::to_owned).unwrap_or_default()
}

fn annotation(root: &Path, prefix: &Path, note: &Diagnostic, texts: &mut Texts) -> String {
    let level = match note.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Hint => "notice",
    };
    let mut properties = Vec::new();
    let mut cell = None;
    if let Some(place) = note.places.first() {
        let file = prefix.join(&*place.file).to_string_lossy().replace('\\', "/");
        properties.push(format!("file={}", property(&file)));
        let found = texts.locate(root, place).map(|(at, _)| at);
        cell = found.and_then(|at| at.cell).map(CellPlace::in_words);
        if let Some(at) = found.filter(|_| !is_workbook(&place.file)) {
            let (line, column, end) = (at.line, at.column, at.column + at.length);
            properties.push(format!("line={line},endLine={line},col={column},endColumn={end}"));
        }
    }
    properties.push(format!("title={}", property(note.code.name())));
    let text = texts.message(root, note);
    let mut message = cell.map_or_else(|| text.clone(), |cell| format!("{cell}: {text}"));
    if let Some(help) = &note.help {
        message.push_str(&format!("\n{help}"));
    }
    if let Some(consequence) = note.consequence.in_words() {
        message.push_str(&format!("\n({consequence})"));
    }
    format!("::{level} {}::{}", properties.join(","), data(&message))
}

/// What the runner would take for the end of a command, escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
