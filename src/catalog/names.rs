//! Which entry a name means.

use super::likeness::{Likeness, names_forgotten};
use crate::base::diagnostic::nearest;
pub(super) use crate::base::fold::key;
use crate::base::name::forms;
use crate::base::slug::slug;
use crate::base::{Forgotten, Place, Rank, Spot};
use std::collections::{HashMap, HashSet};

/// How a message calls a place.
pub(super) fn label(place: &Place) -> String {
    let number = |item: &str| item.strip_prefix('[')?.strip_suffix(']')?.parse::<usize>().ok();
    match &place.spot {
        // Which row of a table it is, its file says when the message is shown.
        Spot::Key(item) if number(item).is_some() && !is_table(&place.file) => {
            format!("item {} of `{}`", number(item).unwrap_or_default() + 1, place.file)
        }
        Spot::Key(item) => format!("`{item}` in `{}`", place.file),
        _ => format!("`{}`", place.file),
    }
}

/// Whether a file of many entries is a table.
pub(super) fn is_table(file: &str) -> bool {
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    !ending.eq_ignore_ascii_case("yaml") && !ending.eq_ignore_ascii_case("yml")
}

/// Names that lead to entries. A name may lead to several.
#[derive(Debug, Default)]
pub(super) struct Names {
    slugs: HashMap<String, Slug>,
    /// Who has each name; None for somebody who is held back.
    keys: HashMap<String, Vec<(Rank, Option<usize>)>>,
    /// What members were called before: it leads to them in their own folders only.
    former: HashMap<String, Vec<Option<usize>>>,
    /// Slugs of those who are held back.
    held: HashMap<String, Rank>,
    forgotten: Forgotten,
    /// All these names and slugs, as people write around them.
    likeness: Likeness,
    /// The index of the first of those who were removed.
    first_forgotten: usize,
    /// Those whom nobody may see: no message proposes their names.
    untold: HashSet<usize>,
}

/// Whose a slug is.
#[derive(Debug)]
struct Slug {
    index: usize,
    /// Whether a member chose it: then it is an address, and stands for no name.
    chosen: bool,
}

/// What a name leads to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    One(usize),
    Several(Vec<usize>),
    HeldBack,
    /// Members were called so before, some of whom may be held back.
    Former(Vec<usize>),
    Nothing,
}

/// What a word is that refers to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    SlugOrName,
    Name,
}

impl Names {
    pub(super) fn slug(&mut self, slug: &str, index: usize) {
        self.learn_slug(slug, Slug { index, chosen: false });
    }

    /// Lets a slug that a member chose lead to the member.
    pub(super) fn chosen_slug(&mut self, slug: &str, index: usize) {
        self.learn_slug(slug, Slug { index, chosen: true });
    }

    fn learn_slug(&mut self, slug: &str, leads: Slug) {
        self.likeness.learn_word(slug, Some(leads.index));
        self.slugs.insert(slug.to_owned(), leads);
    }

    /// Lets a former slug lead to the entry, unless another has it now.
    pub(super) fn alias(&mut self, alias: &str, index: usize) {
        self.likeness.learn_word(alias, Some(index));
        self.slugs.entry(slug(alias)).or_insert(Slug { index, chosen: false });
    }

    /// Lets `name` lead to the entry of the site itself.
    pub(super) fn name(&mut self, name: &str, index: usize) {
        self.likeness.learn_word(name, Some(index));
        self.learn(name, Rank::Own, index);
    }

    /// Lets the name of a person lead to the entry of that rank.
    pub(super) fn name_of(&mut self, name: &str, rank: Rank, index: usize) {
        self.likeness.learn(name, Some(index));
        for form in forms(name) {
            self.learn(&form, rank, index);
        }
    }

    /// Remembers what somebody is called who is known by another name; None for who is held back.
    pub(super) fn called(&mut self, name: &str, who: Option<usize>) {
        self.likeness.learn(name, who);
    }

    fn learn(&mut self, name: &str, rank: Rank, index: usize) {
        let entries = self.keys.entry(key(name)).or_default();
        if !entries.contains(&(rank, Some(index))) {
            entries.push((rank, Some(index)));
        }
    }

    /// Lets what a member was called before lead to the member, where the member speaks.
    pub(super) fn former_name(&mut self, name: &str, index: Option<usize>) {
        self.likeness.learn(name, index);
        for form in forms(name) {
            self.former.entry(key(&form)).or_default().push(index);
        }
    }

    /// Remembers that somebody of that name, or slug, is held back.
    pub(super) fn held_back(&mut self, name: &str, rank: Rank) {
        if key(name).is_empty() {
            return;
        }
        self.likeness.learn(name, None);
        for form in forms(name) {
            self.keys.entry(key(&form)).or_default().push((rank, None));
        }
        let slug = slug(name);
        if !slug.is_empty() {
            let held = self.held.entry(slug).or_insert(rank);
            *held = rank.min(*held);
        }
    }

    /// Remembers who was removed; they follow the entry before `first`.
    pub(super) fn forgotten(&mut self, forgotten: Forgotten, first: usize) {
        self.forgotten = forgotten;
        self.first_forgotten = first;
    }

    /// Remembers that no message may propose the entry.
    pub(super) fn not_told(&mut self, index: usize) {
        self.untold.insert(index);
    }

    /// Whether somebody other than `index` who comes before `rank` has that name.
    pub(super) fn is_taken(&self, name: &str, rank: Rank, index: usize) -> bool {
        let others = self.keys.get(&key(name)).into_iter().flatten();
        others.into_iter().any(|(other, who)| *other <= rank && *who != Some(index))
    }

    /// What a slug or a name means, written by nobody in particular.
    pub(super) fn meaning(&self, word: &str) -> Meaning {
        self.find(word, Word::SlugOrName, None)
    }

    /// What a slug or a name means where `teller` writes it.
    pub(super) fn meaning_to(&self, word: &str, teller: Option<usize>) -> Meaning {
        self.find(word, Word::SlugOrName, teller)
    }

    /// Whom a name means where `teller` writes it.
    pub(super) fn person(&self, name: &str, teller: Option<usize>) -> Meaning {
        self.find(name, Word::Name, teller)
    }

    fn find(&self, word: &str, kind: Word, teller: Option<usize>) -> Meaning {
        let settled =
            |slug: &str| self.slugs.get(slug).filter(|slug| !slug.chosen).map(|slug| slug.index);
        if let Some(index) = settled(word.trim()) {
            return Meaning::One(index);
        }
        let (key, slug) = (key(word), slug(word));
        let named = self.keys.get(&key).map_or(&[][..], Vec::as_slice);
        let held = self.held.get(&slug).copied();
        let first = named.iter().map(|(rank, _)| *rank).chain(held).min();
        let of_first = || {
            let known: Vec<usize> =
                named.iter().filter(|one| Some(one.0) == first).filter_map(|one| one.1).collect();
            let unseen = held == first || named.contains(&(first.unwrap_or_default(), None));
            match known.as_slice() {
                [] => Meaning::HeldBack,
                [one] if !unseen => Meaning::One(*one),
                _ => Meaning::Several(known),
            }
        };
        if first == Some(Rank::Own) {
            return of_first();
        }
        if let Some(index) = settled(&slug).filter(|_| key == self::key(&slug)) {
            return Meaning::One(index);
        }
        if let Some(at) = self.forgotten.person(word) {
            return Meaning::One(self.first_forgotten + at);
        }
        if first.is_some() {
            return of_first();
        }
        if let Some(found) = self.slugs.get(word.trim()).filter(|_| kind == Word::SlugOrName) {
            return Meaning::One(found.index);
        }
        match (self.former.get(&key), teller) {
            (Some(members), Some(teller)) if members.contains(&Some(teller)) => {
                Meaning::One(teller)
            }
            (Some(members), _) => Meaning::Former(members.iter().flatten().copied().collect()),
            (None, _) => Meaning::Nothing,
        }
    }

    /// Who may be meant by a text that is nobody's name as it stands; None when it speaks of
    /// somebody who is held back or was removed.
    pub(super) fn alike(&self, text: &str) -> Option<Vec<usize>> {
        if names_forgotten(text, &self.forgotten) {
            return None;
        }
        self.likeness.named_in(text).into_iter().collect()
    }

    /// Whether the name at `index` is a member's.
    pub(super) fn is_member(&self, name: &str, index: usize) -> bool {
        let holders = self.keys.get(&key(name)).into_iter().flatten();
        holders.into_iter().any(|(rank, who)| rank.is_member() && *who == Some(index))
    }

    /// The slug of the entry of which the slug or the name looks most like `written`, if one looks
    /// alike.
    pub(super) fn nearest(&self, written: &str) -> Option<&str> {
        let is_told = |index: usize| !self.untold.contains(&index);
        let slugs = self.slugs.iter().filter(|(_, slug)| is_told(slug.index));
        let by_slug = nearest(&slug(written), slugs.map(|(slug, _)| slug.as_str()));
        by_slug.or_else(|| {
            let known = self.keys.iter().filter(|(_, holders)| holders.len() == 1);
            let known = known
                .filter(|(_, holders)| holders[0].1.is_some_and(is_told))
                .map(|(key, _)| key.as_str());
            let index = self.keys.get(nearest(&key(written), known)?)?.first()?.1?;
            let slugs = self.slugs.iter().filter(|(_, slug)| slug.index == index);
            slugs.map(|(slug, _)| slug.as_str()).min()
        })
    }

    pub(super) fn has_slug(&self, slug: &str) -> bool {
        self.slugs.contains_key(slug)
    }
}
