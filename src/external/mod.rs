//! Whether addresses outside the site answer: only when asked, politely, and remembered.

mod ask;
mod indexnow;
mod known;
mod public;
mod round;

pub use ask::Reach;
pub use indexnow::{Announcer, MOST_AT_ONCE};
pub use known::Known;
pub use round::{Options, check};

/// What became of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It answers.
    Alive,
    /// It answers, but not to programs: nobody can say more.
    Closed(u16),
    /// It answers that there is nothing, or that it is broken.
    Dead(u16),
    /// It does not answer.
    Silent(String),
    /// It names a machine inside a network of one's own, which is not asked.
    Private,
    /// The run had asked enough.
    NotAsked,
}
