//! The glyphs of a text in one face, each with the words that it stands for.

use super::fonts::{Face, Fonts};
use harfrust::Language;
use krilla::text::{GlyphId, KrillaGlyph};
use unicode_normalization::char::is_combining_mark;

/// The glyphs of a text that a face has all letters of, from left to right.
#[expect(clippy::cast_precision_loss, reason = "units of a font are small numbers")]
pub(super) fn glyphs(
    fonts: &Fonts,
    face: usize,
    (text, language): (&str, Option<&Language>),
    is_turned: bool,
) -> Vec<KrillaGlyph> {
    let face = fonts.face(face);
    let shaped = face.shape(text, is_turned, language);
    let (infos, positions) = (shaped.glyph_infos(), shaped.glyph_positions());
    // Where each cluster of letters begins, so that it is known where it ends.
    let mut starts: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
    starts.sort_unstable();
    starts.dedup();
    let em = |value: i32| value as f32 / face.units;
    let glyph = |(info, at): (&harfrust::GlyphInfo, &harfrust::GlyphPosition)| {
        let start = info.cluster as usize;
        let next = starts.partition_point(|known| *known <= start);
        let end = starts.get(next).copied().unwrap_or(text.len());
        KrillaGlyph::new(
            GlyphId::new(info.glyph_id),
            em(at.x_advance),
            em(at.x_offset),
            em(at.y_offset),
            em(at.y_advance),
            start..end,
            None,
        )
    };
    let mut glyphs: Vec<KrillaGlyph> = infos.iter().zip(positions).map(glyph).collect();
    if !is_turned && text.contains(is_combining_mark) {
        end_with_their_letters(&mut glyphs, face, text);
    }
    glyphs
}

/// Ends letters with marks at the end of the letter: readers take words apart where a mark in the
/// middle of a letter is the last that is drawn of it. What is drawn last is a space.
#[expect(clippy::cast_precision_loss, reason = "units of a font are small numbers")]
fn end_with_their_letters(glyphs: &mut Vec<KrillaGlyph>, face: &Face, text: &str) {
    let space = face.shape(" ", false, None);
    let (Some(info), Some(at)) = (space.glyph_infos().first(), space.glyph_positions().first())
    else {
        return;
    };
    let (id, width) = (GlyphId::new(info.glyph_id), at.x_advance as f32 / face.units);
    let mut at = 0;
    while at < glyphs.len() {
        let range = glyphs[at].text_range.clone();
        let is_last = glyphs.get(at + 1).is_none_or(|next| next.text_range != range);
        let is_marked = text[range.clone()].ends_with(is_combining_mark);
        at += 1;
        if is_last && is_marked && at > 1 && glyphs[at - 2].text_range == range {
            let space = KrillaGlyph::new(id, 0.0, -width, 0.0, 0.0, range, None);
            glyphs.insert(at, space);
            at += 1;
        }
    }
}
