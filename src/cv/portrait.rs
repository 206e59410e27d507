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

/// The most width and height on paper, in points: 25.6 by 32 mm, four to five.
const SIZE: (f32, f32) = (72.6, 90.7);
/// A picture of fewer pixels across is set smaller, so that nobody sees its pixels.
const FULL: u32 = 150;
/// One of fewer shows nobody.
const LEAST: u32 = 40;
/// Room between it and the words beside it.
const GAP: f32 = 18.0;
/// How far below the upper edge it begins: as high as the capitals of the name.
const DROP: f32 = 5.0;
/// 300 dots to an inch: more nobody sees on paper.
const WIDEST: u32 = 302;
/// The most bytes.
const MOST: usize = 60_000;

/// A portrait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portrait {
    /// As the site has it among its pictures: nothing but pixels.
    pub(super) jpeg: Arc<Vec<u8>>,
    /// Width and height in pixels.
    pixels: (u32, u32),
    /// What is to be seen.
    pub(super) words: String,
    /// The language of these words, when it is not that of the CV.
    pub(super) language: Option<String>,
}

impl Portrait {
    /// Width and height on paper, in points.
    pub(super) fn size(&self) -> (f32, f32) {
        size(self.pixels).unwrap_or(SIZE)
    }
}

/// The portrait of a person, unless it is not wanted: by the site, by the person, or in a CV that
/// does not say whose it is.
pub(super) fn portrait(
    context: ViewContext<'_>,
    (id, expert): (ExpertId, &ExpertView<'_>),
    wish: &Wish,
) -> Option<Portrait> {
    let site = context.site;
    if !is_wanted(context, id, wish) {
        return None;
    }
    let words = expert.photo.as_ref()?.alt.trim();
    let (jpeg, pixels) = site.portrait_for_paper(id, WIDEST, MOST)?;
    size(pixels)?;
    let first = site.config.languages.first().filter(|_| context.language > 0);
    Some(Portrait {
        jpeg: Arc::new(jpeg),
        pixels,
        language: first.filter(|_| !words.is_empty()).map(|first| first.as_str().to_owned()),
        words: if words.is_empty() { expert.name } else { words }.to_owned(),
    })
}

fn is_wanted(context: ViewContext<'_>, id: ExpertId, wish: &Wish) -> bool {
    let site = context.site;
    let own = site.edition.written_expert(id).record.file.cv.portrait;
    !wish.is_anonymous && own.is_on(true) && site.config.cv.portrait != Some(false)
}

/// How large a picture of so many pixels is on paper, in its own proportions; none when it is too
/// small.
#[expect(clippy::cast_precision_loss, reason = "pictures have few pixels")]
fn size((wide, high): (u32, u32)) -> Option<(f32, f32)> {
    if wide < LEAST || high == 0 {
        return None;
    }
    let width = SIZE.0 * (wide.min(FULL) as f32 / FULL as f32);
    let height = width * high as f32 / wide as f32;
    let by = (SIZE.1 / height).min(1.0);
    Some((width * by, height * by))
}

/// That the photo of somebody is too small for paper, in words, with what follows.
pub fn small_photo(context: ViewContext<'_>, id: ExpertId, wish: &Wish) -> Option<String> {
    let (wide, high) = *context.site.portrait(id)?.sizes.last()?;
    if wide >= FULL || !is_wanted(context, id, wish) {
        return None;
    }
    let what = if size((wide, high)).is_some() { "is set smaller" } else { "is left out" };
    Some(format!(
        "the photo has {wide} × {high} pixels and {what}; take one of {WIDEST} pixels across or more"
    ))
}

/// The room that it takes at the end of lines, and how far down it goes.
pub(super) fn room(document: &Document) -> Option<(f32, f32)> {
    let (width, height) = document.portrait.as_ref()?.size();
    Some((width + GAP, DROP + height))
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
    let (wide, high) = portrait.size();
    let image = Image::from_jpeg(portrait.jpeg.clone().into(), false).ok()?;
    let x = if is_turned { look.margin() } else { width - look.margin() - wide };
    let y = look.edges().0 + DROP;
    let (size, place) = (Size::from_wh(wide, high)?, Rect::from_xywh(x, y, wide, high)?);
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
