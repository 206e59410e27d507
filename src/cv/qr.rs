//! The address of the page as a QR code (ISO/IEC 18004), in the margin beside the name: from paper
//! to the profile as it is now.

use super::document::Document;
use super::pdf::ink;
use super::style::{INK, Look};
use krilla::geom::{PathBuilder, Rect};
use krilla::surface::Surface;
use krilla::tagging::{BBox, ContentTag, Identifier, SpanTag, Tag, TagGroup};
use qrcode::{Color, EcLevel, QrCode};

/// How wide it is: a module of half a millimetre, as far as the address is not very long.
const WIDTH: f32 = 58.0;

/// What was drawn, where, and of which address.
pub(super) struct Code {
    content: Identifier,
    place: Rect,
    address: String,
}

/// Draws the code; none where an address does not fit.
#[expect(clippy::cast_precision_loss, reason = "a code has few modules")]
pub(super) fn draw(
    surface: &mut Surface<'_>,
    address: &str,
    (document, width): (&Document, f32),
    look: Look,
) -> Option<Code> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let module = WIDTH / code.width() as f32;
    let x = if document.is_turned { width - look.margin() - WIDTH } else { look.margin() };
    let y = look.edges().0 + 4.0;
    let mut path = PathBuilder::new();
    for (at, _) in code.to_colors().iter().enumerate().filter(|(_, it)| **it == Color::Dark) {
        let (column, row) = ((at % code.width()) as f32, (at / code.width()) as f32);
        let (left, top) = (x + column * module, y + row * module);
        path.push_rect(Rect::from_xywh(left, top, module, module)?);
    }
    let content = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
    ink(surface, INK);
    let path = path.finish();
    if let Some(path) = &path {
        surface.draw_path(path);
    }
    surface.end_tagged();
    let place = Rect::from_xywh(x, y, WIDTH, WIDTH)?;
    Some(Code { content, place, address: address.to_owned() })
}

/// What is read instead of it.
pub(super) fn tag(code: &Code) -> TagGroup {
    let figure = Tag::Figure(Some(format!("QR: {}", code.address)));
    let figure = figure.with_bbox(Some(BBox::new(0, code.place)));
    TagGroup::with_children(figure, vec![code.content.into()])
}
