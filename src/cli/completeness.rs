//! `vakwerk check --report`: what each profile still lacks, for an editor who mails members.

use super::common::Format;
use super::out::println;
use super::words::{Tongue, advice};
use crate::base::{harmless_cell, printable};
use crate::edition::Review;
use crate::pipeline::Reviewed;
use serde::Serialize;

#[derive(Serialize)]
struct Document<'a> {
    /// Version of this format.
    version: u32,
    /// The day that counts as today.
    date: String,
    experts: Vec<Profile<'a>>,
}

#[derive(Serialize)]
struct Profile<'a> {
    slug: &'a str,
    name: &'a str,
    file: &'a str,
    email: Option<&'a str>,
    gaps: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    kind: &'static str,
    subject: String,
    month: Option<String>,
    advice: String,
    #[serde(skip)]
    of: &'a Review,
}

fn lines(review: &Review, tongue: Tongue) -> impl Iterator<Item = Line<'_>> {
    review.gaps.iter().map(move |gap| Line {
        kind: gap.kind(),
        subject: gap.subject(),
        month: gap.month().map(|month| month.to_string()),
        advice: advice(gap, tongue),
        of: review,
    })
}

/// Prints the report to standard output.
pub(super) fn print(format: Format, reviewed: &Reviewed, tongue: Tongue) {
    match format {
        Format::Json => print_json(reviewed, tongue),
        Format::Csv => print_csv(reviewed, tongue),
        Format::Text | Format::Github | Format::Gitlab | Format::Sarif => {
            print_text(reviewed, tongue);
        }
    }
}

fn print_json(reviewed: &Reviewed, tongue: Tongue) {
    let experts = reviewed.experts.iter().map(|(review, email)| Profile {
        slug: &review.slug,
        name: &review.name,
        file: &review.file,
        email: email.as_deref(),
        gaps: lines(review, tongue).collect(),
    });
    let document =
        Document { version: 1, date: reviewed.date.to_string(), experts: experts.collect() };
    println!(
        "{}",
        serde_json::to_string_pretty(&document).expect("the report holds nothing that JSON cannot")
    );
}

fn print_csv(reviewed: &Reviewed, tongue: Tongue) {
    println!("slug,name,email,file,kind,subject,month,advice");
    for (review, email) in &reviewed.experts {
        for line in lines(review, tongue) {
            let cells = [
                line.of.slug.as_str(),
                &line.of.name,
                email.as_deref().unwrap_or_default(),
                &line.of.file,
                line.kind,
                &line.subject,
                line.month.as_deref().unwrap_or_default(),
                &line.advice,
            ];
            println!("{}", cells.map(cell).join(","));
        }
    }
}

/// A cell of a table (RFC 4180). What a spreadsheet would take for a formula is kept a text by an
/// apostrophe.
pub(super) fn cell(text: &str) -> String {
    let text = harmless_cell(text);
    let quoted = text.contains(['"', ',', ';', '\t', '\n', '\r']);
    if quoted { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.into_owned() }
}

fn print_text(reviewed: &Reviewed, tongue: Tongue) {
    let mut complete = 0;
    for (review, email) in &reviewed.experts {
        if review.gaps.is_empty() {
            complete += 1;
            continue;
        }
        let email = email.as_ref().map(|email| format!(" <{email}>")).unwrap_or_default();
        println!("{}{}  {}", printable(&review.name), printable(&email), printable(&review.file));
        for line in lines(review, tongue) {
            println!("  - {}", printable(&line.advice));
        }
        println!();
    }
    println!("{complete} of {} profiles lack nothing", reviewed.experts.len());
}
