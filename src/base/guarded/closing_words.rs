//! Words by which people say that somebody is not to be seen, wherever they write them.

use super::forbidding::{answers_no, forbids, forbids_showing, speaks_of_showing};
use super::switch::Switch;
use super::{Guard, Written};
use crate::base::fold::fold;

/// How words begin that speak of who sees what, with the key that is meant. Compared without case
/// and accents.
const BEGINNINGS: [(&str, &str); 105] = [
    ("visib", "visibility"),
    ("visab", "visibility"),
    ("invisib", "visibility"),
    ("hidden", "visibility"),
    ("hide", "visibility"),
    ("hiddn", "visibility"),
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
    ("pubdate", "publish"),
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
    // What other generators and other languages call the same.
    ("membersonly", "visibility"),
    ("onlymembers", "visibility"),
    ("notforpublic", "visibility"),
    ("eleventyexclude", "visibility"),
    ("excludefrom", "visibility"),
    ("passwordprotect", "visibility"),
    ("ausgeblendet", "visibility"),
    ("masqu", "visibility"),
    ("ocult", "visibility"),
    ("nascost", "visibility"),
    ("skjult", "visibility"),
    ("dold", "visibility"),
    ("ukryt", "visibility"),
    ("gizli", "visibility"),
    ("скрыт", "visibility"),
    ("прихован", "visibility"),
    ("κρυφ", "visibility"),
    ("مخف", "visibility"),
    ("非公开", "visibility"),
    ("非公開", "visibility"),
    ("不公开", "visibility"),
    ("隐藏", "visibility"),
    ("隱藏", "visibility"),
    ("비공개", "visibility"),
    ("bozza", "draft"),
    ("rascunho", "draft"),
    ("utkast", "draft"),
    ("udkast", "draft"),
    ("szkic", "draft"),
    ("taslak", "draft"),
    ("черновик", "draft"),
    ("مسود", "draft"),
    ("草稿", "draft"),
    ("下書き", "draft"),
    ("veroeffentlich", "publish"),
    ("publikuj", "publish"),
    ("опублик", "publish"),
    ("опублік", "publish"),
];

/// Keys that speak of who sees what when they are called so and nothing else.
const WHOLE: [(&str, &str); 21] = [
    ("internal", "visibility"),
    ("intern", "visibility"),
    ("inactive", "visibility"),
    ("inactief", "visibility"),
    ("inaktiv", "visibility"),
    ("exclude", "visibility"),
    ("excluded", "visibility"),
    ("ignore", "visibility"),
    ("protected", "visibility"),
    ("restricted", "visibility"),
    ("password", "visibility"),
    ("passwort", "visibility"),
    ("wachtwoord", "visibility"),
    ("headless", "visibility"),
    ("disabled", "visibility"),
    ("ignored", "visibility"),
    ("skip", "visibility"),
    ("banned", "visibility"),
    ("blocked", "visibility"),
    ("suspended", "visibility"),
    ("postpassword", "visibility"),
];

/// Keys that say it when they are switched off: `active: false`, `permalink: false`.
const SWITCHES: [(&str, &str); 29] = [
    ("active", "visibility"),
    ("isactive", "visibility"),
    ("actief", "visibility"),
    ("aktiv", "visibility"),
    ("actif", "visibility"),
    ("activo", "visibility"),
    ("attivo", "visibility"),
    ("enabled", "visibility"),
    ("approved", "visibility"),
    ("goedgekeurd", "visibility"),
    ("freigegeben", "visibility"),
    ("online", "visibility"),
    ("live", "visibility"),
    ("display", "visibility"),
    ("render", "visibility"),
    ("output", "visibility"),
    ("permalink", "visibility"),
    ("list", "visibility"),
    ("tonen", "visibility"),
    ("weergeven", "visibility"),
    ("anzeigen", "visibility"),
    ("afficher", "visibility"),
    ("mostrar", "visibility"),
    ("index", "crawlers"),
    ("search", "crawlers"),
    ("searchable", "crawlers"),
    ("sitemap", "crawlers"),
    ("insearchindex", "crawlers"),
    ("insitemap", "crawlers"),
];

/// Words for no, besides those of a switch.
const NO: [&str; 23] = [
    "never", "none", "nooit", "geen", "nie", "jamais", "nej", "nei", "ei", "nao", "ne", "hayır",
    "hayir", "ocht", "οχι", "disabled", "disable", "нет", "ні", "否", "不", "لا", "לא",
];

/// Whole words that speak of who sees what, whatever they begin with.
const WORDS: [(&str, &str); 35] = [
    ("public", "visibility"),
    ("cache", "visibility"),
    ("show", "visibility"),
    ("access", "visibility"),
    ("wip", "draft"),
    ("unpublish", "expires"),
    ("publicar", "publish"),
    ("publicado", "publish"),
    ("publicada", "publish"),
    ("publier", "publish"),
    ("publie", "publish"),
    ("pubblicare", "publish"),
    ("pubblicato", "publish"),
    ("yayinla", "publish"),
    ("gdpr", "consent"),
    ("avg", "consent"),
    ("dsgvo", "consent"),
    ("rgpd", "consent"),
    ("lgpd", "consent"),
    ("rodo", "consent"),
    ("optin", "consent"),
    ("agreed", "consent"),
    ("permission", "consent"),
    ("akkoord", "consent"),
    ("consentwithdrawn", "withdrawn"),
    ("ingetrokken", "withdrawn"),
    ("optout", "withdrawn"),
    ("optedout", "withdrawn"),
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
    let as_whole = WHOLE.iter().find(|(known, _)| whole == *known);
    let of_word = |word: &String| {
        if OTHERS.contains(&word.as_str()) {
            return None;
        }
        let whole = WORDS.iter().find(|(known, _)| word == known);
        whole
            .or_else(|| BEGINNINGS.iter().find(|(beginning, _)| word.starts_with(beginning)))
            .map(|(_, key)| *key)
    };
    let as_whole = as_whole.map(|(_, key)| *key);
    as_whole
        .or_else(|| of_word(&whole))
        .or_else(|| parts.iter().find_map(of_word))
        .or_else(|| forbids_showing(&parts).then_some("visibility"))
}

/// The key that decides who sees what which `key` stands for when its value is a no.
pub fn switched_off(key: &str, value: &str) -> Option<&'static str> {
    let (parts, answer, value) = (parts(key), value, parts(value).concat());
    let key = parts.concat();
    let known = SWITCHES.iter().find(|(known, _)| key == *known).map(|(_, meant)| *meant);
    let asks = || speaks_of_showing(&parts).then_some("visibility");
    if let Some(known) = asks().filter(|_| answers_no(answer)) {
        return Some(known);
    }
    let known = known.or_else(asks)?;
    let is_off = matches!(Switch::understand(Written::Text(&value)), Some(Switch(false)));
    (is_off || NO.contains(&value.as_str())).then_some(known)
}

/// The key that decides who sees what for which `value` was meant, under a `key` that nobody reads:
/// `hidden` under any, a no under one that asks whether somebody is shown.
pub fn closed_by(key: &str, value: &str) -> Option<&'static str> {
    if closes(value) { Some("visibility") } else { switched_off(key, value) }
}

/// Whether `value` says that nobody is to see it: in a word, or in a short sentence
/// (`do not publish yet`).
pub fn closes(value: &str) -> bool {
    let word: String = fold(value).chars().filter(|sign| sign.is_alphanumeric()).collect();
    CLOSING.contains(&word.as_str()) || forbids(value)
}

#[cfg(test)]
mod tests {
    use super::{closes, speaks_of, switched_off};

    #[test]
    #[expect(clippy::too_many_lines, reason = "a table of words")]
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
            "members_only",
            "not_for_publication",
            "eleventyExcludeFromCollections",
            "nicht_veroeffentlichen",
            "internal",
            "скрыто",
            "非公開",
            "niet op website",
            "ne_pas_publier",
            "do_not_list",
            "niet_tonen",
            "niet_tonnen",
            "neit_tonen",
            "nicht_anzeigne",
            "Nicht im Verzeichnis",
            "internal_only",
            "Alleen intern",
            "nur für Mitglieder",
            "Opted out",
            "RGPD",
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
            "internal_number",
            "not_for_profit",
            "non-profit website",
            "website",
            "only child",
            "no_of_publications",
        ] {
            assert_eq!(speaks_of(key), None, "{key}");
        }
        assert!(
            closes("Hidden") && closes("not public") && !closes("available") && !closes("public")
        );
        for value in [
            "do not publish yet",
            "Please don't show",
            "niet tonen aub",
            "nicht anzeigen",
            "Niet op de site zetten!",
            "nicht auf die Webseite",
        ] {
            assert!(closes(value), "{value}");
        }
        for value in [
            "not yet a member",
            "published in Nature",
            "no website yet",
            "geen plaats",
            "heeft niet een site",
        ] {
            assert!(!closes(value), "{value}");
        }
    }

    #[test]
    fn a_no_under_a_key_that_asks_whether_somebody_is_shown_closes() {
        for off in ["No", "n", "0", "uit", "nooit"] {
            assert_eq!(switched_off("isActive", off), Some("visibility"), "{off}");
        }
        for key in [
            "Op website",
            "Mag op de site",
            "Publicatie",
            "Diffusion",
            "Auf Webseite",
            "Im Verzeichnis",
            "op_de_ledenlijst",
            "show_online",
            "Display",
        ] {
            for no in ["nee", "neee", "Nee, liever niet", "neit", "liever niet"] {
                assert_eq!(switched_off(key, no), Some("visibility"), "{key}: {no}");
            }
            for yes in ["ja", "Ja graag", "x", "https://example.org/nee", "yes"] {
                assert_eq!(switched_off(key, yes), None, "{key}: {yes}");
            }
        }
        for key in ["website", "site", "list price", "publicaties", "online courses", "directory"] {
            assert_eq!(switched_off(key, "no"), None, "{key}");
        }
        assert_eq!(switched_off("in_search_index", "false"), Some("crawlers"));
        assert_eq!(switched_off("active", "since 2019"), None);
    }
}
