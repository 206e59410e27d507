//! Where the card of a page stands, which other sites show with a link to it.

use super::item::Page;
use super::plan::Site;

/// Sites with more entries than this have cards only when they ask for them: a card takes as long as a hundred pages.
const MOST: usize = 300;

/// The path of a page's card in the output; none when the page has none.
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
    // The typeface of cards is Latin. One card serves all languages: it has names and titles, and hardly a word beside.
    let is_latin =
        |letter: char| matches!(letter, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2000}'..='\u{20cf}');
    (wanted && listed && language == 0 && title.chars().all(is_latin)).then(|| format!("cards/{kind}/{slug}.png"))
}
