//! Front matter: the keys between two lines `---` at the top of a file.

/// A file, split in its front matter and the Markdown below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FrontMatter<'a> {
    /// YAML.
    pub yaml: &'a str,
    /// The line on which the YAML begins, from 1.
    pub first_line: usize,
    /// What stands below.
    pub below: &'a str,
    /// The line on which it begins, from 1.
    pub below_line: usize,
    /// The line, from 1, of the first mark that is not as it should be, with what is wrong with it.
    pub slip: Option<(usize, &'static str)>,
}

/// What is missing of front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The line that it begins with.
    Beginning,
    /// The line that it ends with.
    End,
}

/// What is written instead of `---`: programs for texts make other dashes of hyphens, and `...`
/// ends YAML too.
fn is_mark(line: &str) -> bool {
    let line = line.trim_matches(is_blank);
    let hyphens = line.chars().filter(|sign| *sign == '-').count();
    let dashes = line.chars().filter(|sign| ('\u{2010}'..='\u{2015}').contains(sign)).count();
    let all = hyphens + dashes == line.chars().count();
    all && (hyphens >= 3 || dashes > 0 && hyphens + 2 * dashes >= 3)
}

fn is_blank(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{feff}' | '\u{200b}' | '\u{2060}')
}

/// Finds the front matter of `text`.
///
/// # Errors
/// What of it is missing.
pub fn front_matter(text: &str) -> Result<FrontMatter<'_>, Missing> {
    let mut slip = None;
    let mut lines = text.split_inclusive('\n').enumerate();
    let mut offset = 0;
    let first_line = loop {
        let (at, line) = lines.next().ok_or(Missing::Beginning)?;
        offset += line.len();
        if line.trim_end() == "---" {
            break at + 2;
        }
        let before_mark = "something that is not seen stands before the first line ---";
        let is_empty = line.trim_matches(is_blank).is_empty();
        if !is_empty && !is_mark(line) {
            return Err(Missing::Beginning);
        }
        let is_three = line.trim_matches(is_blank) == "---";
        let what = match (is_empty, is_three) {
            (true, _) => "an empty line stands before the first line ---",
            (false, true) => before_mark,
            (false, false) => "the front matter begins with another line than ---",
        };
        slip.get_or_insert((at + 1, what));
        if !is_empty {
            break at + 2;
        }
    };
    let start = offset;
    for (at, line) in lines {
        let end = offset;
        offset += line.len();
        let is_end = line.trim_end();
        if is_end == "---" || is_end == "..." || (!line.starts_with([' ', '\t']) && is_mark(line)) {
            if is_end != "---" {
                slip.get_or_insert((at + 1, "the front matter ends with another line than ---"));
            }
            let (yaml, below) = (&text[start..end], &text[offset..]);
            return Ok(FrontMatter { yaml, first_line, below, below_line: at + 2, slip });
        }
    }
    Err(Missing::End)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_found_though_its_marks_are_not_as_they_should_be() {
        for (text, slip) in [
            ("---\na: 1\n---\nb\n", None),
            ("---  \na: 1\n--- \nb\n", None),
            ("\n\n---\na: 1\n---\nb\n", Some(1)),
            ("\u{feff} ---\na: 1\n---\nb\n", Some(1)),
            ("----\na: 1\n-----\nb\n", Some(1)),
            ("\u{2014}-\na: 1\n\u{2013}-\nb\n", Some(1)),
            ("---\na: 1\n...\nb\n", Some(3)),
        ] {
            let found = front_matter(text).expect(text);
            assert_eq!(
                (found.yaml, found.below, found.slip.map(|slip| slip.0)),
                ("a: 1\n", "b\n", slip),
                "{text}"
            );
            assert_eq!(text.lines().nth(found.first_line - 1), Some("a: 1"));
            assert_eq!(text.lines().nth(found.below_line - 1), Some("b"));
        }
        assert_eq!(front_matter("I am Jan.\n---\n---\n"), Err(Missing::Beginning));
        assert_eq!(front_matter(""), Err(Missing::Beginning));
        assert_eq!(front_matter("---\na: 1\n"), Err(Missing::End));
    }
}
