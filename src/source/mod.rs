//! The bytes that people wrote: which files there are, what each is, and what stands in it.

mod beside;
mod file_name;
mod forgotten;
mod gather;
mod history;
mod locate;
mod lock;
mod members;
mod site_files;
mod source_file;
mod table;
mod texts;
mod walk;
mod western;

pub use beside::{Beside, BesideFile, is_of_system, may_be_read, may_lie_beside};
pub use gather::{Sources, gather};
pub use locate::Location;
pub use lock::{Fetched, Lock, Locked, Stamp, cache_leads_elsewhere, cache_path, digest, is_commit, state};
pub use site_files::{SiteFiles, StaticFile, ThemeFile, open_file, read_file, text_of};
pub use source_file::{Shape, SourceFile};
pub use table::{Row, Table};
pub use texts::Texts;
