//! A CV as plain text: one line for each heading and paragraph, for forms that want nothing else.

use super::document::{Document, Kind, Run};

/// The words of runs.
pub(super) fn text_of<'a>(runs: impl IntoIterator<Item = &'a Run>) -> String {
    runs.into_iter().map(|run| run.text.as_str()).collect()
}

/// The CV as plain text.
pub fn plain(document: &Document) -> String {
    let mut text = String::new();
    let mut last = None;
    for block in &document.blocks {
        // What is crossed out is not said.
        let mut words = text_of(block.runs.iter().filter(|run| !run.struck));
        if block.runs.iter().any(|run| run.struck) {
            words = words.replace("  ", " ");
        }
        let words = words.trim();
        if words.is_empty() {
            continue;
        }
        let is_close = matches!(
            (last, block.kind),
            (None | Some(Kind::Section), _)
                | (Some(Kind::Fact), Kind::Fact)
                | (Some(Kind::Item), Kind::Item)
                | (Some(Kind::Name | Kind::Part), Kind::Lead)
                | (_, Kind::Meta)
                | (Some(Kind::Entry | Kind::Meta), Kind::Text | Kind::Item)
        );
        if !is_close {
            text.push('\n');
        }
        match block.kind {
            Kind::Part => text.push_str(&format!("== {words} ==")),
            Kind::Section => text.push_str(&words.to_uppercase()),
            Kind::Item | Kind::Text => {
                let indent = "  ".repeat(usize::from(block.depth));
                let mark = match (&block.mark, block.kind) {
                    (Some(mark), _) => format!("{mark} "),
                    (None, Kind::Item) => "- ".to_owned(),
                    _ => String::new(),
                };
                let quote = if block.is_quote { "> " } else { "" };
                let below = format!("\n{quote}{indent}{}", " ".repeat(mark.chars().count()));
                text.push_str(&format!("{quote}{indent}{mark}{}", words.replace('\n', &below)));
            }
            _ => text.push_str(words),
        }
        text.push('\n');
        last = Some(block.kind);
    }
    text
}
