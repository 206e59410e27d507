//! An audit says what it could not look into, and finds names however programs split them.

use crate::test_site::vakwerk;
use std::fs;
use std::io::Write;
use std::path::Path;

const NAME: &str = "Zelda Qmarkson";

/// The exit status and what is said of a folder with one file.
fn audit(name: &str, bytes: &[u8]) -> (i32, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    fs::create_dir(&out).expect("made");
    fs::write(out.join(name), bytes).expect("written");
    audited(folder.path(), &out)
}

fn audited(folder: &Path, out: &Path) -> (i32, String) {
    let markers = folder.join("markers");
    fs::write(&markers, format!("{NAME}\nZoë Weiß\n")).expect("written");
    let output = vakwerk(&[
        "audit",
        out.to_str().expect("UTF-8"),
        "--markers",
        markers.to_str().expect("UTF-8"),
    ]);
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().expect("a status"), String::from_utf8_lossy(&said).into_owned())
}

fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes).expect("packed");
    packer.finish().expect("packed")
}

/// A ZIP archive of one file, with these flags and this method.
fn zip(flags: u16, method: u16, body: &[u8]) -> Vec<u8> {
    let mut head = b"PK\x03\x04\x14\0".to_vec();
    head.extend(flags.to_le_bytes());
    head.extend(method.to_le_bytes());
    head.extend([0; 16]);
    head.extend([1, 0, 0, 0]);
    [&head[..], b"a", body].concat()
}

/// The name in letters of so many bytes each.
fn wide(bytes: usize) -> Vec<u8> {
    NAME.bytes()
        .flat_map(|letter| std::iter::once(letter).chain(std::iter::repeat_n(0, bytes - 1)))
        .collect()
}

#[test]
fn a_name_is_found_however_a_program_splits_or_writes_it() {
    let raw = |text: &[u8]| {
        let mut packer =
            flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(text).expect("packed");
        packer.finish().expect("packed")
    };
    let word = b"<w:p><w:r><w:t>Zelda Qmark</w:t></w:r><w:r><w:t>son</w:t></w:r></w:p>";
    let page = |text: &str| {
        [b"%PDF-1.4\nstream\n".as_slice(), &zlib(text.as_bytes()), b"\nendstream"].concat()
    };
    let zstd = [0x28, 0xb5, 0x2f, 0xfd, 0x20, 14, (14 << 3) | 1, 0, 0]
        .into_iter()
        .chain(NAME.bytes())
        .collect();
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("cv.docx", zip(0, 8, &raw(word))),
        ("open.docx", zip(0, 0, word)),
        ("array.pdf", page("BT [(Zel)-20(da Qm)10(arkson)] TJ ET")),
        ("hex.pdf", page("BT <5A656C646120> Tj <516D61726B736F6E> Tj ET")),
        ("octal.pdf", page("BT (\\132elda \\121markson) Tj ET")),
        (
            "wide.pdf",
            page("BT <FEFF005A0065006C00640061002000510 06D00610072006B0073006F006E> Tj ET"),
        ),
        ("moved.pdf", page("BT (Zelda) Tj 10 0 Td (Qmarkson) Tj ET")),
        ("bold.html", b"<p>Zel<b>da</b> Qmark<wbr>son".to_vec()),
        ("cells.html", b"<td>Zelda</td><td>Qmarkson</td>".to_vec()),
        ("soft.html", "Zel&shy;da Qmark\u{200b}son".into()),
        ("soft2.html", "Zel\u{ad}da Qmark\u{2060}son".into()),
        ("entities.html", b"Zo&euml; Wei&szlig;".to_vec()),
        ("sharp.txt", "ZOE WEISS".into()),
        ("latin1.txt", b"Zo\xeb Wei\xdf".to_vec()),
        ("script.js", br"a='\u{5a}elda \x51markson'".to_vec()),
        ("octal.js", br"a='\132elda Qmarkson'".to_vec()),
        ("packed.zst", zstd),
        ("zeros.html", b"Zelda &#0000081;markson".to_vec()),
        ("unended.html", b"Zelda &#81markson".to_vec()),
        ("unended2.html", b"Zelda &#x51markson".to_vec()),
        (
            "window.bin",
            [b"\xff\xfe\x58\x85".to_vec(), zlib(NAME.as_bytes())[2..].to_vec()].concat(),
        ),
        ("tab.html", b"Zelda&Tab;Qmarkson".to_vec()),
        ("attribute.html", br#"Ze<span title="a>b">l</span>da Qmarkson"#.to_vec()),
        ("comment.html", b"Zelda <!-- > -->Qmark<!-- a > b -->son".to_vec()),
        ("ruby.html", b"<ruby>Zelda<rt>x</rt></ruby> Qmarkson".to_vec()),
        ("cdata.svg", b"<svg><text>Zelda Qm<![CDATA[arkson]]></text></svg>".to_vec()),
        ("a.css", br#"a{content:"Zelda \51 markson"}"#.to_vec()),
        ("joined.js", b"'Zelda Qmark' + 'son'".to_vec()),
        ("line.js", b"\"Zelda Qmark\\\nson\"".to_vec()),
        ("a.ttl", br#""Zelda \U00000051markson""#.to_vec()),
        ("twice.html", b"?q=Zelda%2520Qmarkson".to_vec()),
        ("old.html", b"Zelda%u0020Qmarkson".to_vec()),
        ("a.md", b"Zelda **Qmark**son".to_vec()),
        ("n.vcf", b"BEGIN:VCARD\r\nN:Qmarkson;Zelda;;;\r\nEND:VCARD\r\n".to_vec()),
        ("odd.bin", [b"x".to_vec(), wide(2)].concat()),
        ("four.bin", wide(4)),
        ("a.rtf", br"{\rtf1 Zelda {\b Qm}ark\'73on}".to_vec()),
        ("sheet.xml", b"<t>Zelda_x0020_Qmarkson</t>".to_vec()),
        (
            "note.xml",
            b"<p>Zelda <text:note><text:note-body>x</text:note-body></text:note>Qmarkson</p>"
                .to_vec(),
        ),
        (
            "author.pdf",
            [b"%PDF-1.4\n<< /Author (\xfe\xff\0".as_slice(), &wide(2)[..27], b") >>"].concat(),
        ),
        ("gap.pdf", page("BT [(Zelda)-333(Qmarkson)] TJ ET")),
        ("quote.pdf", page("BT (Zelda) ' (Qmarkson) ' ET")),
    ];
    for (name, bytes) in cases {
        let (status, said) = audit(name, &bytes);
        assert_eq!(status, 1, "{name}: {said}");
    }
}

/// Bytes without an order that shows, as packed and encrypted files have them.
fn spread(bytes: usize) -> Vec<u8> {
    let next = |state: &u32| Some(state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
    let states = std::iter::successors(Some(7), next);
    [0xff, 0xfe].into_iter().chain(states.map(|state| state.to_be_bytes()[0])).take(bytes).collect()
}

#[test]
fn what_could_not_be_looked_into_is_named_and_nothing_found_is_not_said() {
    let late = [vec![b' '; 17 << 20], NAME.into()].concat();
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("late.z", zlib(&late)),
        ("secret.zip", zip(1, 8, b"????????????")),
        ("method.zip", zip(0, 14, b"????????????")),
        ("a.xz", b"\xfd7zXZ\0\0\x04".to_vec()),
        ("a.7z", b"7z\xbc\xaf\x27\x1c\0\x04".to_vec()),
        ("font.pdf", b"%PDF-1.7\n<< /Type /Font /Encoding /Identity-H >>".to_vec()),
        ("closed.pdf", b"%PDF-1.7\ntrailer << /Encrypt 5 0 R >>".to_vec()),
        ("large.bin", vec![1; 25 << 20]),
        ("a.lzma", b"\x5d\0\0\x80\0\0".to_vec()),
        ("digits.pdf", b"%PDF-1.7\n<< /Filter /ASCIIHexDecode >>".to_vec()),
        ("drawn.pdf", b"%PDF-1.7\n<< /Type /Font /Subtype /Type3 >>".to_vec()),
        ("rows.pdf", b"%PDF-1.7\n<< /DecodeParms << /Predictor 12 >> >>".to_vec()),
        ("own.svg", b"<!DOCTYPE svg [<!ENTITY a \"Qmark\">]><svg>Zelda &a;son</svg>".to_vec()),
        ("parts.bin", b"\x1f\x8b\x08".repeat(9_000)),
        ("names.pdf", b"%PDF-1.7\n<< /Type /Font /Subtype /Type#33 >>".to_vec()),
        (
            "subset.pdf",
            b"%PDF-1.7\n<< /BaseFont /ABCDEF+Serif /Encoding << /Differences [ 1 /Z ] >> >>"
                .to_vec(),
        ),
        (
            "inside.pdf",
            [b"%PDF-1.7\n".to_vec(), zlib(b"<< /Type /Font /Subtype /Type0 >>")].concat(),
        ),
        ("unknown.bin", spread(4_096)),
    ];
    for (name, bytes) in cases {
        let (status, said) = audit(name, &bytes);
        assert_eq!(status, 3, "{name}: {said}");
        assert!(
            said.contains(&format!("not looked into: {name}")) && !said.contains("nothing found:"),
            "{said}"
        );
    }
    let (status, said) = audit("plain.html", b"<p>Nobody here");
    assert!(status == 0 && said.contains("nothing found"), "{said}");
}

#[test]
#[cfg(unix)]
fn a_link_is_not_followed_and_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    fs::create_dir(&out).expect("made");
    std::os::unix::fs::symlink("/etc/hostname", out.join("link")).expect("linked");
    assert_eq!(audited(folder.path(), &out).0, 3);
}
