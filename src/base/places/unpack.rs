//! The files in which places are kept: a table of contents, then a packed block for each country.

use std::io::Read;

/// The country and the packed bytes of each block.
pub(super) fn contents(data: &'static [u8]) -> Vec<(&'static str, &'static [u8])> {
    let mut bytes = Bytes(data);
    let count = bytes.number(2).unwrap_or(0);
    let head = |_| {
        let code = std::str::from_utf8(bytes.take(2)?).ok()?;
        Some((code, bytes.number(4)?))
    };
    let heads: Vec<_> = (0..count).map_while(head).collect();
    heads.into_iter().map_while(|(code, length)| Some((code, bytes.take(length)?))).collect()
}

/// The bytes of a block.
pub(super) fn unpacked(packed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(packed.len() * 4);
    let read = brotli_decompressor::Decompressor::new(packed, 4096).read_to_end(&mut bytes);
    read.expect("the program's own data can be unpacked");
    bytes
}

/// Bytes that are read one after another.
pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

impl<'a> Bytes<'a> {
    pub(super) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// A number of so many bytes, the lowest first.
    pub(super) fn number(&mut self, bytes: usize) -> Option<usize> {
        let taken = self.take(bytes)?;
        Some(taken.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
    }

    /// Numbers that are kept as their differences, the bytes of equal weight together.
    pub(super) fn numbers(&mut self, count: usize) -> Option<Vec<i32>> {
        let (low, middle, high) = (self.take(count)?, self.take(count)?, self.take(count)?);
        let mut number = 0;
        let value = |at: usize| {
            let folded =
                i32::from(low[at]) | i32::from(middle[at]) << 8 | i32::from(high[at]) << 16;
            number += if folded & 1 == 0 { folded >> 1 } else { -(folded >> 1) - 1 };
            number
        };
        Some((0..count).map(value).collect())
    }
}
