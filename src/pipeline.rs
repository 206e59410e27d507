//! The table of contents of the program: from a folder of people to a site.

use crate::base::{Checked, Report};
use crate::config::Project;
use crate::memo::Memo;
use crate::output::{self, Manifest, Sink};
use crate::site::Site;
use crate::{asset, catalog, edition, export, record, site, source, theme};

/// Builds the site of `project` into `sink`.
pub fn build(project: &Project, memo: &Memo, sink: &dyn Sink) -> Checked<Manifest> {
    let mut report = Report::default();

    // Everything up to the plan: every address, and what is there.
    let site = report.keep(plan(project, memo));

    // Make it, in parallel, and look whether every link arrives. A site that cannot be is not begun.
    let manifest = if report.is_hopeless() { Manifest::default() } else { report.keep(output::make(&site, sink)) };

    report.close(manifest)
}

/// Plans the site of `project`: all that `build` does before the first byte is made.
pub fn plan(project: &Project, memo: &Memo) -> Checked<Site> {
    let config = &project.config;
    let mut report = Report::default();

    // What did people write?
    let sources = report.keep(source::gather(project));
    let records = report.keep(record::parse(sources.entries, memo));

    // What does it say, taken together?
    let catalog = report.keep(catalog::link(records));

    // What may be seen, as of this date? How fresh is it, and who fits whom?
    let edition = report.keep(edition::publish(catalog, config));

    // How does it look?
    let theme = report.keep(theme::load(&sources.site, config));
    let album = report.keep(asset::album(&edition, &sources.pictures, memo));
    let bundle = asset::bundle(&theme);

    // Which pages and files follow from that, and where do they live?
    let site = report.keep(site::plan(edition, theme, album, bundle, sources.site.statics, export::ALL, config));

    report.close(site)
}
