//! Texts as YAML, written so that every reader of YAML 1.1 and 1.2 gives the same text back.

use super::node::Style;
use serde_json::Value;
use std::collections::HashSet;
use std::fmt::Write;
use std::sync::LazyLock;

/// Words that are no texts in YAML 1.1 or 1.2: truth, nothing, infinity, merges.
const WORDS: [&str; 17] = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "=", "<<", ".inf", "-.inf",
    "+.inf", ".nan", "none",
];

/// The names of the keys that hold dates, wherever they stand in an entry.
static DATES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let mut names = HashSet::new();
    gather_dates(&crate::record::schema(crate::base::EntryKind::Expert), &mut names);
    names
});

fn gather_dates(schema: &Value, names: &mut HashSet<String>) {
    match schema {
        Value::Object(object) => {
            for (name, property) in
                object.get("properties").and_then(Value::as_object).into_iter().flatten()
            {
                if is_date(property) {
                    names.insert(name.clone());
                }
            }
            object.values().for_each(|below| gather_dates(below, names));
        }
        Value::Array(items) => items.iter().for_each(|below| gather_dates(below, names)),
        _ => {}
    }
}

/// Whether a property is a date, by name or by what may be written.
fn is_date(property: &Value) -> bool {
    let schema = property.to_string();
    schema.contains("#/$defs/Date\"") || schema.contains("^[0-9]{4}(-(0[1-9]|1[0-2])")
}

/// Where a value stands: between brackets, a comma ends a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    Block,
    Flow,
}

/// A value that is no list and no group, on one line. `like` is how the value that stood there was
/// written.
pub(super) fn on_one_line(value: &Value, key: &str, within: Within, like: Style) -> String {
    let text = match value {
        Value::String(text) => text,
        other => return other.to_string(),
    };
    let is_date = matches!(like, Style::Plain | Style::Block)
        && DATES.contains(key)
        && text.parse::<crate::base::Date>().is_ok();
    if is_date && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
        return text.clone();
    }
    let is_simple = !text.chars().any(needs_escape);
    if like == Style::Single && is_simple {
        return format!("'{}'", text.replace('\'', "''"));
    }
    if like != Style::Double && is_simple && is_plain(text, within) {
        return text.clone();
    }
    double(text)
}

/// Whether a sign has to be escaped: it ends a line for some reader, is not seen, or would be lost.
fn needs_escape(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// Whether a text may stand without quotes.
fn is_plain(text: &str, within: Within) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let begins_well = !"-?:,[]{}#&*!|>'\"%@`.=<~+".contains(first)
        && !"\u{201c}\u{201d}\u{201e}\u{2018}\u{201a}".contains(first);
    let is_trimmed =
        text.trim() == text && !text.chars().any(|sign| sign.is_whitespace() && sign != ' ');
    let has_signs = text.contains(": ") || text.contains(" #") || text.ends_with(':');
    let ends_in_flow =
        within == Within::Flow && text.contains([',', '[', ']', '{', '}', ':', '"', '#']);
    begins_well && is_trimmed && !has_signs && !ends_in_flow && !is_other_than_text(text)
}

/// Whether some reader of YAML takes the text for a number, a date, a time or a word of its own.
fn is_other_than_text(text: &str) -> bool {
    let lower = text.to_lowercase();
    let may_be_number = text.starts_with(|sign: char| sign.is_ascii_digit())
        && text.chars().all(|sign| sign.is_ascii_hexdigit() || "_.:-+eExXoOtTzZ ".contains(sign));
    WORDS.contains(&lower.as_str()) || may_be_number
}

/// A text in double quotes.
fn double(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for sign in text.chars() {
        match sign {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            sign if needs_escape(sign) => {
                // Writing to a text does not fail.
                let _ = write!(quoted, "\\u{:04X}", u32::from(sign));
            }
            sign => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}

/// A text of several lines, to be written below `|`: the sign and the lines; None when it cannot be
/// without losing something.
pub(super) fn block(text: &str) -> Option<(&'static str, Vec<&str>)> {
    let body = text.strip_suffix('\n').unwrap_or(text);
    let sign = if body.len() == text.len() { "|-" } else { "|" };
    let lines: Vec<&str> = body.split('\n').collect();
    let is_kept = |line: &&str| {
        // A line of spaces alone, and spaces before the first words, count as indentation.
        !line.chars().any(needs_escape) && (line.is_empty() || !line.trim().is_empty())
    };
    let (first, last) = (lines.first()?, lines.last()?);
    let stands = lines.len() > 1
        && lines.iter().all(is_kept)
        && !first.is_empty()
        && !last.is_empty()
        && !first.starts_with(char::is_whitespace);
    stands.then_some((sign, lines))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_some_reader_takes_for_something_else_is_quoted() {
        for text in [
            "no",
            "On",
            "y",
            "~",
            "null",
            "0612",
            "1.50",
            "0x1F",
            "12:30",
            "2026-11-27",
            "1e3",
            "a: b",
            "a #b",
            "- a",
            "*a",
            "@jan",
            "`x`",
            "%",
            "ends:",
            " a",
            "a ",
            "",
            "\u{201c}a\u{201d}",
            "a\tb",
            "a\nb",
            "+31 50",
            ".5",
            "a\u{2028}b",
            "---",
            "...",
            "? a",
            "! a",
            "=",
            "<<",
        ] {
            let written = on_one_line(&Value::from(text), "who", Within::Block, Style::Plain);
            assert!(written.starts_with('"'), "{text}: {written}");
            let read: Value = serde_yaml::from_str(&written).expect("YAML");
            assert_eq!(read, Value::from(text));
        }
        for text in ["Zoë \u{1f980}", "it's", "a,b", "C#", "12 apples", "http://a.example/#b"] {
            let written = on_one_line(&Value::from(text), "who", Within::Block, Style::Plain);
            assert_eq!(written, text);
        }
        for (text, written) in [("a, b", "\"a, b\""), ("a:b", "\"a:b\"")] {
            assert_eq!(on_one_line(&Value::from(text), "who", Within::Flow, Style::Plain), written);
        }
    }

    #[test]
    fn dates_stand_as_people_write_them_and_quotes_stay() {
        let written =
            |text: &str, key| on_one_line(&Value::from(text), key, Within::Flow, Style::Plain);
        assert_eq!([written("2026", "since"), written("2026-11", "until")], ["2026", "2026-11"]);
        assert_eq!(written("2026-11-27", "consent"), "2026-11-27");
        assert_eq!(written("2026-11-27", "title"), "\"2026-11-27\"");
        assert_eq!(
            on_one_line(&Value::from("it's"), "who", Within::Block, Style::Single),
            "'it''s'"
        );
        assert_eq!(on_one_line(&Value::from("a"), "who", Within::Block, Style::Double), "\"a\"");
    }
}
