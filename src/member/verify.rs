//! Whether what is here of members is what the lock names, byte for byte.

use super::fetch::digest;
use crate::config::{Member, Origin, Project};
use crate::source::{Lock, Stamp, cache_path, read_file};
use walkdir::WalkDir;

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
        let locked = lock.get(member).map(|locked| locked.commit.clone());
        let state = match (&member.origin, &locked) {
            (Origin::Folder(_), _) => State::Folder,
            (Origin::Repository { .. }, None) => State::Unlocked,
            (Origin::Repository { .. }, Some(commit)) => state(project, member, commit),
        };
        (member.clone(), locked, state)
    };
    Ok(project.config.members.iter().map(one).collect())
}

fn state(project: &Project, member: &Member, commit: &str) -> State {
    let folder = project.root.join(cache_path(member));
    let Some(stamp) = Stamp::read(&folder).filter(|stamp| stamp.commit == commit) else { return State::Missing };
    let files = WalkDir::new(&folder).into_iter().filter_map(Result::ok).filter(|entry| !entry.file_type().is_dir());
    let name = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(&folder).ok()?.to_string_lossy().replace('\\', "/");
        (path != Stamp::FILE).then_some(path)
    };
    let mut paths: Vec<String> = files.filter_map(name).collect();
    paths.sort();
    let mut hasher = blake3::Hasher::new();
    for path in &paths {
        match read_file(&folder.join(path)) {
            Ok(bytes) => digest(&mut hasher, path, &bytes),
            Err(_) => return State::Altered,
        }
    }
    if hasher.finalize().to_hex().as_str() == stamp.content { State::Locked } else { State::Altered }
}
