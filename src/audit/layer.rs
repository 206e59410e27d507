//! Bytes, with the place in the file that each comes from.

/// Bytes, with the place in the file that each comes from.
#[derive(Debug)]
pub(super) struct Layer {
    pub(super) bytes: Vec<u8>,
    /// For each byte, its offset in the file.
    pub(super) offsets: Vec<usize>,
    /// What was undone to come to it: `base64`, `gzip`.
    pub(super) undone: Vec<&'static str>,
}

impl Layer {
    /// A file as it is.
    pub(super) fn file(bytes: Vec<u8>) -> Self {
        let offsets = (0..bytes.len()).collect();
        Self { bytes, offsets, undone: Vec::new() }
    }

    /// What comes out when something is undone all over.
    pub(super) fn undo(&self, how: &'static str) -> Self {
        let undone = self.undone.iter().copied().chain([how]).collect();
        Self { bytes: Vec::with_capacity(self.bytes.len()), offsets: Vec::with_capacity(self.bytes.len()), undone }
    }

    /// Adds a byte that stands at `at` in `from`.
    pub(super) fn push(&mut self, byte: u8, from: &Self, at: usize) {
        self.bytes.push(byte);
        self.offsets.push(from.offsets[at]);
    }

    /// Adds the bytes of a part of `from`.
    pub(super) fn copy(&mut self, from: &Self, part: std::ops::Range<usize>) {
        self.bytes.extend_from_slice(&from.bytes[part.clone()]);
        self.offsets.extend_from_slice(&from.offsets[part]);
    }

    /// What was packed into a part that begins at `at`.
    pub(super) fn packed(&self, at: usize, bytes: Vec<u8>, how: &'static str) -> Self {
        let offsets = vec![self.offsets[at]; bytes.len()];
        Self { bytes, offsets, undone: self.undone.iter().copied().chain([how]).collect() }
    }
}
