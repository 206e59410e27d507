//! Lots: an order of what counts the same, which follows from what was asked and when, and not from
//! the alphabet. Whoever asks the same in the same month gets the same order.

/// The lot of what `parts` say.
pub fn lot(parts: &[&str]) -> u32 {
    parts.iter().fold(Lots::default(), |lots, part| lots.of(part)).drawn()
}

/// Lots that begin with the same: what was asked is gone through once for all who are drawn.
#[derive(Debug, Clone, Copy)]
pub struct Lots(u32);

impl Default for Lots {
    fn default() -> Self {
        Self(START)
    }
}

impl Lots {
    /// Those that go on with `part`.
    #[must_use]
    pub fn of(self, part: &str) -> Self {
        Self(continued(continued(self.0, part.bytes()), [0xff]))
    }

    /// The lot of what was said so far.
    pub fn drawn(self) -> u32 {
        mixed(self.0)
    }
}

/// The number of no bytes at all.
const START: u32 = 0x811c_9dc5;

/// The number of bytes, of which the first have the number `hash`.
fn continued(hash: u32, bytes: impl IntoIterator<Item = u8>) -> u32 {
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    bytes.into_iter().fold(hash, step)
}

/// The number of some bytes (FNV-1a, 32 bits). Bytes that follow each other have numbers that do,
/// so that an order by them is nearly that of the alphabet until they are mixed.
pub fn hash(bytes: impl Iterator<Item = u8>) -> u32 {
    continued(START, bytes)
}

/// A number, mixed so that nothing of its order is left (the end of `MurmurHash3`).
pub fn mixed(mut mixed: u32) -> u32 {
    mixed = (mixed ^ (mixed >> 16)).wrapping_mul(0x85eb_ca6b);
    mixed = (mixed ^ (mixed >> 13)).wrapping_mul(0xc2b2_ae35);
    mixed ^ (mixed >> 16)
}
