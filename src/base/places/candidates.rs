//! The towns of a name, and which of them is meant.

use super::gazetteer::Found;
use super::town::Town;
use super::towns::{self, Country, Towns, countries};
use super::written::{Form, marked};
use crate::base::fold::fold;
use rayon::prelude::*;

/// A town is the same as another of its name that is no further than this, in tenths of a
/// kilometre: villages and boroughs stand beside the town that they are a part of.
const SAME_TOWN: u32 = 100;
/// A large town that is listed twice in one region stands no further from itself than this.
const SAME_CITY: u32 = 400;
/// No further apart are two towns that grow together, in tenths of a kilometre.
pub(super) const BESIDE: u32 = 150;
/// Where nobody says in which country a town is, one is meant that has this many times twice the
/// people of any other of its name, and about 60,000 at least. That is said once.
const LARGER: u8 = 4;
/// The same of one that is called so in another language, while the other is called just so.
const FAR_LARGER: u8 = 7;
/// The same of two in one country.
const LARGER_THERE: u8 = 6;
/// From about 60,000 people, a town is large.
const LARGE: u8 = 7;
/// From about 30,000 people, a town is known.
const TOWN: u8 = 6;

/// A town of so few people (each step is twice as many, from 500) that has the name of a large one
/// elsewhere is seldom meant.
const VILLAGE: u8 = 2;
/// From about 130,000 people, a town is thought of before one of its name with an eighth of them.
const CITY: u8 = 8;
const EIGHTFOLD: u8 = 3;
/// How unlike its name is another name of a town.
const OTHER_NAME: u8 = 2;
/// The same of one that is so short that it may be anything.
const SHORT_NAME: u8 = 3;

/// A town that may be meant.
#[derive(Clone)]
pub(super) struct Candidate {
    pub(super) town: Town,
    /// Its country, and the place of its region there.
    there: (&'static Towns, usize),
    pub(super) size: u8,
    /// How unlike its name is what was written: 0 is the same, 1 has other marks on its letters, 2
    /// is another name of it.
    pub(super) unlike: u8,
}

impl Candidate {
    fn of(form: &Form, country: &'static Country, town: &towns::Town, is_other_name: bool) -> Self {
        let towns = country.towns();
        let mut parts = town.name.split('/').map(marked);
        Self {
            town: Town {
                name: town.name.as_str().into(),
                region: towns.region(town.region).into(),
                country: country.code.into(),
                at: town.at,
            },
            there: (towns, town.region),
            size: town.size,
            // A name with other marks on its letters is another name.
            unlike: if is_other_name {
                // In other letters, a town has no first name.
                match form.name.len() {
                    _ if !form.name.is_ascii() => 1,
                    ..3 => SHORT_NAME,
                    _ => OTHER_NAME,
                }
            } else {
                u8::from(!parts.any(|part| form.marked.contains(&part)))
            },
        }
    }

    /// Whether it is in a region that is called so, folded.
    pub(super) fn is_in(&self, folded: &str) -> bool {
        self.there.0.is_region(self.there.1, folded)
    }

    /// Whether it may be another that is called just as it was written, and that nobody knows: a
    /// town of some size at most, the name of which has two dots where none are written. Other
    /// marks are often left out, and in German two letters stand for these.
    pub(super) fn is_without_dots(&self, form: &Form) -> bool {
        let is_dotted = self.town.name.contains(['ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü']);
        let plain = fold(&self.town.name);
        self.unlike == 1 && self.size < TOWN && is_dotted && fold(&form.marked).contains(&plain)
    }

    /// Whether it is another or lies beside it: people name both, of two that became one.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        let is_there = self.town.country == other.town.country;
        is_there && self.town.at.distance(other.town.at).0 <= BESIDE
    }

    /// Whether it has about 60,000 people at least.
    pub(super) fn is_large(&self) -> bool {
        self.size >= LARGE
    }

    /// Whether it has about 30,000 people at least.
    pub(super) fn is_town(&self) -> bool {
        self.size >= TOWN
    }

    /// Whether it has about 130,000 people at least.
    pub(super) fn is_city(&self) -> bool {
        self.size >= CITY
    }

    /// Whether it has about 130,000 people at least, and sixteen times those of a town of some
    /// size.
    pub(super) fn is_city_before(&self, size: u8) -> bool {
        self.is_city() && self.size >= size + LARGER
    }

    /// Whether its region is called by a word that begins so, folded: `utr`, `vlaanderen`.
    pub(super) fn is_in_short(&self, folded: &str) -> bool {
        self.there.0.is_region_short(self.there.1, folded)
    }

    /// Whether it is large, and far larger than another.
    pub(super) fn is_far_larger(&self, other: &Self) -> bool {
        self.is_larger_by(LARGER, other)
    }

    fn is_larger_by(&self, steps: u8, other: &Self) -> bool {
        self.is_large() && self.size >= other.size + steps
    }

    /// Whether it goes before a smaller one that is called so.
    fn goes_before(&self, other: &Self) -> bool {
        // A smaller one that is called just so is not passed over, unless it is a village.
        let is_called_so = self.unlike <= other.unlike && self.unlike < OTHER_NAME;
        let steps = if is_called_so { LARGER } else { FAR_LARGER };
        self.unlike < SHORT_NAME && self.is_larger_by(steps, other)
    }

    /// Whether it is a large town and another of its country has its name, and hardly anybody.
    fn is_known_there(&self, other: &Self) -> bool {
        self.town.country == other.town.country
            && self.unlike <= other.unlike
            && self.is_larger_by(LARGER_THERE, other)
    }

    /// Whether it may be an entry of its own of another, which is larger.
    fn is_same(&self, other: &Self) -> bool {
        let away = self.town.at.distance(other.town.at).0;
        let is_part = || {
            other.is_city()
                && self.town.name == other.town.name
                && self.town.region == other.town.region
                && away <= SAME_CITY
        };
        self.town.country == other.town.country && (away <= SAME_TOWN || is_part())
    }
}

/// The towns of a name in some countries, the largest first.
pub(super) fn called(
    form: &Form,
    countries: impl Iterator<Item = &'static Country>,
) -> Vec<Candidate> {
    let looked_in: Vec<&'static Country> = countries.collect();
    // The towns of the whole world take a moment to unpack, once.
    looked_in.par_iter().for_each(|country| {
        country.towns();
    });
    // `St Andrews` is `Saint Andrews`.
    let saint = form.name.strip_prefix("st ").map(|rest| format!("saint {rest}"));
    let written = form.name.strip_prefix("saint ").map(|rest| format!("st {rest}"));
    let names: Vec<&str> =
        std::iter::once(&form.name).chain(&saint).chain(&written).map(String::as_str).collect();
    let in_country = |country: &'static Country| {
        let named = names.iter().flat_map(|name| country.towns().named(name));
        named.map(move |(town, is_other)| Candidate::of(form, country, town, is_other))
    };
    let mut found: Vec<Candidate> = looked_in.into_iter().flat_map(in_country).collect();
    found.sort_by(|one, other| {
        let order = |it: &Candidate| (std::cmp::Reverse(it.size), it.unlike);
        order(one).cmp(&order(other)).then_with(|| one.town.cmp(&other.town))
    });
    // A name that is less like what was written counts for less, unless more people know it.
    let known: Vec<(u8, u8)> = found.iter().map(|it| (it.unlike, it.size)).collect();
    found.retain(|it| {
        known.iter().all(|(unlike, size)| {
            // A large town that is called just so is thought of before one in another language.
            let least = if *unlike == 0 && *size >= CITY { *size + EIGHTFOLD } else { *size };
            *unlike >= it.unlike || least <= it.size
        })
    });
    let mut apart: Vec<Candidate> = Vec::new();
    for one in found {
        if !apart.iter().any(|other| one.is_same(other)) {
            apart.push(one);
        }
    }
    apart
}

/// The one of several that is meant, the largest of which stands first.
pub(super) fn chosen(found: Vec<Candidate>, is_unsure: bool, is_anywhere: bool) -> Found {
    match &found[..] {
        [one] if !is_unsure => Found::Town(one.town.clone()),
        [first, rest @ ..]
            if !is_unsure && rest.iter().all(|other| first.is_known_there(other)) =>
        {
            Found::Town(first.town.clone())
        }
        [first, rest @ ..]
            if !is_unsure
                && is_anywhere
                && rest.iter().all(|it| first.goes_before(it) || first.is_known_there(it)) =>
        {
            let abroad = rest.iter().find(|it| it.town.country != first.town.country);
            let other = abroad.unwrap_or(&rest[0]).town.clone();
            // Another of the same country is asked for by its region.
            let is_near = rest
                .iter()
                .any(|it| it.town.country == first.town.country && !first.is_known_there(it));
            if is_near {
                return Found::Several(found.into_iter().map(|it| it.town).collect());
            }
            Found::Largest(first.town.clone(), other)
        }
        _ => Found::Several(found.into_iter().map(|it| it.town).collect()),
    }
}

/// A far larger town elsewhere that is rather meant: one that is called just so, where this one is
/// by another name; or one that is called so as well, where this one is a village of a country that
/// nobody said.
pub(super) fn larger(form: &Form, one: &Candidate, is_said: bool) -> Option<Candidate> {
    let is_other = one.unlike > 0;
    if !is_other && (is_said || one.is_large()) {
        return None;
    }
    let mut found = called(form, countries().iter()).into_iter();
    found.find(|it| match one.unlike {
        0 if one.size > VILLAGE => {
            it.unlike == 0 && it.is_city() && it.size >= one.size + EIGHTFOLD
        }
        0 => it.is_far_larger(one),
        unlike => it.is_far_larger(one) && it.unlike <= unlike,
    })
}
