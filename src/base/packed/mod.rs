//! Values as bytes, and back: for what is remembered of files between runs.
//!
//! What is packed is sealed by whoever keeps it, and read by the same program only, so the form is
//! as plain as can be: one value after the other, numbers as short as they are. Reading does not
//! trust it all the same: what does not fit gives nothing.

mod values;

use super::Spill;
use std::sync::Arc;

/// A value that can be packed.
pub trait Packed: Sized {
    /// Packs the value.
    fn pack(&self, into: &mut Packer<'_>);

    /// The value that was packed here; None when it is none.
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self>;
}

/// Where values are packed.
#[derive(Debug)]
pub struct Packer<'a> {
    bytes: Vec<u8>,
    file: &'a Arc<str>,
}

impl<'a> Packer<'a> {
    /// Packs what was read of `file`, whose name stands in most of it.
    pub fn of(file: &'a Arc<str>) -> Self {
        Self { bytes: Vec::new(), file }
    }

    /// What was packed.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Packs a number.
    pub fn number(&mut self, mut number: u64) {
        while number >= 128 {
            self.bytes.push(number.to_le_bytes()[0] | 128);
            number >>= 7;
        }
        self.bytes.push(number.to_le_bytes()[0]);
    }

    /// Packs bytes of which it is known how many they are.
    pub fn raw(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Packs bytes.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.bytes.extend_from_slice(bytes);
    }
}

/// Where values are unpacked.
#[derive(Debug)]
pub struct Unpacker<'a> {
    bytes: &'a [u8],
    file: &'a Arc<str>,
    spill: &'a Arc<Spill>,
}

impl<'a> Unpacker<'a> {
    /// Unpacks what was read of `file`. Long texts are set `spill`.
    pub fn of(bytes: &'a [u8], file: &'a Arc<str>, spill: &'a Arc<Spill>) -> Self {
        Self { bytes, file, spill }
    }

    /// Whether nothing is left.
    pub fn is_at_end(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Where long texts are.
    pub fn spill(&self) -> &'a Arc<Spill> {
        self.spill
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*first)
    }

    /// A number.
    pub fn number(&mut self) -> Option<u64> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= u64::from(byte & 127).checked_shl(shift)?;
            if byte < 128 {
                return Some(number);
            }
            shift += 7;
        }
    }

    fn length(&mut self) -> Option<usize> {
        // Whatever is counted has a byte at least.
        usize::try_from(self.number()?).ok().filter(|length| *length <= self.bytes.len())
    }

    /// So many bytes.
    pub fn raw(&mut self, length: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        Some(bytes)
    }

    /// Bytes.
    pub fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.length()?;
        self.raw(length)
    }

    /// A text.
    pub fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }
}

/// Packs a struct or an enum, each of whose parts can be packed. A part that is not named here does
/// not compile.
macro_rules! packed {
    ($($name:ident { $($field:ident),* $(,)? })*) => {
        $(impl crate::base::packed::Packed for $name {
            fn pack(&self, into: &mut crate::base::packed::Packer<'_>) {
                let Self { $($field),* } = self;
                $(crate::base::packed::Packed::pack($field, into);)*
            }

            fn unpack(from: &mut crate::base::packed::Unpacker<'_>) -> Option<Self> {
                Some(Self { $($field: crate::base::packed::Packed::unpack(from)?),* })
            }
        })*
    };
    ($($name:ident: $($number:literal = $variant:ident $(($($part:ident),+))?),* $(,)?;)*) => {
        $(impl crate::base::packed::Packed for $name {
            fn pack(&self, into: &mut crate::base::packed::Packer<'_>) {
                match self {
                    $(Self::$variant $(($($part),+))? => {
                        into.number($number);
                        $($(crate::base::packed::Packed::pack($part, into);)+)?
                    })*
                }
            }

            fn unpack(from: &mut crate::base::packed::Unpacker<'_>) -> Option<Self> {
                Some(match from.number()? {
                    $($number => {
                        $($(let $part = crate::base::packed::Packed::unpack(from)?;)+)?
                        Self::$variant $(($($part),+))?
                    })*
                    _ => return None,
                })
            }
        })*
    };
}
pub(crate) use packed;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Fingerprint, Text};

    fn round<T: Packed>(value: &T) -> Option<T> {
        let (file, spill) = (Arc::from("a.md"), Arc::default());
        let mut packer = Packer::of(&file);
        value.pack(&mut packer);
        let bytes = packer.into_bytes();
        // Cut anywhere, it is nothing, or at least no panic.
        for cut in 0..bytes.len() {
            let _ = T::unpack(&mut Unpacker::of(&bytes[..cut], &file, &spill));
        }
        let mut unpacker = Unpacker::of(&bytes, &file, &spill);
        let value = T::unpack(&mut unpacker);
        assert!(unpacker.is_at_end());
        value
    }

    #[test]
    fn what_is_packed_comes_out_as_it_was() {
        for number in [0, 127, 128, 300, u64::from(u32::MAX), u64::MAX] {
            assert_eq!(round(&number), Some(number));
        }
        let text = "{\"a\": [null, true, -3, 18446744073709551615, 0.1, 1e300, \"ü\", {}]}";
        let tree: serde_json::Value = serde_json::from_str(text).expect("JSON");
        assert_eq!(round(&tree), Some(tree));
        let names: Vec<Arc<str>> = vec!["a.md".into(), "b.md".into(), "".into()];
        assert_eq!(round(&names), Some(names.clone()));
        let both = (Some(String::from("x")), None::<u8>);
        assert_eq!(round(&both), Some(both.clone()));
        for text in ["", "short", &"long ".repeat(99)] {
            let text = Text::new(text.to_owned(), &Arc::default());
            let back = round(&text).expect("a text");
            assert_eq!(back.read(), text.read());
            assert_eq!(Fingerprint::of(&back), Fingerprint::of(&text));
        }
    }
}
