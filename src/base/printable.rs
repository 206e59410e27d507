//! Text of strangers on a terminal and in logs: it stays in its line, and what nobody sees is seen.

use super::all_bytes;
use std::borrow::Cow;

/// Whether a sign moves the cursor, ends the line, turns the direction of text around, or cannot be
/// seen.
pub fn is_unseen(sign: char) -> bool {
    sign.is_control()
        || matches!(
            sign,
            '\u{061c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{2060}'
                | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
                | '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// Whether a sign that nobody sees may do harm in a text: joiners and marks of direction inside
/// words belong to some scripts.
pub(super) fn is_harmful(sign: char) -> bool {
    let belongs = matches!(
        sign,
        '\n' | '\t' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{2060}'
    );
    is_unseen(sign) && !belongs
}

/// The signs of a text that nobody sees and that may do harm, each with its byte. Those that make
/// the flag of a region belong to what is seen.
pub fn harmful(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut seen_until = 0;
    // Most texts hold none, which their bytes tell at a glance.
    let text = if may_harm(text) { text } else { "" };
    text.char_indices().filter(move |(at, sign)| {
        if *sign == BLACK_FLAG {
            seen_until = at + flag_length(&text[*at..]);
        }
        *at >= seen_until && is_harmful(*sign)
    })
}

/// Whether a text has a byte with which, or behind which, a harmful sign begins: a control in
/// ASCII or behind `0xC2`, or what begins as such signs do above.
fn may_harm(text: &str) -> bool {
    let may = |byte: u8| (byte < b' ' && !matches!(byte, b'\n' | b'\t')) || byte == 0x7f;
    let leads = |byte: u8| matches!(byte, 0xc2 | 0xd8 | 0xe1 | 0xe2 | 0xef | 0xf3);
    !all_bytes(text, |byte| !(may(byte) | leads(byte))) && text.chars().any(is_harmful)
}

/// A text without the signs that nobody sees. Where one of them parted lines, `parted` stands.
pub fn without_harmful(text: &str, parted: char) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for (at, sign) in harmful(text) {
        kept.push_str(&text[from..at]);
        kept.extend(parts_lines(sign).then_some(parted));
        from = at + sign.len_utf8();
    }
    kept.push_str(&text[from..]);
    kept
}

/// Whether a sign that nobody sees parts lines, as word processors and programs for layout write
/// them: the words around it are two.
pub fn parts_lines(sign: char) -> bool {
    matches!(sign, '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// With which the flags of regions begin: England, Scotland, Wales.
const BLACK_FLAG: char = '\u{1f3f4}';

/// How many bytes of a text that begins with a black flag are the flag of a region (UTS #51): three
/// to six letters and digits as tags, and the tag that ends them.
fn flag_length(text: &str) -> usize {
    let is_tag =
        |sign: &char| matches!(sign, '\u{e0030}'..='\u{e0039}' | '\u{e0061}'..='\u{e007a}');
    let tags = text.chars().skip(1).take(7).take_while(is_tag).count();
    let is_flag = (3..=6).contains(&tags) && text.chars().nth(tags + 1) == Some('\u{e007f}');
    if is_flag { BLACK_FLAG.len_utf8() * (tags + 2) } else { 0 }
}

/// The letters of a text as names and addresses are compared: without what nobody sees, places
/// where a word may be parted, and signs that join letters.
pub fn seen(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|sign| !is_unseen(*sign) && !matches!(sign, '\u{ad}' | '\u{200c}' | '\u{200d}'))
}

/// The text in one line, with a mark for every sign that nobody would see: so it can begin no line
/// of a log, where a forge would take it for a command, and paint nothing on a terminal.
pub fn printable(text: &str) -> Cow<'_, str> {
    let commands = begins_command(text);
    if !text.contains(is_unseen) && !commands {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len());
    let mut rest = text.chars();
    if commands {
        let before = text.len() - text.trim_start().len();
        shown.extend(text.trim_start().chars().take(1).flat_map(char::escape_unicode));
        rest = text[before + 1..].chars();
    }
    for sign in rest {
        match sign {
            '\t' => shown.push(' '),
            sign if is_unseen(sign) => shown.extend(sign.escape_unicode()),
            sign => shown.push(sign),
        }
    }
    shown.into()
}

/// JSON in which every sign that nobody sees stands as an escape: its values stay the same.
pub fn seen_in_json(json: &str) -> Cow<'_, str> {
    let unseen = |sign: char| is_unseen(sign) && !matches!(sign, '\n' | '\t' | '\r');
    if !json.contains(unseen) {
        return json.into();
    }
    let mut seen = String::with_capacity(json.len());
    for sign in json.chars() {
        if unseen(sign) {
            let mut halves = [0; 2];
            sign.encode_utf16(&mut halves)
                .iter()
                .for_each(|half| seen.push_str(&format!("\\u{half:04x}")));
        } else {
            seen.push(sign);
        }
    }
    seen.into()
}

/// Whether a forge would take the text for a command if it stood at the beginning of a line:
/// runners pass over spaces.
fn begins_command(text: &str) -> bool {
    ["::", "##[", "##vso"].iter().any(|command| text.trim_start().starts_with(command))
}

#[cfg(test)]
mod tests {
    use super::{harmful, is_harmful, may_harm, printable, without_harmful};

    #[test]
    fn what_is_left_out_glues_no_words_and_takes_no_flag() {
        for (written, kept) in [
            ("one\u{2028}two\u{2029}three\u{b}four\u{85}five", "one two three four five"),
            ("a\u{202e}b\u{0}c\rd", "abcd"),
            ("Jan\u{200b}\t\n", "Jan\u{200b}\t\n"),
            ("\u{e0041}\u{e0042}", ""),
        ] {
            assert_eq!(without_harmful(written, ' '), kept, "{written:?}");
        }
        let tags = |name: &str| -> String {
            name.chars().filter_map(|it| char::from_u32(0xe0000 + u32::from(it))).collect()
        };
        let flag = |name: &str, end: &str| format!("\u{1f3f4}{}{end}", tags(name));
        for region in ["gbeng", "gbsct", "gbwls"] {
            let text = format!("at home in {} since 2001", flag(region, "\u{e007f}"));
            assert_eq!(harmful(&text).next(), None, "{region}");
        }
        for hidden in ["gbsct", "more than a region has"] {
            let text = flag(hidden, if hidden == "gbsct" { "" } else { "\u{e007f}" });
            assert_eq!(without_harmful(&text, ' '), "\u{1f3f4}", "{hidden}");
        }
    }

    #[test]
    fn what_is_printed_stays_in_its_line() {
        assert_eq!(printable("Zoë de Boer 王小明"), "Zoë de Boer 王小明");
        assert_eq!(printable(" ::error::b"), "\\u{3a}:error::b");
        assert_eq!(
            printable("a\n::error::b\u{1b}[31m\u{202e}"),
            "a\\u{a}::error::b\\u{1b}[31m\\u{202e}"
        );
        assert!(!printable("a\r\n\u{2028}\u{85}b").contains(['\r', '\n', '\u{2028}', '\u{85}']));
    }

    #[test]
    fn no_sign_that_harms_is_passed_over_at_a_glance() {
        for sign in ('\0'..=char::MAX).filter(|sign| is_harmful(*sign)) {
            assert!(may_harm(&format!("é{sign}a")), "{sign:?}");
        }
        assert!(!may_harm("Zoë works – with 🏴 and 黄芳\n\t"));
    }
}
