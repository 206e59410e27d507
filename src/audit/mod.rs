//! Whether anything of a person is left in an output, however it is written or packed there.

mod cells;
mod closed;
mod encodings;
mod layer;
mod marker;
mod markup;
mod named;
mod packed;
mod pdf;
mod place;
mod search;
mod unfold;
mod writing;

pub use closed::{IN_GLYPHS, is_spelled};
pub use marker::Marker;
pub use place::Compared;
pub use search::{Finding, Searched, search};
