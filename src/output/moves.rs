//! Where entries and lists are in the plan that had other places in the run before.

use crate::base::reads::Reads;
use crate::base::{Fingerprint, Names};
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// The place now of each that was at a place before; none of one that is gone. Nothing, where all
/// are where they were.
type Places = Option<Vec<Option<usize>>>;

/// Where entries and lists are in the plan that had other places in the run before.
pub(super) struct Moves {
    entries: Vec<Places>,
    lists: Places,
}

impl Moves {
    /// What moved from the names and lists before to those now. None when entries that were there
    /// before and still are stand in another order: too much may follow from that.
    pub(super) fn between(
        (before, now): (&Names, &Names),
        (lists_before, lists): (&[Fingerprint], &[Fingerprint]),
    ) -> Option<Self> {
        let kinds = before.0.iter().zip(&now.0);
        let entries: Vec<Places> = kinds.map(|(before, now)| places(before, now)).collect();
        let is_in_order =
            |places: &Places| places.iter().all(|places| places.iter().flatten().is_sorted());
        let lists = places(lists_before, lists);
        entries.iter().all(is_in_order).then_some(Self { entries, lists })
    }

    /// Whether everything is where it was.
    pub(super) fn is_nothing(&self) -> bool {
        self.lists.is_none() && self.entries.iter().all(Option::is_none)
    }

    /// What was looked at, by its numbers now; none when something of it is gone.
    pub(super) fn of(&self, reads: &Reads) -> Option<Vec<u32>> {
        let place = |places: &Places, at: usize| match places {
            Some(places) => places.get(at).copied().flatten(),
            None => Some(at),
        };
        reads.moved(|kind, at| place(self.entries.get(kind)?, at), |at| place(&self.lists, at))
    }
}

fn places(before: &[Fingerprint], now: &[Fingerprint]) -> Places {
    if before == now {
        return None;
    }
    let places: HashMap<Fingerprint, usize, FixedState> =
        now.iter().enumerate().map(|(at, name)| (*name, at)).collect();
    Some(before.iter().map(|name| places.get(name).copied()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::EntryKind;
    use crate::base::read_log::ReadLog;
    use crate::base::reads::Read;

    fn names(experts: &[&str]) -> Names {
        let mut names = Names::default();
        names.0[EntryKind::Expert.number()] =
            experts.iter().map(|name| Fingerprint::of_bytes(name.as_bytes())).collect();
        names
    }

    fn looked_at(index: usize) -> Reads {
        let log = ReadLog::default();
        log.one(EntryKind::Expert, index);
        log.into_reads()
    }

    #[test]
    fn who_comes_or_goes_gives_the_others_new_numbers() {
        let between = |before: &[&str], now: &[&str]| {
            Moves::between((&names(before), &names(now)), (&[], &[]))
        };
        let moves = between(&["ada", "cy"], &["ada", "bo", "cy"]).expect("in order");
        let moved = Reads::from_numbers(moves.of(&looked_at(1)).expect("cy is there"));
        assert_eq!(moved.iter().collect::<Vec<_>>(), [Read::One(0, 2)]);
        let moves = between(&["ada", "bo", "cy"], &["ada", "cy"]).expect("in order");
        assert!(moves.of(&looked_at(1)).is_none(), "bo is gone");
        assert!(between(&["ada", "bo"], &["bo", "ada"]).is_none(), "in another order");
        assert!(between(&["ada", "bo"], &["ada", "bo"]).expect("the same").is_nothing());
    }
}
