//! What the outputs of a site follow from, in short: equal fingerprints, equal bytes.

use super::context::{NoCards, ViewContext};
use super::plan::Site;
use crate::base::reads::{Read, Reads};
use crate::base::{Date, EntryKind, Fingerprint, Table};
use crate::config::Config;
use crate::edition::{Record, Story};

/// How many kinds of entry there are.
const KINDS: usize = EntryKind::ALL.len();
use rayon::prelude::*;
use std::hash::Hash;

/// What the outputs of a site follow from.
#[derive(Debug)]
pub struct Fingerprints {
    /// All but the entries: configuration, month, theme, addresses, lists, pictures.
    pub shared: Fingerprint,
    today: Date,
    kinds: [Vec<Fingerprint>; KINDS],
    all: [Fingerprint; KINDS],
    stories: [Vec<Fingerprint>; KINDS],
    all_stories: [Fingerprint; KINDS],
}

impl Fingerprints {
    /// Of the entries that were looked at; none when there are no such entries.
    pub fn of(&self, reads: &Reads) -> Option<Fingerprint> {
        let each = reads.iter().map(|read| match read {
            Read::One(kind, index) => self.kinds.get(kind)?.get(index).copied(),
            Read::All(kind) => self.all.get(kind).copied(),
            Read::Story(kind, index) => self.stories.get(kind)?.get(index).copied(),
            Read::Stories(kind) => self.all_stories.get(kind).copied(),
            Read::Passed(day) => Some(Fingerprint::of(&(day < self.today.ordinal()))),
            Read::Today => Some(Fingerprint::of(&self.today)),
        });
        each.collect::<Option<Vec<_>>>().map(Fingerprint::of_all)
    }

    /// Of all entries together, and of today.
    pub fn of_everything(&self) -> Fingerprint {
        let all = self.all.into_iter().chain(self.all_stories);
        Fingerprint::of_all(all.chain([Fingerprint::of(&self.today)]))
    }
}

fn each<T: Hash + Sync>(table: &Table<T>) -> Vec<Fingerprint> {
    table.par_entries().map(|(_, entry)| Fingerprint::of(entry)).collect()
}

fn each_story<T: Sync, F, U>(
    table: &Table<T>,
    record: impl Fn(&T) -> Option<&Record<F, U>> + Sync,
) -> Vec<Fingerprint> {
    let of = |entry: &T| {
        let stories = record(entry).into_iter().flat_map(Record::stories);
        Fingerprint::of(&stories.map(Story::unlogged).collect::<Vec<_>>())
    };
    table.par_entries().map(|(_, entry)| of(entry)).collect()
}

/// Of what each kind has, together.
fn together(kinds: &[Vec<Fingerprint>; KINDS]) -> [Fingerprint; KINDS] {
    std::array::from_fn(|kind: usize| Fingerprint::of_all(kinds[kind].iter().copied()))
}

impl Site {
    /// What the outputs follow from.
    pub fn fingerprints(&self) -> Fingerprints {
        let edition = &self.edition;
        let kinds = [
            each(&edition.experts),
            each(&edition.projects),
            each(&edition.organizations),
            each(&edition.topics),
            each(&edition.requests),
            each(&edition.pages),
        ];
        let stories = [
            each_story(&edition.experts, |it| Some(&it.record)),
            each_story(&edition.projects, |it| Some(&it.record)),
            each_story(&edition.organizations, |it| it.record.as_ref()),
            each_story(&edition.topics, |it| it.record.as_ref()),
            each_story(&edition.requests, |it| Some(&it.record)),
            each_story(&edition.pages, |it| Some(&it.record)),
        ];
        Fingerprints {
            shared: self.shared_fingerprint(),
            today: edition.date,
            all: together(&kinds),
            all_stories: together(&stories),
            kinds,
            stories,
        }
    }

    fn shared_fingerprint(&self) -> Fingerprint {
        let (theme, bundle) = (&self.theme, &self.bundle);
        let languages = 0..self.config.languages.len();
        let frames = languages.map(|language| {
            let view = ViewContext { site: &self.reader(), language, cards: &NoCards }.site_view();
            Fingerprint::of_bytes(&serde_json::to_vec(&view).expect("a view is plain data"))
        });
        let month = self.edition.date.to_month();
        // What looks at the day notes it.
        let config = Config { date: month, ..self.config.clone() };
        Fingerprint::of_all(
            [
                Fingerprint::of(&config),
                Fingerprint::of(&(month, &self.edition.exchanges, &self.edition.rings)),
                Fingerprint::of(&(
                    &theme.name,
                    &theme.templates,
                    &theme.origins,
                    &theme.strings,
                    &theme.params,
                )),
                Fingerprint::of(&theme.drawn),
                Fingerprint::of(&(&bundle.paths, &bundle.integrity)),
                self.album.fingerprint(),
                Fingerprint::of_all(self.lists.iter().map(Fingerprint::of)),
                Fingerprint::of_all(self.items.iter().map(Fingerprint::of)),
                Fingerprint::of(&self.files),
            ]
            .into_iter()
            .chain(frames),
        )
    }
}
