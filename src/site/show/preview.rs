//! Pictures that other sites show with a link.

use super::super::context::ViewContext;
use super::super::item::Page;
use super::super::shared_card::{CARD_SIZE, shared_card};
use crate::edition::ExpertId;

/// A picture for previews: absolute address, and its size in pixels.
pub(super) struct Preview {
    pub(super) url: String,
    pub(super) size: (u32, u32),
}

/// The absolute address of the card of a page; it stands for all languages.
pub(super) fn card(context: ViewContext<'_>, page: Page) -> Option<Preview> {
    Some(preview(context, &shared_card(context.site, 0, page)?))
}

pub(super) fn portrait(context: ViewContext<'_>, id: ExpertId) -> Option<Preview> {
    let picture = context.portrait(id)?;
    Some(Preview {
        url: context.site.absolute_of(&picture.src),
        size: (picture.width, picture.height),
    })
}

pub(super) fn preview(context: ViewContext<'_>, card: &str) -> Preview {
    let url = context.site.absolute_of(&format!("{}{card}", context.site.config.base_path));
    Preview { url, size: CARD_SIZE }
}
