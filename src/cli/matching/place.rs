//! `vakwerk match --near`: around which town.

use super::Arguments;
use crate::base::Code;
use crate::base::diagnostic::beginning;
use crate::base::fold::fold;
use crate::base::places::{Distance, Found, Sought, Town};
use crate::cli::exit::Exit;
use crate::cli::out::eprintln;
use crate::config::Places;
use crate::edition::{Around, Edition, settle_places};

/// How far is near, in kilometres, when nobody says.
const NEAR: u32 = 25;

/// The town that is meant by `--near`, with where everybody is; none where it is a region, or a
/// town by a name that is known to the entries alone. What may mean several towns is asked.
pub(super) fn around(
    arguments: &Arguments,
    edition: &mut Edition,
    places: &Places,
) -> Result<Option<Around>, Exit> {
    let Some(near) = arguments.near.as_deref() else { return Ok(None) };
    let unsettled = settle_places(edition, places);
    let has_distance = arguments.within.is_some();
    let Some(town) = town_of(near, has_distance, edition, places)? else { return Ok(None) };
    if unsettled.iter().any(|note| note.code != Code::LargestTown) {
        eprintln!(
            "warning: where some people are is not known; `vakwerk places check` names their towns"
        );
    }
    let within = Distance::of_kilometres(arguments.within.unwrap_or(NEAR));
    Ok(Some(Around { town, within, is_strict: arguments.within.is_some() }))
}

/// The town that is meant. None where it is a region or a town by a name that is known to the
/// entries alone, which is no answer when a distance is asked for.
pub(in crate::cli) fn town_of(
    near: &str,
    has_distance: bool,
    edition: &Edition,
    places: &Places,
) -> Result<Option<Town>, Exit> {
    town(near, has_distance, edition, places).map_err(|message| {
        eprintln!("error: {message}");
        Exit::Usage
    })
}

fn town(
    near: &str,
    has_distance: bool,
    edition: &Edition,
    places: &Places,
) -> Result<Option<Town>, String> {
    let shown = beginning(near);
    let sought = Sought { city: near, region: None, country: None };
    match places.gazetteer().find(sought) {
        Found::Town(town) | Found::Largest(town, _) => Ok(Some(town)),
        Found::Several(towns) => match of_people(near, &towns, edition) {
            Some(town) => Ok(Some(town)),
            None => Err(format!(
                "`{shown}` may be {}; say which, with its region or country in brackets: \
                 --near \"{} ({})\"",
                towns.iter().take(5).map(ToString::to_string).collect::<Vec<_>>().join(", or "),
                towns[0].name,
                if towns[0].region.is_empty() { &towns[0].country } else { &towns[0].region },
            )),
        },
        _ if !has_distance && is_region(near, edition, places) => Ok(None),
        _ if has_distance && !places.gazetteer().with_region(near).is_empty() => Err(format!(
            "`{shown}` is a region, which has no middle; name a town, or leave `--within` out"
        )),
        Found::Elsewhere(towns) => Err(format!(
            "no `{shown}` is known in the countries that are said; say which is meant: {}",
            towns
                .iter()
                .take(5)
                .map(|it| format!("--near \"{} ({})\"", it.name, it.country))
                .collect::<Vec<_>>()
                .join(", ")
        )),
        Found::Nothing(meant) => {
            let meant = meant.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            let what = if has_distance { "town" } else { "town or region" };
            Err(format!("no {what} is known by the name of `{shown}`{meant}"))
        }
    }
}

/// The one of several towns of a name in which people are who say so; none where they are in more
/// than one, or in none.
fn of_people(near: &str, towns: &[Town], edition: &Edition) -> Option<Town> {
    let folded = fold(near);
    let is_called = |town: &&Town| fold(&town.name) == folded && towns.contains(town);
    let spots = edition.experts.iter().filter_map(|it| it.spot.as_ref()).map(|it| &it.town);
    let mut found: Vec<&Town> = spots.filter(is_called).collect();
    found.sort();
    found.dedup();
    if let [one] = found[..] { Some(one.clone()) } else { None }
}

/// Whether it is a region, or a place that is known to the entries alone.
fn is_region(near: &str, edition: &Edition, places: &Places) -> bool {
    is_said(near, edition) || !places.gazetteer().with_region(near).is_empty()
}

/// Whether an expert says to be there, or to work there.
fn is_said(near: &str, edition: &Edition) -> bool {
    let folded = fold(near);
    edition.experts.iter().filter(|it| it.listed).any(|expert| {
        let place = expert.record.file.location.as_ref();
        let mut said = place
            .into_iter()
            .flat_map(|place| place.city.iter().chain(&place.region).chain(&place.areas));
        said.any(|place| fold(place) == folded)
    })
}
