//! Comments in Markdown: `<!-- … -->` is for the authors of a text and not for its readers.

use pulldown_cmark::{Event, Options, Parser, Tag};
use std::borrow::Cow;
use std::ops::Range;

const START: &str = "<!--";
const END: &str = "-->";

/// What is said of a comment that does not end.
pub const OPEN_COMMENT: &str =
    "a comment begins here with `<!--` and does not end, so that the text behind it is left out";

/// What to do about it.
pub const CLOSE_COMMENT: &str = "write `-->` where the comment ends";

/// Whether there may be comments in a text.
pub fn may_hold_comments(text: &str) -> bool {
    text.contains(START)
}

/// A text without its comments.
#[derive(Debug, PartialEq, Eq)]
pub struct Uncommented<'a> {
    /// What is left.
    pub text: Cow<'a, str>,
    /// Where a comment begins that does not end, so that everything behind it is left out.
    pub open: Option<usize>,
}

/// The text without its comments, over one line or several. What stands in code is shown.
pub fn without_comments(text: &str) -> Uncommented<'_> {
    let comments = comments(text);
    let Some(last) = comments.last() else { return Uncommented { text: text.into(), open: None } };
    let open = (!text[last.clone()].ends_with(END) || last.len() < 5).then_some(last.start);
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    for comment in &comments {
        kept.push_str(&text[at..comment.start]);
        at = comment.end;
    }
    kept.push_str(&text[at..]);
    Uncommented { text: kept.into(), open }
}

/// Where comments stand, in their order; one that does not end goes to the end of the text.
pub fn comments(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if !text.contains(START) {
        return found;
    }
    let code = code(text);
    let mut from = 0;
    while let Some(start) = text[from..].find(START).map(|at| from + at) {
        if let Some(code) = around(&code, start) {
            from = code.end;
        } else if text[..start].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1 {
            from = start + START.len();
        } else {
            // `<!-->` and `<!--->` are whole comments.
            let end =
                text[start + 2..].find(END).map_or(text.len(), |at| start + 2 + at + END.len());
            found.push(start..end);
            from = end;
        }
    }
    found
}

/// The one of some ranges, in their order, in which `at` stands.
pub fn around(ranges: &[Range<usize>], at: usize) -> Option<&Range<usize>> {
    let next = ranges.get(ranges.partition_point(|range| range.end <= at));
    next.filter(|range| range.contains(&at))
}

/// Where code stands, in its order.
pub fn code(text: &str) -> Vec<Range<usize>> {
    let events = Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES)
        .into_offset_iter();
    let code = events.filter_map(|(event, range)| match event {
        Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => Some(range),
        _ => None,
    });
    code.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_left_out_and_code_is_not() {
        for (written, kept) in [
            ("a <!-- b --> c", "a  c"),
            ("a\n\n<!-- b\n\n- c -->\n\nd", "a\n\n\n\nd"),
            ("a <!-- b\n\nc --> d", "a  d"),
            ("`<!-- a -->` <!-- b -->", "`<!-- a -->` "),
            ("```html\n<!-- a -->\n```\n<!-- b -->", "```html\n<!-- a -->\n```\n"),
            ("    <!-- a -->\n", "    <!-- a -->\n"),
            ("\\<!-- a -->", "\\<!-- a -->"),
            ("a<!---->b<!--->c<!-->d", "abcd"),
            ("a < b -- c", "a < b -- c"),
        ] {
            let found = without_comments(written);
            assert_eq!((found.text.as_ref(), found.open), (kept, None), "{written}");
        }
        let open = without_comments("é <!-- a\n\nb");
        assert_eq!((open.text.as_ref(), open.open), ("é ", Some(3)));
    }
}
