//! The cheapest way to cover every set of needs.

use super::team::Need;

/// Somebody who covers a set of needs, and at what cost.
#[derive(Debug, Clone, Copy)]
pub(super) struct Price {
    /// The needs.
    pub(super) mask: Need,
    /// What it costs to have them on the team.
    pub(super) cost: u32,
    /// Who, by their place among the holders.
    pub(super) at: usize,
}

/// For every set of needs what it costs at least to cover it; a table by set.
#[derive(Debug, Default)]
pub(super) struct Cover {
    cost: Vec<u32>,
    /// The price to pay first, by its place among the prices.
    first: Vec<usize>,
}

const UNREACHED: u32 = u32::MAX;

impl Cover {
    /// Fills the table for the subsets of `wanted`, where at least one price each is given.
    ///
    /// Somebody must cover the lowest need of a set: whoever that is, the rest of the set is a
    /// smaller one.
    pub(super) fn fill(&mut self, wanted: Need, prices: &[Price]) {
        let size = wanted as usize + 1;
        self.cost.clear();
        self.cost.resize(size, UNREACHED);
        self.first.clear();
        self.first.resize(size, 0);
        self.cost[0] = 0;
        // The subsets of a set, in ascending order.
        let mut set: Need = 0;
        while set != wanted {
            set = set.wrapping_sub(wanted) & wanted;
            let lowest = set & set.wrapping_neg();
            for (place, price) in
                prices.iter().enumerate().filter(|(_, price)| price.mask & lowest != 0)
            {
                let rest = self.cost[(set & !price.mask) as usize];
                let cost = rest.saturating_add(price.cost);
                if cost < self.cost[set as usize] {
                    self.cost[set as usize] = cost;
                    self.first[set as usize] = place;
                }
            }
        }
    }

    /// What covering `set` costs; none when it cannot be covered.
    pub(super) fn cost(&self, set: Need) -> Option<u32> {
        Some(self.cost[set as usize]).filter(|cost| *cost != UNREACHED)
    }

    /// Who covers `set` at that cost.
    pub(super) fn members(&self, mut set: Need, prices: &[Price]) -> Vec<usize> {
        let mut members = Vec::new();
        while set != 0 {
            let price = prices[self.first[set as usize]];
            members.push(price.at);
            set &= !price.mask;
        }
        members
    }
}
