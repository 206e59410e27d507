//! Publications as they are cited: in the style that the site chooses, in pieces that templates put
//! together.

mod author;
mod parts;
mod styles;
mod writer;

use super::context::ViewContext;
use super::view::expert_view::{CitePart, Credit};
use super::view::parts::{Link, Phrase};
use crate::base::ListKind;
use crate::config::CitationStyle;
use crate::edition::{Author, Authors, ExpertId, ExpertText, Publication, WorkId, WorkKind};
use author::AuthorName;

/// What a citation says of a publication, before any style.
pub(super) struct Reference<'a> {
    authors: Vec<AuthorName>,
    others: bool,
    title: Phrase<'a>,
    work: &'a Publication,
    form: Form,
    doi: Option<String>,
}

/// How a publication stands to what it appeared in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// In a journal.
    Article,
    /// A part of a book or of proceedings.
    Part,
    /// By itself.
    Whole,
}

impl Form {
    fn of(work: &Publication) -> Self {
        match work.kind {
            Some(WorkKind::Article) => Self::Article,
            Some(WorkKind::Chapter | WorkKind::Conference) if work.venue.is_some() => Self::Part,
            // What has a volume, or stands somewhere by nobody's saying that it is a book, appeared
            // in it.
            None if work.venue.is_some() || work.volume.is_some() => Self::Article,
            _ => Self::Whole,
        }
    }
}

/// The publications of an expert, newest first: their own, and those in the profiles of others.
pub(super) fn publications(context: ViewContext<'_>, id: ExpertId) -> Vec<Credit<'_>> {
    context.site.edition.works(id).into_iter().map(|work| publication(context, id, work)).collect()
}

/// The title of a publication.
pub(super) fn title<'a>(context: ViewContext<'a>, id: WorkId) -> Phrase<'a> {
    let record = context.site.edition.written_expert(id.expert).record;
    let written = &record.file.publications[id.item].title;
    let translated = move |text: &'a ExpertText| text.title(ListKind::Publications, id.item);
    context.phrase(record, Some(written), translated).expect("a publication has a title")
}

fn publication(context: ViewContext<'_>, page: ExpertId, id: WorkId) -> Credit<'_> {
    let edition = context.site.edition;
    let work = edition.work(id);
    let title = title(context, id);
    let authors = edition.authors(id);
    let style = context.site.config.citation.or_else(|| authors.map(|_| CitationStyle::default()));
    let citation = style.map_or_else(Vec::new, |style| {
        let reference = Reference {
            authors: names(context, page, id),
            others: authors.is_some_and(|authors| authors.others),
            title: title.clone(),
            work,
            form: Form::of(work),
            doi: edition.doi(id),
        };
        styles::cite(context, style, &reference)
    });
    Credit {
        title,
        venue: work.place(),
        venue_url: None,
        date: super::context::iso(work.date),
        until: None,
        url: work.url.clone(),
        planned: work.is_planned,
        authors: authors.map_or_else(Vec::new, |authors| links(context, page, authors)),
        others: authors.is_some_and(|authors| authors.others),
        citation,
        item: (id.expert == page).then_some(id.item),
    }
}

/// The authors with their names in parts; where nobody is named, the person in whose profile the
/// work stands.
fn names(context: ViewContext<'_>, page: ExpertId, id: WorkId) -> Vec<AuthorName> {
    let named = context.site.edition.named_authors(id);
    named.iter().map(|author| AuthorName::of(context, page, author)).collect()
}

/// Who made something, each with the page that they have; the person on whose page it stands needs
/// none.
pub(super) fn links<'a>(
    context: ViewContext<'a>,
    page: ExpertId,
    authors: &'a Authors,
) -> Vec<Link<'a>> {
    let link = |author: &'a Author| match author {
        Author::Expert(id) if *id != page => context.expert(*id),
        Author::Expert(id) | Author::Unconfirmed(id) => Link { url: None, ..context.expert(*id) },
        Author::Named { name, .. } | Author::Organization(name) => Link { title: name, url: None },
    };
    authors.named.iter().map(link).collect()
}

/// A piece of a citation that is only words.
fn plain<'a>(text: String) -> CitePart<'a> {
    CitePart { text, lang: None, emphasis: false, url: None, outside: false }
}
