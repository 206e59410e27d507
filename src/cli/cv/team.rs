//! `vakwerk cv --team`: the team that the match proposes for a request, in one document.

use super::super::exit::Exit;
use super::super::out::eprintln;
use super::anonymous::{check, look_over, redaction};
use super::file::{Form, save, written};
use super::notes::{clear, tell_of, unwanted};
use super::whose::{closed, request_of};
use crate::base::{Diagnostic, printable};
use crate::config::Project;
use crate::cv::{Colleague, Wish, team};
use crate::edition::{Answer, ExpertId, Question, RequestId, TopicId, answer};
use crate::site::{Site, ViewContext};
use std::cmp::Reverse;
use std::path::Path;

/// For which request a team is wanted, and whether nobody may know who they are.
pub(super) struct Asked<'a> {
    pub(super) request: &'a str,
    pub(super) is_anonymous: bool,
    /// What was noticed of the site.
    pub(super) said: &'a [Diagnostic],
}

pub(super) fn tell(
    context: ViewContext<'_>,
    (site, project): (&Site, &Project),
    asked: &Asked<'_>,
    (form, out): (Form, Option<&Path>),
) -> Result<Exit, Exit> {
    let id = request_of(site, asked.request)?;
    closed(site, id);
    let (colleagues, gaps) = proposed(site, id);
    if colleagues.is_empty() {
        let request = printable(asked.request);
        eprintln!("error: nobody covers anything that `{request}` needs; see `vakwerk match`");
        return Err(Exit::Usage);
    }
    let ids: Vec<ExpertId> = colleagues.iter().map(|one| one.expert).collect();
    tell_of((site, project), asked.said, &ids);
    for id in &ids {
        clear(site, *id)?;
        unwanted(site, *id, "ask them before you send this");
    }
    let redaction = asked.is_anonymous.then(|| redaction((site, project), &ids));
    let wish = Wish {
        is_anonymous: asked.is_anonymous,
        untitled: redaction.as_ref().map(|it| it.untitled().clone()).unwrap_or_default(),
        pages: None,
        sections: Vec::new(),
        ..Wish::of(&site.config.cv)
    };
    let mut document = team(context, id, (&colleagues, &gaps), &wish);
    if let Some(redaction) = &redaction {
        redaction.apply(&mut document);
    }
    let (bytes, missing) = written(context, &document, form)?;
    if !missing.is_empty() {
        eprintln!(
            "warning: no font has {}; name one that has them in vakwerk.yaml: cv: {{ fonts: [NAME.ttf] }}",
            crate::cv::told(&missing)
        );
    }
    if let Some(redaction) = &redaction {
        check(redaction, &document, (&bytes, form, out))?;
        look_over();
    }
    save(out, &bytes)
}

/// The team that the match proposes for a request, as far as they let CVs tell what they cover, and
/// what nobody on it covers.
fn proposed(site: &Site, id: RequestId) -> (Vec<Colleague>, Vec<TopicId>) {
    let question = Question::of(&site.edition.requests[id]);
    let answer = answer(&site.edition, &question);
    let mut members = members(&answer);
    for (expert, needs) in &mut members {
        let count = needs.len();
        needs.retain(|need| is_told(site, &answer, (*expert, question.needs[*need].topic, *need)));
        let (name, kept) = (&site.edition.experts[*expert].record.file.name, count - needs.len());
        if kept > 0 {
            let name = printable(name);
            eprintln!(
                "note: {name} keeps {kept} of what they cover out of CVs (`cv:`), so it is not told"
            );
        }
    }
    members.retain(|(_, needs)| !needs.is_empty());
    let mut gaps: Vec<usize> = (0..question.needs.len()).collect();
    gaps.retain(|need| !members.iter().any(|(_, needs)| needs.contains(need)));
    let topics = |needs: &[usize]| needs.iter().map(|need| question.needs[*need].topic).collect();
    let colleague = |(expert, needs): &(ExpertId, Vec<usize>)| Colleague {
        expert: *expert,
        needs: topics(needs),
        topics: covering((site, &question), &answer, (*expert, needs)),
    };
    (members.iter().map(colleague).collect(), topics(&gaps))
}

/// Whether somebody lets CVs tell that they cover a need.
fn is_told(site: &Site, answer: &Answer, (id, topic, need): (ExpertId, TopicId, usize)) -> bool {
    let expert = &site.edition.experts[id];
    let found = answer.candidates.iter().find(|candidate| candidate.expert == id);
    let by_match = found.and_then(|one| one.terms.iter().find(|term| term.need == need));
    let claim = match by_match {
        Some(term) => expert.claims.get(term.claim),
        None => expert.claims.iter().find(|claim| claim.topic == topic),
    };
    claim.is_none_or(|claim| expert.record.file.expertise[claim.item].cv.is_in(None))
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
