//! Values that are packed, of every kind that more than one room has.

use super::{Packed, Packer, Unpacker, packed};
use crate::base::guarded::{Guarded, Unclear};
use crate::base::{Anchor, Diagnostic, EntryKind, Fingerprint, Rank, Switch};
use std::collections::BTreeMap;
use std::sync::Arc;

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
        for value in self {
            value.pack(into);
        }
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

packed!(Anchor { file, item, gaps });

packed! {
    Unclear: 0 = Nothing, 1 = Value, 2 = Structure, 3 = Said, 4 = Strayed;
    Rank: 0 = Own, 1 = Member(number);
}

impl Packed for EntryKind {
    fn pack(&self, into: &mut Packer<'_>) {
        self.number().pack(into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Self::ALL.get(usize::unpack(from)?).copied()
    }
}

impl Packed for Switch {
    fn pack(&self, into: &mut Packer<'_>) {
        self.0.pack(into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        bool::unpack(from).map(Self)
    }
}
