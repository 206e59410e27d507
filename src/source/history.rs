//! When each file was last committed, asked of Git once for the whole site.

use crate::base::{Code, Date, Diagnostic, Place};
use std::collections::HashMap;
use std::path::Path;
use std::process::{Command, Stdio};

/// The day (UTC) of the last commit of every file below `root`, by its path relative to `root`. Empty where there is
/// no Git, no repository, or no history.
pub(super) fn last_commits(root: &Path, notes: &mut Vec<Diagnostic>) -> HashMap<String, Date> {
    if !root.ancestors().any(|folder| folder.join(".git").exists()) {
        return HashMap::new();
    }
    if git(root, &["rev-parse", "--is-shallow-repository"]).is_some_and(|answer| answer.starts_with(b"true")) {
        notes.push(
            Diagnostic::new(Code::ShallowHistory, Place::file("."), "the Git repository has no history here").help(
                "fetch all of it (in a workflow: fetch-depth: 0), so that pages know when they were last changed",
            ),
        );
        return HashMap::new();
    }
    let log = git(root, &["log", "--format=%x01%ct", "--name-only", "--no-renames", "--relative", "-z", "--", "."]);
    log.map(|log| read(&log)).unwrap_or_default()
}

/// Asks Git, with everything off that a repository could use to run something.
#[expect(clippy::disallowed_methods, reason = "the outer ring: Git is asked here")]
fn git(root: &Path, arguments: &[&str]) -> Option<Vec<u8>> {
    let output = Command::new("git")
        .arg("-C")
        .arg(root)
        .args([
            "--no-optional-locks",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "log.showSignature=false",
        ])
        .args(arguments)
        .env("GIT_TERMINAL_PROMPT", "0")
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output.status.success().then_some(output.stdout)
}

/// Reads the log: a commit begins with 0x01 and its second, then come the names, each ended by 0. Newest first.
fn read(log: &[u8]) -> HashMap<String, Date> {
    let mut days = HashMap::new();
    for commit in log.split(|byte| *byte == 1).skip(1) {
        let mut parts = commit.split(|byte| matches!(byte, 0 | b'\n')).filter(|part| !part.is_empty());
        let second = parts.next().and_then(|second| std::str::from_utf8(second).ok()?.trim().parse::<i64>().ok());
        let Some(day) = second.and_then(day) else { continue };
        for name in parts {
            let Ok(name) = std::str::from_utf8(name) else { continue };
            days.entry(name.to_owned()).or_insert(day);
        }
    }
    days
}

fn day(second: i64) -> Option<Date> {
    let day = jiff::Timestamp::from_second(second).ok()?.to_zoned(jiff::tz::TimeZone::UTC).date();
    Date::day(day.year(), day.month().cast_unsigned(), day.day().cast_unsigned())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn the_newest_commit_of_a_file_counts() {
        let log = b"\x011772582400\0\na.md\0b \xc3\xa9.md\0\x011577836800\0\na.md\0c.md\0";
        let days = read(log);
        let day = |name: &str| days.get(name).map(ToString::to_string);
        assert_eq!(day("a.md").as_deref(), Some("2026-03-04"));
        assert_eq!(day("b é.md").as_deref(), Some("2026-03-04"));
        assert_eq!(day("c.md").as_deref(), Some("2020-01-01"));
    }
}
