//! Topics, the words by which they are meant, and who and what they lead to.

use super::entry::{Entry, names};
use super::joints;
use super::list::List;
use super::signs::folded;
use crate::base::Language;
use crate::edition::{Edition, ExpertId, ProjectId, TopicId};
use std::collections::{BTreeSet, HashMap};

/// A topic as the finder knows it.
#[derive(Debug)]
pub(super) struct TopicWords {
    /// Its title and its synonyms, folded; the title first.
    pub(super) names: Vec<String>,
    /// The next wider topics, by their places.
    pub(super) wider: Vec<usize>,
    /// Everything about it or a narrower topic. Worth: the topic score in 31 steps, twice, and one
    /// more when the entry is about the topic itself.
    pub(super) list: List,
}

/// The topics of the edition, in its order.
pub(super) fn topics(
    edition: &Edition,
    entries: &[Entry],
    language: &Language,
    languages: &[Language],
) -> Vec<TopicWords> {
    let numbers: HashMap<Entry, u32> = entries.iter().copied().zip(0..).collect();
    let topic = |id: TopicId| {
        let names = all_names(edition, id, language, languages);
        let names = names.into_iter().map(|name| folded(&joints::plain(name))).collect();
        let wider = edition.topics[id].broader.iter().map(|id| id.index()).collect();
        TopicWords { names, wider, list: list(edition, id, &numbers) }
    };
    edition.listed_topics().map(topic).collect()
}

/// The places of topics in an order in which those with a word in common stand side by side, the
/// word of its title that most have: a question that means one of them often means the others.
pub(super) fn side_by_side(topics: &[TopicWords]) -> Vec<usize> {
    let title = |at: usize| topics[at].names.first().map_or("", String::as_str);
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for at in 0..topics.len() {
        title(at).split(' ').for_each(|word| *counts.entry(word).or_default() += 1);
    }
    let shared = |at: usize| title(at).split(' ').max_by_key(|word| (counts[word], *word));
    let mut order: Vec<usize> = (0..topics.len()).collect();
    order.sort_by_cached_key(|at| (shared(*at), *at));
    order
}

/// What a topic is called: in a language first, then in the others of the site.
pub(super) fn all_names<'a>(
    edition: &'a Edition,
    id: TopicId,
    language: &Language,
    languages: &[Language],
) -> Vec<&'a str> {
    let mut all = names(edition, Entry::Topic(id), language);
    let title = edition.topics[id].title.as_str();
    let others = languages.iter().filter(|other| *other != language);
    for name in others.flat_map(|other| names(edition, Entry::Topic(id), other)).chain([title]) {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

fn list(edition: &Edition, id: TopicId, numbers: &HashMap<Entry, u32>) -> List {
    let topic = &edition.topics[id];
    let experts =
        topic.experts.iter().map(|one| (Entry::Expert(one.expert), one.score, one.outright));
    let project = |one: &ProjectId| {
        let project = &edition.projects[*one];
        (Entry::Project(*one), recency(edition, *one), project.topics.contains(&id))
    };
    let others = with_narrower(edition, id).into_iter().flat_map(|id| {
        let topic = &edition.topics[id];
        let requests = topic.requests.iter().map(|id| Entry::Request(*id));
        requests
            .chain(topic.groups.iter().map(|id| Entry::Group(*id)))
            .chain(topic.news.iter().map(|id| Entry::Article(*id)))
            .chain(topic.events.iter().map(|id| Entry::Event(*id)))
    });
    let mut others: Vec<Entry> = others.collect();
    others.sort_unstable();
    others.dedup();
    let others = others.into_iter().map(|entry| {
        let (kind, index) = entry.place();
        (entry, 500, edition.topics_of(kind, index).contains(&id))
    });
    let all = experts.chain(topic.projects.iter().map(project)).chain(others);
    let found = all
        .filter_map(|(entry, score, outright)| {
            let steps = u8::try_from(score.min(1000) * 31 / 1000).unwrap_or(31);
            Some((*numbers.get(&entry)?, steps * 2 + u8::from(outright)))
        })
        .collect();
    List::of(found)
}

/// A topic and all that are narrower.
fn with_narrower(edition: &Edition, id: TopicId) -> BTreeSet<TopicId> {
    let mut all = BTreeSet::from([id]);
    let mut next = vec![id];
    while let Some(id) = next.pop() {
        next.extend(edition.topics[id].narrower.iter().filter(|id| all.insert(**id)));
    }
    all
}

/// How recent a project is: 1000 while it runs and in its last year, 125 less for each year since.
/// One that has yet to begin counts as one of which nobody knows when it was.
pub(super) fn recency(edition: &Edition, id: ProjectId) -> u32 {
    let period = edition.projects[id].record.file.period.filter(|period| !period.is_planned);
    let Some(period) = period else { return 250 };
    let years = edition.date.year() - period.last(edition.date).year();
    let years = u32::try_from(years.max(0)).unwrap_or(8);
    1000_u32.saturating_sub(years.min(8) * 125)
}

/// How fresh an expert is: the points of the freshest claim, 0 to 1000.
pub(super) fn freshness(edition: &Edition, id: ExpertId) -> u32 {
    let claims = &edition.experts[id].claims;
    claims.iter().map(|claim| claim.freshness.points).max().unwrap_or(0)
}
