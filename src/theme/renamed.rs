//! What templates of others may still call by a name that it had.

use crate::base::{Code, Diagnostic, Place, Spot};
use std::collections::{BTreeMap, BTreeSet};

/// Former names of what templates are given, and those of today.
const RENAMED: [(&str, &str); 5] = [
    ("listing.narrowed", "listing.filter"),
    ("network.map", "network.graph"),
    ("network.map_people", "network.graph_people"),
    ("network.map_topics", "network.graph_topics"),
    ("ui.constellation", "ui.graph"),
];

/// Says where templates use former names. `{% if network.map %}` would be false without a word, and
/// a section gone.
pub(super) fn told(
    templates: &BTreeMap<String, String>,
    origins: &BTreeMap<String, String>,
) -> Vec<Diagnostic> {
    // A template is known by two names: its own, and that at the height of its theme.
    let texts: BTreeSet<(&String, &String)> =
        templates.iter().filter_map(|(name, text)| Some((origins.get(name)?, text))).collect();
    let lines = texts
        .into_iter()
        .flat_map(|(origin, text)| (1..).zip(text.lines()).map(move |it| (origin, it)));
    let found = lines.flat_map(|(origin, (number, line))| {
        RENAMED.into_iter().filter_map(move |(former, name)| {
            let spot = Spot::Position(number, column(line, former)?);
            let place = Place { file: origin.as_str().into(), spot };
            let message = format!("`{former}` is called `{name}` now");
            Some(
                Diagnostic::new(Code::TemplateFailed, place, message)
                    .help("write the new name; the variables that templates are given are listed in docs/pages/themes.md"),
            )
        })
    });
    found.collect()
}

/// The column in which `word` stands by itself, counted in letters from 1.
fn column(line: &str, word: &str) -> Option<usize> {
    let is_of_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    let (at, _) = line.match_indices(word).find(|(at, _)| {
        let before = line[..*at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        !before.is_some_and(|letter| is_of_name(letter) || letter == '.')
            && !after.is_some_and(is_of_name)
    })?;
    Some(line[..at].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::column;

    #[test]
    fn a_name_is_found_only_where_it_stands_by_itself() {
        assert_eq!(column("{% if network.map %}", "network.map"), Some(7));
        assert_eq!(column("é {{ network.map.of }}", "network.map"), Some(6));
        for other in [
            "{{ my_network.map }}",
            "{{ network.maps }}",
            "{{ network.map_of }}",
            "{{ x.network.map }}",
        ] {
            assert_eq!(column(other, "network.map"), None, "{other}");
        }
    }
}
