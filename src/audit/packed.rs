//! What is compressed in a file.

use super::layer::Layer;
use super::unfold::Inner;
use std::io::Read;

/// What is unpacked out of one part, at most, in bytes.
const MOST_UNPACKED: u64 = 8 * 1024 * 1024;
/// The most parts of one layer that are tried.
const MOST_TRIES: usize = 4_000;

/// Parts that are compressed: gzip, zlib (PNG, PDF, fonts), raw deflate (ZIP), Zstandard, and the
/// whole as Brotli; no more than `room` bytes of all together.
pub(super) fn packed(layer: &Layer, room: usize) -> Inner {
    let bytes = &layer.bytes;
    let binary = std::str::from_utf8(bytes).is_err();
    let mut unpacking = Unpacking { layer, inner: Inner::default(), room, tries: 0, binary };
    let pixels = pixels(bytes);
    let mut at = 0;
    while at + 4 < bytes.len() {
        if let Some(part) = pixels.iter().find(|part| part.contains(&at)) {
            at = part.end.max(at + 1);
            continue;
        }
        at += unpacking.at(at).max(1);
    }
    // Brotli has no mark of its own; only whole files are.
    if layer.undone.is_empty() && binary {
        unpacking.read(0, "brotli", brotli_decompressor::Decompressor::new(bytes.as_slice(), 4096));
    }
    unpacking.inner
}

struct Unpacking<'a> {
    layer: &'a Layer,
    inner: Inner,
    /// How many more bytes may be unpacked.
    room: usize,
    /// How often something was tried.
    tries: usize,
    /// Whether the bytes are no text.
    binary: bool,
}

impl Unpacking<'_> {
    /// Unpacks what begins at `at`; gives back how much of the layer that was.
    fn at(&mut self, at: usize) -> usize {
        let layer = self.layer;
        let rest = &layer.bytes[at..];
        match rest {
            [0x1f, 0x8b, 8, ..] if self.may_try() => {
                let mut decoder = flate2::bufread::MultiGzDecoder::new(rest);
                let whole = self.read(at, "gzip", &mut decoder);
                if whole { rest.len() - decoder.into_inner().len() } else { 1 }
            }
            [0x28, 0xb5, 0x2f, 0xfd, ..] if self.may_try() => {
                match ruzstd::decoding::StreamingDecoder::new(rest) {
                    Ok(decoder) => {
                        self.read(at, "zstd", decoder);
                    }
                    Err(_) if at == 0 => {
                        self.closed("a file packed with Zstandard that cannot be read");
                    }
                    Err(_) => {}
                }
                1
            }
            // The check bits of the head make others unlikely; a smaller window than the usual one
            // is for bytes that are no text, where its head is no letter.
            [window, flags, ..] if self.heads_zlib(*window, *flags) && self.may_try() => {
                let mut decoder = flate2::bufread::ZlibDecoder::new(rest);
                let whole = self.read(at, "deflate", &mut decoder);
                if whole { usize::try_from(decoder.total_in()).unwrap_or(1) } else { 1 }
            }
            [b'P', b'K', 3, 4, ..] if self.may_try() => {
                match zipped(rest) {
                    Zipped::Deflated(body) => {
                        self.read(at, "zip", flate2::read::DeflateDecoder::new(body));
                    }
                    Zipped::Closed(why) => self.closed(&why),
                    Zipped::Open => {}
                }
                1
            }
            _ => 1,
        }
    }

    /// Whether two bytes begin what is packed by zlib: deflate, a window of up to 32 KB, and the
    /// check of both.
    fn heads_zlib(&self, window: u8, flags: u8) -> bool {
        let likely = window == 0x78 || (self.binary && window & 0x0f == 8 && window < 0x78);
        likely && u16::from_be_bytes([window, flags]).is_multiple_of(31) && flags & 0x20 == 0
    }

    fn closed(&mut self, what: &str) {
        self.inner.passed_over.push(what.to_owned());
    }

    /// Whether one more part may be tried.
    fn may_try(&mut self) -> bool {
        self.tries += 1;
        if self.tries == MOST_TRIES {
            self.closed(&format!("what is packed in more than {MOST_TRIES} parts"));
        }
        self.tries < MOST_TRIES && self.room > 0
    }

    /// Reads what was packed at `at`, as much as may be; gives back whether that was all, and well.
    fn read(&mut self, at: usize, how: &'static str, decoder: impl Read) -> bool {
        let most = MOST_UNPACKED.min(self.room as u64);
        let mut bytes = Vec::new();
        let mut decoder = decoder.take(most + 1);
        // What breaks off was no such thing, or holds no more.
        let ended_well = decoder.read_to_end(&mut bytes).is_ok();
        if decoder.limit() == 0 {
            self.closed(&format!(
                "what unpacks ({how}) to more than {} MB",
                MOST_UNPACKED / 1024 / 1024
            ));
        }
        self.room = self.room.saturating_sub(bytes.len());
        bytes.shrink_to_fit();
        let whole = ended_well && decoder.limit() > 0 && !bytes.is_empty();
        self.inner.opened |= whole && at == 0;
        if bytes.len() > 8 {
            self.inner.parts.push(self.layer.packed(at, bytes, how));
        }
        whole
    }
}

/// A file in a ZIP archive.
enum Zipped<'a> {
    /// Not packed: its bytes stand there.
    Open,
    /// What is packed.
    Deflated(&'a [u8]),
    /// Why it cannot be unpacked.
    Closed(String),
}

/// The file whose head `rest` begins with.
fn zipped(rest: &[u8]) -> Zipped<'_> {
    let number =
        |at: usize| rest.get(at..at + 2).map_or(0, |two| u16::from_le_bytes([two[0], two[1]]));
    match (number(6) & 1, number(8)) {
        (1, _) => Zipped::Closed("a file in a ZIP that is encrypted".to_owned()),
        (_, 0) => Zipped::Open,
        (_, 8) => {
            let body = rest.get(30 + usize::from(number(26)) + usize::from(number(28))..);
            body.map_or(Zipped::Open, Zipped::Deflated)
        }
        (_, method) => Zipped::Closed(format!("a file in a ZIP packed by method {method}")),
    }
}

/// Where the pixels of a PNG file stand, which are no text.
fn pixels(bytes: &[u8]) -> Vec<std::ops::Range<usize>> {
    let mut parts = Vec::new();
    let mut at = 8;
    while let Some([a, b, c, d, kind @ ..]) =
        bytes.get(at..at + 8).filter(|_| bytes.starts_with(b"\x89PNG"))
    {
        let end = at
            + 12
            + usize::try_from(u32::from_be_bytes([*a, *b, *c, *d])).unwrap_or(usize::MAX / 2);
        if kind == b"IDAT" {
            parts.push(at + 8..end);
        }
        at = end;
    }
    parts
}
