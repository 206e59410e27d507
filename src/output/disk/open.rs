//! Opens a folder for outputs, unless it is somebody else's.

use super::{Disk, Manner};
use crate::base::{Checked, Code, Diagnostic, Place};
use crate::output::hold::{Hold, meets};
use crate::output::written;
use crate::source::changed;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;

impl Disk {
    /// Opens the folder `out` for all outputs of the site in `source`. None when it is not one to
    /// write into.
    pub fn open(out: &Path, source: &Path) -> Checked<Option<Self>> {
        Self::open_for(out, source, Manner::default(), &|| {})
    }

    /// Opens the folder `out` for outputs of the site in `source`. Calls `waiting` when another run
    /// writes there, and waits for that one to end. None when it is not a folder to write into.
    #[expect(clippy::disallowed_methods, reason = "the outer ring: outputs are written here")]
    pub fn open_for(
        out: &Path,
        source: &Path,
        manner: Manner,
        waiting: &dyn Fn(),
    ) -> Checked<Option<Self>> {
        let refuse = |(why, help): Refusal| {
            let place = Place::file(out.display().to_string());
            Checked::new(None, vec![Diagnostic::new(Code::OutputRefused, place, why).help(help)])
        };
        let root = match folder(out, source) {
            Ok(root) => root,
            Err(refusal) => return refuse(refusal),
        };
        let hold = Hold::of(&root, waiting);
        let is_ours = |entry: io::Result<fs::DirEntry>| {
            entry.is_ok_and(|entry| written::is_begun(&entry.file_name()))
        };
        let empty = fs::read_dir(&root).is_ok_and(|mut entries| entries.all(is_ours));
        let Some((before, people_before)) =
            written::read(&root).or_else(|| empty.then(Default::default))
        else {
            return refuse((
                "the output folder holds files that Vakwerk did not make".to_owned(),
                "choose another with `-o DIR`, or empty it yourself",
            ));
        };
        let vouched = written::about(&root).as_ref().map(changed);
        Checked::clean(Some(Self {
            root,
            before,
            people_before,
            people: Mutex::default(),
            vouched,
            manner,
            now: Mutex::default(),
            broke: Mutex::default(),
            left: AtomicBool::new(false),
            folders: Mutex::default(),
            reminded: Mutex::default(),
            told: Mutex::default(),
            _hold: hold,
        }))
    }
}

/// Why a folder is not written into, and what helps.
type Refusal = (String, &'static str);

/// The folder `out`, which is made, unless it meets the one of the site.
#[expect(clippy::disallowed_methods, reason = "the outer ring: outputs are written here")]
fn folder(out: &Path, source: &Path) -> Result<PathBuf, Refusal> {
    let source = fs::canonicalize(source).map_err(|_| {
        let why = "the folder of the site cannot be read".to_owned();
        (why, "see whether it is there still")
    })?;
    if meets(out, &source) {
        let why = "the output folder would hold the source, or be part of it".to_owned();
        return Err((why, "choose a folder beside the content, such as `-o public`"));
    }
    let another = "choose another with `-o DIR`";
    fs::create_dir_all(out)
        .map_err(|error| (format!("the output folder cannot be made: {error}"), another))?;
    fs::canonicalize(out)
        .map_err(|error| (format!("the output folder cannot be read: {error}"), another))
}
