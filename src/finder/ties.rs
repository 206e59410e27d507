//! The order of what counts the same: another one for every question and every month, the same for
//! all who ask it then, and not that of the alphabet.

/// What a question asked in a month begins with (FNV-1a, 32 bits).
pub(super) fn seed(month: &str, question: &str) -> u32 {
    let letters = month.bytes().chain([b' ']).chain(question.bytes());
    letters.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The place of an entry among those that count the same.
pub(super) fn place(seed: u32, entry: u32) -> u32 {
    let mut mixed = seed ^ entry.wrapping_add(1).wrapping_mul(0x9e37_79b1);
    mixed = (mixed ^ (mixed >> 16)).wrapping_mul(0x85eb_ca6b);
    mixed = (mixed ^ (mixed >> 13)).wrapping_mul(0xc2b2_ae35);
    mixed ^ (mixed >> 16)
}
