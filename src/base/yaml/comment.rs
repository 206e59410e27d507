//! Texts that are cut short because YAML takes what stands behind ` #` for a comment.
//!
//! Which comments are meant for ones nobody can tell for certain. Told is, of keys that hold a text
//! for people, one behind a text where `#` is tied to the word behind it (`No #1`) or where a
//! single space stands on both sides (`C # and more`), and one in place of a value (`#1 in heat`).
//! A comment on a line of its own, or behind two spaces, is one.

use super::mend_line::is_key;
use super::quotes::{end_of, start_of_value};
use crate::base::diagnostic::codes::Code;
use crate::base::diagnostic::shown;
use crate::base::diagnostic::{Diagnostic, Place, Spot};
use crate::base::word_list::is_among;
use std::sync::Arc;

/// Keys whose value is a text for people; and of whose lists, the items.
const TEXTS: &str = "name title headline summary description motto tagline footer question \
                     approach result label value role roles audience quote who can flow note \
                     text client organization venue alt caption sector place city region \
                     pronouns sort_name former_names topic topics expertise needs offers asks \
                     synonyms broader related authors team expert publisher";

/// Notes the texts of `text`, which begins on line `first_line` of `file`, that a comment cuts
/// short.
pub fn cut_short(text: &str, file: &Arc<str>, first_line: usize) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    if ![" #", " &"].iter().any(|signs| text.contains(signs)) {
        return notes;
    }
    let lines: Vec<&str> = text.lines().collect();
    let next = next_filled(&lines);
    let mut walk = Walk::default();
    for (at, (line, below)) in lines.iter().zip(next).enumerate() {
        let Some(cut) = walk.line(line) else { continue };
        // Behind `topics: #for now`, the value stands below.
        if cut.is_instead && below.is_some_and(|next| stands_below(next, line)) {
            continue;
        }
        let mark = cut.mark(line);
        if mark.is_some_and(|mark| text.contains(&mark.replacen('&', "*", 1))) {
            continue;
        }
        let column = line[..cut.at].chars().count() + 1;
        let place = Place { file: file.clone(), spot: Spot::Position(first_line + at, column) };
        let whole = line[cut.value..].trim_end().replace('\'', "''");
        let quoted = format!("if it belongs to the text, put that in quotes: '{}'", shown(&whole));
        let (message, help) = match mark {
            Some(mark) => (
                format!("`{}` is read as a mark of YAML, and is no part of the text", shown(mark)),
                quoted,
            ),
            None => (
                format!(
                    "`{}` is read as a comment, and is no part of the text",
                    shown(line[cut.at..].trim_end())
                ),
                format!("{quoted}; a comment stands behind two spaces and `# `"),
            ),
        };
        notes.push(Diagnostic::new(Code::CutShort, place, message).help(help));
    }
    notes
}

/// For each of the lines, the next one that is neither blank nor a comment.
fn next_filled<'a>(lines: &[&'a str]) -> Vec<Option<&'a str>> {
    let mut next = vec![None; lines.len()];
    let mut filled = None;
    for (line, next) in lines.iter().zip(&mut next).rev() {
        *next = filled;
        if !is_blank(line) {
            filled = Some(*line);
        }
    }
    next
}

/// Where a text is cut.
struct Cut {
    /// Where it begins, and where the comment does.
    value: usize,
    at: usize,
    /// Whether nothing of it is left.
    is_instead: bool,
}

impl Cut {
    /// The anchor that is taken out of the text, where it is none of the comments.
    fn mark<'a>(&self, line: &'a str) -> Option<&'a str> {
        let lost = line[self.at..].split_whitespace().next()?;
        lost.starts_with('&').then_some(lost)
    }
}

/// What the lines before say of the next one.
#[derive(Default)]
struct Walk {
    /// The indentation of a key whose text is a block of lines.
    block: Option<usize>,
    /// The quote that is open.
    quote: Option<char>,
    /// The key of the list that is read, and its indentation.
    list: Option<(usize, bool)>,
}

impl Walk {
    fn line(&mut self, line: &str) -> Option<Cut> {
        if let Some(quote) = self.quote {
            if end_of(line, quote).is_some() {
                self.quote = None;
            }
            return None;
        }
        if is_blank(line) {
            return None;
        }
        let indent = indent_of(line);
        if let Some(above) = self.block {
            if indent > above {
                return None;
            }
            self.block = None;
        }
        let (mut start, mut dash) = (indent, indent);
        while let Some(item) = line[start..].strip_prefix("- ") {
            (dash, start) = (start, line.len() - item.trim_start().len());
        }
        let is_item = start > indent;
        let rest = &line[start..];
        // What stands deeper than this belongs to a block that begins here.
        let mut of_block = dash;
        let (is_text, value) = match key_of(rest) {
            Some((key, value)) => {
                let is_text = is_among(TEXTS, &key.to_lowercase());
                of_block = start;
                if !is_item {
                    self.list = Some((indent, is_text));
                }
                (is_text, start + rest.len() - value.len())
            }
            None if is_item => {
                let of_list = self.list.filter(|(above, _)| *above <= indent);
                (of_list.is_some_and(|(_, is_text)| is_text), start)
            }
            None => return None,
        };
        let written = &line[value..];
        match written.chars().next() {
            Some('|' | '>') => self.block = Some(of_block),
            Some('"' | '\'' | '[' | '{') => {
                let begun = start_of_value(line);
                let open = begun.filter(|(at, quote)| end_of(&line[at + 1..], *quote).is_none());
                self.quote = open.map(|(_, quote)| quote);
            }
            Some('&') if is_text && is_mark_in_text(written) => {
                return Some(Cut { value, at: value, is_instead: false });
            }
            Some('&' | '*' | '!' | '%' | '@' | '`') | None => {}
            Some('#') if has_number_sign(written) && is_text => {
                return Some(Cut { value, at: value, is_instead: true });
            }
            Some(sign) if is_text && sign != '#' => return cut_of(line, value),
            Some(_) => {}
        }
        None
    }
}

/// Where the text that begins at `value` is cut, when what is lost may belong to it.
fn cut_of(line: &str, value: usize) -> Option<Cut> {
    let found = line[value..].find(" #")? + value;
    let text = line[value..found].trim_end();
    if text.is_empty() || is_no_text(text) {
        return None;
    }
    let behind = line[found + 2..].trim_end();
    let is_tied = behind.is_empty() || behind.starts_with(|sign: char| sign.is_alphanumeric());
    let is_amid = text.len() == line[value..found].len()
        && behind.strip_prefix(' ').is_some_and(|words| !words.starts_with([' ', '#']));
    (is_tied || is_amid).then_some(Cut { value, at: found + 1, is_instead: false })
}

/// Whether words stand behind what YAML takes for an anchor.
fn is_mark_in_text(value: &str) -> bool {
    let words = value.split_once(' ').map_or("", |(_, words)| words.trim_start());
    let is_block = words.starts_with(['|', '>', '"', '\'', '[', '{', '#']);
    !words.is_empty() && !is_block
}

/// Whether a word is tied to the number sign before it: `#1`, `#c00`, but not `# a` or `##`.
fn has_number_sign(value: &str) -> bool {
    let behind = value.strip_prefix('#').and_then(|behind| behind.chars().next());
    behind.is_some_and(char::is_alphanumeric)
}

/// Whether something is a number, a date or a word that stands for a truth.
fn is_no_text(text: &str) -> bool {
    let is_number = text.chars().all(|sign| sign.is_ascii_digit() || "-+.:/".contains(sign));
    is_number || ["true", "false", "yes", "no", "null", "~"].contains(&text)
}

fn is_blank(line: &str) -> bool {
    let bare = line.trim_start();
    bare.is_empty() || bare.starts_with('#')
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Whether a line belongs to the value of the key on an earlier one.
fn stands_below(line: &str, key: &str) -> bool {
    let of_key = indent_of(key);
    let is_list = line.trim_start().starts_with("- ") && !key.trim_start().starts_with("- ");
    indent_of(line) > of_key || (is_list && indent_of(line) == of_key)
}

/// The key on a line, and its value.
fn key_of(line: &str) -> Option<(&str, &str)> {
    let bare = || line.trim_end().strip_suffix(':').map(|key| (key, ""));
    let (key, value) = line.split_once(": ").or_else(bare)?;
    is_key(key).then_some((key, value.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::cut_short;

    fn told(text: &str) -> Vec<String> {
        let notes = cut_short(text, &"a.md".into(), 2);
        notes
            .into_iter()
            .map(|note| note.message.split('`').nth(1).unwrap_or("").to_owned())
            .collect()
    }

    #[test]
    fn what_may_belong_to_a_text_is_told() {
        for (text, lost) in [
            ("headline: Our #1 in heat\n", "#1 in heat"),
            ("headline: #1 in heat\n", "#1 in heat"),
            ("topics:\n  - C # and more\n", "# and more"),
            ("topics:\n- law\n- C #\n", "#"),
            ("expertise:\n  - topic: C #net\n    level: expert\n", "#net"),
            ("name: Jan  #2\n", "#2"),
            ("headline: &best in class\n", "&best"),
            ("quote: \"it's\n  ours\" #x\nname: C #net\n", "#net"),
            ("quote: 'it''s\n  o''s'\nname: C #net\n", "#net"),
            ("x:\n  - who: |\n      a #b\n    quote: C #net\n", "#net"),
            ("topics:\n  - |\n    a #b\n  - C #net\n", "#net"),
        ] {
            assert_eq!(told(text), [lost], "{text}");
        }
    }

    #[test]
    fn ordinary_comments_are_passed_over() {
        for text in [
            "# name: #1\nname: Jan  # as in the passport\n",
            "since: 2019 #about\nlevel: expert # he says\n",
            "headline: 'Our #1'\nname: \"C # x\"\nlink: https://x.example/#a\n",
            "who: |\n  The #1\n  - C # b\nname: Jan\n",
            "topics: #these\n  - law\n",
            "topics: # these\n- law\n",
            "name: Jan\t# tab\nvalue: 12 # metres\nwho: >-\n  a #b\n\n  c #d\n",
            "headline: \"a\n  b: c #d\"\n",
            "title: Heat ## old\n",
            "headline: &a one\nmotto: *a\nname: !!str 1\nrole: &b |\n  x\n",
            "expertise: &list\n  - law\nlink: &c x\n",
            "topics:\n  - |\n    C #net\n  - >-\n    name: a #b\n",
            "quote: \"he said \\\"\n  name: a #b\"\n",
            "topics: [ 'a,\n  name: b #c' ]\n",
        ] {
            assert!(told(text).is_empty(), "{text}: {:?}", told(text));
        }
    }
}
