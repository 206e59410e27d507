//! Whether what is here of members is what the lock names, byte for byte.

use crate::config::{Member, Origin, Project};
use crate::source::{Fetched, Lock, state};

/// How it stands with one member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// A folder of this machine; nothing is locked.
    Folder,
    /// What is here is what the lock names.
    Locked,
    /// The lock does not name it.
    Unlocked,
    /// It is not here, or in another version than the lock names.
    Missing,
    /// Files of it were changed here.
    Altered,
}

/// How it stands with each member, without asking the network.
///
/// # Errors
/// What is wrong with the lock.
pub fn verify(project: &Project) -> Result<Vec<(Member, Option<String>, State)>, String> {
    let lock = Lock::read(&project.root).map_err(|problem| format!("{} {problem}", Lock::FILE))?;
    let one = |member: &Member| {
        let locked = lock.get(member);
        let state = match (&member.origin, locked) {
            (Origin::Folder(_), _) => State::Folder,
            (Origin::Repository { .. }, None) => State::Unlocked,
            (Origin::Repository { .. }, Some(locked)) => match state(&project.root, member, locked)
            {
                Fetched::Whole => State::Locked,
                Fetched::Missing => State::Missing,
                Fetched::Altered => State::Altered,
            },
        };
        (member.clone(), locked.map(|locked| locked.commit.clone()), state)
    };
    Ok(project.config.members.iter().map(one).collect())
}
