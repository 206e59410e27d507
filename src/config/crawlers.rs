//! Which programs that walk the web may use what they find.

use super::switches::{Switched, Switches};

/// A kind of program that walks the web.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Crawler {
    /// Search engines. Without them there is a page and nothing else: no place in sitemap, feeds
    /// and other formats.
    Search,
    /// Programs that gather texts for language models.
    Ai,
}

/// Which programs that walk the web may use a site, or the profile of a person; all of them unless
/// one is refused.
pub type Crawlers = Switches<Crawler>;

impl Switched for Crawler {
    const NAME: &'static str = "Crawlers";

    const ALL: &'static [(&'static str, Self, &'static str)] = &[
        (
            "search",
            Self::Search,
            "Search engines. Without them there is a page and nothing else: no place in sitemap, feeds and other formats.",
        ),
        ("ai", Self::Ai, "Programs that gather texts for language models."),
    ];
}

impl Crawlers {
    /// Whether search engines may use it.
    pub fn search(&self) -> bool {
        self.get(Crawler::Search).unwrap_or(true)
    }

    /// Whether programs that gather texts for language models may use it.
    pub fn ai(&self) -> bool {
        self.get(Crawler::Ai).unwrap_or(true)
    }
}
