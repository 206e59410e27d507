//! What cannot be looked into, told by how a file begins or what it says of itself.

use memchr::memmem::find;

/// Kinds of file that are not unpacked, by their first bytes.
const KINDS: [(&[u8], &str); 8] = [
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
const IN_PDF: [(&[u8], &str); 6] = [
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
    closed
}
