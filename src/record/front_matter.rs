//! Front matter: the keys between two lines `---` at the top of a file.

use crate::base::front_matter::{Missing, front_matter};
use crate::base::{Code, Diagnostic, Place, Spot, says_closed, speaks_of_privacy};
use std::sync::Arc;

/// A file, split in its front matter and the Markdown below.
#[derive(Clone, Copy)]
pub(super) struct Split<'a> {
    /// YAML.
    pub yaml: &'a str,
    /// The line on which the YAML begins, from 1.
    pub first_line: usize,
    /// Markdown.
    pub body: &'a str,
    /// The line on which the Markdown begins, from 1.
    pub body_line: usize,
}

/// Splits the text of the file `path`.
pub(super) fn split<'a>(
    text: &'a str,
    path: &Arc<str>,
    notes: &mut Vec<Diagnostic>,
) -> Result<Split<'a>, Diagnostic> {
    let lower = path.to_lowercase();
    if lower.ends_with(".yaml") || lower.ends_with(".yml") {
        return Ok(Split { yaml: text, first_line: 1, body: "", body_line: 1 });
    }
    let at = |line: usize| Place { file: path.clone(), spot: Spot::Position(line, 1) };
    let found = front_matter(text).map_err(|missing| match missing {
        Missing::Beginning => {
            Diagnostic::new(Code::NoFrontMatter, at(1), "the file does not begin with front matter")
                .help("begin with a line ---, then the keys (`name: …`), then again a line ---")
        }
        Missing::End => {
            Diagnostic::new(Code::NoFrontMatter, at(1), "the front matter does not end")
                .help("put a line --- below the last key")
        }
    })?;
    if let Some(line) = second(found.below) {
        let note = Diagnostic::new(
            Code::NoFrontMatter,
            at(found.below_line + line),
            "keys stand here below the end of the front matter",
        );
        return Err(
            note.help("put all keys between the first two lines ---; a line of a text is indented below its key")
        );
    }
    if let Some((line, what)) = found.slip {
        let note =
            Diagnostic::new(Code::Mended, at(line), format!("{what}; it is read all the same"));
        notes.push(
            note.help("begin the file with a line ---, and put a line --- below the last key"),
        );
    }
    let blank = found.below.len() - found.below.trim_start().len();
    let body_line = found.below_line + found.below[..blank].matches('\n').count();
    Ok(Split {
        yaml: found.yaml,
        first_line: found.first_line,
        body: found.below.trim(),
        body_line,
    })
}

/// The line, from 0, of keys that decide who sees what below the front matter, when they are ended
/// by a line `---`, or stand apart and close: the front matter was ended too early.
pub(super) fn second(body: &str) -> Option<usize> {
    let mut lines = body
        .lines()
        .enumerate()
        .skip_while(|(_, line)| line.trim().is_empty() || line.trim_end() == "---");
    let keys: Vec<(usize, &str)> =
        lines.by_ref().take_while(|(_, line)| is_key_line(line)).collect();
    let first = keys.iter().find(|(_, line)| {
        let key = line.split_once(':').map_or("", |(key, _)| key.trim());
        speaks_of_privacy(key)
    })?;
    let is_told = || keys.iter().any(|(_, line)| says_closed(line));
    let last = keys.last()?.0;
    let below = body.lines().nth(last + 1).map_or("", str::trim_end);
    (below == "---" || (below.is_empty() && is_told())).then_some(first.0)
}

fn is_key_line(line: &str) -> bool {
    let key = line.split_once(':').map(|(key, _)| key.trim_end());
    line.starts_with(' ')
        || key.is_some_and(|key| {
            !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || "_-.".contains(c))
        })
}
