//! What lies ahead: it is shown as planned, and never as if it had happened.

use super::published::{Profile, ProjectFile};
use crate::base::{Anchor, Code, Date, Diagnostic};
use crate::record::{Expert, Group, Project};

/// Marks what of a profile has yet to come on `today`.
pub(super) fn mark_profile(profile: &mut Profile, today: Date) {
    let is_ahead = |day: Option<Date>| day.is_some_and(|day| day.first_day() > today);
    for position in profile.experience.iter_mut().chain(&mut profile.education) {
        position.is_planned = is_ahead(position.from);
        position.is_held &= !position.is_planned;
    }
    for certificate in &mut profile.certificates {
        certificate.is_planned = is_ahead(certificate.date);
    }
    let works = profile.publications.iter_mut().chain(&mut profile.talks);
    for work in works.chain(&mut profile.awards) {
        work.is_planned = is_ahead(work.date);
    }
}

/// Marks a case that has yet to begin on `today`.
pub(super) fn mark_project(project: &mut ProjectFile, today: Date) {
    if let Some(period) = &mut project.period {
        period.is_planned = period.from.first_day() > today;
        period.runs &= !period.is_planned;
    }
}

/// Says what of a profile lies ahead: often a slip of the finger.
pub(super) fn note_profile(
    expert: &Expert,
    anchor: &Anchor,
    today: Date,
    notes: &mut Vec<Diagnostic>,
) {
    let ahead = begins(expert).filter(|(.., day)| day.first_day() > today);
    notes.extend(
        ahead.map(|(key, at, part, day)| planned(anchor, &format!("{key}[{at}].{part}"), day)),
    );
}

/// When what a profile lists began, or will: the key of the list, the place in it, and the key of
/// the date.
pub(super) fn begins(
    expert: &Expert,
) -> impl Iterator<Item = (&'static str, usize, &'static str, Date)> {
    let positions = [("experience", &expert.experience), ("education", &expert.education)];
    let positions = positions.into_iter().flat_map(|(key, list)| {
        list.iter().enumerate().map(move |(at, it)| (key, at, "from", it.from))
    });
    let certificates = expert.certificates.iter().enumerate();
    let certificates = certificates.map(|(at, it)| ("certificates", at, "date", it.date));
    let works = [
        ("publications", &expert.publications),
        ("talks", &expert.talks),
        ("awards", &expert.awards),
    ];
    let works = works.into_iter().flat_map(|(key, list)| {
        list.iter().enumerate().map(move |(at, it)| (key, at, "date", it.date))
    });
    let all = positions.chain(certificates).chain(works);
    all.filter_map(|(key, at, part, day)| Some((key, at, part, day?)))
}

/// Says when a case lies ahead.
pub(super) fn note_project(
    project: &Project,
    anchor: &Anchor,
    today: Date,
    notes: &mut Vec<Diagnostic>,
) {
    let begin = project.period.map(|period| period.from);
    let ahead = begin.filter(|from| from.first_day() > today);
    notes.extend(ahead.map(|from| planned(anchor, "period.from", from)));
}

/// Says which terms in a group lie ahead.
pub(super) fn note_group(group: &Group, anchor: &Anchor, today: Date, notes: &mut Vec<Diagnostic>) {
    for (at, member) in group.members.iter().enumerate() {
        let ahead = member.from.filter(|from| from.first_day() > today);
        notes.extend(ahead.map(|from| planned(anchor, &format!("members[{at}].from"), from)));
    }
}

fn planned(anchor: &Anchor, path: &str, day: Date) -> Diagnostic {
    let message = format!("{day} lies in the future: until then it is shown as planned");
    Diagnostic::new(Code::Planned, anchor.value(path), message)
        .help("correct the date, if it is a slip")
}
