//! What may be meant by a town that is not known where it is looked for.

use super::candidates::{Candidate, called};
use super::gazetteer::{Found, Gazetteer, Sought};
use super::towns::countries;
use super::written::Form;
use crate::base::diagnostic::nearest;
use crate::base::fold::fold;

impl Gazetteer<'_> {
    /// Towns of the name where neither the entry nor the site looks; else what is most like it.
    pub(super) fn elsewhere(&self, forms: &[Form], sought: Sought<'_>) -> Found {
        let near = self.most_like(sought);
        let is_said = |form: &Form| {
            sought.region.is_some()
                || sought.country.is_some()
                || form.region.is_some()
                || form.country.is_some()
        };
        for form in forms.iter().filter(|form| !form.part.is_of_city()) {
            let mut found = called(form, countries().iter());
            let is_large = found.first().is_some_and(Candidate::is_large);
            if found.is_empty() || (!is_said(form) && near.is_some() && !is_large) {
                continue;
            }
            // A large town that is called just so, and far from here, is meant all the same.
            let is_known = found.first().is_some_and(|it| near.is_none() || it.is_city());
            if sought.country.is_none() && !is_said(form) && is_known {
                let rest = &found[1..];
                match found.first().filter(|it| it.is_large()) {
                    Some(one) if rest.is_empty() => return Found::Town(one.town.clone()),
                    Some(one) if rest.iter().all(|it| one.is_far_larger(it)) => {
                        return Found::Largest(one.town.clone(), rest[0].town.clone());
                    }
                    _ => {}
                }
            }
            // The nearest to what is said: of its country, then of the site's.
            let country = sought.country.or(form.country);
            found.sort_by_key(|it| {
                let is_there = |code: &str| *it.town.country == *code;
                (!country.is_some_and(is_there), !self.countries.iter().any(|it| is_there(it)))
            });
            return Found::Elsewhere(found.into_iter().map(|it| it.town).collect());
        }
        Found::Nothing(near)
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
        let found = called(&form, self.looked_in(sought.country));
        Some(found.first().map_or_else(|| near.to_owned(), |it| it.town.name.to_string()))
    }
}
