//! What every stage may use; knows nothing of people or pages.

pub mod address;
pub mod checked;
pub mod codes;
pub mod collation;
pub mod country;
pub mod date;
pub mod diagnostic;
pub mod email;
mod fault;
pub mod fold;
pub mod forgotten;
pub mod ids;
pub mod language;
pub mod name;
pub mod orcid;
pub mod phone;
pub mod profile;
pub mod report;
mod said;
pub mod slug;
pub mod tidy;
pub mod yaml;
mod yaml_tree;
mod yaml_words;

pub use checked::Checked;
pub use codes::Code;
pub use date::{Date, Month};
pub use diagnostic::{Anchor, Consequence, Diagnostic, Level, Place, Spot};
pub use forgotten::Forgotten;
pub use ids::{ExpertId, OrganizationId, PageId, ProjectId, RequestId, TopicId};
pub use language::Language;
pub use report::{Report, Tally};
pub use said::without_nothing;
pub use tidy::Tidy;
