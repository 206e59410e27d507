//! A weight of a variable font, drawn once for all CVs of a run.

use crate::base::font::name::with_tables;
use skrifa::raw::TableProvider;
use skrifa::{FontRef, Tag};
use subsetter::{GlyphRemapper, Tag as Axis, subset_with_variations};

/// A variable font in one weight, with its glyphs under the same numbers; only what is written into
/// a document is left of it.
pub(super) fn drawn(data: &[u8], weight: f32) -> Option<Vec<u8>> {
    let font = FontRef::new(data).ok()?;
    let count = font.maxp().ok()?.num_glyphs();
    let glyphs = GlyphRemapper::new_from_glyphs_sorted(&(0..count).collect::<Vec<_>>());
    let weight = [(Axis::new(b"wght"), weight)];
    let bytes = subset_with_variations(data, 0, &weight, &glyphs).ok()?;
    let metrics = font.table_data(Tag::new(b"OS/2"))?;
    with_tables(&FontRef::new(&bytes).ok()?, &[(*b"OS/2", metrics.as_bytes())])
}
