//! What the cells of a table say, as decided for each column as a whole.

use super::Tables;
use super::columns::{Column, What};
use super::dates::{self, Order};
use super::lists::{self, Splitting};
use super::{names, words};
use crate::base::yaml::Value;
use crate::base::{Anchor, Code, Diagnostic, Language, meant_by_column};
use crate::record::schema::KeyKind;
use crate::source::{SourceFile, Table};
use serde_yaml::Mapping;

/// Keys, by their last part, that hold a date.
const DATES: [&str; 9] = [
    "consent",
    "withdrawn",
    "publish",
    "expires",
    "updated",
    "confirmed_on",
    "from",
    "to",
    "until",
];

/// How the cells of each column are read.
pub(super) struct Cells<'a> {
    how: Vec<How>,
    header: &'a [String],
}

/// How the cells of one column are read.
enum How {
    /// As they are.
    Plain,
    /// As dates in this order.
    Dates(Order),
    /// As lists.
    Lists(Splitting),
    /// As names that are turned around.
    TurnedNames,
    /// As answers to a question: where there is none, nobody knows what it would be.
    Answers,
}

impl<'a> Cells<'a> {
    /// Decides for each column how its cells are read, and says so where it could be otherwise.
    pub(super) fn new(
        table: &'a Table,
        columns: &[Column],
        file: &SourceFile,
        tables: &Tables,
        notes: &mut Vec<Diagnostic>,
    ) -> Self {
        let anchor = Anchor::item(file.path.clone(), "header");
        let mut how = Vec::with_capacity(columns.len());
        for (at, column) in columns.iter().enumerate() {
            let name = &table.header[at];
            let cells: Vec<&str> = table
                .rows
                .iter()
                .filter_map(|row| row.cells.get(at).map(|cell| cell.trim()))
                .filter(|cell| !words::is_nothing(cell))
                .collect();
            let (decided, message) = decide(name, column, &cells, tables);
            how.push(decided);
            if let Some((message, help)) = message {
                notes.push(
                    Diagnostic::new(Code::TableDecided, anchor.value(format!("[{at}]")), message)
                        .help(help),
                );
            }
        }
        Self { how, header: &table.header }
    }

    /// The value of a cell of the column `at`.
    pub(super) fn value(
        &self,
        at: usize,
        column: &Column,
        cell: &str,
        anchor: &Anchor,
        notes: &mut Vec<Diagnostic>,
    ) -> Option<Value> {
        let What::Read(key, kind) = &column.what else { return None };
        let Some(cell) = content(column, cell) else {
            // What stands there, and says nothing, closes.
            let is_asked = matches!(self.how[at], How::Answers);
            return is_asked.then(|| Value::String(String::new()));
        };
        if !column.guards()
            && *kind != KeyKind::List
            && (words::is_failed(&cell) || words::is_shortened(&cell))
        {
            notes.push(lost(key, &cell, anchor));
            return None;
        }
        let text = |text: &str| Some(Value::String(text.to_owned()));
        match (&self.how[at], kind) {
            (How::Dates(order), _) => {
                text(&dates::read(&cell, *order).map_or(cell.clone(), |date| date.to_string()))
            }
            (How::TurnedNames, _) => text(&names::turned(&cell).unwrap_or(cell)),
            (How::Lists(splitting), _) => {
                let items = splitting.items(&cell);
                let is_language = key == "languages";
                let item =
                    |item: String| if is_language { language(&item) } else { Value::String(item) };
                Some(Value::Sequence(items.into_iter().map(item).collect()))
            }
            (How::Plain, KeyKind::Plain) => Some(plain(key, &cell)),
            (How::Plain | How::Answers, _) => text(&worded(key, &cell, &self.header[at])),
        }
    }
}

/// What a cell of text says: nothing where it says that there is none. In a column that decides who
/// sees what every sign counts.
pub(super) fn content(column: &Column, cell: &str) -> Option<String> {
    let counts = !cell.is_empty() && (column.guards() || !words::is_nothing(cell));
    let content = if counts { Some(cell) } else { column.rule.default.as_deref() };
    content.map(str::to_owned).filter(|text| !text.is_empty())
}

/// What there is to say of a column, and what to do.
type Said = (String, String);

fn decide(name: &str, column: &Column, cells: &[&str], tables: &Tables) -> (How, Option<Said>) {
    let What::Read(key, kind) = &column.what else { return (How::Plain, None) };
    let settle = |to: &str| {
        format!(
            "`columns: {{ {name:?}: {{ key: {key}, {to} }} }}` in vakwerk.yaml says it otherwise"
        )
    };
    if key == "visibility" {
        let is_answered = words::are_only_yes(cells);
        return (if is_answered { How::Answers } else { How::Plain }, None);
    }
    if DATES.contains(&key.rsplit('.').next().unwrap_or(key)) {
        let ordered = dates::order(cells.iter().copied(), tables.language.primary());
        let message = ordered.by_language.then(|| {
            let help = "write days as 2026-03-14, which is read alike everywhere".to_owned();
            (format!("the dates of `{name}` are read with the day first"), help)
        });
        return (How::Dates(ordered.order), message);
    }
    if *kind == KeyKind::List {
        if let Some(sign) = &column.rule.split {
            return (How::Lists(Splitting::By(sign.clone())), None);
        }
        let decided = lists::decide(name, key, cells, &tables.topics);
        let message = decided.message.map(|message| {
            (message, format!("write `;` between items; {}", settle("split: \";\"")))
        });
        return (How::Lists(decided.splitting), message);
    }
    if key == "name" && names::are_turned(cells.iter().copied()) {
        let shown = names::turned(cells[0]).unwrap_or_default();
        let message = format!("the names of `{name}` are turned around: `{}` is {shown}", cells[0]);
        return (
            How::TurnedNames,
            Some((message, "write them as people say them, and there is no doubt".to_owned())),
        );
    }
    (How::Plain, None)
}

/// The note on a cell whose value the spreadsheet lost.
fn lost(key: &str, cell: &str, anchor: &Anchor) -> Diagnostic {
    let (message, help) = if words::is_shortened(cell) {
        let message = format!(
            "the spreadsheet shortened the number to `{cell}`, and its last digits are lost"
        );
        (message, "format the column as text, and write the number again")
    } else {
        (
            format!("`{cell}` is what a spreadsheet shows where it has no value"),
            "mend the formula, or empty the cell",
        )
    };
    let code = if key == "contact.phone" { Code::BrokenPhone } else { Code::BrokenValue };
    Diagnostic::new(code, anchor.value(key), message).help(help)
}

/// Yes, no, a number, or the text as it is.
fn plain(key: &str, cell: &str) -> Value {
    let is_switch = key.rsplit('.').next().is_some_and(|last| SWITCHES.contains(&last));
    let yes = words::yes_or_no(cell);
    if let Some(yes) = yes.or_else(|| words::one_or_none(cell).filter(|_| is_switch)) {
        return Value::Bool(yes);
    }
    let part = || Some(Value::from(words::fraction(cell)?));
    let number = words::number(cell).map(Value::from).or_else(part);
    number.unwrap_or_else(|| Value::String(cell.to_owned()))
}

/// Keys, by their last part, that hold a yes or a no, where databases write 1 and 0.
const SWITCHES: [&str; 2] = ["remote", "featured"];

/// A text; where its key knows a few words only, the one that is meant.
fn worded(key: &str, cell: &str, heading: &str) -> String {
    match key {
        "availability" | "availability.status" => words::status(cell).unwrap_or(cell).to_owned(),
        // In a column of another name `nee` may mean either.
        "visibility" if meant_by_column(heading, &[]).is_some() => {
            words::visibility(cell).unwrap_or(cell).to_owned()
        }
        "contact.email" => {
            let bare = cell
                .rsplit_once('<')
                .and_then(|(_, rest)| rest.strip_suffix('>'))
                .unwrap_or(cell)
                .trim();
            bare.strip_prefix("mailto:").unwrap_or(bare).to_owned()
        }
        _ => cell.to_owned(),
    }
}

/// `en: C1`, `Engels (C1)` and `Engels` are languages, with a level or without.
fn language(item: &str) -> Value {
    const LEVELS: [&str; 6] = ["A1", "A2", "B1", "B2", "C1", "C2"];
    let parts: Vec<&str> =
        item.split([':', '(', ')', ' ', '-', '–']).filter(|part| !part.is_empty()).collect();
    let level = parts.iter().find(|part| LEVELS.contains(&part.to_uppercase().as_str()));
    let named = |words: &[&str]| Language::by_name(&words.join(" "));
    let (tag, level) = match (parts.as_slice(), level) {
        (_, None) => (Language::by_name(item), None),
        ([name @ .., last], Some(level)) if last == level => {
            (named(name), Some(level.to_uppercase()))
        }
        _ => (None, None),
    };
    match (tag, level) {
        (Some(tag), Some(level)) => {
            let mut mapping = Mapping::new();
            mapping.insert(Value::String(tag.to_string()), Value::String(level));
            Value::Mapping(mapping)
        }
        (Some(tag), None) => Value::String(tag.to_string()),
        (None, _) => match item.split_once(':') {
            Some((tag, level)) if tag.trim().parse::<Language>().is_ok() => {
                let mut mapping = Mapping::new();
                mapping.insert(
                    Value::String(tag.trim().to_owned()),
                    Value::String(level.trim().to_owned()),
                );
                Value::Mapping(mapping)
            }
            _ => Value::String(item.to_owned()),
        },
    }
}
