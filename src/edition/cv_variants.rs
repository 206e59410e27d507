//! Kinds of CV that entries name and the site does not have.

use super::kept::Kept;
use crate::base::diagnostic::{nearest, shown};
use crate::base::{Anchor, Code, Diagnostic, InCv};
use crate::catalog::Catalog;
use crate::config::{CONFIG_FILE, Config, CvVariant};
use std::collections::BTreeMap;

/// The variants of the site, by name.
type Known = BTreeMap<String, CvVariant>;

/// The notes on variants that what is kept names, and that the site does not have.
pub(super) fn note(catalog: &Catalog, kept: &Kept, config: &Config) -> Vec<Diagnostic> {
    let known = &config.cv.variants;
    let mut notes = Vec::new();
    for id in &kept.experts {
        let record = &catalog.experts[*id].record;
        for (list, at, cv) in record.file.in_cvs() {
            let path = || format!("{list}[{at}].cv");
            notes.extend(unknown(cv, known, &record.origin.anchor, path));
        }
    }
    for id in &kept.projects {
        let project = &catalog.projects[*id];
        let anchor = &project.record.origin.anchor;
        notes.extend(unknown(&project.record.file.cv, known, anchor, || "cv".to_owned()));
        for (at, cv) in &project.own_cvs {
            notes.extend(unknown(cv, known, anchor, || format!("team[{at}].cv")));
        }
    }
    notes
}

fn unknown(
    cv: &InCv,
    known: &Known,
    anchor: &Anchor,
    path: impl Fn() -> String,
) -> Vec<Diagnostic> {
    let missing = cv.variants().iter().filter(|name| !known.contains_key(*name));
    let note = |name: &String| {
        let message = format!("`{}` is none of the site's kinds of CV", shown(name));
        let names = || known.keys().map(String::as_str);
        let help = match (nearest(name, names()), known.is_empty()) {
            (Some(near), _) => format!("did you mean `{near}`?"),
            (None, true) => format!(
                "describe it in {CONFIG_FILE} (cv: {{ variants: {{ NAME: {{ topics: […] }} }} }}), or write `cv: false` for no CV at all"
            ),
            (None, false) => format!(
                "write one of them ({}), or describe it in {CONFIG_FILE}, under cv: variants:",
                names().collect::<Vec<_>>().join(", ")
            ),
        };
        Diagnostic::new(Code::UnknownVariant, anchor.value(path()), message).help(help)
    };
    missing.map(note).collect()
}
