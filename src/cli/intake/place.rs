//! Which file a submission is about.

use super::received::Received;
use super::right::{self, Right};
use super::told::{self, Outcome};
use crate::base::{Anchor, EntryKind, slug::slug};
use crate::config::Project;
use crate::edit::Submission;
use crate::pipeline::form::{self, Registered, Taken};
use crate::site::Site;
use crate::source::read_file;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The file, and what stands in it; or what is told instead.
type Found = Result<(String, String), Box<Outcome>>;

/// How a new file begins.
const EMPTY: &str = "---\n---\n";

/// The file of somebody new. It follows from the name of the person, and from nothing else.
pub(super) fn new_file(project: &Project, submission: &Submission, received: &Received) -> Found {
    let name = submission.changes.get("name").and_then(Value::as_str).unwrap_or_default();
    let file = file_of(&slug(name));
    let folder = project.root.join(EntryKind::Expert.folder());
    if folder.symlink_metadata().is_ok() && !is_in_place(&folder) {
        let why = "the folder experts/ is a link to elsewhere; nothing is written through it";
        return Err(Box::new(Outcome::refused(vec![told::whole(why)])));
    }
    let registry = form::registry(project);
    let is_there = |slug: &str| {
        let at = |path: &str| project.root.join(path).symlink_metadata().is_ok();
        let file = file_of(slug);
        at(&file) || at(file.trim_end_matches(".md"))
    };
    let taken = registry.taken(name, &right::accounts_of(submission));
    let taken = taken.or_else(|| is_there(&slug(name)).then_some(Taken::Slug));
    match taken {
        None => Ok((file, EMPTY.to_owned())),
        Some(Taken::Removed) if received.is_approved => {
            let why = "somebody called so was removed with `vakwerk forget`; when the person came \
                       back, see forgotten.yaml; when it is somebody else, write the name in \
                       another way";
            Err(Box::new(Outcome::refused(vec![told::at("name", why)])))
        }
        Some(_) if received.is_approved => {
            let own = slug(name);
            let numbered = (2..1000).map(|at| format!("{own}-{at}"));
            let free = numbered.into_iter().find(|one| registry.is_free(one) && !is_there(one));
            let full = || Outcome::refused(vec![told::at("name", "too many are called so")]);
            free.map(|free| (file_of(&free), EMPTY.to_owned())).ok_or_else(|| Box::new(full()))
        }
        // Whether it is somebody who is hidden is nobody's business: all are told of alike.
        Some(taken) => {
            let what = match taken {
                Taken::Account => "a mail address or an account in it is somebody's here already",
                Taken::Slug | Taken::Name | Taken::Removed => {
                    "this name, or the address that follows from it, is somebody's here already"
                }
            };
            let why = format!(
                "{what}; when it is the same person, change that profile; when it is somebody \
                 else, say --approved, and it is written as a file with a number behind the name",
            );
            Err(Box::new(Outcome::to_approve(&file, &why)))
        }
    }
}

fn file_of(slug: &str) -> String {
    format!("{}/{slug}.md", EntryKind::Expert.folder())
}

/// The file of somebody whose profile may be seen; of who takes their consent back, also when it
/// is not.
pub(super) fn known_file(
    project: &Project,
    site: &Site,
    submission: &Submission,
    received: &Received,
) -> Found {
    let slug = submission.expert.as_deref().unwrap_or_default();
    let refused = |why: &str| Err(Box::new(Outcome::refused(vec![told::at("expert", why)])));
    let registry = form::registry(project);
    let person = registry.person(slug);
    let is_theirs = |it: &&Registered| !matches!(right::of(received, &it.links), Right::Unknown(_));
    let hidden = || person.filter(|it| submission.withdraw && is_theirs(it));
    let shown = form::file_of(site, slug);
    let Some(path) = shown.or_else(|| hidden().map(|it| it.place.file.clone())) else {
        return refused("there is no such profile on the site");
    };
    let is_row = person.is_some_and(|it| !is_own_file(&it.place));
    if is_row {
        let way = if submission.withdraw {
            "write the day under `withdrawn` there, or take the person out"
        } else {
            "change it there"
        };
        let why = format!("the profile stands among others in {path}; {way}");
        return Err(Box::new(Outcome::to_approve(&path, &why)));
    }
    let is_own = path.starts_with(EntryKind::Expert.folder());
    let whole = project.root.join(&*path);
    if !is_own || !is_in_place(&whole) {
        return refused(
            "the profile lives elsewhere, at the member's own site or behind a link, and is \
             changed there",
        );
    }
    match read_file(&whole).ok().and_then(|bytes| String::from_utf8(bytes).ok()) {
        Some(text) => Ok((path.to_string(), text)),
        None => refused("the file of the profile is not UTF-8"),
    }
}

fn is_own_file(place: &Anchor) -> bool {
    place.is_whole_file() && [".md", ".markdown"].iter().any(|ending| place.file.ends_with(ending))
}

/// Whether no link leads from a path of the site's folder to elsewhere.
#[expect(clippy::disallowed_methods, reason = "the outer ring: where a file is is asked here")]
fn is_in_place(path: &Path) -> bool {
    fs::canonicalize(path).is_ok_and(|real| real == path)
}
