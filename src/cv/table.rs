//! Tables of a text: which blocks are rows of one, and how wide its columns are.

use super::document::{Block, Document, Kind};
use super::fonts::Fonts;
use super::sets::{Column, paragraph};
use super::style::{Look, style};

/// How many blocks from the first on are rows of one table: its head, and all up to another.
pub(super) fn rows(blocks: &[Block]) -> usize {
    let is_row =
        |(at, block): &(usize, &Block)| !block.cells().is_empty() && (*at == 0) == is_head(block);
    blocks.iter().enumerate().take_while(is_row).count()
}

/// Whether a row says what stands below: all of it stands out.
pub(super) fn is_head(block: &Block) -> bool {
    block.runs.iter().all(|run| run.parts || run.strong || run.text.trim().is_empty())
}

/// How many columns a table has.
pub(super) fn count(rows: &[Block]) -> usize {
    rows.iter().map(|row| row.cells().len()).max().unwrap_or_default()
}

/// The columns of a table.
pub(super) struct Columns {
    pub(super) widths: Vec<Column>,
    /// Whether each has room for its longest word.
    pub(super) fit: bool,
}

/// The columns of a table in so much room: as wide as what is in them, or, when that is wider,
/// those that have more than their share are cut to what the others leave, but not to less than
/// their longest word.
pub(super) fn columns(
    document: &Document,
    rows: &[Block],
    fonts: &Fonts,
    (look, room): (Look, f32),
) -> Columns {
    /// Room between two columns.
    const BETWEEN: f32 = 12.0;
    /// Longer words may be parted.
    const LONGEST: f32 = 90.0;
    let count = count(rows);
    let mut wants = vec![0.0_f32; count];
    let mut words = vec![0.0_f32; count];
    let mut are_numbers = vec![true; count];
    for row in rows {
        let style = style(row, look);
        for (at, cell) in row.cells().into_iter().enumerate() {
            let cell = Block::new(Kind::Text, cell.to_vec());
            let text = cell.text();
            let advances = paragraph(document, (&cell, &text), &style).advances(fonts);
            wants[at] = wants[at].max(advances.last().copied().unwrap_or_default() + 0.1);
            for word in text.split(char::is_whitespace) {
                let start = word.as_ptr() as usize - text.as_ptr() as usize;
                let width = advances[start + word.len()] - advances[start] + 0.1;
                words[at] = words[at].max(width.min(LONGEST));
            }
            are_numbers[at] &= is_head(row) || is_number(&text);
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a table has few columns")]
    let room = room - BETWEEN * count.saturating_sub(1) as f32;
    let fit = words.iter().sum::<f32>() <= room;
    let widths = with_words(&wants, &words, room);
    let mut x = 0.0;
    let column = |(width, is_number): (f32, bool)| {
        // Years at the beginning of rows are what they are about.
        let column = (x, width, is_number && x > 0.0);
        x += width + BETWEEN;
        column
    };
    Columns { widths: widths.into_iter().zip(are_numbers).map(column).collect(), fit }
}

/// Shares room among columns of which each has the room of its longest word, if that fits.
pub(super) fn with_words(wants: &[f32], words: &[f32], room: f32) -> Vec<f32> {
    let left = room - words.iter().sum::<f32>();
    if left <= 0.0 {
        return shared(wants, room);
    }
    let more: Vec<f32> =
        wants.iter().zip(words).map(|(want, word)| (want - word).max(0.0)).collect();
    shared(&more, left).into_iter().zip(words).map(|(more, word)| more + word).collect()
}

/// Shares room among columns that want so much of it.
pub(super) fn shared(wants: &[f32], room: f32) -> Vec<f32> {
    let mut order: Vec<usize> = (0..wants.len()).collect();
    order.sort_by(|one, other| wants[*one].total_cmp(&wants[*other]));
    let mut widths = vec![0.0; wants.len()];
    let mut left = room;
    for (done, at) in order.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a table has few columns")]
        let share = left / (wants.len() - done) as f32;
        widths[*at] = wants[*at].min(share).max(1.0);
        left -= widths[*at];
    }
    widths
}

/// Whether a cell has nothing but a number, or nothing.
pub(super) fn is_number(text: &str) -> bool {
    let is_part = |sign: char| sign.is_numeric() || " .,'-+−%€$£\u{a0}\u{202f}".contains(sign);
    text.chars().all(is_part) && (text.is_empty() || text.contains(char::is_numeric))
}

#[cfg(test)]
mod tests {
    use super::{is_number, shared};

    #[test]
    fn narrow_columns_have_what_they_want_and_wide_ones_the_rest() {
        assert_eq!(shared(&[20.0, 30.0], 100.0), [20.0, 30.0]);
        assert_eq!(shared(&[20.0, 300.0, 200.0], 120.0), [20.0, 50.0, 50.0]);
        assert!(is_number("€ 1,130.50") && is_number("") && !is_number("2 km"));
    }
}
