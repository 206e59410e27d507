//! What tells one message from another between two runs, whatever line it has moved to.

use crate::base::Diagnostic;
use std::collections::HashMap;

/// Gives each message of a run a name of its own, that stays as long as the message does.
#[derive(Default)]
pub(super) struct Repeated {
    seen: HashMap<String, usize>,
}

impl Repeated {
    /// The name of a note that says `message`: a hash of its code, its files, what it says, and
    /// which of several alike it is.
    pub(super) fn name(&mut self, note: &Diagnostic, message: &str) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(note.code.name().as_bytes());
        for place in &note.places {
            hasher.update(b"\0").update(place.file.as_bytes());
        }
        hasher.update(b"\0").update(message.as_bytes());
        let alike = hasher.finalize().to_hex()[..32].to_owned();
        let count = self.seen.entry(alike.clone()).or_default();
        *count += 1;
        if *count == 1 { alike } else { format!("{alike}-{count}") }
    }
}
