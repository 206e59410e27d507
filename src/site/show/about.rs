//! What the layout knows of a page beside its address: title, sentence for previews, picture, path.

use super::super::context::ViewContext;
use super::super::item::Page;
use super::super::lists::Filter;
use super::super::view::page_view::Crumb;
use super::preview::{Preview, card, portrait};
use super::{expert, home};
use crate::base::{Date, EntryKind};
use crate::config::Kind;
use crate::edition::{ExpertId, OrganizationId, PageId, ProjectId, Record, RequestId, TopicId};
use crate::site::markdown::plain::{plain, shortened};

/// What the layout knows of a page beside its address.
#[derive(Default)]
pub(super) struct About {
    pub(super) kind: &'static str,
    pub(super) section: Option<String>,
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    pub(super) noindex: bool,
    pub(super) updated: Option<Date>,
    pub(super) image: Option<Preview>,
    pub(super) number: Option<usize>,
    pub(super) crumbs: Vec<Crumb>,
}

pub(super) fn site_description(context: ViewContext<'_>, page: Page) -> Option<String> {
    let texts = &context.site.config.texts;
    let description =
        texts[context.language].description.clone().or_else(|| texts[0].description.clone());
    description.filter(|_| page == Page::Home)
}

/// What holds of every entry of a kind: it stands below their list.
pub(super) fn below(context: ViewContext<'_>, kind: EntryKind) -> About {
    let has_list = context.site.config.kind == Kind::Network || kind != EntryKind::Expert;
    About {
        section: Some(kind.folder().to_owned()),
        crumbs: crumbs(context, has_list.then_some(kind.folder())),
        ..About::default()
    }
}

/// What holds of an entry with a title and a line below it, without which its story speaks for it.
pub(super) fn of_entry<F, T>(
    context: ViewContext<'_>,
    (page, kind): (&'static str, EntryKind),
    (title, line): (&str, Option<&str>),
    (record, listed): (&Record<F, T>, bool),
) -> About {
    About {
        kind: page,
        title: Some(title.to_owned()),
        description: one_line(line).or_else(|| first_line(context, Some(record))),
        noindex: !listed,
        updated: record.updated,
        ..below(context, kind)
    }
}

pub(super) fn about_expert(context: ViewContext<'_>, id: ExpertId) -> About {
    let site = context.site;
    let expert = site.edition.expert(id);
    let whole = below(context, EntryKind::Expert);
    // On a portfolio the person is the home page.
    let crumbs = if site.config.kind == Kind::Network { whole.crumbs } else { Vec::new() };
    About {
        kind: "expert",
        title: Some(expert.record.file.name.clone()),
        description: expert::description(context, id),
        noindex: !site.may_be_found(id),
        updated: expert.record.updated,
        image: card(context, Page::Expert(id)).or_else(|| portrait(context, id)),
        section: whole.section,
        crumbs,
        ..About::default()
    }
}

pub(super) fn about_project(context: ViewContext<'_>, id: ProjectId) -> About {
    let project = context.site.edition.project(id);
    let record = &project.record;
    let question = record.file.question.as_deref();
    let question = context.phrase(record, question, |text| text.question.as_deref());
    About {
        kind: "project",
        title: Some(context.project_title(id).text.to_owned()),
        description: one_line(question.map(|phrase| phrase.text)),
        noindex: !project.listed,
        updated: record.updated,
        image: card(context, Page::Project(id)),
        ..below(context, EntryKind::Project)
    }
}

pub(super) fn about_request(context: ViewContext<'_>, id: RequestId) -> About {
    let request = context.site.edition.request(id);
    let record = &request.record;
    let title = context.phrase(record, Some(&record.file.title), |text| text.title.as_deref());
    About {
        kind: "request",
        title: title.map(|phrase| phrase.text.to_owned()),
        description: one_line(Some(&context.story(record).0.read())),
        noindex: !request.listed,
        updated: record.updated,
        ..below(context, EntryKind::Request)
    }
}

pub(super) fn about_home(context: ViewContext<'_>) -> About {
    About {
        kind: "home",
        description: site_description(context, Page::Home).or_else(|| home::description(context)),
        ..About::default()
    }
}

pub(super) fn about_organization(context: ViewContext<'_>, id: OrganizationId) -> About {
    let edition = context.site.edition;
    About {
        kind: "organization",
        title: Some(context.organization(id).title.to_owned()),
        noindex: !edition.lists_organization(id),
        description: first_line(context, edition.organization(id).record.as_ref()),
        ..below(context, EntryKind::Organization)
    }
}

pub(super) fn about_topic(context: ViewContext<'_>, id: TopicId) -> About {
    let edition = context.site.edition;
    About {
        kind: "topic",
        title: Some(context.topic_title(id).to_owned()),
        noindex: !edition.lists_topic(id),
        description: first_line(context, edition.topic(id).record.as_ref()),
        ..below(context, EntryKind::Topic)
    }
}

pub(super) fn about_search(context: ViewContext<'_>) -> About {
    About {
        kind: "search",
        noindex: true,
        title: Some(context.word("finder.title")),
        crumbs: crumbs(context, None),
        ..About::default()
    }
}

pub(super) fn about_nothing(context: ViewContext<'_>) -> About {
    let title = Some(context.word("not_found.title"));
    About { kind: "404", noindex: true, title, ..About::default() }
}

/// What the layout knows of the tree of topics: how it begins.
pub(super) fn about_topics(context: ViewContext<'_>) -> About {
    let topics = context.site.edition.listed_topics();
    let titles = topics.take(12).map(|id| context.topic_title(id)).collect::<Vec<_>>();
    let description = cut(&format!("{} · {}", context.site_title(), titles.join(", ")));
    About { description, ..about_whole(context, EntryKind::Topic.folder()) }
}

/// What the layout knows of a page about the site as a whole.
pub(super) fn about_whole(context: ViewContext<'_>, section: &'static str) -> About {
    let site = site_description(context, Page::Home).unwrap_or_else(|| context.site_title());
    About {
        kind: section,
        crumbs: crumbs(context, None),
        description: cut(&format!("{}: {site}", context.word(&format!("menu.{section}")))),
        section: Some(section.to_owned()),
        ..About::default()
    }
}

/// How the story of an entry begins; none when nothing was written of it.
pub(super) fn first_line<F, T>(
    context: ViewContext<'_>,
    record: Option<&Record<F, T>>,
) -> Option<String> {
    one_line(Some(&context.story(record?).0.read()))
}

/// The most characters of a line for search engines and previews.
const MOST: usize = 155;

/// Markdown as one line for search engines and previews.
pub(super) fn one_line(text: Option<&str>) -> Option<String> {
    text.map(|text| plain(text, MOST)).filter(|text| !text.is_empty())
}

/// The same of a text that is no Markdown: a title, a sentence about a page.
pub(super) fn cut(text: &str) -> Option<String> {
    Some(shortened(text, MOST)).filter(|text| !text.is_empty())
}

/// How many entries of a kind, in words.
pub(super) fn how_many(context: ViewContext<'_>, kind: EntryKind, count: usize) -> String {
    let words = context.word_for(&format!("{}_n", kind.folder()), count as u64);
    words.replace("{n}", &count.to_string())
}

/// What the layout knows of a text page.
pub(super) fn about_text(context: ViewContext<'_>, id: PageId) -> About {
    let page = context.site.edition.page(id);
    let file = &page.record.file;
    let title = context.phrase(&page.record, Some(&file.title), |text| text.title.as_deref());
    let description = context
        .phrase(&page.record, file.description.as_deref(), |text| text.description.as_deref());
    About {
        kind: "text",
        section: Some(page.slug.clone()),
        title: title.map(|phrase| phrase.text.to_owned()),
        description: description
            .and_then(|phrase| cut(phrase.text))
            .or_else(|| first_line(context, Some(&page.record))),
        noindex: !page.listed,
        updated: page.record.updated,
        crumbs: crumbs(context, None),
        ..About::default()
    }
}

/// What a list is narrowed to, in words.
pub(super) fn filter(context: ViewContext<'_>, filter: &Filter) -> Option<String> {
    match filter {
        Filter::No => None,
        Filter::Letter(name) | Filter::Place(name) | Filter::PlaceToo(name, _) => {
            Some(name.clone())
        }
        Filter::Year(year) => Some(year.to_string()),
        Filter::Language(tag) => {
            let language: crate::base::Language = tag.parse().ok()?;
            Some(language.name_in(&context.site.config.languages[context.language]).into_owned())
        }
        Filter::Availability(status) => {
            Some(context.word(&format!("availability.{}", status.as_str())))
        }
        Filter::Organization(id) => Some(context.organization(*id).title.to_owned()),
        Filter::Group(id) => Some(context.group_title(*id).text.to_owned()),
        Filter::Topic(id) => Some(context.topic_title(*id).to_owned()),
        Filter::TopicIn(id, city) => Some(format!("{} · {city}", context.topic_title(*id))),
    }
}

pub(super) fn crumbs(context: ViewContext<'_>, section: Option<&'static str>) -> Vec<Crumb> {
    let site = context.site;
    let mut crumbs = vec![Crumb {
        title: None,
        key: Some("home".to_owned()),
        url: site.url(context.language, ""),
    }];
    if let Some(section) = section {
        let url = context.standing(&format!("{section}/"));
        crumbs.extend(url.map(|url| Crumb { title: None, key: Some(section.to_owned()), url }));
    }
    crumbs
}
