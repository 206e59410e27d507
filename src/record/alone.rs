//! One file looked over by itself, before it is saved.

use super::reader::Reader;
use super::table::Tables;
use crate::base::{Diagnostic, EntryKind, Limits, Rank, Spill};
use crate::config::Columns;
use crate::source::SourceFile;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// What is to be said of the text of a file about one entry of `kind`, as the site would read it.
pub fn look_over(kind: EntryKind, path: &Arc<str>, text: &str, limits: &Limits) -> Vec<Diagnostic> {
    let spill = Arc::new(Spill::default());
    let tables = Tables {
        columns: Columns::default(),
        language: "en".parse().expect("a language"),
        topics: BTreeSet::new(),
    };
    let reader = Reader { limits, tables: &tables, spill: &spill };
    let file = SourceFile::new(path.clone(), Path::new(""), kind, Rank::Own);
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    reader.file(&file, &text).notes
}
