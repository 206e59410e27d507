//! Which seats of a group nobody has at present.

use super::entries::{ExpertId, TopicId};
use super::group::Tenure;
use super::numbers::Numbers;
use crate::base::fold::key;
use crate::base::{Code, Diagnostic};
use crate::catalog;
use crate::record::MemberEntry;
use std::collections::BTreeSet;

/// Seats of one role that nobody has.
#[derive(Debug, Hash)]
pub struct OpenSeat {
    /// What whoever has it is, as it was written.
    pub role: String,
    /// How many are open.
    pub number: usize,
    /// What they ask for.
    pub topics: Vec<TopicId>,
    /// Who fits that, and is not in the group, best first.
    pub candidates: Vec<ExpertId>,
}

/// All seats of one role.
struct Seats {
    role: String,
    number: usize,
    topics: Vec<catalog::TopicId>,
}

/// The seats that nobody has. Whoever may not be seen has theirs all the same: it is not called
/// open, and nothing says whose it is.
pub(super) fn open_seats(
    group: &catalog::Group,
    numbers: &Numbers,
    (written, tenure): (&[MemberEntry], &dyn Fn(usize) -> Tenure),
    notes: &mut Vec<Diagnostic>,
) -> Vec<OpenSeat> {
    let mut open = Vec::new();
    if group.record.file.seats.is_empty() {
        return open;
    }
    let present = group.members.iter().filter(|(item, _)| tenure(*item) == Tenure::Present);
    let with_role = present.filter_map(|(item, who)| {
        let role = written[*item].role.as_deref()?;
        Some((key(role), *item, who))
    });
    let present: Vec<_> = with_role.collect();
    for Seats { role, number, topics } in by_role(group) {
        let wanted = key(&role);
        let mut people = BTreeSet::new();
        let mut is_new = |who: &catalog::Who| match who {
            catalog::Who::Expert(id) => people.insert(id.index()),
            _ => true,
        };
        let of_role = present.iter().filter(|(own, ..)| *own == wanted);
        let holders: Vec<usize> =
            of_role.filter(|(.., who)| is_new(who)).map(|(_, item, _)| *item).collect();
        if holders.len() > number {
            notes.push(shared(group, (&role, number), &holders));
        }
        if holders.len() < number {
            let (number, topics) = (number - holders.len(), numbers.topic_ids(&topics));
            open.push(OpenSeat { role, number, topics, candidates: Vec::new() });
        }
    }
    open
}

/// The seats of a group, those of one role together.
fn by_role(group: &catalog::Group) -> Vec<Seats> {
    let mut all: Vec<Seats> = Vec::new();
    for (seat, topics) in group.record.file.seats.iter().zip(&group.seats) {
        match all.iter_mut().find(|seats| key(&seats.role) == key(&seat.role)) {
            Some(Seats { number, topics: known, .. }) => {
                *number += 1;
                let new: Vec<_> = topics.iter().filter(|id| !known.contains(id)).copied().collect();
                known.extend(new);
            }
            None => {
                all.push(Seats { role: seat.role.clone(), number: 1, topics: topics.clone() });
            }
        }
    }
    all
}

/// What is said of more people than there are seats.
fn shared(group: &catalog::Group, (role, number): (&str, usize), holders: &[usize]) -> Diagnostic {
    let anchor = &group.record.origin.anchor;
    let place = |item: usize| anchor.value(format!("members[{item}]"));
    let people = holders.len();
    let message =
        format!("{people} people are `{role}` at present, and `seats` has {number} for that role");
    Diagnostic::new(Code::SeatShared, place(holders[number]), message)
        .help("write `to:` where a term has ended, or one item under `seats:` for each seat")
        .and(place(holders[0]))
}
