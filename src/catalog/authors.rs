//! Who wrote the publications of a profile, and gave its talks with the person.

use super::entries::{Author, ExpertId, Who};
use super::names::{Meaning, Names};
use super::team::{Referred, Team, Written, who};
use crate::base::name::author::{is_short_for, with_others};
use crate::base::tidy::single_spaced;
use crate::base::{Anchor, Code, Diagnostic, ListKind, PerItem, Rank, person_of_slug};
use crate::record::{self, AuthorEntry, Record, Telling};

/// Reads the authors of one profile.
struct Reader<'a> {
    people: &'a Team<'a>,
    anchor: &'a Anchor,
    /// Whose profile it is.
    teller: usize,
    rank: Rank,
    /// What they are called.
    name: &'a str,
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
    let (anchor, name) = (record.origin.anchor.clone(), record.file.name.clone());
    let rank = record.origin.rank;
    let mut reader = Reader { people, anchor: &anchor, teller, rank, name: &name, notes };
    let mut found = PerItem::default();
    for list in ListKind::CREDITED {
        let items = record.file.credits_in_mut(list).iter_mut().enumerate();
        let items: Vec<Vec<Author>> = items
            .map(|(at, item)| {
                let written = std::mem::take(&mut item.authors);
                let mut authors = reader.all(&written, &format!("{}[{at}].authors", list.key()));
                if item.lost.has(Telling::Authors) && !authors.contains(&Author::Others) {
                    authors.push(Author::Others);
                }
                authors
            })
            .collect();
        if list == ListKind::Publications {
            reader.note_absence(&items);
        }
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

impl<'a> Reader<'a> {
    /// Where it is written, and by whom.
    fn written(&self) -> Written<'a> {
        Written { anchor: self.anchor, teller: Some(self.teller), rank: self.rank }
    }

    fn all(&mut self, written: &[AuthorEntry], path: &str) -> Vec<Author> {
        let mut authors: Vec<Author> = Vec::with_capacity(written.len());
        for (at, entry) in written.iter().enumerate() {
            for author in self.author(entry, &format!("{path}[{at}]")) {
                if !authors.contains(&author) {
                    authors.push(author);
                }
            }
        }
        authors
    }

    /// Whom an item means, and whether it speaks of others too.
    fn author(&mut self, entry: &AuthorEntry, path: &str) -> Vec<Author> {
        if let Some(reference) = filled(entry.expert.as_ref()) {
            let path = format!("{path}.expert");
            return vec![self.reference(reference, entry.name.as_deref(), &path)];
        }
        if let Some(name) = filled(entry.organization.as_ref()) {
            let as_person = who(self.people.names, name, Some(self.teller));
            return vec![Author::Organization(single_spaced(name), None, as_person)];
        }
        let Some(written) = filled(entry.name.as_ref()) else { return Vec::new() };
        let (name, has_others) = with_others(written);
        let named = name.map(|name| self.by_name(name, entry.is_reference, path));
        named.into_iter().chain(has_others.then_some(Author::Others)).collect()
    }

    fn by_name(&mut self, name: &str, is_bare: bool, path: &str) -> Author {
        let names = self.people.names;
        let written = self.written();
        if let Some(who) = self.people.elsewhere((name, is_bare), written, path, self.notes) {
            return Author::Name(who);
        }
        let has_slug = is_bare && names.has_slug(name);
        // Of a word that may be a name nothing is told, whoever has it: nor of a member's slug.
        if has_slug
            && self.rank.is_member()
            && !name.contains('-')
            && let Meaning::One(index) = names.meaning_to(name, Some(self.teller))
        {
            return Author::Reference(Who::Expert(ExpertId::new(index)));
        }
        if has_slug || is_bare && is_only_a_slug(names, name) {
            return self.reference(name, None, path);
        }
        Author::Name(self.named(is_bare, name))
    }

    /// Somebody who is meant for certain: by a slug, or under `expert:`.
    fn reference(&mut self, reference: &str, name: Option<&str>, path: &str) -> Author {
        match self.people.referred((reference, name), self.written(), path, self.notes) {
            Referred::Member(id) => Author::Reference(Who::Expert(id)),
            Referred::Mentioned(who) => Author::Name(who),
            Referred::HeldBack | Referred::Nobody => {
                Author::Reference(Who::Unclear(String::new(), Vec::new()))
            }
        }
    }

    /// Somebody by name alone.
    fn named(&self, is_bare: bool, name: &str) -> Who {
        let names = self.people.names;
        let meaning = names.person(name, Some(self.teller));
        // Among the authors of one's own work, whoever is called so for short is oneself.
        if is_bare && meaning == Meaning::Nothing && is_short_for(name, self.name) {
            return Who::Expert(ExpertId::new(self.teller));
        }
        let Meaning::One(index) = meaning else {
            return who(names, name, Some(self.teller));
        };
        let member = ExpertId::new(index);
        if index == self.teller {
            return Who::Expert(member);
        }
        if !is_bare {
            // `name:` says that it is not the member.
            return Who::Unclear(single_spaced(name), vec![member]);
        }
        Who::Expert(member)
    }

    /// Notes works of which the own list of authors leaves the person out.
    fn note_absence(&mut self, items: &[Vec<Author>]) {
        let teller = ExpertId::new(self.teller);
        let may_be = |author: &Author| match author {
            Author::Reference(who) | Author::Name(who) => match who {
                Who::Expert(id) => *id == teller,
                // A slip in a slug has been said, and may be one in the own.
                Who::Unclear(name, them) => name.is_empty() || them.contains(&teller),
                Who::Speaks(_, them) => them.contains(&teller),
                Who::Named(_) => false,
            },
            // In the name of a body one may well have written it.
            Author::Organization(..) | Author::Others => true,
        };
        let is_absent = |authors: &&Vec<Author>| !authors.is_empty() && !authors.iter().any(may_be);
        let count = items.iter().filter(is_absent).count();
        let Some(first) = items.iter().position(|authors| is_absent(&authors)) else { return };
        let slug = self.people.slugs.get(self.teller).map_or("", String::as_str);
        let more = match count {
            1 => String::new(),
            count => format!(", nor do those of {} more", count - 1),
        };
        let message = format!("these authors do not name {} themselves{more}", self.name);
        let place = self.anchor.value(format!("publications[{first}].authors"));
        self.notes.push(
            Diagnostic::new(Code::NotAnAuthor, place, message).help(format!(
                "add `{slug}` where it belongs, or take the work out of this profile"
            )),
        );
    }
}

/// Whether a text is a slug of nobody, and not a name: a name has no hyphens between small letters
/// alone.
fn is_only_a_slug(names: &Names, text: &str) -> bool {
    text.contains('-') && person_of_slug(text).is_some() && names.meaning(text) == Meaning::Nothing
}
