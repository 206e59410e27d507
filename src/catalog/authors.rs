//! Who wrote the publications of a profile, and gave its talks with the person.

use super::entries::{Author, ExpertId, Who};
use super::names::{Meaning, Names};
use super::projects::{Team, who};
use super::references::{ambiguous, unknown};
use super::whose::{elsewhere, mention, named_elsewhere, only_mentioned};
use crate::base::tidy::single_spaced;
use crate::base::{Anchor, Diagnostic, ListKind, PerItem, person_of_slug};
use crate::record::{self, AuthorEntry, Record};

/// Reads the authors of one profile.
struct Reader<'a> {
    people: &'a Team<'a>,
    anchor: &'a Anchor,
    /// Whose profile it is.
    teller: usize,
    notes: &'a mut Vec<Diagnostic>,
}

/// Whom the authors in the profile at `teller` mean; the names have then done their work and are
/// taken out of it.
///
/// A slug links to somebody. A name that is exactly a member's does not: it stands as it is
/// written, until that member lists the work too.
pub(super) fn authors(
    teller: usize,
    record: &mut Record<record::Expert, record::ExpertText>,
    people: &Team<'_>,
    notes: &mut Vec<Diagnostic>,
) -> PerItem<Vec<Author>> {
    let anchor = record.origin.anchor.clone();
    let mut reader = Reader { people, anchor: &anchor, teller, notes };
    let mut found = PerItem::default();
    for list in ListKind::CREDITED {
        let items = record.file.credits_in_mut(list).iter_mut().enumerate();
        let items: Vec<Vec<Author>> = items
            .map(|(at, item)| {
                let written = std::mem::take(&mut item.authors);
                reader.all(&written, &format!("{}[{at}].authors", list.key()))
            })
            .collect();
        if items.iter().any(|authors| !authors.is_empty()) {
            found.add(list, items);
        }
    }
    found
}

/// What somebody wrote, unless it says nothing.
fn filled(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}

impl Reader<'_> {
    fn all(&mut self, written: &[AuthorEntry], path: &str) -> Vec<Author> {
        let mut authors: Vec<Author> = Vec::with_capacity(written.len());
        for (at, entry) in written.iter().enumerate() {
            let author = self.author(entry, &format!("{path}[{at}]"));
            authors.extend(author.filter(|author| !authors.contains(author)));
        }
        authors
    }

    fn author(&mut self, entry: &AuthorEntry, path: &str) -> Option<Author> {
        if let Some(reference) = filled(entry.expert.as_ref()) {
            return Some(self.reference(
                reference,
                entry.name.as_deref(),
                &format!("{path}.expert"),
            ));
        }
        if let Some(name) = filled(entry.organization.as_ref()) {
            let as_person = who(self.people.names, name, Some(self.teller));
            return Some(Author::Organization(single_spaced(name), None, as_person));
        }
        let name = filled(entry.name.as_ref())?;
        let (whose, names) = (self.people.whose, self.people.names);
        let bare = entry.is_reference.then(|| elsewhere(whose, names, name)).flatten();
        if let Some(readable) = bare.or_else(|| named_elsewhere(whose, names, name)) {
            self.notes.push(mention(self.anchor, path, name, &readable));
            return Some(Author::Name(who(names, &readable, Some(self.teller))));
        }
        if entry.is_reference && (names.has_slug(name) || is_only_a_slug(names, name)) {
            return Some(self.reference(name, None, path));
        }
        Some(Author::Name(self.named(entry, name)))
    }

    /// Somebody who is meant for certain: by a slug, or under `expert:`.
    fn reference(&mut self, reference: &str, name: Option<&str>, path: &str) -> Author {
        let nobody = || Author::Reference(Who::Unclear(String::new(), Vec::new()));
        let names = self.people.names;
        match names.meaning_to(reference, Some(self.teller)) {
            Meaning::One(index) => Author::Reference(Who::Expert(ExpertId::new(index))),
            Meaning::Several(several) => {
                let slugs: Vec<_> =
                    several.iter().map(|index| self.people.slugs[*index].as_str()).collect();
                self.notes.push(ambiguous(self.anchor, path, reference, &slugs));
                nobody()
            }
            Meaning::HeldBack => nobody(),
            Meaning::Nothing if self.people.whose.is_portfolio() => Author::Name(only_mentioned(
                names,
                (reference, name),
                (self.anchor, path),
                self.notes,
            )),
            Meaning::Former(_) | Meaning::Nothing => {
                self.notes.push(unknown(self.anchor, path, "expert", reference, names));
                nobody()
            }
        }
    }

    /// Somebody by name alone.
    fn named(&self, entry: &AuthorEntry, name: &str) -> Who {
        let names = self.people.names;
        let Meaning::One(index) = names.person(name, Some(self.teller)) else {
            return who(names, name, Some(self.teller));
        };
        let member = ExpertId::new(index);
        if index == self.teller {
            return Who::Expert(member);
        }
        if !entry.is_reference {
            // `name:` says that it is not the member.
            return Who::Unclear(single_spaced(name), vec![member]);
        }
        Who::Expert(member)
    }
}

/// Whether a text is a slug of nobody, and not a name: a name has no hyphens between small letters
/// alone.
fn is_only_a_slug(names: &Names, text: &str) -> bool {
    text.contains('-') && person_of_slug(text).is_some() && names.meaning(text) == Meaning::Nothing
}
