//! In which direction words run.

use super::document::{Block, Document, Kind};
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

/// Whether a block of a document runs from right to left: in the direction of its first letter
/// (UAX 9, P2 and P3), where it is a text of its own. What begins with a Latin word in a document
/// that runs from right to left, and goes on in the document's letters, stays in its direction.
pub(super) fn is_turned(document: &Document, block: &Block) -> bool {
    let is_text = matches!(block.kind, Kind::Text | Kind::Item | Kind::Lead);
    let own = is_text.then(|| turned(block.runs.iter().map(|run| run.text.as_str()), document));
    own.unwrap_or(document.is_turned)
}

/// Whether texts that stand together run from right to left, such as the cells of a table.
pub(super) fn turned<'a>(texts: impl Iterator<Item = &'a str>, document: &Document) -> bool {
    let class = |sign: char| match bidi_class(sign) {
        BidiClass::R | BidiClass::AL => Some(true),
        BidiClass::L => Some(false),
        _ => None,
    };
    let mut classes = texts.flat_map(str::chars).filter_map(class);
    match classes.next() {
        Some(false) if document.is_turned => classes.any(|is_turned| is_turned),
        Some(first) => first,
        None => document.is_turned,
    }
}

/// Whether a table, of these rows, begins on the right.
pub(super) fn is_table_turned(document: &Document, rows: &[Block]) -> bool {
    let runs = rows.iter().flat_map(|row| &row.runs);
    turned(runs.map(|run| run.text.as_str()), document)
}

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
