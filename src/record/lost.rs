//! What of an item could not be read, where it would say something false without it.

use crate::base::packed::{Packed, Packer, Unpacker};
use serde::{Deserialize, Deserializer};

/// A key without which an item would say what nobody wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Telling {
    /// The end of a position: without it, it would be held still.
    To,
    /// The end of a certificate: without it, it would be valid still.
    Until,
    /// The authors of a publication: without them it would be its owner's.
    Authors,
}

/// Which of those could not be read.
#[derive(Debug, Clone, Copy, Hash, Default)]
pub struct Lost(u8);

impl Lost {
    /// Whether the value of that key was lost.
    pub fn has(self, key: Telling) -> bool {
        self.0 & (1 << key as u8) != 0
    }

    /// Notes that the value of a key is lost.
    pub(super) fn add(&mut self, key: Telling) {
        self.0 |= 1 << key as u8;
    }
}

impl<'de> Deserialize<'de> for Lost {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut lost = Self::default();
        Vec::<Telling>::deserialize(deserializer)?.into_iter().for_each(|key| lost.add(key));
        Ok(lost)
    }
}

impl Packed for Lost {
    fn pack(&self, into: &mut Packer<'_>) {
        self.0.pack(into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        u8::unpack(from).map(Self)
    }
}
