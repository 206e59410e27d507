//! Who is who: entries that are about one person, and people with one name.

use super::closed_twice::hides;
use super::names::{key, label};
use crate::base::{Code, Diagnostic, Place, profile};
use crate::record::{self, Record};
use std::collections::{BTreeMap, HashMap};

type Profile = Record<record::Expert, record::ExpertText>;

/// Takes out of members' profiles the addresses elsewhere that lead to somebody who was here
/// before: whose they are.
pub(super) fn keep_identities(experts: &mut [(String, Profile)], notes: &mut Vec<Diagnostic>) {
    if !experts.iter().any(|(_, record)| record.origin.rank.is_member()) {
        return;
    }
    let mut order: Vec<usize> = (0..experts.len()).collect();
    order.sort_by_key(|index| experts[*index].1.origin.rank);
    let mut holders: HashMap<String, Place> = HashMap::new();
    for index in order {
        let record = &mut experts[index].1;
        let (anchor, is_member) = (record.origin.anchor.clone(), record.origin.rank.is_member());
        record.file.links.retain(|link, address| {
            if !profile::is_personal(link) {
                return true;
            }
            let place = anchor.value(format!("links.{link}"));
            let holder = holders.entry(profile::key_of(address)).or_insert_with(|| place.clone());
            if !is_member || holder.file == place.file {
                return true;
            }
            let message = format!("`{address}` leads to somebody else, who was here before");
            let note = Diagnostic::new(Code::MemberOverruled, place, message).and(holder.clone());
            notes.push(
                note.help(
                    "if both entries are about one person, the owner of the site merges them",
                ),
            );
            false
        });
    }
}

/// Notes entries that share what belongs to one person, and people whom nothing in lists tells
/// apart.
pub(super) fn note_identities(experts: &[(String, Profile)], notes: &mut Vec<Diagnostic>) {
    let mut marks: BTreeMap<String, Vec<(usize, Place, String)>> = BTreeMap::new();
    let mut names: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, (_, record)) in experts.iter().enumerate() {
        let anchor = &record.origin.anchor;
        let file = &record.file;
        let mut mark = |what: String, place: Place, shown: &str| {
            let holders = marks.entry(what).or_default();
            if holders.iter().all(|(holder, _, _)| *holder != index) {
                holders.push((index, place, shown.to_owned()));
            }
        };
        if let Some(email) = file.contact.as_ref().and_then(|contact| contact.email.as_deref()) {
            mark(format!("mail {}", email.to_lowercase()), anchor.value("contact.email"), email);
        }
        for (link, address) in file.links.iter().filter(|(link, _)| profile::is_personal(link)) {
            mark(
                format!("link {}", profile::key_of(address)),
                anchor.value(format!("links.{link}")),
                address,
            );
        }
        if !hides(record) {
            names.entry(key(&file.name)).or_default().push(index);
        }
    }
    for (_, holders) in marks {
        let [(_, first, shown), others @ ..] = holders.as_slice() else { continue };
        // Of whom nobody sees, nobody is taken for somebody else.
        let is_hidden = |index: usize| hides(&experts[index].1);
        if others.is_empty() || holders.iter().all(|(index, _, _)| is_hidden(*index)) {
            continue;
        }
        let who = if holders.len() == 2 {
            format!("{} and {}", label(&entry_of(first)), label(&entry_of(&others[0].1)))
        } else {
            format!("{} and {} others", label(&entry_of(first)), others.len())
        };
        let note = Diagnostic::new(Code::SamePerson, first.clone(), format!("{who} share `{shown}`")).help(
            "if they are one person, merge the entries and put the slug that goes under `aliases:`; else correct one",
        );
        notes.push(others.iter().take(5).fold(note, |note, (_, place, _)| note.and(place.clone())));
    }
    for (_, namesakes) in names {
        let alike = |index: &usize| {
            let file = &experts[*index].1.file;
            file.headline.is_none() && file.location.is_none()
        };
        let [first, .., last] = namesakes.as_slice() else { continue };
        if namesakes.iter().any(alike) {
            let name = |index: &usize| experts[*index].1.origin.anchor.value("name");
            let message =
                format!("{} people are called {}", namesakes.len(), experts[*last].1.file.name);
            notes.push(
                Diagnostic::new(Code::Namesakes, name(last), message)
                    .help("give each a `headline:` or a `location:`, so that readers can tell them apart")
                    .and(name(first)),
            );
        }
    }
}

/// The entry that a place is in.
fn entry_of(place: &Place) -> Place {
    use crate::base::Spot;
    match &place.spot {
        Spot::Value(path) if path.starts_with('[') => {
            let item = path.split_inclusive(']').next().unwrap_or(path);
            Place { file: place.file.clone(), spot: Spot::Key(item.to_owned()) }
        }
        _ => Place::file(place.file.clone()),
    }
}
