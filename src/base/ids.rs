//! Small integers that stand for entries.

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident,)*) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(u32);

            impl $name {
                /// The id of the entry at that place of its list.
                pub fn new(index: usize) -> Self {
                    Self(u32::try_from(index).expect("a site has fewer than four thousand million entries"))
                }

                /// The place of the entry in its list.
                pub fn index(self) -> usize {
                    self.0 as usize
                }
            }
        )*
    };
}

ids! {
    /// An expert.
    ExpertId,
    /// A project.
    ProjectId,
    /// An organization.
    OrganizationId,
    /// A topic.
    TopicId,
    /// A request.
    RequestId,
    /// A text page.
    PageId,
}
