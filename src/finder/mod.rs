//! Finding people, projects and topics by words: an index in static files, and the rule by which it
//! answers.
//!
//! The rule is written twice: here for the terminal, and in the theme's `js/finder/` for the
//! browser, which reads the files of `dataset`. Tests hold the two against each other.

mod dataset;
mod dictionary;
mod entry;
mod facets;
mod index;
mod list;
mod near;
mod records;
mod search;
mod topics;
mod words;

pub use dataset::{Dataset, dataset};
pub use entry::{Entry, Field, entries, names, texts};
pub use index::{Index, index};
pub use records::{Record, record};
pub use search::{Hit, Loose, search, search_loosely};
