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

/// The picture as PNG; nothing when it cannot be drawn.
pub(super) fn png(svg: &str) -> Vec<u8> {
    let options = usvg::Options { fontdb: FONTS.clone(), ..usvg::Options::default() };
    let Ok(tree) = usvg::Tree::from_str(svg, &options) else { return Vec::new() };
    let size = tree.size().to_int_size();
    let Some(mut pixels) = tiny_skia::Pixmap::new(size.width(), size.height()) else { return Vec::new() };
    render(&tree, tiny_skia::Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().unwrap_or_default()
}
