//! Templates that no page is made with: most often a slip in the name of a file.

use super::embedded;
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic, Place};
use std::collections::{BTreeMap, BTreeSet};

/// The theme in which every kind of page has a template.
const WHOLE: &str = "base";

/// Says which templates no page uses: those that have no name of a page, and that no other template
/// names.
pub(super) fn told(
    templates: &BTreeMap<String, String>,
    origins: &BTreeMap<String, String>,
) -> Vec<Diagnostic> {
    let known = pages();
    let named = |name: &str| {
        let quotes = [format!("\"{name}\""), format!("'{name}'")];
        templates.values().any(|text| quotes.iter().any(|quoted| text.contains(quoted)))
    };
    let is_unused = |name: &str, origin: &str| {
        // What is known by the name of its theme is known by its own too; components by what they
        // define.
        let is_own = origin.ends_with(&format!("templates/{name}"));
        is_own && !name.starts_with("components/") && !known.contains(name) && !named(name)
    };
    let unused = templates.keys().filter_map(|name| {
        let origin = origins.get(name)?;
        is_unused(name, origin).then(|| {
            let message = format!("no page is made with the template `{name}`");
            let place = Place::file(origin.as_str());
            let note = Diagnostic::new(Code::UnknownFile, place, message);
            match nearest(name, known.iter().map(String::as_str)) {
                Some(near) => note.help(format!("did you mean `{near}`?")),
                None => note.help(
                    "call it as the template of a page, which docs/pages/themes.md lists; or \
                     include it in one",
                ),
            }
        })
    });
    unused.collect()
}

fn pages() -> BTreeSet<String> {
    let files = embedded::files(WHOLE).unwrap_or_default().into_iter();
    files.filter_map(|file| Some(file.path.strip_prefix("templates/")?.to_owned())).collect()
}
