//! Where events go: a file for each in `events/`, called by its title and its day, with the mark by
//! which the calendar knows it, so that it is found again when the calendar comes in again.

use super::answer::Answer;
use super::draft::EventDraft;
use super::input;
use super::place::{Placed, free_slug, front_matter, more};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// What stands before the mark, on a line of the front matter.
const MARK: &str = "# calendar: ";

/// Places events in the folder of a site.
///
/// # Errors
/// Why a file that stands cannot be read.
pub(super) fn events(
    events: Vec<EventDraft>,
    site: (&Path, Answer),
    placed: &mut Placed,
) -> Result<(), String> {
    if events.is_empty() {
        return Ok(());
    }
    let folder = site.0.join("events");
    let (marked, mut taken) = standing(&folder);
    for event in events {
        let known = event.uid.as_ref().and_then(|uid| marked.get(uid));
        if event.is_off {
            let title = &event.title;
            placed.said.push(match known {
                Some(path) => {
                    let path = path.strip_prefix(site.0).unwrap_or(path).display();
                    format!("`{title}` was called off: {path} stands until you delete it")
                }
                None => format!("left out: `{title}` was called off"),
            });
            continue;
        }
        if let Some(path) = known {
            more(path, &event, &event.body, site, placed)?;
            continue;
        }
        let day = event.start.get(..10).unwrap_or(&event.start);
        let name = free_slug(&format!("{} {day}", event.title), &mut taken);
        let path = folder.join(name).with_extension("md");
        if path.is_file() {
            more(&path, &event, &event.body, site, placed)?;
            continue;
        }
        let text = front_matter(&event, &event.body);
        let end = text.find("\n---").map_or(text.len(), |end| end + 1);
        let mark = event.uid.map(|uid| format!("{MARK}{uid}\n")).unwrap_or_default();
        placed.files.insert(path, format!("{}{mark}{}", &text[..end], &text[end..]).into_bytes());
    }
    Ok(())
}

/// The files of events with a mark, by it, and the names that they take.
fn standing(folder: &Path) -> (BTreeMap<String, PathBuf>, BTreeSet<String>) {
    let (mut marked, mut taken) = (BTreeMap::new(), BTreeSet::new());
    let files = WalkDir::new(folder).max_depth(3).sort_by_file_name().into_iter();
    for file in files.filter_map(Result::ok).filter(|file| file.file_type().is_file()) {
        let Ok(text) = input::text(file.path()) else { continue };
        let mut lines = text.lines();
        if let Some(uid) = lines.find_map(|line| line.strip_prefix(MARK)) {
            let name = file.path().file_stem().unwrap_or_default();
            taken.insert(name.to_string_lossy().into_owned());
            marked.insert(uid.trim().to_owned(), file.into_path());
        }
    }
    (marked, taken)
}
