//! Whom those mean who name people in a list: the team of a case, the authors of a publication.

use super::entries::{ExpertId, Who};
use super::names::{Meaning, Names};
use super::reference_notes::{ambiguous, unknown};
use super::whose::{Whose, elsewhere, mention, named_elsewhere, only_mentioned};
use crate::base::slug::slug;
use crate::base::tidy::single_spaced;
use crate::base::{Anchor, Code, Diagnostic, Place, Rank};
use crate::record::AuthorEntry;
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Display;
use std::sync::Arc;

/// What a list of people refers to.
pub(super) struct Team<'a> {
    pub(super) names: &'a Names,
    /// Slugs of the experts, by id.
    pub(super) slugs: &'a [String],
    /// Experts by the path of their folder.
    pub(super) folders: &'a HashMap<Arc<str>, ExpertId>,
    /// Whose site it is.
    pub(super) whose: Whose<'a>,
    /// Whom members refer to.
    pub(super) referrals: RefCell<Vec<Referral>>,
}

impl<'a> Team<'a> {
    /// What lists of people refer to; nobody was referred to yet.
    pub(super) fn new(
        names: &'a Names,
        slugs: &'a [String],
        folders: &'a HashMap<Arc<str>, ExpertId>,
        whose: Whose<'a>,
    ) -> Self {
        Self { names, slugs, folders, whose, referrals: RefCell::default() }
    }
}

/// Where a list of people stands.
#[derive(Clone, Copy)]
pub(super) struct Written<'a> {
    /// The entry.
    pub(super) anchor: &'a Anchor,
    /// In whose folder it is.
    pub(super) teller: Option<usize>,
    /// Who wrote it.
    pub(super) rank: Rank,
}

/// A reference that a member wrote to somebody with a profile. Whether it can be followed is told
/// once it is known who may be seen: whether somebody is hidden or nobody is called so, a message
/// does not tell.
#[derive(Debug)]
pub struct Referral {
    /// Whom it means; none when nobody who is read.
    pub who: Option<ExpertId>,
    /// Where it stands.
    pub place: Place,
    /// What was written.
    pub written: String,
}

/// Somebody in a list of people: under `expert:`, under `name:`, or by a word alone.
#[derive(Clone, Copy)]
pub(super) struct Person<'a> {
    pub(super) expert: Option<&'a str>,
    pub(super) name: Option<&'a str>,
    /// Whether nothing but the name was written, which may then be a slug.
    pub(super) is_bare: bool,
}

/// Whom a reference means, which is written to be certain.
pub(super) enum Referred {
    /// Somebody with a profile.
    Member(ExpertId),
    /// Somebody who has a profile elsewhere, and is only mentioned here.
    Mentioned(Who),
    /// Somebody who is held back.
    HeldBack,
    /// Nobody, which has been said.
    Nobody,
}

/// Whom a name means where the expert at `teller` writes it.
pub(super) fn who(names: &Names, name: &str, teller: Option<usize>) -> Who {
    let tidy = || single_spaced(name);
    let all = |them: Vec<usize>| them.into_iter().map(ExpertId::new).collect();
    match names.person(name, teller) {
        Meaning::One(index) => Who::Expert(ExpertId::new(index)),
        Meaning::Several(them) | Meaning::Former(them) => Who::Unclear(tidy(), all(them)),
        Meaning::HeldBack => Who::Unclear(tidy(), Vec::new()),
        Meaning::Nothing => match names.alike(name) {
            Some(nobody) if nobody.is_empty() => Who::Named(tidy()),
            Some(them) => Who::Speaks(tidy(), all(them)),
            None => Who::Unclear(tidy(), Vec::new()),
        },
    }
}

impl Team<'_> {
    /// Whom a slug means, or what is written under `expert:` with or without a name.
    pub(super) fn referred(
        &self,
        (reference, name): (&str, Option<&str>),
        written: Written<'_>,
        path: impl Display,
        notes: &mut Vec<Diagnostic>,
    ) -> Referred {
        let (names, anchor) = (self.names, written.anchor);
        let meaning = names.meaning_to(reference, written.teller);
        if written.rank.is_member() && !self.whose.is_portfolio() {
            return self.of_member(&meaning, reference, written, &path.to_string());
        }
        match meaning {
            Meaning::One(index) => Referred::Member(ExpertId::new(index)),
            Meaning::Several(several) => {
                let slugs: Vec<_> =
                    several.iter().map(|index| self.slugs[*index].as_str()).collect();
                notes.push(ambiguous(anchor, &path.to_string(), reference, &slugs));
                Referred::Nobody
            }
            Meaning::HeldBack => Referred::HeldBack,
            Meaning::Nothing if self.whose.is_portfolio() => {
                let path = path.to_string();
                let who = only_mentioned(names, (reference, name), (anchor, &path), notes);
                Referred::Mentioned(who)
            }
            Meaning::Former(_) | Meaning::Nothing => {
                notes.push(unknown(anchor, &path.to_string(), "expert", reference, names));
                Referred::Nobody
            }
        }
    }

    /// Whom a reference in what a member wrote means: what is to be said of it waits until it is
    /// known who may be seen.
    fn of_member(
        &self,
        meaning: &Meaning,
        reference: &str,
        written: Written<'_>,
        path: &str,
    ) -> Referred {
        let (who, referred) = match meaning {
            Meaning::One(index) => {
                let id = ExpertId::new(*index);
                (Some(id), Referred::Member(id))
            }
            Meaning::HeldBack => (None, Referred::HeldBack),
            Meaning::Several(_) | Meaning::Former(_) | Meaning::Nothing => (None, Referred::Nobody),
        };
        self.wait(who, written, path, reference);
        referred
    }

    /// Keeps a reference of a member, unless it is to the member.
    fn wait(&self, who: Option<ExpertId>, written: Written<'_>, path: &str, reference: &str) {
        if who.is_none() || who.map(ExpertId::index) != written.teller {
            let (place, written) = (written.anchor.value(path), reference.trim().to_owned());
            self.referrals.borrow_mut().push(Referral { who, place, written });
        }
    }

    /// Who is meant by the item at `at` of the list under `key`; none when nobody is, which has
    /// been said.
    pub(super) fn person(
        &self,
        person: Person<'_>,
        written: Written<'_>,
        (key, at): (&str, usize),
        notes: &mut Vec<Diagnostic>,
    ) -> Option<Who> {
        if let Some(reference) = person.expert {
            let path = format_args!("{key}[{at}].expert");
            return match self.referred((reference, person.name), written, path, notes) {
                Referred::Member(id) => Some(Who::Expert(id)),
                Referred::Mentioned(who) => Some(who),
                Referred::HeldBack => Some(Who::Unclear(String::new(), Vec::new())),
                Referred::Nobody => None,
            };
        }
        let name = person.name?;
        if !person.is_bare {
            return Some(self.outsider(name, written, &format!("{key}[{at}].name"), notes));
        }
        // What is written as slugs are is no name.
        let is_slug = name.contains('-') && name == slug(name);
        let who = who(self.names, name, written.teller);
        if is_slug && written.rank.is_member() && !self.whose.is_portfolio() {
            let id = if let Who::Expert(id) = &who { Some(*id) } else { None };
            self.wait(id, written, &format!("{key}[{at}]"), name);
            return Some(who).filter(|who| !matches!(who, Who::Named(_)));
        }
        match who {
            Who::Named(_) if is_slug => {
                let path = format!("{key}[{at}]");
                notes.push(unknown(written.anchor, &path, "expert", name, self.names));
                None
            }
            who => Some(who),
        }
    }

    /// Who is meant by the items of the list under `key`, each once.
    pub(super) fn people(
        &self,
        entries: &[AuthorEntry],
        written: Written<'_>,
        key: &str,
        notes: &mut Vec<Diagnostic>,
    ) -> Vec<Who> {
        let mut people: Vec<Who> = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            let person = Person {
                expert: entry.expert.as_deref(),
                name: entry.name.as_deref().or(entry.organization.as_deref()),
                is_bare: entry.is_reference,
            };
            let who = self.person(person, written, (key, at), notes);
            people.extend(who.filter(|who| !people.contains(who)));
        }
        people
    }

    /// Who stands in a list of the network's by name alone: somebody without a profile, whose name
    /// no member takes by being called so too.
    pub(super) fn outsider(
        &self,
        name: &str,
        written: Written<'_>,
        path: &str,
        notes: &mut Vec<Diagnostic>,
    ) -> Who {
        match who(self.names, name, written.teller) {
            Who::Expert(id) if self.names.is_member(name, id.index()) => {
                let slug = self.slugs.get(id.index()).map_or("", String::as_str);
                let message =
                    format!("a member is called `{name}` too; this is not taken for the member");
                let place = written.anchor.value(path);
                let note = Diagnostic::new(Code::AmbiguousReference, place, message);
                notes.push(
                    note.as_warning().help(format!("write `expert: {slug}` if it is the member")),
                );
                Who::Unclear(single_spaced(name), vec![id])
            }
            who => who,
        }
    }

    /// Who has a profile elsewhere, by a slug in the place of a name, as a portfolio has them.
    /// `is_bare` says that nothing but the name was written.
    pub(super) fn elsewhere(
        &self,
        (name, is_bare): (&str, bool),
        written: Written<'_>,
        path: &str,
        notes: &mut Vec<Diagnostic>,
    ) -> Option<Who> {
        let bare = is_bare.then(|| elsewhere(self.whose, self.names, name)).flatten();
        let readable = bare.or_else(|| named_elsewhere(self.whose, self.names, name))?;
        notes.push(mention(written.anchor, path, name, &readable));
        Some(who(self.names, &readable, written.teller))
    }
}
