//! Lots: an order of what counts the same, which follows from what was asked and when, and not from
//! the alphabet. Whoever asks the same in the same month gets the same order.

/// The lot of what `parts` say (FNV-1a, 32 bits, mixed).
pub fn lot(parts: &[&str]) -> u32 {
    let letters = parts.iter().flat_map(|part| part.bytes().chain([0xff]));
    let mut mixed = letters
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    mixed = (mixed ^ (mixed >> 16)).wrapping_mul(0x85eb_ca6b);
    mixed = (mixed ^ (mixed >> 13)).wrapping_mul(0xc2b2_ae35);
    mixed ^ (mixed >> 16)
}
