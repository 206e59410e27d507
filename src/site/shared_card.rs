//! Where the card of a page stands, which other sites show with a link to it.

use super::item::Page;
use super::plan::Site;
use super::reader::SiteReader;
use super::typeface::can_be_drawn;

use crate::config::Kind;

/// Sites with more entries than this have cards only when they ask for them: a card takes as long
/// as a hundred pages.
const MOST: usize = 300;

/// Width and height of a card in pixels.
pub const CARD_SIZE: (u32, u32) = (1200, 630);

/// The path of the card in the output that is about a page alone; none when the page has none.
pub fn shared_card(site: &SiteReader<'_>, language: usize, page: Page) -> Option<String> {
    let (kind, slug, title) = match page {
        Page::Expert(id) => {
            let expert = site.edition.expert(id);
            ("experts", &expert.slug, &expert.record.file.name)
        }
        Page::Project(id) => {
            let project = site.edition.project(id);
            ("projects", &project.slug, &project.record.file.title)
        }
        _ => return None,
    };
    // One card serves all languages: it has names and titles, and hardly a word beside.
    let has = language == 0 && wants_card(site, page) && can_be_drawn(title);
    has.then(|| format!("cards/{kind}/{slug}.png"))
}

impl Site {
    /// Whether the site has so many entries that cards of each would take long.
    pub(super) fn has_many_entries(&self) -> bool {
        self.edition.experts.len() + self.edition.projects.len() > MOST
    }
}

/// Whether a page is to have a card of its own, as far as its title can be drawn.
pub fn wants_card(site: &SiteReader<'_>, page: Page) -> bool {
    let edition = site.edition;
    let wanted = site.config.cards.unwrap_or(!site.has_many_entries());
    let listed = match page {
        Page::Expert(id) => edition.expert(id).listed,
        Page::Project(id) => edition.project(id).listed,
        _ => false,
    };
    wanted && listed
}

/// The path of the card of a network; none when it has none.
pub fn network_card(site: &SiteReader<'_>) -> Option<&'static str> {
    let text = &site.config.texts[0];
    let title = text.title.as_deref()?;
    (wants_network_card(site) && can_be_drawn(title)).then_some("cards/site.png")
}

/// Whether the site is to have a card of its own, as far as its title can be drawn.
pub fn wants_network_card(site: &SiteReader<'_>) -> bool {
    site.config.kind == Kind::Network && site.config.cards != Some(false)
}

/// The path of the card that stands for every page without one of its own: the network's, or that
/// of a portfolio's owner.
pub(super) fn site_card(site: &SiteReader<'_>) -> Option<String> {
    match site.config.kind {
        Kind::Network => network_card(site).map(str::to_owned),
        Kind::Portfolio => shared_card(site, 0, Page::Expert(site.edition.expert_ids().next()?)),
    }
}
