//! Slips in YAML that can be mended line by line, so that they cost nobody: tabs as indentation, a
//! colon in a text without quotes, no space behind a key, typographic quotes around a value.
//! Nothing is mended on a line that speaks of who sees what: there only what is clear counts.

use super::mend_line::{colon, flow_colon, glued, reserved};
use super::spaces::{may_have_spaces, respace};
use super::typographic::{may_have_quotes, straighten};
use crate::base::guarded::closing_words::closes;
use crate::base::guarded::keys::speaks_of_privacy;
use serde::de::IgnoredAny;
use std::borrow::Cow;

/// More slips than these are mended by their author.
pub(super) const MOST: usize = 50;

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

/// A text without its slips. Lines and columns are those of the text as it was written, up to a
/// mended value.
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
    if may_have_spaces(text) {
        respace(&mut lines, &mut slips);
    }
    if is_one_text(&joined(&lines)) {
        unglue(&mut lines, &mut slips);
    }
    let mut failed = failure(&lines);
    while let Some(at) = failed {
        if slips.len() >= most
            || !(untab(&mut lines, &mut slips) || mend_line(&mut lines, at, &mut slips))
        {
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

/// Whether a parser takes all of a text for one value, in which keys may be meant.
pub(super) fn is_one_text(text: &str) -> bool {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
    let is_other = |line: &str| {
        line.contains(": ")
            || line.contains(":\t")
            || line.ends_with(':')
            || line.starts_with(['-', '[', '{', '"', '\''])
    };
    first.is_some_and(|line| line.contains([':', '\u{ff1a}']) && !is_other(line))
}

/// Takes each line for a key and its value, where each can be, and none speaks of who sees what.
fn unglue(lines: &mut Vec<String>, slips: &mut Vec<Slip>) {
    let is_said = |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let (mut whole, mut found) = (lines.clone(), Vec::new());
    for (at, line) in whole.iter_mut().enumerate().filter(|(_, line)| is_said(line)) {
        match glued(line).filter(|_| !is_guarded(line)) {
            Some((mended, column, message, help)) => {
                found.push(Slip { line: at + 1, column, message, help });
                *line = mended;
            }
            None if line.contains(": ") && !is_guarded(line) => {}
            None => return,
        }
    }
    *lines = whole;
    slips.extend(found);
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
pub(super) fn is_guarded(line: &str) -> bool {
    let words = line.split(|sign: char| !sign.is_alphanumeric() && sign != '_' && sign != '-');
    let value = line.split_once(": ").map_or(line, |(_, value)| value);
    closes(value)
        || words.filter(|word| !word.is_empty()).any(|word| speaks_of_privacy(word) || closes(word))
}

/// Takes tabs that indent for spaces, each for one, where no line is indented with spaces alone.
fn untab(lines: &mut [String], slips: &mut Vec<Slip>) -> bool {
    let indentation = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let has_text = |line: &&String| !line.trim().is_empty();
    let indented = lines.iter().filter(has_text).map(|line| &line[..indentation(line)]);
    let indented: Vec<&str> = indented.filter(|indentation| !indentation.is_empty()).collect();
    if !indented.iter().any(|all| all.contains('\t'))
        || indented.iter().any(|all| !is_tabs_then_spaces(all))
    {
        return false;
    }
    let first = lines.iter().position(|line| line.starts_with('\t')).unwrap_or_default();
    for line in lines.iter_mut() {
        let end = indentation(line);
        line.replace_range(..end, &" ".repeat(end));
        // Between a dash and its item a tab is no indentation for a parser either.
        while let Some(at) =
            line.find("-\t").filter(|at| line[..*at].trim().trim_matches(['-', ' ']).is_empty())
        {
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
        let Some((mended, column, message, help)) = colon(line)
            .or_else(|| flow_colon(line))
            .or_else(|| glued(line))
            .or_else(|| reserved(line))
        else {
            continue;
        };
        slips.push(Slip { line: at + 1, column, message, help });
        lines[at] = mended;
        return true;
    }
    false
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
            (
                "contact:\n\temail: x@y\nlist:\n\t- a: 1\n\t  b: 2\n",
                "contact:\n email: x@y\nlist:\n - a: 1\n   b: 2\n",
            ),
            ("name:Jan\nwho: me\n", "name: Jan\nwho: me\n"),
            (
                "a: [{ t: Heat: it's, l: x }, { t: 'b: c' }]\n",
                "a: [{ t: 'Heat: it''s', l: x }, { t: 'b: c' }]\n",
            ),
            (
                "since: \u{201c}2020\u{201d}\nx: [\u{201e}a\u{201c}, b]\n",
                "since: \"2020\"\nx: [\"a\", b]\n",
            ),
            ("name\u{ff1a}Jan\nheadline\u{ff1a} x\n", "name: Jan\nheadline: x\n"),
            ("name: Jan\nheadline:\u{a0}x\n", "name: Jan\nheadline: x\n"),
            ("name:\u{a0}Jan\nheadline: x\n", "name: Jan\nheadline: x\n"),
            ("a: @home\nb: `x` y\nc: 100\n", "a: '@home'\nb: '`x` y'\nc: 100\n"),
            ("a: *best* in\nb: %x\n", "a: '*best* in'\nb: '%x'\n"),
            ("a: > 100 it's\nb: | x\nc: ? y\n", "a: '> 100 it''s'\nb: '| x'\nc: '? y'\n"),
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
            "name\u{ff1a}Jan\nvisibility\u{ff1a}hidden\n",
            "name\u{ff1a}Jan\njust words\n",
            "a: *nothing\n",
            "visibility: @hidden\n",
            "a: > x\n  more\n",
            "who: I say \u{201c}no\u{201d}\nquote: \u{201c}Good.\u{201d}\nvisibility: \u{201c}hidden\u{201d}\n",
            "who: |\n  \u{201c}Good.\u{201d}\nname: Jan\n",
        ] {
            let mended = mended(written);
            assert_eq!((&*mended.text, mended.slips.len()), (written, 0));
        }
    }
}
