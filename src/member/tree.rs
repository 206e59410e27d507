//! Which files of a commit are content: told from the listing of its tree, before a byte of them is
//! read.

use crate::base::EntryKind;
use crate::config::MemberRules;
use crate::source::{is_entry, is_profile, may_lie_beside};
use std::collections::BTreeMap;

/// The largest file that is taken, in bytes.
pub(super) const MOST_BYTES: u64 = 20 * 1024 * 1024;

/// The largest text that is taken, in bytes.
const MOST_TEXT_BYTES: u64 = 1024 * 1024;

/// What is taken of a commit.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Content {
    /// The hash of each file's bytes, by its path.
    pub files: BTreeMap<String, String>,
    /// What is not taken although it seems meant to be, and why.
    pub skipped: Vec<String>,
}

/// What a source is a folder of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// One expert's files.
    Portfolio,
    /// Several experts' files or folders.
    Experts,
}

/// Reads `git ls-tree -r -l -z` of the folder that is wanted.
///
/// # Errors
/// Why nothing is taken: too many files, or too many bytes.
pub(super) fn content(
    listing: &[u8],
    holds: Holds,
    rules: &MemberRules,
) -> Result<Content, String> {
    let mut content = Content::default();
    let mut total = 0_u64;
    for record in listing.split(|byte| *byte == 0).filter(|record| !record.is_empty()) {
        let Ok(record) = std::str::from_utf8(record) else {
            content.skipped.push("a file whose name is not UTF-8".to_owned());
            continue;
        };
        let Some(listed) = Listed::of(record) else { continue };
        match listed.size_of_content(holds) {
            Ok(None) => {}
            Ok(Some(size)) => {
                total += size;
                content.files.insert(listed.path.to_owned(), listed.hash.to_owned());
            }
            Err(why) => {
                let signs = listed.path.chars().filter(|sign| !sign.is_control());
                let shown: String = signs.take(120).collect();
                content.skipped.push(format!("`{shown}`{why}"));
            }
        }
    }
    let most = rules.megabytes.saturating_mul(1024 * 1024);
    if content.files.len() > rules.files {
        return Err(format!(
            "it holds {} files, and {} are the most",
            content.files.len(),
            rules.files
        ));
    }
    if total > most {
        return Err(format!(
            "its files have {} MB, and {} are the most",
            total / 1024 / 1024,
            rules.megabytes
        ));
    }
    Ok(content)
}

/// What `git ls-tree` says of a file.
struct Listed<'a> {
    mode: &'a str,
    hash: &'a str,
    size: &'a str,
    path: &'a str,
}

impl<'a> Listed<'a> {
    fn of(record: &'a str) -> Option<Self> {
        let (about, path) = record.split_once('\t')?;
        let mut about = about.split_whitespace();
        let (mode, _, hash, size) = (about.next()?, about.next()?, about.next()?, about.next()?);
        Some(Self { mode, hash, size, path })
    }

    /// How many bytes the file has, when it is one that is read; else why it is skipped, when that
    /// is to be said.
    fn size_of_content(&self, holds: Holds) -> Result<Option<u64>, String> {
        match self.mode {
            "160000" => return Err(": submodules are not fetched".to_owned()),
            "120000" if is_content(self.path, holds) => {
                return Err(": symbolic links are not followed".to_owned());
            }
            "100644" | "100755" | "100664" if is_content(self.path, holds) => {}
            _ if self.path.split('/').any(is_odd) => {
                return Err(": no file may have such a name".to_owned());
            }
            _ => return Ok(None),
        }
        // A blob that was too large to be fetched has no size here.
        let size = self.size.parse::<u64>().unwrap_or(u64::MAX);
        let most = if may_lie_beside(self.path) { MOST_BYTES } else { MOST_TEXT_BYTES };
        if size > most {
            return Err(format!(" has more than {} MB", most / 1024 / 1024));
        }
        Ok(Some(size))
    }
}

/// Names that mean something else than a file, to Git or to the system.
fn is_odd(part: &str) -> bool {
    matches!(part, "" | "." | "..") || part.eq_ignore_ascii_case(".git") || part.contains('\\')
}

fn is_plain(part: &str) -> bool {
    !is_odd(part)
        && !part.starts_with('.')
        && part.len() <= 255
        && !part.chars().any(|sign| sign.is_control() || "<>:\"|?*".contains(sign))
}

/// Whether a path below the folder of a member is one at which content is read.
fn is_content(path: &str, holds: Holds) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    if !parts.iter().all(|part| is_plain(part)) {
        return false;
    }
    let portfolio = |parts: &[&str]| match parts {
        [name] => may_lie_beside(name) || is_profile(name),
        [folder, name] | [folder, _, name] if EntryKind::told_in(folder).is_some() => {
            may_lie_beside(name) || is_entry(name)
        }
        _ => false,
    };
    match (holds, parts.as_slice()) {
        (Holds::Portfolio, parts) => portfolio(parts),
        (Holds::Experts, [name]) => may_lie_beside(name) || is_entry(name),
        (Holds::Experts, [_, rest @ ..]) => portfolio(rest),
        (Holds::Experts, []) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(lines: &[&str]) -> Vec<u8> {
        lines.iter().flat_map(|line| format!("{line}\0").into_bytes()).collect()
    }

    #[test]
    fn only_content_is_taken_and_what_seemed_meant_is_told() {
        let hash = "0123456789abcdef0123456789abcdef01234567";
        let line =
            |mode: &str, size: &str, path: &str| format!("{mode} blob {hash} {size:>7}\t{path}");
        let lines = [
            line("100644", "10", "profile.md"),
            line("100755", "10", "photo.jpg"),
            line("100644", "10", "projects/heat.md"),
            line("100644", "10", "projects/grid/index.nl.md"),
            line("100644", "10", "Projects/Wind.Markdown"),
            line("100644", "10", "Profile.en.MD"),
            line("100644", "10", "README.md"),
            line("100644", "10", "templates/page.html"),
            line("100644", "10", "vakwerk.yaml"),
            line("100644", "10", "../profile.md"),
            line("100644", "10", ".git/config"),
            line("100644", "10", "projects/../../x.md"),
            line("120000", "11", "cv.pdf"),
            line("160000", "-", "theme"),
            line("100644", "2147483648", "film.pdf"),
            line("100644", "2000000", "projects/long.md"),
            line("100644", "BAD", "big.png"),
        ];
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let content = content(&listing(&lines), Holds::Portfolio, &MemberRules::default())
            .expect("within bounds");
        let taken: Vec<&str> = content.files.keys().map(String::as_str).collect();
        assert_eq!(
            taken,
            [
                "Profile.en.MD",
                "Projects/Wind.Markdown",
                "photo.jpg",
                "profile.md",
                "projects/grid/index.nl.md",
                "projects/heat.md"
            ]
        );
        assert_eq!(
            content.skipped,
            [
                "`../profile.md`: no file may have such a name",
                "`.git/config`: no file may have such a name",
                "`projects/../../x.md`: no file may have such a name",
                "`cv.pdf`: symbolic links are not followed",
                "`theme`: submodules are not fetched",
                "`film.pdf` has more than 20 MB",
                "`projects/long.md` has more than 1 MB",
                "`big.png` has more than 20 MB",
            ]
        );
    }

    #[test]
    fn a_source_has_bounds() {
        let line = "100644 blob 0123456789abcdef0123456789abcdef01234567 1048576\t";
        let lines: Vec<String> = (0..4).map(|n| format!("{line}p{n}.jpg")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let rules = MemberRules { files: 3, ..MemberRules::default() };
        assert!(content(&listing(&lines), Holds::Portfolio, &rules).is_err());
        let rules = MemberRules { megabytes: 3, ..MemberRules::default() };
        assert!(content(&listing(&lines), Holds::Portfolio, &rules).is_err());
        assert!(content(&listing(&lines), Holds::Portfolio, &MemberRules::default()).is_ok());
    }

    proptest::proptest! {
        #[test]
        fn no_listing_leads_out_of_the_folder(bytes: Vec<u8>, path in "[./a-zA-Z\\\\]{0,20}") {
            let mut listing = bytes;
            listing.extend(format!("\x00100644 blob 0123 3\t{path}.md\0").bytes());
            for holds in [Holds::Portfolio, Holds::Experts] {
                let taken = content(&listing, holds, &MemberRules::default()).expect("within bounds");
                for path in taken.files.keys() {
                    proptest::prop_assert!(!path.starts_with('/') && path.split('/').all(|part| part != ".." && part != ".git"));
                }
            }
        }
    }
}
