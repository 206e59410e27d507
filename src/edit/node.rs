//! The values of a document, each with the bytes at which it stands.

use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use serde_yaml::{Mapping, Value};
use std::ops::Range;

/// A value and where it stands. Of a group or list in block style, `range` ends with its last
/// value: what follows up to the next key are comments and empty lines, which are nobody's yet.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) range: Range<usize>,
    pub(super) kind: Kind,
}

/// What a value is.
#[derive(Debug, Clone)]
pub(super) enum Kind {
    Scalar {
        text: String,
        style: Style,
    },
    List {
        items: Vec<Node>,
        flow: bool,
    },
    Group {
        entries: Vec<Entry>,
        flow: bool,
    },
    /// A reference to a value elsewhere in the file.
    Alias,
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Single,
    Double,
    /// `|` or `>` with the text on the lines below.
    Block,
}

/// A key and its value.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) key: Range<usize>,
    pub(super) value: Node,
}

impl Node {
    /// Whether nothing is written here.
    pub(super) fn is_empty(&self) -> bool {
        matches!(&self.kind, Kind::Scalar { text, style: Style::Plain } if text.is_empty())
    }

    /// Whether the value says nothing, by whatever word.
    pub(super) fn is_nothing(&self) -> bool {
        let words = ["", "~", "null", "Null", "NULL"];
        matches!(&self.kind, Kind::Scalar { text, style: Style::Plain } if words.contains(&text.as_str()))
    }

    /// The value, as the types of the schema read it. A number that would be written otherwise
    /// than it is stays a text.
    pub(super) fn value(&self) -> Value {
        match &self.kind {
            _ if self.is_nothing() => Value::Null,
            Kind::Scalar { text, style: Style::Plain } => plain(text),
            Kind::Scalar { text, .. } => Value::String(text.clone()),
            Kind::List { items, .. } => Value::Sequence(items.iter().map(Self::value).collect()),
            Kind::Group { entries, .. } => {
                let pair = |entry: &Entry| (Value::from(entry.name.as_str()), entry.value.value());
                Value::Mapping(entries.iter().map(pair).collect::<Mapping>())
            }
            Kind::Alias => Value::Null,
        }
    }
}

fn plain(text: &str) -> Value {
    match text {
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    if let Some(number) = text.parse::<i64>().ok().filter(|number| number.to_string() == text) {
        return Value::from(number);
    }
    let decimal = text.parse::<f64>().ok().filter(|number| number.to_string() == text);
    decimal.filter(|number| number.is_finite()).map_or_else(|| Value::from(text), Value::from)
}

/// A group, list or key that is not complete yet.
enum Open {
    List { start: usize, items: Vec<Node>, flow: bool },
    Group { start: usize, entries: Vec<Entry>, flow: bool, key: Option<(String, Range<usize>)> },
}

/// The document in `yaml`, which the program's own reader has read; None when this parser sees
/// something else than keys with values in it.
pub(super) fn document(yaml: &str) -> Option<Node> {
    let mut walk = Walk { yaml, bytes: Vec::new(), open: Vec::new(), whole: None };
    walk.bytes = yaml.char_indices().map(|(at, _)| at).chain([yaml.len()]).collect();
    for event in Parser::new_from_str(yaml) {
        let (event, span) = event.ok()?;
        walk.take(event, span)?;
    }
    walk.whole
}

struct Walk<'a> {
    yaml: &'a str,
    /// The byte at which each character stands.
    bytes: Vec<usize>,
    open: Vec<Open>,
    whole: Option<Node>,
}

impl Walk<'_> {
    fn range(&self, span: Span) -> Option<Range<usize>> {
        Some(*self.bytes.get(span.start.index())?..*self.bytes.get(span.end.index())?)
    }

    fn take(&mut self, event: Event<'_>, span: Span) -> Option<()> {
        let range = self.range(span)?;
        let flow = self.yaml[range.start..].starts_with(['[', '{']);
        match event {
            Event::MappingStart(..) => {
                self.open.push(Open::Group {
                    start: range.start,
                    entries: Vec::new(),
                    flow,
                    key: None,
                });
            }
            Event::SequenceStart(..) => {
                self.open.push(Open::List { start: range.start, items: Vec::new(), flow });
            }
            Event::Scalar(text, style, ..) => self.scalar(text.into_owned(), style, range)?,
            Event::Alias(_) => self.add(Node { range, kind: Kind::Alias })?,
            Event::MappingEnd | Event::SequenceEnd => self.close(range)?,
            _ => {}
        }
        Some(())
    }

    fn scalar(&mut self, text: String, style: ScalarStyle, mut range: Range<usize>) -> Option<()> {
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted => Style::Single,
            ScalarStyle::DoubleQuoted => Style::Double,
            ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
        };
        // The parser looks beyond a value for where it ends.
        let written = &self.yaml[range.start..];
        range.end = match style {
            Style::Plain | Style::Block => range.start + self.yaml[range.clone()].trim_end().len(),
            Style::Single | Style::Double => range.start + quoted(written)?,
        };
        if style == Style::Block {
            range.start = sign_of_block(self.yaml, range.start)?;
        }
        if let Some(Open::Group { key: key @ None, .. }) = self.open.last_mut() {
            *key = Some((text, range));
            return Some(());
        }
        self.add(Node { range, kind: Kind::Scalar { text, style } })
    }

    fn close(&mut self, end: Range<usize>) -> Option<()> {
        // Of brackets, the closing one is where the parser begins to look on.
        let end =
            end.start..end.start + usize::from(self.yaml[end.start..].starts_with([']', '}']));
        let node = match self.open.pop()? {
            Open::List { start, items, flow } => {
                let last = items.last().map_or(start, |item| item.range.end);
                let end = if flow { end.end } else { last };
                // A list that begins with a dash begins at the dash.
                Node { range: start..end, kind: Kind::List { items, flow } }
            }
            Open::Group { start, entries, flow, .. } => {
                let last = entries.last().map_or(start, |entry| entry.value.range.end);
                let end = if flow { end.end } else { last };
                let first = entries.first().map_or(start, |entry| entry.key.start);
                let start = if flow { start } else { first };
                Node { range: start..end, kind: Kind::Group { entries, flow } }
            }
        };
        self.add(node)
    }

    fn add(&mut self, mut node: Node) -> Option<()> {
        match self.open.last_mut() {
            None => self.whole = Some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Group { entries, key, .. }) => {
                let (name, key) = key.take()?;
                if node.is_empty() {
                    // Nothing stands behind the colon, wherever the parser says that it does.
                    let colon = key.end + self.yaml[key.end..].find(':').map_or(0, |at| at + 1);
                    node.range = colon..colon;
                }
                entries.push(Entry { name, key, value: node });
            }
        }
        Some(())
    }
}

/// How many bytes the text in quotes has that `written` begins with.
fn quoted(written: &str) -> Option<usize> {
    let mut signs = written.char_indices();
    let (_, quote) = signs.next()?;
    while let Some((at, sign)) = signs.next() {
        let next = || written[at + 1..].chars().next();
        if quote == '"' && sign == '\\' || quote == '\'' && sign == quote && next() == Some(quote) {
            signs.next();
        } else if sign == quote {
            return Some(at + 1);
        }
    }
    None
}

/// Where the sign `|` or `>` stands of which the text begins at `start`.
fn sign_of_block(yaml: &str, start: usize) -> Option<usize> {
    let mut end = start;
    while end > 0 {
        let first = yaml[..end - 1].rfind('\n').map_or(0, |at| at + 1);
        let line = &yaml[first..end];
        let bare = line.find(" #").map_or(line, |at| &line[..at]).trim_end();
        let bare = bare.trim_end_matches(|sign: char| sign.is_ascii_digit() || "+-".contains(sign));
        if bare.ends_with(['|', '>']) {
            return Some(first + bare.len() - 1);
        }
        end = first;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(yaml: &str) -> Vec<(String, String)> {
        let Kind::Group { entries, .. } = document(yaml).expect("a document").kind else {
            panic!("keys with values")
        };
        entries
            .iter()
            .map(|entry| {
                (yaml[entry.key.clone()].to_owned(), yaml[entry.value.range.clone()].to_owned())
            })
            .collect()
    }

    #[test]
    fn each_value_stands_where_it_is_written() {
        let yaml = "name: Zoë \u{1f980} # a\nempty:\ntext: |-\n  one\n\n  two\n\n# c\nlist:   # d\n  - a\n  - { b: 'c' } # e\nnext: [x, \"y\"]\ngroup:\n  a: 1\n\nlast: on\n";
        let found = shown(yaml);
        let found: Vec<(&str, &str)> =
            found.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        assert_eq!(
            found,
            [
                ("name", "Zoë \u{1f980}"),
                ("empty", ""),
                ("text", "|-\n  one\n\n  two"),
                ("list", "- a\n  - { b: 'c' }"),
                ("next", "[x, \"y\"]"),
                ("group", "a: 1"),
                ("last", "on"),
            ]
        );
        let crlf = yaml.replace('\n', "\r\n");
        assert_eq!(shown(&crlf).len(), 7);
        assert_eq!(shown(&crlf)[2].1, "|-\r\n  one\r\n\r\n  two");
    }
}
