//! The history of a folder of this machine, asked without the configuration of its repository.
//!
//! A repository's configuration can name programs in many places (hooks, filters, signatures,
//! helpers, remotes that are asked for missing objects), and Git has no switch that leaves all of
//! it out. So Git is given a repository of ours, which has nothing but a way to the objects of the
//! other one and the name of its commit.

use super::run::{GitError, Question, Via, ask};
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io};
use tempfile::TempDir;

/// The most that a list of changes may have, in bytes.
const MOST_BYTES: u64 = 128 * 1024 * 1024;

/// The largest of the small files that tell what a repository has, in bytes.
const MOST_SMALL: u64 = 16 * 1024 * 1024;

/// What a repository tells of its files.
#[derive(Debug)]
pub enum History {
    /// There is no repository, or no commit in it.
    None,
    /// The repository has not all of its history.
    Shallow,
    /// For each commit, newest first: the byte 1, its second, and the names that it changed, as
    /// `git log -z` writes them.
    Log(Vec<u8>),
    /// It could not be read, and why.
    Unread(String),
}

/// The top folder of the repository in which `dir` is.
pub fn top(dir: &Path) -> Option<&Path> {
    around(dir).map(|(top, _)| top)
}

/// The same, and the folder in which its repository is kept.
fn around(dir: &Path) -> Option<(&Path, PathBuf)> {
    dir.ancestors().find_map(|top| Some((top, repository(top)?)))
}

/// The changes of the files below `root`, whose names are relative to it.
pub fn history(root: &Path) -> History {
    let Some((top, folder)) = around(root) else {
        return History::None;
    };
    // What belongs to somebody else may not be read, and a folder that is mounted alone leads to a
    // repository elsewhere.
    if let Err(error) = fs::metadata(folder.join("HEAD")) {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        return match error.kind() {
            // A folder of that name that was never a repository.
            io::ErrorKind::NotFound if folder == top.join(".git") && is_empty(&folder) => {
                History::None
            }
            _ => History::Unread(format!("{name}/HEAD cannot be read: {error}")),
        };
    }
    let common = common(&folder);
    if small(&common.join("shallow")).is_some_and(|text| !text.trim().is_empty()) {
        return History::Shallow;
    }
    if common.join("reftable").is_dir() {
        return History::Unread(
            "its branches are kept as reftable, which is not read here".to_owned(),
        );
    }
    if let Err(error) = fs::File::open(folder.join("HEAD")) {
        return History::Unread(format!("HEAD cannot be read: {error}"));
    }
    let Some(commit) = head(&folder, &common) else { return History::None };
    let below = root.strip_prefix(top).unwrap_or(root).to_string_lossy().replace('\\', "/");
    match log(&common.join("objects"), &commit, &below) {
        Ok(log) => History::Log(log),
        Err(refusal) => History::Unread(refusal.into_words()),
    }
}

/// What the changes of the files below `root` follow from, in short: the commit that is checked
/// out. None where that is not known, or where Git has to be asked what it cannot read.
pub fn mark(root: &Path) -> Option<String> {
    let Some((top, folder)) = around(root) else { return Some("none".to_owned()) };
    if !folder.join("HEAD").is_file() {
        let is_none = folder == top.join(".git") && is_empty(&folder);
        return is_none.then(|| "none".to_owned());
    }
    let common = common(&folder);
    if common.join("reftable").is_dir() {
        return None;
    }
    let shallow = small(&common.join("shallow")).unwrap_or_default();
    let commit = head(&folder, &common).unwrap_or_default();
    Some(format!("{}\n{commit}\n{shallow}", top.display()))
}

fn is_empty(folder: &Path) -> bool {
    walkdir::WalkDir::new(folder).min_depth(1).into_iter().next().is_none()
}

/// The repository whose files lie in `top`: its folder `.git`, or the one that a file of that name
/// leads to.
pub(super) fn repository(top: &Path) -> Option<PathBuf> {
    let dot = top.join(".git");
    if dot.is_dir() {
        return Some(dot);
    }
    let text = small(&dot)?;
    Some(top.join(text.strip_prefix("gitdir:")?.trim()))
}

/// Where what all worktrees of a repository share is kept.
pub(super) fn common(folder: &Path) -> PathBuf {
    small(&folder.join("commondir"))
        .map_or_else(|| folder.to_owned(), |path| folder.join(path.trim()))
}

/// The commit that is checked out.
pub(super) fn head(folder: &Path, common: &Path) -> Option<String> {
    let mut text = small(&folder.join("HEAD"))?;
    // A branch may stand for another one, but not for ever.
    for _ in 0..5 {
        let name = match text.trim().strip_prefix("ref:") {
            None => return is_commit(text.trim()).then(|| text.trim().to_owned()),
            Some(name) => name.trim().to_owned(),
        };
        if name.split('/').any(|part| matches!(part, "" | "." | "..")) {
            return None;
        }
        text = [folder, common]
            .into_iter()
            .find_map(|folder| small(&folder.join(&name)))
            .or_else(|| packed(common, &name))?;
    }
    None
}

/// The commit of a branch in the file where many are kept together.
fn packed(common: &Path, name: &str) -> Option<String> {
    let text = small(&common.join("packed-refs"))?;
    let mut lines = text.lines().filter_map(|line| line.split_once(' '));
    lines.find(|(_, known)| *known == name).map(|(commit, _)| commit.to_owned())
}

pub(super) fn is_commit(text: &str) -> bool {
    matches!(text.len(), 40 | 64) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The text of a small file; None when there is none, or something else in its place.
#[expect(clippy::disallowed_methods, reason = "the outer ring: what Git keeps is read here")]
fn small(path: &Path) -> Option<String> {
    let about = fs::metadata(path).ok()?;
    if !about.is_file() || about.len() > MOST_SMALL {
        return None;
    }
    fs::read_to_string(path).ok()
}

/// A repository of ours that has nothing but a way to the objects of another one; and that way.
#[expect(clippy::disallowed_methods, reason = "the outer ring: Git is given a repository of ours")]
pub(super) fn shell(objects: &Path, commit: &str) -> Result<(TempDir, PathBuf), GitError> {
    let broken = |error: std::io::Error| GitError::Final(format!("Git cannot be asked: {error}"));
    let shell = tempfile::Builder::new().prefix("vakwerk-git-").tempdir().map_err(broken)?;
    for folder in ["refs", "objects"] {
        fs::create_dir_all(shell.path().join(folder)).map_err(broken)?;
    }
    let format = if commit.len() == 64 { "[extensions]\n\tobjectFormat = sha256\n" } else { "" };
    let version = u8::from(commit.len() == 64);
    let config = format!("[core]\n\tbare = true\n\trepositoryformatversion = {version}\n{format}");
    fs::write(shell.path().join("config"), config).map_err(broken)?;
    fs::write(shell.path().join("HEAD"), "ref: refs/heads/none\n").map_err(broken)?;
    Ok((shell, fs::canonicalize(objects).map_err(broken)?))
}

/// Asks for the changes.
fn log(objects: &Path, commit: &str, below: &str) -> Result<Vec<u8>, GitError> {
    let (shell, objects) = shell(objects, commit)?;
    let relative = format!("--relative={below}/");
    let format = [
        "log",
        "--no-mailmap",
        "--no-ext-diff",
        "--no-textconv",
        "--format=%x01%ct",
        "--name-only",
    ];
    let mut arguments = format.to_vec();
    arguments.extend(["--no-renames", "-z"]);
    if !below.is_empty() {
        arguments.push(&relative);
    }
    arguments.extend(["--end-of-options", commit, "--"]);
    arguments.extend((!below.is_empty()).then_some(below));
    ask(Question {
        arguments: &arguments,
        repository: Some(shell.path()),
        environment: vec![
            ("GIT_OBJECT_DIRECTORY", objects.into_os_string()),
            ("GIT_LITERAL_PATHSPECS", "1".into()),
        ],
        input: None,
        via: Via::Files,
        time: Duration::from_secs(60),
        bytes: MOST_BYTES,
        growth: None,
    })
}
