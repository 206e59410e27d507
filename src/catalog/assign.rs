//! Gives each entry its address.

use super::addresses::{Addressed, Addresses, Namesakes, marks, wanted};
use super::names::label;
use super::slugs::{Reserved, by_slug, chosen, note_guess, same_url, twins};
use crate::base::slug::slug;
use crate::base::{Code, Diagnostic, Place, Rank};
use crate::record::Record;
use std::collections::HashSet;

/// Records with their slugs, in the order of the slugs, and those that want the slug of another:
/// they are held back.
pub(super) struct Assigned<F, T> {
    pub(super) taken: Vec<(String, Record<F, T>)>,
    pub(super) refused: Vec<Record<F, T>>,
}

/// By what addresses are given, beside what the records say.
pub(super) struct Register<'a> {
    /// Who had which in the build before.
    pub(super) before: &'a Addresses,
    /// Who has which now.
    pub(super) now: &'a mut Addresses,
    pub(super) notes: &'a mut Vec<Diagnostic>,
}

/// A record, with the slug that it wants and the one that it asks for, which it may have had beside
/// a namesake.
struct Asking<F, T> {
    wanted: String,
    slug: String,
    marks: Vec<u64>,
    record: Record<F, T>,
    /// Whether somebody chose the slug: it is not guessed from a name, and no other is given.
    is_chosen: bool,
}

impl<F: Addressed, T> Asking<F, T> {
    fn new(record: Record<F, T>, before: &Addresses) -> Self {
        let wanted = wanted(&record);
        let marks = marks(&record, &wanted);
        let is_chosen = record.origin.given_slug.is_some() || record.common.slug.is_some();
        let kept = if is_chosen { None } else { before.apart(&marks) };
        Self { slug: kept.unwrap_or(&wanted).to_owned(), wanted, marks, record, is_chosen }
    }

    /// Whether nobody chose what it wants: it is made of a name in a list or a table.
    fn is_guessed(&self) -> bool {
        !self.is_chosen && self.record.origin.stem.is_empty()
    }

    /// The note that what it wants belongs to the entry at `first`.
    fn refused(&self, first: Place) -> Diagnostic {
        same_url(&format!("{}{}/", F::SECTION, self.slug), &self.record, first)
    }
}

/// Gives each record the slug that it wants. Of several that want one, the first by precedence has
/// it: whom the owner of the site gave it to, the site's own, members in the order in which they
/// joined; among those, who had it before, then who chose it, by a slug or by the name of their own
/// file, before those of whose name it was guessed. The others stand at an address of their own by
/// what tells them apart, where that can be said. What cannot be read keeps its own. `is_free` says
/// whether a slug that nobody wants may be given.
pub(super) fn assign<F: Addressed, T>(
    mut records: Vec<Record<F, T>>,
    reserved: &Reserved,
    is_free: impl Fn(&str) -> bool,
    register: &mut Register<'_>,
) -> Assigned<F, T> {
    let mut reserved = reserved.clone();
    for record in records.extract_if(.., |record| !record.whole) {
        reserved.add(wanted(&record), record.origin.rank, record.origin.anchor.here());
    }
    for record in &records {
        note_guess(record, register.notes);
    }
    let mut given = Vec::with_capacity(records.len());
    let mut refused = Vec::new();
    let asking: Vec<_> =
        records.into_iter().map(|record| Asking::new(record, register.before)).collect();
    let mut places = HashSet::new();
    let mut later: Vec<(usize, Vec<Asking<F, T>>)> = Vec::new();
    for (slug, mut asking) in by_slug(asking, |one| one.slug.clone()) {
        if asking.len() > 1 {
            let had =
                |one: &Asking<F, T>| register.before.had(&one.marks) || one.slug != one.wanted;
            asking.sort_by_key(|one| {
                let origin = &one.record.origin;
                (origin.given_slug.is_none(), origin.rank, !had(one), one.is_guessed())
            });
        }
        if let Some(holder) = reserved.before(&slug, &asking[0].record.origin) {
            for one in asking {
                register.notes.push(one.refused(holder.clone()));
                refused.push(one.record);
            }
            continue;
        }
        let others = asking.split_off(1);
        given.extend(asking);
        if !others.is_empty() {
            later.push((given.len() - 1, others));
        }
    }
    if !later.is_empty() || register.before.has_apart() {
        let former = |one: &Asking<F, T>| one.record.common.aliases.clone();
        places.extend(
            given.iter().flat_map(|one| std::iter::once(one.slug.clone()).chain(former(one))),
        );
        note_kept(&given, register.notes);
    }
    let is_free = |slug: &str| !reserved.has(slug) && is_free(slug);
    let apart = Apart { later, places, notes: register.notes };
    refused.extend(apart.given(&mut given, is_free));
    given.sort_by(|a, b| a.slug.cmp(&b.slug));
    let taken = given.into_iter().map(|Asking { wanted, slug, marks, record, .. }| {
        register.now.keep(marks, &wanted, &slug);
        (slug, record)
    });
    Assigned { taken: taken.collect(), refused }
}

/// Those who want what others have.
struct Apart<'a, F, T> {
    /// By the number of whoever has it.
    later: Vec<(usize, Vec<Asking<F, T>>)>,
    /// The slugs that are somebody's.
    places: HashSet<String>,
    notes: &'a mut Vec<Diagnostic>,
}

impl<F: Addressed, T> Apart<'_, F, T> {
    /// Adds to `given` whom something tells apart, and gives the others back.
    fn given(
        mut self,
        given: &mut Vec<Asking<F, T>>,
        is_free: impl Fn(&str) -> bool,
    ) -> Vec<Record<F, T>> {
        let mut refused = Vec::new();
        for (holder, others) in self.later {
            let origin = &given[holder].record.origin;
            let (first, rank) = (origin.anchor.here(), origin.rank);
            let mut alike = Namesakes::default();
            alike.add(&*given[holder].record.file);
            for mut one in others {
                let free = |slug: &str| !self.places.contains(slug) && is_free(slug);
                let slugs = apart(&one, &alike, rank);
                let Some(slug) = slugs.into_iter().find(|slug| free(slug)) else {
                    self.notes.push(one.refused(first.clone()));
                    refused.push(one.record);
                    continue;
                };
                self.notes.push(stands_apart(&one, &slug, first.clone()));
                self.places.insert(slug.clone());
                one.slug = slug;
                alike.add(&*one.record.file);
                given.push(one);
            }
        }
        refused
    }
}

/// The slugs that a record may have beside those who are before it, of whom the first is of `rank`,
/// by what tells it from them. Whoever chose an address is given no other, and no member stands
/// beside somebody of the site's own, who may be the same person.
fn apart<F: Addressed, T>(one: &Asking<F, T>, beside: &Namesakes, rank: Rank) -> Vec<String> {
    let file = &*one.record.file;
    if one.is_chosen || rank.is_member() != one.record.origin.rank.is_member() {
        return Vec::new();
    }
    // Files that are named alike, and people who are not.
    let by_name = beside.differ_in_name(file).then(|| slug(file.called()));
    let by_name = by_name.filter(|_| !file.tellings().is_empty());
    let endings = beside.endings(file).into_iter();
    by_name
        .into_iter()
        .chain(endings.map(|ending| slug(&format!("{} {ending}", one.wanted))))
        .collect()
}

fn stands_apart<F: Addressed, T>(one: &Asking<F, T>, slug: &str, first: Place) -> Diagnostic {
    let here = one.record.origin.anchor.here();
    let (section, who) = (F::SECTION, label(&here));
    let message =
        format!("{who} wants an address that is another's, and stands at /{section}{slug}/");
    let other = || format!("{} to keep that address, or choose another", chosen(slug, &here));
    let help = twins(&here, &first).unwrap_or_else(other);
    Diagnostic::new(Code::AddressApart, here, message).help(help).and(first)
}

/// Notes who stands apart still, as before, where whoever had the wanted address may be gone.
fn note_kept<F: Addressed, T>(given: &[Asking<F, T>], notes: &mut Vec<Diagnostic>) {
    for one in given.iter().filter(|one| one.slug != one.wanted) {
        let holder = given.binary_search_by(|other| other.slug.cmp(&one.wanted)).ok();
        if let Some(holder) = holder.and_then(|at| given.get(at)) {
            let first = holder.record.origin.anchor.here();
            notes.push(stands_apart(one, &one.slug, first));
            continue;
        }
        let here = one.record.origin.anchor.here();
        let (section, slug, who) = (F::SECTION, &one.slug, label(&here));
        let message = format!(
            "{who} stands at /{section}{slug}/ still, where a namesake had the address before"
        );
        let help = format!("{} to keep that address, or `{}`", chosen(slug, &here), one.wanted);
        notes.push(Diagnostic::new(Code::AddressApart, here, message).help(help));
    }
}
