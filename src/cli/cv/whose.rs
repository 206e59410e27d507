//! Whose CV is meant, in which language, and for which request.

use super::super::exit::Exit;
use super::super::out::eprintln;
use crate::base::fold::fold;
use crate::base::{Language, printable};
use crate::cli::matching::question::meant;
use crate::edition::{Expert, ExpertId, Question, RequestId, Term, TopicId, Who, answer};
use crate::site::Site;
use std::cmp::Reverse;

/// The person that is meant.
pub(super) fn whose(site: &Site, name: Option<&str>) -> Result<ExpertId, Exit> {
    let experts = &site.edition.experts;
    let Some(name) = name else {
        let mut all = experts.entries().map(|(id, _)| id);
        if let (Some(id), None) = (all.next(), all.next()) {
            return Ok(id);
        }
        eprintln!("error: say whose CV: the slug or the name of a profile");
        return Err(Exit::Usage);
    };
    let slug = crate::base::slug::slug(name);
    let found = site.edition.expert_of_slug(&slug);
    let is_named = |expert: &Expert| fold(&expert.record.file.name) == fold(name);
    let mut named = experts.entries().filter(|(_, expert)| is_named(expert));
    match (found, named.next(), named.next()) {
        (Some(id), ..) | (None, Some((id, _)), None) => Ok(id),
        _ => {
            let slugs = experts.entries().map(|(_, expert)| expert.slug.as_str());
            let meant = meant(&slug, slugs);
            let name = printable(name);
            eprintln!("error: nobody who may be seen has the slug or the name `{name}`{meant}");
            Err(Exit::Usage)
        }
    }
}

pub(super) fn language(site: &Site, wanted: Option<&Language>) -> Result<usize, Exit> {
    let languages = &site.config.languages;
    let Some(wanted) = wanted else { return Ok(0) };
    languages.iter().position(|language| language == wanted).ok_or_else(|| {
        let known: Vec<&str> = languages.iter().map(Language::as_str).collect();
        let known = known.join(" or ");
        eprintln!(
            "error: the site is not written in `{wanted}`; choose {known}, or add it under `languages:` in vakwerk.yaml"
        );
        Exit::Usage
    })
}

/// The topics of a person that a request needs, those that weigh most first.
pub(super) fn wanted(
    site: &Site,
    (id, variant): (ExpertId, Option<&str>),
    request: &str,
) -> Result<Vec<TopicId>, Exit> {
    let asked = request_of(site, request)?;
    closed(site, asked);
    let question = Question::of(&site.edition.requests[asked]);
    shown(site, (id, variant), &question, &format!("`{}` needs", printable(request)))
}

/// The request with a slug.
pub(super) fn request_of(site: &Site, request: &str) -> Result<RequestId, Exit> {
    let slug = crate::base::slug::slug(request);
    site.edition.request_of_slug(&slug).ok_or_else(|| {
        let slugs = site.edition.requests.iter().map(|request| request.slug.as_str());
        let meant = meant(&slug, slugs);
        eprintln!("error: there is no request `{}`{meant}", printable(request));
        Exit::Usage
    })
}

/// Says that a request is closed.
pub(super) fn closed(site: &Site, id: RequestId) {
    let request = &site.edition.requests[id];
    let until = request.record.file.until.filter(|_| request.closed);
    if let Some(until) = until {
        eprintln!(
            "warning: the request `{}` closed after {until}; see whether it is still open, and write its new day under `until:`",
            printable(&request.slug)
        );
    }
}

/// The topics by which a person covers what a question needs, those that weigh most first.
pub(super) fn shown(
    site: &Site,
    (id, variant): (ExpertId, Option<&str>),
    question: &Question,
    asker: &str,
) -> Result<Vec<TopicId>, Exit> {
    let terms = answer(&site.edition, question).candidates;
    let terms = terms.into_iter().find(|candidate| candidate.expert == id);
    let expert = &site.edition.experts[id];
    let Some(mut terms) = terms.map(|candidate| candidate.terms) else {
        let name = &expert.record.file.name;
        eprintln!("error: {name} shows nothing of what {asker}; see `vakwerk match`");
        return Err(Exit::Usage);
    };
    let items = &expert.record.file.expertise;
    let is_kept_out = |term: &Term| !items[expert.claims[term.claim].item].cv.is_in(variant);
    let has_case = expert.projects.iter().any(|case| {
        let team = &site.edition.projects[*case].team;
        let own = team.iter().find(|member| member.who == Who::Expert(id));
        own.is_none_or(|member| member.cv.is_in(variant))
    });
    if !has_case && terms.iter().all(is_kept_out) {
        let name = printable(&expert.record.file.name);
        eprintln!("error: {name} has no CV for it: what {asker}, they keep out of CVs (`cv:`)");
        return Err(Exit::Usage);
    }
    terms.sort_by_key(|term| (Reverse(term.points), term.need));
    Ok(terms.into_iter().map(|term| expert.claims[term.claim].topic).collect())
}
