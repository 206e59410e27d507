//! `vakwerk cv --team`: the team that the match proposes for a request, in one document.

use super::super::exit::Exit;
use super::super::out::eprintln;
use super::file::{Form, save, written};
use super::whose::request_of;
use crate::cv::{Colleague, team};
use crate::edition::{Answer, ExpertId, Question, TopicId, answer};
use crate::site::{Site, ViewContext};
use std::cmp::Reverse;
use std::path::Path;

pub(super) fn tell(
    context: ViewContext<'_>,
    site: &Site,
    (request, form, out): (&str, Form, Option<&Path>),
) -> Result<Exit, Exit> {
    let id = request_of(site, request)?;
    let question = Question::of(&site.edition.requests[id]);
    let answer = answer(&site.edition, &question);
    let members = members(&answer);
    if members.is_empty() {
        eprintln!("error: nobody covers anything that `{request}` needs; see `vakwerk match`");
        return Err(Exit::Usage);
    }
    let mut gaps: Vec<usize> = (0..question.needs.len()).collect();
    gaps.retain(|need| !members.iter().any(|(_, needs)| needs.contains(need)));
    let topics = |needs: &[usize]| needs.iter().map(|need| question.needs[*need].topic).collect();
    let colleagues: Vec<Colleague> = members
        .iter()
        .map(|(expert, needs)| Colleague {
            expert: *expert,
            needs: topics(needs),
            topics: covering((site, &question), &answer, (*expert, needs)),
        })
        .collect();
    let gaps: Vec<TopicId> = topics(&gaps);
    let document = team(context, id, (&colleagues, &gaps));
    let (bytes, missing) = written(context, &document, form)?;
    if !missing.is_empty() {
        eprintln!(
            "warning: no font has {}; name one that has them in vakwerk.yaml: cv: {{ fonts: [NAME.ttf] }}",
            crate::cv::told(&missing)
        );
    }
    save(out, &bytes)
}

/// Who is proposed, and what each covers; of a single need the one who fits best.
fn members(answer: &Answer) -> Vec<(ExpertId, Vec<usize>)> {
    if let Some(proposal) = &answer.proposal {
        let members = proposal.team.members.iter();
        return members.map(|member| (member.expert, member.needs.clone())).collect();
    }
    let first = answer.candidates.first();
    let needs = first.map(|one| one.terms.iter().map(|term| term.need).collect());
    first.map(|one| one.expert).zip(needs).into_iter().collect()
}

/// The topics by which a member covers needs, those that weigh most first.
fn covering(
    (site, question): (&Site, &Question),
    answer: &Answer,
    (id, needs): (ExpertId, &[usize]),
) -> Vec<TopicId> {
    let claims = &site.edition.experts[id].claims;
    let found = answer.candidates.iter().find(|candidate| candidate.expert == id);
    let Some(candidate) = found else {
        // Beyond those that an answer names: by the topics that are needed themselves.
        return needs.iter().map(|need| question.needs[*need].topic).collect();
    };
    let mut terms: Vec<_> =
        candidate.terms.iter().filter(|term| needs.contains(&term.need)).collect();
    terms.sort_by_key(|term| (Reverse(term.points), term.need));
    terms.into_iter().map(|term| claims[term.claim].topic).collect()
}
