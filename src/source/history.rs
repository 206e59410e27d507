//! When each file was last committed, asked of Git once for the whole site.

use crate::base::{Code, Date, Diagnostic, Level, Place};
use crate::git::{History, history};
use std::collections::HashMap;
use std::path::Path;

/// The day (UTC) of the last commit of every file below `root`, by its path relative to `root`.
/// Empty where there is no Git, no repository, or no history.
pub(super) fn last_commits(root: &Path, notes: &mut Vec<Diagnostic>) -> HashMap<String, Date> {
    let mut unknown = |level: Level, message: String, help: &str| {
        let note = Diagnostic::new(Code::ShallowHistory, Place::file("."), message);
        notes.push(Diagnostic { level, ..note.help(help.to_owned()) });
        HashMap::new()
    };
    match history(root) {
        History::None => HashMap::new(),
        History::Log(log) => read(&log),
        History::Shallow => unknown(
            Level::Hint,
            "the Git repository has no history here".to_owned(),
            "fetch all of it (in a workflow: fetch-depth: 0), so that pages know when they were last changed",
        ),
        History::Unread(why) => unknown(
            Level::Warning,
            format!("the history of the Git repository cannot be read: {why}"),
            "see what `git log` says here; until then pages do not know when they were last changed",
        ),
    }
}

/// Reads the log: a commit begins with 0x01 and its second, then come the names, each ended by 0.
/// Newest first.
fn read(log: &[u8]) -> HashMap<String, Date> {
    let mut days = HashMap::new();
    for commit in log.split(|byte| *byte == 1).skip(1) {
        let mut parts =
            commit.split(|byte| matches!(byte, 0 | b'\n')).filter(|part| !part.is_empty());
        let second = parts
            .next()
            .and_then(|second| std::str::from_utf8(second).ok()?.trim().parse::<i64>().ok());
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
