//! News: the day of each piece, who wrote it and what it is about.

use super::assign::{Register, assign};
use super::entries::{Article, ExpertId, Who};
use super::references::Mentions;
use super::slugs::Reserved;
use super::team::{Team, Written};
use crate::base::{Code, Date, Diagnostic, Guarded};
use crate::record::{self, Record};

type Account = Record<record::Article, record::ArticleText>;

/// Links the news. A piece in the folder of somebody whose profile is held back has nobody to stand
/// for it.
pub(super) fn link(
    written: Vec<Account>,
    reserved: &Reserved,
    people: &Team<'_>,
    topics: &mut Mentions,
    register: &mut Register<'_>,
) -> Vec<Article> {
    let mut written = written;
    written.retain(|it| {
        it.origin.owner.as_ref().is_none_or(|owner| people.folders.contains_key(owner))
    });
    for record in &mut written {
        date(record);
    }
    let taken = assign(written, reserved, |_| true, register).taken;
    taken.into_iter().map(|it| article(it, people, topics, register.notes)).collect()
}

/// Takes the day of a piece out of the name of its file, where nothing else says it. Before that
/// day nobody sees it.
fn date(record: &mut Account) {
    if let Some((day, rest)) = dated(&record.origin.stem) {
        if record.file.date == Guarded::Unset {
            record.file.date = Guarded::Set(day);
        }
        record.origin.stem = rest.to_owned();
    }
    let begins = [record.common.publish, record.file.date.value()].into_iter().flatten();
    record.common.publish = begins.max_by_key(|day| day.first_day());
}

/// The day with which the name of a file begins, and what stands behind it.
fn dated(stem: &str) -> Option<(Date, &str)> {
    let (day, rest) = stem.split_at_checked(10)?;
    let rest = rest.trim_start_matches(['-', '_', ' ', '.']);
    let day: Date = day.parse().ok()?;
    (day.day_of_month().is_some() && !rest.is_empty()).then_some((day, rest))
}

fn article(
    (slug, record): (String, Account),
    people: &Team<'_>,
    topics: &mut Mentions,
    notes: &mut Vec<Diagnostic>,
) -> Article {
    topics.heed(&record.origin);
    let anchor = record.origin.anchor.clone();
    let date = record.file.date.value();
    if date.is_none() && record.file.date.unclear().is_none() {
        let message = "nothing says of which day the news is, so that it stands behind all other";
        let note = Diagnostic::new(Code::NoDate, anchor.here(), message);
        let help = "write `date: 2026-03-14`, or let the file's name begin with the day";
        notes.push(note.help(help));
    }
    let owner = record.origin.owner.as_ref().and_then(|owner| people.folders.get(owner)).copied();
    let (teller, rank) = (owner.map(ExpertId::index), record.origin.rank);
    let written = Written { anchor: &anchor, teller, rank };
    let mut authors = people.people(&record.file.authors, written, "authors", notes);
    if record.file.authors.is_empty() {
        authors.extend(owner.map(Who::Expert));
    }
    let topics = topics.topics(&record.file.topics, &anchor, || "topics".to_owned());
    Article { slug, record, date, owner, authors, topics }
}
