//! View + template → HTML.

mod dropped;
mod filters;
mod lean;
mod periods;
mod templates;

pub use dropped::fields_shown;
pub use templates::{PageHtml, Templates};
