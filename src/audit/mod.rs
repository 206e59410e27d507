//! Whether anything of a person is left in an output, however it is written or packed there.

mod layer;
mod marker;
mod search;
mod unfold;

pub use marker::Marker;
pub use search::{Finding, search};
