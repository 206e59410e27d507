//! Members' repositories: which commit there is, and its content brought into the cache of the
//! site. Nothing else of Vakwerk asks the network for content.

mod fetch;
mod git;
mod tree;
mod update;
mod verify;

pub use update::{Aim, Outcome, Update, update};
pub use verify::{State, verify};
