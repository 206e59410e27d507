//! Keys of `vakwerk.yaml` that decide who sees what: what is not understood there stops the whole
//! site.

use super::crawlers::Crawlers;
use super::format::Formats;
use super::privacy::PrivacyFile;
use crate::base::guarded::Unclear;
use crate::base::{Code, Consequence, Diagnostic, Place, Spot};

/// The groups that guard as a whole.
const GROUPS: [&str; 5] = ["privacy", "formats", "crawlers", "members", "member_rules"];

/// The faults of the file, of which those that touch what guards stop the site.
pub(super) fn stopped(mut fault: Diagnostic) -> Diagnostic {
    let path = match fault.places.first().map(|place| &place.spot) {
        Some(Spot::Key(path) | Spot::Value(path)) => path.as_str(),
        _ => "",
    };
    let top = path.split(['.', '[']).next().unwrap_or_default();
    if fault.code == Code::UnclearPrivacy
        || (fault.level < crate::base::Level::Hint && GROUPS.contains(&top))
    {
        fault.level = crate::base::Level::Error;
        fault.consequence = Consequence::NotPublished;
    }
    fault
}

/// Notes parameters of the theme that are called like a key that decides who sees what: they were
/// indented too far.
pub(super) fn note_misplaced<'a>(
    file: &str,
    params: impl Iterator<Item = &'a str>,
    notes: &mut Vec<Diagnostic>,
) {
    for key in params.filter(|key| GROUPS.contains(key)) {
        let message = format!("`{key}:` stands under `params:`, where only the theme reads it");
        let note = Diagnostic::new(
            Code::UnclearPrivacy,
            Place { file: file.into(), spot: Spot::Key(format!("params.{key}")) },
            message,
        );
        notes.push(
            note.help("write it at the beginning of a line").consequence(Consequence::NotPublished),
        );
    }
}

/// Notes the keys whose values are not understood.
pub(super) fn note_unclear(
    file: &str,
    privacy: &PrivacyFile,
    formats: &Formats,
    crawlers: &Crawlers,
    notes: &mut Vec<Diagnostic>,
) {
    let mut note = |path: String, unclear: Unclear, values: &str| {
        let Some(words) = unclear.in_words() else { return };
        let name = path.rsplit('.').next().unwrap_or(&path).to_owned();
        let message = format!("{words} `{name}:`");
        let note = Diagnostic::new(Code::UnclearPrivacy, Place::value(file, path), message);
        notes.push(note.help(format!("write {values}")).consequence(Consequence::NotPublished));
    };
    for (key, unclear, values) in privacy.unclear() {
        note(format!("privacy.{key}"), unclear, values);
    }
    for (path, unclear, values) in formats.unclear("formats").chain(crawlers.unclear("crawlers")) {
        note(path, unclear, &values);
    }
}
