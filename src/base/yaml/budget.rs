//! How much one entry may cost. What is beyond its [`Limits`] is said and left out.
//!
//! Content comes from strangers, and a few kilobytes of it can be made to cost minutes and
//! gigabytes.

use crate::base::limits::Limits;
use saphyr_parser::{Event, Parser};
use std::collections::HashMap;

/// The deepest that groups and lists may stand in each other.
const MOST_DEPTH: usize = 32;

/// The most values of one document, each alias counted as what it stands for.
const MOST_VALUES: usize = 200_000;

/// The most letters of one document, in bytes, each alias counted as what it stands for.
const MOST_BYTES: usize = 2 * 1024 * 1024;

/// Keys under which a text of some paragraphs stands.
pub(super) const PROSE: [&str; 18] = [
    "who",
    "can",
    "value",
    "flow",
    "text",
    "note",
    "quote",
    "question",
    "approach",
    "result",
    "description",
    "core_tasks",
    "added_value",
    "body",
    "summary",
    "caption",
    "alt",
    "bio",
];

/// Keys under which an address stands.
pub(super) const ADDRESSES: [&str; 5] = ["url", "same_as", "file", "git", "path"];

/// Keys under which a list of short words stands.
pub(super) const WORDS: [&str; 12] = [
    "aliases",
    "former_names",
    "languages",
    "roles",
    "audience",
    "topics",
    "expertise",
    "synonyms",
    "broader",
    "related",
    "same_as",
    "offers",
];

/// The key under which a group has its terms, and how many times as many these may be as the items
/// of another list: an assembly of a whole century is one group.
pub(super) const TERMS: &str = "members";
pub(super) const TIMES_TERMS: usize = 10;

/// Whether `text` could be beyond a bound; most texts are short and plain, and are not looked at
/// further.
pub(super) fn is_suspicious(text: &str, limits: &Limits) -> bool {
    let (list, within) = ("- ".repeat(MOST_DEPTH), " ".repeat(128));
    let is_odd = |line: &str| {
        let is_within = line.starts_with(&list) || line.starts_with(&within);
        is_within || line.len() > limits.line || begins_block(line)
    };
    text.len() > 4096
        || has_long_list(text, limits.words)
        || text.contains('\\')
        || may_refer(text)
        || text.lines().any(is_odd)
        || may_be_deep(text)
}

/// Whether groups and lists in brackets could stand in each other too deep. What a line opens and
/// closes again counts for that line alone: a long list of short groups is as flat as any.
fn may_be_deep(text: &str) -> bool {
    let opened = |line: &str| memchr::memchr2_iter(b'[', b'{', line.as_bytes()).count();
    let (mut deepest_line, mut all) = (0, 0);
    for line in text.lines() {
        match opened(line) {
            0 => {}
            opened if closes_all(line, opened) => deepest_line = deepest_line.max(opened),
            opened => all += opened,
        }
    }
    all + deepest_line > MOST_DEPTH
}

/// Whether a line closes as many brackets as it opens, wherever a text in quotes that it stands in
/// begins or ends: one in which brackets stand in quotes, or quotes of two kinds, or a comment, is
/// not taken for such a line.
fn closes_all(line: &str, opened: usize) -> bool {
    if memchr::memchr3(b'#', b'"', b'\'', line.as_bytes()).is_none() {
        return memchr::memchr2_iter(b']', b'}', line.as_bytes()).count() == opened;
    }
    let (mut closed, mut quotes, mut kind) = (0, 0, None);
    for byte in line.bytes() {
        match byte {
            b'#' => return false,
            b'"' | b'\'' => {
                quotes += 1;
                if kind.is_some_and(|kind| kind != byte) {
                    return false;
                }
                kind = Some(byte);
            }
            b'[' | b'{' | b']' | b'}' if quotes % 2 == 1 => return false,
            b']' | b'}' => closed += 1,
            _ => {}
        }
    }
    closed == opened && quotes % 2 == 0
}

/// Whether something in a text may be named to stand elsewhere as well: a sign for that at the
/// beginning of a value. The one in `law & water` or `R&D` is none.
fn may_refer(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b'&', b'*', bytes).any(|at| {
        let is_within = at > 0 && bytes[at - 1].is_ascii_alphanumeric();
        let names = bytes.get(at + 1).is_some_and(|next| !next.is_ascii_whitespace());
        names && !is_within
    })
}

/// What makes a document as a whole too costly to be read; None when it may be.
///
/// Looks at it as it is written, without building anything; ends as soon as a bound is passed.
pub(super) fn too_costly(text: &str, bytes_of_a_list: Option<usize>) -> Option<String> {
    let (most_values, most_bytes) = match bytes_of_a_list {
        None => (MOST_VALUES, MOST_BYTES),
        // A list of entries may be as long as it is written, and aliases in it no longer than that
        // once more.
        Some(bytes) => (usize::MAX, bytes.saturating_mul(2).max(MOST_BYTES)),
    };
    let mut costs: HashMap<usize, (usize, usize)> = HashMap::new();
    // Of each group that is open: its anchor, and what it cost so far.
    let mut open: Vec<(usize, usize, usize)> = vec![(0, 0, 0)];
    if is_deep(text) {
        return Some(format!("groups and lists stand in each other more than {MOST_DEPTH} deep"));
    }
    for event in Parser::new_from_str(text) {
        // What is wrong with it is said by whoever reads it.
        let Ok((event, _)) = event else { return None };
        let cost = match event {
            Event::Scalar(value, _, anchor, _) => {
                costs.insert(anchor, (1, value.len()));
                (1, value.len())
            }
            Event::Alias(anchor) => costs.get(&anchor).copied().unwrap_or((1, 0)),
            Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _) => {
                open.push((anchor, 1, 0));
                if open.len() > MOST_DEPTH + 1 {
                    return Some(format!(
                        "groups and lists stand in each other more than {MOST_DEPTH} deep"
                    ));
                }
                (0, 0)
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let (anchor, values, bytes) = open.pop().unwrap_or((0, 0, 0));
                costs.insert(anchor, (values, bytes));
                (values, bytes)
            }
            _ => (0, 0),
        };
        if let Some((_, values, bytes)) = open.last_mut() {
            *values = values.saturating_add(cost.0);
            *bytes = bytes.saturating_add(cost.1);
        }
        let all = open.iter().fold((0_usize, 0_usize), |all, (_, values, bytes)| {
            (all.0.saturating_add(*values), all.1.saturating_add(*bytes))
        });
        if all.0 > most_values {
            return Some(format!("it has more than {most_values} values, aliases counted"));
        }
        if all.1 > most_bytes {
            return Some(format!(
                "it has more than {} MB, aliases counted",
                most_bytes / 1024 / 1024
            ));
        }
    }
    None
}

/// Whether brackets are opened so deep that even a reader that only complains would take long.
/// Brackets in texts count as well, so that the bound is far above what anybody writes.
fn is_deep(text: &str) -> bool {
    let mut depth = 0_usize;
    text.bytes().any(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > 1000
    })
}

/// Whether a list on one line, or on lines of its own, could have more than `most` items.
fn has_long_list(text: &str, most: usize) -> bool {
    let items = |line: &str| memchr::memchr_iter(b',', line.as_bytes()).count() > most;
    let mut items_below = 0_usize;
    text.lines().any(|line| {
        items_below += usize::from(line.trim_start().starts_with('-'));
        items_below > most || items(line)
    })
}

/// Whether a line of YAML begins a text of several lines under a key of which one line is read.
fn begins_block(line: &str) -> bool {
    let line = line.trim_end().trim_end_matches(['-', '+']);
    let Some(rest) = line.strip_suffix(['|', '>']) else { return false };
    let key = rest.trim_end().strip_suffix(':').unwrap_or_default().trim_start_matches([' ', '-']);
    !PROSE.contains(&key.trim())
}

#[cfg(test)]
mod tests {
    use super::super::prune::prune;
    use super::*;
    use serde_yaml::{Mapping, Value};

    #[test]
    fn what_costs_more_than_it_looks_is_found_without_building_it() {
        let laughs = "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n\
                      d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e]\n";
        assert!(too_costly(laughs, None).is_some());
        assert!(
            too_costly(
                &format!("h: &a '{}'\nr: [{}]", "x".repeat(9_000), ["*a"; 300].join(",")),
                None
            )
            .is_some()
        );
        assert!(too_costly(&"[".repeat(100_000), None).is_some());
        assert!(too_costly(&"- ".repeat(100_000), None).is_some());
        assert_eq!(too_costly("name: &n Jan\nalso: *n\nlist: [{ a: [1] }]", None), None);
    }

    #[test]
    fn depth_cannot_hide_behind_quotes_and_comments() {
        let flat = "  - { expert: e1, role: \"chair\", topics: [a, b] }\n".repeat(60);
        assert!(!may_be_deep(&format!("members:\n{flat}")));
        for deep in [
            "[\n",
            "[[\n",
            "[ ']',\n",
            "{ a: 'x }\n', b:\n",
            "[ # ]\n",
            "[ \"]\", ']',\n",
            "{ a: \"' ]\", b: '}', c:\n",
        ] {
            assert!(may_be_deep(&format!("a: {}", deep.repeat(40))), "{deep}");
        }
        assert!(may_be_deep(&"[".repeat(33)) && may_be_deep(&"[]".repeat(33)));
    }

    #[test]
    fn what_is_too_long_is_taken_out_and_the_rest_stays() {
        let yaml = format!(
            "name: Jan\nheadline: {}\nwho: {}\nroles: [a, {}]",
            "W".repeat(501),
            "w ".repeat(900),
            "r".repeat(600)
        );
        let mut tree: Value = serde_yaml::from_str(&yaml).expect("YAML");
        let excess = prune(&mut tree, &Limits::default());
        assert_eq!(excess.len(), 2);
        assert_eq!(tree.as_mapping().map(Mapping::len), Some(3));
    }
}
