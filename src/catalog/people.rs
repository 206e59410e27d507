//! Everybody's slug and names: who has which, and who is known though held back.

use super::addresses::wanted;
use super::assign::{Register, assign};
use super::entries::ExpertId;
use super::likeness::names_forgotten;
use super::names::Names;
use super::personal_data::personal;
use super::slugs::Reserved;
use crate::base::name::in_order;
use crate::base::{Code, Diagnostic, Forgotten, Rank};
use crate::record::{self, Origin, Record, Unread, Visibility, Withdrawal};
use std::collections::HashMap;
use std::sync::Arc;

type Profile = Record<record::Expert, record::ExpertText>;

/// Everybody who has a profile, with their names.
pub(super) struct People {
    /// Profiles with their slugs, in the order of the slugs; after them a place for each who was
    /// removed.
    pub(super) profiles: Vec<(String, Profile)>,
    pub(super) names: Names,
    /// Experts by the path of their folder.
    pub(super) folders: HashMap<Arc<str>, ExpertId>,
}

/// Gives everybody a slug and learns their names. Whoever is held back stays known by name.
pub(super) fn register(
    mut profiles: Vec<Profile>,
    unread: &[Unread],
    forgotten: Forgotten,
    register: &mut Register<'_>,
) -> People {
    let mut names = Names::default();
    for unread in unread.iter().filter(|unread| unread.kind.folder() == "experts") {
        names.held_back(&unread.slug, unread.rank);
        unread.names.iter().for_each(|name| names.held_back(name, unread.rank));
    }
    for broken in profiles.iter().filter(|record| !record.whole) {
        hold_back(broken, &mut names);
    }
    if !forgotten.people.is_empty() {
        profiles.retain(|record| {
            let returned = has_returned(record, &forgotten);
            if returned {
                register.notes.push(returned_note(&record.origin));
                hold_back(record, &mut names);
            }
            !returned
        });
    }
    for record in &profiles {
        note_slug(record, register.notes);
        register.notes.extend(turned_name(record));
    }
    let reserved = Reserved::of(unread, "experts");
    let is_free = |slug: &str| forgotten.person(slug).is_none();
    let assigned = assign(profiles, &reserved, is_free, register);
    assigned.refused.iter().for_each(|refused| hold_back(refused, &mut names));
    let mut profiles = assigned.taken;
    let folders = learn(&profiles, &mut names);
    for (index, (_, record)) in
        profiles.iter_mut().enumerate().filter(|(_, (_, record))| record.origin.rank.is_member())
    {
        keep_to_own(index, record, &names, register.notes);
    }
    let tombstones = forgotten.people.len();
    names.forgotten(forgotten, profiles.len());
    profiles.extend((0..tombstones).map(record::tombstone));
    People { profiles, names, folders }
}

/// Learns the names of all who have a slug.
fn learn(profiles: &[(String, Profile)], names: &mut Names) -> HashMap<Arc<str>, ExpertId> {
    let mut folders: HashMap<Arc<str>, ExpertId> = HashMap::new();
    for (index, (slug, record)) in profiles.iter().enumerate() {
        let origin = &record.origin;
        names.name_of(&record.file.name, origin.rank, index);
        origin.also.iter().for_each(|name| names.called(name, Some(index)));
        let withdrawn = record.file.withdrawn.or(Withdrawal::Never, Withdrawal::Undated);
        if record.common.visibility != Visibility::Public
            || record.common.draft
            || !matches!(withdrawn, Withdrawal::Never)
        {
            names.not_told(index);
        }
        if origin.rank.is_member() && origin.given_slug.is_none() {
            names.chosen_slug(slug, index);
        } else {
            names.slug(slug, index);
        }
        for former in &record.file.former_names {
            match origin.rank {
                Rank::Own => names.name_of(former, Rank::Own, index),
                Rank::Member(_) => names.former_name(former, Some(index)),
            }
        }
        if let Some(owner) = &origin.owner {
            folders.insert(owner.clone(), ExpertId::new(index));
        }
    }
    for (index, (_, record)) in profiles.iter().enumerate() {
        for alias in &record.common.aliases {
            match record.origin.rank {
                Rank::Own if alias.starts_with('/') => {}
                Rank::Own => names.alias(alias, index),
                Rank::Member(_) => names.former_name(alias, Some(index)),
            }
        }
    }
    folders
}

/// Remembers the names of somebody who is held back.
fn hold_back(record: &Profile, names: &mut Names) {
    let rank = record.origin.rank;
    let slug = wanted(record);
    for name in std::iter::once(&slug).chain([&record.file.name]) {
        names.held_back(name, rank);
    }
    record.origin.also.iter().for_each(|name| names.called(name, None));
    for former in record.file.former_names.iter().chain(&record.common.aliases) {
        match rank {
            Rank::Own => names.held_back(former, rank),
            Rank::Member(_) => names.former_name(former, None),
        }
    }
}

/// Notes a slug that a member chose where the owner of the site chose another.
fn note_slug(record: &Profile, notes: &mut Vec<Diagnostic>) {
    if let (Some(given), Some(own)) = (&record.origin.given_slug, &record.common.slug)
        && **given != **own
    {
        let message =
            format!("the owner of the site chose the slug `{given}`, which goes before `{own}`");
        notes.push(
            Diagnostic::new(Code::MemberOverruled, record.origin.anchor.value("slug"), message)
                .help("agree on one with the owner of the site; in the profile it only counts elsewhere"),
        );
    }
}

/// Leaves out what a member says of the own name that would take a place or a name of others.
fn keep_to_own(index: usize, record: &mut Profile, names: &Names, notes: &mut Vec<Diagnostic>) {
    let anchor = &record.origin.anchor;
    for (at, former) in record.file.former_names.iter().enumerate() {
        if names.is_taken(former, record.origin.rank, index) {
            let message = format!("`{former}` is the name of somebody else, and leads to them");
            notes.push(
                Diagnostic::new(
                    Code::MemberOverruled,
                    anchor.value(format!("former_names[{at}]")),
                    message,
                )
                .help("nothing is to be done if both had that name"),
            );
        }
    }
    if let Some(sort_name) =
        record.file.sort_name.take_if(|sort_name| !is_sorted_form(sort_name, &record.file.name))
    {
        let message = format!("`{sort_name}` is not a form of the name `{}`", record.file.name);
        notes
            .push(Diagnostic::new(Code::MemberOverruled, anchor.value("sort_name"), message).help(
            "write the words of the name in the order in which they are sorted: `Vries, Jan de`",
        ));
    }
}

/// The note on a name that is written as it is sorted, with the one that was probably meant.
fn turned_name(record: &Profile) -> Option<Diagnostic> {
    let name = &record.file.name;
    let turned = in_order(name)?;
    let message = format!("`{name}` is written as names are sorted");
    let note = Diagnostic::new(Code::TurnedName, record.origin.anchor.value("name"), message);
    Some(note.help(format!("write `{turned}`; lists sort it by the family name all the same")))
}

/// Whether every word of a sort name begins a word of the name, or several words of it without
/// their spaces.
fn is_sorted_form(sort_name: &str, name: &str) -> bool {
    let (sorted, plain) = (crate::base::slug::slug(sort_name), crate::base::slug::slug(name));
    let words: Vec<&str> = plain.split('-').collect();
    let begins = |word: &str| (0..words.len()).any(|from| words[from..].concat().starts_with(word));
    sorted.split('-').filter(|word| !word.is_empty()).all(begins)
}

/// Whether a profile is of somebody who was removed, by the address, a name in any form, or what
/// belongs to one person.
fn has_returned(record: &Profile, forgotten: &Forgotten) -> bool {
    let slug = wanted(record);
    let file = &record.file;
    let own =
        [&slug, &file.name].into_iter().chain(&file.former_names).chain(&record.common.aliases);
    own.cloned().chain(personal(file)).any(|name| forgotten.person(&name).is_some())
        || std::iter::once(&file.name)
            .chain(&file.sort_name)
            .any(|name| names_forgotten(name, forgotten))
}

/// The note on an entry of somebody who was removed.
fn returned_note(origin: &Origin) -> Diagnostic {
    let message = "somebody of this address or name was removed with `vakwerk forget`";
    Diagnostic::new(Code::Forgotten, origin.anchor.here(), message)
        .help("if it is somebody else, choose another `slug:` and write the name in another way; if the person \
               came back, see forgotten.yaml")
}

#[cfg(test)]
mod tests {
    use super::is_sorted_form;

    #[test]
    fn a_sort_name_is_made_of_the_name() {
        let forms = [
            ("Vries, Jan de", "Jan de Vries"),
            ("Wang, Xiaoming", "王小明"),
            ("Hooft, M.", "Marijke 't Hooft"),
        ];
        assert!(forms.iter().all(|(sorted, name)| is_sorted_form(sorted, name)));
        assert!(!is_sorted_form("AAA", "Eve Evil"));
        assert!(!is_sorted_form("AAA Evil, Eve", "Eve Evil"));
    }
}
