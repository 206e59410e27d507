//! Bytes, with the place in the file that each comes from.

use std::ops::Range;

/// Bytes, with the place in the file that each comes from.
#[derive(Debug)]
pub(super) struct Layer {
    pub(super) bytes: Vec<u8>,
    offsets: Offsets,
    /// What was undone to come to it: `base64`, `gzip`.
    pub(super) undone: Vec<&'static str>,
}

/// Where bytes stand in the file.
#[derive(Debug)]
enum Offsets {
    /// Each in its own place.
    Own,
    /// All in one: where what they were packed in begins.
    One(usize),
    /// Each where this says; in four bytes, since larger files are not looked into.
    Each(Vec<u32>),
}

impl Layer {
    /// A file as it is.
    pub(super) fn file(bytes: Vec<u8>) -> Self {
        Self { bytes, offsets: Offsets::Own, undone: Vec::new() }
    }

    /// The place in the file of the byte at `at`.
    pub(super) fn offset(&self, at: usize) -> usize {
        match &self.offsets {
            Offsets::Own => at,
            Offsets::One(offset) => *offset,
            Offsets::Each(offsets) => offsets.get(at).map_or(0, |offset| *offset as usize),
        }
    }

    /// What comes out when something is undone all over.
    pub(super) fn undo(&self, how: &'static str) -> Self {
        let undone = self.undone.iter().copied().chain([how]).collect();
        let offsets = match self.offsets {
            Offsets::One(offset) => Offsets::One(offset),
            Offsets::Own | Offsets::Each(_) => Offsets::Each(Vec::with_capacity(self.bytes.len())),
        };
        Self { bytes: Vec::with_capacity(self.bytes.len()), offsets, undone }
    }

    /// Adds a byte that stands at `at` in `from`.
    pub(super) fn push(&mut self, byte: u8, from: &Self, at: usize) {
        self.bytes.push(byte);
        if let Offsets::Each(offsets) = &mut self.offsets {
            offsets.push(u32::try_from(from.offset(at)).unwrap_or(u32::MAX));
        }
    }

    /// Adds the bytes of a part of `from`.
    pub(super) fn copy(&mut self, from: &Self, part: Range<usize>) {
        self.bytes.extend_from_slice(&from.bytes[part.clone()]);
        if let Offsets::Each(offsets) = &mut self.offsets {
            offsets.extend(part.map(|at| u32::try_from(from.offset(at)).unwrap_or(u32::MAX)));
        }
    }

    /// What was packed into a part that begins at `at`.
    pub(super) fn packed(&self, at: usize, bytes: Vec<u8>, how: &'static str) -> Self {
        let undone = self.undone.iter().copied().chain([how]).collect();
        Self { bytes, offsets: Offsets::One(self.offset(at)), undone }
    }
}
