//! Making every output, in parallel, and putting it where it belongs.

mod bytes;
mod disk;
mod durable;
mod finder_files;
mod hold;
mod link_notes;
mod links;
mod make;
mod manifest;
mod manifest_notes;
mod memory;
mod moves;
mod outgoing;
mod people;
mod previous;
mod questions;
mod remembered;
mod sink;
mod verify;
mod weight;
mod whole;
mod written;

pub use bytes::bytes_of;
pub use disk::{Disk, Manner};
pub use durable::Syncing;
pub use hold::resolved;
pub use make::{Rendered, make};
pub use manifest::{Counts, Manifest};
pub use memory::Memory;
pub use outgoing::outgoing;
pub use previous::{PreviousBuild, Trust};
pub use sink::{Changes, Nowhere, Put, Sink, Standing};
pub use verify::{Verified, verify};
pub(crate) use weight::megabytes;
pub use whole::WholeRun;
