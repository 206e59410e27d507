//! Reading `forgotten.yaml`.

use super::site_files::read_file;
use crate::base::text_of;
use crate::base::{Code, Consequence, Diagnostic, Forgotten, Place, yaml};
use std::io::ErrorKind;
use std::path::Path;

/// The people who were removed from the site in `root`; nobody when there is no list. A list that
/// cannot be read whole might name anybody, so that nothing is published.
pub(super) fn forgotten(root: &Path, key: Option<&str>, notes: &mut Vec<Diagnostic>) -> Forgotten {
    let mut unread = |what: String| {
        let note = Diagnostic::new(Code::FileUnreadable, Place::file(Forgotten::FILE), what);
        let note = note
            .help("bring the file back as `vakwerk forget` wrote it, from the history of the site");
        notes.push(note.consequence(Consequence::NotPublished));
        Forgotten::default()
    };
    let bytes = match read_file(&root.join(Forgotten::FILE)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let mut nobody = Forgotten::default();
            nobody.use_key(key);
            return nobody;
        }
        Err(error) => return unread(format!("who was removed cannot be read: {error}")),
    };
    let Some(text) = text_of(bytes) else {
        return unread("who was removed cannot be read: not UTF-8".to_owned());
    };
    if text.trim().is_empty() {
        return unread("who was removed cannot be read: the file is empty".to_owned());
    }
    let yaml::Reading { value, notes: faults, .. } =
        yaml::read::<Forgotten>(&text, &Forgotten::FILE.into(), 1);
    if let Some(fault) = faults.into_iter().next() {
        notes.push(fault.consequence(Consequence::NotPublished));
    }
    let mut forgotten = value.unwrap_or_default();
    forgotten.use_key(key);
    if !forgotten.can_be_read() {
        let what = format!(
            "the hashes were made with a key that is not in the variable {}",
            Forgotten::KEY
        );
        let note = Diagnostic::new(Code::FileUnreadable, Place::file(Forgotten::FILE), what);
        let note =
            note.help("set the variable to the key with which the list was made; without it nobody is known again");
        notes.push(note.consequence(Consequence::NotPublished));
    }
    forgotten
}
