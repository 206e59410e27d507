//! Relations in the other direction: a topic's experts, an organization's people, projects that are
//! alike.

use super::entries::{Edition, ExpertId, ProjectId, Topic, TopicExpert, TopicId};
use super::kept::Kept;
use super::team::{Standing, Who};
use super::{article, event};
use crate::base::{Date, ListKind, Table};
use crate::catalog::{self, Catalog};
use crate::config::ShelfLife;
use crate::record::Common;
use foldhash::fast::RandomState;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// Which topics and organizations are mentioned by something that may be seen.
pub(super) struct Mentioned {
    pub(super) topics: Vec<bool>,
    pub(super) organizations: Vec<bool>,
}

/// Looks for mentions in what is `kept`; of topics that are written about, in those that are seen.
pub(super) fn mentioned(
    catalog: &Catalog,
    kept: &Kept,
    is_seen: impl Fn(&Common) -> bool,
) -> Mentioned {
    let mut topics = vec![false; catalog.topics.len()];
    let mut organizations = vec![false; catalog.organizations.len()];
    let mut seen = vec![false; catalog.experts.len()];
    for expert in &kept.experts {
        seen[expert.index()] = true;
    }
    let mut topic = |id: &catalog::TopicId| topics[id.index()] = true;
    kept.topics(catalog).for_each(|id| topic(&id));
    for expert in kept.experts.iter().map(|id| &catalog.experts[*id]) {
        for organization in expert.organizations.own().flatten() {
            organizations[organization.index()] = true;
        }
    }
    for project in kept.projects.iter().map(|id| &catalog.projects[*id]) {
        let by_member = project.record.origin.rank.is_member();
        let shown = |who: &catalog::Who| match who {
            catalog::Who::Expert(id) => seen[id.index()],
            catalog::Who::Named(_) => !by_member,
            catalog::Who::Unclear(..) | catalog::Who::Speaks(..) => false,
        };
        for member in project.team.iter().filter(|member| shown(&member.who)) {
            member.topics.iter().for_each(&mut topic);
        }
        if let Some(client) = project.client {
            organizations[client.index()] = true;
        }
    }
    for request in kept.requests.iter().map(|id| &catalog.requests[*id]) {
        if let Some(organization) = request.organization {
            organizations[organization.index()] = true;
        }
    }
    for written in &catalog.topics {
        if written.record.as_ref().is_some_and(|record| is_seen(&record.common)) {
            written.broader.iter().chain(&written.related).for_each(&mut topic);
        }
    }
    Mentioned { topics, organizations }
}

/// Everything that follows from who refers to whom.
pub(super) fn relate(edition: &mut Edition, shelf_life: ShelfLife) {
    for id in edition.listed_topics() {
        for broader in edition.topics[id].broader.clone() {
            edition.topics[broader].narrower.push(id);
        }
    }
    for id in edition.topics.ids() {
        let (ancestors, shelf_life) = above(&edition.topics, id, shelf_life);
        edition.topics[id].ancestors = ancestors;
        edition.topics[id].shelf_life = shelf_life;
    }
    for (id, project) in edition.projects.entries() {
        // What others say of somebody stands on their page only when they say it too.
        for member in project.team.iter().filter(|member| member.standing != Standing::Claimed) {
            if let Who::Expert(expert) = member.who {
                let expert = &mut edition.experts[expert];
                // What only somebody unlisted tells is in no list but theirs.
                if project.listed || (!expert.listed && project.public) {
                    expert.projects.push(id);
                }
            }
        }
        if !project.listed {
            continue;
        }
        for topic in with_ancestors(&edition.topics, &project.topics) {
            edition.topics[topic].projects.push(id);
        }
        if let Some(client) = project.client {
            edition.organizations[client].projects.push(id);
        }
    }
    for (id, request) in edition.requests.entries().filter(|(_, request)| request.listed) {
        if let Some(organization) = request.organization {
            edition.organizations[organization].requests.push(id);
        }
        if !request.closed {
            for topic in request.needs.iter().collect::<BTreeSet<_>>() {
                edition.topics[*topic].requests.push(id);
            }
        }
    }
    let groups = edition.groups.entries().filter(|(_, group)| group.listed && !group.is_over);
    for (id, group) in groups {
        for topic in with_ancestors(&edition.topics, &group.topics) {
            edition.topics[topic].groups.push(id);
        }
    }
    article::relate(edition);
    event::relate(edition);
    relate_experts(edition);
}

fn relate_experts(edition: &mut Edition) {
    let today = edition.date;
    for (id, expert) in edition.experts.entries().filter(|(_, expert)| expert.listed) {
        let file = &expert.record.file;
        let open = |until: Option<Date>| until.is_none_or(|until| until.last_day() >= today);
        for (item, topics) in expert.topics.of(ListKind::Offers).iter().enumerate() {
            for topic in topics.iter().filter(|_| open(file.offers[item].until)) {
                edition.topics[*topic].offers.push((id, item));
            }
        }
        for (item, topics) in expert.topics.of(ListKind::Asks).iter().enumerate() {
            for topic in topics.iter().filter(|_| open(file.asks[item].until)) {
                edition.topics[*topic].asks.push((id, item));
            }
        }
        let clients =
            expert.projects.iter().filter_map(|project| edition.projects[*project].client);
        let employers = expert.organizations.own().filter_map(|organization| *organization);
        for organization in clients.chain(employers).collect::<BTreeSet<_>>() {
            edition.organizations[organization].people.push(id);
        }
    }
}

/// All wider topics in the order of their ids, and the nearest shelf life, level by level.
fn above(topics: &Table<Topic>, id: TopicId, default: ShelfLife) -> (Vec<TopicId>, ShelfLife) {
    let own = |id: TopicId| topics[id].record.as_ref().and_then(|record| record.file.shelf_life);
    let mut shelf_life = own(id);
    let mut ancestors = BTreeSet::new();
    let mut level = topics[id].broader.clone();
    while !level.is_empty() {
        level.sort();
        shelf_life = shelf_life.or_else(|| level.iter().find_map(|id| own(*id)));
        level.retain(|id| ancestors.insert(*id));
        level = level.iter().flat_map(|id| topics[*id].broader.iter().copied()).collect();
    }
    (ancestors.into_iter().collect(), shelf_life.unwrap_or(default))
}

pub(super) fn with_ancestors(topics: &Table<Topic>, ids: &[TopicId]) -> BTreeSet<TopicId> {
    let wider = ids.iter().flat_map(|id| topics[*id].ancestors.iter());
    ids.iter().chain(wider).copied().collect()
}

/// Puts every topic's experts in the order of their topic score. A claim counts for all wider
/// topics too.
pub(super) fn rank_topics(edition: &mut Edition) {
    for (id, expert) in edition.experts.entries().filter(|(_, expert)| expert.listed) {
        for (claim, weighed) in expert.claims.iter().enumerate() {
            let ranked = |topic| TopicExpert {
                expert: id,
                claim: u32::try_from(claim).expect("a profile has few claims"),
                score: weighed.score,
                strength: weighed.strength,
                last: weighed.last,
                level: weighed.weighed_level(),
                label: weighed.freshness.label,
                outright: weighed.topic == topic,
            };
            for topic in with_ancestors(&edition.topics, &[weighed.topic]) {
                let experts = &mut edition.topics[topic].experts;
                match experts.last_mut() {
                    // Claims come best first: a wider topic keeps the best, unless the expert
                    // claims it outright.
                    Some(last) if last.expert == id => {
                        if weighed.topic == topic {
                            *last = ranked(topic);
                        }
                    }
                    _ => experts.push(ranked(topic)),
                }
            }
        }
    }
    for topic in &mut edition.topics {
        topic.experts.shrink_to_fit();
        topic.experts.sort_by(|a, b| b.score.cmp(&a.score).then(a.expert.cmp(&b.expert)));
    }
}

/// For every project the three most alike: shared topics count more the rarer they are.
pub(super) fn find_related_projects(edition: &mut Edition) {
    /// Topics with more projects say little about likeness, and looking through them all would not
    /// be linear.
    const MOST: usize = 60;
    let related: Vec<Vec<ProjectId>> = edition
        .projects
        .par_entries()
        .map(|(id, project)| {
            let mut likeness: HashMap<ProjectId, u32, RandomState> = HashMap::default();
            for topic in &project.topics {
                let projects = &edition.topics[*topic].projects;
                let worth = 1000 / u32::try_from(projects.len()).unwrap_or(u32::MAX).max(1);
                for other in projects.iter().take(MOST).filter(|other| **other != id) {
                    *likeness.entry(*other).or_default() += worth;
                }
            }
            most_alike(likeness, 3)
        })
        .collect();
    for (project, related) in edition.projects.iter_mut().zip(related) {
        project.related = related;
    }
}

/// For every expert the four most alike: in each topic the lesser score counts, the more the rarer
/// the topic.
pub(super) fn find_related_experts(edition: &mut Edition) {
    /// Of every topic only the best experts are looked at, so that the work stays linear.
    const MOST: usize = 40;
    let related: Vec<Vec<ExpertId>> = edition
        .experts
        .par_entries()
        .map(|(id, expert)| {
            let mut likeness: HashMap<ExpertId, u32, RandomState> = HashMap::default();
            for claim in expert.claims.iter().filter(|_| expert.listed) {
                let experts = &edition.topics[claim.topic].experts;
                let rarity = u32::try_from(experts.len()).unwrap_or(u32::MAX).max(1);
                for other in experts.iter().take(MOST).filter(|other| other.expert != id) {
                    *likeness.entry(other.expert).or_default() +=
                        1000 * claim.score.min(other.score) / rarity;
                }
            }
            most_alike(likeness.into_iter().filter(|(_, points)| *points > 0), 4)
        })
        .collect();
    for (expert, related) in edition.experts.iter_mut().zip(related) {
        expert.related = related;
    }
}

/// The `most` with the most points, in a list that is no larger than they are.
fn most_alike<Id: Copy + Ord>(
    likeness: impl IntoIterator<Item = (Id, u32)>,
    most: usize,
) -> Vec<Id> {
    let mut likeness: Vec<_> = likeness.into_iter().collect();
    likeness.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    likeness.iter().take(most).map(|(id, _)| *id).collect()
}
