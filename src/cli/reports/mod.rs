//! What was noticed, as people and programs read it: on a terminal, as JSON, as SARIF, and as the
//! services that host Git repositories show it.

pub(super) mod causes;
pub(super) mod github;
pub(super) mod gitlab;
pub(super) mod json;
mod repeated;
pub(super) mod sarif;
pub(super) mod summary;
pub(super) mod terminal;
