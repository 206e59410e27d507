//! The towns of the world with 1,000 inhabitants or more, as GeoNames has them (CC BY 4.0): in the
//! program, by country, and unpacked for a country when somebody asks for a town there.
//!
//! `packaging/places/convert.py` makes the data.

use super::position::Position;
use super::unpack::{Bytes, contents, unpacked};
use crate::base::fold::fold;
use std::sync::{LazyLock, OnceLock};

static DATA: &[u8] = include_bytes!("towns.bin");

/// The towns of one country.
pub(super) struct Country {
    pub(super) code: &'static str,
    packed: &'static [u8],
    towns: OnceLock<Towns>,
}

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    let country = |(code, packed)| Country { code, packed, towns: OnceLock::new() };
    contents(DATA).into_iter().map(country).collect()
});

/// All countries, by code.
pub(super) fn countries() -> &'static [Country] {
    &COUNTRIES
}

impl Country {
    /// Its towns.
    pub(super) fn towns(&self) -> &Towns {
        self.towns.get_or_init(|| Towns::read(&unpacked(self.packed)).unwrap_or_default())
    }
}

/// Towns with the names by which they are found.
#[derive(Default)]
pub(super) struct Towns {
    all: Vec<Town>,
    /// Regions: the first name of each, then others.
    pub(super) regions: Vec<Vec<String>>,
    /// The same as they are compared.
    folded_regions: Vec<Vec<String>>,
    /// Names as they are compared, with the town and whether it is another name than the first.
    names: Vec<(Box<str>, u32, bool)>,
    /// The places of the names of each town, when somebody has asked for them.
    by_town: OnceLock<Vec<Vec<u32>>>,
}

/// A town as it is kept.
pub(super) struct Town {
    pub(super) name: String,
    /// Its place in the regions.
    pub(super) region: usize,
    pub(super) at: Position,
    /// How many people live there: each step is twice as many, from 500.
    pub(super) size: u8,
}

impl Towns {
    fn read(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes);
        let count = bytes.number(4)?;
        let scale = i32::try_from(bytes.number(2)?).ok()?;
        let length = bytes.number(4)?;
        let texts = std::str::from_utf8(bytes.take(length)?).ok()?;
        let mut texts = texts.split('\0');
        let regions = texts.next()?.split('\n');
        let regions: Vec<Vec<String>> =
            regions.map(|names| names.split('|').map(str::to_owned).collect()).collect();
        let (names, others) = (texts.next()?.split('\n'), texts.next()?.split('\n'));
        let (low, high, sizes) = (bytes.take(count)?, bytes.take(count)?, bytes.take(count)?);
        let (north, east) = (bytes.numbers(count)?, bytes.numbers(count)?);
        let folded_regions =
            regions.iter().map(|names| names.iter().map(|name| fold(name)).collect()).collect();
        let all = Vec::with_capacity(count);
        let mut found = Self { all, regions, folded_regions, ..Self::default() };
        for (at, (name, others)) in names.zip(others).enumerate() {
            let number = u32::try_from(at).ok()?;
            let at_degrees = |value: i32| value * (1000 / scale.max(1));
            found.all.push(Town {
                name: name.to_owned(),
                region: usize::from(*low.get(at)?) + (usize::from(*high.get(at)?) << 8),
                at: Position {
                    north: at_degrees(*north.get(at)?),
                    east: at_degrees(*east.get(at)?),
                },
                size: *sizes.get(at)?,
            });
            found.names.push((fold(name).into(), number, false));
            // `Biel/Bienne` is called so in two languages.
            let parts = name.split('/').filter(|_| name.contains('/'));
            found.names.extend(parts.map(|part| (fold(part).into(), number, false)));
            let others = others.split('|').filter(|name| !name.is_empty());
            found.names.extend(others.map(|name| (fold(name).into(), number, true)));
        }
        found.names.sort_unstable();
        Some(found)
    }

    /// The towns of a name, folded, each with whether that is another name than its first.
    pub(super) fn named(&self, folded: &str) -> impl Iterator<Item = (&Town, bool)> {
        let same = self.same(folded).iter();
        same.map(|(_, at, is_other)| (&self.all[*at as usize], *is_other))
    }

    /// What stands in the list of names under one, folded.
    fn same(&self, folded: &str) -> &[(Box<str>, u32, bool)] {
        let first = self.names.partition_point(|(name, ..)| &**name < folded);
        let rest = &self.names[first..];
        &rest[..rest.partition_point(|(name, ..)| &**name == folded)]
    }

    fn by_town(&self) -> &[Vec<u32>] {
        self.by_town.get_or_init(|| {
            let mut all = vec![Vec::new(); self.all.len()];
            for (at, (_, town, _)) in (0..).zip(&self.names) {
                all[*town as usize].push(at);
            }
            all
        })
    }

    /// Every name of a town, by its first name and its region, folded, and of that region.
    pub(super) fn names_of(&self, name: &str, region: &str) -> Vec<&str> {
        let is_it = |town: &Town| town.name == name && self.region(town.region) == region;
        let first = self
            .same(&fold(name))
            .iter()
            .find(|(_, at, is_other)| !is_other && is_it(&self.all[*at as usize]));
        let Some((_, at, _)) = first else { return Vec::new() };
        let of_town = self.by_town()[*at as usize].iter().map(|at| &*self.names[*at as usize].0);
        let of_region = self.folded_regions.get(self.all[*at as usize].region);
        of_town.chain(of_region.into_iter().flatten().map(String::as_str)).collect()
    }

    /// Names that are most like what was written, folded.
    pub(super) fn all_names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().filter(|(.., is_other)| !is_other).map(|(name, ..)| &**name)
    }

    /// Whether one of its regions is called so, folded.
    pub(super) fn has_region(&self, folded: &str) -> bool {
        self.folded_regions.iter().flatten().any(|name| *name == folded)
    }

    /// Whether a region of it, by its place, is called so, folded.
    pub(super) fn is_region(&self, region: usize, folded: &str) -> bool {
        self.folded_regions.get(region).is_some_and(|names| names.iter().any(|it| *it == folded))
    }

    /// Whether a name of a region, by its place, has a word that begins so, folded.
    pub(super) fn is_region_short(&self, region: usize, folded: &str) -> bool {
        let names = self.folded_regions.get(region).into_iter().flatten();
        names.flat_map(|name| name.split(' ')).any(|word| word.starts_with(folded))
    }

    /// The first name of a region, by its place; empty when nobody knows.
    pub(super) fn region(&self, region: usize) -> &str {
        self.regions.get(region).and_then(|names| names.first()).map_or("", String::as_str)
    }
}
