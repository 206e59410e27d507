//! Where the card of a page stands, which other sites show with a link to it.

use super::item::Page;
use super::plan::Site;
use crate::base::ExpertId;
use crate::config::Kind;

/// Sites with more entries than this have cards only when they ask for them: a card takes as long as a hundred pages.
const MOST: usize = 300;

/// Width and height of a card in pixels.
pub const CARD_SIZE: (u32, u32) = (1200, 630);

/// The path of the card in the output that is about a page alone; none when the page has none.
pub fn shared_card(site: &Site, language: usize, page: Page) -> Option<String> {
    let edition = &site.edition;
    let wanted = site.config.cards.unwrap_or(edition.experts.len() + edition.projects.len() <= MOST);
    let (kind, slug, listed, title) = match page {
        Page::Expert(id) => {
            let expert = &edition.experts[id.index()];
            ("experts", &expert.slug, expert.listed, &expert.record.file.name)
        }
        Page::Project(id) => {
            let project = &edition.projects[id.index()];
            ("projects", &project.slug, project.listed, &project.record.file.title)
        }
        _ => return None,
    };
    // One card serves all languages: it has names and titles, and hardly a word beside.
    (wanted && listed && language == 0 && is_latin(title)).then(|| format!("cards/{kind}/{slug}.png"))
}

/// The path of the card of a network; none when it has none.
pub fn network_card(site: &Site) -> Option<&'static str> {
    let text = &site.config.texts[0];
    let title = text.title.as_deref()?;
    let wanted = site.config.kind == Kind::Network && site.config.cards != Some(false);
    (wanted && is_latin(title) && is_latin(text.description.as_deref().unwrap_or_default())).then_some("cards/site.png")
}

/// The path of the card that stands for every page without one of its own: the network's, or that of a portfolio's owner.
pub(super) fn site_card(site: &Site) -> Option<String> {
    match site.config.kind {
        Kind::Network => network_card(site).map(str::to_owned),
        Kind::Portfolio => {
            site.edition.experts.first().and_then(|_| shared_card(site, 0, Page::Expert(ExpertId::new(0))))
        }
    }
}

/// Whether the typeface of cards, which is Latin, has every letter.
fn is_latin(text: &str) -> bool {
    text.chars().all(|letter| matches!(letter, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2000}'..='\u{20cf}'))
}
