//! From what people wrote to the entry that they meant.

use super::assign::Register;
use super::entries::{OrganizationId, TopicId};
use super::legal_forms::without_dots;
use super::mentioned::{Asking, Mentioned, OnlyMentioned, Spelling};
use super::names::{Meaning, Names, key};
use super::reference_notes::apart;
use crate::base::slug::slug;
use crate::base::tidy::single_spaced;
use crate::base::{Anchor, Code, Consequence, Diagnostic, Place, Rank, organization_of_slug};
use crate::record::Origin;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Entries of a kind that exist as soon as they are mentioned: organizations and topics.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    pub(super) names: Names,
    /// Those that are only mentioned, by the key of their name.
    mentioned: HashMap<String, Mentioned>,
    written: usize,
    /// Under which key whoever has a slug is mentioned; none where slugs are no names.
    by_slug: Option<HashMap<String, String>>,
    /// Who wrote the entry that is looked at.
    rank: Rank,
    /// The folder of the member who wrote it; none where it is the site's own.
    member: Option<Arc<str>>,
    /// The most entries that a member may bring; no bound without one.
    most_of_a_member: Option<usize>,
    /// What each member brought: how many, and where the first one stands that was too many.
    brought: BTreeMap<Arc<str>, (usize, Option<Place>)>,
    /// Whether a slug of nobody is read as the name that it was made of.
    reads_slugs: bool,
    /// Slugs that were read so, with their names and where they stand first.
    read_slugs: BTreeMap<String, (String, Place)>,
}

impl Mentions {
    /// Lets each member bring no more than `most` that nobody named before.
    pub(super) fn limit(&mut self, most: usize) {
        self.most_of_a_member = Some(most);
    }

    /// Takes slugs of those who have no file here for the names that they were made of.
    pub(super) fn read_slugs(&mut self) {
        self.reads_slugs = true;
    }

    /// Takes a slug for whom it was made of, wherever the name itself is mentioned.
    pub(super) fn join_slugs(&mut self) {
        self.by_slug = Some(HashMap::new());
    }

    /// Whether organizations are mentioned, and not topics: the slugs of those alone are names.
    fn are_organizations(&self) -> bool {
        self.by_slug.is_some()
    }

    /// The key under which `name` is mentioned.
    fn home(&self, name: &str) -> String {
        let own = if self.are_organizations() { key(&without_dots(name)) } else { key(name) };
        let of_slug = || self.by_slug.as_ref()?.get(name).cloned();
        if self.mentioned.contains_key(&own) { own } else { of_slug().unwrap_or(own) }
    }

    /// The same; whoever was mentioned by the slug of `name` alone has it from here on.
    fn home_of(&mut self, name: &str) -> String {
        let home = self.home(name);
        let Some(by_slug) = &mut self.by_slug else { return home };
        if self.mentioned.contains_key(&home) {
            return home;
        }
        let slug = slug(name);
        let is_slug = |known: &&Mentioned| known.spellings.iter().all(|it| it.name == slug);
        let known = by_slug
            .get(&slug)
            .filter(|known| self.mentioned.get(*known).as_ref().is_some_and(is_slug));
        if let Some(known) = known.and_then(|known| self.mentioned.remove(known)) {
            self.mentioned.insert(home.clone(), known);
            by_slug.insert(slug, home.clone());
        } else {
            by_slug.entry(slug).or_insert_with(|| home.clone());
        }
        home
    }

    /// Notes the slugs that were read as names.
    pub(super) fn note_slugs(&self, notes: &mut Vec<Diagnostic>) {
        for (slug, (name, place)) in &self.read_slugs {
            let message = format!("`{slug}` has no file on this portfolio, and is called {name}");
            let note = Diagnostic::new(Code::UnknownReference, place.clone(), message).as_hint();
            notes.push(note.help(format!(
                "write the name in full, or add organizations/{slug}.md with its `title:`"
            )));
        }
    }

    /// Remembers who wrote the entry whose mentions follow.
    pub(super) fn heed(&mut self, origin: &Origin) {
        self.rank = origin.rank;
        let folder = || origin.owner.as_ref().unwrap_or(&origin.folder).clone();
        self.member = origin.rank.is_member().then(folder);
    }

    /// Whether the member who is looked at may bring one more, which is written at `place`.
    fn has_room(&mut self, place: impl FnOnce() -> Place) -> bool {
        let (Some(member), Some(most)) = (&self.member, self.most_of_a_member) else { return true };
        let (count, beyond) = self.brought.entry(member.clone()).or_default();
        *count += 1;
        if *count > most && beyond.is_none() {
            *beyond = Some(place());
        }
        *count <= most
    }

    /// Notes the members who brought too many.
    pub(super) fn note_excess(&self, notes: &mut Vec<Diagnostic>) {
        let Some(most) = self.most_of_a_member else { return };
        let beyond = self.brought.values().filter_map(|(_, beyond)| beyond.clone());
        notes.extend(beyond.map(|place| {
            let message = format!("a member may bring {most} topics that nobody else names, and here begin more");
            Diagnostic::new(Code::OverBudget, place, message)
                .help("use topics that the network has; its owner may allow more with `limits: { new_topics: … }`")
                .consequence(Consequence::LeftOut)
        }));
    }

    /// Ends the list of those that somebody wrote about: `written` in number.
    pub(super) fn seal(&mut self, written: usize) {
        self.written = written;
    }

    /// What a name means of those that are written about; dots make no other organization.
    fn meaning(&self, name: &str) -> Meaning {
        let found = self.names.meaning(name);
        let again = found == Meaning::Nothing && self.are_organizations();
        if again { self.names.meaning(&without_dots(name)) } else { found }
    }

    /// The entry that `name`, written at `place`, means; a new one when nobody wrote about it.
    fn find(&mut self, name: &str, place: impl Fn() -> Place) -> Option<usize> {
        let mut tidy = single_spaced(name);
        let meaning = self.meaning(&tidy);
        if self.reads_slugs
            && meaning == Meaning::Nothing
            && let Some(name) = organization_of_slug(&tidy)
        {
            self.read_slugs
                .entry(std::mem::replace(&mut tidy, name.clone()))
                .or_insert_with(|| (name, place()));
        }
        match meaning {
            Meaning::One(index) => Some(index),
            Meaning::Several(several) => several.first().copied(),
            Meaning::HeldBack | Meaning::Former(_) => None,
            Meaning::Nothing if tidy.is_empty() => None,
            Meaning::Nothing => {
                let home = self.home_of(&tidy);
                if !self.mentioned.contains_key(&home) && !self.has_room(&place) {
                    return None;
                }
                let next = self.written + self.mentioned.len();
                let new = || Mentioned { index: next, spellings: Vec::new() };
                let mentioned = self.mentioned.entry(home).or_insert_with(new);
                if let Some(spelling) = mentioned.spellings.iter_mut().find(|it| it.name == tidy) {
                    spelling.times += 1;
                    spelling.rank = spelling.rank.min(self.rank);
                } else {
                    let (rank, place) = (self.rank, place());
                    mentioned.spellings.push(Spelling { name: tidy, times: 1, rank, place });
                }
                Some(mentioned.index)
            }
        }
    }

    pub(super) fn topic(&mut self, name: &str, place: impl Fn() -> Place) -> Option<TopicId> {
        self.find(name, place).map(TopicId::new)
    }

    /// The topics of a list, each with its place under `path`.
    pub(super) fn topics(
        &mut self,
        names: &[String],
        anchor: &Anchor,
        path: impl Fn() -> String,
    ) -> Vec<TopicId> {
        let mut topics = Vec::with_capacity(names.len());
        for (at, name) in names.iter().enumerate() {
            topics.extend(self.topic(name, || anchor.value(format!("{}[{at}]", path()))));
        }
        topics
    }

    /// The organization that `name` means, where somebody wrote about it or mentions it elsewhere.
    pub(super) fn known_organization(&self, name: &str) -> Option<OrganizationId> {
        let tidy = single_spaced(name);
        let index = match self.meaning(&tidy) {
            Meaning::One(index) => Some(index),
            Meaning::Several(several) => several.first().copied(),
            Meaning::HeldBack | Meaning::Former(_) => None,
            Meaning::Nothing => {
                let readable = organization_of_slug(&tidy).filter(|_| self.reads_slugs);
                self.mentioned
                    .get(&self.home(readable.as_ref().unwrap_or(&tidy)))
                    .map(|mentioned| mentioned.index)
            }
        };
        index.map(OrganizationId::new)
    }

    pub(super) fn organization(
        &mut self,
        name: &str,
        place: impl Fn() -> Place,
    ) -> Option<OrganizationId> {
        self.find(name, place).map(OrganizationId::new)
    }

    /// Notes what is written in several ways, which differ only in case, diacritics or spaces.
    pub(super) fn note_spellings(&self, what: &str, notes: &mut Vec<Diagnostic>) {
        for mentioned in self.mentioned.values().filter(|mentioned| mentioned.spellings.len() > 1) {
            let title = mentioned.title();
            let mut others: Vec<&Spelling> =
                mentioned.spellings.iter().filter(|spelling| spelling.name != title).collect();
            others.sort_by(|a, b| a.name.cmp(&b.name));
            let names = others
                .iter()
                .map(|spelling| format!("`{}`", spelling.name))
                .collect::<Vec<_>>()
                .join(", ");
            let mut places = others.iter().map(|spelling| spelling.place.clone());
            let first = places.next().expect("another spelling has a place");
            let note = Diagnostic::new(
                Code::SpelledDifferently,
                first,
                format!("`{title}` is also written {names}"),
            )
            .help(format!(
                "write `{title}` everywhere, or describe the {what} in a file of its own"
            ));
            notes.push(places.take(5).fold(note, Diagnostic::and));
        }
    }

    /// Those that are only mentioned, in the order of their ids, with their addresses in `section`.
    ///
    /// Of names with one slug, the one that had it in the build before has it, else the one that
    /// reads like it; the others carry a mark that follows from their name alone, so that no
    /// address depends on the order of files.
    pub(super) fn into_mentioned(
        self,
        section: &str,
        register: &mut Register<'_>,
    ) -> Vec<OnlyMentioned> {
        let before = register.before;
        let mut list: Vec<Asking> =
            self.mentioned.into_iter().map(|(name, it)| Asking::new(name, it, section)).collect();
        let mut wanted: BTreeMap<&str, (usize, bool)> = BTreeMap::new();
        for asking in &list {
            let (count, had) = wanted.entry(&asking.plain).or_default();
            *count += 1;
            *had |= before.had(&[asking.mark]);
        }
        let stands = |asking: &Asking| {
            let is_free = !self.names.has_slug(&asking.plain);
            let (count, had) = wanted.get(asking.plain.as_str()).copied().unwrap_or_default();
            let is_alone = count == 1 && before.apart(&[asking.mark]).is_none();
            let reads_so = !had && key(&asking.plain) == asking.name;
            is_free && (before.had(&[asking.mark]) || is_alone || reads_so)
        };
        let have: Vec<bool> = list.iter().map(stands).collect();
        let mut list: Vec<(Asking, bool)> = list.drain(..).zip(have).collect();
        list.sort_by_key(|(asking, _)| asking.mentioned.index);
        let mut met: BTreeMap<String, Diagnostic> = BTreeMap::new();
        let given = list.into_iter().map(|(asking, has_plain)| {
            let mark = || blake3::hash(asking.name.as_bytes()).to_hex();
            let slug = if has_plain {
                asking.plain.clone()
            } else {
                format!("{}-{}", asking.plain, &mark()[..6])
            };
            register.now.keep(vec![asking.mark], &asking.plain, &slug);
            let Asking { title, plain, mentioned, .. } = asking;
            let place = mentioned.spellings.into_iter().find(|spelling| spelling.name == title);
            let place = place.expect("the title is a spelling").place;
            if !has_plain {
                let note = || apart(&place, (&title, section), (&plain, &slug));
                let known = met.remove(&plain);
                let note = known.map_or_else(note, |note| Diagnostic::and(note, place.clone()));
                met.insert(plain, note);
            }
            OnlyMentioned { slug, title, place }
        });
        let given = given.collect();
        register.notes.extend(met.into_values());
        given
    }
}
