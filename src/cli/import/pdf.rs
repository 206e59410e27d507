//! The XML that an editor puts into a PDF beside its pages.

use flate2::read::ZlibDecoder;
use memchr::memmem;
use std::io::Read;

/// The most streams of a PDF that are looked into.
const MOST_STREAMS: usize = 5_000;
/// The most that a stream, and that all of them may unpack to, in bytes.
const MOST_BYTES: u64 = 16 * 1024 * 1024;
const MOST_OF_ALL: u64 = 128 * 1024 * 1024;

/// Whether a file is a PDF.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF")
}

/// The first text in a PDF that begins as XML does and holds one of these elements.
pub(super) fn xml_in(bytes: &[u8], elements: &[&str]) -> Option<String> {
    let mut left = MOST_OF_ALL;
    let mut at = 0;
    for _ in 0..MOST_STREAMS {
        let begin = at + memmem::find(&bytes[at..], b"stream")? + "stream".len();
        let end = begin + memmem::find(&bytes[begin..], b"endstream")?;
        at = end + "endstream".len();
        let data = bytes[begin..end].trim_ascii_start();
        let mut unpacked = Vec::new();
        let most = MOST_BYTES.min(left);
        let is_whole = ZlibDecoder::new(data).take(most).read_to_end(&mut unpacked).is_ok();
        left = left.saturating_sub(unpacked.len() as u64);
        if let Some(text) = text_of(if is_whole { &unpacked } else { data }, elements) {
            return Some(text);
        }
        if left == 0 {
            return None;
        }
    }
    None
}

fn text_of(bytes: &[u8], elements: &[&str]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}').trim();
    let is_it = |element: &&str| {
        text.contains(&format!("<{element}")) || text.contains(&format!(":{element}"))
    };
    (text.starts_with('<') && elements.iter().any(is_it)).then(|| text.to_owned())
}
