//! Which town is meant. What may mean several is never guessed.

use super::around::{Part, without_word};
use super::candidates::{Candidate, called, chosen, larger};
use super::town::{OwnTown, Town};
use super::towns::{Country, countries};
use super::written::{Form, forms, marked, sides};
use crate::base::fold::fold;

/// The countries of which regions are known by the names that people give them. A region of
/// these that stands beside a town of another country contradicts it; what others call a region
/// (`Centre`, `North`) may be anything.
const WITH_REGIONS: [&str; 13] =
    ["AT", "AU", "BE", "CA", "CH", "DE", "ES", "FR", "GB", "IT", "LU", "NL", "US"];
/// Fewer letters are the beginning of too many regions.
const SHORTEST_REGION: usize = 3;
/// More towns than this have a name that quarters have: `Neustadt`.
const FEW: usize = 3;
/// No name of a town is longer, in bytes.
const LONGEST: usize = 120;

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
    /// None is called so where the entry or the site says; these are, elsewhere.
    Elsewhere(Vec<Town>),
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

impl Gazetteer<'_> {
    /// The town that is meant.
    pub fn find(&self, sought: Sought<'_>) -> Found {
        if sought.city.len() > LONGEST {
            return Found::Nothing(None);
        }
        self.known(sought).unwrap_or_else(|| self.elsewhere(&forms(sought.city), sought))
    }

    /// What is called so where the entry or the site says; none when nothing is.
    pub(super) fn known(&self, sought: Sought<'_>) -> Option<Found> {
        if let Some(own) = self.own_town(sought) {
            return Some(Found::Town(own));
        }
        let found = forms(sought.city).iter().find_map(|form| self.read(form, sought));
        let found = found.map(|found| self.doubted(found, sought));
        found.or_else(|| self.in_languages(sought)).or_else(|| self.one_of_parts(sought))
    }

    /// What is meant by one way of reading a name; none where nothing is called so there.
    pub(super) fn read(&self, form: &Form, sought: Sought<'_>) -> Option<Found> {
        let is_contrary = sought.country.zip(form.country).is_some_and(|(one, other)| one != other);
        let country = sought.country.or(form.country);
        let beside = form.region.as_deref();
        let (mut found, mut is_unsure) = if is_contrary {
            (Vec::new(), false)
        } else {
            self.narrowed(form, country, beside, sought)
        };
        // Letters of a country may be those of a region.
        if let Some(code) = form.code.as_deref()
            && (is_contrary || sought.country.is_none())
            && self.knows_region_in(code, sought.country)
        {
            let (more, _) = self.narrowed(form, sought.country, Some(code), sought);
            let is_more = |it: &Candidate| !found.iter().any(|known| known.town == it.town);
            let more: Vec<Candidate> = more.into_iter().filter(is_more).collect();
            is_unsure |= !found.is_empty() && !more.is_empty();
            found.extend(more);
            found.sort_by_key(|it| std::cmp::Reverse(it.size));
        }
        // `Greater Manchester` is around none of the small ones.
        let has_city = found.iter().any(Candidate::is_city);
        if form.part.is_of_city() && !has_city {
            return None;
        }
        if matches!(form.part, Part::City | Part::Side) && has_city {
            found.retain(Candidate::is_city);
        }
        let first = found.first()?.clone();
        let is_anywhere = country.is_none() && self.countries.is_empty();
        let is_one = country.is_some() || self.countries.len() == 1;
        let is_said = sought.region.or(beside).is_some();
        let is_unsure = is_unsure || (!is_one && !is_said && first.is_without_dots(form));
        let chosen = chosen(found, is_unsure, is_anywhere);
        let is_settled = is_anywhere || is_said;
        let larger = match chosen {
            Found::Town(_) if !is_settled => larger(form, &first, country.is_some()),
            _ => None,
        };
        let both = |larger: Candidate| Found::Several(vec![larger.town, first.town]);
        Some(larger.map_or(chosen, both))
    }

    /// The towns of a name in a country that are in the regions which are said, and whether
    /// something is said of which nobody knows what it is.
    fn narrowed(
        &self,
        form: &Form,
        country: Option<&str>,
        beside: Option<&str>,
        sought: Sought<'_>,
    ) -> (Vec<Candidate>, bool) {
        let mut found = called(form, self.looked_in(country));
        let mut is_unsure = form.is_unsure;
        for (region, is_beside) in [(sought.region, false), (beside, true)] {
            let Some(mut folded) = region.map(fold).filter(|it| !it.is_empty()) else { continue };
            // `N-H` is `NH`.
            let letters = folded.replace(' ', "");
            if letters.len() <= 4
                && self.looked_in(country).any(|it| it.towns().has_region(&letters))
            {
                folded = letters;
            }
            let is_there = |it: &&Country| it.towns().has_region(&folded);
            if self.looked_in(country).any(|it| is_there(&it)) {
                found.retain(|it| it.is_in(&folded));
                is_unsure = false;
            } else if folded.len() >= SHORTEST_REGION
                && found.iter().any(|it| it.is_in_short(&folded))
            {
                found.retain(|it| it.is_in_short(&folded));
                is_unsure = false;
            } else if with_regions().any(|it| is_there(&it)) {
                // Who says a region says its country.
                found = match country {
                    Some(_) => Vec::new(),
                    None => called(form, with_regions().filter(is_there)),
                };
                found.retain(|it| it.is_in(&folded));
                is_unsure = false;
            } else if is_beside {
                // `Den Haag ('s-Gravenhage)`, `Zeist (bij Utrecht)`
                let bare = without_word(&folded).map_or(&*folded, |(bare, _)| bare);
                let name = Form { name: bare.to_owned(), ..Form::default() };
                let also = called(&name, self.looked_in(country));
                let is_called = |it: &Candidate| also.iter().any(|also| also.is_beside(it));
                if found.iter().any(is_called) {
                    found.retain(is_called);
                    is_unsure = false;
                } else {
                    // `Utrecht, Leidsche Rijn`: the quarter of a large town, which nobody else is
                    // called as.
                    is_unsure = if form.part.may_be_quarter()
                        && found.first().is_some_and(Candidate::is_city)
                    {
                        also.len() <= FEW && also.iter().any(Candidate::is_town)
                    } else {
                        !also.is_empty() || !found.first().is_some_and(Candidate::is_large)
                    };
                }
            }
        }
        (found, is_unsure)
    }

    /// The town that is called by all of several names: `Brussel/Bruxelles`.
    fn in_languages(&self, sought: Sought<'_>) -> Option<Found> {
        let mut sides = sides(sought.city).into_iter().map(|form| {
            let (found, _) = self.narrowed(&form, sought.country, None, sought);
            found
        });
        let mut found = sides.next()?;
        for side in sides {
            found.retain(|it| side.iter().any(|other| other.town == it.town));
        }
        let is_anywhere = sought.country.is_none() && self.countries.is_empty();
        (!found.is_empty()).then(|| chosen(found, false, is_anywhere))
    }

    /// The towns of a name in the countries in which towns are looked for, as it is written.
    pub fn called(&self, name: &str) -> Vec<Town> {
        let form = Form { name: fold(name), marked: marked(name), ..Form::default() };
        called(&form, self.looked_in(None)).into_iter().map(|it| it.town).collect()
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
    pub(super) fn looked_in<'a>(
        &'a self,
        country: Option<&'a str>,
    ) -> impl Iterator<Item = &'static Country> + 'a {
        countries().iter().filter(move |it| match country {
            Some(country) => it.code == country,
            None => self.countries.is_empty() || self.countries.iter().any(|one| one == it.code),
        })
    }

    /// Whether a region is called so: of the country that is said, or else of one in which towns
    /// are looked for.
    fn knows_region_in(&self, region: &str, country: Option<&str>) -> bool {
        let folded = fold(region);
        let mut there = self.looked_in(country).chain(with_regions().filter(|_| country.is_none()));
        there.any(|it| it.towns().has_region(&folded))
    }

    /// The countries that have a region called so, among those in which towns are looked for; else
    /// among those of which regions are known by all their names.
    pub fn with_region(&self, region: &str) -> Vec<&'static str> {
        let folded = fold(region);
        let is_there = |it: &&Country| it.towns().has_region(&folded);
        let here = self.looked_in(None).filter(|_| !self.countries.is_empty());
        let found: Vec<_> = here.filter(is_there).map(|it| it.code).collect();
        if found.is_empty() {
            return with_regions().filter(is_there).map(|it| it.code).collect();
        }
        found
    }

    /// The first names of the regions in which towns are looked for, of which the site says in
    /// which countries that is.
    pub fn regions(&self) -> impl Iterator<Item = &'static str> {
        let here = self.looked_in(None).filter(|_| !self.countries.is_empty());
        here.flat_map(|it| it.towns().regions.iter().flatten()).map(String::as_str)
    }

    /// What a town and its region are called, in any language: its own names first. Others are
    /// folded.
    pub fn names_of(town: &Town) -> Vec<&str> {
        let mut names = vec![&*town.name];
        names.extend((!town.region.is_empty()).then_some(&*town.region));
        let country = countries().iter().find(|it| *it.code == *town.country);
        if let Some(towns) = country.map(Country::towns) {
            names.extend(towns.names_of(&town.name, &town.region));
        }
        names
    }

    /// Whether a town is in what somebody calls `area`: its region by any of its names, or itself.
    pub fn is_in(town: &Town, area: &str) -> bool {
        let folded = fold(area);
        if fold(&town.name) == folded || fold(&town.region) == folded {
            return true;
        }
        let country = countries().iter().find(|it| *it.code == *town.country);
        country.is_some_and(|country| {
            let towns = country.towns();
            let mut regions = 0..towns.regions.len();
            let here = regions.find(|at| towns.region(*at) == &*town.region);
            here.is_some_and(|at| towns.is_region(at, &folded))
        })
    }
}

/// The countries of which regions are known by the names that people give them.
pub(super) fn with_regions() -> impl Iterator<Item = &'static Country> {
    countries().iter().filter(|it| WITH_REGIONS.contains(&it.code))
}
