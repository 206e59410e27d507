//! Texts between braces that a comma cuts off: in `{ title: Head of Sales, Marketing }` YAML takes
//! what stands behind it for a key without a value, of which nobody would hear again.
//!
//! Where a text without quotes stands before it, all of it is that text. Nothing is put together
//! that speaks of who sees what.

use super::mend::{Mended, Slip, is_guarded};
use super::places::Places;
use super::quotes::end_of;
use crate::base::diagnostic::shown;
use crate::base::guarded::closing_words::closes;
use crate::base::guarded::keys::speaks_of_privacy;
use std::borrow::Cow;
use std::ops::Range;

/// What was found in a text: the same with its texts whole, and keys without a value of which
/// nobody can tell what they belong to.
pub(super) struct Whole<'a> {
    pub(super) mended: Mended<'a>,
    pub(super) alone: Vec<Slip>,
}

/// Puts the texts in `text` together that a comma cuts off.
pub(super) fn whole(text: &str) -> Whole<'_> {
    let mut walk = Walk { text, ..Walk::default() };
    if text.contains('{') && text.contains(',') {
        walk.lines();
    }
    let Walk { cut, lone, .. } = walk;
    let (mut cuts, mut lones) = (Places::of(text), Places::of(text));
    let mut slips = Vec::with_capacity(cut.len());
    let mut joined = String::new();
    let mut done = 0;
    for range in cut {
        let value = &text[range.clone()];
        let quoted = format!("'{}'", value.replace('\'', "''"));
        let (line, column) = cuts.at(range.start);
        slips.push(Slip {
            line,
            column,
            message: format!("a comma stands in the text, which is read as `{}`", shown(value)),
            help: format!("put the text in quotes: {}", shown(&quoted)),
        });
        joined.push_str(&text[done..range.start]);
        joined.push_str(&quoted);
        done = range.end;
    }
    let alone = lone.into_iter().map(|range| {
        let (line, column) = lones.at(range.start);
        let word = shown(&text[range]);
        Slip {
            line,
            column,
            message: format!("`{word}` stands here without a key, and says nothing"),
            help: "write `key: value`; a text with a comma in it goes in quotes".to_owned(),
        }
    });
    let alone = alone.collect();
    let text = if slips.is_empty() {
        Cow::Borrowed(text)
    } else {
        joined.push_str(&text[done..]);
        Cow::Owned(joined)
    };
    Whole { mended: Mended { text, slips }, alone }
}

/// A list or group between brackets or braces that is open.
struct Level {
    is_group: bool,
    /// Where its present part begins, and where the colon behind the key of it stands.
    start: usize,
    colon: Option<usize>,
    /// The value before, when more may belong to it: a text on one line.
    value: Option<Range<usize>>,
    /// Whether that value goes on behind a comma.
    is_cut: bool,
}

#[derive(Default)]
struct Walk<'a> {
    text: &'a str,
    levels: Vec<Level>,
    quote: Option<char>,
    /// The indentation of a key whose text is a block of lines.
    block: Option<usize>,
    cut: Vec<Range<usize>>,
    lone: Vec<Range<usize>>,
}

impl Walk<'_> {
    fn lines(&mut self) {
        let mut at = 0;
        for line in self.text.split_inclusive('\n') {
            self.line(at, line.trim_end_matches('\n'));
            at += line.len();
        }
        self.cut.sort_by_key(|range| range.start);
        self.lone.sort_by_key(|range| range.start);
    }

    fn line(&mut self, at: usize, line: &str) {
        if !self.levels.is_empty() {
            return self.flow(at, line);
        }
        let bare = line.trim_start();
        let indent = line.len() - bare.len();
        if let Some(quote) = self.quote {
            self.quote = end_of(line, quote).is_none().then_some(quote);
            return;
        }
        if bare.is_empty() || self.block.is_some_and(|above| indent > above) {
            return;
        }
        self.block = None;
        let value = value_of(bare);
        match value.chars().next() {
            Some('{' | '[') => self.flow(at + line.len() - value.len(), value),
            Some('|' | '>') => self.block = Some(indent),
            Some(quote @ ('"' | '\'')) if end_of(&value[1..], quote).is_none() => {
                self.quote = Some(quote);
            }
            _ => {}
        }
    }

    /// Reads what stands at `at` between brackets or braces.
    fn flow(&mut self, at: usize, line: &str) {
        let mut before = None;
        // Up to which byte the line is within quotes.
        let mut quoted = self.quote.map_or(0, |quote| self.quoted_up_to(line, 0, quote));
        for (offset, sign) in line.char_indices() {
            let here = at + offset;
            if offset < quoted {
                before = Some(sign);
                continue;
            }
            let next = line[offset + sign.len_utf8()..].chars().next();
            match sign {
                '"' | '\'' if before.is_none_or(|sign| "{[,:".contains(sign)) => {
                    quoted = self.quoted_up_to(line, offset + 1, sign);
                }
                '#' if offset == 0 || line[..offset].ends_with([' ', '\t']) => return,
                '{' | '[' if before.is_none_or(|sign| "{[,:".contains(sign)) => {
                    self.open(sign == '{', here + 1);
                }
                ':' if next.is_none_or(|next| " \t,}]".contains(next))
                    || matches!(before, Some('"' | '\'')) =>
                {
                    if let Some(level) = self.levels.last_mut() {
                        level.colon.get_or_insert(here);
                    }
                }
                ',' => self.part(here),
                '}' | ']' => {
                    self.part(here);
                    self.close();
                    if self.levels.is_empty() {
                        return;
                    }
                }
                _ => {}
            }
            if !sign.is_whitespace() {
                before = Some(sign);
            }
        }
    }

    /// Where the quote ends that is open at `from`; at the end of the line it stays open.
    fn quoted_up_to(&mut self, line: &str, from: usize, quote: char) -> usize {
        let end = end_of(&line[from..], quote);
        self.quote = end.is_none().then_some(quote);
        end.map_or(line.len(), |end| from + end)
    }

    fn open(&mut self, is_group: bool, start: usize) {
        self.levels.push(Level { is_group, start, colon: None, value: None, is_cut: false });
    }

    fn close(&mut self) {
        if let Some(level) = self.levels.pop() {
            self.cut.extend(level.value.filter(|_| level.is_cut));
        }
    }

    /// Ends the part of a group that goes up to `end`.
    fn part(&mut self, end: usize) {
        let text = self.text;
        let Some(level) = self.levels.last_mut() else { return };
        let (start, colon) = (level.start, level.colon.take());
        level.start = end + 1;
        if !level.is_group {
            return;
        }
        let written = trimmed(text, start..end);
        let Some(colon) = colon else {
            let word = &text[written.clone()];
            // The tree keeps a key that speaks of who sees what, and whoever reads it says so.
            if word.is_empty() || speaks_of_privacy(word) || closes(word) {
                return;
            }
            let is_one_line = |value: &Range<usize>| !text[value.end..written.end].contains('\n');
            match &mut level.value {
                Some(value) if !is_guarded(word) && is_plain(word) && is_one_line(value) => {
                    value.end = written.end;
                    level.is_cut = true;
                }
                _ => self.lone.push(written),
            }
            return;
        };
        let before = level.value.take().filter(|_| std::mem::take(&mut level.is_cut));
        let value = trimmed(text, colon + 1..end);
        let is_text = is_plain(&text[value.clone()])
            && !text[value.clone()].contains('\n')
            && !is_guarded(&text[written.start..colon]);
        level.value = is_text.then_some(value);
        self.cut.extend(before);
    }
}

/// Whether something is a text without quotes.
fn is_plain(value: &str) -> bool {
    !value.is_empty() && !value.starts_with(['"', '\'', '[', '{', '&', '*', '!', '|', '>', '?'])
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + part.len() - part.trim_start().len();
    start..start + part.trim().len()
}

/// The value on a line of a key or an item.
fn value_of(line: &str) -> &str {
    let mut rest = line;
    while let Some(item) = rest.strip_prefix("- ") {
        rest = item.trim_start();
    }
    if rest.starts_with(['{', '[', '"', '\'', '#']) {
        return rest;
    }
    rest.split_once(": ").map_or("", |(_, value)| value.trim_start())
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn a_text_is_whole_behind_its_comma() {
        for (written, read) in [
            (
                "a: { t: Head of Sales, Marketing, f: 1 }\n",
                "a: { t: 'Head of Sales, Marketing', f: 1 }\n",
            ),
            (
                "a:\n  - { v: 1,000 }\n  - { v: 3,5, l: x, y and z}\n",
                "a:\n  - { v: '1,000' }\n  - { v: '3,5', l: 'x, y and z'}\n",
            ),
            (
                "a: [{ n: Vries, Jan de, r: [b, c] }, {n: it's, so}]\n",
                "a: [{ n: 'Vries, Jan de', r: [b, c] }, {n: 'it''s, so'}]\n",
            ),
            ("- { t: a,\n    l: b, c }\n", "- { t: a,\n    l: 'b, c' }\n"),
            ("a: { t: x, y, } # { b: c, d }\n", "a: { t: 'x, y', } # { b: c, d }\n"),
        ] {
            let found = whole(written);
            assert_eq!((&*found.mended.text, found.alone.len()), (read, 0), "{written}");
        }
    }

    #[test]
    fn what_is_no_text_stays() {
        for (written, alone) in [
            ("a: { t: 'x, y', l: [b, c], m: \"d, e\" }\n", 0),
            ("who: |\n  { a: b, c }\nname: x\n", 0),
            ("who: \"a\n  { a: b, c }\"\n", 0),
            ("who: I said { a: b, c }\n", 0),
            ("a: { visibility: public, friends, n: x }\n", 1),
            ("a: { n: x, hidden }\n", 0),
            ("a: {\"b\":1,\"c\":2, d: https://x.example/a }\n", 0),
            ("a: { t: 'x', y, l: [b] }\n", 1),
            ("a: { Delft, NL }\n", 2),
            ("a: { t: x,\n  y }\n", 1),
            ("a: { t: 'it''s, so', n: \"a \\\\\", m: \"b\\\", c\" }\n", 0),
            ("who: 'it''s\n  { a: b, c }'\n", 0),
            ("a: { t: x, strictly internal }\n", 1),
        ] {
            let found = whole(written);
            assert_eq!((&*found.mended.text, found.alone.len()), (written, alone), "{written}");
        }
    }
}
