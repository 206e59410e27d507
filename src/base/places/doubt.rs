//! Names that as well mean something else: a side of a large town, or something larger than a town.

use super::around::{behind_side, is_area, is_country, of_short_word};
use super::candidates::called;
use super::gazetteer::{Found, Gazetteer, Sought, with_regions};
use super::towns::countries;
use super::written::Form;
use crate::base::fold::fold;

impl Gazetteer<'_> {
    /// What was found, or a question where as much speaks for something else: `East London` is a
    /// town, and a part of another; `Scotland` is a village.
    pub(super) fn doubted(&self, found: Found, sought: Sought<'_>) -> Found {
        let (Found::Town(town) | Found::Largest(town, _)) = &found else { return found };
        let folded = fold(sought.city);
        if sought.region.is_some() || sought.country.is_some() {
            return found;
        }
        let of_side = |name: &str| {
            let form = Form { name: name.to_owned(), marked: name.to_owned(), ..Form::default() };
            let size = called(&Form { name: folded.clone(), ..form.clone() }, self.looked_in(None));
            let size = size.first().map_or(0, |it| it.size);
            called(&form, countries().iter()).into_iter().find(|it| it.is_city_before(size))
        };
        if let Some(city) = behind_side(&folded).and_then(of_side)
            && city.town != *town
        {
            return Found::Several(vec![city.town, town.clone()]);
        }
        let has_mark = sought.city.contains(['\'', '’']);
        if let Some(whole) = of_short_word(&folded).filter(|_| !has_mark) {
            let form = Form { name: whole.to_owned(), ..Form::default() };
            let meant = called(&form, self.looked_in(None)).into_iter().map(|it| it.town);
            return Found::Several(meant.take(1).chain([town.clone()]).collect());
        }
        // `Sachsen` is a region, and the beginning of what a village elsewhere is called.
        let is_region =
            || self.countries.is_empty() && with_regions().any(|it| it.towns().has_region(&folded));
        let (is_first, is_area) = (fold(&town.name) == folded, is_area(&folded));
        let is_larger = is_area || (is_first && is_country(sought.city.trim())) || is_region();
        if !is_larger {
            return found;
        }
        let known = called(
            &Form { name: folded.clone(), ..Form::default() },
            countries().iter().filter(|it| *it.code == *town.country),
        );
        // Groningen is in Groningen.
        let is_meant =
            known.iter().any(|it| it.town == *town && (it.is_large() || it.is_in(&folded)));
        if is_meant && (is_first || !is_area) { found } else { Found::Several(vec![town.clone()]) }
    }
}
