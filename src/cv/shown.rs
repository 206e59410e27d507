//! What of a CV can be shown: other signs of the same meaning for those that no font has, a mark
//! for letters that nothing stands for, and no brackets in which nothing would be left.

use super::document::{Document, Kind};
use super::fonts::Fonts;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Stands where letters are missing.
const MARK: &str = "[?]";
/// Stands for the mark until it is known whether it stays; no text has it.
const GAP: char = '\u{1}';

/// The CV in letters that the fonts have, and the letters that are missing from it.
pub(super) fn shown<'a>(
    document: &'a Document,
    fonts: &Fonts,
) -> (Cow<'a, Document>, BTreeSet<char>) {
    let runs = document.blocks.iter().flat_map(|block| &block.runs);
    let lacks = |text: &str| text.chars().any(|sign| sign != '\n' && !fonts.has(spaced(sign)));
    if !runs.into_iter().any(|run| lacks(&run.text)) {
        return (Cow::Borrowed(document), BTreeSet::new());
    }
    let mut missing = BTreeSet::new();
    let mut shown = document.clone();
    for run in shown.blocks.iter_mut().flat_map(|block| &mut block.runs) {
        if lacks(&run.text) {
            missing.extend(fonts.lacking(&run.text));
            run.text = in_letters(&run.text, fonts);
        }
    }
    (Cow::Owned(shown), missing)
}

fn spaced(sign: char) -> char {
    if sign == '\u{a0}' { ' ' } else { sign }
}

/// A text in letters that the fonts have.
pub(super) fn in_letters(text: &str, fonts: &Fonts) -> String {
    let signs: Vec<char> = text.chars().collect();
    let mut told = String::with_capacity(text.len());
    let mut missing = BTreeSet::new();
    for (at, sign) in signs.iter().copied().enumerate() {
        let around = (at.checked_sub(1).map(|at| signs[at]), signs.get(at + 1).copied());
        match fonts.instead(sign, around) {
            _ if sign == '\n' || fonts.has(spaced(sign)) => told.push(sign),
            Some(instead) => told.push_str(&instead),
            None => {
                missing.insert(sign);
                told.push(sign);
            }
        }
    }
    if missing.is_empty() { told } else { without(&told, &missing) }
}

/// A text with a mark where letters are missing, and without brackets in which then nothing stands.
/// Small pictures go: they are told, and no word is wrong without them.
fn without(text: &str, missing: &BTreeSet<char>) -> String {
    const BRACKETS: [(char, char); 6] =
        [('(', ')'), ('[', ']'), ('（', '）'), ('«', '»'), ('“', '”'), ('「', '」')];
    let mut left = String::with_capacity(text.len());
    let mut is_emptied = false;
    for sign in text.chars() {
        if missing.contains(&sign) {
            is_emptied = true;
            if !is_picture(sign) && !left.ends_with(GAP) {
                left.push(GAP);
            }
            continue;
        }
        let opens = BRACKETS.iter().find(|(_, close)| *close == sign && is_emptied);
        is_emptied &= sign.is_whitespace();
        let inside = left.trim_end_matches(|sign: char| sign == GAP || sign.is_whitespace());
        match opens {
            Some((open, _)) if inside.ends_with(*open) => {
                left.truncate(inside.len() - open.len_utf8());
            }
            // What stood between two spaces leaves one.
            _ if sign == ' ' && left.ends_with(' ') && !text.contains("  ") => {}
            _ => left.push(sign),
        }
    }
    left.replace(GAP, MARK)
}

/// Whether a sign is a small picture, or part of one.
fn is_picture(sign: char) -> bool {
    matches!(sign, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}' | '\u{e0020}'..='\u{e007f}'
        | '\u{20e3}' | '\u{2b00}'..='\u{2bff}' | '\u{200d}' | '\u{2300}'..='\u{23ff}')
}

/// Whether a name would be another without letters that no font has. What stands in brackets
/// beside it, in other letters, may be left out.
pub(super) fn is_misspelled(name: &str, missing: &BTreeSet<char>) -> bool {
    let name = super::document::tidy(name);
    if !name.contains(|sign| missing.contains(&sign)) {
        return false;
    }
    let left = without(&name, missing);
    left.contains(MARK) || !left.contains(char::is_alphabetic)
}

/// The first person of a CV whose name would be misspelled.
pub(super) fn misspelled<'a>(document: &'a Document, missing: &BTreeSet<char>) -> Option<&'a str> {
    let kind = if document.depth() > 0 { Kind::Part } else { Kind::Name };
    let mut runs = document.blocks.iter().filter(|block| block.kind == kind);
    let found = runs.find(|block| is_misspelled(&block.text(), missing))?;
    found.runs.first().map(|run| run.text.as_str())
}

#[cfg(test)]
mod tests {
    use super::{is_misspelled, without};
    use std::collections::BTreeSet;

    #[test]
    fn brackets_in_which_nothing_is_left_go_too() {
        let gone: BTreeSet<char> = "王小明🎉 ".trim().chars().collect();
        let shown = |text: &str| without(text, &gone).trim_end().to_owned();
        assert_eq!(shown("Wang Xiaoming (王小明)"), "Wang Xiaoming");
        assert_eq!(shown("Wang (王) of (Assen)"), "Wang of (Assen)");
        assert_eq!(shown("f() and 王小明 g 🎉"), "f() and [?] g");
        assert!(is_misspelled("Wang 王", &gone) && is_misspelled("(王)", &gone));
        assert!(!is_misspelled("Wang (王小明)", &gone) && !is_misspelled("Ada 🎉", &gone));
    }
}
