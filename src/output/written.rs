//! What earlier runs wrote into a folder: read from, and written into, two files there.
//!
//! They lie in what is published, so they hold hashes of paths and no path: whoever reads them
//! learns no address that the site does not tell. To know what may be removed, the names that stand
//! in the folder are hashed and looked up.

use super::durable::{Syncing, sync_folder};
use crate::base::{Fingerprint, remove};
use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The list of outputs, in the output folder: one line each, the hash of the bytes and that of the
/// path.
const MANIFEST: &str = ".vakwerk-manifest";
/// While a run goes on: the list of all outputs that it may have put. A run that was killed leaves
/// it behind.
const JOURNAL: &str = ".vakwerk-journal";
const FIRST_LINE: &str = "vakwerk manifest 2";
/// The first line of older versions, which wrote paths as they are.
const PLAIN: &str = "vakwerk manifest 1";

/// The hashes of paths, each with that of the bytes. Without the latter: a run that was killed may
/// have put it.
pub(super) type Written = HashMap<Fingerprint, Option<Fingerprint>>;

/// A path in short.
pub(super) fn short(path: &str) -> Fingerprint {
    Fingerprint::of_bytes(path.as_bytes())
}

/// What stands behind the line of a person's page.
const PERSON: &str = " person";

/// What earlier runs wrote into `root`, and which of it are pages of people; none when none did.
pub(super) fn read(root: &Path) -> Option<(Written, HashSet<Fingerprint>)> {
    let manifest = Lines::read(&root.join(MANIFEST));
    let journal = Lines::read(&root.join(JOURNAL));
    if manifest.is_none() && journal.is_none() {
        return None;
    }
    let (mut written, mut people) = (Written::new(), HashSet::new());
    if let Some(manifest) = &manifest {
        for (bytes, rest) in manifest.lines().filter_map(|line| line.split_once(' ')) {
            let Some(path) = manifest.path(rest) else { continue };
            written.insert(path, parse(bytes));
            if rest.ends_with(PERSON) && !manifest.plain {
                people.insert(path);
            }
        }
    }
    if let Some(journal) = journal {
        // What a killed run may have written is compared byte for byte, whatever the manifest says.
        for bytes in written.values_mut() {
            *bytes = None;
        }
        written.extend(journal.lines().filter_map(|path| Some((journal.path(path)?, None))));
    }
    Some((written, people))
}

/// A list of one version or the other.
struct Lines {
    text: String,
    plain: bool,
}

impl Lines {
    #[expect(
        clippy::disallowed_methods,
        reason = "the outer ring: what an earlier run wrote is read here"
    )]
    fn read(file: &Path) -> Option<Self> {
        let text = fs::read_to_string(file).ok()?;
        let first = text.lines().next()?;
        let plain = first == PLAIN;
        (plain || first == FIRST_LINE).then_some(Self { text, plain })
    }

    fn lines(&self) -> impl Iterator<Item = &str> {
        self.text.lines().skip(1)
    }

    fn path(&self, written: &str) -> Option<Fingerprint> {
        let written =
            if self.plain { written } else { written.split(' ').next().unwrap_or(written) };
        if self.plain { Some(short(written)) } else { parse(written) }
    }
}

/// What the system tells of the list of outputs; none when there is none.
pub(super) fn about(root: &Path) -> Option<fs::Metadata> {
    fs::symlink_metadata(list(root)).ok()
}

/// Where the list of outputs stands.
pub(super) fn list(root: &Path) -> PathBuf {
    root.join(MANIFEST)
}

/// Writes the list of outputs beside the one that stands: path, and bytes, in short, and which are
/// pages of `people`. It follows from them, and not from their order.
pub(super) fn prepare(
    root: &Path,
    mut lines: Vec<(Fingerprint, Fingerprint)>,
    people: &HashSet<Fingerprint>,
    syncing: Syncing,
) -> io::Result<()> {
    lines.sort_unstable();
    write(&root.join(MANIFEST), syncing, |file| {
        let mut lines = lines.iter();
        lines.try_for_each(|(path, bytes)| {
            let mark = if people.contains(path) { PERSON } else { "" };
            writeln!(file, "{:032x} {:032x}{mark}", bytes.number(), path.number())
        })
    })
}

/// Takes the list away that was prepared.
#[expect(clippy::disallowed_methods, reason = "the outer ring: outputs are removed here")]
pub(super) fn forget_prepared(root: &Path) {
    // When there is none, there is nothing to take away; one that stays is written over by the next
    // run.
    let _ = fs::remove_file(beside(&root.join(MANIFEST)));
}

/// Puts the list that was prepared in the place of the one before, in one step.
pub(super) fn keep(root: &Path, syncing: Syncing) -> io::Result<()> {
    replace(root, MANIFEST, syncing)
}

/// Writes the journal of a run that may put outputs of these paths.
pub(super) fn begin(
    root: &Path,
    paths: impl Iterator<Item = Fingerprint>,
    syncing: Syncing,
) -> io::Result<()> {
    let mut paths = paths;
    write(&root.join(JOURNAL), syncing, |file| {
        paths.try_for_each(|path| writeln!(file, "{:032x}", path.number()))
    })?;
    replace(root, JOURNAL, syncing)
}

/// Takes the journal away: nothing that is not in the list of outputs may stand.
pub(super) fn end(root: &Path) -> io::Result<()> {
    remove(&root.join(JOURNAL))
}

/// Writes a list beside the place where it shall stand; nothing of it stays when it cannot be
/// written.
#[expect(clippy::disallowed_methods, reason = "the outer ring: outputs are written here")]
fn write(
    path: &Path,
    syncing: Syncing,
    mut lines: impl FnMut(&mut io::BufWriter<fs::File>) -> io::Result<()>,
) -> io::Result<()> {
    let written = fs::File::create(beside(path)).and_then(|file| {
        let mut file = io::BufWriter::new(file);
        writeln!(file, "{FIRST_LINE}")?;
        lines(&mut file)?;
        file.flush()?;
        if syncing == Syncing::Waits { file.get_ref().sync_all() } else { Ok(()) }
    });
    if written.is_err() {
        // What cannot be removed is written over by the next run.
        let _ = fs::remove_file(beside(path));
    }
    written
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: outputs are written here")]
fn replace(root: &Path, name: &str, syncing: Syncing) -> io::Result<()> {
    let path = root.join(name);
    fs::rename(beside(&path), path)?;
    if syncing == Syncing::Waits { sync_folder(root) } else { Ok(()) }
}

/// Whether a file of that name is one of the lists of outputs that a run was killed while it wrote:
/// before the first of them stands, nothing else does.
pub(super) fn is_begun(name: &OsStr) -> bool {
    [JOURNAL, MANIFEST].iter().any(|list| beside(Path::new(list)).as_os_str() == name)
}

/// Where an output waits until it replaces the one at `path`.
pub(super) fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".vakwerk-new");
    path.with_file_name(name)
}

/// The paths of the files below `root` that `is_wanted` by their hashes. Links are no files, and
/// are not followed.
pub(super) fn find(root: &Path, is_wanted: impl Fn(Fingerprint) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(root).min_depth(1).into_iter().filter_map(Result::ok) {
        let path = entry.path().strip_prefix(root).ok().and_then(Path::to_str);
        if let Some(path) = path.filter(|_| !entry.file_type().is_dir()) {
            let path = path.replace(std::path::MAIN_SEPARATOR, "/");
            if is_wanted(short(&path)) {
                found.push(path);
            }
        }
    }
    found.sort_unstable();
    found
}

fn parse(hash: &str) -> Option<Fingerprint> {
    u128::from_str_radix(hash, 16).ok().map(Fingerprint::from_number)
}
