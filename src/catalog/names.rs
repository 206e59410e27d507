//! Which slug each entry has, and which entry a name means.

use crate::base::slug::slug;
use crate::base::{Code, Diagnostic, Forgotten, Place, Spot};
use crate::record::{Common, Origin, Record};
use std::collections::{HashMap, HashSet};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name as references compare it: without case, diacritics and the kind of its spaces. `C`, `C++` and `C#` stay three.
pub(super) fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    let mut gap = false;
    for c in name.trim().nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
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

/// The slug that an entry wants: its own choice, else its file's name, else `name`.
pub(super) fn wanted_slug(common: &Common, origin: &Origin, name: &str) -> String {
    slug(wanted_name(common, origin, name))
}

/// The path that a text page wants: slugs between slashes.
pub(super) fn wanted_path(common: &Common, origin: &Origin, name: &str) -> String {
    wanted_name(common, origin, name).split('/').map(slug).collect::<Vec<_>>().join("/")
}

fn wanted_name<'a>(common: &'a Common, origin: &'a Origin, name: &'a str) -> &'a str {
    let written = common.slug.as_deref().unwrap_or(&origin.stem);
    if written.is_empty() { name } else { written }
}

/// Records with their slugs, in the order of the slugs. Two that want one slug are both held back.
pub(super) fn assign<F, T>(
    mut records: Vec<Record<F, T>>,
    section: &str,
    name: impl Fn(&F) -> &str,
    notes: &mut Vec<Diagnostic>,
) -> Vec<(String, Record<F, T>)> {
    let wanted = if section.is_empty() { wanted_path } else { wanted_slug };
    records.retain(|record| record.whole);
    for record in &records {
        note_guess(&record.common, &record.origin, name(&record.file), notes);
    }
    let slug = |record: &Record<F, T>| wanted(&record.common, &record.origin, name(&record.file));
    let mut assigned = Vec::with_capacity(records.len());
    for (slug, mut records) in by_slug(records, slug) {
        if records.len() == 1 {
            assigned.extend(records.pop().map(|record| (slug, record)));
        } else {
            notes.push(same_url(&format!("{section}{slug}/"), records.iter().map(|record| &record.origin)));
        }
    }
    assigned
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

/// The note on files that want one address.
pub(super) fn same_url<'a>(url: &str, origins: impl Iterator<Item = &'a Origin>) -> Diagnostic {
    let places: Vec<Place> = origins.map(|origin| origin.anchor.here()).collect();
    let names = places.iter().map(said).collect::<Vec<_>>().join(" and ");
    let mut places = places.into_iter();
    let first = places.next().expect("at least two files want the address");
    let note = Diagnostic::new(Code::SameUrl, first, format!("{names} both want the address /{url}"))
        .help("rename one of the files, or give it a `slug:` of its own");
    places.fold(note, Diagnostic::and)
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
    slugs: HashMap<String, usize>,
    keys: HashMap<String, Vec<usize>>,
    held: HashSet<String>,
    forgotten: Forgotten,
    /// The index of the first of those who were removed.
    first_forgotten: usize,
}

/// What a name leads to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    One(usize),
    Several(Vec<usize>),
    HeldBack,
    Nothing,
}

impl Names {
    pub(super) fn slug(&mut self, slug: &str, index: usize) {
        self.slugs.insert(slug.to_owned(), index);
    }

    /// Lets a former slug lead to the entry, unless another has it now.
    pub(super) fn alias(&mut self, alias: &str, index: usize) {
        self.slugs.entry(slug(alias)).or_insert(index);
    }

    /// Lets `name` lead to the entry. Gives the entries to which it leads already.
    pub(super) fn name(&mut self, name: &str, index: usize) -> &[usize] {
        let entries = self.keys.entry(key(name)).or_default();
        if !entries.contains(&index) {
            entries.push(index);
        }
        entries
    }

    /// Remembers that there is an entry of that slug, which is held back.
    pub(super) fn held_back(&mut self, slug: &str) {
        self.held.insert(slug.to_owned());
    }

    /// Remembers who was removed; they follow the entry before `first`.
    pub(super) fn forgotten(&mut self, forgotten: Forgotten, first: usize) {
        self.forgotten = forgotten;
        self.first_forgotten = first;
    }

    pub(super) fn meaning(&self, name: &str) -> Meaning {
        if let Some(index) = self.slugs.get(name.trim()) {
            return Meaning::One(*index);
        }
        match self.keys.get(&key(name)).map(Vec::as_slice) {
            Some([one]) => Meaning::One(*one),
            Some([]) | None => {
                let slug = slug(name);
                match self.slugs.get(&slug) {
                    Some(index) if key(name) == key(&slug) => Meaning::One(*index),
                    _ if self.held.contains(&slug) => Meaning::HeldBack,
                    _ => match self.forgotten.person(name) {
                        Some(at) => Meaning::One(self.first_forgotten + at),
                        None => Meaning::Nothing,
                    },
                }
            }
            Some(several) => Meaning::Several(several.to_vec()),
        }
    }

    /// The entry that a name in running text means, when there is exactly one.
    pub(super) fn only(&self, name: Option<&str>) -> Option<usize> {
        match self.meaning(name?) {
            Meaning::One(index) => Some(index),
            _ => None,
        }
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
