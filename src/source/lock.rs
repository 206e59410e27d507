//! `vakwerk.lock`: which commit of each member's repository the site is built from.

use super::site_files::read_file;
use crate::base::text_of;
use crate::config::{Member, Origin};
use serde::{Deserialize, Serialize};
use std::path::Path;
use walkdir::WalkDir;

/// Which commit of each member's repository the site is built from. Kept in Git beside
/// `vakwerk.yaml`, so that two builds of one commit of the site are equal wherever they run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// The version of this format: 1.
    pub version: u32,
    /// The members, in the order in which they joined.
    pub members: Vec<Locked>,
}

/// The commit of one member.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Locked {
    /// The address, as in `vakwerk.yaml`.
    pub git: String,
    /// The branch, tag or commit that was asked for; the default branch without one.
    #[serde(rename = "ref", default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The folder in the repository; empty for the whole.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub folder: String,
    /// The commit, in hexadecimal digits.
    pub commit: String,
    /// The hash of what is taken of that commit, so that a cache that was changed is not believed.
    /// Locks of earlier versions have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
}

/// What the cache holds of a member's repository: written last, when all files are there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// The commit that the files are of.
    pub commit: String,
    /// The hash of the paths and bytes of the files, in their order.
    pub content: String,
}

impl Lock {
    /// The name of the file beside `vakwerk.yaml`.
    pub const FILE: &str = "vakwerk.lock";

    /// Reads the lock of the site in `root`; an empty one when there is none.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn read(root: &Path) -> Result<Self, String> {
        let path = root.join(Self::FILE);
        if !path.exists() {
            return Ok(Self { version: 1, members: Vec::new() });
        }
        let bytes = read_file(&path).map_err(|error| format!("cannot be read: {error}"))?;
        let text = text_of(bytes).ok_or("is not UTF-8")?;
        let lock: Self =
            serde_yaml::from_str(&text).map_err(|error| format!("is not a lock: {error}"))?;
        let odd = |locked: &&Locked| !is_commit(&locked.commit);
        match lock.members.iter().find(odd) {
            _ if lock.version != 1 => {
                Err(format!("has version {}, and this program knows version 1", lock.version))
            }
            Some(locked) => Err(format!("names `{}`, which is no commit", locked.commit)),
            None => Ok(lock),
        }
    }

    /// What is locked of a member.
    pub fn get(&self, member: &Member) -> Option<&Locked> {
        let Origin::Repository { url, reference } = &member.origin else { return None };
        let same = |locked: &&Locked| {
            locked.git == *url && locked.reference == *reference && locked.folder == member.folder
        };
        self.members.iter().find(same)
    }

    /// How many joined before a member: those of the lock in its order, then the others, of whom
    /// this one stands at `place` under `members:`.
    pub fn joined(&self, member: &Member, place: usize) -> usize {
        let known = self
            .get(member)
            .and_then(|locked| self.members.iter().position(|other| other == locked));
        known.unwrap_or(self.members.len() + place)
    }

    /// Puts the members in the order in which they joined: those of an earlier lock first, as they
    /// stood there.
    pub fn keep_order_of(&mut self, earlier: &Self) {
        let place = |locked: &Locked| {
            let same = |other: &Locked| {
                (&other.git, &other.reference, &other.folder)
                    == (&locked.git, &locked.reference, &locked.folder)
            };
            earlier.members.iter().position(same).unwrap_or(usize::MAX)
        };
        self.members.sort_by_cached_key(place);
    }

    /// The text of the file.
    pub fn to_text(&self) -> String {
        let yaml = serde_yaml::to_string(self).expect("a lock is plain data");
        format!("# Written by `vakwerk members update`. Commit it with vakwerk.yaml.\n{yaml}")
    }
}

impl Stamp {
    /// The name of the file among the member's files.
    pub const FILE: &str = ".vakwerk-source";

    /// What the cache holds in `folder`; None when it holds nothing whole.
    pub fn read(folder: &Path) -> Option<Self> {
        serde_json::from_slice(&read_file(&folder.join(Self::FILE)).ok()?).ok()
    }
}

/// Where the files of a member's repository are kept, relative to the site's folder.
pub fn cache_path(member: &Member) -> String {
    format!(".vakwerk/members/{}", member.cache_name())
}

/// How the cache of a member stands to the lock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    /// It holds what is locked.
    Whole,
    /// It holds nothing, or another commit.
    Missing,
    /// It holds the commit, and files of it were changed here.
    Altered,
}

/// How the cache of a member stands to what is locked of it.
pub fn state(root: &Path, member: &Member, locked: &Locked) -> Fetched {
    let folder = root.join(cache_path(member));
    if cache_leads_elsewhere(root, &folder) {
        return Fetched::Altered;
    }
    let Some(stamp) = Stamp::read(&folder).filter(|stamp| stamp.commit == locked.commit) else {
        return Fetched::Missing;
    };
    let wanted = locked.content.as_ref().unwrap_or(&stamp.content);
    if content_of(&folder).as_ref() == Some(wanted) { Fetched::Whole } else { Fetched::Altered }
}

/// Whether a folder of the cache is reached through a symbolic link: what is written there would
/// stand elsewhere.
pub fn cache_leads_elsewhere(root: &Path, folder: &Path) -> bool {
    let below = folder.ancestors().take_while(|folder| *folder != root);
    below.into_iter().any(Path::is_symlink)
}

/// The hash of the paths and bytes of the files in a member's folder; None when it holds anything
/// else than files.
fn content_of(folder: &Path) -> Option<String> {
    let mut paths = Vec::new();
    for entry in WalkDir::new(folder) {
        let entry = entry.ok()?;
        if entry.file_type().is_dir() {
            continue;
        }
        let path = entry.path().strip_prefix(folder).ok()?.to_string_lossy().replace('\\', "/");
        if !entry.file_type().is_file() {
            return None;
        }
        if path != Stamp::FILE {
            paths.push(path);
        }
    }
    paths.sort();
    let mut hasher = blake3::Hasher::new();
    for path in &paths {
        digest(&mut hasher, path, &read_file(&folder.join(path)).ok()?);
    }
    Some(hasher.finalize().to_hex().to_string())
}

/// Adds a file to a hash of many.
pub fn digest(hasher: &mut blake3::Hasher, path: &str, bytes: &[u8]) {
    hasher.update(&(path.len() as u64).to_le_bytes()).update(path.as_bytes());
    hasher.update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
}

/// Whether a text is the name of a commit (SHA-1 or SHA-256), written out.
pub fn is_commit(text: &str) -> bool {
    matches!(text.len(), 40 | 64)
        && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}
