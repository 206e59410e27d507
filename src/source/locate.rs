//! Line and column of a place in a file's data, by reading that one file again with a parser that
//! marks places.

use super::headings::Headings;
use super::table::Table;
use crate::base::front_matter::{Missing, front_matter};
use crate::base::yaml::mended;
use crate::base::{EntryKind, Spot};
use crate::config::Columns;
use saphyr_parser::{Event, Parser, Span};
use std::collections::HashMap;

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Location {
    /// Line from 1.
    pub line: usize,
    /// Column from 1, in characters.
    pub column: usize,
    /// Length in characters, at least one, within the line.
    pub length: usize,
    /// In a table: which cell it is.
    pub cell: Option<CellPlace>,
}

/// A cell of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellPlace {
    /// Its row, from 1, as a spreadsheet counts.
    pub row: usize,
    /// Its column, from 0.
    pub column: usize,
}

impl CellPlace {
    /// The letters of the column: A, B, …, Z, AA.
    pub fn letters(self) -> String {
        let mut letters = String::new();
        let mut rest = self.column + 1;
        while rest > 0 {
            rest -= 1;
            letters.insert(0, char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
            rest /= 26;
        }
        letters
    }

    /// As people say it who have the spreadsheet before them.
    pub fn in_words(self) -> String {
        format!("row {}, column {}", self.row, self.letters())
    }
}

/// Where the values of one file stand. Made when the first note about the file is shown.
#[derive(Debug)]
pub(super) struct Places {
    text: String,
    /// Made when the first place in the data is asked for.
    data: Option<Data>,
    table: Option<(EntryKind, Columns)>,
}

#[derive(Debug)]
enum Data {
    Yaml { first_line: usize, marks: HashMap<String, Mark>, widths: Vec<usize> },
    Table(Table),
}

impl Places {
    /// The places of a file with this text.
    pub(super) fn of(text: String) -> Self {
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        Self { text, data: None, table: None }
    }

    /// The places of a table of such entries with this text.
    pub(super) fn of_table(text: String, kind: EntryKind, columns: Columns) -> Self {
        Self { text, data: None, table: Some((kind, columns)) }
    }

    /// The text of the file.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where `spot` is. A value that is not there is looked for in what holds it.
    pub(super) fn locate(&mut self, spot: &Spot) -> Option<Location> {
        let (path, key) = match spot {
            Spot::File => return None,
            Spot::Position(line, column) => {
                return Some(Location { line: *line, column: *column, length: 1, cell: None });
            }
            Spot::Text(text) => return find(&self.text, text),
            Spot::Value(path) => (path.as_str(), false),
            Spot::Key(path) => (path.as_str(), true),
        };
        let text = &self.text;
        let Some((kind, columns)) = &self.table else {
            let Data::Yaml { first_line, marks, widths } =
                self.data.get_or_insert_with(|| yaml_data(text))
            else {
                return None;
            };
            return locate(path, key, *first_line, marks, widths);
        };
        let headings = Headings { kind: *kind, columns };
        match self.data.get_or_insert_with(|| Data::Table(Table::of(text, headings))) {
            Data::Table(table) => table.locate(text, path, headings),
            Data::Yaml { .. } => None,
        }
    }
}

fn yaml_data(text: &str) -> Data {
    let (yaml, first_line) = match front_matter(text) {
        Ok(found) => (found.yaml, found.first_line - 1),
        // Without an end, everything may be keys.
        Err(Missing::End) => (text.trim_start().trim_start_matches('-'), 0),
        Err(Missing::Beginning) => (text, 0),
    };
    let widths = yaml.lines().map(|line| line.trim_end().chars().count()).collect();
    Data::Yaml { first_line, marks: marks(&mended(yaml).text), widths }
}

fn locate(
    path: &str,
    key: bool,
    first_line: usize,
    marks: &HashMap<String, Mark>,
    widths: &[usize],
) -> Option<Location> {
    let mut wanted = path;
    loop {
        if let Some(mark) = marks.get(wanted).or_else(|| in_other_letters(marks, wanted)) {
            let exact = wanted == path;
            let span = if (key || !exact || mark.value_is_group) && mark.key.is_some() {
                mark.key
            } else {
                Some(mark.value)
            };
            return span.map(|span| in_file(widths, span, first_line));
        }
        wanted = &wanted[..wanted.rfind(['.', '['])?];
    }
}

/// The mark of a path of which keys are written with capitals or other signs between their words.
fn in_other_letters<'a>(marks: &'a HashMap<String, Mark>, wanted: &str) -> Option<&'a Mark> {
    let bare = |path: &str| path.to_lowercase().replace(['-', '_', ' '], "");
    let wanted = bare(wanted);
    marks
        .iter()
        .filter(|(path, _)| bare(path) == wanted)
        .min_by_key(|(path, _)| *path)
        .map(|(_, mark)| mark)
}

/// The first place where `wanted` stands in `text`: where a link leads there, else as it is. Links
/// are written from the file in which they stand, so that of a longer one its end may stand there.
fn find(text: &str, wanted: &str) -> Option<Location> {
    if wanted.is_empty() {
        return None;
    }
    let (path, place) = wanted.split_at(wanted.find('#').unwrap_or(wanted.len()));
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let file = format!("{last}.md{place}");
    let ends = [wanted, file.as_str(), place].into_iter().filter(|end| end.len() > 1);
    let of_link =
        ends.into_iter().find_map(|end| Some((in_link(text, end, !place.is_empty())?, end)));
    let (at, found) = of_link.or_else(|| Some((text.find(wanted)?, wanted)))?;
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    Some(Location {
        line: text[..at].matches('\n').count() + 1,
        column: text[start..at].chars().count() + 1,
        length: found.lines().next().unwrap_or_default().chars().count().max(1),
        cell: None,
    })
}

/// Where `wanted` is what a link leads to, or the end of it.
fn in_link(text: &str, wanted: &str, has_place: bool) -> Option<usize> {
    text.match_indices(wanted).map(|(at, _)| at).find(|at| {
        let before = &text[..*at];
        let head = before.trim_end_matches(|sign: char| {
            !sign.is_whitespace() && !matches!(sign, '(' | '<' | '"' | '\'')
        });
        let goes_on = text[at + wanted.len()..].chars().next();
        let is_end = goes_on.is_none_or(|sign| {
            let is_of_word = sign.is_alphanumeric() || matches!(sign, '-' | '_');
            !is_of_word && (sign != '#' || !has_place)
        });
        let own = &before[head.len()..];
        let is_whole = own.is_empty() || own.ends_with(['/', '.', '#']) || wanted.starts_with('#');
        let leads = head.ends_with("](")
            || head.ends_with("](<")
            || head.ends_with(['<', '"', '\''])
            || head.trim_end_matches(' ').ends_with("]:");
        is_end && is_whole && leads
    })
}

/// Where a value in the data and its key stand.
#[derive(Debug)]
struct Mark {
    key: Option<Span>,
    value: Span,
    value_is_group: bool,
}

enum Group {
    Map { path: String, key: Option<(String, Span)> },
    List { path: String, next: usize },
}

/// The places of all values, by their paths; of a doubled key, those of the last.
fn marks(yaml: &str) -> HashMap<String, Mark> {
    let mut marks = HashMap::new();
    let mut open: Vec<Group> = Vec::new();
    for event in Parser::new_from_str(yaml) {
        let Ok((event, span)) = event else { break };
        let is_group = matches!(event, Event::MappingStart(..) | Event::SequenceStart(..));
        match &event {
            Event::MappingEnd | Event::SequenceEnd => {
                open.pop();
                continue;
            }
            Event::Scalar(..)
            | Event::Alias(..)
            | Event::MappingStart(..)
            | Event::SequenceStart(..) => {}
            _ => continue,
        }
        let (path, key) = match open.last_mut() {
            None => (String::new(), None),
            Some(Group::List { path, next }) => {
                let item = format!("{path}[{next}]");
                *next += 1;
                (item, None)
            }
            Some(Group::Map { path, key }) => match key.take() {
                None => {
                    if let Event::Scalar(name, ..) = &event {
                        *key = Some((join(path, name), span));
                        continue;
                    }
                    (path.clone(), None)
                }
                Some((path, key)) => (path, Some(key)),
            },
        };
        match &event {
            Event::MappingStart(..) => open.push(Group::Map { path: path.clone(), key: None }),
            Event::SequenceStart(..) => open.push(Group::List { path: path.clone(), next: 0 }),
            _ => {}
        }
        marks.insert(path, Mark { key, value: span, value_is_group: is_group });
    }
    marks
}

fn join(path: &str, key: &str) -> String {
    if key.contains(['.', '[', ']', '"']) {
        format!("{path}[{key:?}]")
    } else if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}

fn in_file(widths: &[usize], span: Span, first_line: usize) -> Location {
    let (line, column) = (span.start.line(), span.start.col() + 1);
    let width = widths.get(line.saturating_sub(1)).copied().unwrap_or(0);
    let end = if span.end.line() == line { span.end.col() } else { width };
    let length = (end + 1).saturating_sub(column).min((width + 1).saturating_sub(column)).max(1);
    Location { line: line + first_line, column, length, cell: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "---\nname: Jan de Vries\nteam:\n  - { expert: jan, role: lead }\n  - expert: amina\nlinks:\n  a.b: x\n---\nbody\n";

    fn found(spot: &Spot) -> (usize, usize, usize) {
        let at = Places::of(FILE.to_owned()).locate(spot).expect("a place");
        (at.line, at.column, at.length)
    }

    #[test]
    fn a_doubled_key_is_marked_where_it_stands_again() {
        let text = "name: Jan\nlinks: {}\nname: Piet\n";
        let at = Places::of(text.to_owned()).locate(&Spot::Key("name".into()));
        assert_eq!(at.map(|at| (at.line, at.column)), Some((3, 1)));
    }

    #[test]
    fn a_path_in_the_data_leads_to_line_and_column() {
        assert_eq!(found(&Spot::Value("name".into())), (2, 7, 12));
        assert_eq!(found(&Spot::Key("name".into())), (2, 1, 4));
        assert_eq!(found(&Spot::Value("team[0].role".into())), (4, 26, 4));
        assert_eq!(found(&Spot::Value("team[1].expert".into())), (5, 13, 5));
        assert_eq!(found(&Spot::Value("links[\"a.b\"]".into())), (7, 8, 1));
        assert_eq!(found(&Spot::Value("team[1].nothing".into())), (5, 5, 1));
        assert_eq!(found(&Spot::Value("team".into())), (3, 1, 4));
        assert_eq!(found(&Spot::Text("amina".into())), (5, 13, 5));
        assert_eq!(Places::of(FILE.to_owned()).locate(&Spot::Value("nothing".into())), None);
    }
}
