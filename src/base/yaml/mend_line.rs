//! Slips on one line: a colon in a text without quotes, no space behind a key.

use crate::base::diagnostic::shown;

/// A line without its slip: the line, the column of the slip from 1, what was written, what to
/// write.
pub(super) type Line = (String, usize, String, String);

/// The line in its parts: what stands before the value (indentation, dashes, the key), the value,
/// and what follows it.
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

/// Whether a word before a colon is a key.
pub(super) fn is_key(word: &str) -> bool {
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

/// The column of a group of which keys stand on its own line, and how to write it:
/// `location: { city: Delft }`.
pub(super) fn group_on_a_line(line: &str) -> Option<(usize, String)> {
    let (before, value, _) = parts(line)?;
    let key = before.trim_end().trim_end_matches(':').trim_start_matches(['-', ' ']);
    let is_group =
        GROUPS.contains(&key) && value.split_once(": ").is_some_and(|(first, _)| is_key(first));
    is_group.then(|| (before.chars().count() + 1, format!("write `{key}: {{ {} }}`", shown(value))))
}

/// A value in brackets or braces with a colon in it, which has no quotes:
/// `{ title: Heat: a plan }`.
pub(super) fn flow_colon(line: &str) -> Option<Line> {
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
                    let mended =
                        format!("{}{quoted}{}", &line[..from], &line[from + value.len()..]);
                    let column = line[..from].chars().count() + 1;
                    let message =
                        format!("a colon stands in the text, which is read as `{}`", shown(value));
                    return Some((
                        mended,
                        column,
                        message,
                        format!("put the text in quotes: {}", shown(&quoted)),
                    ));
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
    let is_plain = is_key(key.trim())
        && !GROUPS.contains(&key.trim())
        && !value.starts_with(['"', '\'', '[', '{']);
    let from = part.len() - part[key.len() + 2..].trim_start().len();
    (is_plain && (value.contains(": ") || value.ends_with(':'))).then_some((from, value))
}

/// A value on one line with a colon in it, which has no quotes.
pub(super) fn colon(line: &str) -> Option<Line> {
    let (before, value, behind) = parts(line)?;
    let key = before.trim_end().trim_end_matches(':').trim_start_matches(['-', ' ']);
    if GROUPS.contains(&key) {
        return None;
    }
    let begins_otherwise =
        value.starts_with(['"', '\'', '[', '{', '|', '>', '&', '*', '!', '%', '@', '`', '?', '#']);
    if begins_otherwise || !(value.contains(": ") || value.ends_with(':')) {
        return None;
    }
    let quoted = format!("'{}'", value.replace('\'', "''"));
    let column = before.chars().count() + 1;
    let message = format!("a colon stands in the text, which is read as `{}`", shown(value));
    let help = format!("put the text in quotes: {}", shown(&quoted));
    Some((format!("{before}{quoted}{behind}"), column, message, help))
}

/// A value on one line that begins with a sign that means something in YAML, and goes on as a text:
/// `@home`, `*the* best`, `> 100 projects`.
pub(super) fn reserved(line: &str) -> Option<Line> {
    let (before, value, behind) = parts(line)?;
    let mut signs = value.chars();
    let (first, rest) = (signs.next()?, signs.as_str());
    let is_text = match first {
        '@' | '`' | '%' => true,
        '*' => rest.contains([' ', '*']),
        '|' | '>' => !rest.trim_start_matches(['+', '-', '0', '1', '2', '3', '4']).is_empty(),
        '?' => rest.starts_with(' '),
        _ => false,
    };
    if !is_text {
        return None;
    }
    let quoted = format!("'{}'", value.replace('\'', "''"));
    let column = before.chars().count() + 1;
    let message = format!("`{first}` begins the text, which is read as `{}`", shown(value));
    let help = format!("put the text in quotes: {}", shown(&quoted));
    Some((format!("{before}{quoted}{behind}"), column, message, help))
}

/// A key without a space behind its colon, or with a colon or a space of another kind.
pub(super) fn glued(line: &str) -> Option<Line> {
    let bare = line.trim_start().trim_start_matches("- ").trim_start();
    let (key, value) = bare.split_once([':', '\u{ff1a}'])?;
    if !is_key(key) {
        return None;
    }
    let is_wide = bare[key.len()..].starts_with('\u{ff1a}');
    if !is_wide && (value.is_empty() || value.starts_with([' ', '\t', '/', ':'])) {
        return None;
    }
    let start = line.len() - bare.len();
    let value = value.trim_start();
    let mended = format!("{}{key}: {value}", &line[..start]);
    let column = line[..start].chars().count() + 1;
    let message = format!("no space stands behind `{key}:`, which is read as a key");
    Some((mended, column, message, format!("write `{key}: {}`", shown(value))))
}
