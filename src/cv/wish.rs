//! What somebody wants of a CV.

use crate::config::{Cv, CvLayout, CvSection};
use crate::edition::{ProjectId, TopicId};
use std::collections::BTreeSet;

/// What somebody wants of a CV.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// What is known of these topics stands first, in their order, and only cases about them are
    /// told; all are when there is none.
    pub topics: Vec<TopicId>,
    /// Whether nothing in it leads to the person.
    pub is_anonymous: bool,
    /// The sections, in their order; none for those of the page.
    pub sections: Vec<CvSection>,
    /// The most pages.
    pub pages: Option<usize>,
    /// Whether nothing else of what the person knows is told.
    pub is_cut: bool,
    /// How many months ago may be what it tells.
    pub months: Option<u32>,
    /// Which of the site's variants it is.
    pub variant: Option<String>,
    /// Cases whose titles lead to somebody whom nobody may know.
    pub untitled: BTreeSet<ProjectId>,
    /// Whether what has a short wording is told in it.
    pub is_short: bool,
}

impl Wish {
    /// What a site wants of each.
    pub fn of(cv: &Cv) -> Self {
        let is_short = cv.layout == CvLayout::Compact;
        Self { sections: cv.sections.clone(), pages: cv.pages, is_short, ..Self::default() }
    }
}
