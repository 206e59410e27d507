//! What is said of a run as a whole: its weight, its faults.

use super::make::Outcome;
use super::remembered::Hashes;
use super::sink::is_of_disk;
use super::weight::Weight;
use crate::base::{Code, Consequence, Diagnostic, Level, Place};
use crate::config::Deny;
use crate::site::{Site, Unmade};
use std::io;

/// How many bytes the run puts; and, when it is the whole of the site, whether its host takes so
/// much.
pub(super) fn weigh(
    site: &Site,
    made: &[Outcome],
    finder: (&[Outcome], &Hashes),
    notes: &mut Vec<Diagnostic>,
) -> u64 {
    let items = site.items.iter().map(|item| &*item.path).zip(made);
    let files = finder.1.iter().map(|(path, _)| &**path).zip(finder.0);
    let mut weight = Weight::default();
    for (path, one) in items.chain(files).filter(|(_, one)| one.put.is_some()) {
        weight.add(path, one.bytes);
    }
    if site.config.shard.is_none() {
        notes.extend(site.config.deploy.map(|host| weight.beyond(host)).unwrap_or_default());
    }
    weight.bytes
}

/// Whether nothing is published because of a note.
pub(super) fn prevents(note: &Diagnostic, deny: Deny) -> bool {
    note.consequence == Consequence::NotPublished
        || (deny == Deny::Warnings && note.level < Level::Hint)
        || (deny == Deny::Errors && note.level == Level::Error)
}

pub(super) fn failed(path: &str, error: &io::Error) -> Diagnostic {
    // What fails because of the disk fails for every output, and is said once.
    let what = match path {
        _ if is_of_disk(error.kind()) => "the outputs".to_owned(),
        "." => "the list of outputs".to_owned(),
        path => format!("`{path}`"),
    };
    Diagnostic::new(
        Code::OutputFailed,
        Place::file("output"),
        format!("{what} cannot be written: {error}"),
    )
    .help(help_of(error.kind()))
}

/// The note on what somebody else put among the outputs.
pub(super) fn foreign(names: &[String]) -> Option<Diagnostic> {
    let first = names.first()?;
    let more = match names.len() - 1 {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    let message = format!(
        "`{first}` in the output folder is none of the site's{more}: it stays, and goes out with it"
    );
    let note = Diagnostic::new(Code::UnknownFile, Place::file("output"), message).as_hint();
    Some(note.help("take it away; or put it into static/, if it belongs to the site"))
}

fn help_of(kind: io::ErrorKind) -> &'static str {
    use io::ErrorKind::{AlreadyExists, IsADirectory, NotADirectory, PermissionDenied};
    match kind {
        NotADirectory | AlreadyExists => {
            "a file stands there, or above it, where the site has a folder: take it away, or choose \
             another folder with `-o DIR`"
        }
        IsADirectory => {
            "a folder stands there where the site has a file: take it away, or choose another folder \
             with `-o DIR`"
        }
        PermissionDenied => "see whether you may write there",
        _ => "see whether the disk is full and whether you may write there",
    }
}

pub(super) fn unmade(path: &str, why: &Unmade) -> Diagnostic {
    Diagnostic::new(
        Code::OutputFailed,
        Place::file("output"),
        format!("`{path}` cannot be made: {why}"),
    )
    .help("shorten what the entry says, or switch the format off for it")
}

/// The note on a photo that is copied with the place where it was taken.
pub(super) fn taken_at(path: &str) -> Diagnostic {
    let place = Place::file(format!("static/{path}"));
    Diagnostic::new(
        Code::PhotoLocation,
        place,
        "the photo tells where it was taken (GPS), and is copied as it is",
    )
    .help("remove the place from the photo, or put it beside an entry, where pictures lose it")
}
