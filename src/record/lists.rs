//! The lists of a profile that have one shape, by what they are.

use super::credits::{Offer, Position, Publication};
use super::expert::{Expert, ExpertText};
use super::item_text::{OfferText, PositionText};
use crate::base::ListKind;

impl Expert {
    /// The items of `offers` or `asks`; of another list there are none.
    pub fn offers_in(&self, list: ListKind) -> &[Offer] {
        match list {
            ListKind::Offers => &self.offers,
            ListKind::Asks => &self.asks,
            _ => &[],
        }
    }

    /// The items of `experience` or `education`; of another list there are none.
    pub fn positions_in(&self, list: ListKind) -> &[Position] {
        match list {
            ListKind::Experience => &self.experience,
            ListKind::Education => &self.education,
            _ => &[],
        }
    }

    /// The same, to be changed.
    pub fn positions_in_mut(&mut self, list: ListKind) -> &mut [Position] {
        match list {
            ListKind::Experience => &mut self.experience,
            ListKind::Education => &mut self.education,
            _ => &mut [],
        }
    }

    /// The items of `publications`, `talks` or `awards`; of another list there are none.
    pub fn credits_in(&self, list: ListKind) -> &[Publication] {
        match list {
            ListKind::Publications => &self.publications,
            ListKind::Talks => &self.talks,
            ListKind::Awards => &self.awards,
            _ => &[],
        }
    }
}

impl ExpertText {
    /// The translated items of `offers` or `asks`.
    pub fn offers_in(&self, list: ListKind) -> &[OfferText] {
        match list {
            ListKind::Offers => &self.offers,
            ListKind::Asks => &self.asks,
            _ => &[],
        }
    }

    /// The translated items of `experience` or `education`.
    pub fn positions_in(&self, list: ListKind) -> &[PositionText] {
        match list {
            ListKind::Experience => &self.experience,
            ListKind::Education => &self.education,
            _ => &[],
        }
    }

    /// The translated items of `publications`, `talks` or `awards`.
    pub fn credits_in(&self, list: ListKind) -> &[PositionText] {
        match list {
            ListKind::Publications => &self.publications,
            ListKind::Talks => &self.talks,
            ListKind::Awards => &self.awards,
            _ => &[],
        }
    }
}
