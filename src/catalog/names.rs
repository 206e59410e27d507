//! Which slug each entry has, and which entry a name means.

use super::likeness::{Likeness, names_forgotten};
use crate::base::slug::slug;
use crate::base::{Code, Diagnostic, Forgotten, Place, Rank, Spot};
use crate::record::{Common, Origin, Record, Unread};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name as references compare it: without case, diacritics and the kind of its spaces. `C`, `C++` and `C#` stay three.
pub(super) fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    let mut gap = false;
    let seen = name.trim().chars().filter(|c| !crate::base::is_unseen(*c) && !is_joiner(*c));
    for c in seen.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        if c.is_whitespace() || c == '-' || c == '_' {
            gap = true;
            continue;
        }
        if gap && !key.is_empty() {
            key.push(' ');
        }
        gap = false;
        key.push(match c {
            '\u{2019}' | '\u{2018}' | '\u{02bc}' => '\'',
            other => other,
        });
    }
    key
}

/// Whether a sign joins letters or parts words, without being seen.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// The slug that an entry wants: its own choice, else its file's name, else `name`.
pub(super) fn wanted_slug(common: &Common, origin: &Origin, name: &str) -> String {
    slug(wanted_name(common, origin, name))
}

/// The path that a text page wants: slugs between slashes.
pub(super) fn wanted_path(common: &Common, origin: &Origin, name: &str) -> String {
    wanted_name(common, origin, name).split('/').map(slug).collect::<Vec<_>>().join("/")
}

fn wanted_name<'a>(common: &'a Common, origin: &'a Origin, name: &'a str) -> &'a str {
    let written = origin.given_slug.as_deref().or(common.slug.as_deref()).unwrap_or(&origin.stem);
    if written.is_empty() { name } else { written }
}

/// Records with their slugs, in the order of the slugs, and those that want the slug of another: they are held back.
pub(super) struct Assigned<F, T> {
    pub(super) taken: Vec<(String, Record<F, T>)>,
    pub(super) refused: Vec<Record<F, T>>,
}

/// Gives each record the slug that it wants. Of several that want one, the first by precedence has it: whom the owner
/// of the site gave it to, the site's own, members in the order in which they joined. What cannot be read keeps its own.
pub(super) fn assign<F, T>(
    mut records: Vec<Record<F, T>>,
    section: &str,
    name: impl Fn(&F) -> &str,
    reserved: &Reserved,
    notes: &mut Vec<Diagnostic>,
) -> Assigned<F, T> {
    let wanted = if section.is_empty() { wanted_path } else { wanted_slug };
    let slug = |record: &Record<F, T>| wanted(&record.common, &record.origin, name(&record.file));
    let mut reserved = reserved.clone();
    for record in records.extract_if(.., |record| !record.whole) {
        reserved.add(slug(&record), record.origin.rank, record.origin.anchor.here());
    }
    for record in &records {
        note_guess(&record.common, &record.origin, name(&record.file), notes);
    }
    let mut assigned = Assigned { taken: Vec::with_capacity(records.len()), refused: Vec::new() };
    for (slug, mut records) in by_slug(records, slug) {
        records.sort_by_key(|record| (record.origin.given_slug.is_none(), record.origin.rank));
        let url = format!("{section}{slug}/");
        let mut holder = reserved.before(&slug, &records[0].origin);
        for record in records {
            let here = record.origin.anchor.here();
            if let Some(holder) = &holder {
                notes.push(same_url(&url, here, holder.clone()));
                assigned.refused.push(record);
            } else {
                holder = Some(here);
                assigned.taken.push((slug.clone(), record));
            }
        }
    }
    assigned
}

/// Slugs of entries that cannot be read, with who wrote them and where.
#[derive(Debug, Clone, Default)]
pub(super) struct Reserved(HashMap<String, (Rank, Place)>);

impl Reserved {
    /// The slugs of all entries in `section` that cannot be read at all.
    pub(super) fn of(unread: &[Unread], section: &str) -> Self {
        let mut reserved = Self::default();
        for unread in unread.iter().filter(|unread| unread.kind.folder() == section) {
            reserved.add(unread.slug.clone(), unread.rank, Place::file(unread.file.clone()));
        }
        reserved
    }

    pub(super) fn add(&mut self, slug: String, rank: Rank, place: Place) {
        if slug.is_empty() {
            return;
        }
        let holder = self.0.entry(slug).or_insert_with(|| (rank, place.clone()));
        if rank < holder.0 {
            *holder = (rank, place);
        }
    }

    /// Where the entry is that has the slug before one of `origin` may have it.
    pub(super) fn before(&self, slug: &str, origin: &Origin) -> Option<Place> {
        let (rank, place) = self.0.get(slug)?;
        (origin.given_slug.is_none() && *rank < origin.rank).then(|| place.clone())
    }
}

/// Records in the order of the slugs that they want, those that want the same together in the order that they had.
pub(super) fn by_slug<R>(records: Vec<R>, slug: impl FnMut(&R) -> String) -> impl Iterator<Item = (String, Vec<R>)> {
    let mut order: Vec<(String, usize)> = records.iter().map(slug).zip(0..).collect();
    order.sort_unstable();
    let mut records: Vec<Option<R>> = records.into_iter().map(Some).collect();
    let mut order = order.into_iter().peekable();
    std::iter::from_fn(move || {
        let (slug, first) = order.next()?;
        let mut take = |at: usize| records[at].take().expect("each record is taken once");
        // Most are alone, and a list that is made to grow would have room for four.
        let mut together = vec![take(first)];
        while let Some((_, at)) = order.next_if(|(other, _)| *other == slug) {
            together.push(take(at));
        }
        Some((slug, together))
    })
}

/// Notes that an address was guessed from a name in another script.
pub(super) fn note_guess(common: &Common, origin: &Origin, name: &str, notes: &mut Vec<Diagnostic>) {
    let written = wanted_name(common, origin, name);
    let is_latin = |c: char| !c.is_alphabetic() || u32::from(c) < 0x0250 || ('\u{1e00}'..='\u{1eff}').contains(&c);
    if common.slug.is_none() && !written.chars().all(is_latin) {
        let message = format!("the address `{}` was guessed from `{written}`", slug(written));
        notes.push(
            Diagnostic::new(Code::GuessedSlug, origin.anchor.here(), message)
                .help("choose one with `slug:`, before others link to it"),
        );
    }
}

/// The note on an entry `later` that wants the address of the entry `first`.
pub(super) fn same_url(url: &str, later: Place, first: Place) -> Diagnostic {
    let message = format!("{} wants the address /{url}, which belongs to {}", said(&later), said(&first));
    Diagnostic::new(Code::SameUrl, later, message).help("rename its file, or give it a `slug:` of its own").and(first)
}

/// How a message calls a place.
pub(super) fn said(place: &Place) -> String {
    match &place.spot {
        Spot::Key(item) => format!("`{item}` in `{}`", place.file),
        _ => format!("`{}`", place.file),
    }
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
    /// All these names, as people write around them.
    likeness: Likeness,
    /// The index of the first of those who were removed.
    first_forgotten: usize,
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
        self.slugs.insert(slug.to_owned(), Slug { index, chosen: false });
    }

    /// Lets a slug that a member chose lead to the member.
    pub(super) fn chosen_slug(&mut self, slug: &str, index: usize) {
        self.slugs.insert(slug.to_owned(), Slug { index, chosen: true });
    }

    /// Lets a former slug lead to the entry, unless another has it now.
    pub(super) fn alias(&mut self, alias: &str, index: usize) {
        self.slugs.entry(slug(alias)).or_insert(Slug { index, chosen: false });
    }

    /// Lets `name` lead to the entry of the site itself.
    pub(super) fn name(&mut self, name: &str, index: usize) {
        self.name_of(name, Rank::Own, index);
    }

    /// Lets `name` lead to the entry of somebody of that rank.
    pub(super) fn name_of(&mut self, name: &str, rank: Rank, index: usize) {
        self.likeness.learn(name, Some(index));
        let entries = self.keys.entry(key(name)).or_default();
        if !entries.contains(&(rank, Some(index))) {
            entries.push((rank, Some(index)));
        }
    }

    /// Lets what a member was called before lead to the member, where the member speaks.
    pub(super) fn former_name(&mut self, name: &str, index: Option<usize>) {
        self.likeness.learn(name, index);
        self.former.entry(key(name)).or_default().push(index);
    }

    /// Remembers that somebody of that name, or slug, is held back.
    pub(super) fn held_back(&mut self, name: &str, rank: Rank) {
        if key(name).is_empty() {
            return;
        }
        self.likeness.learn(name, None);
        self.keys.entry(key(name)).or_default().push((rank, None));
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
        let settled = |slug: &str| self.slugs.get(slug).filter(|slug| !slug.chosen).map(|slug| slug.index);
        if let Some(index) = settled(word.trim()) {
            return Meaning::One(index);
        }
        let (key, slug) = (key(word), slug(word));
        let named = self.keys.get(&key).map_or(&[][..], Vec::as_slice);
        let held = self.held.get(&slug).copied();
        let first = named.iter().map(|(rank, _)| *rank).chain(held).min();
        let of_first = || {
            let known: Vec<usize> = named.iter().filter(|one| Some(one.0) == first).filter_map(|one| one.1).collect();
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
            (Some(members), Some(teller)) if members.contains(&Some(teller)) => Meaning::One(teller),
            (Some(members), _) => Meaning::Former(members.iter().flatten().copied().collect()),
            (None, _) => Meaning::Nothing,
        }
    }

    /// Who may be meant by a text that is nobody's name as it stands; None when it speaks of somebody who is held back
    /// or was removed.
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

    pub(super) fn slugs(&self) -> impl Iterator<Item = &str> {
        self.slugs.keys().map(String::as_str)
    }

    pub(super) fn has_slug(&self, slug: &str) -> bool {
        self.slugs.contains_key(slug)
    }
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn names_meet_whatever_their_case_diacritics_and_spaces() {
        assert_eq!(key("Energie-coöperatie  Zuidhorn"), key("energie coOperatie zuidhorn"));
        assert_ne!(key("C"), key("C++"));
        assert_ne!(key("C++"), key("C#"));
    }
}
