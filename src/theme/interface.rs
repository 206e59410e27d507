//! The languages of the interface: which there are, and how one is added.

use super::embedded;
use super::load::Theme;
use super::strings::Strings;
use crate::base::{Code, Diagnostic, Language, Place};
use crate::config::Config;
use std::collections::BTreeMap;

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
    let lacking = config.languages.iter().enumerate().filter(|(_, language)| !speaks(&theme.strings, language));
    let note = |(at, language): (usize, &Language)| {
        let message = format!("the interface has no words in `{language}`, so that its English ones are shown");
        let tag = language.primary();
        Diagnostic::new(Code::InterfaceLanguage, Place::value("vakwerk.yaml", format!("languages[{at}]")), message)
            .help(format!(
                "`vakwerk theme eject {tag}.yaml` writes them all into strings/{tag}.yaml, to be translated there \
                 (it has {known})"
            ))
    };
    lacking.map(note).collect()
}

impl Strings {
    /// All strings as a file, to be changed by hand; those of `below` where there are none.
    pub fn to_file(&self, below: &Self) -> String {
        let mut all = self.clone();
        all.lay_over(below);
        all.lines()
    }
}
