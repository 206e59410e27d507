//! The edges of lines: quotation marks hang before them, and those of Chinese and Japanese are
//! straight, in signs that are as wide as letters.

use super::shape::Segment;

/// Whether a sign is as wide as it is high.
fn is_square(sign: char) -> bool {
    matches!(sign,
        '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}'
        | '\u{20000}'..='\u{3ffff}')
}

/// The square letter beside a sign that Latin and Chinese share, so that both are of one typeface.
pub(super) fn beside(text: &str, at: usize, sign: char) -> Option<char> {
    if !matches!(sign, '‘' | '’' | '“' | '”' | '…' | '—' | '·') {
        return None;
    }
    let is_shared = |other: &char| matches!(other, '‘' | '’' | '“' | '”' | '…' | '—');
    let before = text[..at].chars().rev().find(|other| !is_shared(other));
    let behind = text[at + sign.len_utf8()..].chars().find(|other| !is_shared(other));
    before.into_iter().chain(behind).find(|other| is_square(*other))
}

/// Makes a line of square letters as long as the column, when it is nearly: within a square or two.
pub(super) fn stretch(segments: &mut [Segment], size: f32, width: f32) {
    /// The most room that is shared out, in ems.
    const MOST: f32 = 2.0;
    let signs = || segments.iter().flat_map(|segment| segment.text.chars());
    let squares = signs().filter(|sign| is_square(*sign)).count();
    let room = (width - segments.iter().map(|segment| segment.width).sum::<f32>()) / size;
    if squares * 2 < signs().count() || room <= 0.0 || room > MOST {
        return;
    }
    let last = segments.len().saturating_sub(1);
    let mut gaps = Vec::new();
    for (at, segment) in segments.iter().enumerate() {
        let is_last = |glyph: usize| at == last && glyph + 1 == segment.glyphs.len();
        for (glyph, shape) in segment.glyphs.iter().enumerate() {
            let is_letter = segment.text[shape.text_range.clone()].chars().any(is_square);
            if is_letter && !is_last(glyph) {
                gaps.push((at, glyph));
            }
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a line has few letters")]
    let each = room / gaps.len().max(1) as f32;
    for (at, glyph) in gaps {
        segments[at].glyphs[glyph].x_advance += each;
        segments[at].width += each * size;
    }
}

/// How far a quotation mark at the beginning of a line stands before it, so that letters begin in
/// one line.
pub(super) fn hanging(segments: &[Segment], size: f32) -> f32 {
    let Some(first) = segments.first() else { return 0.0 };
    let Some(glyph) = first.glyphs.first() else { return 0.0 };
    let hangs = ["“", "„", "‘", "\""].contains(&&first.text[glyph.text_range.clone()]);
    // Those of Chinese are as wide as its letters, and stand in the column.
    if hangs && glyph.x_advance < 0.7 { glyph.x_advance * size } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn quotation_marks_are_of_the_letters_around_them() {
        let text = "他说“好”，and “fine”";
        let found = |at: usize| beside(text, at, text[at..].chars().next().expect("a sign"));
        let marks: Vec<_> = text.match_indices(['“', '”']).map(|(at, _)| found(at)).collect();
        assert_eq!(marks, [Some('说'), Some('好'), None, None]);
    }
}
