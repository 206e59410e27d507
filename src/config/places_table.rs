//! The table of towns of the site's own.

use crate::base::diagnostic::beginning;
use crate::base::fold::fold;
use crate::base::places::{FAR, Gazetteer, OwnTown, Position, Town};
use crate::base::{Code, Diagnostic, Place, Spot, Tidy, country};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the columns are called, in four languages.
const NAME: &[&str] = &["name", "city", "town", "naam", "plaats", "ort", "stadt", "nom", "ville"];
const NORTH: &[&str] = &["lat", "latitude", "north", "breedte", "breedtegraad", "noord", "breite"];
const EAST: &[&str] =
    &["lon", "lng", "long", "longitude", "east", "lengte", "lengtegraad", "oost", "lange"];
const REGION: &[&str] = &["region", "regio", "provincie", "bundesland", "province"];
const COUNTRY: &[&str] = &["country", "land", "pays"];
const ALSO: &[&str] = &["also", "ook", "auch", "aussi"];

/// A table as it is read.
struct Table<'a> {
    file: Arc<str>,
    /// What stands between its columns.
    between: char,
    columns: Vec<String>,
    notes: &'a mut Vec<Diagnostic>,
    /// In which countries the towns of the site are.
    countries: &'a [String],
}

/// A line of it.
struct Row<'a> {
    number: usize,
    line: &'a str,
    cells: Vec<&'a str>,
}

/// The towns of a table, its first line the names of its columns.
pub(super) fn towns_of(
    text: &str,
    name: &str,
    countries: &[String],
    notes: &mut Vec<Diagnostic>,
) -> Vec<OwnTown> {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let file: Arc<str> = name.into();
    let Some((_, head)) = lines.next() else {
        let note = Diagnostic::new(Code::UnreadPlaces, Place::file(file), "the table is empty");
        notes.push(note.help(HEAD));
        return Vec::new();
    };
    let between = ['\t', ';', ','].into_iter().find(|it| head.contains(*it)).unwrap_or('\t');
    let columns = head.split(between).map(|it| fold(bare(it))).collect();
    let mut table = Table { file: file.clone(), between, columns, notes, countries };
    let (Some(_), Some(_), Some(_)) = (table.column(NAME), table.column(NORTH), table.column(EAST))
    else {
        let message = "the table has no columns `name`, `lat` and `lon`";
        notes.push(Diagnostic::new(Code::UnreadPlaces, Place::file(file), message).help(HEAD));
        return Vec::new();
    };
    let mut found: BTreeMap<(String, String, String), (usize, Position)> = BTreeMap::new();
    let mut towns = Vec::new();
    for (number, line) in lines {
        let cells = line.split(between).map(bare).collect();
        let row = Row { number: number + 1, line, cells };
        let Some(own) = table.town(&row) else { continue };
        let of = |text: &str| fold(text);
        let key = (of(&own.town.name), of(&own.town.region), of(&own.town.country));
        if let Some((first, at)) = found.get(&key) {
            if *at != own.town.at {
                let what =
                    format!("`{}` stands in line {first} as well", beginning(&own.town.name));
                let help = "leave one of them out, or tell them apart by `region` and `country`";
                table.note(&row, NAME, what, help);
            }
            continue;
        }
        found.insert(key, (row.number, own.town.at));
        towns.push(own);
    }
    towns
}

const HEAD: &str = "begin it with a line: name, lat, lon, with tabs between them";

impl Table<'_> {
    fn column(&self, names: &[&str]) -> Option<usize> {
        self.columns.iter().position(|it| names.contains(&it.as_str()))
    }

    fn cell<'b>(&self, row: &Row<'b>, names: &[&str]) -> &'b str {
        self.column(names).and_then(|at| row.cells.get(at)).copied().unwrap_or_default()
    }

    /// Notes what is wrong in a cell.
    fn note(&mut self, row: &Row<'_>, names: &[&str], what: String, help: &str) {
        let cells = row.line.split(self.between);
        let before = cells.take(self.column(names).unwrap_or(0));
        let column = before.map(|it| it.chars().count() + 1).sum::<usize>() + 1;
        let column = column.min(row.line.chars().count().max(1));
        let place = Place { file: self.file.clone(), spot: Spot::Position(row.number, column) };
        self.notes.push(Diagnostic::new(Code::UnreadPlaces, place, what).help(help.to_owned()));
    }

    fn degrees(&mut self, row: &Row<'_>, names: &[&str], most: f64) -> Option<f64> {
        let written = self.cell(row, names);
        let number = written.trim_end_matches('°').replace(',', ".").parse::<f64>().ok();
        let found = number.filter(|it| it.is_finite() && it.abs() <= most);
        if found.is_none() {
            let (is_north, shown) = (most < 100.0, beginning(written));
            let what = format!("`{shown}` is no place on the earth");
            let is_swapped = is_north && number.is_some_and(|it| it.abs() <= 180.0);
            let help = if is_swapped {
                "write how far north under `lat`, and how far east under `lon`"
            } else {
                "write degrees with a stop: north -90 to 90, east -180 to 180"
            };
            self.note(row, names, what, help);
        }
        found
    }

    fn town(&mut self, row: &Row<'_>) -> Option<OwnTown> {
        let name = self.cell(row, NAME);
        if fold(name).is_empty() {
            let what = "the line names no town".to_owned();
            self.note(row, NAME, what, "write its name, or leave the line out");
            return None;
        }
        // `53,17` is two cells where commas are between columns.
        if self.between == ',' && row.cells.len() > self.columns.len() {
            let what = "the line has more columns than the first".to_owned();
            self.note(row, NORTH, what, "put tabs between columns, or write a stop in numbers");
            return None;
        }
        let (north, east) = (self.degrees(row, NORTH, 90.0)?, self.degrees(row, EAST, 180.0)?);
        let at = Position::of_town(north, east)?;
        let written = self.cell(row, COUNTRY);
        let code = match country::read(written) {
            Tidy::AsWritten(code) | Tidy::Tidied(code) => code,
            Tidy::Wrong { what, help } => {
                if !written.is_empty() {
                    self.note(row, COUNTRY, format!("`{}` {what}", beginning(written)), &help);
                }
                String::new()
            }
        };
        let region = self.cell(row, REGION);
        if self.is_swapped(row, at, &code) {
            return None;
        }
        let others = self.cell(row, ALSO).split('|').map(fold).filter(|name| !name.is_empty());
        let names = std::iter::once(fold(name)).chain(others).collect();
        let (region, country) = (region.into(), code.as_str().into());
        Some(OwnTown { town: Town { name: name.into(), region, country, at }, names })
    }

    /// Says of a town that it is where another of its name is, with north and east exchanged.
    fn is_swapped(&mut self, row: &Row<'_>, at: Position, code: &str) -> bool {
        let name = self.cell(row, NAME);
        let countries = if code.is_empty() { self.countries } else { &[code.to_owned()] };
        let known = Gazetteer { countries, own: &[] }.called(name);
        let is_near = |at: Position| known.iter().any(|it| it.at.distance(at) < FAR);
        let is_swapped = !known.is_empty() && !is_near(at) && is_near(at.exchanged());
        if is_swapped {
            let what =
                format!("`{}` is far from here: north and east are exchanged", beginning(name));
            let help = "write how far north under `lat`, and how far east under `lon`";
            self.note(row, NORTH, what, help);
        }
        is_swapped
    }
}

/// A cell without spaces and quotes around it.
fn bare(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix('"').and_then(|it| it.strip_suffix('"')).unwrap_or(cell).trim()
}
