//! In which direction words run.

use unicode_bidi::{BidiInfo, Level};

/// The directions of a text. Signs that are part of a word run with it: by the rules alone (UAX 9),
/// `C++` within Arabic would be shown as `++C`, since a sign has no direction of its own.
pub(super) fn directions(text: &str, is_turned: bool) -> BidiInfo<'_> {
    let level = if is_turned { Level::rtl() } else { Level::ltr() };
    let mut bidi = BidiInfo::new(text, Some(level));
    let mut last = None;
    for (at, sign) in text.char_indices() {
        if sign.is_ascii_alphanumeric() {
            last = Some(bidi.levels[at]);
        } else if let ('+' | '#', Some(level)) = (sign, last) {
            bidi.levels[at] = level;
        } else {
            last = None;
        }
    }
    // What a dot parts stands in the order of the page, in whichever letters it is written.
    for (at, dot) in text.match_indices(super::show::DOT) {
        bidi.levels[at..at + dot.len()].fill(level);
    }
    bidi
}

#[cfg(test)]
mod tests {
    use super::directions;

    #[test]
    fn the_signs_of_a_word_run_with_it() {
        let text = "لغة C++ و C# الآن";
        let bidi = directions(text, true);
        let paragraph = &bidi.paragraphs[0];
        let shown = bidi.reorder_line(paragraph, paragraph.range.clone());
        assert!(shown.contains("C++") && shown.contains("C#"), "{shown}");
    }
}
