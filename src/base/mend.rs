//! Slips in YAML that can be mended line by line, so that they cost nobody: tabs as indentation, a colon in a text without
//! quotes, no space behind a key, typographic quotes around a value. Nothing is mended on a line that speaks of who sees
//! what: there only what is clear counts.

use super::closing_words::closes;
use super::guarded_keys::speaks_of_privacy;
use super::yaml_quotes::shown;
use serde::de::IgnoredAny;
use std::borrow::Cow;

/// More slips than these are mended by their author.
const MOST: usize = 50;

/// How much is read in all while a text is mended, in bytes: it is read again behind each slip.
const MOST_READ: usize = 8 * 1024 * 1024;

/// More aliases than these may stand for a text that nobody can read to its end.
const MOST_ALIASES: usize = 60;

/// A slip that was mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// The line, from 1, of the text.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What was written, and how it is read.
    pub message: String,
    /// What to write.
    pub help: String,
}

/// A text without its slips. Lines and columns are those of the text as it was written, up to a mended value.
#[derive(Debug)]
pub struct Mended<'a> {
    /// The text; as it was written when it cannot be mended.
    pub text: Cow<'a, str>,
    /// What was mended.
    pub slips: Vec<Slip>,
}

impl<'a> Mended<'a> {
    /// A text without slips.
    pub(super) fn nothing(text: &'a str) -> Self {
        Self { text: Cow::Borrowed(text), slips: Vec::new() }
    }
}

/// Whether a text may have values between typographic quotes, which YAML takes for letters.
pub(super) fn may_have_quotes(text: &str) -> bool {
    text.contains(['\u{201c}', '\u{201d}', '\u{201e}', '\u{2018}', '\u{201a}'])
}

/// Mends `text`. What cannot be read all the same stays as it is.
pub fn mended(text: &str) -> Mended<'_> {
    let as_written = || Mended::nothing(text);
    let most = MOST.min(MOST_READ / text.len().max(1));
    if most == 0 || text.matches('*').count() > MOST_ALIASES {
        return as_written();
    }
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut slips = Vec::new();
    if may_have_quotes(text) {
        straighten(&mut lines, &mut slips);
    }
    let mut failed = failure(&lines);
    while let Some(at) = failed {
        if slips.len() >= most || !(untab(&mut lines, &mut slips) || mend_line(&mut lines, at, &mut slips)) {
            return as_written();
        }
        failed = failure(&lines);
    }
    if slips.is_empty() {
        return as_written();
    }
    slips.sort_by_key(|slip| (slip.line, slip.column));
    Mended { text: Cow::Owned(joined(&lines)), slips }
}

fn joined(lines: &[String]) -> String {
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

/// The line, from 0, on which a parser stumbles; none when the text can be read.
fn failure(lines: &[String]) -> Option<usize> {
    let error = serde_yaml::from_str::<IgnoredAny>(&joined(lines)).err()?;
    Some(error.location().map_or(usize::MAX, |at| at.line().saturating_sub(1)))
}

/// Whether a line speaks of who sees what.
fn is_guarded(line: &str) -> bool {
    let words = line.split(|sign: char| !sign.is_alphanumeric() && sign != '_' && sign != '-');
    words.filter(|word| !word.is_empty()).any(|word| speaks_of_privacy(word) || closes(word))
}

/// Takes tabs that indent for spaces, each for one, where no line is indented with spaces alone.
fn untab(lines: &mut [String], slips: &mut Vec<Slip>) -> bool {
    let indentation = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let has_text = |line: &&String| !line.trim().is_empty();
    let indented = lines.iter().filter(has_text).map(|line| &line[..indentation(line)]);
    let indented: Vec<&str> = indented.filter(|indentation| !indentation.is_empty()).collect();
    if !indented.iter().any(|all| all.contains('\t')) || indented.iter().any(|all| !is_tabs_then_spaces(all)) {
        return false;
    }
    let first = lines.iter().position(|line| line.starts_with('\t')).unwrap_or_default();
    for line in lines.iter_mut() {
        let end = indentation(line);
        line.replace_range(..end, &" ".repeat(end));
        // Between a dash and its item a tab is no indentation for a parser either.
        while let Some(at) = line.find("-\t").filter(|at| line[..*at].trim().trim_matches(['-', ' ']).is_empty()) {
            line.replace_range(at..at + 2, "- ");
        }
    }
    slips.push(Slip {
        line: first + 1,
        column: 1,
        message: "lines are indented with tabs, which are read as spaces".to_owned(),
        help: "indent with spaces; most editors do so when asked".to_owned(),
    });
    true
}

fn is_tabs_then_spaces(indentation: &str) -> bool {
    indentation.starts_with('\t') && !indentation.trim_start_matches('\t').contains('\t')
}

/// Mends the line at which a parser stumbled, or the one above it.
fn mend_line(lines: &mut [String], failed: usize, slips: &mut Vec<Slip>) -> bool {
    for at in [failed, failed.wrapping_sub(1)] {
        let Some(line) = lines.get(at).filter(|line| !is_guarded(line)) else { continue };
        let Some((mended, column, message, help)) = colon(line).or_else(|| flow_colon(line)).or_else(|| glued(line))
        else {
            continue;
        };
        slips.push(Slip { line: at + 1, column, message, help });
        lines[at] = mended;
        return true;
    }
    false
}

type Line = (String, usize, String, String);

/// The line in its parts: what stands before the value (indentation, dashes, the key), the value, and what follows it.
fn parts(line: &str) -> Option<(&str, &str, &str)> {
    let bare = line.trim_start().trim_start_matches("- ").trim_start();
    let start = line.len() - bare.len();
    let end = bare.find(": ").filter(|end| is_key(&bare[..*end]))?;
    let value = bare[end + 1..].trim_start();
    let from = line.len() - value.len();
    debug_assert!(from >= start);
    let comment = value.find(" #").unwrap_or(value.len());
    let value = value[..comment].trim_end();
    Some((&line[..from], value, &line[from + value.len()..]))
}

fn is_key(word: &str) -> bool {
    let is_letter = |sign: char| sign.is_alphanumeric() || matches!(sign, '_' | '-' | '.');
    !word.is_empty() && word.chars().count() <= 40 && word.chars().all(is_letter)
}

/// Keys of which the value is a group: whoever writes `location: city: Delft` means no text.
const GROUPS: [&str; 12] = [
    "location",
    "contact",
    "availability",
    "period",
    "photo",
    "logo",
    "links",
    "testimonial",
    "about",
    "params",
    "place",
    "extra",
];

/// The column of a group of which keys stand on its own line, and how to write it: `location: { city: Delft }`.
pub(super) fn group_on_a_line(line: &str) -> Option<(usize, String)> {
    let (before, value, _) = parts(line)?;
    let key = before.trim_end().trim_end_matches(':').trim_start_matches(['-', ' ']);
    let is_group = GROUPS.contains(&key) && value.split_once(": ").is_some_and(|(first, _)| is_key(first));
    is_group.then(|| (before.chars().count() + 1, format!("write `{key}: {{ {} }}`", shown(value))))
}

/// A value in brackets or braces with a colon in it, which has no quotes: `{ title: Heat: a plan }`.
fn flow_colon(line: &str) -> Option<Line> {
    let mut quote: Option<char> = None;
    let mut depth = 0_usize;
    let mut start = 0;
    for (at, sign) in line.char_indices() {
        match (quote, sign) {
            (Some(open), _) => quote = if sign == open { None } else { quote },
            (None, '"') => quote = Some(sign),
            (None, '\'') if line[..at].ends_with([' ', '[', '{']) => quote = Some(sign),
            (None, '{' | '[') => (depth, start) = (depth + 1, at + 1),
            (None, ',' | '}' | ']') if depth > 0 => {
                if let Some((from, value)) = doubled(&line[start..at]) {
                    let from = start + from;
                    let quoted = format!("'{}'", value.replace('\'', "''"));
                    let mended = format!("{}{quoted}{}", &line[..from], &line[from + value.len()..]);
                    let column = line[..from].chars().count() + 1;
                    let message = format!("a colon stands in the text, which is read as `{}`", shown(value));
                    return Some((mended, column, message, format!("put the text in quotes: {}", shown(&quoted))));
                }
                (depth, start) = (depth - usize::from(sign != ','), at + 1);
            }
            _ => {}
        }
    }
    None
}

/// The value in `key: value` that has a colon and no quotes, with the byte at which it begins.
fn doubled(part: &str) -> Option<(usize, &str)> {
    let (key, value) = part.split_once(": ")?;
    let value = value.trim();
    let is_plain = is_key(key.trim()) && !GROUPS.contains(&key.trim()) && !value.starts_with(['"', '\'', '[', '{']);
    let from = part.len() - part[key.len() + 2..].trim_start().len();
    (is_plain && (value.contains(": ") || value.ends_with(':'))).then_some((from, value))
}

/// A value on one line with a colon in it, which has no quotes.
fn colon(line: &str) -> Option<Line> {
    let (before, value, behind) = parts(line)?;
    let key = before.trim_end().trim_end_matches(':').trim_start_matches(['-', ' ']);
    if GROUPS.contains(&key) {
        return None;
    }
    let begins_otherwise = value.starts_with(['"', '\'', '[', '{', '|', '>', '&', '*', '!', '%', '@', '`', '?', '#']);
    if begins_otherwise || !(value.contains(": ") || value.ends_with(':')) {
        return None;
    }
    let quoted = format!("'{}'", value.replace('\'', "''"));
    let column = before.chars().count() + 1;
    let message = format!("a colon stands in the text, which is read as `{}`", shown(value));
    let help = format!("put the text in quotes: {}", shown(&quoted));
    Some((format!("{before}{quoted}{behind}"), column, message, help))
}

/// A key without a space behind its colon.
fn glued(line: &str) -> Option<Line> {
    let bare = line.trim_start().trim_start_matches("- ").trim_start();
    let (key, value) = bare.split_once(':')?;
    if !is_key(key) || value.is_empty() || value.starts_with([' ', '\t', '/', ':']) {
        return None;
    }
    let start = line.len() - bare.len();
    let mended = format!("{}{key}: {value}", &line[..start]);
    let column = line[..start].chars().count() + 1;
    let message = format!("no space stands behind `{key}:`, which is read as a key");
    Some((mended, column, message, format!("write `{key}: {}`", shown(value))))
}

/// Makes typographic quotes around values straight.
fn straighten(lines: &mut [String], slips: &mut Vec<Slip>) {
    // The indentation of the key of which a long text goes on.
    let mut long: Option<usize> = None;
    for (at, line) in lines.iter_mut().enumerate() {
        let indentation = line.len() - line.trim_start().len();
        if long.is_some_and(|of| line.trim().is_empty() || indentation > of) {
            continue;
        }
        let begins_text = line.trim_end().trim_end_matches(['-', '+', '1', '2', '3', '4']).ends_with(['|', '>']);
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

/// A line of which all values between typographic quotes have straight ones, with the column and words of the first.
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

/// The value between typographic quotes that `rest` begins with, and how many bytes it has with them, where a value may
/// begin behind `before`.
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
    let length = rest.len() - inner.len() + end + inner[end..].chars().next().map_or(0, char::len_utf8);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_mended_in_their_place() {
        for (written, read) in [
            ("title: Heat: a plan\n", "title: 'Heat: a plan'\n"),
            ("a:\n  - topic: Heat: it's a plan # x\n", "a:\n  - topic: 'Heat: it''s a plan' # x\n"),
            ("title: Why:\nwho: me: you\n", "title: 'Why:'\nwho: 'me: you'\n"),
            ("contact:\n\temail: x@y\nlist:\n\t- a: 1\n\t  b: 2\n", "contact:\n email: x@y\nlist:\n - a: 1\n   b: 2\n"),
            ("name:Jan\nwho: me\n", "name: Jan\nwho: me\n"),
            ("a: [{ t: Heat: it's, l: x }, { t: 'b: c' }]\n", "a: [{ t: 'Heat: it''s', l: x }, { t: 'b: c' }]\n"),
            ("since: \u{201c}2020\u{201d}\nx: [\u{201e}a\u{201c}, b]\n", "since: \"2020\"\nx: [\"a\", b]\n"),
            ("title: \u{201c}Heat: a plan\u{201d}\n", "title: \"Heat: a plan\"\n"),
        ] {
            let mended = mended(written);
            assert_eq!((&*mended.text, mended.slips.is_empty()), (read, false), "{written}");
        }
    }

    #[test]
    fn what_is_not_clear_and_what_speaks_of_who_sees_what_stays() {
        for written in [
            "visibility: hidden: yes\n",
            "contact: visibility: hidden\n",
            "title: Private: keep out\n",
            "location: city: Delft\n",
            "a: { visibility: hidden: x }\n",
            "visibility:hidden\nname: Jan\n",
            "a:\n  b: 1\n\tc: 2\n",
            "who: one: two\n  and more\n",
            "a: [open\n",
            "who: I say \u{201c}no\u{201d}\nquote: \u{201c}Good.\u{201d}\nvisibility: \u{201c}hidden\u{201d}\n",
            "who: |\n  \u{201c}Good.\u{201d}\nname: Jan\n",
        ] {
            let mended = mended(written);
            assert_eq!((&*mended.text, mended.slips.len()), (written, 0));
        }
    }
}
