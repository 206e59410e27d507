//! How keys that decide who sees what are called, and what people write instead of them.

use super::closing_words::{closed_by, closes, speaks_of, switched_off};
use super::stray::hides_items;
use crate::base::fold::fold;
use crate::base::word_list::is_among;
use crate::base::yaml::Step;
use serde_yaml::Value;
use strsim::osa_distance;

/// Such keys of an entry, at its top.
pub(super) const OF_ENTRIES: [&str; 9] = [
    "visibility",
    "draft",
    "publish",
    "expires",
    "consent",
    "withdrawn",
    "matchable",
    "formats",
    "crawlers",
];

/// Such a key of a location.
const ON_MAP: &str = "on_map";

/// What people write for it.
const MAP_WORDS: &str = "onmap onthemap notonmap nomap hideonmap showonmap map kaart opkaart opdekaart nietopkaart aufderkarte";

/// Those of them that mean nothing else, wherever they stand.
const NO_MAP_WORDS: &str = "onmap onthemap notonmap nomap hideonmap opkaart opdekaart nietopkaart";

/// Such keys of `vakwerk.yaml`, at its top.
const OF_SITES: [&str; 5] = ["privacy", "formats", "crawlers", "members", "member_rules"];

/// Words that look like one of the keys and mean something else.
const NOT_MEANT: [&str; 3] = ["content", "contents", "matches"];

/// A key as it is compared: without case, accents, and signs between letters.
pub(super) fn bare(key: &str) -> String {
    fold(key).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether a key of this name decides, at some level, who sees what.
pub(in crate::base) fn is_guarded(key: &str) -> bool {
    OF_ENTRIES.contains(&key) || OF_SITES.contains(&key) || key == ON_MAP
}

/// Whether a key of this name decides who sees what, or was meant to.
pub fn speaks_of_privacy(key: &str) -> bool {
    is_guarded(key) || speaks_of(key).is_some()
}

/// Whether the key at `path` decides who sees what even when nothing stands under it: it is then
/// not clear what was meant.
pub(in crate::base) fn is_guarded_when_empty(path: &[Step]) -> bool {
    let Some((Step::Key(key), parents)) = path.split_last() else { return false };
    let below = |group: &str| matches!(parents.last(), Some(Step::Key(parent)) if parent == group);
    // Nothing reads `privacy` in an entry, and in the file of a site all of it may be left out.
    (parents.is_empty() && key == "privacy")
        || key == ON_MAP
        || ["formats", "crawlers", "privacy"].into_iter().any(below)
        || (OF_ENTRIES.contains(&key.as_str()) && !OF_SITES.contains(&key.as_str()))
}

/// A key that nobody reads, and that was meant for one that decides who sees what.
pub(in crate::base) struct Meant {
    /// The key that was meant.
    pub(in crate::base) key: &'static str,
    /// Where its value is distrusted: the path of the key. None when only the whole site can be
    /// closed.
    pub(in crate::base) closes: Option<Vec<Step>>,
}

impl Meant {
    /// Whether the whole entry is closed, or the whole site; else what the key speaks of is left
    /// out.
    pub(in crate::base) fn closes_entry(&self) -> bool {
        !is_of_part(self.closes.as_deref().unwrap_or_default())
    }

    /// What to do about the unread `key`, where `known` are read. A remedy that would not be read
    /// either is none.
    pub(in crate::base) fn remedy(&self, key: &str, known: &[&str]) -> String {
        let what = if known.contains(&self.key) && key != self.key {
            format!("write `{}:`, or take it out", self.key)
        } else {
            "take it out, or write it where it is read".to_owned()
        };
        format!("{what}; until then what it guards is closed")
    }
}

/// Whether what stands at `path` decides of a part of an entry alone: how to reach somebody,
/// the map, formats, programs, matches.
pub(in crate::base) fn is_of_part(path: &[Step]) -> bool {
    matches!(path.first(), Some(Step::Key(key)) if matches!(key.as_str(), "contact" | "location" | "formats" | "crawlers" | "matchable"))
}

/// What the unread key at `path` was meant for, when keys named `known` are read beside it.
pub(in crate::base) fn meant(path: &[Step], known: &[&str]) -> Option<Meant> {
    let (Step::Key(written), parents) = path.split_last()? else { return None };
    let key = if written == "<<" { written.clone() } else { bare(written) };
    // What is merged into an entry may be one of the keys.
    let by_word = || match speaks_of(written) {
        None if written == "<<" || closes(written) => Some("visibility"),
        key => key,
    };
    let at_top = |key: &'static str| Meant { key, closes: closing(key, path, known) };
    if parents.is_empty() && known.contains(&"privacy") {
        let sub_keys = ["consent", "consent_lasts", "consent_expired"];
        let near = closest(&key, OF_SITES.into_iter().chain(sub_keys), known);
        let near = near.or_else(by_word)?;
        let of_sites = |key| if OF_SITES.contains(&key) { key } else { "privacy" };
        return Some(Meant { key: of_sites(near), closes: None });
    }
    // Entries and their translations: a translation knows none of the keys, and closes its entry.
    if parents.is_empty() {
        // The key of a location that was not indented; nothing else has a location.
        if known.contains(&"location") && is_among(MAP_WORDS, &key) {
            return Some(Meant { key: ON_MAP, closes: Some(on_map()) });
        }
        // A translation has no say in that either.
        let is_translation = !known.contains(&"visibility") && !known.contains(&"privacy");
        if is_translation && NO_MAP_WORDS.split(' ').any(|word| word == key) {
            return Some(at_top("visibility"));
        }
        if speaks_of_contact(written) && by_word() == Some("visibility") {
            return Some(Meant { key: "contact.visibility", closes: Some(contact_visibility()) });
        }
        return by_word().or_else(|| closest(&key, OF_ENTRIES, known)).map(at_top);
    }
    match parents {
        [Step::Key(parent)] if parent == "contact" => {
            let near =
                by_word() == Some("visibility") || closest(&key, ["visibility"], known).is_some();
            near.then(|| Meant { key: "visibility", closes: Some(contact_visibility()) })
                .or_else(|| OF_ENTRIES.into_iter().find(|guarded| bare(guarded) == key).map(at_top))
        }
        [Step::Key(parent)]
            if parent == "location"
                && ["map", "kaart", "karte", "carte"].iter().any(|word| key.contains(word)) =>
        {
            Some(Meant { key: ON_MAP, closes: Some(on_map()) })
        }
        // Further down only what is one of the keys to the letter, an entry's key that was indented
        // too far, or says that something is not to be seen and is no key of the item misspelt.
        // Days, such as `published`, are of the item there.
        _ if key == "privacy" => Some(at_top("visibility")),
        _ => OF_ENTRIES
            .into_iter()
            .find(|guarded| bare(guarded) == key)
            .or_else(|| by_word().filter(|_| hides_items(&key) && !is_misspelt(&key, known)))
            .map(at_top),
    }
}

/// Whether a key is one of those that are read beside it, but for a letter.
fn is_misspelt(key: &str, known: &[&str]) -> bool {
    known.iter().any(|it| osa_distance(key, &bare(it)) <= 1)
}

/// The path of the key by which an entry is closed for `key`, which was meant at `path`: its
/// visibility when it has no such key. None in a translation, which has neither.
fn closing(key: &'static str, path: &[Step], known: &[&str]) -> Option<Vec<Step>> {
    let is_here = path.len() > 1 || known.contains(&key);
    let by = if is_here { Some(key) } else { known.iter().copied().find(|it| *it == "visibility") };
    by.map(|by| vec![Step::Key(by.to_owned())])
}

/// Where it stands whether somebody is on the map.
fn on_map() -> Vec<Step> {
    ["location", ON_MAP].map(|key| Step::Key(key.to_owned())).into()
}

/// Where it stands who sees how to reach somebody.
fn contact_visibility() -> Vec<Step> {
    ["contact", "visibility"].map(|key| Step::Key(key.to_owned())).into()
}

/// Whether a key speaks of how to reach somebody: `hide_email`.
fn speaks_of_contact(key: &str) -> bool {
    let key = fold(key);
    ["contact", "mail", "phone", "telefo", "mobil", "address", "adres"]
        .iter()
        .any(|word| key.contains(word))
}

/// The key that decides who sees what for which `value` was meant, under the key at `path` that
/// nobody reads: a word such as `hidden`, or a group with one of these keys.
pub(in crate::base) fn meant_by_value(
    path: &[Step],
    value: &Value,
    known: &[&str],
) -> Option<Meant> {
    let written = match path.last() {
        Some(Step::Key(key)) => key.as_str(),
        _ => "",
    };
    let key = closed_by_value(written, value)?;
    if known.contains(&"privacy") && path.len() == 1 {
        return Some(Meant { key: "privacy", closes: None });
    }
    let below_contact = matches!(path, [Step::Key(first), _, ..] if first == "contact");
    let closes = if below_contact { Some(contact_visibility()) } else { closing(key, path, known) };
    Some(Meant { key, closes })
}

/// The key that decides who sees what which `value` stands for under `key`.
fn closed_by_value(key: &str, value: &Value) -> Option<&'static str> {
    match value {
        Value::String(text) => closed_by(key, text),
        Value::Bool(false) => switched_off(key, "false"),
        Value::Number(number) => switched_off(key, &number.to_string()),
        Value::Sequence(items) => {
            let closes = |item: &Value| item.as_str().is_some_and(closes);
            items.iter().any(closes).then_some("visibility")
        }
        Value::Mapping(group) => group.iter().find_map(|(inner, value)| {
            let inner = inner.as_str()?;
            let is_word = is_guarded(inner) || speaks_of(inner).is_some();
            // `sitemap: { disable: true }` says as much as `sitemap: false`.
            let is_off = matches!(inner, "disable" | "disabled") && *value != Value::Bool(false);
            let never = || matches!(value.as_str(), Some("never")).then_some("visibility");
            let by_group = || is_off.then(|| switched_off(key, "no")).flatten();
            if is_word {
                Some("visibility")
            } else {
                closed_by_value(inner, value).or_else(never).or_else(by_group)
            }
        }),
        _ => None,
    }
}

/// The key that decides who sees what for which the column `name` of a table was meant, when
/// nothing reads it or it stands there twice.
pub fn meant_by_column(name: &str, known: &[&str]) -> Option<&'static str> {
    if is_guarded(name) {
        return OF_ENTRIES.into_iter().find(|key| *key == name);
    }
    // Whoever explains a column does so behind its name: `visibility (public/hidden)`.
    let plain = name.split(['(', '[', '?', ':', '/']).next().unwrap_or(name).trim();
    if is_guarded(plain) {
        return OF_ENTRIES.into_iter().find(|key| *key == plain);
    }
    let path: Vec<Step> = plain.split('.').map(|part| Step::Key(part.to_owned())).collect();
    let free = usize::from(matches!(path.first(), Some(Step::Key(first)) if first == "extra"));
    meant(&path[free..], known).map(|meant| meant.key)
}

/// Which of `keys` a word is near to; none when it is nearer to another key that is read there.
fn closest(
    word: &str,
    keys: impl IntoIterator<Item = &'static str>,
    known: &[&str],
) -> Option<&'static str> {
    let letters = word.chars().count();
    if letters > 40 || NOT_MEANT.contains(&word) {
        return None;
    }
    let near = keys.into_iter().map(|key| (osa_distance(word, &bare(key)), key)).min()?;
    let most = match near.1.len() {
        0..=5 => 1,
        6..=8 => 2,
        _ => 3,
    };
    let others = known.iter().filter(|key| !is_guarded(key));
    let other = others.map(|key| osa_distance(word, &bare(key))).min();
    (near.0 <= most && other.is_none_or(|other| near.0 <= other)).then_some(near.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXPERT: [&str; 12] = [
        "name",
        "headline",
        "experience",
        "expertise",
        "visibility",
        "draft",
        "publish",
        "expires",
        "consent",
        "withdrawn",
        "formats",
        "crawlers",
    ];

    fn of(key: &str) -> Option<&'static str> {
        meant(&[Step::Key(key.to_owned())], &EXPERT).map(|meant| meant.key)
    }

    #[test]
    fn keys_near_to_one_that_guards_are_meant_for_it() {
        for (key, wanted) in [
            ("visibilty", "visibility"),
            ("Visibility", "visibility"),
            ("visability", "visibility"),
            ("vis ibility", "visibility"),
            ("hidden", "visibility"),
            ("zichtbaarheid", "visibility"),
            ("darft", "draft"),
            ("drafts", "draft"),
            ("publsh", "publish"),
            ("publish_date", "publish"),
            ("expire", "expires"),
            ("consnt", "consent"),
            ("with-drawn", "withdrawn"),
            ("withdraw", "withdrawn"),
            ("format", "formats"),
            ("crawler", "crawlers"),
        ] {
            assert_eq!(of(key), Some(wanted), "{key}");
        }
        for key in
            ["content", "experties", "headlin", "nmae", "tags", "title", "motto", "expertises"]
        {
            assert_eq!(of(key), None, "{key}");
        }
    }
}
