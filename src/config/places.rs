//! In which countries towns are looked for, and towns of the site's own.

use super::places_table::towns_of;
use super::project::CONFIG_FILE;
use crate::base::diagnostic::beginning;
use crate::base::places::{Gazetteer, OwnTown};
use crate::base::{Code, Diagnostic, Place, Tidy, country};
use schemars::JsonSchema;
use serde::Deserialize;
use std::path::Path;

/// In which countries towns are looked for, and where those are that are not found there.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PlacesFile {
    /// The countries (ISO 3166-1) in which a town is looked for when an entry says no country:
    /// `[NL, BE]`. Without them a town of which there are several in the world needs its country.
    pub countries: Vec<String>,
    /// A table of towns of the site's own beside vakwerk.yaml, with tabs, semicolons or commas
    /// between its columns: `name`, `lat`, `lon`, and if need be `region`, `country` and `also`
    /// (other names, separated by `|`).
    pub file: Option<String>,
}

/// In which countries towns are looked for, and towns of the site's own.
#[derive(Debug, Clone, Hash, Default)]
pub struct Places {
    /// Codes of countries.
    pub countries: Vec<String>,
    /// The file in which those are, beside vakwerk.yaml.
    pub file: Option<String>,
    /// Towns of the site's own.
    pub own: Vec<OwnTown>,
}

impl Places {
    /// The towns that the site may mean.
    pub fn gazetteer(&self) -> Gazetteer<'_> {
        Gazetteer { countries: &self.countries, own: &self.own }
    }

    /// Whether the site says anything of places.
    pub fn is_said(&self) -> bool {
        !self.countries.is_empty() || !self.own.is_empty()
    }
}

impl PlacesFile {
    pub(super) fn checked(self, root: &Path, notes: &mut Vec<Diagnostic>) -> Places {
        let mut countries = Vec::new();
        for (at, written) in self.countries.iter().enumerate() {
            match country::read(written) {
                Tidy::AsWritten(code) | Tidy::Tidied(code) => countries.push(code),
                Tidy::Wrong { what, help } => {
                    let place = Place::value(CONFIG_FILE, format!("places.countries[{at}]"));
                    let message = format!("`{}` {what}", beginning(written));
                    notes.push(Diagnostic::new(Code::UnknownCountry, place, message).help(help));
                }
            }
        }
        countries.sort();
        countries.dedup();
        let own = self.file.as_deref().map(|file| own_towns(root, file, &countries, notes));
        Places { countries, file: self.file, own: own.unwrap_or_default() }
    }
}

fn own_towns(
    root: &Path,
    name: &str,
    countries: &[String],
    notes: &mut Vec<Diagnostic>,
) -> Vec<OwnTown> {
    let place = Place::value(CONFIG_FILE, "places.file");
    let refused = |message: String, help: &str| {
        Diagnostic::new(Code::UnreadPlaces, place.clone(), message).help(help.to_owned())
    };
    let shown = beginning(name);
    if name.contains(['/', '\\']) || name.starts_with('.') {
        let message = format!("`{shown}` is not a file beside vakwerk.yaml");
        notes.push(refused(message, "name the file only: places.tsv"));
        return Vec::new();
    }
    match super::files::read(root, name) {
        Ok(Some((text, note))) => {
            notes.extend(note);
            towns_of(&text, name, countries, notes)
        }
        Ok(None) => {
            let message = format!("there is no file `{shown}`");
            notes.push(refused(message, "put the table beside vakwerk.yaml"));
            Vec::new()
        }
        Err(problem) => {
            let message = format!("`{shown}`: {}", problem.message);
            notes.push(refused(message, "save it again as UTF-8"));
            Vec::new()
        }
    }
}
