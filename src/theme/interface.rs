//! The languages of the interface: which there are, and how one is added.

use super::embedded;
use super::load::Theme;
use super::strings::Strings;
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic, Language, Place, Spot, read_text};
use crate::config::Config;
use crate::source::ThemeFile;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The tags of the languages that the themes that ship with the program speak.
pub fn interface_languages() -> Vec<String> {
    let files = embedded::files("base").unwrap_or_default();
    let tag = |path: &str| Some(path.strip_prefix("strings/")?.strip_suffix(".yaml")?.to_owned());
    files.iter().filter_map(|file| tag(&file.path)).collect()
}

/// Whether there are words of the interface in `language`.
fn speaks(strings: &BTreeMap<String, Strings>, language: &Language) -> bool {
    strings.contains_key(language.as_str()) || strings.contains_key(language.primary())
}

/// Notes for the languages of the site in which the theme has no words.
pub(super) fn lacking(config: &Config, theme: &Theme) -> Vec<Diagnostic> {
    if theme.strings.is_empty() {
        // The theme is not there or broken, which has been said.
        return Vec::new();
    }
    let known = theme.strings.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
    let lacking = config
        .languages
        .iter()
        .enumerate()
        .filter(|(_, language)| !speaks(&theme.strings, language));
    let note = |(at, language): (usize, &Language)| {
        let message = format!(
            "the interface has no words in `{language}`, so that its English ones are shown"
        );
        let tag = language.primary();
        Diagnostic::new(Code::InterfaceLanguage, config.place(&format!("languages[{at}]")), message)
            .help(format!(
                "`vakwerk theme eject {tag}.yaml` writes them all into strings/{tag}.yaml, to be translated there \
                 (it has {known})"
            ))
    };
    lacking.map(note).collect()
}

/// Notes for words of the site's own, among `files`, that nothing shows, and for what they want
/// filled in that nothing fills in. `below` are the English words of the themes.
pub(super) fn unknown(files: &[ThemeFile], theme: &Theme, below: &[Strings]) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    for file in files.iter().filter(|file| file.path.starts_with("strings/")) {
        let path: Arc<str> = file.path.as_str().into();
        if !file.path.ends_with(".yaml") {
            let note =
                Diagnostic::new(Code::UnknownFile, Place::file(path), "the file is not read");
            notes.push(note.help("words of the interface stand in files such as strings/nl.yaml"));
            continue;
        }
        let Ok((text, _)) = read_text(file.bytes.clone(), &path) else { continue };
        let (strings, _) = Strings::read(&text, &path);
        for key in strings.keys() {
            let place = || Place { file: path.clone(), spot: Spot::Key(key.to_owned()) };
            let Some(known) = below.iter().find_map(|strings| strings.plain(key)) else {
                let quoted = [format!("\"{key}\""), format!("'{key}'")];
                let is_shown = |text: &String| quoted.iter().any(|quoted| text.contains(quoted));
                if !theme.templates.values().any(is_shown) {
                    let message = format!("nothing shows the words `{key}`");
                    let note = Diagnostic::new(Code::UnknownKey, place(), message).as_warning();
                    notes.push(match nearest(key, below.iter().flat_map(Strings::keys)) {
                        Some(near) => note.help(format!("did you mean `{near}`?")),
                        None => note.help("`vakwerk theme eject en.yaml` shows which there are"),
                    });
                }
                continue;
            };
            let filled = blanks(known);
            for blank in blanks(strings.plain(key).unwrap_or_default()).difference(&filled) {
                let message = format!("nothing is filled in for `{{{blank}}}` here");
                let note = Diagnostic::new(Code::BrokenValue, place(), message).as_warning();
                let known = filled
                    .iter()
                    .map(|blank| format!("`{{{blank}}}`"))
                    .collect::<Vec<_>>()
                    .join(", ");
                notes.push(match known.as_str() {
                    "" => note.help("write the word without braces"),
                    known => note.help(format!("what is filled in is {known}")),
                });
            }
        }
    }
    notes
}

/// What is to be filled in, as it stands between braces.
fn blanks(text: &str) -> BTreeSet<&str> {
    let parts =
        text.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(blank, _)| blank));
    parts
        .filter(|blank| blank.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '_'))
        .collect()
}

impl Strings {
    /// All strings as a file, to be changed by hand; those of `below` where there are none.
    pub fn to_file(&self, below: &Self) -> String {
        let mut all = self.clone();
        all.lay_over(below);
        all.lines()
    }
}
