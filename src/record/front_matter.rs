//! Front matter: the keys between two lines `---` at the top of a file.

use crate::base::{Code, Diagnostic, Place, Spot};
use std::sync::Arc;

/// A file, split in its front matter and the Markdown below.
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
pub(super) fn split<'a>(text: &'a str, path: &Arc<str>) -> Result<Split<'a>, Diagnostic> {
    if path.ends_with(".yaml") || path.ends_with(".yml") {
        return Ok(Split { yaml: text, first_line: 1, body: "", body_line: 1 });
    }
    let at = |line: usize| Place { file: path.clone(), spot: Spot::Position(line, 1) };
    let Some(rest) = opening(text) else {
        return Err(Diagnostic::new(Code::NoFrontMatter, at(1), "the file does not begin with front matter")
            .help("begin with a line ---, then the keys (`name: …`), then again a line ---"));
    };
    let mut offset = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            let body = &rest[offset + line.len()..];
            let blank = body.len() - body.trim_start().len();
            let lines = rest[..offset].matches('\n').count() + body[..blank].matches('\n').count();
            return Ok(Split { yaml: &rest[..offset], first_line: 2, body: body.trim(), body_line: lines + 3 });
        }
        offset += line.len();
    }
    Err(Diagnostic::new(Code::NoFrontMatter, at(1), "the front matter does not end")
        .help("put a line --- below the last key"))
}

fn opening(text: &str) -> Option<&str> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    (first.trim_end() == "---").then_some(rest)
}
