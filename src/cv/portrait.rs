//! The portrait at the head of a CV: the picture of the page, in a size that paper needs.

use super::document::{Block, Document, Kind};
use super::style::Look;
use super::wish::Wish;
use crate::edition::ExpertId;
use crate::site::ViewContext;
use crate::site::view::expert_view::ExpertView;
use krilla::geom::{Rect, Size, Transform};
use krilla::image::Image;
use krilla::surface::Surface;
use krilla::tagging::{BBox, ContentTag, Identifier, SpanTag, Tag, TagGroup};
use std::sync::Arc;

/// Width and height on paper, in points: 25.6 by 32 mm, four to five.
pub(super) const SIZE: (f32, f32) = (72.6, 90.7);
/// Room between it and the words beside it.
pub(super) const GAP: f32 = 18.0;
/// How far below the upper edge it begins: as high as the capitals of the name.
pub(super) const DROP: f32 = 5.0;
/// 300 dots to an inch: more nobody sees on paper.
const WIDEST: u32 = 302;
/// The most bytes.
const MOST: usize = 60_000;

/// A portrait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portrait {
    /// As the site has it among its pictures: nothing but pixels.
    pub(super) jpeg: Arc<Vec<u8>>,
    /// What is to be seen.
    pub(super) words: String,
    /// The language of these words, when it is not that of the CV.
    pub(super) language: Option<String>,
}

/// The portrait of a person, unless it is not wanted: by the site, by the person, or in a CV that
/// does not say whose it is.
pub(super) fn portrait(
    context: ViewContext<'_>,
    (id, expert): (ExpertId, &ExpertView<'_>),
    wish: &Wish,
) -> Option<Portrait> {
    let site = context.site;
    let own = site.edition.written_expert(id).record.file.cv.portrait;
    if wish.is_anonymous || !own.is_on(true) || site.config.cv.portrait == Some(false) {
        return None;
    }
    let words = expert.photo.as_ref()?.alt.trim();
    let jpeg = site.portrait_for_paper(id, WIDEST, MOST)?;
    let first = site.config.languages.first().filter(|_| context.language > 0);
    Some(Portrait {
        jpeg: Arc::new(jpeg),
        language: first.filter(|_| !words.is_empty()).map(|first| first.as_str().to_owned()),
        words: if words.is_empty() { expert.name } else { words }.to_owned(),
    })
}

/// How many blocks stand beside the portrait.
pub(super) fn head(document: &Document) -> usize {
    let is_head = |block: &&Block| matches!(block.kind, Kind::Name | Kind::Lead | Kind::Fact);
    let count = document.blocks.iter().take_while(is_head).count();
    if document.portrait.is_some() { count } else { 0 }
}

/// What was drawn, and where.
pub(super) struct Hung {
    content: Identifier,
    place: Rect,
}

/// Draws the portrait at the head of the first page, where lines end. None when it is no picture.
pub(super) fn draw(
    surface: &mut Surface<'_>,
    portrait: &Portrait,
    (is_turned, width): (bool, f32),
    look: Look,
) -> Option<Hung> {
    let image = Image::from_jpeg(portrait.jpeg.clone().into(), false).ok()?;
    let x = if is_turned { look.margin() } else { width - look.margin() - SIZE.0 };
    let y = look.edges().0 + DROP;
    let (size, place) = (Size::from_wh(SIZE.0, SIZE.1)?, Rect::from_xywh(x, y, SIZE.0, SIZE.1)?);
    let content = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
    surface.push_transform(&Transform::from_translate(x, y));
    surface.draw_image(image, size);
    surface.pop();
    surface.end_tagged();
    Some(Hung { content, place })
}

/// What is read instead of it.
pub(super) fn tag(portrait: &Portrait, hung: &Hung) -> TagGroup {
    let figure = Tag::Figure(Some(portrait.words.clone()));
    let figure = figure.with_bbox(Some(BBox::new(0, hung.place)));
    let figure = figure.with_lang(portrait.language.clone());
    TagGroup::with_children(figure, vec![hung.content.into()])
}
