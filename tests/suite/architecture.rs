//! Who may use whom, and how large a file may be.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Each room, and the rooms that it may use. A room looks back along the road, never forward.
const ROOMS: &[(&str, &str)] = &[
    ("base", ""),
    ("config", "base"),
    ("memo", ""),
    ("git", ""),
    ("member", "base config git source"),
    ("source", "base config git"),
    ("record", "base config memo source"),
    ("form", "base record"),
    ("catalog", "base record"),
    ("edit", "base record"),
    ("edition", "base config record catalog"),
    ("finder", "base memo edition"),
    ("theme", "base config source"),
    ("audit", ""),
    ("asset", "base edition memo source theme"),
    ("site", "base config memo source edition finder form theme asset"),
    ("render", "base site theme"),
    ("cv", "audit base config edition site theme"),
    ("export", "base config cv edition site theme"),
    ("external", "base"),
    ("output", "base config memo site asset render source"),
    ("pipeline", "base config memo source record catalog edition theme asset site export output"),
    ("serve", "base config memo source pipeline site render output edit asset"),
    (
        "cli",
        "audit base config cv git member memo source record edit edition finder form theme site render pipeline external output serve",
    ),
];

/// Behind the edition nothing may name what knows who is hidden.
const BEHIND_THE_EDITION: [&str; 7] =
    ["asset", "cv", "finder", "site", "render", "export", "output"];

/// Files, environment, clock and other programs are for these alone.
const OUTER_RING: [&str; 9] =
    ["config", "source", "git", "member", "memo", "output", "external", "serve", "cli"];

/// What of `base` writes for them.
const WRITES_FOR_THE_RING: [&str; 3] = ["base/file_at.rs", "base/replace.rs", "base/spill.rs"];

const MOST_LINES: usize = 300;
const MOST_COLUMNS: usize = 100;

fn source() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(room: &str) -> Vec<(String, String)> {
    let (folder, file) = (source().join(room), source().join(format!("{room}.rs")));
    let paths: Vec<_> = if folder.is_dir() {
        let walk = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
        walk.map(|entry| entry.expect("readable").into_path())
            .filter(|path| path.extension().is_some_and(|end| end == "rs"))
            .collect()
    } else {
        vec![file]
    };
    paths
        .into_iter()
        .map(|path| (path.display().to_string(), fs::read_to_string(&path).expect("readable")))
        .collect()
}

#[test]
fn a_room_uses_only_the_rooms_that_it_may() {
    let all: BTreeSet<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
    let mut wrong = Vec::new();
    for (room, may) in ROOMS {
        for (path, text) in files(room) {
            let mut rest = text.as_str();
            while let Some(at) = rest.find("crate::") {
                rest = &rest[at + "crate::".len()..];
                let names: Vec<&str> = match rest.strip_prefix('{') {
                    Some(list) => list
                        .split('}')
                        .next()
                        .unwrap_or_default()
                        .split(',')
                        .map(str::trim)
                        .collect(),
                    None => vec![rest],
                };
                for name in names {
                    let used = name
                        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                        .next()
                        .unwrap_or_default();
                    if all.contains(used)
                        && used != *room
                        && !may.split(' ').any(|allowed| allowed == used)
                    {
                        wrong.push(format!("{path}: {room} uses {used}"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_outer_ring_touches_the_world() {
    const WORLD: [&str; 6] =
        ["fs::", "env::", "Command::new(", "SystemTime::now(", "Instant::now(", "Timestamp::now("];
    let is_world = |text: &str, word: &str| {
        let mut places = text.match_indices(word).map(|(at, _)| &text[..at]);
        // `prefs::` is none of them.
        places.any(|before| !before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_'))
    };
    for (room, _) in ROOMS.iter().filter(|(room, _)| !OUTER_RING.contains(room)) {
        for (path, text) in files(room) {
            let is_told = WRITES_FOR_THE_RING.iter().any(|file| path.ends_with(file));
            if is_told || path.ends_with("/tests.rs") {
                continue;
            }
            let program = text.split("#[cfg(test)]").next().unwrap_or_default();
            for word in WORLD {
                assert!(!is_world(program, word), "{path} touches the world: `{word}`");
            }
        }
    }
    let told = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md"))
        .expect("readable");
    let rule = told.split("Only the outer ring touches the world").nth(1).expect("the rule");
    let rule = rule.split("The date is an input").next().unwrap_or_default();
    for room in OUTER_RING {
        assert!(rule.contains(&format!("`{room}`")), "the rule does not name `{room}`");
    }
}

/// A bare `true` in another room says nothing to whoever reads it there.
#[test]
fn no_room_asks_another_with_a_bare_yes_or_no() {
    for (room, _) in ROOMS {
        for (path, text) in files(room) {
            for function in text.split("pub fn ").skip(1) {
                let parameters = function.split("->").next().unwrap_or_default();
                let parameters = parameters.split('{').next().unwrap_or_default();
                // What counts where nothing is written.
                let may = function.starts_with("is_on(");
                assert!(may || !parameters.contains(": bool"), "{path}: {parameters}");
            }
        }
    }
}

#[test]
fn nothing_behind_the_edition_names_the_catalog() {
    for room in BEHIND_THE_EDITION {
        for (path, text) in files(room) {
            assert!(!text.contains("crate::catalog") && !text.contains("crate::record"), "{path}");
        }
    }
}

/// A story that is read without a note would be told as it was after it changed.
#[test]
fn whoever_makes_an_output_notes_which_stories_it_reads() {
    for room in ["export", "output", "render"] {
        for (path, text) in files(room) {
            assert!(!text.contains(".unlogged()"), "{path}");
        }
    }
    let allowed = ["fingerprints.rs", "retell.rs", "edition/written.rs"];
    for (path, text) in files("site").iter().chain(&files("edition")) {
        let may = allowed.iter().any(|name| path.ends_with(name)) || path.ends_with("reader.rs");
        assert!(may || !text.contains(".unlogged()"), "{path}");
    }
}

/// A list, an address or a picture that is asked for without a note would be shown as it was after
/// it changed.
#[test]
fn whoever_makes_an_output_asks_the_plan_through_its_reader() {
    let makers = ["/export/", "/site/show/", "/site/json_ld/", "/site/citation/"];
    for (path, text) in files("site").iter().chain(&files("export")) {
        if makers.iter().any(|room| path.contains(room)) {
            for past in [".items", ".album", ".lists()", "site.files", "_unlogged()"] {
                assert!(!text.contains(past), "{path} looks at `{past}` past the reader");
            }
        }
    }
}

/// What may go out of a record has types of its own: only plain values, which say nothing of who
/// may see what, are handed on as they are.
#[test]
fn the_edition_hands_on_no_record() {
    const VALUES: [&str; 9] = [
        "Focus",
        "GroupKind",
        "Image",
        "Level",
        "Location",
        "Part",
        "SpokenLanguage",
        "Status",
        "WorkKind",
    ];
    let mut handed_on = Vec::new();
    for (_, text) in files("edition") {
        for exported in text.split("pub use crate::record::").skip(1) {
            let names = exported.split(';').next().unwrap_or_default();
            handed_on.extend(names.split(['{', '}', ',']).map(|name| name.trim().to_owned()));
        }
        assert!(!text.contains("pub use crate::catalog"));
    }
    handed_on.retain(|name| !name.is_empty());
    assert_eq!(handed_on, VALUES);
    for (path, text) in files("edition") {
        let public = text.lines().filter(|line| line.trim_start().starts_with("pub "));
        for line in public.filter(|line| !line.contains("pub use crate::record::")) {
            assert!(!line.contains("record::"), "{path}: {line}");
        }
    }
}

/// What was looked at is noted in a log that a maker carries; nothing is remembered beside what is
/// passed on.
#[test]
fn nothing_is_kept_where_it_cannot_be_seen() {
    for (room, _) in ROOMS {
        for (path, text) in files(room) {
            assert!(!text.contains("thread_local!") && !text.contains("static mut "), "{path}");
        }
    }
}

#[test]
fn every_room_is_in_the_table_and_in_the_architecture() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md"))
        .expect("readable");
    let known: BTreeSet<String> = ROOMS.iter().map(|(room, _)| (*room).to_owned()).collect();
    let found: BTreeSet<String> = fs::read_dir(source())
        .expect("readable")
        .map(|entry| {
            entry
                .expect("readable")
                .file_name()
                .to_string_lossy()
                .trim_end_matches(".rs")
                .to_owned()
        })
        .filter(|name| !matches!(name.as_str(), "main" | "lib"))
        .collect();
    assert_eq!(known, found);
    for room in known {
        assert!(text.contains(&format!("`{room}`")), "ARCHITECTURE.md does not name `{room}`");
    }
}

#[test]
fn files_are_small_enough_to_be_read() {
    for (room, _) in ROOMS {
        for (path, text) in files(room) {
            let lines = text.split("#[cfg(test)]").next().unwrap_or_default().lines().count();
            // The letters of the world's alphabets are a table, and so are words of privacy.
            let is_table = path.ends_with("base/alphabet/mod.rs")
                || path.ends_with("guarded/closing_words.rs");
            assert!(lines <= MOST_LINES || is_table, "{path} has {lines} lines");
            assert!(text.starts_with("//!"), "{path} does not begin with a sentence about itself");
        }
    }
}

/// Texts that are told to people stand on one line, however long; all else fits beside another file.
#[test]
fn lines_are_narrow_enough_to_be_read() {
    let is_text = |line: &str| {
        line.contains(['"', '\'', '$']) || line.trim_start().starts_with(|c: char| c.is_lowercase())
    };
    for (room, _) in ROOMS {
        for (path, text) in files(room) {
            for (at, line) in text.lines().enumerate() {
                let wide = line.chars().count() > MOST_COLUMNS && !is_text(line);
                assert!(!wide, "{path}:{} is too wide: {line}", at + 1);
            }
        }
    }
}
