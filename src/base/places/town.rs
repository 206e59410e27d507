//! A town.

use super::position::Position;
use std::fmt;
use std::sync::Arc;

/// A town of the site's own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OwnTown {
    /// The town.
    pub town: Town,
    /// What it is called, folded.
    pub names: Vec<String>,
}

/// A town.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Town {
    /// Its name.
    pub name: Arc<str>,
    /// The first name of its region; empty when nobody knows.
    pub region: Arc<str>,
    /// Its country (ISO 3166-1 alpha-2); empty when nobody knows.
    pub country: Arc<str>,
    /// Where it is.
    pub at: Position,
}

impl fmt::Display for Town {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        for part in [&self.region, &self.country].into_iter().filter(|part| !part.is_empty()) {
            write!(f, ", {part}")?;
        }
        Ok(())
    }
}
