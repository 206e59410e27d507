//! The network as a whole.

use super::super::item::Page;
use super::super::lens::Lens;
use super::super::view::network_view::{Connected, Coverage, NetworkView, Shared, Single};
use super::super::view::parts::Counted;
use super::home::counts;
use super::topic::share;
use crate::base::{ExpertId, TopicId};
use crate::edition::Topic;
use std::cmp::Reverse;
use std::collections::BTreeMap;

pub(super) fn view(lens: Lens<'_>) -> NetworkView<'_> {
    let edition = &lens.site.edition;
    let listed = || (0..edition.experts.len()).filter(|at| edition.experts[*at].listed);
    let mut connected: Vec<usize> = listed().filter(|at| !edition.experts[*at].collaborators.is_empty()).collect();
    connected.sort_by_key(|at| (Reverse(edition.experts[*at].collaborators.len()), *at));
    let isolated = listed().filter(|at| edition.experts[*at].collaborators.is_empty());
    NetworkView {
        counts: counts(lens),
        connected: connected.into_iter().take(24).map(|at| connections(lens, ExpertId::new(at))).collect(),
        isolated: isolated.take(60).map(|at| lens.expert(ExpertId::new(at))).collect(),
        coverage: coverage(lens),
        single: single(lens),
        unmet: unmet(lens),
    }
}

fn connections(lens: Lens<'_>, id: ExpertId) -> Connected<'_> {
    let collaborators = &lens.site.edition.experts[id.index()].collaborators;
    let with = collaborators
        .iter()
        .take(12)
        .map(|other| Shared { person: lens.expert(other.expert), projects: other.projects.len() });
    Connected { person: lens.person(id), with: with.collect(), total: collaborators.len() }
}

/// Experts within the shelf life of a topic.
fn good<'a>(lens: Lens<'a>, topic: &'a Topic) -> impl Iterator<Item = ExpertId> + 'a {
    let experts = &lens.site.edition.experts;
    let is_good = |ranked: &&crate::edition::TopicExpert| {
        experts[ranked.expert.index()].claims[ranked.claim].freshness.label.is_good()
    };
    topic.experts.iter().filter(is_good).map(|ranked| ranked.expert)
}

fn coverage(lens: Lens<'_>) -> Vec<Coverage<'_>> {
    let topics = &lens.site.edition.topics;
    let mut order: Vec<usize> = (0..topics.len()).filter(|at| !topics[*at].experts.is_empty()).collect();
    order.sort_by_key(|at| (Reverse(topics[*at].experts.len()), *at));
    let most = order.first().map_or(1, |at| topics[*at].experts.len());
    order
        .into_iter()
        .take(60)
        .map(|at| {
            let topic = &topics[at];
            let fresh = good(lens, topic).count();
            let past = topic.experts.len() - fresh;
            Coverage {
                topic: lens.topic(TopicId::new(at)),
                fresh,
                past,
                fresh_share: share(fresh, most),
                past_share: share(past, most),
            }
        })
        .collect()
}

fn single(lens: Lens<'_>) -> Vec<Single<'_>> {
    let topics = &lens.site.edition.topics;
    let alone = (0..topics.len()).filter_map(|at| {
        let mut experts = good(lens, &topics[at]);
        let (first, second) = (experts.next()?, experts.next());
        second.is_none().then(|| Single { topic: lens.topic(TopicId::new(at)), expert: lens.expert(first) })
    });
    alone.take(60).collect()
}

fn unmet(lens: Lens<'_>) -> Vec<Counted<'_>> {
    let topics = &lens.site.edition.topics;
    let mut wanted: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, topic) in topics.iter().enumerate() {
        let asked = topic.requests.len() + topic.asks.len();
        if asked > 0 && good(lens, topic).next().is_none() {
            wanted.insert(at, asked);
        }
    }
    wanted
        .into_iter()
        .map(|(at, count)| Counted {
            title: lens.topic_title(TopicId::new(at)),
            url: lens.url(Page::Topic(TopicId::new(at))),
            count,
        })
        .collect()
}
