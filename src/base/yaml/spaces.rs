//! Spaces of other kinds behind the colon of a key, which word processors write and nobody sees:
//! for YAML they are letters.

use super::mend::{MOST, Slip, is_guarded};
use super::mend_line::is_key;

/// Whether a sign is a space that YAML takes for a letter.
fn is_odd(sign: char) -> bool {
    matches!(
        sign,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// Whether a text may have such spaces behind keys.
pub(super) fn may_have_spaces(text: &str) -> bool {
    text.match_indices(':').any(|(at, _)| text[at + 1..].starts_with(is_odd))
}

/// Makes such spaces plain ones.
pub(super) fn respace(lines: &mut [String], slips: &mut Vec<Slip>) {
    for at in key_lines(lines) {
        let line = &mut lines[at];
        while let Some((start, colon)) = odd_key(line).filter(|_| slips.len() < MOST) {
            if is_guarded(line) {
                break;
            }
            let (key, value) = (line[start..colon].to_owned(), line[colon + 1..].trim_start());
            slips.push(Slip {
                line: at + 1,
                column: line[..start].chars().count() + 1,
                message: format!(
                    "a space of another kind stands behind `{key}:`, which is read as a key"
                ),
                help: help(&key),
            });
            *line = format!("{}: {value}", &line[..colon]);
        }
    }
}

/// Where such a space stands that nothing is made of, since its line speaks of who sees what: the
/// line from 1, the column from 1, what is wrong and what to do.
pub(super) fn guarded_space(text: &str) -> Option<(usize, usize, String, String)> {
    if !may_have_spaces(text) {
        return None;
    }
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    key_lines(&lines).into_iter().filter(|at| is_guarded(&lines[*at])).find_map(|at| {
        let (start, colon) = odd_key(&lines[at])?;
        let key = &lines[at][start..colon];
        let message = format!("a space of another kind stands behind `{key}:`");
        Some((at + 1, lines[at][..start].chars().count() + 1, message, help(key)))
    })
}

fn help(key: &str) -> String {
    format!("take the space out behind `{key}:`, and type it again with the space bar")
}

/// The lines on which keys may stand: not those of a text that goes on over several lines.
fn key_lines(lines: &[String]) -> Vec<usize> {
    let indentation = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let mut found = Vec::new();
    // The lines above that are indented less than the next, each less than the one after it.
    let mut above: Vec<&String> = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let mine = indentation(line);
        while above.last().is_some_and(|line| indentation(line) >= mine) {
            above.pop();
        }
        let may_hold = above.last().is_none_or(|above| {
            let bare = above.trim_start().trim_start_matches("- ").trim_start();
            let is_item = bare.len() < above.trim_start().len();
            above.trim_end().ends_with([':', '{', ',', '['])
                || (is_item && above.len() - bare.len() == mine)
        });
        if may_hold {
            found.push(at);
        }
        above.push(line);
    }
    found
}

/// The key of a line behind whose colon such a space stands: where it begins, and its colon.
fn odd_key(line: &str) -> Option<(usize, usize)> {
    line.match_indices(':').find_map(|(colon, _)| {
        let before = &line[..colon];
        let start = before.rfind([' ', '{', ',', '\t']).map_or(0, |at| at + 1);
        let above = before[..start].trim_end();
        let is_first = above.trim_start_matches(['-', ' ', '\t']).is_empty();
        let is_in_group = above.ends_with(['{', ',']) && above.contains('{');
        let is_quoted = [b'"', b'\'']
            .iter()
            .any(|quote| above.bytes().filter(|sign| sign == quote).count() % 2 == 1);
        let stands = line[colon + 1..].starts_with(is_odd) && is_key(&before[start..]);
        (stands && !is_quoted && (is_first || is_in_group)).then_some((start, colon))
    })
}

#[cfg(test)]
mod tests {
    use super::{guarded_space, may_have_spaces, respace};

    fn mended(text: &str) -> String {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        respace(&mut lines, &mut Vec::new());
        lines.join("\n")
    }

    #[test]
    fn spaces_of_other_kinds_behind_keys_are_plain_ones() {
        for (written, read) in [
            ("name:\u{a0}Ada", "name: Ada"),
            ("place:\n  city:\u{202f} Gent", "place:\n  city: Gent"),
            ("- { topic:\u{a0}heat, level:\u{3000}expert }", "- { topic: heat, level: expert }"),
            ("a:\n  - b: 1\n    c:\u{a0}2", "a:\n  - b: 1\n    c: 2"),
            ("contact:\u{a0}", "contact: "),
        ] {
            assert!(may_have_spaces(written));
            assert_eq!(mended(written), read);
        }
        for written in [
            "who: |\n  Note:\u{a0}text",
            "who: words\n  Note:\u{a0}text",
            "visibility:\u{a0}hidden",
            "a: \"x { b:\u{a0}c\"",
            "title: Heat:\u{a0}a plan",
        ] {
            assert_eq!(mended(written), written);
        }
        let told = guarded_space("name: Ada\nvisibility:\u{a0}hidden\n");
        assert_eq!(told.map(|(line, column, ..)| (line, column)), Some((2, 1)));
    }
}
