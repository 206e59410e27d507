//! How large everything is: the sheet, and each kind of block.

use super::document::{Block, Kind};
use super::fonts::Role;
use crate::config::{Cv, CvLayout, CvPaper};

/// What a CV is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Paper {
    /// 210 × 297 mm (ISO 216).
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl From<CvPaper> for Paper {
    fn from(paper: CvPaper) -> Self {
        match paper {
            CvPaper::A4 => Self::A4,
            CvPaper::Letter => Self::Letter,
        }
    }
}

impl Paper {
    /// Width and height in points.
    pub(super) fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}

/// What a CV looks like: the sheet, and how it is set.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// What it is printed on.
    pub paper: Paper,
    layout: CvLayout,
}

impl Look {
    /// The look of a site's CVs.
    pub fn of(cv: &Cv) -> Self {
        Self { paper: cv.paper.into(), layout: cv.layout }
    }

    fn is_compact(self) -> bool {
        self.layout == CvLayout::Compact
    }

    /// Whether headings of sections hang beside the text.
    pub(super) fn hangs(self) -> bool {
        self.layout != CvLayout::Plain
    }

    /// What sizes are multiplied by.
    pub(super) fn scale(self) -> f32 {
        if self.is_compact() { 0.9 } else { 1.0 }
    }

    /// The room left and right of what is printed.
    pub(super) fn margin(self) -> f32 {
        match self.layout {
            CvLayout::Editorial => 56.0,
            CvLayout::Plain => 72.0,
            CvLayout::Compact => 48.0,
        }
    }

    /// The column in which headings hang.
    pub(super) fn hanging(self) -> f32 {
        match self.layout {
            CvLayout::Editorial => 98.0,
            CvLayout::Plain => 0.0,
            CvLayout::Compact => 84.0,
        }
    }

    /// How far in the text begins, from the margin.
    pub(super) fn inset(self) -> f32 {
        self.hanging() + if self.hangs() { 20.0 } else { 0.0 }
    }

    /// The room above and below what is printed.
    pub(super) fn edges(self) -> (f32, f32) {
        if self.is_compact() { (44.0, 52.0) } else { (60.0, 64.0) }
    }

    /// The room over a section.
    pub(super) fn before_section(self) -> f32 {
        if self.is_compact() { 10.0 } else { 15.0 }
    }
}

/// Inks: of words, of facts, of rules.
pub(super) const INK: (u8, u8, u8) = (0x1c, 0x1c, 0x1c);
pub(super) const SOFT: (u8, u8, u8) = (0x55, 0x55, 0x55);
pub(super) const RULE: (u8, u8, u8) = (0xb8, 0xb8, 0xb8);

/// Room below the rule of a section.
pub(super) const BELOW_RULE: f32 = 7.0;

/// A name of more letters is set smaller: of three lines it would be a poster.
pub(super) const LONG: usize = 44;

/// How far the text of an item stands in.
const INDENT: f32 = 11.0;

/// How far before the text of an item its mark stands.
pub(super) fn hang(block: &Block) -> f32 {
    match &block.mark {
        Some(mark) if mark.chars().count() > 2 => 2.0 * INDENT,
        Some(_) => 1.5 * INDENT,
        None => INDENT,
    }
}

/// How far a block stands in.
pub(super) fn indent(block: &Block) -> f32 {
    let around = f32::from(block.depth) + f32::from(u8::from(block.is_quote));
    around * 1.5 * INDENT + if block.kind == Kind::Item { hang(block) } else { 0.0 }
}

/// How a kind of block is set: role, whether it stands out, size, from line to line, room before.
pub(super) struct Style {
    pub(super) role: Role,
    pub(super) is_strong: bool,
    pub(super) size: f32,
    pub(super) leading: f32,
    pub(super) before: f32,
}

/// How a block is set.
pub(super) fn style(block: &Block, look: Look) -> Style {
    let is_long = block.kind == Kind::Name && block.text().chars().count() > LONG;
    of_kind(block.kind, is_long, look)
}

/// How a kind of block is set; what `is_long` is set smaller.
pub(super) fn of_kind(kind: Kind, is_long: bool, look: Look) -> Style {
    let by = look.scale();
    let new = |role, is_strong, (size, leading): (f32, f32), before: f32| Style {
        role,
        is_strong,
        size: size * by,
        leading: leading * by,
        before: before * by,
    };
    match kind {
        Kind::Name if is_long => new(Role::Display, true, (18.0, 22.0), 0.0),
        Kind::Name => new(Role::Display, true, (26.0, 30.0), 0.0),
        Kind::Part => new(Role::Display, true, (17.0, 21.0), 26.0),
        Kind::Lead => new(Role::Text, false, (12.5, 17.0), 3.0),
        Kind::Fact => new(Role::Facts, false, (8.6, 13.0), 0.0),
        Kind::Section if !look.hangs() => new(Role::Facts, true, (10.5, 15.0), 17.0),
        Kind::Section => new(Role::Facts, true, (8.6, 12.0), 0.0),
        Kind::Entry => new(Role::Text, true, (10.3, 14.0), 7.0),
        Kind::Meta => new(Role::Facts, false, (8.4, 12.5), 0.0),
        Kind::Text => new(Role::Text, false, (10.0, 14.0), 3.5),
        Kind::Item => new(Role::Text, false, (10.0, 14.0), 2.5),
        Kind::Note => new(Role::Facts, false, (7.8, 11.0), 14.0),
    }
}
