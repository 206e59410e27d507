//! Finding people, projects and topics by words: an index in static files, and the rule by which it
//! answers.
//!
//! The rule is written twice: here for the terminal, and in the theme's `js/finder/` for the
//! browser, which reads the files of `dataset`. Tests hold the two against each other.

mod bm25;
mod buckets;
mod compounds;
mod dataset;
mod dictionary;
mod entry;
mod entry_texts;
mod facets;
mod facts;
mod files;
mod fit;
mod forms;
mod gathered;
mod groups;
mod index;
mod joints;
mod list;
mod long_texts;
mod near;
mod pairs;
mod phrase;
mod question;
mod records;
mod relaxed;
mod rewards;
mod search;
mod sections;
mod signs;
mod small_words;
mod speech;
mod spotted;
mod texts;
mod ties;
mod topics;
mod understood;
mod wanted;
mod words;
mod written;

pub use dataset::{Dataset, dataset};
pub use entry::{Entry, Field, entries, names};
pub use entry_texts::texts;
pub use fit::Why;
pub use groups::{everybody, narrow, narrowing, narrowing_to};
pub use index::{Index, index, index_again, key_of_index};
pub use records::{Record, record};
pub use search::{Answer, Hit, search};
pub use sections::{Section, sections};
pub use texts::{Fit, Fitter, Fitting};
