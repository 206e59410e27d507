//! Where the people of a network are, as a picture with a list below it.

use super::super::context::ViewContext;
use super::super::drawn_map::{Frame, label};
use super::super::towns::Town;
use super::super::view::map_view::{MapTown, MapView};
use crate::base::collation::Collation;
use crate::base::places::{Position, SOURCES};
use crate::edition::{Expert, Spot};
use std::collections::BTreeMap;

/// The most that the radius of a mark grows with the number of people.
const LARGEST: usize = 24;

/// Radius of the mark of one person: where there are many towns, there is less room for each.
fn smallest(towns: usize) -> i32 {
    match towns {
        0..=80 => 8,
        81..=300 => 6,
        _ => 5,
    }
}

/// A town with those who are there.
struct Here<'a> {
    town: Town<'a>,
    spot: &'a Spot,
}

pub(super) fn view(context: ViewContext<'_>) -> MapView {
    let edition = context.site.edition;
    let mut here: BTreeMap<Position, Here<'_>> = BTreeMap::new();
    let (mut people, mut elsewhere) = (0, 0);
    for (_, expert) in edition.listed_experts() {
        // Whoever does not want to be on the map is not counted on its page either.
        if !expert.on_map {
            continue;
        }
        let Some((city, spot)) = shown(expert) else {
            elsewhere += 1;
            continue;
        };
        people += 1;
        let found = here.entry(spot.town.at);
        found.or_insert_with(|| Here { town: Town::default(), spot }).town.add(city);
    }
    let places: Vec<Position> = here.keys().copied().collect();
    let frame = Frame::around(&places);
    let smallest = smallest(here.len());
    let mark = |(at, here): (&Position, &Here<'_>)| town(context, &frame, (*at, smallest), here);
    let mut towns: Vec<MapTown> = here.iter().map(mark).collect();
    tell_apart(&mut towns, &here.into_values().map(|here| here.spot).collect::<Vec<_>>());
    label(&mut towns, &frame);
    let collation = Collation::new(&context.site.config.languages[context.language]);
    towns.sort_by_cached_key(|town| (collation.key(&town.title), town.of.clone()));
    let (width, height) = frame.size();
    MapView { width, height, land: frame.land(), towns, people, elsewhere, sources: SOURCES }
}

/// Whether somebody has a mark on the map.
pub(in crate::site) fn is_on_map(expert: &Expert) -> bool {
    shown(expert).is_some()
}

/// The town of somebody who may be on the map, as they write it, and where it is.
fn shown(expert: &Expert) -> Option<(&str, &Spot)> {
    let city = expert.record.file.location.as_ref()?.city.as_deref()?;
    Some((city, expert.spot.as_ref().filter(|_| expert.on_map)?))
}

fn town(
    context: ViewContext<'_>,
    frame: &Frame,
    (at, smallest): (Position, i32),
    here: &Here<'_>,
) -> MapTown {
    let (x, y) = frame.point(at);
    // The area of a mark grows with the number.
    let count = here.town.people;
    let more = (count - 1).saturating_mul(16).isqrt().min(LARGEST);
    let title = here.town.name();
    MapTown {
        url: context.town_url(&title, Some(here.spot)),
        title,
        of: None,
        count,
        x,
        y,
        radius: smallest + i32::try_from(more).unwrap_or(0),
        label: None,
    }
}

/// Says of towns of one name in which region they are.
fn tell_apart(towns: &mut [MapTown], spots: &[&Spot]) {
    let mut named: BTreeMap<String, usize> = BTreeMap::new();
    for town in &*towns {
        *named.entry(town.title.clone()).or_default() += 1;
    }
    for (town, spot) in towns.iter_mut().zip(spots) {
        let of = [&spot.town.region, &spot.town.country];
        let of = of.into_iter().find(|of| !of.is_empty());
        town.of = of.filter(|_| named[&town.title] > 1).map(ToString::to_string);
    }
}
