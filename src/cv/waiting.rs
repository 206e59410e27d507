//! Lines on their way to a page: how much room each needs before it, and which stay together.

use super::document::{Document, Kind};
use super::sets::Set;
use super::shape::Paragraph;
use super::style::Look;

/// Room between the head and the facts below it.
const AFTER_HEAD: f32 = 6.0;

/// Room between two rows of a table, and around it.
const BETWEEN_ROWS: f32 = 2.0;
const AROUND_TABLE: f32 = 7.0;

/// Whether a block is the name, or the line below it.
fn is_title(document: &Document, block: usize) -> bool {
    matches!(document.blocks[block].kind, Kind::Name | Kind::Part | Kind::Lead)
}

/// A line on its way to a page.
pub(super) struct Waiting {
    pub(super) block: usize,
    pub(super) line: usize,
    pub(super) before: f32,
    /// Whether the next one has to be on the same page.
    pub(super) stays: bool,
    /// The heading that hangs beside it.
    pub(super) heading: Option<usize>,
}

/// Whether what a title is about follows it, behind titles within it if need be.
fn goes_on(document: &Document, title: usize) -> bool {
    /// More titles in a row are a list of their own.
    const DEEPEST: usize = 4;
    let deep = if document.blocks[title].kind == Kind::Entry { DEEPEST } else { 1 };
    let mut next = document.blocks[title + 1..].iter().take(deep).map(|block| block.kind);
    let first = next.find(|kind| *kind != Kind::Entry);
    matches!(first, Some(Kind::Meta | Kind::Text | Kind::Item))
}

/// All lines but those of headings of sections, which hang beside the line that follows.
pub(super) fn waiting(
    document: &Document,
    sets: &[(Set, Paragraph<'_>)],
    look: Look,
) -> Vec<Waiting> {
    let mut waiting: Vec<Waiting> = Vec::new();
    let mut heading = None;
    for (set, _) in sets {
        let kind = document.blocks[set.at].kind;
        let goes_on = goes_on(document, set.at);
        if kind == Kind::Section && look.hangs() {
            heading = Some(set.at);
            continue;
        }
        let count = set.lines.len();
        for line in 0..count {
            let is_first = line == 0;
            // What stands right below its section's rule needs no room of its own.
            let own = if is_first && heading.is_none() { set.style.before } else { 0.0 };
            let is_head = waiting.last().is_some_and(|line| is_title(document, line.block));
            let is_below = waiting.last().is_some_and(|line| sets[line.block].0.row.is_some());
            let before = match &set.row {
                _ if kind == Kind::Fact && is_head => AFTER_HEAD,
                Some(row) if is_first && !row.is_head => BETWEEN_ROWS,
                row if is_first && own > 0.0 && (row.is_some() || is_below) => {
                    own.max(AROUND_TABLE)
                }
                _ => own,
            };
            let stays = match kind {
                Kind::Name | Kind::Part | Kind::Lead | Kind::Section => true,
                Kind::Entry | Kind::Meta => line + 1 < count || goes_on,
                Kind::Fact => !is_first || count > 1,
                // Neither the first line nor the last stands alone.
                _ => count > 1 && (is_first || line + 2 == count),
            };
            let stays = match &set.row {
                // A row is whole, and its head is not alone.
                Some(row) => line + 1 < count || row.is_head,
                // Nobody turns a page in the middle of a word.
                None => stays || set.lines[line].1,
            };
            let heading = heading.take();
            waiting.push(Waiting { block: set.at, line, before, stays, heading });
        }
    }
    waiting
}
