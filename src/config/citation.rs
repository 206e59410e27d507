//! How publications are cited.

use schemars::JsonSchema;
use serde::Deserialize;

/// A style of citing publications.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum CitationStyle {
    /// American Psychological Association, 7th edition.
    #[default]
    Apa,
    /// Chicago, author and date.
    Chicago,
    /// Harvard, as in Cite Them Right.
    Harvard,
    /// Institute of Electrical and Electronics Engineers.
    Ieee,
}
