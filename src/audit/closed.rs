//! What cannot be looked into, told by how a file begins or what it says of itself.

use memchr::memmem::{find, find_iter};

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

/// Words in a PDF file that tell of text that is not in letters.
const IN_PDF: [(&[u8], &str); 9] = [
    (b"/ASCIIHexDecode", "a part of a PDF in hexadecimal digits"),
    (b"/Type3", "text of a PDF in the numbers of a font's drawings instead of letters"),
    (b"/Type0", "text of a PDF in the numbers of a font's drawings instead of letters"),
    (b"/Encrypt", "a PDF that is encrypted"),
    (b"/LZWDecode", "a part of a PDF packed with LZW"),
    (b"/ASCII85Decode", "a part of a PDF in ASCII85"),
    (b"/RunLengthDecode", "a part of a PDF packed by run lengths"),
    (b"/Identity-H", "text of a PDF in the numbers of a font's drawings instead of letters"),
    (b"/Identity-V", "text of a PDF in the numbers of a font's drawings instead of letters"),
];

/// What of a file cannot be looked into, in words.
pub(super) fn closed(bytes: &[u8]) -> Vec<String> {
    let kinds = KINDS.iter().filter(|(begin, _)| bytes.starts_with(begin));
    let mut closed: Vec<String> = kinds.map(|(_, what)| (*what).to_owned()).collect();
    if bytes.starts_with(b"%PDF") {
        closed
            .extend(IN_PDF.iter().filter(|(word, _)| find(bytes, word).is_some()).map(|(_, what)| (*what).to_owned()));
    }
    if bytes.starts_with(b"%PDF") && has_predictor(bytes) {
        closed.push("a part of a PDF in differences between its bytes".to_owned());
    }
    if find(bytes, b"<!ENTITY").is_some() {
        closed.push("text in entities of the document's own".to_owned());
    }
    closed
}

/// Whether a part of a PDF that is neither a picture nor a table of the file's own parts holds differences.
fn has_predictor(bytes: &[u8]) -> bool {
    find_iter(bytes, b"/Predictor").take(1_000).any(|at| {
        let begin = at.saturating_sub(300);
        let around = &bytes[begin..bytes.len().min(at + 300)];
        let value = bytes[at + 10..].iter().copied().find(|sign| !sign.is_ascii_whitespace());
        let one = value == Some(b'1') && !bytes.get(at + 12).is_some_and(u8::is_ascii_digit);
        !one && find(around, b"/XRef").is_none() && find(around, b"/Image").is_none()
    })
}
