//! The look: layers of templates, assets and interface strings, with the parameters that the site sets.

mod catalogue;
mod color;
mod css;
mod embedded;
mod load;
mod manifest;
mod strings;
mod widths;

pub use catalogue::{Described, catalogue};
pub use css::{StyleFault, StyleLink, read_style};
pub use load::{Theme, load};
pub use manifest::{Parameter, ParameterType, ThemeManifest};
pub use strings::Strings;
pub use widths::Widths;
