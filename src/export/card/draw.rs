//! From SVG to PNG.

use resvg::usvg::fontdb::Database;
use resvg::{render, tiny_skia, usvg};
use std::sync::{Arc, LazyLock};

/// The typeface of cards, so that they look the same on every machine; letters of other scripts come from the machine.
static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_data(include_bytes!("latin.ttf").to_vec());
    fonts.load_font_data(include_bytes!("latin-ext.ttf").to_vec());
    Arc::new(fonts)
});

/// The picture as PNG.
///
/// # Errors
/// Why it cannot be drawn, in words.
pub(super) fn png(svg: &str) -> Result<Vec<u8>, String> {
    let options = usvg::Options { fontdb: FONTS.clone(), ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
    let size = tree.size().to_int_size();
    let pixels = tiny_skia::Pixmap::new(size.width(), size.height());
    let mut pixels = pixels.ok_or("a card has a size")?;
    render(&tree, tiny_skia::Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| error.to_string())
}
