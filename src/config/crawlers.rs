//! Which programs that walk the web may use what they find.

use schemars::JsonSchema;
use serde::Deserialize;

/// Which programs that walk the web may use a site, or the profile of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Crawlers {
    /// Search engines. Without them there is a page and nothing else: no place in sitemap, feeds and other formats.
    pub search: bool,
    /// Programs that gather texts for language models.
    pub ai: bool,
}

impl Default for Crawlers {
    fn default() -> Self {
        Self { search: true, ai: true }
    }
}
