//! From blocks to pages: no heading at the foot of a page, no line of a paragraph alone.

use super::document::{Block, Document, Kind};
use super::fonts::Fonts;
use super::lines::broken;
use super::shape::{Paragraph, Segment};
use super::style::{Look, Style, indent, style};
use std::collections::BTreeSet;
use std::ops::Range;

/// A line at its place.
#[derive(Debug)]
pub(super) struct Line {
    /// The block that it is of.
    pub(super) block: usize,
    pub(super) segments: Vec<Segment>,
    /// Where it begins, from the left of the page.
    pub(super) x: f32,
    /// Where it stands, from the top.
    pub(super) y: f32,
    pub(super) size: f32,
    /// Whether it begins an item, so that a mark stands before it.
    pub(super) is_marked: bool,
}

/// A page.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) lines: Vec<Line>,
    /// The thin rules over sections, from the top.
    pub(super) rules: Vec<f32>,
}

/// A CV on pages.
#[derive(Debug)]
pub(super) struct Laid {
    pub(super) pages: Vec<Page>,
    /// Letters that no font has.
    pub(super) missing: BTreeSet<char>,
}

/// Room below the rule of a section.
const BELOW_RULE: f32 = 7.0;

/// Room between the head and the facts below it.
const AFTER_HEAD: f32 = 6.0;

/// Whether a block is the name, or the line below it.
fn is_title(document: &Document, block: usize) -> bool {
    matches!(document.blocks[block].kind, Kind::Name | Kind::Part | Kind::Lead)
}

/// A block in lines, before anybody knows on which page they stand.
struct Set {
    at: usize,
    style: Style,
    lines: Vec<(Range<usize>, bool)>,
}

/// A line on its way to a page.
struct Waiting {
    block: usize,
    line: usize,
    before: f32,
    /// Whether the next one has to be on the same page.
    stays: bool,
    /// The heading that hangs beside it.
    heading: Option<usize>,
}

/// Lays a CV out.
pub(super) fn laid(document: &Document, fonts: &Fonts, look: Look) -> Laid {
    let texts: Vec<String> = document.blocks.iter().map(Block::text).collect();
    let mut missing = BTreeSet::new();
    let (width, height) = look.paper.size();
    let column = width - 2.0 * look.margin() - look.inset();
    let sets: Vec<(Set, Paragraph<'_>)> = document
        .blocks
        .iter()
        .zip(&texts)
        .enumerate()
        .map(|(at, (block, text))| set(document, (at, block, text), fonts, (look, column)))
        .collect();
    let mut pages = vec![Page::default()];
    let mut place = Placing {
        document,
        sets: &sets,
        fonts,
        missing: &mut missing,
        paper: (width, height),
        look,
        y: look.edges().0,
        floor: look.edges().0,
    };
    let waiting = waiting(document, &sets, look);
    for chain in waiting.chunk_by(|line, _| line.stays) {
        place.put(chain, &mut pages);
    }
    Laid { pages, missing }
}

/// Sets a block in lines.
fn set<'a>(
    document: &Document,
    (at, block, text): (usize, &Block, &'a str),
    fonts: &Fonts,
    (look, column): (Look, f32),
) -> (Set, Paragraph<'a>) {
    let style = style(block, look);
    let letters = (style.role, style.is_strong, style.size);
    let paragraph = Paragraph::new((text, block), letters, document.is_turned);
    let width = match block.kind {
        Kind::Section if look.hangs() => look.hanging(),
        _ => column - indent(block),
    };
    let is_parted = matches!(block.kind, Kind::Text | Kind::Item | Kind::Section);
    let language = |run: usize| block.runs[run].language.as_deref().unwrap_or(&document.language);
    let runs = paragraph.runs.iter().enumerate().filter(|_| is_parted);
    let languages: Vec<_> = runs.map(|(run, range)| (range.clone(), Some(language(run)))).collect();
    let lines = broken(&paragraph, fonts, width, &languages);
    let count = lines.len();
    let parts = matches!(block.kind, Kind::Fact | Kind::Meta);
    let lines = lines.into_iter().enumerate().map(|(at, line)| {
        let mut range = line.range;
        if parts && at + 1 < count {
            // The end of a line parts as well as a dot does.
            let said = text[range.clone()].trim_end().trim_end_matches('·').trim_end();
            range.end = range.start + said.len();
        }
        (range, line.is_hyphenated)
    });
    let lines = lines.collect();
    (Set { at, style, lines }, paragraph)
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
fn waiting(document: &Document, sets: &[(Set, Paragraph<'_>)], look: Look) -> Vec<Waiting> {
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
            let before = if kind == Kind::Fact && is_head { AFTER_HEAD } else { own };
            let stays = match kind {
                Kind::Name | Kind::Part | Kind::Lead | Kind::Section => true,
                Kind::Entry | Kind::Meta => line + 1 < count || goes_on,
                Kind::Fact => !is_first || count > 1,
                // Neither the first line nor the last stands alone.
                _ => count > 1 && (is_first || line + 2 == count),
            };
            // Nobody turns a page in the middle of a word.
            let stays = stays || set.lines[line].1;
            let heading = heading.take();
            waiting.push(Waiting { block: set.at, line, before, stays, heading });
        }
    }
    waiting
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

    /// Places one line of a block whose upper edge is at `y`.
    fn place(&mut self, (block, at): (usize, usize), y: f32, page: &mut Page) {
        let (set, paragraph) = &self.sets[block];
        let (range, is_hyphenated) = set.lines[at].clone();
        let segments = paragraph.line(self.fonts, range, is_hyphenated, self.missing);
        let length: f32 = segments.iter().map(|segment| segment.width).sum();
        let kind = self.document.blocks[block].kind;
        let edge = match kind {
            Kind::Section => self.look.margin(),
            _ => self.look.margin() + self.look.inset() + indent(&self.document.blocks[block]),
        };
        let x = if self.document.is_turned { self.paper.0 - edge - length } else { edge };
        // Lines of all sizes in one row stand on one line: that of the text.
        let is_beside = kind == Kind::Section && self.look.hangs();
        let ascent = if is_beside { 10.2 * self.look.scale() } else { 0.78 * set.style.leading };
        let (size, is_marked) = (set.style.size, kind == Kind::Item && at == 0);
        page.lines.push(Line { block, segments, x, y: y + ascent, size, is_marked });
    }
}
