//! What each column of a table is.

use super::names::speaks_of_names;
use crate::base::diagnostic::nearest;
use crate::base::fold::fold;
use crate::base::other_words::{Meaning, called_here};
use crate::base::{Anchor, Code, Consequence, Diagnostic, Place, meant_by_column};
use crate::config::ColumnRule;
use crate::record::schema::{KeyKind, keys, text_keys};
use crate::source::{Headings, NAME_PARTS, SourceFile, Table, bare_heading};
use std::collections::HashMap;

/// The most columns of a table.
const MOST_COLUMNS: usize = 300;

/// A column.
pub(super) struct Column {
    /// Whether its name speaks of names.
    pub(super) names: bool,
    pub(super) what: What,
    /// What the owner of the site says of it.
    pub(super) rule: ColumnRule,
}

/// What a column is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// A key that is read.
    Read(String, KeyKind),
    /// A part of a name: `first`, `infix` or `last`.
    Part(&'static str),
    /// One that was meant for this key, which decides who sees what: who has something there is
    /// hidden.
    Distrusted(&'static str),
    /// One that nothing reads.
    Unread(String),
    /// One that is not to be read.
    Ignored,
}

impl Column {
    fn plain(what: What) -> Self {
        Self { names: false, what, rule: ColumnRule::default() }
    }

    /// Whether it decides who sees what.
    pub(super) fn guards(&self) -> bool {
        match &self.what {
            What::Read(name, _) => meant_by_column(name, &[]).is_some(),
            What::Distrusted(_) => true,
            What::Part(_) | What::Unread(_) | What::Ignored => false,
        }
    }
}

/// What each column is. One that nothing reads is noted once.
pub(super) fn columns(
    table: &Table,
    file: &SourceFile,
    headings: Headings<'_>,
    notes: &mut Vec<Diagnostic>,
) -> Vec<Column> {
    let anchor = Anchor::item(file.path.clone(), "header");
    let known =
        Known { own: keys(file.kind), texts: file.language.as_ref().map(|_| text_keys(file.kind)) };
    let mut found = Vec::with_capacity(table.header.len());
    let mut seen: HashMap<String, &str> = HashMap::new();
    if table.header.len() > MOST_COLUMNS {
        let all = table.header.len();
        let message = format!("the table has {all} columns, and the first {MOST_COLUMNS} are read");
        let place = anchor.value(format!("[{MOST_COLUMNS}]"));
        notes.push(
            Diagnostic::new(Code::OverBudget, place, message)
                .help("take out those that hold nothing of people")
                .consequence(Consequence::LeftOut),
        );
    }
    for (at, name) in table.header.iter().enumerate() {
        let place = anchor.value(format!("[{at}]"));
        if at >= MOST_COLUMNS || name.is_empty() {
            // Without a name it has no say, but what stands there may.
            let is_read = at < MOST_COLUMNS;
            let what = if is_read { What::Unread(String::new()) } else { What::Ignored };
            found.push(Column::plain(what));
            continue;
        }
        let mut column = of_name(name, headings, &known, &place, notes);
        let key = match &column.what {
            What::Read(key, kind) => {
                let joins = column.rule.join.is_some() || super::links::are_in(key);
                (key.clone(), joins || *kind == KeyKind::List)
            }
            What::Part(part) => ((*part).to_owned(), false),
            What::Distrusted(_) | What::Unread(_) | What::Ignored => (name.clone(), false),
        };
        if let Some(first) = seen.insert(key.0.clone(), name) {
            seen.insert(key.0.clone(), first);
            if let Some(what) = twice(name, first, &key.0, key.1, &column, place, notes) {
                column.what = what;
            }
        }
        column.names = speaks_of_names(name);
        found.push(column);
    }
    family_names(&mut found);
    found
}

/// What becomes of a column when an earlier one is read as the same key; None when both are.
fn twice(
    name: &str,
    first: &str,
    key: &str,
    adds: bool,
    column: &Column,
    place: Place,
    notes: &mut Vec<Diagnostic>,
) -> Option<What> {
    if let Some(guarded) = meant_by_column(name, &[]).or_else(|| meant_by_column(key, &[])) {
        let message = if name == first {
            format!("two columns are called `{name}`")
        } else {
            format!("the columns `{first}` and `{name}` both speak of `{guarded}`")
        };
        let note = Diagnostic::new(Code::DuplicateKey, place, message);
        let note =
            note.help("keep one of the two; until then whoever has something there is held back");
        notes.push(note.consequence(Consequence::HeldBack));
        return Some(What::Distrusted(guarded));
    }
    if name == first {
        let note =
            Diagnostic::new(Code::DuplicateKey, place, format!("two columns are called `{name}`"));
        let note = note.help("keep one of the two; until then the first one counts");
        notes.push(note.consequence(Consequence::LeftOut));
        return Some(What::Ignored);
    }
    let is_read = matches!(column.what, What::Read(..) | What::Part(_));
    if is_read && !adds {
        let message = format!(
            "`{first}` and `{name}` are both read as `{key}`: the first that says something counts"
        );
        notes.push(Diagnostic::new(Code::TableDecided, place, message).help(format!(
            "`columns: {{ {name:?}: ignore }}` in vakwerk.yaml leaves the second one out"
        )));
    }
    None
}

/// Beside first names, a column `Name` holds family names; without any, initials stand for them.
fn family_names(columns: &mut [Column]) {
    let has = |columns: &[Column], part: &str| {
        columns.iter().any(|column| column.what == What::Part(part_of(part)))
    };
    if !has(columns, "first") {
        for column in columns.iter_mut().filter(|column| column.what == What::Part("initials")) {
            column.what = What::Part("first");
        }
    }
    if !has(columns, "first") || has(columns, "last") {
        return;
    }
    let is_name =
        |column: &&mut Column| matches!(&column.what, What::Read(name, _) if name == "name");
    if let Some(column) = columns.iter_mut().find(is_name) {
        column.what = What::Part("last");
    }
}

fn part_of(word: &str) -> &'static str {
    NAME_PARTS.into_iter().find(|part| *part == word).unwrap_or("last")
}

/// The keys that a table may have.
struct Known {
    /// Those of an entry of the kind.
    own: &'static HashMap<String, KeyKind>,
    /// Those of its translation, when the table is one.
    texts: Option<&'static HashMap<String, KeyKind>>,
}

impl Known {
    /// Whether a key of the entry is none of its translation: a fact, unless it says which entry is
    /// meant or decides who sees it.
    fn is_fact(&self, key: &str) -> bool {
        let free = key.split_once('.').is_some_and(|(first, _)| matches!(first, "links" | "extra"));
        let is_own = self.own.contains_key(key) || free;
        let is_text = |texts: &HashMap<String, KeyKind>| texts.contains_key(key);
        self.texts.is_some_and(|texts| !is_text(texts))
            && is_own
            && !matches!(key, "slug" | "name")
            && meant_by_column(key, &[]).is_none()
    }
}

/// What the column `name` is, when it is the first of that name.
fn of_name(
    name: &str,
    headings: Headings<'_>,
    known: &Known,
    place: &Place,
    notes: &mut Vec<Diagnostic>,
) -> Column {
    let (all, known) = (known, known.own);
    let names: Vec<&str> = known.keys().map(String::as_str).collect();
    let rule = headings.columns.get(name).cloned().unwrap_or_default();
    // To the letter, then by the words that are known, and by the words of the key itself:
    // `Sort name`.
    let word = fold(bare_heading(name));
    let by_words = || names.iter().copied().find(|key| fold(key) == word);
    let exact = is_read(name, known).then_some(name).filter(|_| rule.key.is_empty());
    let key = exact.or_else(|| headings.key_of(name)).or_else(by_words);
    // What speaks of who sees what is never read as something else, whatever the configuration
    // says.
    let speaks = meant_by_column(name, &names);
    let is_elsewhere = key.is_none_or(|key| meant_by_column(key, &[]).is_none());
    let is_said = !rule.key.is_empty() || key.is_none();
    if let Some(guarded) = speaks.filter(|_| is_elsewhere && is_said) {
        notes.push(speaks_of(name, guarded, place.clone()));
        return Column::plain(What::Distrusted(guarded));
    }
    if key.is_some_and(|key| all.is_fact(key)) {
        let note = Diagnostic::new(
            Code::FactInTranslation,
            place.clone(),
            format!("the column `{name}` is not translated"),
        );
        notes.push(note.help("take it out here; the entries' own file says it for every language"));
        return Column::plain(What::Ignored);
    }
    let what = match key {
        Some("ignore") => What::Ignored,
        Some(part) if NAME_PARTS.contains(&part) && known.contains_key("name") => {
            What::Part(part_of(part))
        }
        Some(key) if is_read(key, known) => {
            What::Read(key.to_owned(), known.get(key).copied().unwrap_or(KeyKind::Text))
        }
        _ => return unread(name, &rule, known, place, notes),
    };
    Column { names: false, what, rule }
}

/// Whether `key` is one that is read. Below `links` and `extra` there are keys of one's own choice.
fn is_read(key: &str, known: &HashMap<String, KeyKind>) -> bool {
    let free = key.split_once('.').is_some_and(|(first, rest)| {
        matches!(first, "links" | "extra")
            && known.contains_key(first)
            && meant_by_column(rest, &[]).is_none()
    });
    known.contains_key(key) || free || key == "body"
}

fn speaks_of(name: &str, key: &str, place: Place) -> Diagnostic {
    let message = format!("nothing reads the column `{name}`, which may be meant for `{key}`");
    let help = format!("call it `{key}`; until then whoever has something there is held back");
    Diagnostic::new(Code::UnclearPrivacy, place, message).help(help)
}

/// Whether a name is a key but for a slip of the finger. Most names that are no keys are something
/// of their own.
fn is_slip(name: &str, key: &str) -> bool {
    strsim::osa_distance(&fold(name), &fold(key)) <= 2
}

/// A column that nothing reads.
fn unread(
    name: &str,
    rule: &ColumnRule,
    known: &HashMap<String, KeyKind>,
    place: &Place,
    notes: &mut Vec<Diagnostic>,
) -> Column {
    let note = if rule.key.is_empty() {
        let note = Diagnostic::new(
            Code::UnknownKey,
            place.clone(),
            format!("nothing reads the column `{name}`"),
        );
        let keys: Vec<&str> = known.keys().map(String::as_str).collect();
        let slip = nearest(name, keys.iter().copied()).filter(|near| is_slip(name, near));
        let called = || called_here(name, &keys).and_then(Meaning::in_table);
        match slip.map(str::to_owned).or_else(called) {
            Some(near) => note.help(format!("did you mean `{near}`?")),
            None => note.help(format!(
                "`columns: {{ {name:?}: KEY }}` in vakwerk.yaml says what it is, and `ignore` that it is not read"
            )),
        }
    } else {
        let message =
            format!("`columns:` in vakwerk.yaml reads `{name}` as `{}`, which is no key", rule.key);
        let note = Diagnostic::new(Code::UnknownKey, place.clone(), message);
        match nearest(&rule.key, known.keys().map(String::as_str)) {
            Some(near) => note.help(format!("did you mean `{near}`?")),
            None => note.help("write a key of the entry, first, infix, last or ignore"),
        }
    };
    notes.push(note);
    Column::plain(What::Unread(name.to_owned()))
}
