//! From words to glyphs: which face has which letter, in which direction it runs.

use super::direction::directions;
use super::document::{Block, Run};
use super::edge;
use super::fonts::{Fonts, Role};
use super::glyphs::glyphs;
use harfrust::Language;
use krilla::text::KrillaGlyph;
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;
use unicode_bidi::BidiInfo;

/// A block as one text, with what its pieces look like.
pub(super) struct Paragraph<'a> {
    pub(super) text: &'a str,
    /// Where each run of the block is.
    pub(super) runs: Vec<Range<usize>>,
    looks: Vec<(Role, bool)>,
    languages: Vec<Option<Language>>,
    pub(super) size: f32,
    bidi: BidiInfo<'a>,
    /// The text as one line, once that is known, with where each segment begins: lines are cut
    /// from it.
    whole: OnceCell<Vec<(usize, Segment)>>,
}

/// Glyphs of one face, and the words that they stand for.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    pub(super) face: usize,
    /// The run of the block.
    pub(super) run: usize,
    pub(super) text: String,
    pub(super) glyphs: Vec<KrillaGlyph>,
    /// In points.
    pub(super) width: f32,
}

/// How much wider a space is between facts, in ems.
const WORD_SPACE: f32 = 0.05;

/// A stretch of text in one face and direction.
struct Piece {
    range: Range<usize>,
    run: usize,
    face: usize,
    is_turned: bool,
}

impl<'a> Paragraph<'a> {
    pub(super) fn new(
        (text, block): (&'a str, &Block),
        (role, is_strong, size): (Role, bool, f32),
        (language, is_turned): (&str, bool),
    ) -> Self {
        let mut at = 0;
        let look = |run: &Run| (if run.code { Role::Code } else { role }, is_strong || run.strong);
        let language = |own: Option<&str>| own.unwrap_or(language).parse().ok();
        let runs = block.runs.iter().map(|run| {
            let start = at;
            at += run.text.len();
            start..at
        });
        Self {
            text,
            runs: runs.collect(),
            looks: block.runs.iter().map(look).collect(),
            languages: block.runs.iter().map(|run| language(run.language.as_deref())).collect(),
            size,
            bidi: directions(text, is_turned),
            whole: OnceCell::new(),
        }
    }

    /// Where the text is as far along as `at` letters, in points, as if it stood on one line: for
    /// each byte, and the end.
    pub(super) fn advances(&self, fonts: &Fonts) -> Vec<f32> {
        let mut advances = vec![0.0; self.text.len() + 1];
        for (start, segment) in self.whole(fonts) {
            for glyph in &segment.glyphs {
                advances[start + glyph.text_range.start + 1] += glyph.x_advance * self.size;
            }
        }
        for at in 1..advances.len() {
            advances[at] += advances[at - 1];
        }
        advances
    }

    fn whole(&self, fonts: &Fonts) -> &[(usize, Segment)] {
        self.whole.get_or_init(|| {
            let pieces = self.pieces(fonts, 0..self.text.len(), &mut BTreeSet::new());
            let segment = |piece: &Piece| (piece.range.start, self.segment(fonts, piece, false));
            pieces.iter().map(segment).collect()
        })
    }

    /// How long the text is on one line.
    pub(super) fn length(&self, fonts: &Fonts) -> f32 {
        self.whole(fonts).iter().map(|(_, segment)| segment.width).sum()
    }

    /// A line cut from the whole text, where nothing is turned and no glyph goes on behind its end.
    fn cut(&self, line: &Range<usize>) -> Option<Vec<Segment>> {
        let whole = self.whole.get().filter(|_| !self.bidi.has_rtl())?;
        let mut cut = Vec::new();
        for (start, segment) in whole {
            let end = start + segment.text.len();
            let (from, to) = (line.start.max(*start), line.end.min(end));
            if from >= to {
                continue;
            }
            let within = from - start..to - start;
            let is_in = |glyph: &&KrillaGlyph| within.contains(&glyph.text_range.start);
            let glyphs: Vec<KrillaGlyph> = segment.glyphs.iter().filter(is_in).cloned().collect();
            let begins = glyphs.first().is_some_and(|it| it.text_range.start == within.start);
            if !begins || glyphs.iter().any(|glyph| glyph.text_range.end > within.end) {
                return None;
            }
            let moved = glyphs.into_iter().map(|glyph| {
                let range =
                    glyph.text_range.start - within.start..glyph.text_range.end - within.start;
                KrillaGlyph { text_range: range, ..glyph }
            });
            let glyphs: Vec<KrillaGlyph> = moved.collect();
            let width = glyphs.iter().map(|glyph| glyph.x_advance).sum::<f32>() * self.size;
            let text = segment.text[within].to_owned();
            cut.push(Segment { text, glyphs, width, ..*segment });
        }
        Some(cut)
    }

    /// How wide a hyphen is at the end of a line.
    pub(super) fn hyphen(&self, fonts: &Fonts) -> f32 {
        let look = self.looks.first().copied().unwrap_or((Role::Text, false));
        let Some(face) = fonts.find(look, None, '-') else { return 0.0 };
        let piece = Piece { range: 0..0, run: 0, face, is_turned: false };
        self.segment(fonts, &piece, true).width
    }

    /// The glyphs of a line, from left to right. Letters that no face has are left out, and told.
    pub(super) fn line(
        &self,
        fonts: &Fonts,
        range: Range<usize>,
        is_hyphenated: bool,
        missing: &mut BTreeSet<char>,
    ) -> Vec<Segment> {
        // A line that a hyphen ends may part letters that are one glyph.
        if let Some(cut) = self.cut(&range).filter(|_| !is_hyphenated) {
            return cut;
        }
        let pieces = self.pieces(fonts, range, missing);
        let last = pieces.len().saturating_sub(1);
        let pieces = pieces.iter().enumerate();
        pieces.map(|(at, piece)| self.segment(fonts, piece, is_hyphenated && at == last)).collect()
    }

    fn pieces(
        &self,
        fonts: &Fonts,
        range: Range<usize>,
        missing: &mut BTreeSet<char>,
    ) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for paragraph in &self.bidi.paragraphs {
            let start = range.start.max(paragraph.range.start);
            let end = range.end.min(paragraph.range.end);
            if start >= end {
                continue;
            }
            if !self.bidi.has_rtl() {
                pieces.extend(self.in_faces(fonts, start..end, false, missing));
                continue;
            }
            let (levels, runs) = self.bidi.visual_runs(paragraph, start..end);
            for run in runs {
                let is_turned = levels[run.start].is_rtl();
                let mut found = self.in_faces(fonts, run, is_turned, missing);
                if is_turned {
                    found.reverse();
                }
                pieces.extend(found);
            }
        }
        pieces
    }

    fn in_faces(
        &self,
        fonts: &Fonts,
        range: Range<usize>,
        is_turned: bool,
        missing: &mut BTreeSet<char>,
    ) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut last = None;
        for (within, letter) in self.text[range.clone()].char_indices() {
            let at = range.start + within;
            if letter == '\n' {
                continue;
            }
            let run = self.runs.partition_point(|run| run.end <= at);
            let wanted = if letter == '\u{a0}' { ' ' } else { letter };
            let beside = edge::beside(self.text, at, wanted);
            let beside = beside.and_then(|beside| fonts.find(self.looks[run], None, beside));
            let beside = beside.filter(|face| fonts.face(*face).has(wanted));
            let whole =
                || fonts.whole(self.looks[run], wanted, &self.text[at + letter.len_utf8()..]);
            let face = beside.or_else(whole).or_else(|| fonts.find(self.looks[run], last, wanted));
            let Some(face) = face else {
                missing.insert(letter);
                continue;
            };
            last = Some(face);
            let end = at + letter.len_utf8();
            match pieces.last_mut() {
                Some(piece) if (piece.run, piece.face, piece.range.end) == (run, face, at) => {
                    piece.range.end = end;
                }
                _ => pieces.push(Piece { range: at..end, run, face, is_turned }),
            }
        }
        pieces
    }

    fn segment(&self, fonts: &Fonts, piece: &Piece, is_hyphenated: bool) -> Segment {
        let mut text = self.text[piece.range.clone()].to_owned();
        let language = self.languages.get(piece.run).and_then(Option::as_ref);
        let mut glyphs = glyphs(fonts, piece.face, (&text, language), piece.is_turned);
        if matches!(self.looks.get(piece.run), Some((Role::Facts, _))) {
            // Small letters without feet need more room between words.
            let spaces = glyphs.iter_mut().filter(|it| &text[it.text_range.clone()] == " ");
            spaces.for_each(|glyph| glyph.x_advance += WORD_SPACE);
        }
        if is_hyphenated {
            // Whoever reads the words aloud or takes them out puts the word together again.
            let at = text.len();
            text.push('\u{ad}');
            let hyphen = super::glyphs::glyphs(fonts, piece.face, ("-", None), false);
            let end = text.len();
            glyphs.extend(hyphen.into_iter().map(|it| KrillaGlyph { text_range: at..end, ..it }));
        }
        let width = glyphs.iter().map(|glyph| glyph.x_advance).sum::<f32>() * self.size;
        Segment { face: piece.face, run: piece.run, text, glyphs, width }
    }
}
