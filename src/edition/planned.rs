//! What lies ahead: it is shown as planned, and never as if it had happened.

use super::published::{Profile, ProjectFile};
use crate::base::{Anchor, Code, Date, Diagnostic};
use crate::record::{Expert, Project};

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
    let mut look = |key: &str, at: usize, part: &str, day: Option<Date>| {
        let Some(day) = day.filter(|day| day.first_day() > today) else { return };
        notes.push(planned(anchor, &format!("{key}[{at}].{part}"), day));
    };
    let positions = [("experience", &expert.experience), ("education", &expert.education)];
    for (key, list) in positions {
        list.iter().enumerate().for_each(|(at, it)| look(key, at, "from", it.from));
    }
    for (at, it) in expert.certificates.iter().enumerate() {
        look("certificates", at, "date", it.date);
    }
    for (key, list) in [
        ("publications", &expert.publications),
        ("talks", &expert.talks),
        ("awards", &expert.awards),
    ] {
        list.iter().enumerate().for_each(|(at, it)| look(key, at, "date", it.date));
    }
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

fn planned(anchor: &Anchor, path: &str, day: Date) -> Diagnostic {
    let message = format!("{day} lies in the future: until then it is shown as planned");
    Diagnostic::new(Code::Planned, anchor.value(path), message)
        .help("correct the date, if it is a slip")
}
