//! `vakwerk.lock`: which commit of each member's repository the site is built from.

use super::site_files::{read_file, text_of};
use crate::config::{Member, Origin};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// Which commit of each member's repository the site is built from. Kept in Git beside `vakwerk.yaml`, so that two
/// builds of one commit of the site are equal wherever they run.
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
        let lock: Self = serde_yaml::from_str(&text).map_err(|error| format!("is not a lock: {error}"))?;
        let odd = |locked: &&Locked| !is_commit(&locked.commit);
        match lock.members.iter().find(odd) {
            _ if lock.version != 1 => Err(format!("has version {}, and this program knows version 1", lock.version)),
            Some(locked) => Err(format!("names `{}`, which is no commit", locked.commit)),
            None => Ok(lock),
        }
    }

    /// What is locked of a member.
    pub fn get(&self, member: &Member) -> Option<&Locked> {
        let Origin::Repository { url, reference } = &member.origin else { return None };
        let same =
            |locked: &&Locked| locked.git == *url && locked.reference == *reference && locked.folder == member.folder;
        self.members.iter().find(same)
    }

    /// How many joined before a member: those of the lock in its order, then the others, of whom this one stands at
    /// `place` under `members:`.
    pub fn joined(&self, member: &Member, place: usize) -> usize {
        let known = self.get(member).and_then(|locked| self.members.iter().position(|other| other == locked));
        known.unwrap_or(self.members.len() + place)
    }

    /// Puts the members in the order in which they joined: those of an earlier lock first, as they stood there.
    pub fn keep_order_of(&mut self, earlier: &Self) {
        let place = |locked: &Locked| {
            let same = |other: &Locked| {
                (&other.git, &other.reference, &other.folder) == (&locked.git, &locked.reference, &locked.folder)
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

/// Where the files of a member's repository are, when they are those of the locked commit.
pub(super) fn fetched(root: &Path, member: &Member, lock: &Lock) -> Option<(PathBuf, String)> {
    let label = cache_path(member);
    let folder = root.join(&label);
    let locked = lock.get(member)?;
    (Stamp::read(&folder)?.commit == locked.commit).then_some((folder, label))
}

/// Whether a text is the name of a commit (SHA-1 or SHA-256), written out.
pub fn is_commit(text: &str) -> bool {
    matches!(text.len(), 40 | 64) && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}
