//! What somebody wants of a CV.

use crate::edition::TopicId;

/// What somebody wants of a CV.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// What is known of these topics stands first, in their order, and only cases about them are
    /// told; all are when there is none.
    pub topics: Vec<TopicId>,
    /// Whether nothing in it leads to the person.
    pub is_anonymous: bool,
}
