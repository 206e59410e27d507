//! Feeds in each language: the site, news, experts, projects, requests, groups, offers and asks,
//! and each topic with enough of them; each as Atom (RFC 4287), and all but those of topics as JSON
//! Feed 1.1.

mod atom;
mod channel;
mod entry;
mod json_feed;

use super::json;
use crate::site::{Export, ExportResult, Make, NoCards, SiteReader, Subject, Unmade, ViewContext};
use channel::Channel;

pub(super) const ATOM: Export =
    Export { name: "atom", files: files_of_atom, make: Make::Bytes(make_atom) };
pub(super) const JSON: Export =
    Export { name: "json feed", files: files_of_json, make: Make::Bytes(make_json) };

fn files(site: &SiteReader<'_>, language: usize, ending: &str) -> Vec<(String, Subject)> {
    let file = |channel: Channel| {
        (site.output(language, &format!("{}.{ending}", channel.stem(site))), channel.subject())
    };
    Channel::all(site).into_iter().map(file).collect()
}

fn files_of_atom(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    files(site, language, "xml")
}

/// Feeds of topics are most of all files of feeds, and whoever reads one reads Atom.
fn files_of_json(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    let mut files = files(site, language, "json");
    files.retain(|(_, subject)| matches!(subject, Subject::Part(_)));
    files
}

fn make_atom(site: &SiteReader<'_>, language: usize, subject: Subject) -> ExportResult {
    let context = ViewContext { site, language, cards: &NoCards };
    let channel = Channel::of(subject).ok_or(Unmade::NotPlanned)?;
    Ok(atom::feed(context, channel).into_bytes())
}

fn make_json(site: &SiteReader<'_>, language: usize, subject: Subject) -> ExportResult {
    let context = ViewContext { site, language, cards: &NoCards };
    let channel = Channel::of(subject).ok_or(Unmade::NotPlanned)?;
    Ok(json(&json_feed::feed(context, channel)))
}

/// An Atom feed of the site; addresses are below the language's home page.
pub(super) struct Feed {
    /// Title.
    pub(super) title: String,
    /// Its address.
    pub(super) path: String,
    /// The page that it follows.
    pub(super) page: String,
}

/// All Atom feeds.
pub(super) fn all(context: ViewContext<'_>) -> Vec<Feed> {
    let site = context.site;
    let feeds = Channel::all(site).into_iter().map(|channel| Feed {
        title: title(context, channel),
        path: format!("{}.xml", channel.stem(site)),
        page: channel.page(site),
    });
    feeds.collect()
}

fn title(context: ViewContext<'_>, channel: Channel) -> String {
    let site = context.site_title();
    match (channel, channel.word()) {
        (Channel::Topic(id), _) => format!("{} · {site}", context.topic_title(id)),
        (_, Some(word)) => format!("{} · {site}", context.word(&word)),
        (_, None) => site,
    }
}
