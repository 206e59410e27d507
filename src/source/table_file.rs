//! The file of a table, whatever program saved it, as one text.

use super::decode::decode;
use super::sheet;
use crate::base::{Code, Consequence, Diagnostic, Place};
use std::sync::Arc;

/// Endings of files that are tables.
pub(super) const ENDINGS: [&str; 5] = [".csv", ".tsv", ".ods", ".xlsx", ".xlsm"];

/// How a file begins that is a ZIP archive, as workbooks are.
const ARCHIVE: &[u8] = b"PK\x03\x04";
/// How older workbooks begin, and those with a password.
const OLD_WORKBOOK: &[u8] = b"\xd0\xcf\x11\xe0";

/// The name without its ending, when it is that of a table.
pub fn bare_name(name: &str) -> Option<&str> {
    let lower = name.to_lowercase();
    let ending = ENDINGS.iter().find(|ending| lower.ends_with(**ending))?;
    name.get(..name.len() - ending.len()).filter(|bare| !bare.is_empty())
}

/// Whether places in a file of that name are cells and no lines.
pub fn is_workbook(name: &str) -> bool {
    let lower = name.to_lowercase();
    [".ods", ".xlsx", ".xlsm"].iter().any(|ending| lower.ends_with(ending))
}

/// Reads the table in the file `path`. Notes what of it was decided.
///
/// # Errors
/// A note that nothing is published, since nobody knows whom the table named.
pub(super) fn read(
    path: &Arc<str>,
    bytes: Vec<u8>,
    notes: &mut Vec<Diagnostic>,
) -> Result<String, Diagnostic> {
    let place = || Place::file(path.clone());
    if bytes.starts_with(ARCHIVE) {
        let stem = bare_name(path).unwrap_or_default();
        let read = sheet::read(&bytes, &stem.to_lowercase());
        let sheet = read.map_err(|why| {
            unread(place(), format!("the workbook cannot be read: {why}"), HELP_SAVE)
        })?;
        if let Some((name, others)) = sheet.choice {
            let others: Vec<String> = others.iter().map(|name| format!("`{name}`")).collect();
            let message = format!("the sheet `{name}` is read, and {} is not", others.join(", "));
            let note = Diagnostic::new(Code::TableDecided, place(), message);
            notes.push(
                note.help(format!("call the sheet with the entries `{stem}` if it is another one")),
            );
        }
        return Ok(sheet.text);
    }
    if bytes.starts_with(OLD_WORKBOOK) {
        let message =
            "the workbook is of a kind that is not read: an old one (.xls), or one with a password";
        return Err(unread(place(), message.to_owned(), HELP_SAVE));
    }
    if is_workbook(path) && !bytes.is_empty() {
        return Err(unread(place(), "the file is no workbook".to_owned(), HELP_SAVE));
    }
    let decoded = decode(bytes)
        .map_err(|why| unread(place(), why, "save it in your spreadsheet as CSV UTF-8"))?;
    if let Some(encoding) = decoded.encoding {
        let note = Diagnostic::new(
            Code::TableDecided,
            place(),
            format!("the table is read as {encoding}"),
        );
        notes.push(note.help(
            "see whether names with accents are right; saved as CSV UTF-8 there is no doubt",
        ));
    }
    Ok(decoded.text)
}

/// The text of a table that lies somewhere.
///
/// # Errors
/// Why it cannot be read, and what to do.
pub fn table_text(name: &str, bytes: Vec<u8>) -> Result<String, String> {
    read(&name.into(), bytes, &mut Vec::new()).map_err(|note| {
        [Some(note.message), note.help].into_iter().flatten().collect::<Vec<_>>().join("; ")
    })
}

const HELP_SAVE: &str =
    "open it in your spreadsheet, and save it again as .xlsx, .ods or CSV UTF-8";

/// The note that a table cannot be read.
pub(super) fn unread(place: Place, message: String, help: &str) -> Diagnostic {
    Diagnostic::new(Code::TableNotRead, place, message)
        .help(help)
        .consequence(Consequence::NotPublished)
}
