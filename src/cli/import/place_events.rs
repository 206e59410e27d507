//! Where events go: a file for each in `events/`, called by its title and its day, so that a
//! calendar that comes in again finds them.

use super::draft::EventDraft;
use super::place::{Placed, free_slug, front_matter, new_file, standing};
use std::collections::BTreeSet;
use std::path::Path;

/// Places events in the folder of a site.
pub(super) fn events(events: Vec<EventDraft>, dir: &Path, placed: &mut Placed) {
    let mut taken = BTreeSet::new();
    for event in events {
        let day = event.start.get(..10).unwrap_or(&event.start);
        let name = free_slug(&format!("{} {day}", event.title), &mut taken);
        let folder = dir.join("events").join(name);
        let path = standing(&folder).unwrap_or_else(|| folder.with_extension("md"));
        new_file(path, front_matter(&event, &event.body), dir, placed);
    }
}
