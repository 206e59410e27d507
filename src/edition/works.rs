//! Publications: who wrote each, and on whose pages it stands.

use super::entries::{Edition, Expert, ExpertId, Who};
use super::numbers::Numbers;
use super::people::shown;
use super::published::Publication;
use super::reader::EditionReader;
use crate::base::fold::fold;
use crate::base::name::sort_name;
use crate::base::{Code, Date, Diagnostic, Language, ListKind, Rank, doi};
use crate::catalog;
use std::cmp::Reverse;
use std::collections::HashMap;

/// A publication, by the profile in which it stands and its place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkId {
    /// In whose profile.
    pub expert: ExpertId,
    /// Which item of `publications`.
    pub item: usize,
}

/// Who made something, as far as it may be told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Authors {
    /// Those who may be named, in order.
    pub named: Vec<Author>,
    /// Whether there are others.
    pub others: bool,
}

/// Somebody who made something.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Author {
    /// Somebody with a profile.
    Expert(ExpertId),
    /// Somebody with a profile, who has not said so: the name is not linked.
    Unconfirmed(ExpertId),
    /// Somebody without one.
    Named {
        /// The name as it is said.
        name: String,
        /// The name as it is sorted: `Vries, Jan de`.
        sort_name: String,
    },
    /// A body.
    Organization(String),
}

/// Who made something, as far as it may be told in what the expert at `teller` wrote.
pub(super) fn authors(
    numbers: &Numbers,
    teller: ExpertId,
    rank: Rank,
    written: Vec<catalog::Author>,
    language: &Language,
) -> Authors {
    let mut authors = Authors::default();
    for author in written {
        let found = match author {
            catalog::Author::Organization(name, id) => {
                let is_seen = id.is_none_or(|id| numbers.organizations.of(id).is_some());
                is_seen.then_some(Author::Organization(name))
            }
            catalog::Author::Reference(who) => shown(&numbers.experts, rank, who)
                .map(|who| author_of(who, teller, language, rank == Rank::Own)),
            catalog::Author::Name(who) => shown(&numbers.experts, rank, who)
                .map(|who| author_of(who, teller, language, false)),
        };
        match found {
            Some(author) if authors.named.contains(&author) => {}
            Some(author) => authors.named.push(author),
            None => authors.others = true,
        }
    }
    authors
}

fn author_of(who: Who, teller: ExpertId, language: &Language, is_certain: bool) -> Author {
    match who {
        Who::Expert(id) if is_certain || id == teller => Author::Expert(id),
        Who::Expert(id) => Author::Unconfirmed(id),
        Who::Named(name) => Author::Named { sort_name: sort_name(&name, language), name },
    }
}

/// What a publication is known again by.
#[derive(Debug)]
struct Identity {
    doi: Option<String>,
    title: String,
    year: Option<i16>,
}

impl Identity {
    fn of(work: &Publication) -> Self {
        let title = fold(&work.title);
        Self {
            doi: doi_of(work),
            title: if title.is_empty() { work.title.clone() } else { title },
            year: work.date.map(Date::year),
        }
    }

    /// The same DOI; where one of the two has none, the same title and year.
    fn is_same(&self, other: &Self) -> bool {
        match (&self.doi, &other.doi) {
            (Some(own), Some(other)) => own == other,
            _ => self.title == other.title && self.year == other.year,
        }
    }
}

/// The address of a publication's DOI, which may be written as its address.
fn doi_of(work: &Publication) -> Option<String> {
    let url = work.url.as_deref().filter(|url| url.contains("doi.org/"));
    work.doi.clone().or_else(|| doi::address(url?))
}

/// Puts each publication on the pages of all its authors, and takes for authors those who list it
/// too.
pub(super) fn credit(edition: &mut Edition, notes: &mut Vec<Diagnostic>) {
    if edition.experts.iter().all(|expert| expert.authors.all().next().is_none()) {
        return;
    }
    let identities: Vec<Vec<Identity>> = edition.experts.iter().map(identities_of).collect();
    confirm(edition, &identities);
    note_namesakes(edition, notes);
    complete(edition, &identities);
    let lists =
        |id: ExpertId, work: &Identity| identities[id.index()].iter().any(|own| own.is_same(work));
    let identity = |work: WorkId| &identities[work.expert.index()][work.item];
    let mut found: Vec<(ExpertId, WorkId)> = Vec::new();
    for (teller, expert) in edition.experts.entries().filter(|(_, expert)| expert.listed) {
        for (item, authors) in expert.authors.of(ListKind::Publications).iter().enumerate() {
            let work = WorkId { expert: teller, item };
            let others =
                authors.experts().filter(|id| *id != teller && !lists(*id, identity(work)));
            found.extend(others.map(|id| (id, work)));
        }
    }
    let named = |work: WorkId| {
        authors_of(&edition.experts[work.expert], work.item).map_or(0, |it| it.named.len())
    };
    let mut works: Vec<Vec<WorkId>> = (0..edition.experts.len()).map(|_| Vec::new()).collect();
    for (id, work) in found {
        let known =
            works[id.index()].iter_mut().find(|known| identity(**known).is_same(identity(work)));
        match known {
            // Of two tellings the one that names more authors.
            Some(known) if named(work) > named(*known) => *known = work,
            Some(_) => {}
            None => works[id.index()].push(work),
        }
    }
    for (expert, works) in edition.experts.iter_mut().zip(works) {
        expert.works = works;
    }
}

/// Takes for an author who was only named whoever lists the work too. In the words of a member that
/// is not enough: the other has to name the member as well, so that nobody joins a work that they
/// had no part in.
fn confirm(edition: &mut Edition, identities: &[Vec<Identity>]) {
    let agrees = |id: ExpertId, teller: ExpertId, work: &Identity| {
        let by_member = edition.experts[teller].record.rank.is_member();
        let names = |item: usize| {
            let authors =
                authors_of(&edition.experts[id], item).map_or(&[][..], |authors| &authors.named);
            authors.iter().any(|author| {
                [Author::Expert(teller), Author::Unconfirmed(teller)].contains(author)
            })
        };
        let own = identities[id.index()].iter().enumerate();
        own.filter(|(_, own)| own.is_same(work)).any(|(item, _)| !by_member || names(item))
    };
    let mut confirmed: Vec<(ExpertId, usize, usize, ExpertId)> = Vec::new();
    for (teller, expert) in edition.experts.entries() {
        for (item, authors) in expert.authors.of(ListKind::Publications).iter().enumerate() {
            for (at, author) in authors.named.iter().enumerate() {
                if let Author::Unconfirmed(id) = *author
                    && agrees(id, teller, &identities[teller.index()][item])
                {
                    confirmed.push((teller, item, at, id));
                }
            }
        }
    }
    for (teller, item, at, id) in confirmed {
        edition.experts[teller].authors.of_mut(ListKind::Publications)[item].named[at] =
            Author::Expert(id);
    }
}

/// Notes members who are called as an author is and list no such work: nobody is taken for another
/// by the name alone.
fn note_namesakes(edition: &Edition, notes: &mut Vec<Diagnostic>) {
    for expert in edition.experts.iter().filter(|expert| !expert.record.rank.is_member()) {
        let mut told: Vec<ExpertId> = Vec::new();
        for list in ListKind::CREDITED {
            for (at, authors) in expert.authors.of(list).iter().enumerate() {
                for author in &authors.named {
                    let Author::Unconfirmed(id) = *author else { continue };
                    if told.contains(&id) {
                        continue;
                    }
                    told.push(id);
                    let (name, slug) =
                        (&edition.experts[id].record.file.name, &edition.experts[id].slug);
                    let place = expert.record.anchor.value(format!("{}[{at}].authors", list.key()));
                    let message = format!(
                        "a member is called `{name}`, and is not taken for the author by that"
                    );
                    let note = Diagnostic::new(Code::AmbiguousReference, place, message).as_hint();
                    let help = format!(
                        "write `{slug}` if it is the member, or `{{ name: {name} }}` if it is not"
                    );
                    notes.push(note.help(help));
                }
            }
        }
    }
}

/// Lets a profile that names no authors of a publication have those whom a co-author names.
fn complete(edition: &mut Edition, identities: &[Vec<Identity>]) {
    let mut found: Vec<(ExpertId, usize, Authors)> = Vec::new();
    for (teller, expert) in edition.experts.entries().filter(|(_, expert)| expert.listed) {
        for (work, authors) in
            identities[teller.index()].iter().zip(expert.authors.of(ListKind::Publications))
        {
            for id in authors.experts().filter(|id| *id != teller) {
                let own = identities[id.index()].iter().enumerate();
                let same = own.filter(|(_, own)| own.is_same(work)).map(|(item, _)| item);
                let silent = same.filter(|item| {
                    authors_of(&edition.experts[id], *item)
                        .is_none_or(|own| own.named.is_empty() && !own.others)
                });
                found.extend(silent.map(|item| (id, item, authors.clone())));
            }
        }
    }
    for (id, item, authors) in found {
        let own = edition.experts[id]
            .authors
            .of_or_empty(ListKind::Publications, identities[id.index()].len());
        if own[item].named.len() < authors.named.len() {
            own[item] = authors;
        }
    }
}

fn identities_of(expert: &Expert) -> Vec<Identity> {
    expert.record.file.publications.iter().map(Identity::of).collect()
}

fn authors_of(expert: &Expert, item: usize) -> Option<&Authors> {
    expert.authors.of(ListKind::Publications).get(item)
}

impl Authors {
    /// Those with a profile who are authors for certain.
    pub fn experts(&self) -> impl Iterator<Item = ExpertId> {
        self.named.iter().filter_map(|author| match author {
            Author::Expert(id) => Some(*id),
            Author::Unconfirmed(_) | Author::Named { .. } | Author::Organization(_) => None,
        })
    }
}

/// Who wrote each publication together, by each telling of it, and which it is: the first telling
/// stands for all.
pub(super) fn shared(edition: &Edition, most: usize) -> Vec<(Vec<ExpertId>, WorkId)> {
    let mut shared: Vec<(Vec<ExpertId>, WorkId)> = Vec::new();
    let mut known = Known::default();
    for (teller, expert) in edition.experts.entries().filter(|(_, expert)| expert.listed) {
        for (item, authors) in expert.authors.of(ListKind::Publications).iter().enumerate() {
            let mut together: Vec<ExpertId> = authors.experts().chain([teller]).collect();
            together.retain(|id| edition.experts[*id].listed);
            together.sort_unstable();
            together.dedup();
            if !(2..=most).contains(&together.len()) {
                continue;
            }
            let identity = Identity::of(&expert.record.file.publications[item]);
            let work = WorkId { expert: teller, item };
            let first = known.find_or_add(identity, shared.len()).map_or(work, |at| shared[at].1);
            shared.push((together, first));
        }
    }
    shared
}

/// Publications that were met, so that each is met once.
#[derive(Debug, Default)]
struct Known {
    all: Vec<(Identity, usize)>,
    by_doi: HashMap<String, usize>,
    by_title: HashMap<String, Vec<usize>>,
}

impl Known {
    /// What was added with the same publication; when there is none, it is added with `value`.
    fn find_or_add(&mut self, work: Identity, value: usize) -> Option<usize> {
        let alike = self.by_title.get(&work.title).into_iter().flatten().copied();
        let by_doi = work.doi.as_ref().and_then(|doi| self.by_doi.get(doi).copied());
        if let Some(at) = by_doi.into_iter().chain(alike).find(|at| self.all[*at].0.is_same(&work))
        {
            return Some(self.all[at].1);
        }
        let at = self.all.len();
        self.by_doi.extend(work.doi.clone().map(|doi| (doi, at)));
        self.by_title.entry(work.title.clone()).or_default().push(at);
        self.all.push((work, value));
        None
    }
}

impl<'a> EditionReader<'a> {
    /// A publication.
    pub fn work(self, id: WorkId) -> &'a Publication {
        &self.expert(id.expert).record.file.publications[id.item]
    }

    /// Who wrote a publication; none where its profile names nobody.
    pub fn authors(self, id: WorkId) -> Option<&'a Authors> {
        authors_of(self.expert(id.expert), id.item)
            .filter(|authors| !authors.named.is_empty() || authors.others)
    }

    /// The address of a publication's DOI.
    pub fn doi(self, id: WorkId) -> Option<String> {
        doi_of(self.work(id))
    }

    /// The publications of an expert, those in the profiles of others included; newest first.
    pub fn works(self, id: ExpertId) -> Vec<WorkId> {
        let expert = self.expert(id);
        let own =
            (0..expert.record.file.publications.len()).map(|item| WorkId { expert: id, item });
        let mut works: Vec<WorkId> = own.chain(expert.works.iter().copied()).collect();
        works.sort_by_key(|work| {
            (Reverse(self.work(*work).date.map(Date::last_day)), work.expert != id, *work)
        });
        works
    }

    /// The publications of all these experts, each once, in the telling that names the most
    /// authors; newest first.
    pub fn works_of_all(self, experts: impl IntoIterator<Item = ExpertId>) -> Vec<WorkId> {
        let mut works: Vec<WorkId> = Vec::new();
        let mut known = Known::default();
        let named = |work: WorkId| self.authors(work).map_or(0, |authors| authors.named.len());
        for id in experts {
            for item in 0..self.expert(id).record.file.publications.len() {
                let work = WorkId { expert: id, item };
                match known.find_or_add(Identity::of(self.work(work)), works.len()) {
                    Some(at) if named(work) > named(works[at]) => works[at] = work,
                    Some(_) => {}
                    None => works.push(work),
                }
            }
        }
        works.sort_by_key(|work| (Reverse(self.work(*work).date.map(Date::last_day)), *work));
        works
    }
}

#[cfg(test)]
mod tests {
    use super::Identity;

    #[test]
    fn a_publication_is_known_by_its_doi_else_by_title_and_year() {
        let one = |doi: &str, title: &str, year: i16| Identity {
            doi: Some(doi.to_owned()).filter(|doi| !doi.is_empty()),
            title: title.to_owned(),
            year: Some(year),
        };
        assert!(one("a", "x", 2020).is_same(&one("a", "y", 2021)));
        assert!(!one("a", "x", 2020).is_same(&one("b", "x", 2020)));
        assert!(one("", "x", 2020).is_same(&one("b", "x", 2020)));
        assert!(!one("", "x", 2020).is_same(&one("", "x", 2021)));
    }
}
