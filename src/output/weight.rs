//! How much a run puts, as hosts count it, and whether it is more than the one takes that the site
//! names.

use crate::base::{Code, Diagnostic, Place};
use crate::config::Deploy;
use std::collections::{HashMap, HashSet};

/// How much a run puts.
#[derive(Debug, Default)]
pub(super) struct Weight<'a> {
    /// Bytes of all files.
    pub(super) bytes: u64,
    files: usize,
    folders: HashMap<&'a str, usize>,
    largest: Option<(&'a str, u64)>,
}

impl<'a> Weight<'a> {
    /// Weighs the output at `path`.
    pub(super) fn add(&mut self, path: &'a str, bytes: u64) {
        self.bytes += bytes;
        self.files += 1;
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        *self.folders.entry(folder).or_default() += 1;
        if self.largest.is_none_or(|(_, most)| bytes > most) {
            self.largest = Some((path, bytes));
        }
    }

    /// What is more than `host` takes.
    pub(super) fn beyond(&self, host: Deploy) -> Vec<Diagnostic> {
        let limits = host.limits();
        let mut found = Vec::new();
        let mut note = |what: String, takes: String| {
            let message = format!("{what}, and {} takes {takes} at most", limits.name);
            let (source, read) = limits.source;
            let help = format!(
                "switch formats off (`formats:`), show more on one page (`page_size:`), or publish elsewhere; the host \
                 says so at {source} (read {read})"
            );
            let place = Place::value("vakwerk.yaml", "deploy");
            found.push(Diagnostic::new(Code::OverHostLimit, place, message).help(help));
        };
        if let Some(most) = limits.bytes.filter(|most| self.bytes > *most) {
            note(format!("the site has {}", mebibytes(self.bytes)), mebibytes(most));
        }
        if let Some(most) = limits.files.filter(|most| self.files > *most) {
            note(format!("the site has {} files", self.files), most.to_string());
        }
        let entries = self.files + self.all_folders();
        if let Some(most) = limits.entries.filter(|most| entries > *most) {
            note(format!("the site has {entries} files and folders"), most.to_string());
        }
        if let (Some(most), Some((path, bytes))) = (limits.file_bytes, self.largest)
            && bytes > most
        {
            note(
                format!("`{path}` has {}", mebibytes(bytes)),
                format!("{} a file", mebibytes(most)),
            );
        }
        let fullest = self.folders.iter().max_by_key(|(folder, files)| (**files, **folder));
        if let (Some(most), Some((folder, files))) = (limits.folder_files, fullest)
            && *files > most
        {
            note(
                format!("the folder `{folder}/` has {files} files"),
                format!("{most} in a folder"),
            );
        }
        found
    }

    /// How many folders there are, those included that hold nothing but folders.
    fn all_folders(&self) -> usize {
        let mut all: HashSet<&str> = HashSet::new();
        for folder in self.folders.keys() {
            let mut folder = *folder;
            while !folder.is_empty() && all.insert(folder) {
                folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
            }
        }
        all.len()
    }
}

/// Bytes as hosts bound them: what is more than a bound never looks like it.
fn mebibytes(bytes: u64) -> String {
    let tenths = (bytes * 10).div_ceil(1 << 20);
    if tenths.is_multiple_of(10) {
        format!("{} MiB", tenths / 10)
    } else {
        format!("{}.{} MiB", tenths / 10, tenths % 10)
    }
}

/// Bytes in millions, as file managers tell them.
pub(crate) fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    if tenths < 100 {
        format!("{}.{} MB", tenths / 10, tenths % 10)
    } else {
        format!("{} MB", bytes.div_ceil(1_000_000))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_limit_is_told_when_it_is_passed_and_not_before() {
        let said = |files: usize, bytes: u64, host: Deploy| -> Vec<String> {
            let paths: Vec<String> = (0..files).map(|at| format!("a/b/{}/{at}", at % 2)).collect();
            let mut weight = Weight::default();
            for path in &paths {
                weight.add(path, bytes);
            }
            weight.beyond(host).into_iter().map(|note| note.message).collect()
        };
        let (github, gitlab, cloudflare) = (Deploy::Github, Deploy::Gitlab, Deploy::Cloudflare);
        assert_eq!(said(1024, 1 << 20, github), [""; 0]);
        let over = "the site has 1025 MiB, and GitHub Pages takes 1024 MiB at most";
        assert_eq!(said(1025, 1 << 20, github), [over]);
        assert_eq!(said(20_000, 1, cloudflare), [""; 0]);
        assert_eq!(
            said(20_001, 1, cloudflare),
            ["the site has 20001 files, and Cloudflare Pages takes 20000 at most"]
        );
        let file = "`a/b/0/0` has 25.1 MiB, and Cloudflare Pages takes 25 MiB a file at most";
        assert_eq!(said(1, (25 << 20) + 1, cloudflare), [file]);
        // With them there are four folders.
        assert_eq!(said(199_996, 1, gitlab), [""; 0]);
        assert_eq!(said(199_997, 1, gitlab).len(), 1);
        assert_eq!(said(108_000, 1, Deploy::Netlify), [""; 0]);
        let folder =
            "the folder `a/b/0/` has 54001 files, and Netlify takes 54000 in a folder at most";
        assert_eq!(said(108_001, 1, Deploy::Netlify), [folder]);
        assert_eq!(megabytes(0), "0.0 MB");
        assert_eq!(megabytes(1), "0.1 MB");
    }
}
