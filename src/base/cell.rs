//! Cells of tables that programs read as formulas.

use std::borrow::Cow;

/// A cell that no spreadsheet takes for a formula, whatever it thinks separates cells: what begins
/// like one, also behind spaces, quotes and signs that nobody sees, or behind a separator inside
/// the text, is kept a text by an apostrophe before it, as spreadsheets themselves do. A telephone
/// number is written so, too: `'+31 50 123 45 67`.
pub fn harmless_cell(text: &str) -> Cow<'_, str> {
    if !text.starts_with(['\t', '\r', '\n']) && !text.split(SEPARATORS).any(begins_formula) {
        return text.into();
    }
    let mut cell = String::with_capacity(text.len() + 2);
    for (at, part) in text.split_inclusive(SEPARATORS).enumerate() {
        if begins_formula(part) || (at == 0 && text.starts_with(['\t', '\r', '\n'])) {
            cell.push('\'');
        }
        cell.push_str(part);
    }
    cell.into()
}

/// What one program or another takes for the end of a cell.
const SEPARATORS: [char; 6] = [',', ';', '\t', '|', '\n', '\r'];

/// Whether a part of a text begins as formulas do.
fn begins_formula(part: &str) -> bool {
    let before = |sign: char| {
        sign.is_whitespace()
            || super::is_unseen(sign)
            || matches!(sign, '"' | '\'' | '`' | '“' | '”')
    };
    let Some(sign) = part.trim_start_matches(before).chars().next() else { return false };
    matches!(sign, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\u{2212}' | '%')
}

#[cfg(test)]
mod tests {
    use super::harmless_cell;

    #[test]
    fn no_cell_is_a_formula() {
        for text in [
            "=1+1",
            "+31 50",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "  =1",
            "\"=1\"",
            "＝1",
            "a;=cmd|' /C calc'!A0",
            "a\n=1",
            "\u{200b}=1",
            "a,\"=1",
        ] {
            let cell = harmless_cell(text);
            let parts = cell.split(super::SEPARATORS);
            let guarded = |part: &str| !super::begins_formula(part) || part.starts_with('\'');
            assert!(cell != text && parts.into_iter().all(guarded), "{text:?}: {cell:?}");
        }
        for text in
            ["", "Jan de Vries", "2026-03-14", "a-b", "heat; law", "1 + 1", "jan@example.org"]
        {
            assert_eq!(harmless_cell(text), text);
        }
    }
}
