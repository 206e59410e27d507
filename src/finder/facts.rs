//! Where somebody is and what they speak, in words: names of towns, regions, countries and
//! languages, in the languages of the site.

use super::entry::{Entry, Field, spoken};
use super::small_words::states;
use crate::base::places::Gazetteer;
use crate::base::{Language, country};
use crate::edition::{Edition, Status};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The languages of the names of countries.
const COLUMNS: [&str; 6] = ["ar", "de", "en", "es", "fr", "nl"];

/// Who speaks a language, in French, where the word is not made of the name of the language.
const PHONES: [(&str, &str); 12] = [
    ("ar", "arabophone"),
    ("de", "germanophone"),
    ("en", "anglophone"),
    ("es", "hispanophone"),
    ("fr", "francophone"),
    ("it", "italophone"),
    ("nl", "néerlandophone"),
    ("pl", "polonophone"),
    ("pt", "lusophone"),
    ("ru", "russophone"),
    ("tr", "turcophone"),
    ("zh", "sinophone"),
];

/// Words for where an entry is and what they speak there.
pub(super) fn facts<'a>(
    edition: &'a Edition,
    entry: Entry,
    languages: &[Language],
) -> Vec<(Field, Cow<'a, str>)> {
    let mut facts: Vec<(Field, Cow<'a, str>)> = Vec::new();
    match entry {
        Entry::Expert(id) => {
            let file = &edition.experts[id].record.file;
            let free = file.availability.as_ref().is_some_and(|it| {
                it.status != Status::Closed
                    && it.from.is_none_or(|from| from.first_month() <= edition.date.last_month())
            });
            let remote = file.location.as_ref().is_some_and(|place| place.remote);
            let states = states(languages, free, remote).into_iter();
            facts.extend(states.map(|words| (Field::Free, words.into())));
            if let Some(place) = &file.location {
                let named = [&place.city, &place.region].into_iter().flatten();
                facts.extend(named.map(|name| (Field::Place, name.into())));
                let codes = place.country.as_deref().into_iter();
                let names = codes.flat_map(|code| countries(code, languages));
                facts.extend(names.map(|name| (Field::Place, name)));
            }
            for spoken in &file.languages {
                facts.push((Field::Language, spoken.tag.native_name()));
                let names = languages.iter().map(|reader| spoken.tag.name_in(reader));
                facts.extend(names.map(|name| (Field::Language, name)));
                let phone = PHONES.iter().find(|(tag, _)| *tag == spoken.tag.primary());
                let in_french = phone.filter(|_| languages.iter().any(|it| it.primary() == "fr"));
                facts.extend(in_french.map(|(_, name)| (Field::Language, (*name).into())));
            }
        }
        Entry::Organization(_) | Entry::Group(_) => {
            let place = languages.first().and_then(|any| spoken(edition, entry, any).place);
            facts.extend(place.map(|place| (Field::Place, place.into())));
        }
        Entry::Project(id) => {
            let place = edition.projects[id].record.file.place.as_deref();
            facts.extend(place.map(|place| (Field::Place, place.into())));
        }
        Entry::Event(id) => {
            let place = edition.events[id].record.file.place.as_deref();
            facts.extend(place.map(|place| (Field::Place, place.into())));
        }
        _ => {}
    }
    facts
}

/// What the town and the region of somebody are called in other ways, where it is known where that
/// is. A region of that name counts less than a town.
pub(super) fn other_places(edition: &Edition, entry: Entry) -> Vec<&str> {
    let Entry::Expert(id) = entry else { return Vec::new() };
    edition.experts[id]
        .spot
        .as_ref()
        .map(|spot| Gazetteer::names_of(&spot.town))
        .unwrap_or_default()
}

/// The names of countries by their codes (ISO 3166-1 alpha-2).
static NAMES: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let mut cells = line.split('\t');
        Some((cells.next()?, cells.collect()))
    };
    country::NAMES.lines().filter_map(row).collect()
});

/// The names of a country in the languages of the site; what is written when it is no code.
fn countries<'a>(code: &'a str, languages: &[Language]) -> Vec<Cow<'a, str>> {
    let Some(names) = NAMES.get(code) else { return vec![code.into()] };
    let column = |language: &Language| COLUMNS.iter().position(|tag| *tag == language.primary());
    languages.iter().filter_map(column).map(|at| Cow::Borrowed(names[at])).collect()
}
