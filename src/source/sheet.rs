//! Workbooks (XLSX, ODS): the sheet that holds the entries, as the text of a table of which each
//! line is a row.

use super::number_formats::{self, Shown};
use crate::base::archive::{Bounds, unpack};
use crate::base::fold::fold;
use crate::base::xml::{self, Step};
use calamine::{DataRef, Reader as _, SheetVisible, Xlsx};
use std::collections::{BTreeMap, HashMap};
use std::io::Cursor;

/// How much of a workbook is unpacked.
const BOUNDS: Bounds = Bounds { files: 2_000, bytes: 256 * 1024 * 1024 };
/// The most cells that are read.
const MOST_CELLS: usize = 5_000_000;
/// The most places that a cell could stand in, filled or not.
const MOST_PLACES: usize = 50_000_000;
/// The most rows, as many as a spreadsheet has.
const MOST_ROWS: usize = 1_048_576;
/// The most columns that are kept: more than the reader of tables takes.
const MOST_COLUMNS: usize = 512;
/// The most bytes of all cells together.
const MOST_BYTES: usize = 128 * 1024 * 1024;

/// Cells by row, and by column.
type Cells = BTreeMap<usize, BTreeMap<usize, String>>;

/// A workbook's sheet as text, and what was passed over.
pub(super) struct Sheet {
    pub(super) text: String,
    /// The name of the sheet that is read, and those of others that hold something.
    pub(super) choice: Option<(String, Vec<String>)>,
}

/// Reads a workbook of entries that are called `of`.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn read(bytes: &[u8], of: &str) -> Result<Sheet, String> {
    // Unpacked once to know that it is within bounds, and which kind it is.
    let parts = unpack(bytes, BOUNDS, |_| true)?;
    let sheets = if let Some(content) = parts.get("content.xml") {
        let text = std::str::from_utf8(content).map_err(|_| "its text is not UTF-8".to_owned())?;
        ods(text)?
    } else if parts.keys().any(|name| name.starts_with("xl/")) {
        let shown = number_formats::shown(&parts);
        drop(parts);
        xlsx(bytes, &shown)?
    } else {
        return Err("it is an archive, and no workbook".to_owned());
    };
    let mut filled: Vec<(String, Cells)> =
        sheets.into_iter().filter(|(_, cells)| !cells.is_empty()).collect();
    if filled.is_empty() {
        return Ok(Sheet { text: String::new(), choice: None });
    }
    let named = filled.iter().position(|(name, _)| fold(name) == of).unwrap_or(0);
    let (name, cells) = filled.remove(named);
    let others: Vec<String> = filled.into_iter().map(|(name, _)| name).collect();
    let width =
        cells.values().filter_map(|row| row.keys().next_back()).max().map_or(0, |last| last + 1);
    if cells.len().saturating_mul(width) > MOST_PLACES {
        return Err(format!("its {} rows of {width} columns are too many", cells.len()));
    }
    let choice = (!others.is_empty()).then_some((name, others));
    Ok(Sheet { text: text_of(&cells), choice })
}

/// A sheet as a table whose lines are its rows, those included in which nothing stands.
fn text_of(cells: &Cells) -> String {
    let last = cells.keys().next_back().copied().unwrap_or_default();
    let columns =
        cells.values().filter_map(|row| row.keys().next_back()).max().map_or(0, |last| last + 1);
    // Whatever stands in the first cells, this is the sign between them.
    let mut text = "sep=,\n".to_owned();
    for row in 0..=last {
        // Where nothing stands, an empty line is a row too.
        let row = cells.get(&row);
        for column in 0..row.map_or(0, |_| columns) {
            if column > 0 {
                text.push(',');
            }
            let cell = row.and_then(|row| row.get(&column)).map_or("", String::as_str);
            if cell.contains([',', '"', '\n', ';', '\t']) || cell.starts_with(' ') {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(cell);
            }
        }
        text.push('\n');
    }
    text
}

/// Keeps a cell, as long as all of them are within bounds.
struct Keeper {
    cells: Cells,
    count: usize,
    bytes: usize,
}

impl Keeper {
    fn new() -> Self {
        Self { cells: Cells::new(), count: 0, bytes: 0 }
    }

    fn keep(&mut self, row: usize, column: usize, text: &str) -> Result<(), String> {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        if text.trim().is_empty() || column >= MOST_COLUMNS {
            return Ok(());
        }
        self.count += 1;
        self.bytes += text.len();
        if self.count > MOST_CELLS || self.bytes > MOST_BYTES || row >= MOST_ROWS {
            return Err(format!("it has more than {MOST_CELLS} cells, or too much text in them"));
        }
        self.cells.entry(row).or_default().insert(column, text);
        Ok(())
    }
}

fn xlsx(bytes: &[u8], shown: &HashMap<String, Shown>) -> Result<Vec<(String, Cells)>, String> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let visible = |sheet: &&calamine::Sheet| sheet.visible == SheetVisible::Visible;
    let names: Vec<String> =
        workbook.sheets_metadata().iter().filter(visible).map(|one| one.name.clone()).collect();
    let mut sheets = Vec::new();
    for name in names {
        let mut keeper = Keeper::new();
        // A sheet of drawings alone has no cells.
        let Ok(mut reader) = workbook.worksheet_cells_reader(&name) else { continue };
        while let Some(cell) = reader.next_cell().map_err(|error| error.to_string())? {
            let (row, column) = cell.get_position();
            let place = (row as usize, column as usize);
            let as_shown = shown.get(&name).and_then(|shown| shown.get(&place)).cloned();
            let words = as_shown.unwrap_or_else(|| words(cell.get_value()));
            keeper.keep(place.0, place.1, &words)?;
        }
        sheets.push((name, keeper.cells));
    }
    Ok(sheets)
}

/// What a cell says: a date as its day, a number without what computers add to it.
fn words(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            // A few seconds before the full minute are what computers make of it.
            let minutes = u32::from(hour) * 60 + u32::from(minute) + u32::from(second >= 55);
            let (hour, minute) = (minutes.min(1439) / 60, minutes.min(1439) % 60);
            day_and_time(&format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}"))
        }
        DataRef::DateTime(moment) => moment.as_f64().to_string(),
        DataRef::DateTimeIso(text) => day_and_time(text),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// The day of a moment as workbooks keep it, and the time when it is not midnight.
fn day_and_time(moment: &str) -> String {
    let day = moment.get(..10).unwrap_or(moment);
    let time = moment.get(11..16).filter(|time| *time != "00:00");
    time.map_or_else(|| day.to_owned(), |time| format!("{day} {time}"))
}

/// Where the walk through an ODS stands.
#[derive(Default)]
struct Place {
    row: usize,
    rows: usize,
    column: usize,
    columns: usize,
    /// The value that the cell has beside its text.
    value: Option<String>,
    is_number: bool,
    text: String,
    paragraphs: usize,
    in_note: usize,
    in_cell: bool,
}

fn ods(content: &str) -> Result<Vec<(String, Cells)>, String> {
    let mut sheets: Vec<(String, Keeper)> = Vec::new();
    let mut at = Place::default();
    let mut problem = None;
    xml::walk(content, |step| {
        let done = match step {
            Step::Begin(name, attributes) => {
                begin(name, attributes, &mut at, &mut sheets);
                Ok(())
            }
            Step::Text(text) if at.in_cell && at.paragraphs > 0 && at.in_note == 0 => {
                at.text.push_str(text);
                Ok(())
            }
            Step::Text(_) => Ok(()),
            Step::End(name) => end(name, &mut at, &mut sheets),
        };
        problem = done.err();
        problem.is_none()
    })?;
    match problem {
        Some(problem) => Err(problem),
        None => Ok(sheets.into_iter().map(|(name, keeper)| (name, keeper.cells)).collect()),
    }
}

fn begin(
    name: &str,
    attributes: &[(String, String)],
    at: &mut Place,
    sheets: &mut Vec<(String, Keeper)>,
) {
    let attribute = |name: &str| {
        attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    };
    let number = |name: &str| {
        attribute(name).and_then(|text| text.parse::<usize>().ok()).unwrap_or(1).max(1)
    };
    match name {
        "table" => {
            sheets.push((attribute("name").unwrap_or_default().to_owned(), Keeper::new()));
            *at = Place::default();
        }
        "table-row" => {
            at.rows = number("number-rows-repeated");
            at.column = 0;
        }
        "table-cell" | "covered-table-cell" => {
            at.columns = number("number-columns-repeated");
            at.in_cell = true;
            at.paragraphs = 0;
            at.is_number = false;
            at.text.clear();
            at.value = match attribute("value-type") {
                Some("date") => attribute("date-value").map(day_and_time),
                Some("float") => {
                    at.is_number = true;
                    attribute("value")
                        .map(|number| number.strip_suffix(".0").unwrap_or(number).to_owned())
                }
                Some("boolean") => attribute("boolean-value").map(str::to_owned),
                _ => None,
            };
        }
        "annotation" => at.in_note += 1,
        "p" if at.in_cell && at.in_note == 0 => {
            if at.paragraphs > 0 {
                at.text.push('\n');
            }
            at.paragraphs += 1;
        }
        "s" if at.in_cell => at.text.push_str(&" ".repeat(number("c").min(100))),
        "line-break" if at.in_cell => at.text.push('\n'),
        _ => {}
    }
}

/// Whether a cell shows zeros or a plus before its number: a telephone number.
fn adds_figures(text: &str, number: &str) -> bool {
    let figures: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_plain = text.chars().all(|sign| sign.is_ascii_digit() || " +-()/".contains(sign));
    let has_plus = text.trim_start().starts_with('+') && figures.len() > 6;
    is_plain
        && figures.trim_start_matches('0') == number.trim_start_matches('0')
        && (figures != number || has_plus)
}

fn end(name: &str, at: &mut Place, sheets: &mut [(String, Keeper)]) -> Result<(), String> {
    match name {
        "table-row" => at.row += at.rows,
        "annotation" => at.in_note = at.in_note.saturating_sub(1),
        "table-cell" | "covered-table-cell" => {
            at.in_cell = false;
            let says_more = |number: &String| at.is_number && adds_figures(&at.text, number);
            let value = at.value.take().filter(|number| !says_more(number));
            let text = value.unwrap_or_else(|| std::mem::take(&mut at.text));
            if let Some((_, keeper)) = sheets.last_mut().filter(|_| !text.trim().is_empty()) {
                for row in 0..at.rows.max(1) {
                    for column in 0..at.columns.min(MOST_COLUMNS) {
                        keeper.keep(at.row + row, at.column + column, &text)?;
                    }
                }
            }
            at.column = at.column.saturating_add(at.columns);
        }
        _ => {}
    }
    Ok(())
}
