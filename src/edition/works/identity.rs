//! By what a publication is known again in another profile.

use crate::base::fold::fold;
use crate::base::{Date, doi};
use crate::edition::published::Publication;
use std::collections::HashMap;

/// What a publication is known again by.
#[derive(Debug)]
pub(super) struct Identity {
    doi: Option<String>,
    title: String,
    year: Option<i16>,
    venue: Option<String>,
}

impl Identity {
    pub(super) fn of(work: &Publication) -> Self {
        let title = fold(&work.title);
        Self {
            doi: doi_of(work),
            title: if title.is_empty() { work.title.clone() } else { title },
            year: work.date.map(Date::year),
            venue: work.venue.as_deref().map(fold).filter(|venue| !venue.is_empty()),
        }
    }

    /// The same DOI; where one of the two has none, the same title and year, and no other venue:
    /// every journal has its editorials.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        if let (Some(own), Some(other)) = (&self.doi, &other.doi) {
            return own == other;
        }
        let venues = self.venue.as_ref().zip(other.venue.as_ref());
        self.title == other.title
            && self.year == other.year
            && venues.is_none_or(|(own, other)| own == other)
    }
}

/// The address of a publication's DOI, which may be written as its address.
pub(super) fn doi_of(work: &Publication) -> Option<String> {
    let url = work.url.as_deref().filter(|url| url.contains("doi.org/"));
    work.doi.clone().or_else(|| doi::address(url?))
}

/// Publications that were met, so that each is met once.
#[derive(Debug, Default)]
pub(super) struct Known {
    all: Vec<(Identity, usize)>,
    by_doi: HashMap<String, Vec<usize>>,
    by_title: HashMap<String, Vec<usize>>,
}

impl Known {
    /// What was added with the same publication, as far as it `agrees`; when there is none, it is
    /// added with `value`.
    pub(super) fn find_or_add(
        &mut self,
        work: Identity,
        value: usize,
        agrees: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let alike = self.by_title.get(&work.title).into_iter().flatten().copied();
        let by_doi = work.doi.as_ref().and_then(|doi| self.by_doi.get(doi));
        let is_known = |at: &usize| self.all[*at].0.is_same(&work) && agrees(self.all[*at].1);
        if let Some(at) = by_doi.into_iter().flatten().copied().chain(alike).find(is_known) {
            return Some(self.all[at].1);
        }
        let at = self.all.len();
        if let Some(doi) = &work.doi {
            self.by_doi.entry(doi.clone()).or_default().push(at);
        }
        self.by_title.entry(work.title.clone()).or_default().push(at);
        self.all.push((work, value));
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Identity;

    #[test]
    fn a_publication_is_known_by_its_doi_else_by_title_and_year() {
        let one = |doi: &str, title: &str, year: i16| Identity {
            doi: Some(doi.to_owned()).filter(|doi| !doi.is_empty()),
            title: title.to_owned(),
            year: Some(year),
            venue: None,
        };
        assert!(one("a", "x", 2020).is_same(&one("a", "y", 2021)));
        assert!(!one("a", "x", 2020).is_same(&one("b", "x", 2020)));
        assert!(one("", "x", 2020).is_same(&one("b", "x", 2020)));
        assert!(!one("", "x", 2020).is_same(&one("", "x", 2021)));
        let within = |venue: &str| Identity { venue: Some(venue.to_owned()), ..one("", "x", 2020) };
        assert!(within("heat").is_same(&one("", "x", 2020)));
        assert!(!within("heat").is_same(&within("water")));
    }
}
