//! Values as bytes, and back: for what is remembered of files between runs.
//!
//! What is packed is sealed by whoever keeps it, and read by the same program only, so the form is
//! as plain as can be: one value after the other, numbers as short as they are. Reading does not
//! trust it all the same: what does not fit gives nothing.

use super::guarded::{Guarded, Unclear};
use super::{Anchor, Diagnostic, EntryKind, Fingerprint, Rank, Spill, Switch};
use std::collections::BTreeMap;
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

macro_rules! numbers {
    ($($name:ident)*) => {
        $(impl Packed for $name {
            fn pack(&self, into: &mut Packer<'_>) {
                into.number(u64::try_from(*self).unwrap_or_default());
            }

            fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
                from.number()?.try_into().ok()
            }
        })*
    };
}
numbers!(u8 u16 u32 u64 usize);

impl Packed for bool {
    fn pack(&self, into: &mut Packer<'_>) {
        into.number(u64::from(*self));
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        match from.number()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Packed for String {
    fn pack(&self, into: &mut Packer<'_>) {
        into.bytes(self.as_bytes());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        from.text().map(str::to_owned)
    }
}

impl Packed for Arc<str> {
    /// The name of the file itself is there already.
    fn pack(&self, into: &mut Packer<'_>) {
        let is_own = self == into.file;
        is_own.pack(into);
        if !is_own {
            into.bytes(self.as_bytes());
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        if bool::unpack(from)? { Some(from.file.clone()) } else { from.text().map(Into::into) }
    }
}

impl<T: Packed> Packed for Box<T> {
    fn pack(&self, into: &mut Packer<'_>) {
        (**self).pack(into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        T::unpack(from).map(Self::new)
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, into: &mut Packer<'_>) {
        self.is_some().pack(into);
        if let Some(value) = self {
            value.pack(into);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        if bool::unpack(from)? { T::unpack(from).map(Some) } else { Some(None) }
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, into: &mut Packer<'_>) {
        into.number(self.len() as u64);
        self.iter().for_each(|value| value.pack(into));
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let length = from.length()?;
        let mut all = Self::with_capacity(length);
        for _ in 0..length {
            all.push(T::unpack(from)?);
        }
        Some(all)
    }
}

impl<K: Packed + Ord, V: Packed> Packed for BTreeMap<K, V> {
    fn pack(&self, into: &mut Packer<'_>) {
        into.number(self.len() as u64);
        for (key, value) in self {
            key.pack(into);
            value.pack(into);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        (0..from.length()?).map(|_| Some((K::unpack(from)?, V::unpack(from)?))).collect()
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn pack(&self, into: &mut Packer<'_>) {
        self.0.pack(into);
        self.1.pack(into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some((A::unpack(from)?, B::unpack(from)?))
    }
}

impl Packed for serde_json::Value {
    /// Part by part: written as text, a number with a fraction may come back as its neighbour.
    fn pack(&self, into: &mut Packer<'_>) {
        match self {
            Self::Null => into.number(0),
            Self::Bool(truth) => into.number(1 + u64::from(*truth)),
            Self::Number(number) => {
                if let Some(natural) = number.as_u64() {
                    into.number(3);
                    into.number(natural);
                } else if let Some(negative) = number.as_i64() {
                    into.number(4);
                    into.number(negative.cast_unsigned());
                } else {
                    into.number(5);
                    into.number(number.as_f64().unwrap_or_default().to_bits());
                }
            }
            Self::String(text) => {
                into.number(6);
                text.pack(into);
            }
            Self::Array(items) => {
                into.number(7);
                items.pack(into);
            }
            Self::Object(entries) => {
                into.number(8);
                into.number(entries.len() as u64);
                for (key, value) in entries {
                    key.pack(into);
                    value.pack(into);
                }
            }
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(match from.number()? {
            0 => Self::Null,
            1 => Self::Bool(false),
            2 => Self::Bool(true),
            3 => Self::from(from.number()?),
            4 => Self::from(from.number()?.cast_signed()),
            5 => Self::Number(serde_json::Number::from_f64(f64::from_bits(from.number()?))?),
            6 => Self::String(String::unpack(from)?),
            7 => Self::Array(Vec::unpack(from)?),
            8 => {
                let entries =
                    (0..from.length()?).map(|_| Some((String::unpack(from)?, Self::unpack(from)?)));
                Self::Object(entries.collect::<Option<_>>()?)
            }
            _ => return None,
        })
    }
}

impl Packed for Diagnostic {
    /// There are few.
    fn pack(&self, into: &mut Packer<'_>) {
        into.bytes(&postcard::to_stdvec(self).expect("a note is plain data"));
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        postcard::from_bytes(from.bytes()?).ok()
    }
}

impl<T: Packed> Packed for Guarded<T> {
    fn pack(&self, into: &mut Packer<'_>) {
        match self {
            Self::Unset => into.number(0),
            Self::Set(value) => {
                into.number(1);
                value.pack(into);
            }
            Self::Closed(unclear) => {
                into.number(2);
                unclear.pack(into);
            }
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(match from.number()? {
            0 => Self::Unset,
            1 => Self::Set(T::unpack(from)?),
            2 => Self::Closed(Packed::unpack(from)?),
            _ => return None,
        })
    }
}

impl Packed for Fingerprint {
    fn pack(&self, into: &mut Packer<'_>) {
        into.raw(&self.number().to_le_bytes());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let bytes = from.raw(16)?.try_into().ok()?;
        Some(Self::from_number(u128::from_le_bytes(bytes)))
    }
}

packed!(Anchor { file, item });

packed! {
    Unclear: 0 = Nothing, 1 = Value, 2 = Structure, 3 = Said;
    EntryKind: 0 = Expert, 1 = Project, 2 = Organization, 3 = Topic, 4 = Request, 5 = Page;
    Rank: 0 = Own, 1 = Member(number);
}

impl Packed for Switch {
    fn pack(&self, into: &mut Packer<'_>) {
        self.0.pack(into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        bool::unpack(from).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Text;

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
