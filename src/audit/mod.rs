//! Whether anything of a person is left in an output, however it is written or packed there.

mod closed;
mod layer;
mod marker;
mod named;
mod pdf;
mod search;
mod unfold;

pub use marker::Marker;
pub use search::{Finding, Searched, search};
