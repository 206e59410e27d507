//! What is said to have happened after today is left out, so that nobody climbs by a date that has
//! yet to come.

use super::{article, planned};
use crate::base::{Anchor, Code, Date, Diagnostic};
use crate::catalog::Catalog;

/// Leaves out the days of change and of confirmation that lie after `date`.
pub(super) fn leave_out_later(catalog: &mut Catalog, date: Date, notes: &mut Vec<Diagnostic>) {
    let mut clear = |day: &mut Option<Date>, anchor: &Anchor, key: &str| {
        if let Some(later) = day.take_if(|day| day.first_day() > date) {
            let note = Diagnostic::new(
                Code::FutureEvidence,
                anchor.value(key),
                format!("{later} lies in the future"),
            );
            notes.push(note.help("write the day on which it was done, or leave it out"));
        }
    };
    for (common, anchor) in catalog.commons_mut() {
        clear(&mut common.updated, anchor, "updated");
    }
    for record in catalog.experts.iter_mut().map(|expert| &mut expert.record) {
        clear(&mut record.file.confirmed_on, &record.origin.anchor, "confirmed_on");
    }
    for record in catalog.projects.iter_mut().map(|project| &mut project.record) {
        clear(&mut record.file.confirmed_on, &record.origin.anchor, "confirmed_on");
    }
    for expert in &catalog.experts {
        let record = &expert.record;
        planned::note_profile(&record.file, &record.origin.anchor, date, notes);
    }
    for project in &catalog.projects {
        let record = &project.record;
        planned::note_project(&record.file, &record.origin.anchor, date, notes);
    }
    for piece in &catalog.news {
        article::note_later(piece, date, notes);
    }
    for group in &catalog.groups {
        let record = &group.record;
        planned::note_group(&record.file, &record.origin.anchor, date, notes);
    }
}
