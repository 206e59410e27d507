//! What there is to say of a person before their CV is made.

use super::super::out::eprintln;
use super::super::terminal;
use crate::base::{Anchor, Code, Diagnostic, Level, Place, Spot, printable};
use crate::config::{CONFIG_FILE, Format, Kind, Project};
use crate::cv::Fitted;
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

/// Says what `vakwerk check` says of CVs in the configuration, and of the file of whoever is meant.
pub(super) fn tell(project: &Project, notes: &[Diagnostic], person: Option<&Anchor>) {
    let is_of = |place: &Place, anchor: &Anchor| {
        place.file == anchor.file && (anchor.is_whole_file() || is_below(path(place), &anchor.item))
    };
    let is_about = |place: &Place| {
        (&*place.file == CONFIG_FILE && is_below(path(place), "cv"))
            || person.is_some_and(|anchor| is_of(place, anchor))
    };
    // Whether the site has a CV is another question, and so is what a page could have more.
    let is_meant = |note: &&Diagnostic| note.code != Code::NoCv && note.level != Level::Hint;
    let of_cv = notes.iter().filter(is_meant);
    let told = of_cv.filter(|note| note.places.iter().any(is_about)).cloned();
    terminal::print(&project.root, &told.collect::<Vec<_>>());
}

/// Says of a portfolio without anybody in it why that is so.
pub(super) fn nobody(project: &Project, notes: &[Diagnostic]) -> bool {
    const PROFILE: &str = "profile.md";
    if project.config.kind != Kind::Portfolio {
        return false;
    }
    tell(project, notes, Some(&Anchor::file(PROFILE.into())));
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

/// Says what was made shorter and left out so that a CV has at most so many pages.
pub(super) fn shorter(fitted: &Fitted, most: Option<usize>) {
    if fitted.shortened > 0 {
        eprintln!("note: told {} in short words to be shorter", fitted.shortened);
    }
    if !fitted.left_out.is_empty() {
        let (count, all) = (fitted.left_out.len(), fitted.left_out.join("; "));
        eprintln!("note: left out {count} to be shorter: {}", printable(&all));
    }
    let pages = fitted.pages;
    if let Some(most) = most.filter(|most| pages > *most) {
        eprintln!(
            "note: it still has {pages} pages, and not {most}: of what is left, nothing can be left out"
        );
    }
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
