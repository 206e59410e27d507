//! CSL-JSON: what programs read that cite by the Citation Style Language (1.0.2).

use super::entry::{Entry, Writer};
use crate::base::uri::uri;
use crate::base::{Date, without_nothing};
use crate::edition::WorkKind;
use serde_json::{Value, json};

pub(super) fn written(entries: &[Entry<'_>]) -> Value {
    Value::Array(entries.iter().filter_map(one).collect())
}

fn kind(kind: Option<WorkKind>) -> &'static str {
    match kind {
        Some(WorkKind::Article) => "article-journal",
        Some(WorkKind::Book) => "book",
        Some(WorkKind::Chapter) => "chapter",
        Some(WorkKind::Conference) => "paper-conference",
        Some(WorkKind::Report) => "report",
        Some(WorkKind::Thesis) => "thesis",
        Some(WorkKind::Preprint) => "article",
        Some(WorkKind::Dataset) => "dataset",
        Some(WorkKind::Software) => "software",
        Some(WorkKind::Other) | None => "document",
    }
}

/// Whether the venue is who published it, and not what it appeared in.
fn is_whole(kind: Option<WorkKind>) -> bool {
    use WorkKind::{Book, Dataset, Preprint, Report, Software, Thesis};
    matches!(kind, Some(Book | Report | Thesis | Dataset | Software | Preprint))
}

fn one(entry: &Entry<'_>) -> Option<Value> {
    let work = entry.work;
    let venue = work.place();
    let mut authors: Vec<Value> = entry.authors.iter().map(name).collect();
    if entry.others && !authors.is_empty() {
        authors.push(json!({ "literal": "others" }));
    }
    without_nothing(json!({
        "id": entry.key,
        "type": kind(work.kind),
        "title": work.title,
        "author": authors,
        "issued": work.date.map(|date| json!({ "date-parts": [numbers(date)] })),
        "container-title": venue.filter(|_| !is_whole(work.kind)),
        "publisher": venue.filter(|_| is_whole(work.kind)),
        "volume": work.volume.as_deref(),
        "issue": work.issue.as_deref(),
        "page": work.pages.as_deref(),
        "DOI": entry.doi,
        "URL": work.url.as_deref().map(uri),
    }))
}

fn numbers(date: Date) -> Vec<i16> {
    let month = date.month().map(i16::from);
    std::iter::once(date.year()).chain(month).chain(date.day_of_month().map(i16::from)).collect()
}

fn name(author: &Writer) -> Value {
    match author {
        Writer::Person { particle, family, given } => {
            json!({ "family": family, "given": given, "non-dropping-particle": particle.trim_end() })
        }
        Writer::Whole(name) => json!({ "literal": name }),
    }
}
