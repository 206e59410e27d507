//! `network`: the network seen as a whole.

use super::graph_view::Graph;
use super::home_view::Counts;
use super::parts::{Counted, Link, PersonRef};
use serde::Serialize;

/// The network as a whole, as the variable `network`.
#[derive(Debug, Clone, Serialize)]
pub struct NetworkView<'a> {
    /// Numbers of entries that may be seen.
    pub counts: Counts,
    /// Who works with most others, first 24.
    pub connected: Vec<Connected<'a>>,
    /// Experts who share no project with anyone.
    pub isolated: Vec<Link<'a>>,
    /// What is covered by how many, most covered first, first 60.
    pub coverage: Vec<Coverage<'a>>,
    /// Topics that hang on one person within its shelf life.
    pub single: Vec<Single<'a>>,
    /// Topics that open requests or asks need and nobody has within its shelf life.
    pub unmet: Vec<Counted<'a>>,
    /// Three people each of whom could help the next, first 24.
    pub rings: Vec<[Link<'a>; 3]>,
    /// The network in a few numbers.
    pub figures: Figures,
    /// Claims that pass their shelf life within six months, by month, soonest first, first 60.
    pub passing: Vec<PassingMonth<'a>>,
    /// Topics that experts have and nothing open needs, first 60.
    pub unasked: Vec<Link<'a>>,
    /// Claims within their shelf life over the years, if nothing new is shown.
    pub years: Vec<Year>,
    /// Who works with whom, as a picture.
    pub graph: Option<Graph<'a>>,
    /// Who covers what: the most covered topics against the experts who cover most of them.
    pub matrix: Option<Matrix<'a>>,
}

/// Topics against experts.
#[derive(Debug, Clone, Serialize)]
pub struct Matrix<'a> {
    /// The experts, those who cover most of these topics first, at most sixteen.
    pub experts: Vec<Link<'a>>,
    /// The topics, most covered first, at most sixteen.
    pub rows: Vec<MatrixRow<'a>>,
}

/// A topic against experts.
#[derive(Debug, Clone, Serialize)]
pub struct MatrixRow<'a> {
    /// The topic.
    pub topic: Link<'a>,
    /// For each expert the freshness label of their claim, or none.
    pub cells: Vec<Option<&'static str>>,
}

/// The network in a few numbers.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Figures {
    /// Experts who share a project with somebody.
    pub connected: usize,
    /// Topics that anybody has.
    pub topics: usize,
    /// Topics that two or more have within the shelf life.
    pub covered: usize,
    /// Topics that one person has within the shelf life.
    pub single: usize,
    /// Claims that pass their shelf life within six months.
    pub passing: usize,
}

/// Claims that pass their shelf life in the same month.
#[derive(Debug, Clone, Serialize)]
pub struct PassingMonth<'a> {
    /// The month in which they pass, or the year where no month is known, ISO 8601.
    pub month: String,
    /// The claims.
    pub claims: Vec<Passing<'a>>,
}

/// A claim that passes its shelf life soon.
#[derive(Debug, Clone, Serialize)]
pub struct Passing<'a> {
    /// Whose claim.
    pub expert: Link<'a>,
    /// To what.
    pub topic: Link<'a>,
}

/// The claims at the end of a year.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Year {
    /// The year.
    pub year: i32,
    /// Claims within their shelf life.
    pub fresh: usize,
    /// Claims that had been shown by then.
    pub shown: usize,
    /// `fresh` as a share of `shown`, 0 to 100.
    pub share: u32,
}

/// A person and those they worked with.
#[derive(Debug, Clone, Serialize)]
pub struct Connected<'a> {
    /// Who.
    pub person: PersonRef<'a>,
    /// The others, most shared first, first 12.
    pub with: Vec<Shared<'a>>,
    /// How many others there are in all.
    pub total: usize,
}

/// Somebody with whom projects or publications were shared.
#[derive(Debug, Clone, Serialize)]
pub struct Shared<'a> {
    /// Who.
    pub person: Link<'a>,
    /// How many projects and publications.
    pub projects: usize,
}

/// How well a topic is covered.
#[derive(Debug, Clone, Serialize)]
pub struct Coverage<'a> {
    /// The topic.
    pub topic: Link<'a>,
    /// Experts within the shelf life.
    pub fresh: usize,
    /// Experts past it.
    pub past: usize,
    /// Experts of whom nobody knows, as nothing has a date.
    pub undated: usize,
    /// `fresh` as a share of the best covered topic, 0 to 100.
    pub fresh_share: u32,
    /// `past` as a share of the best covered topic, 0 to 100.
    pub past_share: u32,
}

/// A topic that hangs on one person.
#[derive(Debug, Clone, Serialize)]
pub struct Single<'a> {
    /// The topic.
    pub topic: Link<'a>,
    /// The person.
    pub expert: Link<'a>,
}
