//! Publications (schema.org): what an expert wrote, with whom.

use super::person::person_stub;
use super::{date, name_of};
use crate::base::doi;
use crate::base::uri::uri;
use crate::config::Format;
use crate::edition::{Author, ExpertId, Publication, WorkId, WorkKind};
use crate::site::citation::title;
use crate::site::context::ViewContext;
use crate::site::item::Page;
use serde_json::{Value, json};

/// The publications of an expert, those in the profiles of others included.
pub(super) fn works(context: ViewContext<'_>, id: ExpertId) -> Vec<Value> {
    let works = context.site.edition.works(id);
    works.into_iter().enumerate().map(|(at, work)| one(context, id, at, work)).collect()
}

fn one(context: ViewContext<'_>, page: ExpertId, at: usize, id: WorkId) -> Value {
    let edition = context.site.edition;
    let work = edition.work(id);
    let doi = edition.doi(id);
    let named = edition.named_authors(id);
    let authors: Vec<Value> = named.iter().map(|author| author_of(context, author)).collect();
    let name = doi
        .clone()
        .unwrap_or_else(|| name_of(context, Page::Expert(page), &format!("work-{}", at + 1)));
    json!({
        "@id": name,
        "@type": kind(work, doi.is_some()),
        "name": title(context, id).text,
        "author": authors,
        "datePublished": date(work.date),
        "isPartOf": work.venue.as_ref().filter(|_| !is_whole(work)).map(|venue| json!({
            "@type": if work.kind == Some(WorkKind::Article) { "Periodical" } else { "CreativeWork" },
            "name": venue,
        })),
        "publisher": work.venue.as_ref().filter(|_| is_whole(work)).map(|venue| json!({
            "@type": "Organization",
            "name": venue,
        })),
        "pagination": work.pages,
        "url": work.url.as_deref().map(uri),
        "identifier": doi.map(|doi| json!({ "@type": "PropertyValue", "propertyID": "DOI", "value": doi::bare(&doi) })),
    })
}

fn is_whole(work: &Publication) -> bool {
    matches!(
        work.kind,
        Some(
            WorkKind::Book
                | WorkKind::Report
                | WorkKind::Thesis
                | WorkKind::Dataset
                | WorkKind::Software
        )
    )
}

fn kind(work: &Publication, has_doi: bool) -> &'static str {
    match work.kind {
        Some(WorkKind::Article | WorkKind::Conference | WorkKind::Preprint) => "ScholarlyArticle",
        Some(WorkKind::Book) => "Book",
        Some(WorkKind::Chapter) => "Chapter",
        Some(WorkKind::Report) => "Report",
        Some(WorkKind::Thesis) => "Thesis",
        Some(WorkKind::Dataset) => "Dataset",
        Some(WorkKind::Software) => "SoftwareSourceCode",
        None if has_doi => "ScholarlyArticle",
        Some(WorkKind::Other) | None => "CreativeWork",
    }
}

/// An author; nothing of whoever wants none of it.
fn author_of(context: ViewContext<'_>, author: &Author) -> Value {
    match author {
        Author::Expert(id) => person_stub(context, *id),
        Author::Unconfirmed(id) if !context.site.may_export(*id, Format::JsonLd) => Value::Null,
        Author::Unconfirmed(id) => {
            json!({ "@type": "Person", "name": context.site.edition.written_expert(*id).record.file.name })
        }
        Author::Named { name, .. } => json!({ "@type": "Person", "name": name }),
        Author::Organization(name) => json!({ "@type": "Organization", "name": name }),
    }
}
