//! Letters to members, and the key by which search engines are told of changes.

use super::period::ShelfLife;
use super::project::CONFIG_FILE;
use crate::base::{Code, Diagnostic, Place, email};
use schemars::JsonSchema;
use serde::Deserialize;

/// When members are written to, for `vakwerk nudge`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct NudgeFile {
    /// How long after the last change, confirmation or letter somebody is written to: `6m`, `1y`,
    /// or `none` for never; else `6m`.
    pub every: Option<ShelfLife>,
    /// From which mail address; else from `contact.email`.
    pub from: Option<String>,
}

/// When members are written to, and from where.
#[derive(Debug, Clone, Hash)]
pub struct Nudge {
    /// How long after the last change, confirmation or letter.
    pub every: ShelfLife,
    /// From which mail address, when one is known.
    pub from: Option<String>,
}

impl NudgeFile {
    /// What counts; `usual` is the network's own address.
    pub(super) fn checked(self, usual: Option<&str>, notes: &mut Vec<Diagnostic>) -> Nudge {
        let mut from = self.from;
        if let Some(wrong) = from.take_if(|from| !email::is_address(from)) {
            let place = Place::value(CONFIG_FILE, "nudge.from");
            let message = format!("`{wrong}` is not a mail address");
            let note = Diagnostic::new(Code::BrokenValue, place, message);
            notes.push(note.help("write it as office@network.example"));
        }
        let from = from.or_else(|| usual.map(str::to_owned));
        Nudge { every: self.every.unwrap_or(ShelfLife::Months(6)), from }
    }
}

/// The key of IndexNow, when it is one: 8 to 128 letters, digits and hyphens.
pub(super) fn indexnow(written: Option<String>, notes: &mut Vec<Diagnostic>) -> Option<String> {
    let written = written?;
    let is_key = (8..=128).contains(&written.len())
        && written.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '-');
    if is_key {
        return Some(written);
    }
    let message = format!("`{written}` is no key of IndexNow");
    let note = Diagnostic::new(Code::BrokenValue, Place::value(CONFIG_FILE, "indexnow"), message);
    notes.push(note.help("write 8 to 128 letters, digits or hyphens that nobody else has"));
    None
}
