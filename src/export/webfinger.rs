//! `.well-known/webfinger` (RFC 7033) of a portfolio: whoever asks after its owner finds the page.
//!
//! A host that only hands out files gives everybody the same answer, so there is one for one
//! person, and for a network none.

use super::json;

use crate::base::slug::slug;
use crate::config::Kind;
use crate::site::{
    Export, ExportResult, Make, NoCards, Page, PersonFile, SiteReader, Subject, Unmade, ViewContext,
};
use serde_json::json as value;

const PATH: &str = ".well-known/webfinger";

pub(super) const EXPORT: Export = Export { name: "webfinger", files, make: Make::Bytes(make) };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    let own = site.has_own(PATH);
    let at_root = site.config.base_url.is_some() && site.config.base_path == "/";
    let portfolio = site.config.kind == Kind::Portfolio;
    let wanted = language == 0
        && !own
        && at_root
        && portfolio
        && site.edition.expert_ids().next().is_some_and(|owner| site.may_be_found(owner));
    wanted.then(|| (PATH.to_owned(), Subject::Whole)).into_iter().collect()
}

fn make(site: &SiteReader<'_>, language: usize, _: Subject) -> ExportResult {
    let Some(id) = site.edition.expert_ids().next() else { return Err(Unmade::NotPlanned) };
    let context = ViewContext { site, language, cards: &NoCards };
    let base = site.config.base_url.as_deref().unwrap_or_default();
    let host = base.split_once("://").map_or(base, |(_, rest)| rest).trim_end_matches('/');
    let page = site.absolute(0, &site.route(Page::Expert(id)));
    let mut links = vec![value!({
        "rel": "http://webfinger.net/rel/profile-page",
        "type": "text/html",
        "href": page,
    })];
    if let Some(picture) = context.portrait(id) {
        let href = site.absolute_of(&picture.src);
        links.push(value!({ "rel": "http://webfinger.net/rel/avatar", "type": "image/jpeg", "href": href }));
    }
    for file in [PersonFile::Card4, PersonFile::Data] {
        if let Some(path) = site.person_file(id, file) {
            links.push(value!({ "rel": "alternate", "type": file.media_type(), "href": site.absolute(0, &path) }));
        }
    }
    let name = slug(&site.edition.expert(id).record.file.name);
    Ok(json(
        &value!({ "subject": format!("acct:{name}@{host}"), "aliases": [page], "links": links }),
    ))
}
