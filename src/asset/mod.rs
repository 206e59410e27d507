//! Pictures and the theme's assets, as they go out.

mod album;
mod encode;
mod stylesheet;

pub use album::{Album, Crop, Photo, album};
pub use encode::encode;
pub use stylesheet::{Bundle, bundle};
