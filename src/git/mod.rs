//! The one door to Git. Nothing that a repository contains is run, and no answer is without end.
//!
//! What is asked of a repository on this machine is asked without its configuration; `local.rs`
//! says how.

mod earlier;
mod limits;
mod local;
mod objects;
mod run;

pub use earlier::texts_before;
pub use local::{History, history, mark, top};
pub use objects::next_object;
pub use run::{GitError, Question, Via, ask, ask_for_file};
