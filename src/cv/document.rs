//! What a CV says, in the order in which it is read.

use crate::base::Month;
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

/// Something that can be left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spare {
    /// The blocks that tell it.
    pub blocks: Range<usize>,
    /// When it was; none when nobody says.
    pub month: Option<Month>,
    /// How well it is proven; what is not is left out first of all of one month.
    pub proof: u32,
    /// Whether it is old enough to be left out by its age alone.
    pub ages: bool,
}

impl Document {
    /// The CV without some of its spares, and without headings that would have nothing below them.
    #[must_use]
    pub fn without(&self, gone: &[&Spare]) -> Self {
        let is_gone = |at: usize| gone.iter().any(|spare| spare.blocks.contains(&at));
        let kept: Vec<usize> = (0..self.blocks.len()).filter(|at| !is_gone(*at)).collect();
        let is_over = |at: Option<&usize>| {
            let kind = at.map(|at| self.blocks[*at].kind);
            matches!(kind, None | Some(Kind::Part | Kind::Section | Kind::Note))
        };
        let stays = |(place, at): (usize, &usize)| {
            let is_empty = self.blocks[*at].kind == Kind::Section && is_over(kept.get(place + 1));
            (!is_empty).then_some(*at)
        };
        let kept: Vec<usize> =
            kept.iter().enumerate().filter_map(|it| stays((it.0, it.1))).collect();
        let place = |at: usize| kept.partition_point(|known| *known < at);
        let spares = self.spares.iter().filter(|spare| !gone.contains(spare));
        let spares = spares.map(|spare| Spare {
            blocks: place(spare.blocks.start)..place(spare.blocks.end),
            ..spare.clone()
        });
        Self {
            blocks: kept.iter().map(|at| self.blocks[*at].clone()).collect(),
            spares: spares.collect(),
            ..self.clone()
        }
    }

    /// How deep headings of sections and titles are: one deeper where a document has parts.
    pub fn depth(&self) -> u8 {
        u8::from(self.blocks.iter().any(|block| block.kind == Kind::Part))
    }

    /// The CV without what was more than so many months before one.
    #[must_use]
    pub fn since(&self, now: Month, months: u32) -> Self {
        let is_old = |spare: &&Spare| {
            spare.ages && spare.month.is_some_and(|known| known.later(months) < now)
        };
        self.without(&self.spares.iter().filter(is_old).collect::<Vec<_>>())
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
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether they stand out.
    pub strong: bool,
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
        self.runs.iter().map(|run| run.text.as_str()).collect()
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
