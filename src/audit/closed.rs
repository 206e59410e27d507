//! What cannot be looked into, told by how a file begins or what it says of itself.

use super::encodings::hex;
use memchr::memmem::{find, find_iter};
use std::borrow::Cow;

/// Kinds of file that are not unpacked, by their first bytes.
const KINDS: [(&[u8], &str); 9] = [
    (b"\x5d\0\0", "a file packed with LZMA"),
    (b"\xfd7zXZ\0", "a file packed with xz"),
    (b"BZh", "a file packed with bzip2"),
    (b"7z\xbc\xaf\x27\x1c", "an archive of 7-Zip"),
    (b"Rar!\x1a\x07", "an archive of RAR"),
    (b"\x04\x22\x4d\x18", "a file packed with LZ4"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an old Office"),
    (b"SQLite format 3\0", "a database"),
    (b"MSCF", "a cabinet archive"),
];

/// What is said of a PDF whose letters are the numbers of glyphs.
pub const IN_GLYPHS: &str = "text of a PDF in the numbers of a font's drawings instead of letters";

/// Words in a PDF file that tell of text that is not in letters.
const IN_PDF: [(&[u8], &str); 9] = [
    (b"/ASCIIHexDecode", "a part of a PDF in hexadecimal digits"),
    (b"/Type3", IN_GLYPHS),
    (b"/Type0", IN_GLYPHS),
    (b"/Encrypt", "a PDF that is encrypted"),
    (b"/LZWDecode", "a part of a PDF packed with LZW"),
    (b"/ASCII85Decode", "a part of a PDF in ASCII85"),
    (b"/RunLengthDecode", "a part of a PDF packed by run lengths"),
    (b"/Identity-H", IN_GLYPHS),
    (b"/Identity-V", IN_GLYPHS),
];

/// How files begin whose kind is known and that hold nothing packed beyond what is undone:
/// pictures, typefaces, sound and moving pictures, and packed files that are opened.
const KNOWN: [&[u8]; 22] = [
    b"\xff\xd8\xff",
    b"\x89PNG\r\n",
    b"GIF8",
    b"RIFF",
    b"BM",
    b"II*\0",
    b"MM\0*",
    b"\0\0\x01\0",
    b"wOF2",
    b"wOFF",
    b"OTTO",
    b"true",
    b"\0\x01\0\0",
    b"%PDF",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x28\xb5\x2f\xfd",
    b"ID3",
    b"\xff\xfb",
    b"OggS",
    b"fLaC",
    b"\x1a\x45\xdf\xa3",
];

/// The least bytes whose spread says anything.
const LEAST_SPREAD: usize = 256;

/// What of a file cannot be looked into, in words. `opened` says whether something was unpacked out
/// of it.
pub(super) fn closed(bytes: &[u8], opened: bool) -> Vec<String> {
    let kinds = KINDS.iter().filter(|(begin, _)| bytes.starts_with(begin));
    let mut closed: Vec<String> = kinds.map(|(_, what)| (*what).to_owned()).collect();
    if find(bytes, b"<!ENTITY").is_some() {
        closed.push("text in entities of the document's own".to_owned());
    }
    if closed.is_empty() && !opened && is_unknown(bytes) {
        closed.push(
            "a file of a kind that is not known, which may be packed or encrypted".to_owned(),
        );
    }
    closed
}

/// What of a PDF cannot be looked into, by the bytes of the file or of a part that was unpacked out
/// of it.
pub(super) fn closed_in_pdf(bytes: &[u8]) -> Vec<String> {
    let names = names(bytes);
    let named = IN_PDF.iter().filter(|(word, _)| find(&names, word).is_some());
    let mut closed: Vec<String> = named.map(|(_, what)| (*what).to_owned()).collect();
    if has_own_letters(&names) {
        closed.push(IN_GLYPHS.to_owned());
    }
    if has_predictor(&names) {
        closed.push("a part of a PDF in differences between its bytes".to_owned());
    }
    closed
}

/// Whether each font of a PDF says which letters its glyphs stand for, and no text lies where that
/// is not seen: in drawings of glyphs, packed objects, forms and patterns. Pictures hold no text.
pub fn is_spelled(bytes: &[u8]) -> bool {
    let names = names(bytes);
    let count = |word: &[u8]| find_iter(&names, word).count();
    let mapped = count(b"/ToUnicode");
    let hides = [&b"/Type3"[..], b"/ObjStm", b"/Form", b"/PatternType"];
    mapped > 0
        && count(b"/Type0") == mapped
        && hides.iter().all(|word| find(&names, word).is_none())
        && (count(b"/XObject") == 0 || count(b"/Image") > 0)
}

/// Whether bytes are of no known kind, are no text, and are spread as those of packed files are.
fn is_unknown(bytes: &[u8]) -> bool {
    let is_known =
        KNOWN.iter().any(|begin| bytes.starts_with(begin)) || bytes.get(4..8) == Some(b"ftyp");
    if is_known || bytes.len() < LEAST_SPREAD || std::str::from_utf8(bytes).is_ok() {
        return false;
    }
    let part = &bytes[..bytes.len().min(64 * 1024)];
    let mut counts = [0_u32; 256];
    for byte in part {
        counts[usize::from(*byte)] += 1;
    }
    // Letters of whatever alphabet in whatever encoding leave most values of a byte unused.
    let used = counts.iter().filter(|count| **count > 0).count();
    let most = counts.iter().max().copied().unwrap_or(0) as usize;
    used * 2 > part.len().min(256) && most * 12 < part.len()
}

/// The bytes of a PDF with its names as they are meant: `/Type#30` is `/Type0`.
fn names(bytes: &[u8]) -> Cow<'_, [u8]> {
    if memchr::memchr(b'#', bytes).is_none() {
        return Cow::Borrowed(bytes);
    }
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = match bytes.get(at..at + 3) {
            Some([b'#', high, low]) => hex(*high, *low),
            _ => None,
        };
        plain.push(code.unwrap_or(bytes[at]));
        at += if code.is_some() { 3 } else { 1 };
    }
    Cow::Owned(plain)
}

/// Whether a PDF has a part of a typeface (`/ABCDEF+Name`) whose letters are numbered in a way of
/// its own.
fn has_own_letters(bytes: &[u8]) -> bool {
    let is_part = |at: usize| {
        bytes
            .get(at.wrapping_sub(7)..at)
            .is_some_and(|name| name[0] == b'/' && name[1..].iter().all(u8::is_ascii_uppercase))
    };
    let part = memchr::memchr_iter(b'+', bytes).any(is_part);
    let usual = [&b"/WinAnsiEncoding"[..], b"/MacRomanEncoding", b"/StandardEncoding"];
    part && (find(bytes, b"/Differences").is_some()
        || usual.iter().all(|name| find(bytes, name).is_none()))
}

/// Whether a part of a PDF that is neither a picture nor a table of the file's own parts holds
/// differences.
fn has_predictor(bytes: &[u8]) -> bool {
    find_iter(bytes, b"/Predictor").take(1_000).any(|at| {
        let begin = at.saturating_sub(300);
        let around = &bytes[begin..bytes.len().min(at + 300)];
        let value = bytes[at + 10..].iter().copied().find(|sign| !sign.is_ascii_whitespace());
        let one = value == Some(b'1') && !bytes.get(at + 12).is_some_and(u8::is_ascii_digit);
        !one && find(around, b"/XRef").is_none() && find(around, b"/Image").is_none()
    })
}
