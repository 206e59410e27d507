//! Where a new key stands in a profile.

use super::lines::{Edits, commented_key};
use super::node::Entry;
use std::ops::Range;

/// The keys of a profile in the order in which its type has them, which is that of scaffolded
/// profiles, in which only some stand. A test compares it with the schema.
pub(super) const ORDER: [&str; 42] = [
    "name",
    "sort_name",
    "former_names",
    "headline",
    "photo",
    "pronouns",
    "languages",
    "location",
    "availability",
    "roles",
    "audience",
    "who",
    "can",
    "value",
    "flow",
    "matchable",
    "expertise",
    "offers",
    "asks",
    "experience",
    "education",
    "certificates",
    "publications",
    "talks",
    "awards",
    "testimonials",
    "links",
    "contact",
    "formats",
    "cv",
    "crawlers",
    "consent",
    "confirmed_on",
    "withdrawn",
    "slug",
    "aliases",
    "draft",
    "publish",
    "expires",
    "updated",
    "visibility",
    "extra",
];

/// The place of a key in the order in which scaffolded profiles have them.
pub fn rank(key: &str) -> Option<usize> {
    ORDER.iter().position(|known| *known == key)
}

/// Where the lines of a new key go: below the line on which it stands commented out, else below the
/// key that comes before it.
pub(super) fn place(edits: &Edits<'_>, entries: &[Entry], key: &str) -> usize {
    let comments = commented(edits, entries);
    if let Some((_, range)) = comments.iter().find(|(name, _)| name == key) {
        return range.end;
    }
    let written = entries
        .iter()
        .map(|entry| (entry.name.clone(), entry.key.start..edits.next_line(entry.value.range.end)));
    let before = written
        .chain(comments)
        .filter_map(|(name, range)| Some((rank(&name)?, range.end)))
        .filter(|(other, _)| rank(key).is_none_or(|own| *other < own))
        .max();
    match (before, entries.first()) {
        (Some((_, end)), _) => end,
        (None, Some(first)) => edits.line_start(first.key.start),
        (None, None) => edits.text.len(),
    }
}

/// The keys that were commented out at the edge of the text, each with its lines: those that go on
/// with `#   ` below.
fn commented(edits: &Edits<'_>, entries: &[Entry]) -> Vec<(String, Range<usize>)> {
    let mut found: Vec<(String, Range<usize>)> = Vec::new();
    let mut at = 0;
    while at < edits.text.len() {
        let next = edits.next_line(at);
        let line = &edits.text[at..next];
        let inside =
            entries.iter().any(|entry| (entry.key.start..entry.value.range.end).contains(&at));
        let goes_on = line.starts_with("#   ");
        match (found.last_mut(), commented_key(line)) {
            (Some((_, range)), _) if goes_on && range.end == at => range.end = next,
            (_, Some(key)) if !inside && line.starts_with('#') && !goes_on => {
                found.push((key.to_owned(), at..next));
            }
            _ => {}
        }
        at = next;
    }
    found
}
