//! A CV without a name: what is taken out, and whether that is so.

use super::super::audit::in_pdf;
use super::super::exit::Exit;
use super::super::out::eprintln;
use super::file::{Form, file};
use crate::audit::{Marker, search};
use crate::base::printable;
use crate::config::Project;
use crate::cv::{Document, Redaction, Unseen, plain};
use crate::edition::ExpertId;
use crate::pipeline;
use crate::site::Site;
use std::collections::{BTreeSet, HashSet};
use std::path::Path;

/// What leads to people, former names and addresses that no page shows included.
pub(super) fn redaction((site, project): (&Site, &Project), ids: &[ExpertId]) -> Redaction {
    let experts = &site.edition.experts;
    let slugs: HashSet<&str> = experts.iter().map(|expert| expert.slug.as_str()).collect();
    let (seen, unseen): (Vec<_>, Vec<_>) = pipeline::known_people(project)
        .into_iter()
        .partition(|person| slugs.contains(person.slug.as_str()));
    let known = |id: &ExpertId| {
        let person = seen.iter().find(|person| person.slug == experts[*id].slug);
        let known = person.into_iter().flat_map(|person| person.names.iter().chain(&person.marks));
        (*id, known.cloned().collect())
    };
    let unseen = unseen.into_iter().map(|it| Unseen { names: it.names, cases: it.cases });
    let unseen: Vec<Unseen> = unseen.collect();
    Redaction::of(site, &ids.iter().map(known).collect::<Vec<_>>(), &unseen)
}

/// Says what no program can take out.
pub(super) fn look_over() {
    eprintln!(
        "note: look over the CV before you send it: whom a sentence describes, names that stand nowhere on the site, and addresses in other words are still in it"
    );
}

/// Looks whether a file leads to the person after all, as `vakwerk audit` would; then it is not
/// written.
pub(super) fn check(
    redaction: &Redaction,
    document: &Document,
    (bytes, form, out): (&[u8], Form, Option<&Path>),
) -> Result<(), Exit> {
    let name = file(out).and_then(Path::file_name).map(|name| name.to_string_lossy());
    if let Some(name) = name.filter(|name| redaction.is_in(name)) {
        eprintln!("error: the name of the file says whose CV it is: {}", printable(&name));
        return Err(Exit::Usage);
    }
    let words = redaction.markers(document);
    let markers: Vec<Marker> = words.iter().filter_map(|word| Marker::new(word)).collect();
    let text = [plain(document), document.name.clone(), document.about.clone().unwrap_or_default()];
    let mut left: BTreeSet<String> = BTreeSet::new();
    let said = search(text.join("\n").into_bytes(), &markers);
    left.extend(said.findings.into_iter().map(|found| found.marker));
    // A single word may be one of the format's own: `Lang`, `Page`.
    let long = |marker: &&Marker| marker.text.contains([' ', '-', '@', '.', '/']);
    let long: Vec<Marker> = markers.iter().filter(long).cloned().collect();
    let searched = match form {
        Form::Text => search(bytes.to_vec(), &markers),
        Form::Word => search(bytes.to_vec(), &long),
        Form::Pdf => {
            let mut searched = in_pdf(bytes.to_vec(), &markers);
            searched.findings.retain(|found| {
                found.undone.first() == Some(&"the words of the PDF")
                    || long.iter().any(|marker| marker.text == found.marker)
            });
            searched
        }
    };
    left.extend(searched.findings.into_iter().map(|found| found.marker));
    if left.is_empty() && searched.passed_over.is_empty() {
        return Ok(());
    }
    let left: Vec<_> = left.iter().map(|word| format!("`{}`", printable(word))).collect();
    if left.is_empty() {
        let why = searched.passed_over.join(", ");
        eprintln!("error: nobody can tell whether the CV names the person: {why}");
    } else {
        eprintln!(
            "error: the CV leads to the person, so it is not written: it says {}; take that out of the texts, or give the file another form",
            left.join(", ")
        );
    }
    Err(Exit::NotPublished)
}
