//! What an output weighs.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What an output weighs.
pub(super) struct Weight {
    pub(super) files: usize,
    pub(super) bytes: u64,
    /// Bytes of a profile's page without the words that it shows; the middle one of all profiles.
    pub(super) profile: f64,
}

fn files(out: &Path) -> impl Iterator<Item = walkdir::DirEntry> {
    let all = walkdir::WalkDir::new(out).into_iter().filter_map(Result::ok);
    all.filter(|entry| entry.file_type().is_file())
}

pub(super) fn of(out: &Path) -> Weight {
    let (mut count, mut bytes) = (0, 0);
    let mut profiles = Vec::new();
    for file in files(out) {
        count += 1;
        bytes += file.metadata().expect("it is there").len();
        let path = file.path().strip_prefix(out).expect("inside").to_string_lossy().into_owned();
        let is_profile = path.starts_with("experts/e") && path.ends_with("/index.html");
        if is_profile {
            let html = fs::read_to_string(file.path()).expect("a page is text");
            profiles.push(html.len() - words(&html));
        }
    }
    profiles.sort_unstable();
    Weight {
        files: count,
        bytes,
        profile: profiles.get(profiles.len() / 2).map_or(0.0, |middle| float(*middle)),
    }
}

/// How many bytes of words a page shows.
fn words(html: &str) -> usize {
    let body = html.split_once("<body").map_or("", |(_, body)| body);
    let shown = body.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
    shown.map(|text| text.split_whitespace().map(|word| word.len() + 1).sum::<usize>()).sum()
}

/// Every file with the time of its last change.
pub(super) fn stamps(out: &Path) -> HashSet<(PathBuf, Option<SystemTime>)> {
    let listed =
        files(out).filter(|file| !file.file_name().to_string_lossy().starts_with(".vakwerk"));
    listed
        .map(|file| {
            (file.path().to_owned(), file.metadata().ok().and_then(|about| about.modified().ok()))
        })
        .collect()
}

pub(super) fn in_millions(bytes: u64) -> f64 {
    float(usize::try_from(bytes).unwrap_or(usize::MAX)) / 1e6
}

#[expect(clippy::cast_precision_loss, reason = "a figure in a table")]
pub(super) fn float(number: usize) -> f64 {
    number as f64
}
