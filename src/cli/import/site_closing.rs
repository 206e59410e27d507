//! What front matter of other generators says of whether a page is to be seen, and from when: what
//! is not plainly open closes the profile.

use super::node::{date, is_nothing};
use crate::base::guarded::{Guard, Written};
use crate::base::word_list::is_among;
use crate::base::{Date, Switch, fold::fold, says_nobody, speaks_of_privacy, switched_off};
use serde_json::Value;

/// Keys of the day on which a page appears, as keys are compared here: in small letters without
/// signs.
const FROM: &str = "date publishdate publishon pubdate publicationdate datepublished publishat \
                    publishedat publishfrom publish published golive scheduled releasedate \
                    availablefrom publicatiedatum";

/// Groups in which Hugo says whether a page is made and listed.
const BUILD: &str = "build _build";

/// Groups that are of the page, so that a switch in them is of all of it.
const OF_PAGE: &str = "sitemap robots seo search build meta page settings options config params \
                       extra visibility status publish access feed";

/// Keys that say yes by their own name, and words under them that are plainly open.
const OPEN: &str = "publish published public ispublic ispublished visible isvisible listed show \
                    visibility access privacy status openbaar zichtbaar gepubliceerd sichtbar";
const OPEN_WORDS: &str = "public published visible always openbaar zichtbaar gepubliceerd \
                          offentlich oeffentlich sichtbar everyone iedereen all open live active";

/// Parts of keys that say no by their own name, so that `false` under them is plainly open.
const NEGATIVE: &str = "hidden hide draft privat prive secret geheim confiden vertrouwelijk \
                        vertraulich invisib onzichtbaar unsichtbar verborgen versteckt unlist \
                        noindex nofollow norobots deleted archived unpublish dontpublish \
                        donotpublish nopublish withdraw optout optedout revoked intern inacti \
                        inaktiv exclude ignore protect restricted headless wip entwurf brouillon \
                        borrador only notpublic nonpublic notforpublic anonym anoniem";

/// Words by which a status says that it is not yet, or no longer.
const STATUS: &str = "status state stage poststatus workflow";
const NOT_YET: &str = "pending future scheduled trash trashed review inreview todo waiting planned";

/// Keys whose words are of the person, in whatever sense: an `intern` may be somebody's position.
const OF_PEOPLE: &str = "profile role roles position jobtitle title name description summary about \
                         bio who shortbio url tags skills topics keywords interests expertise \
                         location address education headline subtitle tagline team teams group \
                         groups usergroups department organization organizations employer \
                         firstname lastname fullname displayname author slug layout template";

/// Groups further down than that are of something else.
const DEEPEST: usize = 4;

/// What the front matter says by which the page is not to be seen on the day `today`: `render:
/// false`. None when it is plainly open.
pub(super) fn closed_by(value: &Value, today: Date) -> Option<String> {
    in_group(value, None, (today, DEEPEST))
}

/// The key at the top of which that is.
pub(super) fn closing_key(value: &Value, today: Date) -> Option<&str> {
    let keys = value.as_object()?.iter();
    keys.map(|(key, value)| (key.as_str(), one(key, value, None, (today, DEEPEST))))
        .find_map(|(key, found)| found.map(|_| key))
}

fn in_group(value: &Value, parent: Option<&str>, how: (Date, usize)) -> Option<String> {
    let group = value.as_object().filter(|_| how.1 > 0)?;
    group.iter().find_map(|(key, value)| one(key, value, parent, how))
}

/// What a key says of it, and the groups below it.
fn one(key: &str, value: &Value, parent: Option<&str>, how: (Date, usize)) -> Option<String> {
    if key == "cascade" {
        let items = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        let found = items.iter().find_map(|item| in_group(item, None, (how.0, how.1 - 1)));
        return found.map(|found| format!("{key}.{found}"));
    }
    let is_of_page = parent.is_none_or(|parent| is_among(OF_PAGE, &bare(parent)));
    let closes = closes_by_name(key, value)
        || (is_of_page && closes_by_value(&bare(key), key, (value, how.0), parent));
    if closes {
        return Some(match shown(value) {
            Some(shown) => format!("{key}: {shown}"),
            None => key.to_owned(),
        });
    }
    in_group(value, Some(key), (how.0, how.1 - 1)).map(|found| format!("{key}.{found}"))
}

/// Whether a key that speaks of who sees what, or a word under any, says that nobody does.
fn closes_by_name(key: &str, value: &Value) -> bool {
    let bare = bare(key);
    let is_day = is_among(FROM, &bare) && day(value).is_some();
    if is_nothing(value) || is_day {
        return false;
    }
    if matches!(bare.as_str(), "robots" | "robot") {
        let words = shown(value).map(|text| fold(&text)).unwrap_or_default();
        return !value.is_object()
            && said(&words) != Some(true)
            && (!words.contains("index") || words.contains("noindex"));
    }
    // `show_date` is of the date.
    let of_part = bare.starts_with("show") && bare != "show" && switched_off(key, "no").is_none();
    // Files beside a page, and what an editor of pages passes over, are of other things.
    if matches!(bare.as_str(), "publishresources" | "cmsexclude") {
        return false;
    }
    let excludes = bare.contains("exclude");
    if excludes || (!of_part && speaks_of_privacy(key)) {
        return !is_open(&bare, value);
    }
    let says_so = |value: &Value| {
        let Some(text) = value.as_str() else { return false };
        let is_late = is_among(STATUS, &bare) && is_among(NOT_YET, &self::bare(text));
        is_late || says_nobody(text)
    };
    !is_among(OF_PEOPLE, &bare)
        && (says_so(value) || value.as_array().is_some_and(|items| items.iter().any(says_so)))
}

/// Whether a key of the page is switched off by its value, or is of a day to come.
fn closes_by_value(
    bare: &str,
    key: &str,
    (value, today): (&Value, Date),
    parent: Option<&str>,
) -> bool {
    if is_nothing(value) {
        // Hugo makes nothing of a page without outputs.
        return bare == "outputs" && value.is_array();
    }
    let text = shown(value);
    let said = text.as_deref().and_then(said);
    if is_among(FROM, bare) && said.is_none() && !is_open(bare, value) {
        return day(value).is_none_or(|day| day.first_day() > today);
    }
    let is_build = |key: &str| is_among(BUILD, key);
    if is_build(key) {
        return said == Some(false);
    }
    // `_build: { list: local }`, `render: link`: neither is where people look.
    if parent.is_some_and(is_build) && matches!(bare, "list" | "render") {
        return said != Some(true) && *value != "always";
    }
    if matches!(bare, "disable" | "disabled") {
        let of_all = parent.is_none_or(|parent| switched_off(parent, "no").is_some());
        return of_all && said != Some(false);
    }
    text.is_some_and(|text| switched_off(key, &text).is_some())
        || matches!(bare, "showprofile" | "showpage" | "showperson") && said == Some(false)
}

/// Whether what stands under a key that speaks of who sees what is plainly open.
fn is_open(bare: &str, value: &Value) -> bool {
    let text = shown(value).unwrap_or_default();
    let is_positive = is_among(OPEN, bare);
    let is_negative = NEGATIVE.split_whitespace().any(|part| bare.contains(part));
    match said(&text) {
        Some(true) => is_positive,
        Some(false) => is_negative,
        None => is_positive && is_among(OPEN_WORDS, &self::bare(&text)),
    }
}

/// The day that is written there.
fn day(value: &Value) -> Option<Date> {
    shown(value).filter(|text| said(text).is_none()).and_then(|text| date(&text))
}

/// A yes or a no.
fn said(text: &str) -> Option<bool> {
    Switch::understand(Written::Text(text.trim())).map(|switch| switch.0)
}

/// A text, a number or a truth; none for lists and groups.
fn shown(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

fn bare(key: &str) -> String {
    fold(key).chars().filter(|sign| sign.is_alphanumeric()).collect()
}
