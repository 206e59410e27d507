//! What there is to say of a person before their CV is made.

use super::super::exit::Exit;
use super::super::out::eprintln;
use super::file::Form;
use crate::base::{Anchor, Code, Diagnostic, Level, Place, Spot, printable};
use crate::cli::reports::terminal;
use crate::config::{CONFIG_FILE, Format, Kind, Project};
use crate::cv::{Document, Fitted, Wish};
use crate::edition::ExpertId;
use crate::site::Site;

/// The path that a place has in the data of its file.
fn path(place: &Place) -> &str {
    match &place.spot {
        Spot::Value(path) | Spot::Key(path) => path,
        _ => "",
    }
}

fn is_below(path: &str, key: &str) -> bool {
    path.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// Says what `vakwerk check` says of CVs in the configuration, of the files of whoever is meant,
/// and of names in their cases that nobody may read.
pub(super) fn tell_of(
    (site, project): (&Site, &Project),
    notes: &[Diagnostic],
    people: &[ExpertId],
) {
    let experts = people.iter().map(|id| &site.edition.experts[*id]);
    let cases = experts.clone().flat_map(|expert| &expert.projects);
    let cases: Vec<Anchor> =
        cases.map(|case| site.edition.projects[*case].record.anchor.clone()).collect();
    let own: Vec<Anchor> = experts.map(|expert| expert.record.anchor.clone()).collect();
    tell(project, notes, (&own, &cases));
}

fn tell(project: &Project, notes: &[Diagnostic], (people, cases): (&[Anchor], &[Anchor])) {
    let is_of = |place: &Place, anchor: &Anchor| {
        place.file == anchor.file && (anchor.is_whole_file() || is_below(path(place), &anchor.item))
    };
    let is_about = |place: &Place| {
        (&*place.file == CONFIG_FILE && is_below(path(place), "cv"))
            || people.iter().any(|anchor| is_of(place, anchor))
    };
    let is_in_case = |note: &Diagnostic| {
        let is_there = |place: &Place| cases.iter().any(|anchor| place.file == anchor.file);
        note.code == Code::HiddenNamed && note.places.iter().any(is_there)
    };
    // Whether the site has a CV is another question, and so is what a page could have more.
    let is_meant = |note: &&Diagnostic| note.code != Code::NoCv && note.level != Level::Hint;
    let of_cv = notes.iter().filter(is_meant);
    let told = of_cv.filter(|note| note.places.iter().any(is_about) || is_in_case(note)).cloned();
    terminal::print(&project.root, &told.collect::<Vec<_>>());
}

/// Says of a portfolio without anybody in it why that is so.
pub(super) fn nobody(project: &Project, notes: &[Diagnostic]) -> bool {
    const PROFILE: &str = "profile.md";
    if project.config.kind != Kind::Portfolio {
        return false;
    }
    tell(project, notes, (&[Anchor::file(PROFILE.into())], &[]));
    let is_profile = |note: &&Diagnostic| note.places.iter().any(|at| &*at.file == PROFILE);
    let is_broken = notes.iter().filter(is_profile).any(|note| note.level == Level::Error);
    let why = if is_broken {
        "cannot be published as it is"
    } else {
        "is not there, or is hidden (`visibility: hidden`), withdrawn or not agreed to"
    };
    eprintln!("error: {PROFILE} {why}, so there is no CV of it; see `vakwerk check`");
    true
}

/// Says how much a variant leaves out because it was too long ago.
pub(super) fn aged(count: usize, variant: Option<&str>) {
    if count > 0 {
        let name = printable(variant.unwrap_or_default());
        eprintln!("note: left out {count} that ended before what `since` of `{name}` says");
    }
}

/// Says that a CV tells nothing of what somebody does.
pub(super) fn empty(site: &Site, id: ExpertId, document: &Document) {
    if document.is_empty() {
        let name = printable(&site.edition.experts[id].record.file.name);
        eprintln!(
            "warning: this CV of {name} tells nothing but who they are: no section that is chosen has anything that may stand in it"
        );
    }
}

/// Says what a limit of pages is worth where nobody knows where pages end.
pub(super) fn paged(form: Form, wish: &Wish) {
    let Some(pages) = wish.pages else { return };
    match form {
        Form::Pdf => {}
        Form::Text => eprintln!(
            "note: plain text has no pages, so nothing is left out for `pages: {pages}`; write a PDF or Word file for that"
        ),
        Form::Word => eprintln!(
            "note: the pages are counted as in the PDF; Word sets them anew and may need more or fewer than {pages}"
        ),
    }
}

/// Says what was made shorter and left out so that a CV has at most so many pages.
pub(super) fn shorter(fitted: &Fitted, most: Option<usize>) {
    if fitted.shortened > 0 {
        eprintln!("note: told {} in short words to be shorter", fitted.shortened);
    }
    if !fitted.left_out.is_empty() {
        /// The most that are named.
        const MOST: usize = 8;
        let count = fitted.left_out.len();
        let named = fitted.left_out.iter().take(MOST).map(String::as_str).collect::<Vec<_>>();
        let more = match count.saturating_sub(MOST) {
            0 => String::new(),
            more => format!("; and {more} more"),
        };
        eprintln!("note: left out {count} to be shorter: {}{more}", printable(&named.join("; ")));
    }
    let pages = fitted.pages;
    if let Some(most) = most.filter(|most| pages > *most) {
        eprintln!(
            "note: it has {pages} pages, and not {most}: nothing else that can be left out makes them fewer"
        );
    }
}

/// Refuses a CV of which nobody can tell what its owner keeps out of it.
pub(super) fn clear(site: &Site, id: ExpertId) -> Result<(), Exit> {
    let file = &site.edition.written_expert(id).record.file;
    if !file.cv.is_closed() {
        return Ok(());
    }
    let name = printable(&file.name);
    eprintln!(
        "error: it is not clear what {name} keeps out of CVs (`cv:` in the profile), so none is written; see `vakwerk check`"
    );
    Err(Exit::NotPublished)
}

/// Says that whoever it is wants no CV on the site, and what that means for this one.
pub(super) fn unwanted(site: &Site, id: ExpertId, this: &str) {
    let expert = &site.edition.experts[id];
    let name = printable(&expert.record.file.name);
    if expert.record.file.formats.get(Format::Cv) == Some(false) {
        eprintln!("note: {name} wants no CV on the site (`cv: false`): {this}");
    } else if !site.reader().may_be_found(id) {
        eprintln!("note: {name} wants not to be found, so the site has no CV of them: {this}");
    }
}
