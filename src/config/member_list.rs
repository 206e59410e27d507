//! Lists of members in a file of their own.

use super::site_file::MemberSource;
use crate::base::encoding::Read;
use crate::base::{Code, Consequence, Diagnostic, Level, Place, Spot, yaml};
use serde::Deserialize;
use std::path::Path;
use std::sync::Arc;

/// The columns of a list of members as CSV.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    git: Option<String>,
    path: Option<String>,
    #[serde(rename = "ref")]
    reference: Option<String>,
    folder: Option<String>,
    slug: Option<String>,
}

pub(super) fn listed(
    root: &Path,
    list: &str,
    place: &Place,
    notes: &mut Vec<Diagnostic>,
) -> Vec<(MemberSource, Place)> {
    let text = match text_of_list(root, list, place) {
        Ok((text, note)) => {
            notes.extend(note);
            text
        }
        // A list of many that cannot be read is not one member less.
        Err(note) => {
            notes.push(note.consequence(Consequence::NotPublished));
            return Vec::new();
        }
    };
    let file: Arc<str> = list.into();
    let at = |index: usize| Place::value(file.clone(), format!("[{index}]"));
    if list.ends_with(".csv") {
        return listed_in_rows(&text, at, notes);
    }
    let yaml::Reading { value, notes: faults, gaps, .. } =
        yaml::read::<Vec<MemberSource>>(&text, &file, 1);
    // Of a sign that nobody sees nothing is lost.
    let is_whole =
        |fault: &Diagnostic| fault.level == Level::Hint || fault.code == Code::ControlCharacter;
    notes.extend(faults.into_iter().map(|fault| {
        if is_whole(&fault) { fault } else { fault.consequence(Consequence::NotPublished) }
    }));
    let sources = value.unwrap_or_default().into_iter();
    sources.enumerate().map(|(index, source)| (source, at(gaps.place("", index)))).collect()
}

fn text_of_list(root: &Path, list: &str, place: &Place) -> Result<Read, Diagnostic> {
    let refused = |message: String, help: &str| {
        Diagnostic::new(Code::MemberRefused, place.clone(), message).help(help.to_owned())
    };
    if list.contains(['/', '\\']) || list.starts_with('.') {
        let message = format!("`{list}` is not a file beside vakwerk.yaml");
        return Err(refused(message, "name the file only: members.csv"));
    }
    match super::files::read(root, list) {
        Ok(Some(read)) => Ok(read),
        Ok(None) => {
            Err(refused(format!("there is no file `{list}`"), "put the list beside vakwerk.yaml"))
        }
        Err(problem) => {
            Err(refused(format!("`{list}`: {}", problem.message), "save it again as UTF-8"))
        }
    }
}

/// What is wrong with a row, in the words of somebody who edits the list.
fn in_words(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("the row has {len} cells, and the header {expected_len}")
        }
        csv::ErrorKind::Utf8 { .. } => "the row is not UTF-8".to_owned(),
        _ => "the row cannot be read".to_owned(),
    }
}

/// The note on a list of which a column is none that is read: then no row tells whom it means.
fn unknown_column(header: &csv::StringRecord, at: Place) -> Option<Diagnostic> {
    const COLUMNS: [&str; 5] = ["git", "path", "ref", "folder", "slug"];
    let column = header.iter().find(|column| !COLUMNS.contains(column))?;
    let message = format!("nothing reads the column `{column}` of the list of members");
    let note = Diagnostic::new(Code::BrokenCsv, at, message);
    let help = "the columns are git, ref, folder, slug and path; each row has as many fields as the header";
    Some(note.help(help).consequence(Consequence::NotPublished))
}

/// The sign between the cells of a table, and the table behind a first line that names it: `sep=;`.
/// Spreadsheets of most of Europe part cells by semicolons.
fn parted(text: &str) -> (u8, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let named = first.trim().to_lowercase();
    if let Some(&[sign]) = named.strip_prefix("sep=").map(str::as_bytes) {
        return (sign, rest);
    }
    let has = |sign: char| first.contains(sign);
    match (has(','), has(';'), has('\t')) {
        (false, true, _) => (b';', text),
        (false, false, true) => (b'\t', text),
        _ => (b',', text),
    }
}

fn listed_in_rows(
    text: &str,
    at: impl Fn(usize) -> Place,
    notes: &mut Vec<Diagnostic>,
) -> Vec<(MemberSource, Place)> {
    let mut sources = Vec::new();
    let (separator, text) = parted(text);
    let mut table = csv::ReaderBuilder::new()
        .delimiter(separator)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let header = table.headers().ok().cloned().unwrap_or_default();
    // As in other tables, case says nothing.
    let header: csv::StringRecord = header.iter().map(str::to_lowercase).collect();
    table.set_headers(header.clone());
    let first_line = Place { spot: Spot::Position(1, 1), ..at(0) };
    if let Some(note) = unknown_column(&header, first_line) {
        notes.push(note);
        return sources;
    }
    for (index, row) in table.deserialize::<Listed>().enumerate() {
        match row {
            Ok(Listed { git, path, reference, folder, slug }) => {
                let rest = MemberSource::default();
                sources
                    .push((MemberSource { git, reference, folder, path, slug, ..rest }, at(index)));
            }
            Err(error) => {
                let note = Diagnostic::new(Code::BrokenCsv, at(index), in_words(&error));
                let note = note.consequence(Consequence::NotPublished);
                notes.push(note.help(
                    "the columns are git, ref, folder, slug and path; each row has as many fields as the header",
                ));
            }
        }
    }
    sources
}
