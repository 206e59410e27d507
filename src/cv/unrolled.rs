//! Tables that are wider than a page, as lists: an item for each row.

use super::document::{Block, Document, Kind, PARTING, Run};
use super::plain::text_of;
use super::table::{is_head, rows};
use std::borrow::Cow;

/// The document with a list in the place of each table that does not fit, in which what the head
/// says stands before each cell.
pub(super) fn unrolled<'a>(
    document: &'a Document,
    fits: &dyn Fn(&[Block]) -> bool,
) -> Cow<'a, Document> {
    let mut blocks: Vec<Block> = Vec::new();
    let (mut at, mut copied) = (0, 0);
    while at < document.blocks.len() {
        let count = rows(&document.blocks[at..]);
        let table = &document.blocks[at..at + count];
        if count > 0 && !fits(table) {
            blocks.extend_from_slice(&document.blocks[copied..at]);
            match table {
                [head, rows @ ..] if is_head(head) && !rows.is_empty() => {
                    blocks.extend(rows.iter().map(|row| listed(row, &head.cells())));
                }
                rows => blocks.extend(rows.iter().map(|row| listed(row, &[]))),
            }
            copied = at + count;
        }
        at += count.max(1);
    }
    if copied == 0 {
        return Cow::Borrowed(document);
    }
    blocks.extend_from_slice(&document.blocks[copied..]);
    // What can be left out was left out before.
    Cow::Owned(Document { blocks, spares: Vec::new(), ..document.clone() })
}

/// A row as an item.
fn listed(row: &Block, head: &[&[Run]]) -> Block {
    let mut runs: Vec<Run> = Vec::new();
    for (at, cell) in row.cells().into_iter().enumerate() {
        if text_of(cell).trim().is_empty() {
            continue;
        }
        if !runs.is_empty() {
            runs.push(Run::new(PARTING));
        }
        let above = head.get(at).map(|cell| text_of(*cell)).unwrap_or_default();
        if !above.trim().is_empty() {
            let language = head[at].first().and_then(|run| run.language.as_deref());
            runs.push(Run::strong(&format!("{}:\u{a0}", above.trim())).in_language(language));
        }
        runs.extend_from_slice(cell);
    }
    Block { depth: row.depth, is_quote: row.is_quote, ..Block::new(Kind::Item, runs) }
}
