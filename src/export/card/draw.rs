//! From SVG to PNG.

use crate::export::xml;
use crate::site::{Face, Stretch};
use resvg::usvg::fontdb::Database;
use resvg::{render, tiny_skia, usvg};
use std::sync::{Arc, LazyLock};

/// The typeface of cards, so that they look the same on every machine. Each face has a family of
/// its own, so that a line names the one that has its letters.
static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for face in Face::ALL {
        let before: Vec<_> = fonts.faces().map(|known| known.id).collect();
        fonts.load_font_data(face.bytes().to_vec());
        let loaded = fonts.faces().find(|known| !before.contains(&known.id)).cloned();
        if let Some(mut info) = loaded {
            fonts.remove_face(info.id);
            info.families.iter_mut().for_each(|(name, _)| family(face).clone_into(name));
            fonts.push_face_info(info);
        }
    }
    Arc::new(fonts)
});

/// The name under which a card names a face.
pub(super) fn family(face: Face) -> &'static str {
    match face {
        Face::Latin => "Vakwerk Serif",
        Face::LatinExt => "Vakwerk Serif Ext",
    }
}

/// How wide a part of a line is: where a space behind it stands.
pub(super) fn width(stretch: &Stretch, size: usize) -> f32 {
    let text = xml(&stretch.text);
    let family = family(stretch.face);
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><text xml:space=\"preserve\" font-family=\"{family}\" \
         font-size=\"{size}\">{text}\u{a0}</text></svg>"
    );
    let Ok(tree) = tree(&svg) else { return 0.0 };
    let Some(usvg::Node::Text(text)) = tree.root().children().first() else { return 0.0 };
    let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
    glyphs.last().map_or(0.0, |space| space.outline_transform().tx)
}

fn tree(svg: &str) -> Result<usvg::Tree, usvg::Error> {
    // Each line names the face of its letters: one that is guessed would draw parts of them.
    let select_font = usvg::FontResolver::default_font_selector();
    let font_resolver =
        usvg::FontResolver { select_font, select_fallback: Box::new(|_, _, _| None) };
    let options =
        usvg::Options { fontdb: FONTS.clone(), font_resolver, ..usvg::Options::default() };
    usvg::Tree::from_str(svg, &options)
}

/// The picture as PNG.
///
/// # Errors
/// Why it cannot be drawn, in words.
pub(super) fn png(svg: &str) -> Result<Vec<u8>, String> {
    let tree = tree(svg).map_err(|error| error.to_string())?;
    let size = tree.size().to_int_size();
    let pixels = tiny_skia::Pixmap::new(size.width(), size.height());
    let mut pixels = pixels.ok_or("a card has a size")?;
    render(&tree, tiny_skia::Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The ranges of letters in a font's table of format 4, which is its first.
    fn letters(font: &[u8]) -> Vec<(u32, u32)> {
        let short = |at: usize| u32::from(u16::from_be_bytes([font[at], font[at + 1]]));
        let long = |at: usize| (short(at) << 16 | short(at + 2)) as usize;
        let tables = (0..short(4) as usize).map(|table| 12 + 16 * table);
        let cmap = tables
            .into_iter()
            .find(|at| &font[*at..at + 4] == b"cmap")
            .map(|at| long(at + 8))
            .expect("letters");
        let table = cmap + long(cmap + 8);
        assert_eq!(short(table), 4);
        let count = short(table + 6) as usize / 2;
        let mut found: Vec<(u32, u32)> = Vec::new();
        for at in (0..count).map(|at| table + 14 + 2 * at) {
            let (first, last) = (short(at + 2 + 2 * count), short(at));
            match found.last_mut() {
                _ if first == 0xffff => {}
                Some(before) if before.1 + 1 == first => before.1 = last,
                _ => found.push((first, last)),
            }
        }
        found
    }

    #[test]
    fn the_faces_have_the_letters_that_are_told_of_them() {
        for face in Face::ALL {
            assert_eq!(letters(face.bytes()), face.letters(), "{face:?}");
        }
    }
}
