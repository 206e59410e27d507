//! What tells two values apart.

use std::cell::RefCell;
use std::fmt::{Debug, Write as _};

thread_local! {
    static TEXT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// 128 bits of the hash of bytes, or of everything that a value says of itself. In two halves, the higher first: whole it
/// would make everything around it larger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Fingerprint([u64; 2]);

impl Fingerprint {
    /// Of bytes.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        let mut first = [0; 16];
        first.copy_from_slice(&blake3::hash(bytes).as_bytes()[..16]);
        Self::from_number(u128::from_be_bytes(first))
    }

    /// Of a value, by what `Debug` writes: no field can be forgotten. The value may not hold what has no order of its own.
    pub fn of(value: &(impl Debug + ?Sized)) -> Self {
        TEXT.with_borrow_mut(|text| {
            text.clear();
            write!(text, "{value:?}").expect("text can be written into memory");
            Self::of_bytes(text.as_bytes())
        })
    }

    /// Of several, in their order.
    pub fn of_all(all: impl IntoIterator<Item = Self>) -> Self {
        let bytes: Vec<u8> = all.into_iter().flat_map(|one| one.number().to_be_bytes()).collect();
        Self::of_bytes(&bytes)
    }

    /// The number.
    pub fn number(self) -> u128 {
        u128::from(self.0[0]) << 64 | u128::from(self.0[1])
    }

    /// The fingerprint with that number.
    pub fn from_number(number: u128) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "each half is a number of 64 bits")]
        Self([(number >> 64) as u64, number as u64])
    }
}
