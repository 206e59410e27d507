//! Names of people whom nobody may see, in the texts of others: what somebody wrote stays as it is
//! written, so that all that can be done is to say so.

use super::kept::Kept;
use super::removed::Removed;
use crate::base::fold::fold;
use crate::base::name::forms::called;
use crate::base::{Anchor, Code, Diagnostic, Place, Spot, Text, each_kind};
use crate::catalog::{Catalog, Entry, TopicId};
use crate::record::{Besides, Record, Worded};
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
    let topics = names.in_topics(catalog);
    let texts = texts_of(catalog, kept, &topics);
    texts.par_iter().flat_map_iter(|texts| texts.notes(&names)).collect()
}

macro_rules! texts_of {
    ($($kind:ident $name:ident $table:ident $ids:ident,)*) => {
        /// The texts of what is kept, with the titles of those of `topics` that it is about.
        fn texts_of(
            catalog: &mut Catalog,
            kept: &Kept,
            topics: &HashMap<TopicId, String>,
        ) -> Vec<Texts> {
            let mut texts = Vec::new();
            $(for id in &kept.$table {
                let entry = &mut catalog.$table[*id];
                let about: Vec<String> = if topics.is_empty() {
                    Vec::new()
                } else {
                    entry.topics().iter().filter_map(|id| topics.get(id)).cloned().collect()
                };
                texts.extend(entry.record_mut().map(|record| Texts::of(record, about)));
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

    /// The topics without an entry of their own in whose titles such names stand.
    fn in_topics(&self, catalog: &Catalog) -> HashMap<TopicId, String> {
        let mentioned = catalog.topics.entries().filter(|(_, topic)| topic.record.is_none());
        let named = mentioned.filter(|(_, topic)| !self.in_text(&topic.title).is_empty());
        named.map(|(id, topic)| (id, topic.title.clone())).collect()
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
/// And the words of its addresses.
struct Texts {
    texts: Vec<(Anchor, Vec<String>, Text)>,
    addresses: String,
}

impl Texts {
    fn of<F: Worded + Besides, T: Worded>(record: &mut Record<F, T>, topics: Vec<String>) -> Self {
        let mut between = words(&mut *record.file);
        between.extend(topics);
        between.extend(record.file.besides().into_iter().map(str::to_owned));
        let own = (record.origin.anchor.clone(), between, record.body.clone());
        let translations = record.translations.iter_mut();
        let translated =
            translations.map(|it| (it.anchor.clone(), words(&mut it.text), it.body.clone()));
        let slug = record.common.slug.as_ref().unwrap_or(&record.origin.stem);
        // Signs between them keep the words of two addresses apart.
        let addresses =
            record.common.aliases.iter().fold(slug.clone(), |all, one| all + " 0 " + one);
        Self { texts: std::iter::once(own).chain(translated).collect(), addresses }
    }

    fn notes(&self, names: &Names) -> Vec<Diagnostic> {
        let mut found: Vec<(&Anchor, String)> = Vec::new();
        for (anchor, between, body) in &self.texts {
            let between = between.iter().flat_map(|text| names.in_text(text));
            for name in between.chain(names.in_text(&body.read())) {
                if !found.iter().any(|known| known.0.file == anchor.file && known.1 == name) {
                    found.push((anchor, name));
                }
            }
        }
        let anchor = &self.texts[0].0;
        let in_addresses = names.in_text(&self.addresses).into_iter();
        let addresses = in_addresses.map(|name| note_of_address(anchor, &name));
        found.into_iter().map(|(anchor, name)| note_of(anchor, &name)).chain(addresses).collect()
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

fn note_of_address(anchor: &Anchor, name: &str) -> Diagnostic {
    let message =
        format!("`{name}` stands in an address of this entry, whose profile nobody may see");
    Diagnostic::new(Code::HiddenNamed, anchor.here(), message)
        .help("give it a `slug:` without the name, and take the name out of `aliases:`")
}
