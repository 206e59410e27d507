//! `topics`: the tree of all topics.

use serde::Serialize;

/// The tree of topics, as the variable `topics`.
#[derive(Debug, Clone, Serialize)]
pub struct TopicsView<'a> {
    /// The tree in reading order: a topic comes before its narrower topics.
    pub rows: Vec<TopicRow<'a>>,
}

/// One topic of the tree.
#[derive(Debug, Clone, Serialize)]
pub struct TopicRow<'a> {
    /// Title.
    pub title: &'a str,
    /// Root-relative address.
    pub url: String,
    /// 0 for the widest topics.
    pub depth: usize,
    /// Experts, those of narrower topics included.
    pub experts: usize,
    /// Projects, those of narrower topics included.
    pub projects: usize,
}
