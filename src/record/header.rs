//! The first line of a table: which names its columns have.

use super::schema::keys;
use crate::base::{Anchor, Code, Diagnostic, in_other_letters, meant_by_column};
use crate::source::{SourceFile, Table};
use std::sync::Arc;

/// Calls columns by the keys that they name in other letters, unless these decide who sees what.
pub(super) fn mend_header(table: &mut Table, file: &SourceFile, notes: &mut Vec<Diagnostic>) {
    let known = keys(file.kind);
    let names: Vec<&str> = known.keys().map(String::as_str).chain(["body"]).collect();
    let anchor = Anchor { file: file.path.clone(), item: Arc::from("header") };
    for at in 0..table.header.len() {
        let written = &table.header[at];
        let is_read = names.contains(&written.as_str()) || meant_by_column(written, &names).is_some();
        let Some(key) = in_other_letters(written, names.iter().copied()).filter(|_| !is_read) else { continue };
        if meant_by_column(key, &[]).is_some() || table.header.iter().any(|name| name == key) {
            continue;
        }
        let message = format!("the column `{written}` is read as `{key}`");
        let note = Diagnostic::new(Code::Mended, anchor.value(format!("[{at}]")), message);
        notes.push(note.help(format!("call it `{key}`")));
        table.header[at] = key.to_owned();
    }
}
