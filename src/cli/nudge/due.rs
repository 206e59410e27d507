//! Whether it is time to write to somebody.

use crate::base::Date;
use crate::edition::{Gap, Review};

/// Whether it is time to write to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Due {
    /// It is.
    Now,
    /// They were written to not long ago.
    Lately,
    /// The profile is not old, and nothing in it passes.
    Well,
}

/// Whether it is time to write to the person of `review`, whose last letter was of the day `last`
/// and who is left alone for `every` months.
pub(super) fn of(review: &Review, last: Option<Date>, today: Date, every: u32) -> Due {
    let is_young = |day: Date| day.months_later(every).is_none_or(|over| over > today);
    if last.is_some_and(is_young) {
        return Due::Lately;
    }
    // What passed long ago was told in a letter before; whoever confirms their profile knows it.
    let passes = |gap: &Gap| matches!(gap, Gap::Expiring(..));
    if review.confirmed.is_some_and(is_young) && !review.gaps.iter().any(passes) {
        Due::Well
    } else {
        Due::Now
    }
}
