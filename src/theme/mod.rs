//! The look: layers of templates, assets and interface strings, with the parameters that the site
//! sets.

mod catalogue;
mod color;
mod css;
mod dates;
mod embedded;
mod filled;
mod interface;
mod load;
mod manifest;
mod params;
mod renamed;
mod strings;
mod unused;
mod widths;

pub use catalogue::{Described, catalogue};
pub use css::{StyleFault, StyleLink, read_style};
pub use dates::{DateWords, date_in_words};
pub use embedded::is_shipped;
pub use filled::filled;
pub use interface::interface_languages;
pub use load::{Theme, load};
pub use manifest::{Drawn, Parameter, ParameterType, Preset, ThemeManifest};
pub use strings::Strings;
pub use widths::Widths;
