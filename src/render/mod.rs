//! View + template → HTML.

mod filters;
mod templates;

pub use templates::Templates;
