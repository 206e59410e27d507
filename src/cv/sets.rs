//! Blocks in lines, before anybody knows on which page they stand.

use super::beside::beside;
use super::direction::{is_table_turned, is_turned};
use super::document::{Block, Document, Kind};
use super::fonts::Fonts;
use super::lines::broken;
use super::portrait;
use super::shape::Paragraph;
use super::style::{Look, Style, indent, style};
use super::table::{columns, is_head, rows};
use super::unrolled::unrolled;
use std::borrow::Cow;
use std::ops::Range;

/// What of the text of a block a line has, and whether a hyphen ends it.
pub(super) type SetLine = (Range<usize>, bool);

/// A block in lines.
pub(super) struct Set {
    pub(super) at: usize,
    pub(super) style: Style,
    /// The room that a line has, or a table.
    pub(super) width: f32,
    /// Whether it begins on the right.
    pub(super) is_turned: bool,
    /// Of a row of a table, as many as its longest cell has.
    pub(super) lines: Vec<SetLine>,
    /// The cells of a row of a table.
    pub(super) row: Option<Row>,
}

/// A row of a table.
pub(super) struct Row {
    pub(super) is_head: bool,
    pub(super) cells: Vec<Cell>,
}

impl Row {
    /// How wide it is.
    pub(super) fn width(&self) -> f32 {
        self.cells.last().map_or(0.0, |cell| cell.x + cell.width)
    }
}

/// A cell of a row.
pub(super) struct Cell {
    /// How far in it begins.
    pub(super) x: f32,
    pub(super) width: f32,
    /// Whether numbers stand below each other in it.
    pub(super) is_number: bool,
    pub(super) lines: Vec<SetLine>,
}

/// A column of a table: how far in it begins, how wide it is, whether it has numbers.
pub(super) type Column = (f32, f32, bool);

/// The document with tables that fit on the page.
pub(super) fn fitting<'a>(document: &'a Document, fonts: &Fonts, look: Look) -> Cow<'a, Document> {
    let fits = |table: &[Block]| {
        let room = column(look) - indent(&table[0]);
        columns(document, table, fonts, (look, room)).fit
    };
    unrolled(document, &fits)
}

/// How wide text may be.
fn column(look: Look) -> f32 {
    look.paper.size().0 - 2.0 * look.margin() - look.inset()
}

/// Sets all blocks in lines.
pub(super) fn sets<'a>(
    document: &Document,
    texts: &'a [String],
    fonts: &Fonts,
    look: Look,
) -> Vec<(Set, Paragraph<'a>)> {
    let column = column(look);
    let head = portrait::head(document);
    let (wide, mut left) = portrait::room(document).unwrap_or_default();
    let mut sets = Vec::with_capacity(texts.len());
    while let Some(block) = document.blocks.get(sets.len()) {
        let at = sets.len();
        let count = rows(&document.blocks[at..]);
        if count == 0 {
            let of = (at, block, texts[at].as_str());
            if at >= head || left <= 0.0 {
                sets.push(set(document, of, fonts, (look, column)));
                continue;
            }
            let (own, paragraph) = beside(document, of, fonts, (look, column, (wide, &mut left)));
            sets.push((own, paragraph));
            continue;
        }
        let table = &document.blocks[at..at + count];
        let room = column - indent(block);
        let columns = columns(document, table, fonts, (look, room)).widths;
        let is_turned = is_table_turned(document, table);
        for (at, block) in (at..).zip(table) {
            let (mut set, paragraph) =
                row(document, (at, block, &texts[at]), fonts, (look, &columns));
            (set.width, set.is_turned) = (room, is_turned);
            sets.push((set, paragraph));
        }
    }
    sets
}

/// Sets a block in lines.
pub(super) fn set<'a>(
    document: &Document,
    (at, block, text): (usize, &Block, &'a str),
    fonts: &Fonts,
    (look, column): (Look, f32),
) -> (Set, Paragraph<'a>) {
    let mut style = style(block, look);
    let mut paragraph = self::paragraph(document, (block, text), &style);
    let width = match block.kind {
        Kind::Section if look.hangs() => look.hanging(),
        _ => column - indent(block),
    };
    let mut room = width;
    if block.kind == Kind::Name {
        let length = paragraph.length(fonts);
        let by = (width / length.max(1.0)).min(1.0) * 0.998;
        if by < 0.99 && style.size * by >= SMALLEST_NAME * look.scale() {
            (style.size, style.leading) = (style.size * by, style.leading * by);
            paragraph = self::paragraph(document, (block, text), &style);
        } else if by < 0.99 {
            room = evenly(&paragraph, fonts, (length, width));
        }
    }
    let lines = lines(document, (block, &paragraph), fonts, room);
    let is_turned = is_turned(document, block);
    (Set { at, style, width, is_turned, lines, row: None }, paragraph)
}

/// A name that fits on one line in letters of this size is set so.
const SMALLEST_NAME: f32 = 18.0;

/// The narrowest room in which a name has as few lines as it can, so that no line of it is short.
fn evenly(paragraph: &Paragraph<'_>, fonts: &Fonts, (length, width): (f32, f32)) -> f32 {
    let lines = |room: f32| broken(paragraph, fonts, room, &[]).len();
    let fewest = lines(width);
    #[expect(clippy::cast_precision_loss, reason = "a name has few lines")]
    let mut room = (length / fewest as f32).min(width);
    while room < width && lines(room) > fewest {
        room += width / 24.0;
    }
    room.min(width)
}

/// The text of a block, ready to be set.
pub(super) fn paragraph<'a>(
    document: &Document,
    (block, text): (&Block, &'a str),
    style: &Style,
) -> Paragraph<'a> {
    let letters = (style.role, style.is_strong, style.size);
    let is_turned = is_turned(document, block);
    Paragraph::new((text, block), letters, (&document.language, is_turned))
}

pub(super) fn lines(
    document: &Document,
    (block, paragraph): (&Block, &Paragraph<'_>),
    fonts: &Fonts,
    width: f32,
) -> Vec<SetLine> {
    let is_parted = matches!(block.kind, Kind::Text | Kind::Item | Kind::Section);
    let language = |run: usize| block.runs[run].language.as_deref().unwrap_or(&document.language);
    let runs = paragraph.runs.iter().enumerate().filter(|_| is_parted);
    let languages: Vec<_> = runs
        .map(|(run, range)| {
            // Code is not parted.
            (range.clone(), (!block.runs[run].code).then(|| language(run)))
        })
        .collect();
    let lines = broken(paragraph, fonts, width, &languages);
    let count = lines.len();
    let parts = matches!(block.kind, Kind::Fact | Kind::Meta);
    let lines = lines.into_iter().enumerate().map(|(at, line)| {
        let mut range = line.range;
        if parts && at + 1 < count {
            // The end of a line parts as well as a dot does.
            let said = paragraph.text[range.clone()].trim_end().trim_end_matches('·').trim_end();
            range.end = range.start + said.len();
        }
        (range, line.is_hyphenated)
    });
    lines.collect()
}

/// Sets a row of a table: each cell as a paragraph of its own.
fn row<'a>(
    document: &Document,
    (at, block, text): (usize, &Block, &'a str),
    fonts: &Fonts,
    (look, columns): (Look, &[Column]),
) -> (Set, Paragraph<'a>) {
    let style = style(block, look);
    let mut from = 0;
    let mut cells = Vec::new();
    for (cell, (x, width, is_number)) in block.cells().into_iter().zip(columns) {
        let own = Block::new(Kind::Text, cell.to_vec());
        let words = own.text();
        let alone = paragraph(document, (&own, &words), &style);
        let lines = if words.is_empty() {
            Vec::new()
        } else {
            lines(document, (&own, &alone), fonts, *width)
        };
        let moved = |(range, hyphen): SetLine| (range.start + from..range.end + from, hyphen);
        let lines = lines.into_iter().map(moved).collect();
        cells.push(Cell { x: *x, width: *width, is_number: *is_number, lines });
        from += words.len() + super::document::PARTING.len();
    }
    let count = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or_default();
    let paragraph = paragraph(document, (block, text), &style);
    let row = Some(Row { is_head: is_head(block), cells });
    let lines = vec![(0..0, false); count];
    (Set { at, style, width: 0.0, is_turned: false, lines, row }, paragraph)
}
