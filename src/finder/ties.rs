//! The order of what counts the same: another one for every question and every month, the same for
//! all who ask it then, and not that of the alphabet. The browser has the same in `rank.js`.

use crate::base::lot::{hash, mixed};

/// What a question asked in a month begins with.
pub(super) fn seed(month: &str, question: &str) -> u32 {
    hash(month.bytes().chain([b' ']).chain(question.bytes()))
}

/// The place of an entry among those that count the same.
pub(super) fn place(seed: u32, entry: u32) -> u32 {
    mixed(seed ^ entry.wrapping_add(1).wrapping_mul(0x9e37_79b1))
}
