//! One member's repository: its commit, and the content of that commit brought into the cache.

use super::git::{Git, GitError};
use super::tree::{Content, Holds, MOST_BYTES, content};
use crate::base::media_type::LFS;
use crate::config::{Member, MemberRules};
use crate::git::next_object;
use crate::source::{Stamp, digest, is_commit};
use std::fs;
use std::io::{BufReader, Seek, Write};
use std::path::Path;
use std::thread;
use std::time::Duration;

/// How often a question is asked that failed on its way.
const ATTEMPTS: u32 = 3;

/// The commit that a repository has now at what is asked for.
///
/// # Errors
/// Why there is none, in words.
pub(super) fn newest(
    url: &str,
    reference: Option<&str>,
    rules: &MemberRules,
) -> Result<String, String> {
    if let Some(commit) = reference.filter(|reference| is_commit(reference)) {
        return Ok(commit.to_owned());
    }
    let home = fs_error(empty_folder())?;
    let git = Git::new(rules, url, home.path());
    let patterns = match reference {
        None => vec!["HEAD".to_owned()],
        Some(name) => ["refs/heads/NAME", "refs/tags/NAME", "refs/tags/NAME^{}"]
            .map(|form| form.replace("NAME", name))
            .to_vec(),
    };
    let mut arguments = vec!["ls-remote", "--quiet", "--", url];
    arguments.extend(patterns.iter().map(String::as_str));
    let answer = again(|| git.ask_host(None, &arguments))?;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let of = |pattern: &String| {
        let mut lines = answer.lines().filter_map(|line| line.split_once('\t'));
        lines.find(|(_, name)| name == pattern).map(|(commit, _)| commit.to_owned())
    };
    // A branch before a tag; of a tag that is an object of its own, what it stands for.
    let found = of(&patterns[0]).or_else(|| patterns.iter().rev().find_map(of));
    found.filter(|commit| is_commit(commit)).ok_or_else(|| match reference {
        Some(name) => format!("it has no branch or tag `{name}`"),
        None => "it is empty, or has no default branch".to_owned(),
    })
}

/// What was brought of a member.
pub(super) struct Brought {
    /// What was not taken, in words.
    pub(super) skipped: Vec<String>,
    /// The hash of the paths and bytes of the files, as in [`Stamp`].
    pub(super) content: String,
}

/// Brings the content of a commit into the folder `target`, which then holds that and nothing else.
///
/// # Errors
/// Why it could not be, in words; `target` is as it was.
pub(super) fn bring(
    member: &Member,
    url: &str,
    commit: &str,
    rules: &MemberRules,
    target: &Path,
) -> Result<Brought, String> {
    let cache = target.parent().ok_or("the cache has no folder")?;
    fs_error(make_folder(cache))?;
    let home = fs_error(empty_folder())?;
    let git = Git::new(rules, url, home.path());
    let room = fs_error(tempfile::Builder::new().prefix(".fetch-").tempdir_in(cache))?;
    let repository = room.path().join("repository");
    fs_error(make_folder(&repository))?;
    let bare = ["init", "--quiet", "--bare", "--template="];
    git.ask(&repository, &bare).map_err(GitError::into_words)?;
    let fetch = [
        "fetch",
        "--quiet",
        "--depth=1",
        "--no-tags",
        "--no-recurse-submodules",
        "--filter=blob:limit=20m",
    ];
    let fetch: Vec<&str> = fetch.into_iter().chain(["--", url, commit]).collect();
    again(|| git.ask_host(Some(&repository), &fetch))?;

    let whole = format!("{commit}^{{tree}}");
    let below = match member.folder.as_str() {
        "" => whole,
        folder => format!("{commit}:{folder}"),
    };
    let list = ["ls-tree", "-r", "-l", "-z", "--full-tree", &below];
    let listing =
        git.ask(&repository, &list).map_err(|refusal| match (member.folder.as_str(), refusal) {
            (_, GitError::Final(words)) | ("", GitError::Passing(words)) => words,
            (folder, GitError::Passing(_)) => format!("it has no folder `{folder}`"),
        })?;
    let holds = if member.choice.is_some() { Holds::Experts } else { Holds::Portfolio };
    let mut content = content(&listing, holds, rules)?;
    if content.files.is_empty() {
        return Err("it holds no profile where one is looked for".to_owned());
    }
    let files = room.path().join("files");
    let hash = write(git, &repository, &files, &mut content)?;
    let stamp = Stamp { commit: commit.to_owned(), content: hash.clone() };
    let stamp = serde_json::to_vec(&stamp).map_err(|error| error.to_string())?;
    fs_error(put(&files.join(Stamp::FILE), &stamp))?;
    fs_error(replace(target, &files, &room.path().join("old")))?;
    Ok(Brought { skipped: content.skipped, content: hash })
}

/// A folder in which nothing is.
fn empty_folder() -> std::io::Result<tempfile::TempDir> {
    tempfile::Builder::new().prefix("vakwerk-home-").tempdir()
}

/// Writes the files of `content` into a folder; gives back the hash of them all.
#[expect(
    clippy::disallowed_methods,
    reason = "the outer ring: what is asked of Git is written here"
)]
fn write(
    git: Git<'_>,
    repository: &Path,
    folder: &Path,
    content: &mut Content,
) -> Result<String, String> {
    let mut asked = fs_error(tempfile::tempfile())?;
    for hash in content.files.values() {
        fs_error(writeln!(asked, "{hash}"))?;
    }
    fs_error(asked.rewind())?;
    let answer = git
        .ask_for_objects(repository, &["cat-file", "--batch"], asked)
        .map_err(GitError::into_words)?;
    let mut rest = BufReader::new(answer);
    let mut hasher = blake3::Hasher::new();
    for path in content.files.keys() {
        let bytes = next_object(&mut rest, MOST_BYTES)
            .ok_or_else(|| format!("`{path}` is not in the repository"))?;
        if bytes.starts_with(LFS) {
            content.skipped.push(format!("`{path}` is kept in Git LFS, which is not asked"));
            continue;
        }
        fs_error(put(&folder.join(path), &bytes))?;
        digest(&mut hasher, path, &bytes);
    }
    Ok(hasher.finalize().to_hex().to_string())
}

fn again(mut ask: impl FnMut() -> Result<Vec<u8>, GitError>) -> Result<Vec<u8>, String> {
    let mut pause = Duration::from_millis(500);
    for _ in 1..ATTEMPTS {
        match ask() {
            Ok(answer) => return Ok(answer),
            Err(GitError::Final(words)) => return Err(words),
            Err(GitError::Passing(_)) => {
                thread::sleep(pause);
                pause *= 3;
            }
        }
    }
    ask().map_err(GitError::into_words)
}

fn fs_error<T>(done: std::io::Result<T>) -> Result<T, String> {
    done.map_err(|error| format!("the cache cannot be written: {error}"))
}

#[expect(
    clippy::disallowed_methods,
    reason = "the outer ring: the cache of members is written here"
)]
fn make_folder(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the outer ring: the cache of members is written here"
)]
fn put(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)
}

/// Puts `new` where `target` is. When that fails, what was there is put back.
#[expect(
    clippy::disallowed_methods,
    reason = "the outer ring: the cache of members is written here"
)]
fn replace(target: &Path, new: &Path, spill: &Path) -> std::io::Result<()> {
    let stands = target.exists();
    if stands {
        fs::rename(target, spill)?;
    }
    fs::rename(new, target).inspect_err(|_| {
        if stands {
            // Where even this fails, `members verify` says so.
            let _ = fs::rename(spill, target);
        }
    })
}
