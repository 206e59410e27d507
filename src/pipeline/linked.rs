//! What people wrote, read each alone, and taken together.

use super::kept::{addresses_before, spill};
use crate::base::Report;
use crate::catalog::{self, Catalog, Whose};
use crate::config::{Kind, Project};
use crate::memo::Memo;
use crate::record::{self, Records, Remembered};
use crate::source::Written;
use std::collections::BTreeSet;

/// What do people say, each alone, and taken together?
pub(super) fn linked(
    written: Written,
    remembered: &Remembered,
    project: &Project,
    memo: &Memo,
    report: &mut Report,
) -> Catalog {
    let records = records(written, remembered, project, memo, report);
    catalog_of(records, project, report)
}

/// Reads what was written of each entry alone.
pub(super) fn records(
    written: Written,
    remembered: &Remembered,
    project: &Project,
    memo: &Memo,
    report: &mut Report,
) -> Records {
    let (limits, spill) = (&project.config.limits, spill(project));
    let parsed = record::parse(written.entries, limits, &tables(project), memo, &spill, remembered);
    let mut records = report.keep(parsed);
    records.forgotten = written.forgotten;
    records.keep_places(written.absent);
    records
}

/// Links what was read of each entry.
pub(super) fn catalog_of(records: Records, project: &Project, report: &mut Report) -> Catalog {
    let folder = project.root.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let whose = match project.config.kind {
        Kind::Network => Whose::Network,
        Kind::Portfolio => Whose::Portfolio(&folder),
    };
    let before = addresses_before(project);
    report.keep(catalog::link(records, project.config.limits.new_topics, whose, &before))
}

/// What is known of tables before anything is read.
pub(super) fn tables(project: &Project) -> record::Tables {
    let (columns, language) = (project.config.columns.clone(), project.config.languages[0].clone());
    record::Tables { columns, language, topics: BTreeSet::new() }
}
