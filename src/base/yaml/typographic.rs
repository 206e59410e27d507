//! Values between typographic quotes, which YAML takes for letters.

use super::mend::{MOST, Slip, is_guarded};
use crate::base::diagnostic::shown;

/// Whether a text may have such values.
pub(super) fn may_have_quotes(text: &str) -> bool {
    text.contains(['\u{201c}', '\u{201d}', '\u{201e}', '\u{2018}', '\u{201a}'])
}

/// Makes typographic quotes around values straight.
pub(super) fn straighten(lines: &mut [String], slips: &mut Vec<Slip>) {
    // The indentation of the key of which a long text goes on.
    let mut long: Option<usize> = None;
    for (at, line) in lines.iter_mut().enumerate() {
        let indentation = line.len() - line.trim_start().len();
        if long.is_some_and(|of| line.trim().is_empty() || indentation > of) {
            continue;
        }
        let begins_text =
            line.trim_end().trim_end_matches(['-', '+', '1', '2', '3', '4']).ends_with(['|', '>']);
        long = begins_text.then_some(indentation);
        // Whoever quotes somebody may mean the quotes.
        let is_quotation = line.trim_start().trim_start_matches("- ").starts_with("quote:");
        if long.is_some() || is_quotation || is_guarded(line) || slips.len() >= MOST {
            continue;
        }
        let Some((mended, column, value)) = straightened(line) else { continue };
        *line = mended;
        slips.push(Slip {
            line: at + 1,
            column,
            message: format!("typographic quotes stand around `{}`, which is read without them", shown(&value)),
            help: "write straight quotes, or none; both kinds, one in the other, if they are to be seen".to_owned(),
        });
    }
}

/// A line of which all values between typographic quotes have straight ones, with the column and
/// words of the first.
fn straightened(line: &str) -> Option<(String, usize, String)> {
    let mut mended = String::with_capacity(line.len());
    let mut first = None;
    let mut rest = line;
    while let Some(sign) = rest.chars().next() {
        let written = &line[..line.len() - rest.len()];
        if let Some((value, length)) = quoted(written, rest) {
            first.get_or_insert_with(|| (written.chars().count() + 1, value.to_owned()));
            mended.push_str(&format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")));
            rest = &rest[length..];
        } else {
            mended.push(sign);
            rest = &rest[sign.len_utf8()..];
        }
    }
    first.map(|(column, value)| (mended, column, value))
}

/// The value between typographic quotes that `rest` begins with, and how many bytes it has with
/// them, where a value may begin behind `before`.
fn quoted<'a>(before: &str, rest: &'a str) -> Option<(&'a str, usize)> {
    let mut signs = rest.chars();
    let ends: &[char] = match signs.next()? {
        '\u{201c}' | '\u{201d}' | '\u{201e}' => &['\u{201d}', '\u{201c}'],
        '\u{2018}' | '\u{201a}' => &['\u{2019}', '\u{2018}'],
        _ => return None,
    };
    let in_flow = before.contains(['[', '{']);
    let open = before.trim_end();
    let is_start = open.trim_start().trim_matches(['-', ' ']).is_empty()
        || (open.ends_with(':') && open.len() < before.len())
        || (in_flow && open.ends_with(['[', '{', ',']));
    let inner = signs.as_str();
    let end = inner.find(ends)?;
    let length =
        rest.len() - inner.len() + end + inner[end..].chars().next().map_or(0, char::len_utf8);
    let behind = rest[length..].trim_start();
    let is_end = behind.is_empty()
        || rest[length..].starts_with(" #")
        || behind.starts_with(": ")
        || (in_flow && behind.starts_with([',', ']', '}']));
    // One word at most stands between single ones: others may be apostrophes.
    let is_single = ends.contains(&'\u{2019}');
    let value = &inner[..end];
    (is_start && is_end && !(is_single && value.contains(' '))).then_some((value, length))
}
