//! What of a CV can be shown: without letters that no font has, and without what stood around them.

use super::document::Document;
use super::fonts::Fonts;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The CV without letters that no font has, and those letters.
pub(super) fn shown<'a>(
    document: &'a Document,
    fonts: &Fonts,
) -> (Cow<'a, Document>, BTreeSet<char>) {
    let mut missing = BTreeSet::new();
    for run in document.blocks.iter().flat_map(|block| &block.runs) {
        missing.extend(fonts.lacking(&run.text.replace('\u{a0}', " ")));
    }
    if missing.is_empty() {
        return (Cow::Borrowed(document), missing);
    }
    let mut shown = document.clone();
    for run in shown.blocks.iter_mut().flat_map(|block| &mut block.runs) {
        if run.text.contains(|letter| missing.contains(&letter)) {
            run.text = without(&run.text, &missing);
        }
    }
    (Cow::Owned(shown), missing)
}

/// A text without letters, and without brackets in which then nothing stands.
fn without(text: &str, missing: &BTreeSet<char>) -> String {
    const BRACKETS: [(char, char); 6] =
        [('(', ')'), ('[', ']'), ('（', '）'), ('«', '»'), ('“', '”'), ('「', '」')];
    let mut left = String::with_capacity(text.len());
    let mut is_emptied = false;
    for sign in text.chars() {
        if missing.contains(&sign) {
            is_emptied = true;
            continue;
        }
        let opens = BRACKETS.iter().find(|(_, close)| *close == sign && is_emptied);
        is_emptied &= sign.is_whitespace();
        let inside = left.trim_end();
        match opens {
            Some((open, _)) if inside.ends_with(*open) => {
                left.truncate(inside.len() - open.len_utf8());
            }
            // What stood between two spaces leaves one.
            _ if sign == ' ' && left.ends_with(' ') && !text.contains("  ") => {}
            _ => left.push(sign),
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::without;
    use std::collections::BTreeSet;

    #[test]
    fn brackets_in_which_nothing_is_left_go_too() {
        let gone: BTreeSet<char> = "王小明 ".trim().chars().collect();
        let shown = |text: &str| without(text, &gone).trim_end().to_owned();
        assert_eq!(shown("Wang Xiaoming (王小明)"), "Wang Xiaoming");
        assert_eq!(shown("Wang (王) of (Assen)"), "Wang of (Assen)");
        assert_eq!(shown("f() and 王 g"), "f() and g");
    }
}
