//! Making every output, in parallel, and putting it where it belongs.

mod disk;
mod links;
mod make;
mod manifest;
mod memory;
mod outgoing;
mod sink;

pub use disk::Disk;
pub use make::{Made, bytes_of, make};
pub use manifest::{Counts, Manifest};
pub use memory::Memory;
pub use outgoing::outgoing;
pub use sink::{Nowhere, Put, Sink};
