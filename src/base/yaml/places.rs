//! Where bytes of a text stand.

/// Lines and columns of a text, from 1, asked for from its beginning to its end.
pub(super) struct Places<'a> {
    text: &'a str,
    /// The byte up to which lines were counted, at the beginning of one.
    start: usize,
    line: usize,
}

impl<'a> Places<'a> {
    /// Nothing was asked yet.
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, start: 0, line: 1 }
    }

    /// The line and column of a byte, which lies behind those asked for before.
    pub(super) fn at(&mut self, byte: usize) -> (usize, usize) {
        while let Some(end) = self.text[self.start..byte].find('\n') {
            self.start += end + 1;
            self.line += 1;
        }
        (self.line, self.text[self.start..byte].chars().count() + 1)
    }
}
