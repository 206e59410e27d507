//! `vakwerk.yaml` and the command line: what the owner of the site wants.

mod checks;
mod citation;
mod columns;
mod crawlers;
mod deploy;
mod edit_links;
mod files;
mod format;
mod guard;
mod member;
mod member_list;
mod menu;
mod overrides;
mod period;
mod privacy;
mod project;
mod repository;
mod security;
mod site_file;
mod switches;

pub use citation::CitationStyle;
pub use columns::{ColumnFile, ColumnRule, Columns};
pub use crawlers::Crawlers;
pub use deploy::{Deploy, HostLimits};
pub use edit_links::EditLinks;
pub use format::{Format, Formats, Host};
pub use member::{Choice, Chosen, Everybody, Member, MemberRules, Origin};
pub use menu::{Label, MenuEntry, MenuTarget};
pub use overrides::{Deny, Drafts, Overrides};
pub use period::ShelfLife;
pub use privacy::{Consent, Disclosure, Expired, Privacy, PrivacyFile};
pub use project::{Config, Kind, Project, SiteText};
pub use repository::{Protocol, host_of};
pub use security::Security;
pub use site_file::{About, MemberSource, SiteContact, SiteFile, SiteTextFile, site_schema};
pub use switches::{Switched, Switches};
