//! Looking through a file, layer by layer.

use super::layer::Layer;
use super::marker::{Marker, fold_char};
use super::unfold::unfold;

/// How many things are undone one after another.
const DEEPEST: usize = 4;
/// How many bytes of layers are looked through for one file, at most.
const MOST: usize = 512 * 1024 * 1024;

/// A marker that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The marker, as it was given.
    pub marker: String,
    /// The offset in the file, in bytes from 0: of the marker, or of what it is packed in.
    pub offset: usize,
    /// What had to be undone to see it: `base64`, `gzip`; empty when it stands there openly.
    pub undone: Vec<&'static str>,
}

/// Looks for `markers` in the bytes of a file; each is found once, where it lies least deep.
pub fn search(bytes: Vec<u8>, markers: &[Marker]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    let mut layers = vec![Layer::file(bytes)];
    let mut seen = 0;
    for _ in 0..=DEEPEST {
        let mut next = Vec::new();
        for layer in layers {
            let unfolded = unfold(&layer);
            for open in std::iter::once(&layer).chain(&unfolded.views) {
                look(open, markers, &mut findings);
            }
            for inner in unfolded.inner {
                seen += inner.bytes.len();
                if seen < MOST {
                    next.push(inner);
                }
            }
        }
        layers = next;
    }
    findings.sort_by_key(|finding| finding.offset);
    findings
}

fn look(layer: &Layer, markers: &[Marker], findings: &mut Vec<Finding>) {
    let (folded, offsets) = folded(layer);
    for marker in markers {
        if findings.iter().all(|known| known.marker != marker.text)
            && let Some(at) = marker.find(&folded)
        {
            let undone = layer.undone.clone();
            findings.push(Finding { marker: marker.text.clone(), offset: offsets[at], undone });
        }
    }
}

/// The text of a layer as markers are compared, with the offset in the file of each of its bytes.
fn folded(layer: &Layer) -> (String, Vec<usize>) {
    let mut text = String::with_capacity(layer.bytes.len());
    let mut offsets = Vec::with_capacity(layer.bytes.len());
    let mut at = 0;
    let mut gap = true;
    let mut add = |c: char, offset: usize| {
        let space = c == ' ';
        if !(space && gap) {
            text.push(c);
            offsets.resize(text.len(), offset);
        }
        gap = space;
    };
    for chunk in layer.bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            if c.is_ascii_graphic() && !matches!(c, '-' | '_' | '+') {
                add(c.to_ascii_lowercase(), layer.offsets[at]);
            } else {
                fold_char(c).for_each(|c| add(c, layer.offsets[at]));
            }
            at += c.len_utf8();
        }
        for _ in chunk.invalid() {
            add('\u{fffd}', layer.offsets[at]);
            at += 1;
        }
    }
    (text, offsets)
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine;
    use base64::prelude::BASE64_STANDARD;
    use std::io::Write;

    fn found(bytes: &[u8]) -> Option<(usize, Vec<&'static str>)> {
        let marker = Marker::new("Zoë Vermeulen-Árva").expect("a marker");
        search(bytes.to_vec(), &[marker]).pop().map(|finding| (finding.offset, finding.undone))
    }

    fn zlib(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).expect("packed");
        encoder.finish().expect("packed")
    }

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).expect("packed");
        encoder.finish().expect("packed")
    }

    #[test]
    fn a_marker_is_found_however_it_is_written() {
        let name = "Zoë Vermeulen-Árva";
        let open: [&str; 4] =
            [name, "x zoe-vermeulen-arva/", "ZOE  VERMEULEN\nARVA", "Zoe\u{308} Vermeulen_A\u{301}rva"];
        for text in open {
            assert!(found(text.as_bytes()).is_some_and(|(_, undone)| undone.is_empty()), "{text}");
        }
        let hidden = [
            ("entities", "abc Zo&#235; Vermeulen&#x2d;&Aacute;rva".replace("&Aacute;", "&#193;")),
            ("percent", "?q=Zo%C3%AB%20Vermeulen-%C3%81rva".to_owned()),
            ("escapes", r#"{"n":"Zo\u00eb Vermeulen-\u00c1rva"}"#.to_owned()),
            ("folds", "FN:Zoë Verme\r\n ulen-Árva".to_owned()),
            ("quoted-printable", "Zo=C3=AB Vermeulen-=C3=81rva".to_owned()),
            ("base64", format!("src=\"data:x;base64,{}\"", BASE64_STANDARD.encode(format!("<p>{name}</p>")))),
        ];
        for (how, text) in hidden {
            let (offset, undone) = found(text.as_bytes()).unwrap_or_else(|| panic!("{how}: {text}"));
            assert_eq!(undone, [how], "{text}");
            assert!(offset > 0 || how == "quoted-printable");
        }
        assert_eq!(found(b"Zoe Verhoeven-Arva"), None);
    }

    #[test]
    fn a_marker_is_found_however_it_is_packed() {
        let name = "a line\nZoë Vermeulen-Árva\n".as_bytes();
        let chunk = [b"\x89PNG....zTXt".as_slice(), &zlib(name), b"rest"].concat();
        assert_eq!(found(&chunk), Some((12, vec!["deflate"])));
        assert_eq!(found(&gzip(name)), Some((0, vec!["gzip"])));
        let twice = BASE64_STANDARD.encode(gzip(name));
        let lines: Vec<&str> =
            twice.as_bytes().chunks(20).map(|line| std::str::from_utf8(line).expect("ASCII")).collect();
        assert_eq!(found(format!("PHOTO:{}", lines.join("\r\n ")).as_bytes()).map(|(_, undone)| undone.len()), Some(2));
        let wide: Vec<u8> = "Zoë Vermeulen-Árva".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(found(&wide).map(|(_, undone)| undone), Some(vec!["utf-16"]));
    }
}
