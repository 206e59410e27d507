//! The network as a whole.

use super::super::item::Page;
use super::super::lens::Lens;
use super::super::view::network_view::{
    Connected, Coverage, Matrix, MatrixRow, NetworkView, Passing, Shared, Single, Year,
};
use super::super::view::parts::Counted;
use super::constellation::ring;
use super::home::counts;
use super::topic::share;

use crate::edition::{self, ExpertId, insight};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many rows a table shows.
const MOST: usize = 60;

pub(super) fn view(lens: Lens<'_>) -> NetworkView<'_> {
    let edition = lens.site.edition;
    let found = insight(edition.whole());
    let mut connected: Vec<_> =
        edition.listed_experts().filter(|(_, expert)| !expert.collaborators.is_empty()).collect();
    connected.sort_by_key(|(id, expert)| (Reverse(expert.collaborators.len()), *id));
    let most = found.coverage.first().map_or(1, |row| row.fresh + row.past);
    let coverage = found.coverage.iter().take(MOST).map(|row| Coverage {
        topic: lens.topic(row.topic),
        fresh: row.fresh,
        past: row.past,
        fresh_share: share(row.fresh, most),
        past_share: share(row.past, most),
    });
    let single = found.single.iter().take(MOST);
    let unmet = found.unmet.iter().map(|(topic, count)| Counted {
        title: lens.topic_title(*topic),
        url: lens.url(Page::Topic(*topic)),
        count: *count,
    });
    let passing = found.passing.iter().take(MOST).map(|(month, expert, topic)| Passing {
        month: month.to_string(),
        expert: lens.expert(*expert),
        topic: lens.topic(*topic),
    });
    NetworkView {
        map: ring(lens),
        matrix: matrix(lens, &found.coverage),
        counts: counts(lens),
        connected: connected.into_iter().take(24).map(|(id, _)| connections(lens, id)).collect(),
        isolated: found.isolated.iter().take(MOST).map(|id| lens.expert(*id)).collect(),
        coverage: coverage.collect(),
        single: single.map(|(of, who)| Single { topic: lens.topic(*of), expert: lens.expert(*who) }).collect(),
        unmet: unmet.collect(),
        rings: edition.rings().iter().take(24).map(|ring| ring.0.map(|id| lens.expert(id))).collect(),
        passing: passing.collect(),
        unasked: found.unasked.iter().take(MOST).map(|topic| lens.topic(*topic)).collect(),
        years: found
            .years
            .iter()
            .map(|year| Year {
                year: year.year,
                fresh: year.fresh,
                shown: year.shown,
                share: share(year.fresh, year.shown.max(1)),
            })
            .collect(),
    }
}

/// The most covered topics against the experts who cover most of them; none when there is little to compare.
fn matrix<'a>(lens: Lens<'a>, coverage: &[edition::Coverage]) -> Option<Matrix<'a>> {
    const MOST: usize = 16;
    let edition = lens.site.edition;
    let topics = || coverage.iter().take(MOST).map(|row| edition.topic(row.topic));
    let mut covered: BTreeMap<ExpertId, usize> = BTreeMap::new();
    for one in topics().flat_map(|topic| topic.experts.iter().take(200)) {
        *covered.entry(one.expert).or_default() += 1;
    }
    let mut experts: Vec<(ExpertId, usize)> = covered.into_iter().collect();
    experts.sort_by_key(|(id, count)| (Reverse(*count), *id));
    experts.truncate(MOST);
    if experts.len() < 3 {
        return None;
    }
    let rows = coverage.iter().take(MOST).map(|row| {
        let holders = &edition.topic(row.topic).experts;
        let cell = |id: ExpertId| holders.iter().find(|one| one.expert == id).map(|one| one.label.as_str());
        MatrixRow { topic: lens.topic(row.topic), cells: experts.iter().map(|(id, _)| cell(*id)).collect() }
    });
    Some(Matrix { rows: rows.collect(), experts: experts.iter().map(|(id, _)| lens.expert(*id)).collect() })
}

fn connections(lens: Lens<'_>, id: ExpertId) -> Connected<'_> {
    let collaborators = &lens.site.edition.expert(id).collaborators;
    let with = collaborators
        .iter()
        .take(12)
        .map(|other| Shared { person: lens.expert(other.expert), projects: other.projects.len() });
    Connected { person: lens.person(id), with: with.collect(), total: collaborators.len() }
}
