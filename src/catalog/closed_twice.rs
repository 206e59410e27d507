//! Two entries about one person, of which one says that nobody is to see them: a copy, an old
//! version, a row of a table. Nobody is shown by the other one.

use super::addresses::wanted;
use super::names::{key, label};
use super::personal_data::personal;
use crate::base::{Code, Consequence, Diagnostic, Place, Rank};
use crate::record::{Expert, ExpertText, Record, Visibility, Withdrawal};
use std::collections::HashMap;

type Profile = Record<Expert, ExpertText>;

/// An entry that hides its person.
struct Hidden {
    place: Place,
    rank: Rank,
    name: String,
}

/// Hides whoever is hidden by another entry of the same word, or of the site's own. Members hide
/// nobody but themselves.
pub(super) fn close(experts: &mut [Profile], notes: &mut Vec<Diagnostic>) {
    let mut hidden: HashMap<String, Vec<Hidden>> = HashMap::new();
    for record in experts.iter().filter(|record| hides(record)) {
        for mark in marks(record) {
            let (place, rank) = (record.origin.anchor.here(), record.origin.rank);
            let name = key(&record.file.name);
            hidden.entry(mark).or_default().push(Hidden { place, rank, name });
        }
    }
    if hidden.is_empty() {
        return;
    }
    for record in experts.iter_mut().filter(|record| !hides(record)) {
        let (rank, name) = (record.origin.rank, key(&record.file.name));
        let marks = marks(record);
        let mut by = marks.iter().filter_map(|mark| hidden.get(mark)).flatten();
        let by =
            by.find(|it| (it.rank == rank || it.rank == Rank::Own) && may_be_one(&it.name, &name));
        if let Some(by) = by {
            let place = record.origin.anchor.here();
            let who = label(&by.place);
            let message = format!("{who} is about the same person, and hides them");
            let help = "merge the two into one entry; until then nobody sees either";
            let note = Diagnostic::new(Code::UnclearPrivacy, place, message).help(help);
            notes.push(note.and(by.place.clone()).consequence(Consequence::HeldBack));
            record.common.visibility = Visibility::Hidden;
        }
    }
}

/// Whether an entry says of its person, and not of itself alone as a draft does, that nobody is to
/// see them.
pub(super) fn hides(record: &Profile) -> bool {
    let agreed = record.file.consent.value();
    let is_withdrawn = match record.file.withdrawn.or(Withdrawal::Never, Withdrawal::Undated) {
        Withdrawal::Never => false,
        Withdrawal::Undated => true,
        Withdrawal::On(day) => agreed.is_none_or(|agreed| agreed.first_day() <= day.first_day()),
    };
    record.common.visibility == Visibility::Hidden || is_withdrawn
}

/// By what an entry is known to be of the same person as another: what belongs to that person, or
/// the same address of the page.
fn marks(record: &Profile) -> Vec<String> {
    let mut marks = personal(&record.file);
    marks.push(format!("/{}", wanted(record)));
    marks
}

/// Whether two names may be one: the same, or the same last word behind the same first letter.
/// Families share an address.
fn may_be_one(one: &str, other: &str) -> bool {
    let last = |name: &str| name.split(' ').next_back().map(str::to_owned);
    one == other || (last(one) == last(other) && one.chars().next() == other.chars().next())
}
