//! Names of people whom nobody may see, in the texts of others: what somebody wrote stays as it is
//! written, so that all that can be done is to say so.

use super::kept::Kept;
use super::removed::Removed;
use crate::base::fold::fold;
use crate::base::name::forms::called;
use crate::base::{Anchor, Code, Diagnostic, Place, Spot, Text, each_kind};
use crate::catalog::{Catalog, Entry};
use crate::record::{Record, Worded};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};

/// The most words of a name; one word alone may mean anybody.
const MOST_WORDS: usize = 6;

/// The names that are looked for.
#[derive(Default)]
struct Names {
    /// The words of each and how it is written, by its first two words.
    hidden: HashMap<[String; 2], Vec<(Vec<String>, String)>>,
    /// Of those who were removed.
    removed: Removed,
}

/// The notes on names of people who are not among those that are kept, in what is.
pub(super) fn note(catalog: &mut Catalog, kept: &Kept) -> Vec<Diagnostic> {
    let names = Names::of(catalog, kept);
    if names.hidden.is_empty() && names.removed.is_nobody() {
        return Vec::new();
    }
    let texts = texts_of(catalog, kept);
    texts.par_iter().flat_map_iter(|texts| texts.notes(&names)).collect()
}

macro_rules! texts_of {
    ($($kind:ident $name:ident $table:ident $ids:ident,)*) => {
        /// The texts of what is kept.
        fn texts_of(catalog: &mut Catalog, kept: &Kept) -> Vec<Texts> {
            let mut texts = Vec::new();
            $(for id in &kept.$table {
                texts.extend(catalog.$table[*id].record_mut().map(Texts::of));
            })*
            texts
        }
    };
}
each_kind!(texts_of);

impl Names {
    fn of(catalog: &mut Catalog, kept: &Kept) -> Self {
        let mut names = Self::default();
        if kept.experts.len() == catalog.experts.len() {
            return names;
        }
        let seen: HashSet<usize> = kept.experts.iter().map(|id| id.index()).collect();
        let all = || catalog.experts.iter().enumerate();
        let is_open = |(at, _): &(usize, _)| seen.contains(at);
        let written =
            |name: &str| -> Vec<String> { called(name).iter().map(|form| fold(form)).collect() };
        let open: HashSet<String> =
            all().filter(is_open).flat_map(|(_, it)| written(&it.record.file.name)).collect();
        for (_, hidden) in all().filter(|one| !is_open(one)) {
            let record = &hidden.record;
            for name in std::iter::once(&record.file.name).chain(&record.origin.also) {
                for form in written(name).iter().filter(|form| !open.contains(*form)) {
                    names.learn(form, name);
                }
            }
        }
        names.removed = Removed::of(std::mem::take(&mut catalog.forgotten), open);
        names
    }

    fn learn(&mut self, folded: &str, name: &str) {
        let mut words: Vec<String> = folded.split(' ').map(str::to_owned).collect();
        if !(2..=MOST_WORDS).contains(&words.len()) {
            return;
        }
        // `Vries, Jan de` has the same words in the same round.
        for _ in 0..words.len() {
            words.rotate_left(1);
            let first = [words[0].clone(), words[1].clone()];
            self.hidden.entry(first).or_default().push((words.clone(), name.to_owned()));
        }
    }

    /// Whose names stand in a text, each once.
    fn in_text(&self, text: &str) -> Vec<String> {
        let mut found = Vec::new();
        let words: Vec<String> = fold(text).split(' ').map(str::to_owned).collect();
        for (at, two) in words.windows(2).enumerate() {
            let known = <&[String; 2]>::try_from(two).ok().and_then(|two| self.hidden.get(two));
            for (name, written) in known.into_iter().flatten() {
                if words[at..].starts_with(name) && !found.contains(written) {
                    found.push(written.clone());
                }
            }
        }
        for name in self.removed.in_text(text) {
            if !found.contains(&name) {
                found.push(name);
            }
        }
        found
    }
}

/// The texts of an entry and of its translations: those between the keys, and the Markdown below.
struct Texts(Vec<(Anchor, Vec<String>, Text)>);

impl Texts {
    fn of<F: Worded, T: Worded>(record: &mut Record<F, T>) -> Self {
        let own = (record.origin.anchor.clone(), words(&mut *record.file), record.body.clone());
        let translations = record.translations.iter_mut();
        let translated =
            translations.map(|it| (it.anchor.clone(), words(&mut it.text), it.body.clone()));
        Self(std::iter::once(own).chain(translated).collect())
    }

    fn notes(&self, names: &Names) -> Vec<Diagnostic> {
        let mut found: Vec<(&Anchor, String)> = Vec::new();
        for (anchor, between, body) in &self.0 {
            let between = between.iter().flat_map(|text| names.in_text(text));
            for name in between.chain(names.in_text(&body.read())) {
                if !found.iter().any(|known| known.0.file == anchor.file && known.1 == name) {
                    found.push((anchor, name));
                }
            }
        }
        found.into_iter().map(|(anchor, name)| note_of(anchor, &name)).collect()
    }
}

/// What stands between the keys of a file, for its readers.
fn words(file: &mut impl Worded) -> Vec<String> {
    let mut texts = Vec::new();
    file.words(&mut |text| texts.push(text.clone()));
    texts
}

fn note_of(anchor: &Anchor, name: &str) -> Diagnostic {
    let is_alone = anchor.here().spot == Spot::File;
    let place = if is_alone {
        Place { file: anchor.file.clone(), spot: Spot::Text(name.to_owned()) }
    } else {
        anchor.here()
    };
    let message = format!("`{name}` stands in this text, whose profile nobody may see");
    Diagnostic::new(Code::HiddenNamed, place, message)
        .help("take the name out of the text, unless the person agrees to be named here")
}
