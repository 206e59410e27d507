//! The columns of a table: which of them are read, and what is said of the others.

use super::schema::{KeyKind, Keys, keys, text_keys};
use crate::base::diagnostic::nearest;
use crate::base::other_words::{Meaning, called_here};
use crate::base::{Anchor, Code, Consequence, Diagnostic, Place, meant_by_column};
use crate::source::{SourceFile, Table};
use std::sync::Arc;

/// The most columns of a table.
const MOST_COLUMNS: usize = 300;

/// Whether the table names its entries; noted when it does not, since then none of it can be read.
pub(super) fn has_names(table: &Table, file: &SourceFile, notes: &mut Vec<Diagnostic>) -> bool {
    let key = file.kind.title_key();
    let keys: &[&str] = if file.language.is_some() { &["slug", "name"] } else { &[key] };
    let named = table.header.iter().any(|name| keys.contains(&name.as_str())) || table.rows.is_empty();
    if !named {
        let place = Anchor { file: file.path.clone(), item: Arc::from("header") }.value("[0]");
        let keys = keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" or ");
        let note = Diagnostic::new(Code::BrokenCsv, place, format!("the table has no column {keys}"));
        notes.push(if file.language.is_some() {
            note.help("a translation says in `slug` or `name` which entry each row is about")
        } else {
            let called = |name: &&String| {
                called_here(name, &[key, "slug"]).and_then(Meaning::in_table).is_some_and(|it| it == key)
            };
            match table.header.iter().find(called) {
                Some(name) => note.help(format!("call the column `{name}` `{key}`")),
                None => note.help(format!("the first line holds the names of the columns: slug, {key}, …")),
            }
        });
    }
    named
}

/// The note on a column of a translation that holds facts.
fn fact(name: &str, place: Place) -> Diagnostic {
    Diagnostic::new(Code::FactInTranslation, place, format!("the column `{name}` is not translated"))
        .help("take it out here; the entries' own file says it for every language")
}

/// What a column is.
pub(super) enum Column {
    /// A key that is read.
    Read(String, KeyKind),
    /// One that was meant for this key, which decides who sees what: who has something there is hidden.
    Distrusted(&'static str),
    /// One that nothing reads.
    Unread(String),
}

impl Column {
    /// Whether it decides who sees what.
    pub(super) fn guards(&self) -> bool {
        match self {
            Self::Read(name, _) => meant_by_column(name, &[]).is_some(),
            Self::Distrusted(_) => true,
            Self::Unread(_) => false,
        }
    }
}

/// The note on a cell of a column that nothing reads, which says that nobody is to see the entry.
pub(super) fn says_hidden(column: &str, cell: &str, place: Place) -> Diagnostic {
    let cell = cell.trim();
    let message = format!("nothing reads the column `{column}`, and `{cell}` there may be meant for `visibility`");
    Diagnostic::new(Code::UnclearPrivacy, place, message)
        .help("call the column `visibility`; until then nobody sees the entry")
        .consequence(Consequence::HeldBack)
}

/// What each column is; none for one that nothing reads, which is noted once.
pub(super) fn columns(table: &Table, file: &SourceFile, notes: &mut Vec<Diagnostic>) -> Vec<Option<Column>> {
    let (own, texts) = (keys(file.kind), text_keys(file.kind));
    let is_translation = file.language.is_some();
    let known = if is_translation { texts } else { own };
    let anchor = Anchor { file: file.path.clone(), item: Arc::from("header") };
    let mut seen: Vec<&str> = Vec::new();
    let mut columns = Vec::with_capacity(table.header.len());
    for (at, name) in table.header.iter().enumerate() {
        let place = anchor.value(format!("[{at}]"));
        if at == MOST_COLUMNS {
            let message =
                format!("the table has {} columns, and the first {MOST_COLUMNS} are read", table.header.len());
            notes.push(
                Diagnostic::new(Code::OverBudget, place.clone(), message)
                    .help("take out those that hold nothing of people")
                    .consequence(Consequence::LeftOut),
            );
        }
        if at >= MOST_COLUMNS {
            columns.push(None);
            continue;
        }
        if name.is_empty() {
            columns.push(None);
            continue;
        }
        if seen.contains(&name.as_str()) {
            let note = Diagnostic::new(Code::DuplicateKey, place, format!("two columns are called `{name}`"));
            if let Some(key) = meant_by_column(name, &[]) {
                let note = note.help("keep one of the two; until then whoever has something there is held back");
                notes.push(note.consequence(Consequence::HeldBack));
                columns.push(Some(Column::Distrusted(key)));
            } else {
                let note = note.help("keep one of the two; until then the first one counts");
                notes.push(note.consequence(Consequence::LeftOut));
                columns.push(None);
            }
            continue;
        }
        seen.push(name);
        // Below `links`, `extra` and the like there are keys of one's own choice.
        let free = name.split_once('.').is_some_and(|(first, _)| matches!(first, "links" | "extra"));
        let kind = match known.get(name) {
            Some(kind) => *kind,
            // Which entry is meant; and what decides who sees it, which closes it.
            None if is_translation && (matches!(name.as_str(), "slug" | "name") || guards_translated(name, own)) => {
                own.get(name).copied().unwrap_or(KeyKind::Text)
            }
            None if is_translation && (own.contains_key(name) || free) => {
                notes.push(fact(name, place));
                columns.push(None);
                continue;
            }
            None if (free && meant_by_column(name, &[]).is_none()) || name == "body" => KeyKind::Text,
            None => {
                let names: Vec<&str> = known.keys().map(String::as_str).collect();
                if let Some(key) = meant_by_column(name, &names) {
                    let message = format!("nothing reads the column `{name}`, which may be meant for `{key}`");
                    let help = format!("call it `{key}`; until then whoever has something there is held back");
                    notes.push(Diagnostic::new(Code::UnclearPrivacy, place, message).help(help));
                    columns.push(Some(Column::Distrusted(key)));
                    continue;
                }
                let note = Diagnostic::new(Code::UnknownKey, place, format!("nothing reads the column `{name}`"));
                let called = called_here(name, &names).and_then(Meaning::in_table);
                notes.push(match called.as_deref().or_else(|| nearest(name, names.iter().copied())) {
                    Some(near) => note.help(format!("did you mean `{near}`?")),
                    None => note.help(format!("what a theme of your own needs is called `extra.{name}`")),
                });
                columns.push(Some(Column::Unread(name.clone())));
                continue;
            }
        };
        columns.push(Some(Column::Read(name.clone(), kind)));
    }
    columns
}

/// Whether a column of a translation decides who sees the entry.
fn guards_translated(name: &str, own: &Keys) -> bool {
    own.contains_key(name) && meant_by_column(name, &[]).is_some()
}
