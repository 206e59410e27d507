//! Rows of Markdown tables with more cells than their heading: what is beyond it is shown nowhere.

use crate::base::{Code, Diagnostic, Place, Spot};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::sync::Arc;

/// The most rows of one text that are told.
const MOST: usize = 10;

/// Notes the rows of tables in `body` that have more cells than the heading above them.
pub(super) fn note_rows(
    body: &str,
    file: &Arc<str>,
    first_line: usize,
    notes: &mut Vec<Diagnostic>,
) {
    if !body.contains('|') || !body.contains("--") {
        return;
    }
    let mut columns = 0;
    let mut in_head = false;
    let mut told = 0;
    for (event, range) in Parser::new_ext(body, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::Table(alignments)) => columns = alignments.len(),
            Event::Start(Tag::TableHead) => in_head = true,
            Event::End(TagEnd::TableHead) => in_head = false,
            Event::Start(Tag::TableRow) if !in_head && told < MOST => {
                let cells = cells(body[range.clone()].trim());
                if cells <= columns {
                    continue;
                }
                told += 1;
                let place = Place {
                    file: file.clone(),
                    spot: Spot::in_text(body, range.start, first_line),
                };
                let message = format!(
                    "the row has {cells} cells, and the heading {columns}: the rest is not shown"
                );
                let note = Diagnostic::new(Code::MarkupInText, place, message);
                notes.push(
                    note.help("give the heading as many; a `|` within a cell is written `\\|`"),
                );
            }
            _ => {}
        }
    }
}

/// How many cells a row has: the signs between them that nothing escapes.
fn cells(row: &str) -> usize {
    let mut count = 1;
    let mut escaped = false;
    for sign in row.chars() {
        count += usize::from(sign == '|' && !escaped);
        escaped = sign == '\\' && !escaped;
    }
    let ends_open = row.ends_with('|') && !row.ends_with("\\|");
    count - usize::from(row.starts_with('|')) - usize::from(ends_open && row.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::{cells, note_rows};

    #[test]
    fn cells_are_counted_as_they_are_shown() {
        for (row, count) in [
            ("| a | b |", 2),
            ("a | b", 2),
            ("| a \\| b | c |", 2),
            ("| a || c |", 3),
            ("| a |", 1),
        ] {
            assert_eq!(cells(row), count, "{row}");
        }
        let mut notes = Vec::new();
        let body =
            "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n\n```\n|x|y|\n|--|--|\n|1|2|3|\n```\n";
        note_rows(body, &"a.md".into(), 1, &mut notes);
        assert_eq!(notes.len(), 1, "{notes:?}");
    }
}
