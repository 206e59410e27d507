//! Several towns in one text, and towns in the words that say where something is.

use super::address;
use super::candidates::BESIDE;
use super::gazetteer::{Found, Gazetteer, Sought};
use super::town::Town;
use crate::base::Tidy;
use crate::base::fold::fold;

/// What people write between two towns.
const BETWEEN: [&str; 18] = [
    " / ", "/", " & ", "&", " + ", "+", " en ", " und ", " and ", " et ", " of ", " oder ", " or ",
    " ou ", " y ", " og ", " och ", " bzw. ",
];
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
        let mut each = Vec::new();
        for city in &parts {
            each.push(match self.known(Sought { city, ..sought })? {
                Found::Town(town) | Found::Largest(town, _) => vec![town],
                found if parts.len() == 1 => return Some(found),
                Found::Several(towns) => towns,
                _ => return None,
            });
        }
        // `Brighton & Hove`: of several of a name, the one beside the other is meant.
        let (first, rest) = each.split_first()?;
        let is_near = |one: &Town, other: &Town| one.at.distance(other.at).0 <= BESIDE;
        let is_beside_all =
            |one: &&Town| rest.iter().all(|towns| towns.iter().any(|other| is_near(one, other)));
        let mut beside = first.iter().filter(is_beside_all);
        if let (Some(one), None) = (beside.next(), beside.next()) {
            return Some(Found::Town(one.clone()));
        }
        Some(Found::Several(each.iter().filter_map(|towns| towns.first().cloned()).collect()))
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
