//! An entry of a feed, in one language.

use super::channel::{About, Channel};
use crate::base::slug::slug;
use crate::base::{Date, EntryKind, Id, ListKind};
use crate::config::Format;
use crate::edition::{ExpertId, TopicId, Who};
use crate::site::{Page, Phrase, ViewContext, plain, shortened};

/// The most characters of a summary.
const MOST_SUMMARY: usize = 2000;

/// An entry of a feed.
pub(super) struct Entry<'a> {
    /// Its permanent name.
    pub(super) id: String,
    /// Absolute address, or root-relative when the site does not know its own.
    pub(super) url: String,
    /// The day on which it was first to be seen, when that is known.
    pub(super) published: Option<Date>,
    /// The last change.
    pub(super) updated: Date,
    /// Title.
    pub(super) title: String,
    /// The language of the title, when it is not translated into that of the feed.
    pub(super) title_lang: Option<&'a str>,
    /// A line about it; else its title once more.
    pub(super) summary: String,
    /// The language of that line, likewise.
    pub(super) summary_lang: Option<&'a str>,
    /// Who it is of.
    pub(super) author: Option<&'a str>,
    /// What it is about.
    pub(super) topics: Vec<&'a str>,
}

/// What a channel brings, in words.
pub(super) fn entries(context: ViewContext<'_>, channel: Channel) -> Vec<Entry<'_>> {
    channel
        .entries(context.site)
        .into_iter()
        .map(|(updated, about)| entry(context, updated, about))
        .collect()
}

/// What an entry says of what it is about.
struct Summary<'a> {
    page: Page,
    title: Option<Phrase<'a>>,
    line: Option<Phrase<'a>>,
    author: Option<&'a str>,
    topics: Vec<TopicId>,
    published: Option<Date>,
}

fn entry(context: ViewContext<'_>, updated: Date, about: About) -> Entry<'_> {
    let Summary { page, title, line, author, topics, published } = summary(context, about);
    // Names of people are in no language.
    let title_lang = title
        .as_ref()
        .and_then(|phrase| phrase.lang)
        .filter(|_| !matches!(about, About::Entry(EntryKind::Expert, _)));
    let mut title = title.map_or_else(String::new, |phrase| phrase.text.to_owned());
    // A headline and what a page says of itself are no Markdown.
    let in_words: fn(&str, usize) -> String = match about {
        About::Entry(EntryKind::Project | EntryKind::Group, _)
        | About::Offer(..)
        | About::Ask(..) => plain,
        About::Entry(..) => shortened,
    };
    let (summary, summary_lang) = line.map_or_else(
        || (title.clone(), title_lang),
        |phrase| (in_words(phrase.text, MOST_SUMMARY), phrase.lang),
    );
    let mut url = context.site.absolute(context.language, &context.site.route(page));
    let mut id = permanent(&url);
    if let About::Offer(_, item) | About::Ask(_, item) = about {
        let key = if matches!(about, About::Offer(..)) { "offers" } else { "asks" };
        id = format!("{id}#{key}-{}", name_of_item(context, about, item));
        url = format!("{url}#{key}");
        title = format!("{}: {title}", context.word(&format!("section.{key}")));
    }
    if let About::Entry(EntryKind::Request, index) = about
        && context.site.edition.request(Id::new(index)).closed
    {
        title = format!("{title} ({})", context.word("request.closed"));
    }
    let topics = topics.iter().map(|id| context.topic_title(*id)).collect();
    Entry { id, url, published, updated, title, title_lang, summary, summary_lang, author, topics }
}

fn summary(context: ViewContext<'_>, about: About) -> Summary<'_> {
    let edition = context.site.edition;
    match about {
        About::Entry(EntryKind::Expert, index) => {
            let id = Id::new(index);
            let expert = edition.expert(id);
            let record = &expert.record;
            Summary {
                page: Page::Expert(id),
                title: context.phrase(record, Some(&record.file.name), |_| None),
                line: context.headline(id),
                author: named(context, id),
                topics: expert.claims.iter().map(|claim| claim.topic).collect(),
                published: record.publish,
            }
        }
        About::Entry(kind, index) => {
            let (title, line) = context.titles(kind, index);
            let published = edition.files_of(kind, index).and_then(|files| files.publish);
            Summary {
                page: Page::of_entry(kind, index),
                title,
                line,
                author: author(context, kind, index),
                topics: edition.topics_of(kind, index).to_vec(),
                published: match kind {
                    EntryKind::Article => edition.article(Id::new(index)).date,
                    _ => published,
                },
            }
        }
        About::Offer(id, item) => item_summary(context, id, ListKind::Offers, item),
        About::Ask(id, item) => item_summary(context, id, ListKind::Asks, item),
    }
}

/// Who tells an entry, or asks.
fn author(context: ViewContext<'_>, kind: EntryKind, index: usize) -> Option<&str> {
    let edition = context.site.edition;
    match kind {
        EntryKind::Project => {
            let authors = &edition.project(Id::new(index)).authors;
            authors.first().and_then(|author| named(context, *author))
        }
        EntryKind::Request => {
            let organization = edition.request(Id::new(index)).organization;
            organization.map(|id| context.organization(id).title)
        }
        EntryKind::Article => {
            edition.article(Id::new(index)).authors.iter().find_map(|who| match who {
                Who::Expert(id) => named(context, *id),
                Who::Named(name) => Some(name),
            })
        }
        _ => None,
    }
}

/// Of an offer or an ask.
fn item_summary(
    context: ViewContext<'_>,
    id: ExpertId,
    list: ListKind,
    item: usize,
) -> Summary<'_> {
    let expert = context.site.edition.expert(id);
    let record = &expert.record;
    let written = &record.file.offers_in(list)[item];
    Summary {
        page: Page::Expert(id),
        title: context.phrase(record, Some(&written.title), move |text| text.title(list, item)),
        line: context.phrase(record, written.text.as_deref(), move |text| {
            text.item(list, item)?.text.as_deref()
        }),
        author: named(context, id),
        topics: expert.topics.of(list).get(item).cloned().unwrap_or_default(),
        published: record.publish,
    }
}

/// What an offer or an ask is called in its permanent name: its first title as a slug, whatever
/// stands before it in the list; a number follows when several have the same.
fn name_of_item(context: ViewContext<'_>, about: About, item: usize) -> String {
    let (About::Offer(id, _) | About::Ask(id, _)) = about else { return String::new() };
    let file = &context.site.edition.expert(id).record.file;
    let list = if matches!(about, About::Offer(..)) { &file.offers } else { &file.asks };
    let name = slug(&list[item].title);
    match list[..item].iter().filter(|other| slug(&other.title) == name).count() {
        0 => name,
        // No slug has a dot, so that this is nobody else's.
        before => format!("{name}.{}", before + 1),
    }
}

/// The name of an expert, when feeds may say it.
fn named(context: ViewContext<'_>, id: ExpertId) -> Option<&str> {
    let name = context.site.edition.expert(id).record.file.name.as_str();
    context.site.may_export(id, Format::Feed).then_some(name)
}

/// The permanent name of an address: the address itself, or a tag (RFC 4151) when the site does not
/// know its own.
pub(super) fn permanent(address: &str) -> String {
    if address.starts_with('/') {
        format!("tag:vakwerk.invalid,2026:{address}")
    } else {
        address.to_owned()
    }
}

/// A date as RFC 3339 wants it.
pub(super) fn moment(date: Date) -> String {
    format!("{}T00:00:00Z", date.first_day())
}
