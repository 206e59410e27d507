//! The title of a text page whose Markdown begins with one, as pages of other programs do.

/// What the heading at the top of a Markdown file says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Heading<'a> {
    /// Its words.
    pub(super) title: String,
    /// The line on which it stands, from 0.
    pub(super) line: usize,
    /// What stands below.
    pub(super) below: &'a str,
    /// The line on which that begins, from 0.
    pub(super) below_line: usize,
}

/// The heading of the widest kind with which `text` begins: `# Words`, or words that are underlined
/// with `=`.
pub(super) fn heading(text: &str) -> Option<Heading<'_>> {
    let mut offset = 0;
    let mut lines = text.split_inclusive('\n').enumerate();
    let (line, first) = loop {
        let (at, line) = lines.next()?;
        offset += line.len();
        if !line.trim_matches(|sign: char| sign.is_whitespace() || sign == '\u{feff}').is_empty() {
            break (at, line.trim_start_matches('\u{feff}').trim_end());
        }
    };
    let mut below_line = line + 1;
    let written = match first.strip_prefix('#') {
        Some(words) if words.starts_with([' ', '\t']) => {
            let words = words.trim();
            // Signs may close the heading as well.
            let bare = words.trim_end_matches('#');
            if bare.ends_with([' ', '\t']) { bare.trim_end() } else { words }
        }
        Some(_) => return None,
        None => {
            let under = lines.next().map(|(_, under)| under).filter(|under| {
                let under = under.trim();
                !under.is_empty() && under.bytes().all(|sign| sign == b'=')
            })?;
            offset += under.len();
            below_line += 1;
            first.trim()
        }
    };
    let title: String = written.chars().filter(|sign| !matches!(sign, '`' | '*')).collect();
    let title = title.trim().to_owned();
    (!title.is_empty()).then(|| Heading { title, line, below: &text[offset..], below_line })
}

/// Whether the keys `yaml` name a title themselves, or stand between braces, where lines do not
/// tell.
pub(super) fn has_title(yaml: &str) -> bool {
    // Keys of the top stand as far in as the first.
    let indent = |line: &str| line.len() - line.trim_start().len();
    let is_key = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let top = yaml.lines().find(is_key).map_or(0, indent);
    yaml.trim_start().starts_with('{')
        || yaml.lines().filter(|line| indent(line) == top).any(|line| {
            let key = line.split_once(':').map_or("", |(key, _)| key.trim());
            key.trim_start_matches(['"', '\'', '?'])
                .trim_end_matches(['"', '\''])
                .trim_start()
                .eq_ignore_ascii_case("title")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_at_the_top_is_the_title_and_no_part_of_the_text() {
        for (text, title, below_line) in [
            ("# About `us`\n\nText.\n", "About us", 1),
            ("\u{feff}# About us #\nText.\n", "About us", 1),
            ("\n\nAbout us\n========\nText.\n", "About us", 4),
            ("# C#\nText.\n", "C#", 1),
        ] {
            let found = heading(text).expect(text);
            assert_eq!((found.title.as_str(), found.below_line), (title, below_line), "{text}");
            assert_eq!(found.below.trim(), "Text.", "{text}");
        }
        for text in ["", "Text.\n", "## About\n", "#About\n", "# \n", "name: x\n===\nb\n"] {
            let is_underlined = text.starts_with("name");
            assert_eq!(heading(text).is_some(), is_underlined, "{text}");
        }
        for titled in ["description: x\nTitle: y\n", "{ order: 1 }\n", "# mine\n  \"title\": y\n"] {
            assert!(has_title(titled), "{titled}");
        }
        for other in ["order: 1\n", "extra:\n  title: x\n", "titles: x\n"] {
            assert!(!has_title(other), "{other}");
        }
    }
}
