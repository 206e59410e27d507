//! Words by which people say that somebody is not to be seen, wherever they write them.

use super::fold::fold;

/// How words begin that speak of who sees what, with the key that is meant. Compared without case
/// and accents.
const BEGINNINGS: [(&str, &str); 65] = [
    ("visib", "visibility"),
    ("visab", "visibility"),
    ("invisib", "visibility"),
    ("hidden", "visibility"),
    ("hide", "visibility"),
    ("privac", "visibility"),
    ("privat", "visibility"),
    ("prive", "visibility"),
    ("ispublic", "visibility"),
    ("notpublic", "visibility"),
    ("nonpublic", "visibility"),
    ("openbaar", "visibility"),
    ("offentlich", "visibility"),
    ("oeffentlich", "visibility"),
    ("nichtoffentlich", "visibility"),
    ("verborgen", "visibility"),
    ("verberg", "visibility"),
    ("versteckt", "visibility"),
    ("sichtbar", "visibility"),
    ("unsichtbar", "visibility"),
    ("zichtbaar", "visibility"),
    ("onzichtbaar", "visibility"),
    ("geheim", "visibility"),
    ("secret", "visibility"),
    ("confiden", "visibility"),
    ("vertrouwelijk", "visibility"),
    ("vertraulich", "visibility"),
    ("anoniem", "visibility"),
    ("anonym", "visibility"),
    ("unlist", "visibility"),
    ("listed", "visibility"),
    ("noindex", "visibility"),
    ("nofollow", "visibility"),
    ("norobots", "visibility"),
    ("deleted", "visibility"),
    ("forgotten", "visibility"),
    ("archived", "visibility"),
    ("datenschutz", "visibility"),
    ("draft", "draft"),
    ("isdraft", "draft"),
    ("entwurf", "draft"),
    ("brouillon", "draft"),
    ("borrador", "draft"),
    ("publish", "publish"),
    ("unpublish", "publish"),
    ("dontpublish", "publish"),
    ("donotpublish", "publish"),
    ("nopublish", "publish"),
    ("ispublish", "publish"),
    ("publiceer", "publish"),
    ("publicer", "publish"),
    ("gepubliceerd", "publish"),
    ("veroffentlich", "publish"),
    ("embargo", "publish"),
    ("expire", "expires"),
    ("expiry", "expires"),
    ("expirat", "expires"),
    ("removeafter", "expires"),
    ("deleteafter", "expires"),
    ("verloopt", "expires"),
    ("consent", "consent"),
    ("toestemming", "consent"),
    ("einwilligung", "consent"),
    ("zustimmung", "consent"),
    ("withdraw", "withdrawn"),
];

/// Whole words that speak of who sees what, whatever they begin with.
const WORDS: [(&str, &str); 22] = [
    ("public", "visibility"),
    ("cache", "visibility"),
    ("show", "visibility"),
    ("access", "visibility"),
    ("wip", "draft"),
    ("unpublish", "expires"),
    ("gdpr", "consent"),
    ("avg", "consent"),
    ("dsgvo", "consent"),
    ("optin", "consent"),
    ("agreed", "consent"),
    ("akkoord", "consent"),
    ("consentwithdrawn", "withdrawn"),
    ("ingetrokken", "withdrawn"),
    ("optout", "withdrawn"),
    ("revoked", "withdrawn"),
    ("matching", "matchable"),
    ("crawl", "crawlers"),
    ("robots", "crawlers"),
    ("bots", "crawlers"),
    ("noai", "crawlers"),
    ("ai", "crawlers"),
];

/// Words that begin like one of these and mean something else.
const OTHERS: [&str; 4] = ["publisher", "publishers", "secretary", "secretariat"];

/// Values by which people say that nobody is to see it.
const CLOSING: [&str; 40] = [
    "hidden",
    "hide",
    "private",
    "privat",
    "prive",
    "draft",
    "concept",
    "secret",
    "geheim",
    "unlisted",
    "invisible",
    "internal",
    "intern",
    "confidential",
    "vertrouwelijk",
    "vertraulich",
    "anonymous",
    "anoniem",
    "verborgen",
    "onzichtbaar",
    "versteckt",
    "unsichtbar",
    "entwurf",
    "brouillon",
    "borrador",
    "unpublished",
    "archived",
    "deleted",
    "removed",
    "withdrawn",
    "revoked",
    "inactive",
    "inactief",
    "embargo",
    "notpublic",
    "nietopenbaar",
    "nonpublic",
    "membersonly",
    "noindex",
    "nobody",
];

/// The parts of a key between signs and where capitals begin, each without case and accents:
/// `isPublic` has two.
fn parts(key: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut after_small = false;
    for letter in key.chars() {
        if !letter.is_alphanumeric() || (letter.is_uppercase() && after_small) {
            parts.push(String::new());
        }
        if letter.is_alphanumeric() {
            parts.last_mut().expect("there is a part").push(letter);
        }
        after_small = letter.is_lowercase();
    }
    parts.iter().filter(|part| !part.is_empty()).map(|part| fold(part)).collect()
}

/// The key that decides who sees what of which `key` speaks by one of its words.
pub(super) fn speaks_of(key: &str) -> Option<&'static str> {
    let parts = parts(key);
    let whole = parts.concat();
    let of_word = |word: &String| {
        if OTHERS.contains(&word.as_str()) {
            return None;
        }
        let whole = WORDS.iter().find(|(known, _)| word == known);
        whole
            .or_else(|| BEGINNINGS.iter().find(|(beginning, _)| word.starts_with(beginning)))
            .map(|(_, key)| *key)
    };
    of_word(&whole).or_else(|| parts.iter().find_map(of_word))
}

/// Whether `value` says that nobody is to see it.
pub fn closes(value: &str) -> bool {
    let word: String = fold(value).chars().filter(|sign| sign.is_alphanumeric()).collect();
    CLOSING.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::{closes, speaks_of};

    #[test]
    fn keys_that_speak_of_who_sees_what_are_known_by_their_words() {
        for key in [
            "is_public",
            "isPublic",
            "not_public",
            "do_not_publish",
            "dontpublish",
            "unpublished",
            "published_at",
            "expire_date",
            "remove_after",
            "visable",
            "visib",
            "gepubliceerd",
            "privat",
            "öffentlich",
            "caché",
            "contact_visibility",
            "hide_email",
            "Toestemming gegeven",
            "consent given?",
            "visibility (public/hidden)",
            "privacy.consent",
        ] {
            assert!(speaks_of(key).is_some(), "{key}");
        }
        for key in [
            "publications",
            "publication list",
            "publisher",
            "expertise",
            "tags",
            "secretary",
            "status",
            "main",
        ] {
            assert_eq!(speaks_of(key), None, "{key}");
        }
        assert!(
            closes("Hidden") && closes("not public") && !closes("available") && !closes("public")
        );
    }
}
