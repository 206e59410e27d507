//! Pictures, documents and the theme's assets, as they go out.

mod album;
mod bare;
mod beside_path;
mod crop;
mod decode;
mod develop;
mod document;
mod gate;
mod mentions;
mod motion;
mod photo;
mod rooms;
mod stylesheet;
mod taken;
mod tight;
mod unnamed_photo;
mod whereabouts;
mod wishes;

pub use album::{Album, album};
pub use crop::Crop;
pub use document::Document;
pub use mentions::names_the_same;
pub use photo::{Format, Photo, Print};
pub use stylesheet::{Bundle, bundle};
pub use taken::ending_of_picture;
pub use whereabouts::tells_where;
