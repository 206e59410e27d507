//! `vakwerk.yaml` and the command line: what the owner of the site wants.

mod overrides;
mod period;
mod privacy;
mod project;
mod site_file;

pub use overrides::{Deny, Overrides};
pub use period::ShelfLife;
pub use privacy::{Consent, Disclosure, Privacy};
pub use project::{Config, Kind, Project, SiteText};
pub use site_file::{About, MemberSource, SiteFile, SiteTextFile, site_schema};
