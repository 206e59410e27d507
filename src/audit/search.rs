//! Looking through a file, layer by layer.

use super::cells;
use super::closed::{closed, closed_in_pdf};
use super::layer::Layer;
use super::marker::{Marker, fold_char};
use super::unfold::unfold;

/// How many things are undone one after another.
const DEEPEST: usize = 4;
/// How many bytes of layers are looked through for one file, at most.
const MOST: usize = 16 * 1024 * 1024;

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

/// What came of looking through a file.
#[derive(Debug, Default)]
pub struct Searched {
    /// What was found, by its place.
    pub findings: Vec<Finding>,
    /// What was not looked into, in words, each once.
    pub passed_over: Vec<String>,
}

/// Looks for `markers` in the bytes of a file; each is found once, where it lies least deep.
pub fn search(bytes: Vec<u8>, markers: &[Marker]) -> Searched {
    let mut searched = Searched::default();
    let is_pdf = bytes.starts_with(b"%PDF");
    let mut layers = vec![Layer::file(bytes)];
    let mut unpacked = 0;
    for depth in 0..=DEEPEST {
        let mut next = Vec::new();
        for layer in layers {
            let findings = &mut searched.findings;
            look(&layer, markers, findings);
            let room = MOST.saturating_sub(unpacked);
            let inner = unfold(&layer, room, &mut |view| look(view, markers, findings));
            searched.passed_over.extend(inner.passed_over);
            if depth == 0 {
                searched.passed_over.extend(closed(&layer.bytes, inner.opened));
            }
            if is_pdf {
                searched.passed_over.extend(closed_in_pdf(&layer.bytes));
            }
            for inner in inner.parts {
                unpacked += inner.bytes.len();
                if unpacked >= MOST {
                    searched
                        .passed_over
                        .push(format!("what unpacks to more than {} MB", MOST / 1024 / 1024));
                } else if depth < DEEPEST {
                    next.push(inner);
                } else if inner.undone.last() != Some(&"base64") {
                    searched.passed_over.push(format!("what is packed more than {DEEPEST} times"));
                }
            }
        }
        layers = next;
    }
    searched.findings.sort_by_key(|finding| finding.offset);
    searched.passed_over.sort();
    searched.passed_over.dedup();
    searched
}

fn look(layer: &Layer, markers: &[Marker], findings: &mut Vec<Finding>) {
    let mut text = String::with_capacity(layer.bytes.len());
    folded(layer, |c, _| {
        text.push(c);
        true
    });
    let is_of_cells = layer.undone.last() == Some(&cells::HOW);
    let turned = |marker: &Marker, text: &str| marker.find_turned(text).filter(|_| is_of_cells);
    for marker in markers {
        if findings.iter().all(|known| known.marker != marker.text)
            && let Some(at) = marker.find(&text).or_else(|| turned(marker, &text))
        {
            let (mut length, mut offset) = (0, 0);
            folded(layer, |c, from| {
                offset = from;
                length += c.len_utf8();
                length <= at
            });
            findings.push(Finding {
                marker: marker.text.clone(),
                offset,
                undone: layer.undone.clone(),
            });
        }
    }
}

/// Hands over the text of a layer as markers are compared, letter by letter, with the offset in the
/// file of each, until `add` has enough.
fn folded(layer: &Layer, mut add: impl FnMut(char, usize) -> bool) {
    let mut at = 0;
    let mut gap = true;
    let mut one = |c: char, at: usize| {
        let space = c == ' ';
        let wanted = if space && gap { true } else { add(c, layer.offset(at)) };
        gap = space;
        wanted
    };
    for chunk in layer.bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            let plain = c.is_ascii_graphic() && !matches!(c, '-' | '_' | '+');
            let wanted = if plain {
                one(c.to_ascii_lowercase(), at)
            } else {
                fold_char(c).all(|c| one(c, at))
            };
            if !wanted {
                return;
            }
            at += c.len_utf8();
        }
        for byte in chunk.invalid() {
            // Texts of old systems: the letters and spaces of Western Europe in one byte each.
            let latin = *byte >= 0xa0;
            let wanted = if latin {
                fold_char(char::from(*byte)).all(|c| one(c, at))
            } else {
                one('\u{fffd}', at)
            };
            if !wanted {
                return;
            }
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine;
    use base64::prelude::BASE64_STANDARD;
    use std::io::Write;

    fn found(bytes: &[u8]) -> Option<(usize, Vec<&'static str>)> {
        let marker = Marker::new("Zoë Vermeulen-Árva").expect("a marker");
        search(bytes.to_vec(), &[marker])
            .findings
            .pop()
            .map(|finding| (finding.offset, finding.undone))
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
        let open: [&str; 4] = [
            name,
            "x zoe-vermeulen-arva/",
            "ZOE  VERMEULEN\nARVA",
            "Zoe\u{308} Vermeulen_A\u{301}rva",
        ];
        for text in open {
            assert!(found(text.as_bytes()).is_some_and(|(_, undone)| undone.is_empty()), "{text}");
        }
        let hidden = [
            ("entities", "abc Zo&#235; Vermeulen&#x2d;&Aacute;rva".replace("&Aacute;", "&#193;")),
            ("percent", "?q=Zo%C3%AB%20Vermeulen-%C3%81rva".to_owned()),
            ("escapes", r#"{"n":"Zo\u00eb Vermeulen-\u00c1rva"}"#.to_owned()),
            ("folds", "FN:Zoë Verme\r\n ulen-Árva".to_owned()),
            ("quoted-printable", "Zo=C3=AB Vermeulen-=C3=81rva".to_owned()),
            (
                "base64",
                format!(
                    "src=\"data:x;base64,{}\"",
                    BASE64_STANDARD.encode(format!("<p>{name}</p>"))
                ),
            ),
        ];
        for (how, text) in hidden {
            let (offset, undone) =
                found(text.as_bytes()).unwrap_or_else(|| panic!("{how}: {text}"));
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
        let lines: Vec<&str> = twice
            .as_bytes()
            .chunks(20)
            .map(|line| std::str::from_utf8(line).expect("ASCII"))
            .collect();
        assert_eq!(
            found(format!("PHOTO:{}", lines.join("\r\n ")).as_bytes())
                .map(|(_, undone)| undone.len()),
            Some(2)
        );
        let wide: Vec<u8> =
            "Zoë Vermeulen-Árva".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(found(&wide).map(|(_, undone)| undone), Some(vec!["utf-16"]));
    }
}
