//! What stands beside the portrait, and goes on below it.

use super::document::{Block, Document, Run};
use super::fonts::Fonts;
use super::sets::{Set, SetLine, lines, paragraph, set};
use super::shape::Paragraph;
use super::style::{Look, indent};

/// Sets a block beside the portrait, which takes so much of the column and of which so much is
/// `left`: what stands below it has the whole column.
pub(super) fn beside<'a>(
    document: &Document,
    (at, block, text): (usize, &Block, &'a str),
    fonts: &Fonts,
    (look, column, (wide, left)): (Look, f32, (f32, &mut f32)),
) -> (Set, Paragraph<'a>) {
    let of = (at, block, text);
    let (mut own, paragraph) = set(document, of, fonts, (look, column - wide));
    *left -= own.style.before;
    let mut above = 0;
    while above < own.lines.len() && *left > 0.0 {
        *left -= own.style.leading;
        above += 1;
    }
    if above < own.lines.len() {
        let from = own.lines[above].0.start;
        own.lines.truncate(above);
        own.lines.extend(rest(document, (block, text), fonts, (&own, from, column)));
    }
    (own, paragraph)
}

/// The lines of a block from a place in its text on, in the whole column.
fn rest(
    document: &Document,
    (block, text): (&Block, &str),
    fonts: &Fonts,
    (set, from, column): (&Set, usize, f32),
) -> Vec<SetLine> {
    let mut start = 0;
    let runs = block.runs.iter().map(|run| {
        let text = run.text.get(from.saturating_sub(start)..).unwrap_or_default().to_owned();
        start += run.text.len();
        Run { text, ..run.clone() }
    });
    let own = Block { runs: runs.collect(), ..block.clone() };
    let alone = paragraph(document, (&own, &text[from..]), &set.style);
    let lines = lines(document, (&own, &alone), fonts, column - indent(block));
    lines.into_iter().map(|(range, is)| (range.start + from..range.end + from, is)).collect()
}
