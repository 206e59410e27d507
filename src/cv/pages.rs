//! From blocks to pages: no heading at the foot of a page, no line of a paragraph alone.

use super::document::{Block, Document, Kind};
use super::edge;
use super::fonts::Fonts;
use super::portrait;
use super::sets::{Set, SetLine, sets};
use super::shape::{Paragraph, Segment};
use super::style::{BELOW_RULE, Look, indent};
use super::waiting::{Waiting, waiting};
use std::collections::BTreeSet;

/// A line at its place.
#[derive(Debug)]
pub(super) struct Line {
    /// The block that it is of.
    pub(super) block: usize,
    /// The cell that it is of, in a row of a table.
    pub(super) cell: usize,
    pub(super) segments: Vec<Segment>,
    /// Where it begins, from the left of the page.
    pub(super) x: f32,
    /// Where it stands, from the top.
    pub(super) y: f32,
    pub(super) size: f32,
    /// Whether it begins an item, so that a mark stands before it.
    pub(super) is_marked: bool,
    /// Whether it begins on the right.
    pub(super) is_turned: bool,
}

/// A page.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) lines: Vec<Line>,
    /// The thin rules over sections, from the top.
    pub(super) rules: Vec<f32>,
    /// Those below heads of tables: where they begin from the left, and how wide they are.
    pub(super) lines_of_tables: Vec<(f32, f32, f32)>,
}

/// A CV on pages.
#[derive(Debug)]
pub(super) struct Laid {
    pub(super) pages: Vec<Page>,
    /// Letters that no font has.
    pub(super) missing: BTreeSet<char>,
}

/// Lays a CV out.
pub(super) fn laid(document: &Document, fonts: &Fonts, look: Look) -> Laid {
    let texts: Vec<String> = document.blocks.iter().map(Block::text).collect();
    let mut missing = BTreeSet::new();
    let paper = look.paper.size();
    let head = portrait::head(document);
    let sets = sets(document, &texts, fonts, look);
    let mut pages = vec![Page::default()];
    let mut place = Placing {
        document,
        sets: &sets,
        fonts,
        missing: &mut missing,
        paper,
        look,
        y: look.edges().0,
        floor: look.edges().0,
        head: (head, portrait::room(document).map_or(0.0, |(_, height)| look.edges().0 + height)),
    };
    let waiting = waiting(document, &sets, look);
    for chain in waiting.chunk_by(|line, _| line.stays) {
        place.put(chain, &mut pages);
    }
    for page in &mut pages {
        // Cells are read one after the other, however many lines each has.
        for row in page.lines.chunk_by_mut(|one, other| one.block == other.block) {
            row.sort_by_key(|line| line.cell);
        }
    }
    Laid { pages, missing }
}

struct Placing<'a> {
    document: &'a Document,
    sets: &'a [(Set, Paragraph<'a>)],
    fonts: &'a Fonts,
    missing: &'a mut BTreeSet<char>,
    paper: (f32, f32),
    look: Look,
    /// Where the next line may begin.
    y: f32,
    /// Where the last heading beside the text ends.
    floor: f32,
    /// How many blocks stand beside the portrait, and where it ends.
    head: (usize, f32),
}

impl Placing<'_> {
    /// Puts lines that stay together on a page, a new one when there is no room.
    fn put(&mut self, chain: &[Waiting], pages: &mut Vec<Page>) {
        let mut needed = 0.0_f32;
        for line in chain {
            if let Some(heading) = line.heading {
                let lines = &self.sets[heading].0;
                needed += self.over_section();
                #[expect(clippy::cast_precision_loss, reason = "a heading has few lines")]
                let hanging = lines.lines.len() as f32 * lines.style.leading;
                let rest = chain.iter().map(|line| self.height(line)).sum::<f32>();
                needed += (hanging - rest).max(0.0);
            }
            needed += self.height(line);
        }
        let foot = self.paper.1 - self.look.edges().1;
        let is_begun = pages.last().is_some_and(|page| !page.lines.is_empty());
        if is_begun && self.y + needed > foot {
            self.turn(pages);
        }
        for line in chain {
            // A chain that is longer than a page goes on on the next.
            if self.y + self.height(line) > foot && !pages[pages.len() - 1].lines.is_empty() {
                self.turn(pages);
            }
            self.line(line, pages.last_mut().expect("there is a page"));
        }
    }

    fn turn(&mut self, pages: &mut Vec<Page>) {
        pages.push(Page::default());
        let top = self.look.edges().0;
        (self.y, self.floor) = (top, top);
        // The portrait stands on the first page alone.
        self.head.1 = 0.0;
    }

    fn height(&self, line: &Waiting) -> f32 {
        line.before + self.sets[line.block].0.style.leading
    }

    /// Room between what stands above and the text of a new section.
    fn over_section(&self) -> f32 {
        let is_top = self.y <= self.look.edges().0;
        let gap =
            if is_top { 0.0 } else { self.look.before_section() + (self.floor - self.y).max(0.0) };
        gap + BELOW_RULE
    }

    fn line(&mut self, waiting: &Waiting, page: &mut Page) {
        // What is no longer the head begins below the portrait.
        if waiting.block >= self.head.0 {
            self.y = self.y.max(std::mem::take(&mut self.head.1));
        }
        if let Some(heading) = waiting.heading {
            self.y += self.over_section();
            page.rules.push(self.y - BELOW_RULE);
            let (set, _) = &self.sets[heading];
            let mut y = self.y;
            for line in 0..set.lines.len() {
                self.place((heading, line), y, page);
                y += set.style.leading;
            }
            self.floor = y;
        }
        let is_top = page.lines.is_empty();
        self.y += if is_top { 0.0 } else { waiting.before };
        self.place((waiting.block, waiting.line), self.y, page);
        self.y += self.sets[waiting.block].0.style.leading;
    }

    /// Places one line of a block whose upper edge is at `y`; of a row of a table, one line of each
    /// cell.
    fn place(&mut self, (block, at): (usize, usize), y: f32, page: &mut Page) {
        let (set, _) = &self.sets[block];
        let Some(row) = &set.row else {
            let line = (set.lines[at].clone(), at + 1 == set.lines.len());
            self.put_line((block, 0), line, (set.width, 0.0), (y, at), page);
            return;
        };
        for (number, cell) in row.cells.iter().enumerate() {
            if let Some(line) = cell.lines.get(at) {
                let line = (line.clone(), at + 1 == cell.lines.len());
                self.put_line((block, number), line, (cell.width, cell.x), (y, at), page);
            }
        }
        if row.is_head && at + 1 == set.lines.len() {
            let (from, width) = (self.edge(block), row.width());
            let from = if set.is_turned { self.paper.0 - from - width } else { from };
            page.lines_of_tables.push((y + set.style.leading, from, width));
        }
    }

    /// Where a block begins, from the edge of the page where its lines begin.
    fn edge(&self, block: usize) -> f32 {
        let set = &self.sets[block].0;
        let block = &self.document.blocks[block];
        let head = self.look.margin() + self.look.inset();
        match block.kind {
            Kind::Section => self.look.margin(),
            // Against the direction of the document: where the others end.
            _ if set.is_turned != self.document.is_turned => self.paper.0 - head - set.width,
            _ => head + indent(block),
        }
    }

    /// Places a line that begins so far in, where the text does or in a cell.
    fn put_line(
        &mut self,
        (block, cell): (usize, usize),
        ((range, is_hyphenated), is_last): (SetLine, bool),
        (width, inset): (f32, f32),
        (y, at): (f32, usize),
        page: &mut Page,
    ) {
        let (set, paragraph) = &self.sets[block];
        let ends = is_last || paragraph.text[range.clone()].ends_with('\n');
        let mut segments = paragraph.line(self.fonts, range, is_hyphenated, self.missing);
        let size = set.style.size;
        if !ends {
            edge::stretch(&mut segments, size, width);
        }
        let length: f32 = segments.iter().map(|segment| segment.width).sum();
        let kind = self.document.blocks[block].kind;
        let edge = inset + self.edge(block);
        let is_right = set.row.as_ref().is_some_and(|row| row.cells[cell].is_number);
        let x = match (set.is_turned, is_right) {
            (true, true) => self.paper.0 - edge - width,
            (true, false) => self.paper.0 - edge - length,
            (false, true) => edge + width - length,
            (false, false) => edge - edge::hanging(&segments, size),
        };
        // Lines of all sizes in one row stand on one line: that of the text.
        let is_beside = kind == Kind::Section && self.look.hangs();
        let ascent = if is_beside { 10.2 * self.look.scale() } else { 0.78 * set.style.leading };
        let is_marked = kind == Kind::Item && at == 0;
        let (is_turned, y) = (set.is_turned, y + ascent);
        page.lines.push(Line { block, cell, segments, x, y, size, is_marked, is_turned });
    }
}
