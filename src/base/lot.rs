//! Lots: an order of what counts the same, which follows from what was asked and when, and not from
//! the alphabet. Whoever asks the same in the same month gets the same order.

/// The lot of what `parts` say.
pub fn lot(parts: &[&str]) -> u32 {
    mixed(hash(parts.iter().flat_map(|part| part.bytes().chain([0xff]))))
}

/// The number of some bytes (FNV-1a, 32 bits). Bytes that follow each other have numbers that do,
/// so that an order by them is nearly that of the alphabet until they are mixed.
pub fn hash(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// A number, mixed so that nothing of its order is left (the end of `MurmurHash3`).
pub fn mixed(mut mixed: u32) -> u32 {
    mixed = (mixed ^ (mixed >> 16)).wrapping_mul(0x85eb_ca6b);
    mixed = (mixed ^ (mixed >> 13)).wrapping_mul(0xc2b2_ae35);
    mixed ^ (mixed >> 16)
}
