//! The network seen as a whole: what it can do, what hangs on one person, what is about to pass,
//! who is alone.

use super::entries::{Edition, ExpertId, GroupId, Topic, TopicId};
use super::evidence::Claim;
use super::group::Tenure;
use super::team::Who;
use crate::base::{Date, Month};
use crate::config::ShelfLife;
use std::cmp::Reverse;

/// Claims that pass their shelf life within so many months are named.
const SOON: i32 = 6;
/// Terms in groups that end within so many months are named.
const ENDING: u32 = 3;
/// How many years back and ahead freshness is shown.
const YEARS: i32 = 4;

/// The network seen as a whole.
#[derive(Debug)]
pub struct Insight {
    /// What is covered by how many, most covered first.
    pub coverage: Vec<Coverage>,
    /// Topics that hang on one person within its shelf life.
    pub single: Vec<(TopicId, ExpertId)>,
    /// Claims that pass their shelf life within six months, soonest first; as precisely as is
    /// known.
    pub passing: Vec<(Date, ExpertId, TopicId)>,
    /// Topics that open requests and asks need and that nobody has within its shelf life, with how
    /// often.
    pub unmet: Vec<(TopicId, usize)>,
    /// Topics that experts have and that no open request, ask or running project needs.
    pub unasked: Vec<TopicId>,
    /// Experts who share no project with anybody.
    pub isolated: Vec<ExpertId>,
    /// Terms in groups that end within three months, soonest first.
    pub ending: Vec<(Date, GroupId, Who)>,
    /// Claims within their shelf life at the end of each year, if nothing new is shown.
    pub years: Vec<Year>,
}

/// How many have a topic.
#[derive(Debug, Clone, Copy)]
pub struct Coverage {
    /// The topic.
    pub topic: TopicId,
    /// Experts within its shelf life.
    pub fresh: usize,
    /// Experts beyond it.
    pub past: usize,
    /// Experts of whom nobody knows, as nothing that shows it has a date.
    pub undated: usize,
}

/// The claims of a year.
#[derive(Debug, Clone, Copy)]
pub struct Year {
    /// The year.
    pub year: i32,
    /// Claims within their shelf life at its end.
    pub fresh: usize,
    /// Claims that had been shown by then.
    pub shown: usize,
}

/// Experts within the shelf life of a topic.
fn fresh_experts(topic: &Topic) -> impl Iterator<Item = ExpertId> + '_ {
    topic.experts.iter().filter(|ranked| ranked.label.is_good()).map(|ranked| ranked.expert)
}

/// Looks at the network as a whole.
pub fn insight(edition: &Edition) -> Insight {
    let topics = || edition.listed_topics().map(|id| (id, &edition.topics[id]));
    let mut coverage: Vec<Coverage> = topics()
        .filter(|(_, topic)| !topic.experts.is_empty())
        .map(|(id, topic)| {
            let fresh = fresh_experts(topic).count();
            let past = topic.experts.iter().filter(|one| one.label.is_past()).count();
            Coverage { topic: id, fresh, past, undated: topic.experts.len() - fresh - past }
        })
        .collect();
    coverage.sort_by_key(|row| (Reverse(row.fresh + row.past + row.undated), row.topic));
    let single = topics().filter_map(|(id, topic)| {
        let mut experts = fresh_experts(topic);
        let (first, second) = (experts.next()?, experts.next());
        second.is_none().then_some((id, first))
    });
    let asked = |topic: &Topic| topic.requests.len() + topic.asks.len();
    let unmet = topics().filter_map(|(id, topic)| {
        let asked = asked(topic);
        (asked > 0 && fresh_experts(topic).next().is_none()).then_some((id, asked))
    });
    let runs = |topic: &Topic| {
        topic.projects.iter().any(|project| {
            let period = edition.projects[*project].record.file.period;
            period.is_some_and(|period| match period.to {
                Some(to) => !period.is_planned && to.last_day() >= edition.date,
                None => period.runs,
            })
        })
    };
    let unasked = topics()
        .filter(|(_, topic)| !topic.experts.is_empty() && asked(topic) == 0 && !runs(topic));
    let isolated = edition.listed_experts().filter(|(_, expert)| expert.collaborators.is_empty());
    Insight {
        single: single.collect(),
        passing: passing(edition),
        unmet: unmet.collect(),
        unasked: unasked.map(|(id, _)| id).collect(),
        isolated: isolated.map(|(id, _)| id).collect(),
        ending: ending(edition),
        years: years(edition),
        coverage,
    }
}

/// Every dated claim of a topic that ages: who, the claim, when it was last shown, and its shelf
/// life in months.
fn dated(edition: &Edition) -> impl Iterator<Item = (ExpertId, &Claim, Month, i32)> + '_ {
    edition.listed_experts().flat_map(move |(id, expert)| {
        let claims = expert.claims.iter().filter(|claim| edition.lists_topic(claim.topic));
        claims.filter_map(move |claim| {
            let ShelfLife::Months(months) = edition.topics[claim.topic].shelf_life else {
                return None;
            };
            Some((id, claim, claim.last?, i32::try_from(months).unwrap_or(i32::MAX / 2)))
        })
    })
}

fn ending(edition: &Edition) -> Vec<(Date, GroupId, Who)> {
    let soon = edition.date.months_later(ENDING).map_or(edition.date, Date::last_day);
    let terms = edition.listed_groups().flat_map(|(id, group)| {
        group.of(Tenure::Present).filter_map(move |term| Some((term.to?, id, term.who.clone())))
    });
    let mut ending: Vec<_> = terms.filter(|(to, ..)| to.last_day() <= soon).collect();
    ending.sort_by_key(|(to, group, _)| (to.last_day(), *group));
    ending
}

fn passing(edition: &Edition) -> Vec<(Date, ExpertId, TopicId)> {
    let today = edition.date.last_month().0;
    let mut passing: Vec<_> = dated(edition)
        .filter(|(_, _, last, months)| (today..today + SOON).contains(&(last.0 + months)))
        .filter_map(|(expert, claim, last, months)| {
            let stated = Month(last.0 + months).as_precise_as(claim.stated?);
            Some((Month(last.0 + months), expert, claim.topic, stated))
        })
        .collect();
    passing.sort();
    passing.into_iter().map(|(_, expert, topic, stated)| (stated, expert, topic)).collect()
}

fn years(edition: &Edition) -> Vec<Year> {
    let now = i32::from(edition.date.year());
    (now - YEARS..=now + YEARS)
        .map(|year| {
            let end = if year == now { edition.date.last_month().0 } else { year * 12 + 11 };
            let shown = dated(edition).filter(|(_, _, last, _)| last.0 <= end);
            let (fresh, past): (Vec<_>, Vec<_>) =
                shown.partition(|(_, _, last, months)| end - last.0 <= *months);
            Year { year, fresh: fresh.len(), shown: fresh.len() + past.len() }
        })
        .collect()
}
