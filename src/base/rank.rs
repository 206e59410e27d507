//! Whose word goes first.

/// Who wrote an entry. The lesser rank goes first: what the site's own repository says, then
/// members in the order in which they joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Rank {
    /// The site's own repository.
    #[default]
    Own,
    /// A member, by the place among those who joined.
    Member(usize),
}

impl Rank {
    /// Whether a member wrote it: somebody who is not the owner of the site.
    pub fn is_member(self) -> bool {
        self != Self::Own
    }
}
