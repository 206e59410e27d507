//! Several towns in one text, and towns in the words that say where something is.

use super::address;
use super::gazetteer::{Found, Gazetteer, Sought};
use crate::base::Tidy;
use crate::base::fold::fold;

/// What people write between two towns.
const BETWEEN: [&str; 12] =
    [" / ", "/", " & ", "&", " + ", "+", " en ", " und ", " and ", " et ", " of ", " oder "];
/// No more towns are looked for in one text.
const MOST: usize = 4;
/// What stands for a town, and says that the work is done anywhere.
const ANYWHERE: [&str; 22] = [
    "remote",
    "online",
    "hybrid",
    "hybride",
    "anywhere",
    "everywhere",
    "worldwide",
    "wereldwijd",
    "weltweit",
    "overal",
    "landelijk",
    "thuis",
    "thuiswerken",
    "op afstand",
    "home",
    "home office",
    "homeoffice",
    "virtual",
    "global",
    "europe wide",
    "a distance",
    "van huis uit",
];

/// Whether what stands for a town says that the work is done anywhere.
pub fn is_anywhere(city: &str) -> bool {
    ANYWHERE.contains(&fold(city).as_str())
}

impl Gazetteer<'_> {
    /// The town of a text that names several places: the one beside `remote`; of two that are
    /// nearly one, the first; else all of them, as nobody says which is meant.
    pub(super) fn one_of_parts(&self, sought: Sought<'_>) -> Option<Found> {
        let between = BETWEEN.iter().find(|between| sought.city.contains(*between))?;
        let parts = sought.city.split(between).map(str::trim).filter(|part| !is_anywhere(part));
        let parts: Vec<&str> = parts.take(MOST).collect();
        let mut towns = Vec::new();
        for city in &parts {
            match self.known(Sought { city, ..sought })? {
                Found::Town(town) | Found::Largest(town, _) => towns.push(town),
                found if parts.len() == 1 => return Some(found),
                _ => return None,
            }
        }
        let first = towns.first()?.clone();
        let is_near = |it: &super::Town| it.at.distance(first.at).0 <= super::candidates::BESIDE;
        Some(if towns.iter().all(is_near) { Found::Town(first) } else { Found::Several(towns) })
    }

    /// The town in which something is that says so in words (`Village hall, Winsum`), with the
    /// words that name it. Nothing where none is named, or where it may be chance: a hall that
    /// is called as a village somewhere.
    pub fn in_words(&self, place: &str) -> Option<(String, Found)> {
        let (Tidy::AsWritten(place) | Tidy::Tidied(place)) = address::town(place) else {
            return None;
        };
        let ends = place.match_indices([',', '(']).map(|(at, _)| at + 1);
        let ends = std::iter::once(0).chain(ends).take(MOST);
        let mut unclear = None;
        for end in ends {
            let city = place[end..].trim_matches([' ', ')']);
            let found = (city.len() <= LONGEST_PLACE)
                .then(|| self.known(Sought { city, region: None, country: None }))
                .flatten();
            match found {
                Some(Found::Several(towns)) => {
                    unclear = unclear.or_else(|| Some((city.to_owned(), Found::Several(towns))));
                }
                Some(found) => return Some((city.to_owned(), found)),
                None => {}
            }
        }
        unclear
    }
}

/// No words that say where something is are longer, in bytes.
const LONGEST_PLACE: usize = 120;
