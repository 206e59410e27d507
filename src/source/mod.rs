//! The bytes that people wrote: which files there are, what each is, and what stands in it.

mod gather;
mod history;
mod locate;
mod pictures;
mod site_files;
mod source_file;
mod table;
mod texts;

pub use gather::{Sources, gather};
pub use locate::Location;
pub use pictures::{PictureFile, Pictures};
pub use site_files::{SiteFiles, StaticFile, ThemeFile, read_file, text_of};
pub use source_file::{EntryKind, Shape, SourceFile};
pub use table::{Row, Table};
pub use texts::Texts;
