//! The levels of headings in a text, so that together with those of the page around it none is
//! skipped.

use pulldown_cmark::HeadingLevel;

/// Gives each heading of a text its level on the page.
pub(super) struct Headings {
    top: usize,
    open: Vec<HeadingLevel>,
    /// What was open before the heading that is being written.
    before: Vec<HeadingLevel>,
}

impl Headings {
    /// For a text whose widest headings are of the level `top` on the page, 2 to 6.
    pub(super) fn below(top: usize) -> Self {
        Self { top, open: Vec::new(), before: Vec::new() }
    }

    /// The level of the next heading, which its author gave the level `written`: one deeper than
    /// the last wider one.
    pub(super) fn next(&mut self, written: HeadingLevel) -> HeadingLevel {
        self.before.clone_from(&self.open);
        while self.open.last().is_some_and(|open| *open >= written) {
            self.open.pop();
        }
        self.open.push(written);
        self.last()
    }

    /// The last heading is none after all.
    pub(super) fn take_back(&mut self) {
        std::mem::swap(&mut self.open, &mut self.before);
    }

    /// The level of the heading that is being written.
    pub(super) fn last(&self) -> HeadingLevel {
        let level = self.top + self.open.len().saturating_sub(1);
        HeadingLevel::try_from(level.min(6)).unwrap_or(HeadingLevel::H6)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_level_is_skipped_whatever_was_written() {
        let mut headings = Headings::below(2);
        let written =
            [2, 4, 3, 2, 1, 6].map(|level| HeadingLevel::try_from(level).expect("a level"));
        assert_eq!(written.map(|level| headings.next(level) as usize), [2, 3, 3, 2, 2, 3]);
    }
}
