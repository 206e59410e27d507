//! People who fit, as a table to take along.

use super::completeness::cell;
use crate::base::address::{escape, escape_markdown};
use clap::ValueEnum;
use std::fmt::Write as _;

/// For whom an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people.
    Text,
    /// For programs: one object.
    Json,
    /// A table for a spreadsheet.
    Csv,
    /// A table in Markdown.
    Md,
    /// A table in HTML, complete in itself.
    Html,
}

/// Somebody who fits.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) name: String,
    pub(super) slug: String,
    pub(super) points: u32,
    pub(super) why: Vec<String>,
    pub(super) missing: Vec<String>,
}

const HEADINGS: [&str; 6] = ["rank", "name", "expert", "points", "why", "missing"];

impl Format {
    /// The rows as a table; none where the answer is no table.
    pub(super) fn table(self, rows: &[Row]) -> Option<String> {
        let cells = rows.iter().enumerate().map(|(at, row)| {
            [
                (at + 1).to_string(),
                row.name.clone(),
                row.slug.clone(),
                row.points.to_string(),
                row.why.join("; "),
                row.missing.join("; "),
            ]
        });
        match self {
            Self::Csv => Some(csv(cells)),
            Self::Md => Some(markdown(cells)),
            Self::Html => Some(html(cells)),
            Self::Text | Self::Json => None,
        }
    }
}

fn csv(rows: impl Iterator<Item = [String; 6]>) -> String {
    let mut out = HEADINGS.join(",") + "\r\n";
    for row in rows {
        out += &row.map(|text| cell(&text)).join(",");
        out += "\r\n";
    }
    out
}

fn markdown(rows: impl Iterator<Item = [String; 6]>) -> String {
    let cell = |text: &str| escape_markdown(&text.replace(['\n', '\r'], " "));
    let mut out = format!("| {} |\n|{}\n", HEADINGS.join(" | "), " --- |".repeat(HEADINGS.len()));
    for row in rows {
        let cells: Vec<String> = row.iter().map(|text| cell(text)).collect();
        writeln!(out, "| {} |", cells.join(" | ")).expect("a text takes what is written");
    }
    out
}

fn html(rows: impl Iterator<Item = [String; 6]>) -> String {
    let head = HEADINGS.map(|it| format!("<th scope=\"col\">{it}</th>")).concat();
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Who fits</title>\n\
         <table>\n<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n",
    );
    for row in rows {
        let cells = row.map(|text| format!("<td>{}</td>", escape(&text))).concat();
        writeln!(out, "<tr>{cells}</tr>").expect("a text takes what is written");
    }
    out + "</tbody>\n</table>\n</html>\n"
}
