//! What a CV says, in the order in which it is read.

use super::plain::text_of;
use super::table::{is_head, rows};
use crate::base::Month;
use std::cmp::Reverse;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// A CV, not yet laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Whose it is, as they write their name.
    pub name: String,
    /// One line about them.
    pub about: Option<String>,
    /// BCP 47 tag of its language.
    pub language: String,
    /// Whether it is read from right to left.
    pub is_turned: bool,
    /// The address of the person's page, where it is to stand in the margin.
    pub page: Option<String>,
    /// The portrait at its head.
    pub portrait: Option<super::portrait::Portrait>,
    /// What stands on it.
    pub blocks: Vec<Block>,
    /// What of it can be left out, when it has to be shorter.
    pub spares: Vec<Spare>,
}

/// Something that can be left out, or told in fewer words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spare {
    /// The blocks that tell it.
    pub blocks: Range<usize>,
    /// What can stand in their place; nothing when there are no shorter words.
    pub short: Vec<Block>,
    /// How much it is worth.
    pub worth: Worth,
    /// Whether it is old enough to be left out by its age alone.
    pub ages: bool,
}

/// How much something is worth: what is worth least is told in short words first, and left out
/// first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Worth {
    /// Whether it is what was asked for.
    pub is_asked: bool,
    /// Whether it is worth most of its section, so that something of each stays longest.
    pub is_best: bool,
    /// Whether others can be asked about it, or it can be looked up.
    pub is_proven: bool,
    /// When it was; none when nobody says.
    pub month: Option<Month>,
    /// How well it is proven, among what is of one month.
    pub proof: u32,
}

impl Document {
    /// The CV with shorter words for some of its spares, without others, and without headings that
    /// would have nothing below them.
    #[must_use]
    pub fn with(&self, short: &[&Spare], gone: &[&Spare]) -> Self {
        let mut blocks: Vec<Block> = Vec::with_capacity(self.blocks.len());
        let mut spares = Vec::with_capacity(self.spares.len());
        let (mut at, mut heads) = (0, Vec::new());
        while at < self.blocks.len() {
            if is_head(&self.blocks[at]) && rows(&self.blocks[at..]) > 1 {
                heads.push(blocks.len());
            }
            let spare = self.spares.iter().find(|spare| spare.blocks.start == at);
            let Some(spare) = spare.filter(|spare| !spare.blocks.is_empty()) else {
                blocks.push(self.blocks[at].clone());
                at += 1;
                continue;
            };
            let (start, is_short) = (blocks.len(), short.contains(&spare));
            at = spare.blocks.end;
            if gone.contains(&spare) {
                continue;
            }
            let told = if is_short { &spare.short } else { &self.blocks[spare.blocks.clone()] };
            blocks.extend_from_slice(told);
            let mut kept = Spare { blocks: start..blocks.len(), ..spare.clone() };
            if is_short {
                kept.short.clear();
            }
            spares.push(kept);
        }
        Self { blocks, spares, ..self.clone() }.without_empty_headings(&heads)
    }

    /// Without headings and heads of tables below which nothing stands.
    fn without_empty_headings(mut self, heads: &[usize]) -> Self {
        let is_over = |kind: Option<Kind>| {
            matches!(kind, None | Some(Kind::Part | Kind::Section | Kind::Note))
        };
        let kinds: Vec<Kind> = self.blocks.iter().map(|block| block.kind).collect();
        let stays: Vec<bool> = (0..kinds.len())
            .map(|at| match kinds[at] {
                Kind::Section => !is_over(kinds.get(at + 1).copied()),
                _ => !heads.contains(&at) || rows(&self.blocks[at..]) > 1,
            })
            .collect();
        let place = |at: usize| stays[..at].iter().filter(|stays| **stays).count();
        for spare in &mut self.spares {
            spare.blocks = place(spare.blocks.start)..place(spare.blocks.end);
        }
        self.spares.retain(|spare| !spare.blocks.is_empty());
        let mut stay = stays.iter();
        self.blocks.retain(|_| stay.next().is_some_and(|stays| *stays));
        self
    }

    /// What of it can be told in fewer words, what is worth least first.
    pub fn wordy(&self) -> Vec<&Spare> {
        /// About as many letters as stand on a line.
        const LINE: usize = 80;
        // How many lines it takes, and of as many, how many letters.
        let room = |blocks: &[Block]| {
            let letters = blocks.iter().map(|block| block.text().chars().count());
            letters.fold((0, 0), |(lines, all), more| (lines + 1 + more / LINE, all + more))
        };
        let is_wordy = |spare: &&Spare| {
            let told = &self.blocks[spare.blocks.clone()];
            !spare.short.is_empty() && room(&spare.short) < room(told)
        };
        let mut wordy: Vec<&Spare> = self.by_worth();
        wordy.retain(is_wordy);
        wordy
    }

    /// What of it can be left out, what is worth least first; of what is worth as much, what stands
    /// last.
    pub fn by_worth(&self) -> Vec<&Spare> {
        let mut order: Vec<&Spare> = self.spares.iter().collect();
        order.sort_by_key(|spare| (spare.worth, Reverse(spare.blocks.start)));
        order
    }

    /// Whether nothing stands in it but who it is.
    pub fn is_empty(&self) -> bool {
        self.blocks.iter().all(|block| block.kind != Kind::Section)
    }

    /// How deep headings of sections and titles are: one deeper where a document has parts.
    pub fn depth(&self) -> u8 {
        u8::from(self.blocks.iter().any(|block| block.kind == Kind::Part))
    }

    /// The CV without what was more than so many months before one.
    #[must_use]
    pub fn since(&self, now: Month, months: u32) -> Self {
        let is_old = |spare: &&Spare| {
            spare.ages && spare.worth.month.is_some_and(|known| known.later(months) < now)
        };
        self.with(&[], &self.spares.iter().filter(is_old).collect::<Vec<_>>())
    }
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The name, above all.
    Name,
    /// One line about the person.
    Lead,
    /// A fact below the name.
    Fact,
    /// Whose CV begins, in a document of several.
    Part,
    /// The heading of a section.
    Section,
    /// The title of something done.
    Entry,
    /// When and where it was.
    Meta,
    /// A paragraph.
    Text,
    /// An item of a list.
    Item,
    /// A line at the end.
    Note,
}

/// A heading, paragraph or item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// Its text, in pieces that look alike.
    pub runs: Vec<Run>,
    /// In how many lists it stands, beside that of which it is an item.
    pub depth: u8,
    /// The number before an item; none for a bullet.
    pub mark: Option<String>,
    /// Whether it is what somebody else said.
    pub is_quote: bool,
}

/// Stands between two cells of a row, where it is one line.
pub(super) const PARTING: &str = " · ";

/// Words that look alike.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a look that words have or not")]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether they stand out.
    pub strong: bool,
    /// Whether they are code, set in letters of one width.
    pub code: bool,
    /// Whether they are crossed out.
    pub struck: bool,
    /// Their language, when it is not that of the CV.
    pub language: Option<String>,
    /// Where they lead: an absolute address.
    pub link: Option<String>,
    /// Whether they part two cells of a row of a table.
    pub parts: bool,
}

impl Run {
    /// Plain words.
    pub fn new(text: &str) -> Self {
        Self { text: tidy(text), ..Self::default() }
    }

    /// What parts two cells of a row, where it is one line.
    pub fn parting() -> Self {
        Self { parts: true, ..Self::new(PARTING) }
    }

    /// Words that stand out.
    pub fn strong(text: &str) -> Self {
        Self { strong: true, ..Self::new(text) }
    }

    /// The same in a language, when that is not the CV's.
    pub fn in_language(self, language: Option<&str>) -> Self {
        Self { language: language.map(ToOwned::to_owned), ..self }
    }

    /// The same, leading somewhere.
    pub fn to(self, link: Option<String>) -> Self {
        Self { link, ..self }
    }
}

impl Block {
    /// A block of runs, without what says nothing.
    pub fn new(kind: Kind, runs: Vec<Run>) -> Self {
        let runs = runs.into_iter().filter(|run| !run.text.is_empty()).collect();
        Self { kind, runs, depth: 0, mark: None, is_quote: false }
    }

    /// The words of all runs.
    pub fn text(&self) -> String {
        text_of(&self.runs)
    }

    /// The cells of a row of a table; none of what is no row.
    pub fn cells(&self) -> Vec<&[Run]> {
        if self.kind != Kind::Text || !self.runs.iter().any(|run| run.parts) {
            return Vec::new();
        }
        self.runs.split(|run| run.parts).collect()
    }

    /// Whether nobody would see it.
    pub fn is_blank(&self) -> bool {
        self.runs.iter().all(|run| run.text.trim().is_empty())
    }
}

/// A text in composed letters, without what is not to be seen; spaces of one kind, hyphens and
/// spaces that do not break apart.
pub(super) fn tidy(text: &str) -> String {
    let sign = |sign: char| match sign {
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => None,
        '\u{2010}' | '\u{2011}' => Some('-'),
        '\u{2015}' => Some('\u{2014}'),
        '\n' => Some('\n'),
        '\u{a0}' | '\u{202f}' => Some('\u{a0}'),
        other if other.is_whitespace() => Some(' '),
        other if other.is_control() => None,
        other => Some(other),
    };
    text.nfc().filter_map(sign).collect()
}
