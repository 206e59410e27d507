//! What tells two values apart.

use super::kind::EntryKind;
use std::hash::{Hash, Hasher};

/// 128 bits of the hash of bytes, or of the data of a value. In two halves, the higher first: whole
/// it would make everything around it larger.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct Fingerprint([u64; 2]);

impl Fingerprint {
    /// Of bytes.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        let mut first = [0; 16];
        first.copy_from_slice(&blake3::hash(bytes).as_bytes()[..16]);
        Self::from_number(u128::from_be_bytes(first))
    }

    /// Of the data of a value, as its derived `Hash` gives it: no field can be forgotten. Differs
    /// between machines whose numbers have another width or order of bytes.
    pub fn of(value: &(impl Hash + ?Sized)) -> Self {
        Self::of_data(value, None)
    }

    /// The same, with each id as the name of its entry: it stays when others come before that.
    pub fn named(value: &(impl Hash + ?Sized), names: &Names) -> Self {
        Self::of_data(value, Some(names))
    }

    fn of_data(value: &(impl Hash + ?Sized), names: Option<&Names>) -> Self {
        let mut data = Data { bytes: Vec::with_capacity(1024), names };
        value.hash(&mut data);
        Self::of_bytes(&data.bytes)
    }

    /// Of several, in their order.
    pub fn of_all(all: impl IntoIterator<Item = Self>) -> Self {
        let all = all.into_iter();
        let mut bytes = Vec::with_capacity(16 * all.size_hint().0);
        all.for_each(|one| bytes.extend_from_slice(&one.number().to_be_bytes()));
        Self::of_bytes(&bytes)
    }

    /// The number.
    pub fn number(self) -> u128 {
        u128::from(self.0[0]) << 64 | u128::from(self.0[1])
    }

    /// The lower half of the number, where that tells enough apart.
    pub fn half(self) -> u64 {
        self.0[1]
    }

    /// The fingerprint with that number.
    pub fn from_number(number: u128) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "each half is a number of 64 bits")]
        Self([(number >> 64) as u64, number as u64])
    }
}

/// What entries are called in fingerprints, by kind and place: nothing that follows from the place.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Names(pub [Vec<Fingerprint>; EntryKind::ALL.len()]);

/// The data of a value, one after the other.
struct Data<'a> {
    bytes: Vec<u8>,
    names: Option<&'a Names>,
}

impl Hasher for Data<'_> {
    fn write(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// An id: see [`Id`](super::Id). One that no table has stays what it is.
    fn write_i128(&mut self, id: i128) {
        let part = |part: i128| usize::try_from(part).unwrap_or(usize::MAX);
        let (kind, place) = (part(id >> 64), part(id & i128::from(u64::MAX)));
        let name = self.names.and_then(|names| names.0.get(kind)?.get(place));
        match name {
            Some(name) => self.write(&name.number().to_ne_bytes()),
            None => self.write(&id.to_ne_bytes()),
        }
    }

    fn finish(&self) -> u64 {
        unreachable!("the data are hashed as a whole")
    }
}

#[cfg(test)]
mod tests {
    use super::Fingerprint;

    #[test]
    fn values_that_differ_anywhere_have_other_fingerprints() {
        let of = |names: &[&str]| {
            Fingerprint::of(&names.iter().map(ToString::to_string).collect::<Vec<_>>())
        };
        assert_eq!(of(&["ab", "c"]), of(&["ab", "c"]));
        assert_ne!(of(&["ab", "c"]), of(&["a", "bc"]));
        assert_ne!(
            Fingerprint::of(&(None::<u8>, Some(0_u8))),
            Fingerprint::of(&(Some(0_u8), None::<u8>))
        );
    }
}
