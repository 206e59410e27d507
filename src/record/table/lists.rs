//! What parts the items of a list in one cell.

use crate::base::Language;
use crate::base::fold;
use std::collections::BTreeSet;

/// Keys whose items are words, so that a comma may part them.
const OF_WORDS: [&str; 14] = [
    "expertise",
    "topics",
    "roles",
    "audience",
    "languages",
    "synonyms",
    "broader",
    "related",
    "team",
    "members",
    "former_names",
    "needs",
    "aliases",
    "same_as",
];

/// Signs that always part items.
const SIGNS: [char; 3] = [';', '|', '\n'];

/// How many words an item has at most that commas part.
const MOST_WORDS: usize = 5;

/// How the cells of a column are split.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Splitting {
    /// By this sign alone, as the owner of the site says.
    By(String),
    /// By `;`, `|` and line breaks, and by commas as well.
    Commas,
    /// By commas too where all parts are among these words.
    Known(BTreeSet<String>),
}

/// How a column is split, and what there is to say of it.
pub(super) struct Decided {
    pub(super) splitting: Splitting,
    pub(super) message: Option<String>,
}

/// Decides how the cells of the column `name` of `key` are split.
pub(super) fn decide(name: &str, key: &str, cells: &[&str], topics: &BTreeSet<String>) -> Decided {
    let with_commas: Vec<&str> =
        cells.iter().copied().filter(|cell| cell.contains(',') && !cell.contains(SIGNS)).collect();
    let plain = |splitting| Decided { splitting, message: None };
    if with_commas.is_empty() || !OF_WORDS.contains(&key) {
        return plain(Splitting::Known(BTreeSet::new()));
    }
    let other_signs = cells.iter().any(|cell| cell.contains(SIGNS));
    let are_short = with_commas
        .iter()
        .all(|cell| parts(cell).all(|part| part.split_whitespace().count() <= MOST_WORDS));
    let throughout = with_commas.len() >= 3 || with_commas.len() * 3 >= cells.len();
    let example = with_commas[0];
    if !other_signs && are_short && throughout {
        let shown: Vec<String> = parts(example).map(|part| format!("`{part}`")).collect();
        let message = format!("the cells of `{name}` are split by commas: {}", shown.join(", "));
        return Decided { splitting: Splitting::Commas, message: Some(message) };
    }
    let mut known: BTreeSet<String> =
        if key == "languages" { BTreeSet::new() } else { topics.clone() };
    for cell in cells.iter().filter(|cell| cell.contains(SIGNS) || !cell.contains(',')) {
        known.extend(cell.split(SIGNS).map(fold::key).filter(|word| !word.is_empty()));
    }
    let is_known = |cell: &&str| are_known(cell, &known);
    let (split, whole): (Vec<&str>, Vec<&str>) =
        with_commas.into_iter().partition(|cell| is_known(cell));
    let message = match (split.first(), whole.first()) {
        (None, Some(one)) => format!("a comma in `{name}` parts nothing: `{one}` is one item"),
        (Some(one), None) => format!("commas in `{name}` part items that are known: `{one}`"),
        (Some(one), Some(other)) => {
            format!(
                "commas in `{name}` part items where all are known (`{one}`), and else nothing (`{other}`)"
            )
        }
        (None, None) => return plain(Splitting::Known(known)),
    };
    Decided { splitting: Splitting::Known(known), message: Some(message) }
}

fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(',').map(str::trim).filter(|part| !part.is_empty())
}

fn are_known(cell: &str, known: &BTreeSet<String>) -> bool {
    parts(cell).all(|part| known.contains(&fold::key(part)) || Language::by_name(part).is_some())
}

impl Splitting {
    /// The items of a cell, each once.
    pub(super) fn items(&self, cell: &str) -> Vec<String> {
        let all: Vec<&str> = match self {
            Self::By(sign) if !sign.is_empty() => cell.split(sign.as_str()).collect(),
            Self::By(_) => vec![cell],
            Self::Commas => cell.split(SIGNS).flat_map(|part| part.split(',')).collect(),
            Self::Known(known) => cell
                .split(SIGNS)
                .flat_map(|part| {
                    if are_known(part, known) { part.split(',').collect() } else { vec![part] }
                })
                .collect(),
        };
        let mut items: Vec<String> = Vec::with_capacity(all.len());
        for item in all.into_iter().map(tidied).filter(|item| !item.is_empty()) {
            if !items.iter().any(|known| fold::key(known) == fold::key(item)) {
                items.push(item.to_owned());
            }
        }
        items
    }
}

/// An item without the sign of a list on lines before it.
fn tidied(item: &str) -> &str {
    let item = item.trim();
    ["- ", "• ", "* ", "– ", "· "]
        .iter()
        .find_map(|sign| item.strip_prefix(sign))
        .unwrap_or(item)
        .trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(cells: &[&str], topics: &[&str]) -> (Vec<Vec<String>>, Option<String>) {
        let topics = topics.iter().map(|topic| fold::key(topic)).collect();
        let decided = decide("Expertise", "expertise", cells, &topics);
        (cells.iter().map(|cell| decided.splitting.items(cell)).collect(), decided.message)
    }

    #[test]
    fn commas_part_items_where_a_column_does_so_throughout_or_the_parts_are_known() {
        let (items, message) =
            split(&["warmtenetten, duurzaamheid", "recht", "bodem, water", "geo"], &[]);
        assert_eq!((items[0].len(), items[1].len()), (2, 1));
        assert_eq!(
            message.as_deref(),
            Some("the cells of `Expertise` are split by commas: `warmtenetten`, `duurzaamheid`")
        );
        // Here other signs part, and a comma is part of a word unless the parts are known.
        let (items, message) =
            split(&["bodem; water", "water, bodem", "zorg, welzijn", "- geo\n- recht"], &[]);
        assert_eq!(items.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2, 1, 2]);
        assert!(message.expect("a word on it").contains("`zorg, welzijn`"));
        let (items, _) = split(&["zorg, welzijn", "a", "b", "c", "d"], &["Zorg", "welzijn"]);
        assert_eq!(items[0].len(), 2);
        let (items, message) = split(&["a; A; b"], &[]);
        assert_eq!((items[0].len(), message), (2, None));
        let (items, _) = split(&["C; C++; C#; c++; =; <<; !x; >"], &[]);
        assert_eq!(items[0], ["C", "C++", "C#", "=", "<<", "!x", ">"]);
    }
}
