//! The network as a whole.

use super::super::context::ViewContext;
use super::super::item::Page;
use super::super::view::network_view::{
    Connected, Coverage, Figures, Matrix, MatrixRow, NetworkView, Passing, PassingMonth, Shared,
    Single, Year,
};
use super::super::view::parts::Counted;
use super::graph::ring;
use super::home::counts;
use super::topic::share;
use crate::base::Date;
use crate::edition::{self, ExpertId, TopicId, insight};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many rows a table shows.
const MOST: usize = 60;

pub(super) fn view(context: ViewContext<'_>) -> NetworkView<'_> {
    let edition = context.site.edition;
    let found = insight(edition.whole());
    let mut connected: Vec<_> =
        edition.listed_experts().filter(|(_, expert)| !expert.collaborators.is_empty()).collect();
    connected.sort_by_key(|(id, expert)| (Reverse(expert.collaborators.len()), *id));
    let most = found.coverage.first().map_or(1, |row| row.fresh + row.past + row.undated);
    let coverage = found.coverage.iter().take(MOST).map(|row| Coverage {
        topic: context.topic(row.topic),
        fresh: row.fresh,
        past: row.past,
        undated: row.undated,
        fresh_share: share(row.fresh, most),
        past_share: share(row.past, most),
    });
    let single = found.single.iter().take(MOST);
    let unmet = found.unmet.iter().map(|(topic, count)| Counted {
        title: context.topic_title(*topic),
        url: context.url(Page::Topic(*topic)),
        count: *count,
    });
    let figures = Figures {
        connected: connected.len(),
        topics: found.coverage.len(),
        covered: found.coverage.iter().filter(|row| row.fresh > 1).count(),
        single: found.single.len(),
        passing: found.passing.len(),
    };
    NetworkView {
        graph: ring(context),
        matrix: matrix(context, &found.coverage),
        counts: counts(context),
        connected: connected.into_iter().take(24).map(|(id, _)| connections(context, id)).collect(),
        isolated: found.isolated.iter().take(MOST).map(|id| context.expert(*id)).collect(),
        coverage: coverage.collect(),
        single: single
            .map(|(of, who)| Single { topic: context.topic(*of), expert: context.expert(*who) })
            .collect(),
        unmet: unmet.collect(),
        rings: edition
            .rings()
            .iter()
            .take(24)
            .map(|ring| ring.0.map(|id| context.expert(id)))
            .collect(),
        figures,
        passing: passing(context, &found),
        unasked: found.unasked.iter().take(MOST).map(|topic| context.topic(*topic)).collect(),
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

/// Claims that pass soon, by month.
fn passing<'a>(context: ViewContext<'a>, found: &edition::Insight) -> Vec<PassingMonth<'a>> {
    let soon: Vec<_> = found.passing.iter().take(MOST).collect();
    let months = soon.chunk_by(|one, other| one.0 == other.0);
    let claim = |(_, expert, topic): &&(Date, ExpertId, TopicId)| Passing {
        expert: context.expert(*expert),
        topic: context.topic(*topic),
    };
    months
        .map(|month| PassingMonth {
            month: month[0].0.to_string(),
            claims: month.iter().map(claim).collect(),
        })
        .collect()
}

/// The most covered topics against the experts who cover most of them; none when there is little to
/// compare.
fn matrix<'a>(context: ViewContext<'a>, coverage: &[edition::Coverage]) -> Option<Matrix<'a>> {
    const MOST: usize = 16;
    let edition = context.site.edition;
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
        let cell = |id: ExpertId| {
            holders.iter().find(|one| one.expert == id).map(|one| one.label.as_str())
        };
        MatrixRow {
            topic: context.topic(row.topic),
            cells: experts.iter().map(|(id, _)| cell(*id)).collect(),
        }
    });
    Some(Matrix {
        rows: rows.collect(),
        experts: experts.iter().map(|(id, _)| context.expert(*id)).collect(),
    })
}

fn connections(context: ViewContext<'_>, id: ExpertId) -> Connected<'_> {
    let collaborators = &context.site.edition.expert(id).collaborators;
    let with = collaborators
        .iter()
        .take(12)
        .map(|other| Shared { person: context.expert(other.expert), projects: other.shared() });
    Connected { person: context.person(id), with: with.collect(), total: collaborators.len() }
}
