//! `llms.txt`: the site in one page of Markdown, for language models that look something up. On
//! request only.

use super::people;

use crate::base::tidy::single_spaced;
use crate::config::Format;
use crate::site::{Export, ExportResult, NoCards, Page, SiteReader, Subject, ViewContext};
use std::fmt::Write;

/// The most lines in a section.
const MOST: usize = 1000;

pub(super) const EXPORT: Export = Export { name: "llms", files, make };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    let own = site.has_own("llms.txt");
    let crawlers = &site.config.crawlers;
    let wanted =
        language == 0 && !own && crawlers.ai() && crawlers.search() && site.speaks(Format::Llms);
    wanted.then(|| ("llms.txt".to_owned(), Subject::Whole)).into_iter().collect()
}

fn make(site: &SiteReader<'_>, language: usize, _: Subject) -> ExportResult {
    let context = ViewContext { site, language, cards: &NoCards };
    let view = context.site_view();
    let mut out = format!("# {}\n", line(&view.title));
    if !view.description.is_empty() {
        let _ = writeln!(out, "\n> {}", line(&view.description));
    }
    let experts = people(site, Format::Llms).map(|id| {
        let record = &site.edition.expert(id).record;
        let headline = context.headline(id);
        (record.file.name.as_str(), Page::Expert(id), headline.map(|phrase| phrase.text))
    });
    section(&mut out, context, "menu.experts", experts);
    let projects = site.edition.listed_projects();
    let projects =
        projects.map(|(id, _)| (context.project_title(id).text, Page::Project(id), None));
    section(&mut out, context, "menu.projects", projects);
    let topics =
        site.edition.listed_topics().map(|id| (context.topic_title(id), Page::Topic(id), None));
    section(&mut out, context, "menu.topics", topics);
    let groups = site.edition.group_ids().filter(|id| site.edition.written_group(*id).listed);
    let groups = groups.map(|id| (context.group_title(id).text, Page::Group(id), None));
    section(&mut out, context, "menu.groups", groups);
    let events = site.edition.event_ids().filter(|id| site.edition.event(*id).listed);
    let events = events.map(|id| (context.event_title(id).text, Page::Event(id), None));
    section(&mut out, context, "menu.events", events);
    let news = site.edition.article_ids().filter(|id| site.edition.article(*id).listed);
    let news = news.map(|id| (context.article_title(id).text, Page::Article(id), None));
    section(&mut out, context, "menu.news", news);
    Ok(out.into_bytes())
}

fn section<'a>(
    out: &mut String,
    context: ViewContext<'a>,
    heading: &str,
    entries: impl Iterator<Item = (&'a str, Page, Option<&'a str>)>,
) {
    let mut entries = entries.take(MOST).peekable();
    if entries.peek().is_none() {
        return;
    }
    let _ = writeln!(out, "\n## {}\n", context.word(heading));
    for (title, page, note) in entries {
        let url = context.site.absolute(context.language, &context.site.route(page));
        let _ = write!(out, "- [{}]({url})", line(title));
        if let Some(note) = note {
            let _ = write!(out, ": {}", line(note));
        }
        out.push('\n');
    }
}

/// One line in which nothing is a sign of Markdown.
fn line(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in single_spaced(text).chars() {
        if matches!(c, '[' | ']' | '\\' | '`' | '<' | '*' | '_') {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}
