//! Feeds in each language: the site, news, experts, projects, requests, offers and asks, and each topic with enough of
//! them; each as Atom (RFC 4287) and as JSON Feed 1.1.

mod atom;
mod channel;
mod entry;
mod json_feed;

use super::json;
use crate::site::{Export, Lens, Made, NoCards, SiteReader, Subject, Unmade};
use channel::Channel;

pub(super) const ATOM: Export = Export { name: "atom", files: files_of_atom, make: make_atom };
pub(super) const JSON: Export = Export { name: "json feed", files: files_of_json, make: make_json };

fn files(site: &SiteReader<'_>, language: usize, ending: &str) -> Vec<(String, Subject)> {
    let file =
        |channel: Channel| (site.output(language, &format!("{}.{ending}", channel.stem(site))), channel.subject());
    Channel::all(site).into_iter().map(file).collect()
}

fn files_of_atom(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    files(site, language, "xml")
}

fn files_of_json(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    files(site, language, "json")
}

fn make_atom(site: &SiteReader<'_>, language: usize, subject: Subject) -> Made {
    let lens = Lens { site, language, cards: &NoCards };
    let channel = Channel::of(subject).ok_or(Unmade::NotPlanned)?;
    Ok(atom::feed(lens, channel).into_bytes())
}

fn make_json(site: &SiteReader<'_>, language: usize, subject: Subject) -> Made {
    let lens = Lens { site, language, cards: &NoCards };
    let channel = Channel::of(subject).ok_or(Unmade::NotPlanned)?;
    Ok(json(&json_feed::feed(lens, channel)))
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
pub(super) fn all(lens: Lens<'_>) -> Vec<Feed> {
    let site = lens.site;
    let feeds = Channel::all(site).into_iter().map(|channel| Feed {
        title: title(lens, channel),
        path: format!("{}.xml", channel.stem(site)),
        page: channel.page(site),
    });
    feeds.collect()
}

fn title(lens: Lens<'_>, channel: Channel) -> String {
    let site = lens.site_title();
    match (channel, channel.word()) {
        (Channel::Topic(id), _) => format!("{} · {site}", lens.topic_title(id)),
        (_, Some(word)) => format!("{} · {site}", lens.word(word)),
        (_, None) => site,
    }
}
