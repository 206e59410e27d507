//! Which town is meant. What may mean several is never guessed.

use super::position::Position;
use super::towns::{Country, countries};
use super::written::{Form, forms};
use crate::base::diagnostic::nearest;
use crate::base::fold::fold;
use rayon::prelude::*;
use std::fmt;
use std::sync::Arc;

/// A town is the same as another of its name that is no further than this, in tenths of a
/// kilometre: villages and boroughs stand beside the town that they are a part of.
const SAME_TOWN: u32 = 100;
/// Where nobody says in which country a town is, one is meant that has this many times twice the
/// people of any other of its name, and about 60,000 at least. That is said once.
const LARGER: u8 = 5;
const LARGE: u8 = 7;
/// No name of a town is longer, in bytes.
const LONGEST: usize = 120;

/// A town of the site's own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OwnTown {
    /// The town.
    pub town: Town,
    /// What it is called, folded.
    pub names: Vec<String>,
}

/// A town.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Town {
    /// Its name.
    pub name: Arc<str>,
    /// The first name of its region; empty when nobody knows.
    pub region: Arc<str>,
    /// Its country (ISO 3166-1 alpha-2); empty when nobody knows.
    pub country: Arc<str>,
    /// Where it is.
    pub at: Position,
}

impl fmt::Display for Town {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        for part in [&self.region, &self.country].into_iter().filter(|part| !part.is_empty()) {
            write!(f, ", {part}")?;
        }
        Ok(())
    }
}

/// What is known of a town that is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Sought<'a> {
    /// Its name, as somebody wrote it.
    pub city: &'a str,
    /// Its region.
    pub region: Option<&'a str>,
    /// Its country (ISO 3166-1 alpha-2).
    pub country: Option<&'a str>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// The town that is meant.
    Town(Town),
    /// The largest by far of towns in several countries, since nobody says in which; and the next
    /// largest.
    Largest(Town, Town),
    /// Several may be meant, the largest first.
    Several(Vec<Town>),
    /// None is called so; what is most like it.
    Nothing(Option<String>),
}

/// The towns that a site may mean.
#[derive(Debug, Clone, Copy)]
pub struct Gazetteer<'a> {
    /// The countries in which towns are looked for when nobody says in which; all of them when
    /// there are none.
    pub countries: &'a [String],
    /// Towns of the site's own, which go before others.
    pub own: &'a [OwnTown],
}

/// A town that may be meant.
struct Candidate {
    town: Town,
    regions: &'static [String],
    size: u8,
    /// How unlike its name is what was written: 0 is the same, 1 has other marks on its letters, 2
    /// is another name of it.
    unlike: u8,
}

impl Gazetteer<'_> {
    /// The town that is meant.
    pub fn find(&self, sought: Sought<'_>) -> Found {
        if sought.city.len() > LONGEST {
            return Found::Nothing(None);
        }
        if let Some(own) = self.own_town(sought) {
            return Found::Town(own);
        }
        for form in forms(sought.city) {
            let country = sought.country.or(form.country);
            let mut found = self.called(&form, country);
            if found.is_empty() {
                continue;
            }
            let mut is_unsure = form.is_unsure;
            for region in [sought.region, form.region.as_deref()].into_iter().flatten() {
                let is_known =
                    self.looked_in(country).any(|it| it.towns().has_region(&fold(region)));
                // What stands beside the name itself tells it from others: nobody guesses past it.
                is_unsure |= !is_known && form.region.as_deref() == Some(region);
                if is_known {
                    is_unsure = false;
                    found.retain(|it| it.regions.iter().any(|name| fold(name) == fold(region)));
                }
            }
            return if found.is_empty() {
                Found::Nothing(None)
            } else {
                chosen(found, is_unsure, country.is_none() && self.countries.is_empty())
            };
        }
        Found::Nothing(self.most_like(sought))
    }

    fn own_town(&self, sought: Sought<'_>) -> Option<Town> {
        let folded = fold(sought.city);
        let is_there = |own: &&OwnTown| {
            let town = &own.town;
            let fits = |said: Option<&str>, known: &str| {
                said.is_none_or(|said| known.is_empty() || fold(said) == fold(known))
            };
            own.names.contains(&folded)
                && fits(sought.country, &town.country)
                && fits(sought.region, &town.region)
        };
        self.own.iter().find(is_there).map(|own| own.town.clone())
    }

    /// The countries in which to look.
    fn looked_in(&self, country: Option<&str>) -> impl Iterator<Item = &'static Country> {
        countries().iter().filter(move |it| match country {
            Some(country) => it.code == country,
            None => self.countries.is_empty() || self.countries.iter().any(|one| one == it.code),
        })
    }

    fn called(&self, form: &Form, country: Option<&str>) -> Vec<Candidate> {
        let in_country = |country: &'static Country| {
            let towns = country.towns();
            towns.named(&form.name).map(move |(town, is_other_name)| {
                let regions = towns.regions.get(town.region).map_or(&[][..], Vec::as_slice);
                Candidate {
                    town: Town {
                        name: town.name.as_str().into(),
                        region: regions.first().map_or("", String::as_str).into(),
                        country: country.code.into(),
                        at: town.at,
                    },
                    regions,
                    size: town.size,
                    // A name with other marks on its letters is another name.
                    unlike: if is_other_name {
                        2
                    } else {
                        u8::from(!form.marked.contains(&town.name.to_lowercase()))
                    },
                }
            })
        };
        let looked_in: Vec<&'static Country> = self.looked_in(country).collect();
        // The towns of the whole world take a moment to unpack, once.
        looked_in.par_iter().for_each(|country| {
            country.towns();
        });
        let mut found: Vec<Candidate> = looked_in.into_iter().flat_map(in_country).collect();
        found.sort_by(|one, other| {
            let order = |it: &Candidate| (std::cmp::Reverse(it.size), it.unlike);
            order(one).cmp(&order(other)).then_with(|| one.town.cmp(&other.town))
        });
        // A name that is less like what was written counts for less, unless more people know it.
        let known: Vec<(u8, u8)> = found.iter().map(|it| (it.unlike, it.size)).collect();
        found.retain(|it| {
            known.iter().all(|(unlike, size)| *unlike >= it.unlike || *size <= it.size)
        });
        let mut apart: Vec<Candidate> = Vec::new();
        for one in found {
            let is_same = |other: &Candidate| {
                other.town.country == one.town.country
                    && other.town.at.distance(one.town.at).0 <= SAME_TOWN
            };
            if !apart.iter().any(is_same) {
                apart.push(one);
            }
        }
        apart
    }

    fn most_like(&self, sought: Sought<'_>) -> Option<String> {
        // Of the whole world something is always alike.
        if sought.country.is_none() && self.countries.is_empty() {
            return None;
        }
        let folded = fold(sought.city);
        let names = self.looked_in(sought.country).flat_map(|it| it.towns().all_names());
        let own = self.own.iter().flat_map(|own| own.names.iter().map(String::as_str));
        let near = nearest(&folded, own.chain(names))?;
        let slips = strsim::osa_distance(&folded, near);
        if slips > 2 || (slips == 2 && folded.chars().count() < 9) {
            return None;
        }
        let form = Form { name: near.to_owned(), ..Form::default() };
        let found = self.called(&form, sought.country);
        Some(found.first().map_or_else(|| near.to_owned(), |it| it.town.name.to_string()))
    }

    /// Whether a region of the countries in which towns are looked for is called so.
    pub fn knows_region(&self, region: &str) -> bool {
        let folded = fold(region);
        let is_there = |it: &Country| it.towns().has_region(&folded);
        !self.countries.is_empty() && self.looked_in(None).any(is_there)
    }

    /// Whether a town is in what somebody calls `area`: its region by any of its names, or itself.
    pub fn is_in(town: &Town, area: &str) -> bool {
        let folded = fold(area);
        if fold(&town.name) == folded || fold(&town.region) == folded {
            return true;
        }
        let country = countries().iter().find(|it| *it.code == *town.country);
        country.is_some_and(|country| {
            let regions = &country.towns().regions;
            let here =
                regions.iter().find(|names| names.first().is_some_and(|it| **it == *town.region));
            here.is_some_and(|names| names.iter().any(|name| fold(name) == folded))
        })
    }
}

/// The one of several that is meant, the largest of which stands first.
fn chosen(found: Vec<Candidate>, is_unsure: bool, is_anywhere: bool) -> Found {
    if is_unsure {
        return Found::Several(found.into_iter().map(|it| it.town).collect());
    }
    match &found[..] {
        [one] => Found::Town(one.town.clone()),
        [first, next, ..]
            if is_anywhere
                && first.size >= LARGE
                && first.size >= next.size + LARGER
                && first.town.country != next.town.country =>
        {
            Found::Largest(first.town.clone(), next.town.clone())
        }
        _ => Found::Several(found.into_iter().map(|it| it.town).collect()),
    }
}
