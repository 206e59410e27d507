//! Line and column of a place in a file's data, by reading that one file again with a parser that marks places.

use crate::base::Spot;
use saphyr_parser::{Event, Parser, Span};

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Location {
    /// Line from 1.
    pub line: usize,
    /// Column from 1, in characters.
    pub column: usize,
    /// Length in characters, at least one, within the line.
    pub length: usize,
}

/// Where `spot` is in `text`, the whole file. A value that is not there is looked for in what holds it.
pub fn locate(text: &str, spot: &Spot) -> Option<Location> {
    let (path, key) = match spot {
        Spot::File => return None,
        Spot::Position(line, column) => return Some(at_position(text, *line, *column)),
        Spot::Value(path) => (path, false),
        Spot::Key(path) => (path, true),
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (yaml, first_line) = match text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n")) {
        Some(rest) => (front_matter(rest), 1),
        None => (text, 0),
    };
    let marks = marks(yaml);
    let mut wanted = path.as_str();
    loop {
        let found = marks.iter().find(|mark| mark.path == wanted);
        if let Some(mark) = found {
            let exact = wanted == path.as_str();
            let span =
                if (key || !exact || mark.value_is_group) && mark.key.is_some() { mark.key } else { Some(mark.value) };
            return span.map(|span| in_file(yaml, span, first_line));
        }
        wanted = match wanted.rfind(['.', '[']) {
            Some(end) => &wanted[..end],
            None => return None,
        };
    }
}

fn front_matter(rest: &str) -> &str {
    let mut offset = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return &rest[..offset];
        }
        offset += line.len();
    }
    rest
}

fn at_position(text: &str, line: usize, column: usize) -> Location {
    let found = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let rest = found.chars().count().saturating_sub(column.saturating_sub(1));
    Location { line, column, length: rest.clamp(1, 1) }
}

/// A value in the data: its path, and where it and its key stand.
struct Mark {
    path: String,
    key: Option<Span>,
    value: Span,
    value_is_group: bool,
}

enum Group {
    Map { path: String, key: Option<(String, Span)> },
    List { path: String, next: usize },
}

fn marks(yaml: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut open: Vec<Group> = Vec::new();
    for event in Parser::new_from_str(yaml) {
        let Ok((event, span)) = event else { break };
        let is_group = matches!(event, Event::MappingStart(..) | Event::SequenceStart(..));
        match &event {
            Event::MappingEnd | Event::SequenceEnd => {
                open.pop();
                continue;
            }
            Event::Scalar(..) | Event::Alias(..) | Event::MappingStart(..) | Event::SequenceStart(..) => {}
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
        marks.push(Mark { path, key, value: span, value_is_group: is_group });
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

fn in_file(yaml: &str, span: Span, first_line: usize) -> Location {
    let (line, column) = (span.start.line(), span.start.col() + 1);
    let width = yaml.lines().nth(line.saturating_sub(1)).map_or(0, |line| line.trim_end().chars().count());
    let end = if span.end.line() == line { span.end.col() } else { width };
    let length = (end + 1).saturating_sub(column).min((width + 1).saturating_sub(column)).max(1);
    Location { line: line + first_line, column, length }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "---\nname: Jan de Vries\nteam:\n  - { expert: jan, role: lead }\n  - expert: amina\nlinks:\n  a.b: x\n---\nbody\n";

    fn found(spot: &Spot) -> (usize, usize, usize) {
        let at = locate(FILE, spot).expect("a place");
        (at.line, at.column, at.length)
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
        assert_eq!(locate(FILE, &Spot::Value("nothing".into())), None);
    }
}
