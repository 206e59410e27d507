//! What the name of a file says: the entry that it is about, and the language of a translation.

use crate::base::Language;

/// Endings of files in which entries stand.
pub(super) const ENDINGS: [&str; 4] = [".md", ".markdown", ".yaml", ".yml"];

/// The name of an entry's file without its ending; none for files of other kinds.
pub(super) fn stem(name: &str) -> Option<&str> {
    // Whatever the case of its letters.
    let ends = |ending: &&&str| {
        name.len() > ending.len() && name.is_char_boundary(name.len() - ending.len())
    };
    let of = |ending: &&str| name[name.len() - ending.len()..].eq_ignore_ascii_case(ending);
    let ending = ENDINGS.iter().filter(ends).find(|ending| of(ending))?;
    let stem = &name[..name.len() - ending.len()];
    (!stem.is_empty() && !stem.starts_with('.')).then_some(stem)
}

/// Whether a file of that name may hold an entry.
pub fn is_entry(name: &str) -> bool {
    stem(name).is_some()
}

/// Whether a file or folder is put away by a dot before its name. A file that could be an entry is
/// not: it may be of somebody who wants not to be seen.
pub(super) fn is_put_away(name: &str) -> bool {
    // Programs keep files of their own behind these signs.
    let is_ours = |rest: &str| is_entry(rest) && !rest.starts_with(['_', '#', '~']);
    name.strip_prefix('.').is_some_and(|rest| !is_ours(rest))
}

/// Whether a file of that name beside pictures and cases is the profile of whom they are of.
pub fn is_profile(name: &str) -> bool {
    read_fixed(&name.to_lowercase()).is_some_and(|(stem, _)| stem == "profile")
}

/// The name of a file and the language of a translation, where the name itself is given:
/// `profile.en.md`, `index.en.md`, `experts.en.csv`.
pub(super) fn read_fixed(name: &str) -> Option<(&str, Option<Language>)> {
    let stem = stem(name)?;
    Some(tagged(stem).map_or((stem, None), |(rest, language)| (rest, Some(language))))
}

/// The same where people choose the name, and dots stand in names too: `jane.smith.md`,
/// `node.js.md`. What stands behind the last dot is a language when it is one of `languages`, those
/// of the site; or when it is one that is widely known, and the entry's own file stands beside:
/// `has_entry`.
pub(super) fn read_chosen<'a>(
    name: &'a str,
    languages: &[Language],
    has_entry: impl Fn(&str) -> bool,
) -> Option<(&'a str, Option<Language>)> {
    let stem = stem(name)?;
    if let Some((rest, language)) = tagged(stem)
        && (rest == "index"
            || languages.contains(&language)
            || language.is_widely_known() && has_entry(rest))
    {
        return Some((rest, Some(language)));
    }
    Some((stem, None))
}

/// A name and the language tag behind its last dot.
fn tagged(stem: &str) -> Option<(&str, Language)> {
    let (rest, tag) = stem.rsplit_once('.')?;
    // Spaces around a tag are forgiven elsewhere.
    let is_plain = tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    (!rest.is_empty() && is_plain && (2..=11).contains(&tag.len())).then_some(())?;
    // Systems write locales with an underscore: `pt_BR`.
    Some((rest, tag.replace('_', "-").parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen<'a>(name: &'a str, beside: &[&str]) -> (&'a str, Option<String>) {
        let languages: Vec<Language> =
            ["nl", "en"].iter().map(|tag| tag.parse().expect("a tag")).collect();
        let (stem, language) =
            read_chosen(name, &languages, |stem| beside.contains(&stem)).expect("an entry");
        (stem, language.map(|language| language.to_string()))
    }

    #[test]
    fn a_dot_begins_a_language_only_where_it_is_one_of_the_site() {
        for (name, stem, language) in [
            ("jane.smith.md", "jane.smith", None),
            ("kim.lee.md", "kim.lee", None),
            ("dr.no.md", "dr.no", None),
            ("node.js.md", "node.js", None),
            ("jan.de.md", "jan.de", None),
            ("kim.de-jong.md", "kim.de-jong", None),
            ("j.r.r.tolkien.yaml", "j.r.r.tolkien", None),
            ("jane.smith.en.md", "jane.smith", Some("en")),
            ("jane.EN.yml", "jane", Some("en")),
            ("asp.net.md", "asp.net", None),
            ("index.fr.md", "index", Some("fr")),
        ] {
            assert_eq!(chosen(name, &[]), (stem, language.map(str::to_owned)), "{name}");
        }
    }

    #[test]
    fn beside_its_entry_a_widely_known_tag_is_a_translation() {
        assert_eq!(chosen("jan.de.md", &["jan"]), ("jan", Some("de".to_owned())));
        for name in ["jan.pt-BR.md", "jan.pt_BR.md"] {
            assert_eq!(chosen(name, &["jan"]), ("jan", Some("pt-BR".to_owned())));
        }
        for name in ["kim.lee", "kim.de-jong", "kim.van"] {
            assert_eq!(chosen(&format!("{name}.md"), &["kim"]), (name, None));
        }
    }
}
