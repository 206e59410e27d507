//! Rows of a table that a cell took in, since a stray quote opens it and another one, rows below,
//! closes it.

use super::table::{Row, Table};

impl Table {
    /// The column of the cell that looks as if it held whole rows: with the cells before and behind
    /// it, its lines have as many cells as the table has columns. Where a text goes on over several
    /// lines, they do not.
    pub fn swallowing(&self, row: &Row) -> Option<usize> {
        let width = self.columns.len();
        let is_swallowing = |column: &usize| {
            let lines: Vec<&str> =
                row.cells[*column].lines().filter(|line| !line.trim().is_empty()).collect();
            let [first, between @ .., last] = &*lines else { return false };
            let goes_on = *column + self.parts(first) + 1 == width;
            // Behind the last line stand the cells that follow.
            let ends = self.parts(last) == *column;
            let are_rows = between.iter().filter(|line| self.parts(line) + 1 == width).count();
            let is_clear = if width < 3 { are_rows == between.len() && ends } else { true };
            goes_on && is_clear && (ends || are_rows > 0)
        };
        (width > 1).then(|| (0..row.cells.len().min(width)).find(is_swallowing)).flatten()
    }

    /// How many signs of a line stand between cells, as far as can be known: behind a comma in a
    /// sentence there is a space, and within a number digits.
    fn parts(&self, line: &str) -> usize {
        let is_between = |(at, sign): &(usize, &str)| {
            let before = line[..*at].chars().next_back();
            let behind = line[at + sign.len()..].chars().next();
            let is_digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
            let is_number = self.separator == ',' && is_digit(before) && is_digit(behind);
            behind != Some(' ') && !is_number
        };
        line.match_indices(self.separator)
            .filter(|(at, sign)| self.separator == '\t' || is_between(&(*at, *sign)))
            .count()
    }
}
