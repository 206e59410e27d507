//! What somebody knows, and the cases that show it.

use super::life::credited_until;
use super::{DOT, Writing, joined, month, phrase, short};
use crate::base::{ListKind, Month};
use crate::cv::document::{Kind, Run, Worth};
use crate::cv::redaction::GONE;
use crate::edition::{ExpertId, ProjectId, TopicId, Who, bears_on};
use crate::site::view::expert_view::{Claim, ExpertView};
use crate::site::view::parts::Phrase;
use crate::site::{Page, plain};

pub(super) fn expertise(writing: &mut Writing<'_>, expert: &ExpertView<'_>, id: ExpertId) {
    if expert.expertise.is_empty() {
        return;
    }
    let is_told = |topic| !writing.wish.is_cut || writing.place(&[topic]).is_some();
    // Claims stand on the page in the order of the edition.
    let claims = &writing.context.site.edition.expert(id).claims;
    let mut order: Vec<_> = claims.iter().zip(&expert.expertise).collect();
    let items = &writing.context.site.edition.expert(id).record.file.expertise;
    order.retain(|(claim, _)| is_told(claim.topic) && writing.tells(&items[claim.item].cv));
    if order.is_empty() {
        return;
    }
    writing.heading("section.expertise");
    order.sort_by_key(|(claim, _)| writing.place(&[claim.topic]).unwrap_or(usize::MAX));
    for (known, claim) in order {
        let start = writing.blocks.len();
        let is_shown = known.proof.is_some_and(|proof| writing.names_proof(id, proof));
        let runs = claimed(writing, claim, is_shown);
        let topic = runs[0].clone();
        writing.push(Kind::Item, runs);
        let worth = Worth {
            is_asked: writing.is_asked(&[known.topic]),
            is_best: false,
            is_proven: known.proof.is_some(),
            month: last_shown(writing, (expert, id), (claim, known.topic)),
            proof: known.strength,
        };
        let mut words = short(writing.short_claim(id, known.item).as_ref(), Vec::new());
        if !words.is_empty() {
            words.splice(0..0, [topic, Run::new(" – ")]);
        }
        writing.spare(start, worth, words);
    }
}

/// When something was last shown: what is at work or still valid shows it until now.
fn last_shown(
    writing: &Writing<'_>,
    (expert, id): (&ExpertView<'_>, ExpertId),
    (claim, topic): (&Claim<'_>, TopicId),
) -> Option<Month> {
    let edition = writing.context.site.edition;
    let shows = |topics: &[TopicId]| topics.iter().any(|one| bears_on(edition, *one, topic));
    let now = edition.month().last_month();
    let mut cases = edition.expert(id).projects.iter();
    let is_done_now = cases.any(|case| {
        let project = edition.project(*case);
        let own = project.team.iter().find(|member| member.who == Who::Expert(id));
        writing.context.project_period(*case).runs
            && shows(own.map_or(&project.topics, |member| &member.topics))
    });
    let is_held_now = expert.experience.iter().any(|position| {
        let topics = writing.topics(id, ListKind::Experience, Some(position.item));
        position.period.runs && shows(topics)
    });
    let valid = expert
        .certificates
        .iter()
        .filter(|certificate| shows(writing.topics(id, ListKind::Certificates, certificate.item)));
    let valid = valid.filter_map(|certificate| credited_until(writing, certificate)).max();
    let said = claim.last.as_deref().and_then(month);
    if is_done_now || is_held_now { Some(now) } else { said.max(valid) }
}

/// A claim on one line: what, how well, since when, and what shows it, if that stands in the CV.
fn claimed(writing: &Writing<'_>, claim: &Claim<'_>, is_shown: bool) -> Vec<Run> {
    let topic = writing.link(&claim.topic);
    let mut runs = vec![Run { strong: true, ..topic }];
    let level = claim.level.map(|level| writing.word(&format!("level.{level}")));
    let since = claim.since.as_deref();
    let since = since.map(|since| format!("{} {}", writing.word("since_day"), writing.date(since)));
    let how = level.into_iter().chain(since).map(|words| vec![Run::new(&words)]).collect();
    let comma = writing.word("comma");
    let freshness = writing.word(&format!("freshness.{}", claim.freshness));
    let mut shown = vec![Run::new(&freshness)];
    if let Some(last) = &claim.last {
        let last = format!("{comma}{} {}", writing.word("last_shown"), writing.date(last));
        shown.push(Run::new(&last));
    }
    match &claim.evidence {
        Some(evidence) if is_shown => {
            shown.push(Run::new(&format!(" {} ", writing.word("in_evidence"))));
            shown.push(writing.link(evidence));
        }
        None if claim.basis == "declared" => {
            shown.push(Run::new(&format!(" ({})", writing.word("basis.declared"))));
        }
        _ => {}
    }
    let rest = joined(vec![joined(how, &comma), shown], "; ");
    if !rest.is_empty() {
        runs.push(Run::new(" – "));
        runs.extend(rest);
    }
    if let Some(note) = &claim.note {
        runs.push(Run::new(". "));
        runs.push(phrase(note));
    }
    runs
}

/// A case is proven as well as a claim can be.
const CASE: u32 = 1000;

pub(super) fn projects(writing: &mut Writing<'_>, id: ExpertId) {
    let edition = writing.context.site.edition;
    let all = &edition.expert(id).projects;
    let is_told = |case: &ProjectId| edition.project(*case).listed && writing.tells_case(id, *case);
    let mut listed: Vec<ProjectId> = all.iter().copied().filter(is_told).collect();
    if !writing.wish.topics.is_empty() {
        let place = |project: &ProjectId| shown_at(writing, id, *project);
        listed.retain(|project| place(project).is_some());
        listed.sort_by_key(place);
    }
    if listed.is_empty() {
        return;
    }
    writing.heading("section.projects");
    for project in listed {
        let start = writing.blocks.len();
        case(writing, id, project);
        let period = writing.context.project_period(project);
        // Others can be asked about it.
        let (is_asked, is_proven) = (!writing.wish.topics.is_empty(), true);
        let month = writing.last_month(&period);
        let worth = Worth { is_asked, is_best: false, is_proven, month, proof: CASE };
        let when = vec![Run::new(&writing.period(&period))];
        let mut words = short(writing.short_case(project).as_ref(), vec![when]);
        if let Some(first) = words.first_mut() {
            first.link = page_of(writing, project);
        }
        writing.spare(start, worth, words);
    }
}

/// Which of the wanted topics comes first of those that somebody's part in a case shows, as a match
/// weighs it: what they brought and not all that the case is about, and nothing of what has yet to
/// be done.
fn shown_at(writing: &Writing<'_>, expert: ExpertId, id: ProjectId) -> Option<usize> {
    let edition = writing.context.site.edition;
    let project = edition.project(id);
    if project.record.file.period.is_some_and(|period| period.is_planned) {
        return None;
    }
    let own = project.team.iter().find(|member| member.who == Who::Expert(expert));
    let brought = own.map_or(&project.topics, |member| &member.topics);
    let shows = |wanted: &TopicId| brought.iter().any(|topic| bears_on(edition, *topic, *wanted));
    writing.wish.topics.iter().position(shows)
}

/// The address of a case.
fn page_of(writing: &Writing<'_>, id: ProjectId) -> Option<String> {
    let context = writing.context;
    writing.address(&context.site.page_url(context.language, Page::Project(id)))
}

/// The title of a case; where that would lead to the person, what it was about.
fn titled(writing: &Writing<'_>, expert: ExpertId, id: ProjectId) -> Run {
    let context = writing.context;
    if !writing.wish.untitled.contains(&id) {
        return phrase(&context.project_title(id));
    }
    let project = context.site.edition.project(id);
    let own = project.team.iter().find(|member| member.who == Who::Expert(expert));
    let topics = own.map_or(&project.topics, |member| &member.topics);
    let titles: Vec<&str> = topics.iter().map(|topic| context.topic_title(*topic)).collect();
    match titles.as_slice() {
        [] => Run::new(GONE),
        titles => Run::new(&titles.join(&writing.word("comma"))),
    }
}

/// A case: what it was, for whom, when, in which part, and what came of it.
fn case(writing: &mut Writing<'_>, expert: ExpertId, id: ProjectId) {
    /// The most letters of what was asked, and of what came of it.
    const MOST: usize = 700;
    let context = writing.context;
    let site = context.site;
    let project = site.edition.project(id);
    let file = &project.record.file;
    let title = titled(writing, expert, id);
    writing.push(Kind::Entry, vec![title.to(page_of(writing, id))]);
    let role = project.team.iter().find(|member| member.who == Who::Expert(expert));
    let role = role.and_then(|member| member.role.as_deref());
    let meta = vec![
        vec![Run::new(&writing.period(&context.project_period(id)))],
        writing.organization(project.client.map(|id| context.organization(id)).as_ref()),
        role.map(Run::new).into_iter().collect(),
    ];
    writing.push(Kind::Meta, joined(meta, DOT));
    let record = &project.record;
    let question = context.phrase(record, file.question.as_deref(), |it| it.question.as_deref());
    let result = context.phrase(record, file.result.as_deref(), |it| it.result.as_deref());
    for said in [question, result].into_iter().flatten() {
        let words = plain(said.text, MOST);
        writing.push(Kind::Text, vec![phrase(&Phrase { text: &words, lang: said.lang })]);
    }
}
