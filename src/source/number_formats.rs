//! Numbers of a workbook (XLSX) that are shown otherwise than they are kept: a telephone number
//! with the zero or the plus that its format adds, a share in percent.

use crate::base::xml::{self, Step};
use std::collections::{BTreeMap, HashMap};

/// What the cells of a sheet show, by row and column.
pub(super) type Shown = HashMap<(usize, usize), String>;

/// Parts of a workbook, by their names.
type Parts = BTreeMap<String, Vec<u8>>;

/// The cells that show something else than their number, by the name of their sheet.
pub(super) fn shown(parts: &Parts) -> HashMap<String, Shown> {
    let formats = formats(text(parts, "xl/styles.xml"));
    if formats.iter().all(Option::is_none) {
        return HashMap::new();
    }
    let paths = paths(text(parts, "xl/_rels/workbook.xml.rels"));
    let mut sheets = HashMap::new();
    // A part that is broken ends there: what was not seen is as it is kept.
    let _ = xml::walk(text(parts, "xl/workbook.xml"), |step| {
        if let Step::Begin("sheet", attributes) = step
            && let (Some(name), Some(id)) = (get(attributes, "name"), get(attributes, "id"))
            && let Some(path) = paths.get(id)
        {
            sheets.insert(name.to_owned(), cells(text(parts, path), &formats));
        }
        true
    });
    sheets
}

fn text<'a>(parts: &'a Parts, name: &str) -> &'a str {
    parts.get(name).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
}

fn get<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

/// Where the sheets lie, by the names of their relations.
fn paths(text: &str) -> HashMap<String, String> {
    let mut paths = HashMap::new();
    let _ = xml::walk(text, |step| {
        if let Step::Begin("Relationship", attributes) = step
            && let (Some(id), Some(target)) = (get(attributes, "Id"), get(attributes, "Target"))
        {
            let path = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None => format!("xl/{target}"),
            };
            paths.insert(id.to_owned(), path);
        }
        true
    });
    paths
}

/// The format of each style of cells, where it adds something to a number.
fn formats(text: &str) -> Vec<Option<String>> {
    let mut codes: HashMap<String, String> =
        [("9", "0%"), ("10", "0.00%")].map(|(id, code)| (id.to_owned(), code.to_owned())).into();
    let mut styles = Vec::new();
    let mut of_cells = false;
    let _ = xml::walk(text, |step| {
        match step {
            Step::Begin("numFmt", attributes) => {
                let (id, code) = (get(attributes, "numFmtId"), get(attributes, "formatCode"));
                codes.extend(id.zip(code).map(|(id, code)| (id.to_owned(), code.to_owned())));
            }
            Step::Begin("cellXfs", _) => of_cells = true,
            Step::End("cellXfs") => of_cells = false,
            Step::Begin("xf", attributes) if of_cells => {
                let code = get(attributes, "numFmtId").and_then(|id| codes.get(id));
                styles.push(code.filter(|code| adds(code)).cloned());
            }
            _ => {}
        }
        true
    });
    styles
}

/// Whether a format may add something: more zeros than one, a plus, a share.
fn adds(code: &str) -> bool {
    code.matches('0').count() > 1 || code.contains(['+', '%', '"', '\\'])
}

/// What the cells of a sheet show whose style has one of these formats.
fn cells(text: &str, formats: &[Option<String>]) -> Shown {
    let mut shown = Shown::new();
    let mut at: Option<((usize, usize), &String)> = None;
    let (mut in_value, mut number) = (false, String::new());
    let _ = xml::walk(text, |step| {
        match step {
            Step::Begin("c", attributes) => {
                let is_number = matches!(get(attributes, "t"), None | Some("n"));
                let style = get(attributes, "s").and_then(|style| style.parse::<usize>().ok());
                let format = style.and_then(|style| formats.get(style)?.as_ref());
                at = get(attributes, "r").and_then(place).zip(format).filter(|_| is_number);
            }
            Step::Begin("v", _) => (in_value, number) = (at.is_some(), String::new()),
            Step::Text(text) if in_value => number.push_str(text),
            Step::End("v") => {
                in_value = false;
                let found = at.and_then(|(place, code)| Some((place, as_shown(&number, code)?)));
                shown.extend(found);
            }
            Step::End("c") => at = None,
            _ => {}
        }
        true
    });
    shown
}

/// Row and column of a cell, from zero: `B3`.
fn place(name: &str) -> Option<(usize, usize)> {
    let letters = name.find(|sign: char| sign.is_ascii_digit())?;
    let (letters, row) = name.split_at(letters);
    let mut column = 0_usize;
    for letter in letters.bytes() {
        let number = letter.is_ascii_uppercase().then(|| usize::from(letter - b'A') + 1)?;
        column = column.checked_mul(26)?.checked_add(number)?;
    }
    Some((row.parse::<usize>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// A piece of a format.
enum Piece {
    /// The place of a figure; `true` where a zero stands for none.
    Figure(bool),
    /// A sign that is shown as it is.
    Sign(char),
}

/// What a whole number or a share looks like in a format, where that says more than the number.
fn as_shown(number: &str, code: &str) -> Option<String> {
    /// From so many figures on, a plus before them is that of a telephone number.
    const OF_PHONES: usize = 7;
    let number: f64 = number.trim().parse().ok().filter(|it: &f64| *it >= 0.0 && *it < 1e15)?;
    let section = code.split(';').next().unwrap_or(code);
    if section.ends_with('%') {
        // As many decimals as anybody writes, and none that follow from how computers count.
        return Some(format!("{}%", (number * 1e8).round() / 1e6));
    }
    if number.fract() != 0.0 {
        return None;
    }
    let figures = format!("{number:.0}");
    let text = filled(&pieces(section)?, &figures)?;
    let found: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_more = found != figures || (text.starts_with('+') && found.len() >= OF_PHONES);
    is_more.then_some(text)
}

/// The pieces of a section; none for one of dates, of fractions and of whatever else.
fn pieces(section: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut signs = section.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '0' => pieces.push(Piece::Figure(true)),
            '#' | '?' => pieces.push(Piece::Figure(false)),
            '"' => pieces.extend(signs.by_ref().take_while(|sign| *sign != '"').map(Piece::Sign)),
            '\\' => pieces.extend(signs.next().map(Piece::Sign)),
            '_' => pieces.extend(signs.next().map(|_| Piece::Sign(' '))),
            '*' => drop(signs.next()),
            '[' => drop(signs.by_ref().find(|sign| *sign == ']')),
            ' ' | '\u{a0}' | '-' | '+' | '(' | ')' | '/' => pieces.push(Piece::Sign(sign)),
            _ => return None,
        }
    }
    Some(pieces)
}

/// The pieces with the figures in their places, those that are left over in the first.
fn filled(pieces: &[Piece], figures: &str) -> Option<String> {
    let first = pieces.iter().position(|piece| matches!(piece, Piece::Figure(_)))?;
    let mut left = figures.chars().rev();
    let mut text = Vec::new();
    for (at, piece) in pieces.iter().enumerate().rev() {
        match piece {
            Piece::Sign(sign) => text.push(*sign),
            Piece::Figure(has_zero) => text.extend(left.next().or(has_zero.then_some('0'))),
        }
        if at == first {
            text.extend(left.by_ref());
        }
    }
    let text: String = text.into_iter().rev().collect();
    Some(text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::as_shown;

    #[test]
    fn a_number_is_read_as_its_format_shows_it_where_that_says_more() {
        for (number, code, shown) in [
            ("612345678", "0000000000", Some("0612345678")),
            ("31612345678", "+00 0 00000000", Some("+31 6 12345678")),
            ("31612345678", r#""+"0"#, Some("+31612345678")),
            ("612345678", r"\0#########", Some("0612345678")),
            ("1012", "00000", Some("01012")),
            ("0.5", "0%", Some("50%")),
            ("0.165", "0.00%", Some("16.5%")),
            ("16", "0", None),
            ("16", "+0;-0", None),
            ("46000", "yyyy-mm-dd", None),
            ("16.5", "00", None),
            ("1234", "#,##0", None),
        ] {
            assert_eq!(as_shown(number, code).as_deref(), shown, "{number} {code}");
        }
    }
}
