//! `llms.txt`: the site in one page of Markdown, for language models that look something up. On
//! request only.

use super::people;

use crate::base::EntryKind;
use crate::base::tidy::single_spaced;
use crate::config::Format;
use crate::site::{Export, ExportResult, Make, NoCards, Page, SiteReader, Subject, ViewContext};
use std::fmt::Write;

/// The most lines in a section.
const MOST: usize = 1000;

pub(super) const EXPORT: Export = Export { name: "llms", files, make: Make::Bytes(make) };

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
    // Requests and organizations are no answer to whoever looks something up.
    let others = EntryKind::SHOWN.into_iter().filter(|kind| {
        use EntryKind::{Expert, Organization, Page, Project, Request, Topic};
        !matches!(kind, Expert | Project | Topic | Organization | Request | Page)
    });
    for kind in others {
        let title = |index| Some((context.titles(kind, index).0?.text, index));
        let titles = site.edition.listed(kind).filter_map(title);
        let entries = titles.map(|(title, index)| (title, Page::of_entry(kind, index), None));
        section(&mut out, context, &format!("menu.{}", kind.folder()), entries);
    }
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
