//! The lists of a profile that have one shape, by what they are.

use super::credits::{Position, Publication};
use super::expert::Expert;
use crate::base::InCv;
use crate::base::ListKind;

impl Expert {
    /// The items of `experience` or `education`; of another list there are none.
    pub fn positions_in(&self, list: ListKind) -> &[Position] {
        match list {
            ListKind::Experience => &self.experience,
            ListKind::Education => &self.education,
            _ => &[],
        }
    }

    /// The organizations that the items of a list name, in its order, to be changed; of offers and
    /// asks there are none.
    pub fn organizations_in_mut(&mut self, list: ListKind) -> Vec<&mut Option<String>> {
        fn of_credits(list: &mut [Publication]) -> Vec<&mut Option<String>> {
            list.iter_mut().map(|item| &mut item.organization).collect()
        }
        fn of_positions(list: &mut [Position]) -> Vec<&mut Option<String>> {
            list.iter_mut().map(|item| &mut item.organization).collect()
        }
        match list {
            ListKind::Experience => of_positions(&mut self.experience),
            ListKind::Education => of_positions(&mut self.education),
            ListKind::Certificates => {
                self.certificates.iter_mut().map(|item| &mut item.organization).collect()
            }
            ListKind::Publications => of_credits(&mut self.publications),
            ListKind::Talks => of_credits(&mut self.talks),
            ListKind::Awards => of_credits(&mut self.awards),
            ListKind::Testimonials => {
                self.testimonials.iter_mut().map(|item| &mut item.organization).collect()
            }
            ListKind::Offers | ListKind::Asks => Vec::new(),
        }
    }

    /// The items of `publications`, `talks` or `awards`, to be changed; of another list there are
    /// none.
    pub fn credits_in_mut(&mut self, list: ListKind) -> &mut [Publication] {
        match list {
            ListKind::Publications => &mut self.publications,
            ListKind::Talks => &mut self.talks,
            ListKind::Awards => &mut self.awards,
            _ => &mut [],
        }
    }

    /// In which CVs each item stands, of each list of which CVs tell, with the key of the list.
    pub fn in_cvs(&self) -> impl Iterator<Item = (&'static str, usize, &InCv)> {
        fn of<'a, T>(
            key: &'static str,
            list: &'a [T],
            cv: fn(&T) -> &InCv,
        ) -> impl Iterator<Item = (&'static str, usize, &'a InCv)> {
            list.iter().enumerate().map(move |(at, item)| (key, at, cv(item)))
        }
        of("expertise", &self.expertise, |item| &item.cv)
            .chain(of("experience", &self.experience, |item| &item.cv))
            .chain(of("education", &self.education, |item| &item.cv))
            .chain(of("certificates", &self.certificates, |item| &item.cv))
            .chain(of("publications", &self.publications, |item| &item.cv))
            .chain(of("talks", &self.talks, |item| &item.cv))
            .chain(of("awards", &self.awards, |item| &item.cv))
            .chain(of("testimonials", &self.testimonials, |item| &item.cv))
    }
}
