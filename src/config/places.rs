//! In which countries towns are looked for, and towns of the site's own.

use super::project::CONFIG_FILE;
use crate::base::fold::fold;
use crate::base::places::{Gazetteer, OwnTown, Position, Town};
use crate::base::{Code, Diagnostic, Place, Spot, Tidy, country};
use schemars::JsonSchema;
use serde::Deserialize;
use std::path::Path;
use std::sync::Arc;

/// In which countries towns are looked for, and where those are that are not found there.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PlacesFile {
    /// The countries (ISO 3166-1) in which a town is looked for when an entry says no country:
    /// `[NL, BE]`. Without them a town of which there are several in the world needs its country.
    pub countries: Vec<String>,
    /// A table of towns of the site's own beside vakwerk.yaml, with tabs between its columns:
    /// `name`, `lat`, `lon`, and if need be `region`, `country` and `also` (other names, separated
    /// by `|`).
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
                    let shown: String = written.chars().take(60).collect();
                    let message = format!("`{shown}` {what}");
                    notes.push(Diagnostic::new(Code::UnknownCountry, place, message).help(help));
                }
            }
        }
        countries.sort();
        countries.dedup();
        let own = self.file.as_deref().map(|file| own_towns(root, file, notes));
        Places { countries, file: self.file, own: own.unwrap_or_default() }
    }
}

fn own_towns(root: &Path, name: &str, notes: &mut Vec<Diagnostic>) -> Vec<OwnTown> {
    let place = Place::value(CONFIG_FILE, "places.file");
    let refused = |message: String, help: &str| {
        Diagnostic::new(Code::UnreadPlaces, place.clone(), message).help(help.to_owned())
    };
    let shown: String = name.chars().take(60).collect();
    if name.contains(['/', '\\']) || name.starts_with('.') {
        let message = format!("`{shown}` is not a file beside vakwerk.yaml");
        notes.push(refused(message, "name the file only: places.tsv"));
        return Vec::new();
    }
    match super::files::read(root, name) {
        Ok(Some((text, note))) => {
            notes.extend(note);
            rows(&text, name, notes)
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

/// The towns of a table, its first line the names of its columns.
fn rows(text: &str, name: &str, notes: &mut Vec<Diagnostic>) -> Vec<OwnTown> {
    let file: Arc<str> = name.into();
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let Some((_, head)) = lines.next() else { return Vec::new() };
    let columns: Vec<String> = head.split('\t').map(|it| it.trim().to_lowercase()).collect();
    let column = |names: &[&str]| columns.iter().position(|it| names.contains(&it.as_str()));
    let (name, north, east) = (
        column(&["name", "city", "town"]),
        column(&["lat", "latitude"]),
        column(&["lon", "lng", "longitude"]),
    );
    let (Some(name), Some(north), Some(east)) = (name, north, east) else {
        let message = "the table has no columns `name`, `lat` and `lon`";
        let note = Diagnostic::new(Code::UnreadPlaces, Place::file(file), message);
        notes.push(note.help("begin it with a line: name, lat, lon, with tabs between them"));
        return Vec::new();
    };
    let (region, country, also) = (column(&["region"]), column(&["country"]), column(&["also"]));
    let mut found = Vec::new();
    for (number, line) in lines {
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        let cell = |at: Option<usize>| at.and_then(|at| cells.get(at)).copied().unwrap_or_default();
        let degrees = |at: usize| cells.get(at)?.parse::<f64>().ok();
        let at = degrees(north).zip(degrees(east));
        let at = at.and_then(|(north, east)| Position::of_town(north, east));
        let Some(at) = at.filter(|_| !fold(cell(Some(name))).is_empty()) else {
            let place = Place { file: file.clone(), spot: Spot::Position(number + 1, 1) };
            let message = "the line names no town, or no place on the earth";
            let note = Diagnostic::new(Code::UnreadPlaces, place, message);
            notes.push(note.help("write a name, degrees north (-90 to 90) and east (-180 to 180)"));
            continue;
        };
        let code = match country::read(cell(country)) {
            Tidy::AsWritten(code) | Tidy::Tidied(code) => code,
            Tidy::Wrong { .. } => String::new(),
        };
        let others = cell(also).split('|').map(fold).filter(|name| !name.is_empty());
        let names = std::iter::once(fold(cell(Some(name)))).chain(others).collect();
        let (name, region) = (cell(Some(name)).into(), cell(region).into());
        found.push(OwnTown {
            town: Town { name, region, country: code.as_str().into(), at },
            names,
        });
    }
    found
}
