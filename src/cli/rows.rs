//! People who fit, as a table to take along.

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
    /// The rows as a table.
    pub(super) fn of(self, rows: &[Row]) -> String {
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
            Self::Md => markdown(cells),
            Self::Html => html(cells),
            Self::Csv | Self::Text | Self::Json => csv(cells),
        }
    }
}

fn csv(rows: impl Iterator<Item = [String; 6]>) -> String {
    let cell = |text: &str| {
        // A spreadsheet would run it as a formula.
        let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let text = if runs { format!("'{text}") } else { text.to_owned() };
        let quoted = text.contains([',', '"', '\n', '\r', ';']);
        if quoted { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
    };
    let mut out = HEADINGS.join(",") + "\r\n";
    for row in rows {
        out += &row.iter().map(|text| cell(text)).collect::<Vec<_>>().join(",");
        out += "\r\n";
    }
    out
}

fn markdown(rows: impl Iterator<Item = [String; 6]>) -> String {
    let cell = |text: &str| {
        let mut cell = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\n' | '\r' => cell.push(' '),
                '|' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '\\' => cell.extend(['\\', c]),
                other => cell.push(other),
            }
        }
        cell
    };
    let mut out = format!("| {} |\n|{}\n", HEADINGS.join(" | "), " --- |".repeat(HEADINGS.len()));
    for row in rows {
        let cells: Vec<String> = row.iter().map(|text| cell(text)).collect();
        writeln!(out, "| {} |", cells.join(" | ")).expect("a text takes what is written");
    }
    out
}

fn html(rows: impl Iterator<Item = [String; 6]>) -> String {
    let cell = |text: &str| {
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
    };
    let line = |name: &str, cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|it| format!("<{name}>{it}</{name}>")).collect();
        format!("<tr>{}</tr>\n", cells.concat())
    };
    let mut out = String::from(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Who fits</title>\n\
         <table>\n<thead>\n",
    );
    out += &line("th scope=\"col\"", &HEADINGS.map(str::to_owned))
        .replace("</th scope=\"col\">", "</th>");
    out += "</thead>\n<tbody>\n";
    for row in rows {
        out += &line("td", &row.map(|text| cell(&text)));
    }
    out + "</tbody>\n</table>\n</html>\n"
}
