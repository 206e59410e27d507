//! Who is who: entries that are about one person, and people with one name.

use super::names::{key, said};
use crate::base::{Code, Diagnostic, Place, profile};
use crate::record::{self, Record};
use std::collections::BTreeMap;

type Profile = Record<record::Expert, record::ExpertText>;

/// Notes entries that share what belongs to one person, and people whom nothing in lists tells apart.
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
            mark(format!("link {}", profile::key_of(address)), anchor.value(format!("links.{link}")), address);
        }
        names.entry(key(&file.name)).or_default().push(index);
    }
    for (_, holders) in marks {
        let [(_, first, shown), others @ ..] = holders.as_slice() else { continue };
        for (_, place, _) in others {
            let message = format!("{} and {} share `{shown}`", said(&file_of(first)), said(&file_of(place)));
            notes.push(
                Diagnostic::new(Code::SamePerson, place.clone(), message)
                    .help("if they are one person, merge the entries and put the slug that goes under `aliases:`; else correct one")
                    .and(first.clone()),
            );
        }
    }
    for (_, namesakes) in names {
        let alike = |record: &Profile| record.file.headline.is_none() && record.file.location.is_none();
        let [first, others @ ..] = namesakes.as_slice() else { continue };
        let unclear: Vec<&usize> = others.iter().filter(|index| alike(&experts[**index].1)).collect();
        if let Some(other) = unclear.first().or(others.first().as_ref()).filter(|_| {
            !unclear.is_empty() || (!others.is_empty() && alike(&experts[*first].1))
        }) {
            let (one, two) = (&experts[*first].1, &experts[**other].1);
            notes.push(
                Diagnostic::new(
                    Code::Namesakes,
                    two.origin.anchor.value("name"),
                    format!("{} people are called {}", namesakes.len(), two.file.name),
                )
                .help("give each a `headline:` or a `location:`, so that readers can tell them apart")
                .and(one.origin.anchor.value("name")),
            );
        }
    }
}

/// The entry that a place is in.
fn file_of(place: &Place) -> Place {
    use crate::base::Spot;
    match &place.spot {
        Spot::Value(path) if path.starts_with('[') => {
            let item = path.split_inclusive(']').next().unwrap_or(path);
            Place { file: place.file.clone(), spot: Spot::Key(item.to_owned()) }
        }
        _ => Place::file(place.file.clone()),
    }
}
