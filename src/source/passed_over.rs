//! What lies at the top of a site and is not read, where its name says that it was meant to be.

use super::beside::is_of_system;
use super::file_name::is_entry;
use super::snapshot::WHOLE;
use super::table_file::bare_name;
use super::walk_rules::is_about_the_folder;
use crate::base::{Code, Diagnostic, EntryKind, Place};
use crate::config::Kind;
use walkdir::{DirEntry, WalkDir};

const NOT_READ: &str = "nothing reads this file";

/// Where other generators keep what people write. Whether it is said that nobody reads these
/// folders follows from what lies in them.
const ELSEWHERE: [&str; 23] = [
    "content",
    "data",
    "_data",
    "posts",
    "_posts",
    "blog",
    "_people",
    "drafts",
    "_drafts",
    "articles",
    "artikelen",
    "nieuws",
    "clients",
    "klanten",
    "kunden",
    "work",
    "portfolio",
    "vacatures",
    "jobs",
    "vragen",
    "publications",
    "publicaties",
    "translations",
];

/// Whether what people write may lie in a folder of that name: where others keep it, or in one of
/// a language.
pub(super) fn is_elsewhere(name: &str) -> bool {
    let is_language = name.len() == 2 && name.bytes().all(|letter| letter.is_ascii_lowercase());
    is_language || ELSEWHERE.contains(&name)
}

/// Files at the top that hosts and browsers ask for, and that nobody copies from there.
const FOR_HOSTS: [&str; 8] = [
    "cname",
    "robots.txt",
    "favicon.ico",
    "favicon.svg",
    "_headers",
    "_redirects",
    "humans.txt",
    "ads.txt",
];

/// The note on people beside the one whose portfolio it is.
pub(super) fn of_network(name: &str) -> Diagnostic {
    let message = "this is the portfolio of one expert, and nothing is read here";
    let note = Diagnostic::new(Code::UnknownFile, Place::file(name), message);
    note.help("write `kind: network` in vakwerk.yaml and move profile.md into experts/ if it is a network")
}

/// The note on a folder or a table at the top that was meant to be read, as far as its name says
/// so.
pub(super) fn passed_over(entry: &DirEntry, lower: &str, kind: Kind) -> Option<Diagnostic> {
    let (bare, ending) = lower.rsplit_once('.').unwrap_or((lower, ""));
    let known = || EntryKind::of_folder(bare);
    let other = || EntryKind::called(bare);
    let place = Place::file(entry.file_name().to_string_lossy().into_owned());
    let note = |message: &str| Diagnostic::new(Code::UnknownFile, place, message);
    if entry.file_type().is_dir() {
        return folder(entry, lower, kind);
    }
    if FOR_HOSTS.contains(&lower) {
        return Some(note(NOT_READ).help("put it under static/, which is copied as it is"));
    }
    match ending {
        "txt" => {
            let meant = known()?;
            let help = format!(
                "call it `{}.tsv` if it is a table, as spreadsheets save text",
                meant.folder()
            );
            Some(note(NOT_READ).help(help))
        }
        "xls" | "numbers" => {
            let meant = known().or_else(other)?;
            let help = format!("save it as `{}.xlsx` or `{}.csv`", meant.folder(), meant.folder());
            Some(note("a workbook of this kind is not read").help(help))
        }
        "xlsx" | "xlsm" | "ods" if known().or_else(other).is_none() => None,
        "csv" | "tsv" | "xlsx" | "xlsm" | "ods" if bare != "members" => {
            let help = match known().or_else(other) {
                Some(meant) => {
                    format!("call it `{}.{ending}` if it is meant to be read", meant.folder())
                }
                None => "a table of people is called `experts.csv`, one of cases `projects.csv`"
                    .to_owned(),
            };
            Some(note("nothing reads this table").help(help))
        }
        "md" | "markdown" => text_file(entry, lower, kind).map(|help| note(NOT_READ).help(help)),
        "json" => {
            let help = format!("entries of many are read from `{}.yaml`", known()?.folder());
            Some(note(NOT_READ).help(help))
        }
        _ => None,
    }
}

/// Where a text at the top would be read, when it is not one about the folder.
fn text_file(entry: &DirEntry, lower: &str, kind: Kind) -> Option<String> {
    let (bare, _) = lower.rsplit_once('.')?;
    let name = entry.file_name().to_string_lossy();
    let stem = name.rsplit_once('.').map_or("", |(stem, _)| stem);
    // `README.md`, `SECURITY.md`, `CODE_OF_CONDUCT.md` are for those who work in the repository.
    let is_forges = is_about_the_folder(lower) || !stem.chars().any(char::is_lowercase);
    let is_profile = bare.split('.').next() == Some("profile");
    if is_forges || (is_profile && kind == Kind::Portfolio) {
        return None;
    }
    Some(match EntryKind::of_folder(bare) {
        _ if is_profile => "a network's people are read in `experts/`".to_owned(),
        Some(meant) => format!("each has a file of its own in `{}/`", meant.folder()),
        None => "a text page is read in `pages/`, a person of a network in `experts/`".to_owned(),
    })
}

/// The note on a folder at the top of which nothing is read, where its name or its files say that
/// something is meant to be.
fn folder(entry: &DirEntry, lower: &str, kind: Kind) -> Option<Diagnostic> {
    let name = entry.file_name().to_string_lossy().into_owned();
    let known = EntryKind::of_folder(lower);
    if kind == Kind::Portfolio && known.is_some_and(EntryKind::is_of_network) {
        return Some(of_network(&name));
    }
    let note = |help: String| {
        let message = "nothing is read in this folder";
        Some(Diagnostic::new(Code::UnknownFile, Place::file(name.clone()), message).help(help))
    };
    if let Some(meant) = WHOLE.into_iter().find(|folder| *folder == lower && *folder != name) {
        return note(format!("call it `{meant}/`, in small letters"));
    }
    let other = EntryKind::called(lower).or_else(|| known.filter(|meant| name != meant.folder()));
    match other {
        Some(EntryKind::Expert) if kind == Kind::Portfolio => None,
        Some(meant) => {
            note(format!("entries are read in `{}/`; call it so if that is meant", meant.folder()))
        }
        None if lower.len() == 2 && is_elsewhere(lower) && holds_entries(entry) => {
            note(format!("a translation lies beside its file: jan.{lower}.md beside jan.md"))
        }
        None if is_elsewhere(lower) && holds_entries(entry) => note(
            "people are read in `experts/`, cases in `projects/`, texts in `pages/`".to_owned(),
        ),
        None => {
            let near = |folder: &&str| lower.len() > 4 && strsim::osa_distance(folder, lower) == 1;
            WHOLE.into_iter().find(near).and_then(|meant| {
                note(format!("entries are read in `{meant}/`; call it so if that is meant"))
            })
        }
    }
}

/// Whether files below a folder look like entries.
pub(super) fn holds_entries(folder: &DirEntry) -> bool {
    let is_ours = |file: &DirEntry| {
        let name = file.file_name().to_string_lossy();
        !name.starts_with('.') && !is_of_system(&name)
    };
    let below = WalkDir::new(folder.path()).min_depth(1).max_depth(3).sort_by_file_name();
    let below = below.into_iter().filter_entry(is_ours);
    let is_one = |file: &DirEntry| {
        let name = file.file_name().to_string_lossy().to_lowercase();
        let is_table = bare_name(&name).is_some();
        file.file_type().is_file() && (is_entry(&name) || is_table) && !is_about_the_folder(&name)
    };
    below.filter_map(Result::ok).take(200).any(|file| is_one(&file))
}
