//! The texts of a folder as they were at an earlier time, asked of its history.

use super::local::{common, head, is_commit, repository, shell};
use super::objects::next_object;
use super::run::{GitError, Question, Via, ask, ask_for_file, broken, temporary};
use std::ffi::OsString;
use std::fs;
use std::io::{self, BufReader, Seek, Write};
use std::path::Path;
use std::time::Duration;

/// The largest file that is taken, in bytes.
const MOST_BYTES: u64 = 20 * 1024 * 1024;
/// The most that a listing may have, in bytes.
const MOST_LISTED: u64 = 128 * 1024 * 1024;
/// The most that all files may have, in bytes.
const MOST_TAKEN: u64 = 2 * 1024 * 1024 * 1024;

/// Endings of files that say something; pictures and other documents are left out.
const TEXTS: [&str; 9] = ["md", "markdown", "yaml", "yml", "csv", "tsv", "xlsx", "xlsm", "ods"];

/// A repository that is asked for a folder of it.
struct Past<'a> {
    shell: &'a Path,
    objects: OsString,
    /// The folder in the repository; empty for the whole.
    below: String,
}

/// Writes the texts of the folder `root`, as they were before the second `before` (since 1970),
/// into the folder `into`. False when there was no commit by then.
///
/// # Errors
/// Why nothing can be told, in words.
pub fn texts_before(root: &Path, before: i64, into: &Path) -> Result<bool, String> {
    let found = root.ancestors().find_map(|top| Some((top, repository(top)?)));
    let Some((top, folder)) = found else {
        return Err("the site is in no Git repository".to_owned());
    };
    let common = common(&folder);
    if common.join("shallow").metadata().is_ok_and(|file| file.len() > 0) {
        return Err(
            "the repository has not all of its history; fetch it with `git fetch --unshallow` \
             (in a workflow: fetch-depth: 0)"
                .to_owned(),
        );
    }
    let commit = head(&folder, &common).ok_or("the repository has no commit that can be read")?;
    let below = root.strip_prefix(top).unwrap_or(root).to_string_lossy().replace('\\', "/");
    let (shell, objects) = shell(&common.join("objects"), &commit).map_err(GitError::into_words)?;
    let past = Past { shell: shell.path(), objects: objects.into_os_string(), below };
    past.texts(&commit, before, into).map_err(GitError::into_words)
}

impl Past<'_> {
    fn question<'a>(&'a self, arguments: &'a [&'a str], bytes: u64) -> Question<'a> {
        Question {
            arguments,
            repository: Some(self.shell),
            environment: vec![
                ("GIT_OBJECT_DIRECTORY", self.objects.clone()),
                ("GIT_LITERAL_PATHSPECS", "1".into()),
            ],
            input: None,
            via: Via::Files,
            time: Duration::from_secs(120),
            bytes,
            growth: None,
        }
    }

    fn texts(&self, commit: &str, before: i64, into: &Path) -> Result<bool, GitError> {
        let until = format!("--before={before}");
        // What was merged later was not there yet, however old its commits are.
        let first = ["rev-list", "--first-parent", "--max-count=1"];
        let arguments = [&first[..], &[&until, "--end-of-options", commit, "--"]].concat();
        let answer = ask(self.question(&arguments, 1024))?;
        let earlier = String::from_utf8_lossy(&answer).trim().to_owned();
        if earlier.is_empty() {
            return Ok(false);
        }
        if !is_commit(&earlier) {
            return Err(GitError::Final(
                "Git answers with something else than a commit".to_owned(),
            ));
        }
        let tree = format!("{earlier}:{}", self.below);
        let arguments = ["ls-tree", "-r", "-l", "-z", "--end-of-options", &tree];
        let listing = ask(self.question(&arguments, MOST_LISTED))?;
        let files = listed(&listing);
        self.write(&files, into)?;
        Ok(true)
    }

    /// Writes files, each a path and the hash of its bytes.
    fn write(&self, files: &[(String, String)], into: &Path) -> Result<(), GitError> {
        let mut input = temporary().map_err(broken)?;
        for (_, hash) in files {
            writeln!(input, "{hash}").map_err(broken)?;
        }
        input.rewind().map_err(broken)?;
        let question =
            Question { input: Some(input), ..self.question(&["cat-file", "--batch"], MOST_TAKEN) };
        let mut rest = BufReader::new(ask_for_file(question)?);
        for (path, _) in files {
            let bytes = next_object(&mut rest, MOST_BYTES)
                .ok_or_else(|| GitError::Final(format!("`{path}` is not in the repository")))?;
            put(&into.join(path), &bytes).map_err(broken)?;
        }
        Ok(())
    }
}

/// The texts of `git ls-tree -r -l -z`: each with its path and the hash of its bytes.
fn listed(listing: &[u8]) -> Vec<(String, String)> {
    let records = listing.split(|byte| *byte == 0).filter_map(|it| std::str::from_utf8(it).ok());
    let files = records.filter_map(|record| {
        let (about, path) = record.split_once('\t')?;
        let mut about = about.split_whitespace();
        let (mode, _, hash, size) = (about.next()?, about.next()?, about.next()?, about.next()?);
        let is_small = size.parse::<u64>().is_ok_and(|size| size <= MOST_BYTES);
        let is_file = mode.starts_with("100") && is_commit(hash);
        (is_file && is_small && is_text(path)).then(|| (path.to_owned(), hash.to_owned()))
    });
    files.collect()
}

/// Whether a path is that of a text, and leads nowhere else.
fn is_text(path: &str) -> bool {
    let is_plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.len() <= 255
            && !part.chars().any(|sign| sign.is_control() || "<>:\"|?*\\".contains(sign))
    };
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    path.split('/').all(is_plain) && ending.is_some_and(|ending| TEXTS.contains(&&*ending))
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: what is asked of Git is kept here")]
fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)
}

#[cfg(test)]
mod tests {
    use super::is_text;

    #[test]
    fn texts_are_taken_and_nothing_that_leads_elsewhere() {
        for text in ["vakwerk.yaml", "experts/jan/profile.nl.md", "experts.CSV"] {
            assert!(is_text(text), "{text}");
        }
        for other in
            ["photo.jpg", "../a.md", "/a.md", ".git/x.md", "a/../b.md", "a\\b.md", "C:a.md", ".md"]
        {
            assert!(!is_text(other), "{other}");
        }
    }
}
