//! Which address each entry had in the build before, so that no newcomer takes it.
//!
//! Two entries that want one address differ in nothing by which it could be told which was there
//! first: not in their files' names, and not in their order. So a build remembers who has which, by
//! hashes and, of whoever stands apart, by the address; and whoever had an address goes before a
//! newcomer. Where nothing is remembered, the order of the files decides, and what is told of it
//! says how to settle it for good.

use super::names::key;
use super::personal_data::personal;
use super::slugs::wanted_slug;
use crate::base::Fingerprint;
use crate::record::{self, Record};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::hash::Hash;

/// Which address each entry has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addresses {
    /// Marks of entries that have the address that they want.
    wanted: BTreeSet<u64>,
    /// Marks of entries that have another, with that.
    apart: BTreeMap<u64, String>,
}

impl Addresses {
    /// Whether an entry of these marks had the address that it wants.
    pub(super) fn had(&self, marks: &[u64]) -> bool {
        marks.iter().any(|mark| self.wanted.contains(mark))
    }

    /// The other address that an entry of these marks had.
    pub(super) fn apart(&self, marks: &[u64]) -> Option<&str> {
        marks.iter().find_map(|mark| self.apart.get(mark)).map(String::as_str)
    }

    /// Whether anybody had an address other than the wanted one.
    pub(super) fn has_apart(&self) -> bool {
        !self.apart.is_empty()
    }

    /// Forgets who stood apart at `slug`. False when nobody did.
    pub fn forget(&mut self, slug: &str) -> bool {
        let before = self.apart.len();
        self.apart.retain(|_, kept| kept != slug);
        self.apart.len() < before
    }

    /// Remembers that an entry of these marks, which wants `wanted`, has `slug`.
    pub(super) fn keep(&mut self, marks: Vec<u64>, wanted: &str, slug: &str) {
        for mark in marks {
            if wanted == slug {
                self.wanted.insert(mark);
            } else {
                self.apart.insert(mark, slug.to_owned());
            }
        }
    }
}

/// A kind of entry that has an address by its file or its name.
pub(super) trait Addressed: Hash {
    /// The folder of its addresses, with a slash; none for pages at the top.
    const SECTION: &'static str;

    /// What it is called.
    fn called(&self) -> &str;

    /// What may be said behind its name to tell it from others of that name, in the order of what
    /// is best: each in its place, none where nothing is known.
    fn tellings(&self) -> Vec<Option<&str>> {
        Vec::new()
    }

    /// What belongs to it alone, whatever else changes.
    fn own_marks(&self) -> Vec<String> {
        Vec::new()
    }
}

impl Addressed for record::Expert {
    const SECTION: &'static str = "experts/";

    fn called(&self) -> &str {
        &self.name
    }

    fn tellings(&self) -> Vec<Option<&str>> {
        let town = self.location.as_ref().and_then(|location| location.city.as_deref());
        let employer = self.experience.iter().find_map(|position| position.organization.as_deref());
        let field = self.expertise.first().map(|claim| claim.topic.as_str());
        vec![town, employer, field]
    }

    fn own_marks(&self) -> Vec<String> {
        personal(self)
    }
}

/// Says of kinds of entries where they stand and by which field they are called.
macro_rules! addressed {
    ($($number:literal $kind:ident $list:ident $title:ident; $of_text:literal $text:ident,)*) => {
        $(addressed!(@ $kind $title concat!(stringify!($list), "/"));)*
    };
    // What tells people apart stands above.
    (@ Expert $title:ident $section:expr) => {};
    (@ Page $title:ident $section:expr) => { addressed!(@@ Page $title ""); };
    (@ $kind:ident $title:ident $section:expr) => { addressed!(@@ $kind $title $section); };
    (@@ $kind:ident $title:ident $section:expr) => {
        impl Addressed for record::$kind {
            const SECTION: &'static str = $section;

            fn called(&self) -> &str {
                &self.$title
            }
        }
    };
}
record::each_record!(addressed);

/// The marks by which an entry that wants `wanted` is known in the next build: its file, and for
/// one of many in a file, where numbers shift, what it says and what belongs to it alone.
pub(super) fn marks<F: Addressed, T>(record: &Record<F, T>, wanted: &str) -> Vec<u64> {
    let file = &*record.origin.anchor.file;
    let mark = |of: &str| mark(F::SECTION, wanted, of);
    if record.origin.anchor.is_whole_file() {
        return vec![mark(file)];
    }
    let said = Fingerprint::of(&record.file).number();
    let own = record.file.own_marks().into_iter().map(|own| mark(&own));
    own.chain([mark(&format!("{file} {said:x}"))]).collect()
}

/// The mark of what wants an address in a section, as `of` says who it is.
pub(super) fn mark(section: &str, wanted: &str, of: &str) -> u64 {
    Fingerprint::of(&(section, wanted, of)).half()
}

/// Those who want one address, as far as another may be told from them. It grows with each who is
/// told apart, so that a thousand people of one name are looked at once each.
#[derive(Default)]
pub(super) struct Namesakes {
    /// What they are called.
    names: HashSet<String>,
    /// What belongs to one of them alone.
    own_marks: HashSet<String>,
    /// What is said of them behind their name, by its place.
    told: Vec<Told>,
}

/// What is said of namesakes in one place.
#[derive(Default)]
struct Told {
    words: HashSet<String>,
    /// Whether of one of them nothing is said.
    lacks: bool,
}

impl Namesakes {
    /// Adds one of them.
    pub(super) fn add<F: Addressed>(&mut self, file: &F) {
        self.names.insert(key(file.called()));
        self.own_marks.extend(file.own_marks());
        let tellings = file.tellings();
        self.told.resize_with(tellings.len().max(self.told.len()), Told::default);
        for (told, telling) in self.told.iter_mut().zip(tellings) {
            let word = telling.map(key).filter(|word| !word.is_empty());
            told.lacks |= word.is_none();
            told.words.extend(word);
        }
    }

    /// Whether none of them is called as this one is.
    pub(super) fn differ_in_name<F: Addressed>(&self, file: &F) -> bool {
        !self.names.contains(&key(file.called()))
    }

    /// What an entry may be called at the end of its address beside them: where all of them say
    /// something and none says the same.
    pub(super) fn endings<'a, F: Addressed>(&self, file: &'a F) -> Vec<&'a str> {
        // Who shares a mail address is probably one person, told twice.
        if file.own_marks().iter().any(|mark| self.own_marks.contains(mark)) {
            return Vec::new();
        }
        let tell_apart = file.tellings().into_iter().zip(&self.told).filter_map(|(own, told)| {
            let own = own.filter(|own| !key(own).is_empty())?;
            (!told.lacks && !told.words.contains(&key(own))).then_some(own)
        });
        tell_apart.collect()
    }
}

/// The slug that a record wants.
pub(super) fn wanted<F: Addressed, T>(record: &Record<F, T>) -> String {
    let wanted = if F::SECTION.is_empty() { super::slugs::wanted_path } else { wanted_slug };
    wanted(&record.common, &record.origin, record.file.called())
}
