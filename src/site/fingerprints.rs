//! What the outputs of a site follow from, in short: equal fingerprints, equal bytes.
//!
//! Entries are known by their names, not by their places, and no output follows from how many
//! others there are unless it shows that. So somebody who comes or goes touches only what speaks of
//! them.

use super::context::{NoCards, ViewContext};
use super::item::{Item, Page, Subject, What};
use super::lists::{Filter, List};
use super::plan::Site;
use super::reader::Outline;
use crate::base::reads::{Aspect, Read, Reads};
use crate::base::{Date, EntryKind, Fingerprint, Id, Names, Table, each_kind};
use crate::config::Config;
use crate::edition::{Edition, Entry, Exchange, Record, Story};
use foldhash::fast::FixedState;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::mem::discriminant;

const KINDS: usize = EntryKind::ALL.len();

/// What pages follow from, by the paths of pictures and documents.
pub(super) type Marks<'a> = BTreeMap<&'a str, Fingerprint>;
/// A fingerprint of each entry of each kind.
type OfEntries = [Vec<Fingerprint>; KINDS];

/// What the outputs of a site follow from.
#[derive(Debug)]
pub struct Fingerprints {
    /// All but the entries, the lists and the plan: configuration, month, theme, frame.
    pub shared: Fingerprint,
    /// What entries are called, in their order.
    pub names: Names,
    /// What lists are called, in their order.
    pub lists: Vec<Fingerprint>,
    /// What each item of the plan is, in their order.
    pub items: Vec<u64>,
    today: Date,
    kinds: OfEntries,
    all: [Fingerprint; KINDS],
    written: OfEntries,
    stories: OfEntries,
    all_stories: [Fingerprint; KINDS],
    on_lists: Vec<Fingerprint>,
    all_lists: Fingerprint,
    aspects: [Fingerprint; Aspect::COUNT],
    answers: HashMap<u64, u64, FixedState>,
    rest: Fingerprint,
}

impl Fingerprints {
    /// Of what was looked at, where `question` tells the questions that have numbers; none when
    /// there is no such thing.
    pub fn of(
        &self,
        reads: &Reads,
        question: impl Fn(usize) -> Option<u64>,
    ) -> Option<Fingerprint> {
        let each = reads.iter().map(|read| match read {
            Read::One(kind, index) => self.kinds.get(kind)?.get(index).copied(),
            Read::All(kind) => self.all.get(kind).copied(),
            Read::Written(kind, index) => self.written.get(kind)?.get(index).copied(),
            Read::Story(kind, index) => self.stories.get(kind)?.get(index).copied(),
            Read::Stories(kind) => self.all_stories.get(kind).copied(),
            Read::List(place) => self.on_lists.get(place).copied(),
            Read::Lists => Some(self.all_lists),
            Read::Aspect(number) => self.aspects.get(number).copied(),
            Read::Answer(number) => Some(self.answer(question(number)?)),
            Read::Passed(day) => Some(Fingerprint::of(&(day < self.today.ordinal()))),
            Read::Today => Some(Fingerprint::of(&self.today)),
        });
        each.collect::<Option<Vec<_>>>().map(Fingerprint::of_all)
    }

    /// What the plan answers to a question: most have none.
    fn answer(&self, question: u64) -> Fingerprint {
        let answer = self.answers.get(&question).copied().unwrap_or(0);
        Fingerprint::from_number(u128::from(answer))
    }

    /// Of all entries and lists together, and of today.
    pub fn of_everything(&self) -> Fingerprint {
        let all = self.all.into_iter().chain(self.all_stories).chain(self.aspects);
        Fingerprint::of_all(all.chain([self.all_lists, self.rest, Fingerprint::of(&self.today)]))
    }
}

fn each<T: Sync, H: Hash>(
    table: &Table<T>,
    of: impl Fn(Id<T>) -> H + Sync,
    names: &Names,
) -> Vec<Fingerprint> {
    table.par_entries().map(|(id, _)| Fingerprint::named(&of(id), names)).collect()
}

fn each_story<T: Entry + Sync>(table: &Table<T>) -> Vec<Fingerprint> {
    let of = |entry: &T| {
        let stories = entry.record().into_iter().flat_map(Record::stories);
        Fingerprint::of(&stories.map(Story::unlogged).collect::<Vec<_>>())
    };
    table.par_entries().map(|(_, entry)| of(entry)).collect()
}

/// Of what each kind has, together.
fn together(kinds: &OfEntries) -> [Fingerprint; KINDS] {
    std::array::from_fn(|kind: usize| Fingerprint::of_all(kinds[kind].iter().copied()))
}

fn called<T: Entry>(table: &Table<T>) -> Vec<Fingerprint> {
    table.iter().map(|entry| Fingerprint::of(&(T::KIND.name(), entry.slug()))).collect()
}

/// The same of the table of each kind.
macro_rules! each_table {
    ($edition:ident, $of:ident; $($kind:ident $name:ident $table:ident $ids:ident,)*) => {
        [$($of(&$edition.$table)),*]
    };
}

/// What shows of an entry though it does not stand in it.
#[derive(Hash)]
enum Beside<'a> {
    Nothing,
    /// Whether it is in lists follows from its place.
    Listed(bool),
    /// What others ask and offer.
    Exchanges(&'a [Exchange], Vec<&'a Exchange>),
}

impl<'a> Beside<'a> {
    fn of(edition: &'a Edition, kind: EntryKind, index: usize) -> Self {
        match kind {
            EntryKind::Expert => {
                let id = Id::new(index);
                Self::Exchanges(edition.answers_to(id), edition.answers_of(id).collect())
            }
            kind if kind.may_be_mentioned() => Self::Listed(edition.is_listed(kind, index)),
            _ => Self::Nothing,
        }
    }
}

/// A fingerprint of each entry of each kind, with what follows from others.
macro_rules! each_looked {
    ($edition:ident, $names:expr; $($kind:ident $name:ident $table:ident $ids:ident,)*) => {
        [$(each(
            &$edition.$table,
            |id| (&$edition.$table[id], Beside::of($edition, EntryKind::$kind, id.index())),
            $names,
        )),*]
    };
}

/// A number that tells what an item is; none of its parts is a place.
fn mark(item: &Item) -> u64 {
    let what = match &item.what {
        What::Page(page) => Fingerprint::of(&(1, discriminant(page))),
        What::Export(export, Subject::Page(page)) => {
            Fingerprint::of(&(2, export.name, discriminant::<Page>(page)))
        }
        What::Export(export, subject) => Fingerprint::of(&(3, export.name, subject)),
        What::Redirect(redirect) => Fingerprint::of(&(4, redirect)),
        What::Asset | What::Picture(..) | What::Document(_) | What::Static(_) => {
            Fingerprint::of(&5)
        }
    };
    Fingerprint::of(&(&item.path, item.language, what)).half()
}

impl Site {
    /// What the outputs follow from.
    pub fn fingerprints(&self) -> Fingerprints {
        let edition = &self.edition;
        let names = self.names();
        let beside = self.album.marks();
        let kinds = each_kind!(each_looked edition, &names;);
        let mut written = OfEntries::default();
        written[EntryKind::Expert as usize] =
            each(&edition.experts, |id| edition.written_expert(id), &names);
        written[EntryKind::Project as usize] =
            each(&edition.projects, |id| edition.written_project(id), &names);
        written[EntryKind::Organization as usize] =
            each(&edition.organizations, |id| edition.written_organization(id), &names);
        written[EntryKind::Topic as usize] =
            each(&edition.topics, |id| edition.written_topic(id), &names);
        written[EntryKind::Group as usize] =
            each(&edition.groups, |id| edition.written_group(id), &names);
        let stories = each_kind!(each_table edition, each_story;);
        let lists = self.lists().par_iter();
        let on_lists: Vec<_> = lists.map(|list| Fingerprint::named(list, &names)).collect();
        Fingerprints {
            shared: self.shared_fingerprint(),
            lists: self.lists().iter().map(|list| Fingerprint::of(&list.path)).collect(),
            items: self.items.par_iter().map(mark).collect(),
            today: edition.date,
            all: together(&kinds),
            all_stories: together(&stories),
            all_lists: Fingerprint::of_all(on_lists.iter().copied()),
            aspects: self.aspects(&names, &beside),
            answers: self.answers(&names, &beside),
            rest: Fingerprint::named(&(&edition.exchanges, &edition.rings), &names),
            kinds,
            written,
            stories,
            on_lists,
            names,
        }
    }

    /// What entries are called: by their addresses, which they keep when others come and go.
    fn names(&self) -> Names {
        let edition = &self.edition;
        Names(each_kind!(each_table edition, called;))
    }

    fn aspects(&self, names: &Names, beside: &Marks<'_>) -> [Fingerprint; Aspect::COUNT] {
        let mut all = [Fingerprint::from_number(0); Aspect::COUNT];
        for aspect in Aspect::all() {
            all[aspect.number()] = self.aspect(aspect, names, beside);
        }
        all
    }

    fn aspect(&self, aspect: Aspect, names: &Names, beside: &Marks<'_>) -> Fingerprint {
        let outlines = |is: &dyn Fn(&List) -> bool| {
            let lists = self.lists().iter().filter(|list| is(list)).map(Outline::of);
            Fingerprint::of_all(
                lists.map(|list| Fingerprint::named(&(list.filter, list.path, list.count), names)),
            )
        };
        match aspect {
            Aspect::Ids(kind) => {
                let listed = match kind {
                    EntryKind::Organization => self.edition.organization_extent.listed,
                    EntryKind::Topic => self.edition.topic_extent.listed,
                    _ => 0,
                };
                Fingerprint::of(&(&names.0[kind.number()], listed))
            }
            Aspect::Lists(kind) => outlines(&|list| list.of == kind),
            Aspect::Letters => {
                let lists = self.lists().iter();
                let letters = lists.filter(|list| matches!(list.filter, Filter::Letter(_)));
                Fingerprint::of_all(
                    letters.map(|list| Fingerprint::of(&(&list.filter, &list.path))),
                )
            }
            Aspect::TopicsInPlaces => outlines(&|list| matches!(list.filter, Filter::TopicIn(..))),
            Aspect::Items => {
                let pages = self.items.iter().filter(|item| matches!(item.what, What::Page(_)));
                Fingerprint::of_all(pages.map(|item| Fingerprint::of(&(&item.path, item.language))))
            }
            Aspect::Pictures => {
                Fingerprint::of_all(beside.iter().map(|mark| Fingerprint::of(&mark)))
            }
            Aspect::Former => {
                let all = self.redirects_unlogged().map(Fingerprint::of);
                let any = Fingerprint::of(&self.has_former_unlogged());
                Fingerprint::of_all(all.chain([any]))
            }
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
        let statics = self.statics.iter().map(|file| Fingerprint::of(&file.path));
        Fingerprint::of_all(
            [
                Fingerprint::of(&config),
                Fingerprint::of(&(month, self.has_many_people(), self.has_many_entries())),
                Fingerprint::of(&(
                    &theme.name,
                    &theme.templates,
                    &theme.origins,
                    &theme.strings,
                    &theme.params,
                )),
                Fingerprint::of(&theme.drawn),
                Fingerprint::of(&(&bundle.paths, &bundle.integrity)),
                Fingerprint::of_all(statics),
            ]
            .into_iter()
            .chain(frames),
        )
    }
}
