//! `search`: the finder, and the ways that need no script.

use super::listing_view::{Facet, Letter};
use serde::Serialize;

/// The page of the finder, as the variable `search`.
#[derive(Debug, Clone, Serialize)]
pub struct SearchView<'a> {
    /// Address of the file that names the finder's other files.
    pub manifest_url: String,
    /// Address below which pictures stand, with a slash at the end.
    pub base_url: String,
    /// What the script says, in the page's language: JSON, a group of strings, and lists of the
    /// forms for 0, 1, 2, 3, 11 and 100.
    pub words: String,
    /// What experts can be narrowed down to by the script: `topic`, `place`, `language`,
    /// `availability`, `freshness`, `remote` (interface string `finder.<key>`).
    pub narrowing: Vec<&'static str>,
    /// Lists of experts that stand ready, as on the list of all experts.
    pub facets: Vec<Facet<'a>>,
    /// First letters of names.
    pub letters: Vec<Letter>,
}
