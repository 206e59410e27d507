//! The bytes that people wrote: which files there are, what each is, and what stands in it.

mod beside;
mod decode;
mod file_name;
mod find_text;
mod forgotten;
mod gather;
mod heading_words;
mod headings;
mod history;
mod locate;
mod lock;
mod members;
mod number_formats;
mod passed_over;
mod sheet;
mod site_files;
mod snapshot;
mod source_file;
mod swallowed;
mod table;
mod table_file;
mod texts;
mod walk;
mod walk_rules;

pub use crate::base::text_of;
pub use beside::{Beside, BesideFile, is_of_system, may_be_read, may_lie_beside};
pub use decode::decode_text;
pub use file_name::{is_entry, is_profile};
pub use gather::{Sources, Written, gather};
pub use headings::{Headings, NAME_PARTS, bare as bare_heading};
pub use locate::{CellPlace, Location};
pub use lock::{
    Fetched, Lock, Locked, Stamp, cache_leads_elsewhere, cache_path, digest, is_commit, state,
};
pub use site_files::{SiteFiles, StaticFile, ThemeFile, open_file, read_file};
pub use snapshot::{
    Moment, RECORDS, Told, WHOLE, changed, is_plain_file, told_of, told_of_sources,
};
pub use source_file::{Shape, SourceFile};
pub use table::{Row, Table};
pub use table_file::{bare_name as bare_table_name, is_workbook, table_text};
pub use texts::Texts;
