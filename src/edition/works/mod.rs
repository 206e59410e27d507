//! Publications: who wrote each, and on whose pages it stands.

mod identity;
mod reader;

use crate::base::name::author::as_said;
use crate::base::name::sort_name;
use crate::base::{Code, Diagnostic, Language, ListKind, Rank};
use crate::catalog;
use crate::edition::entries::{Edition, Expert, ExpertId};
use crate::edition::numbers::Numbers;
use crate::edition::people::shown;
use crate::edition::team::Who;
use identity::{Identity, Known};

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
            // Somebody who may not be named is not named as a body either.
            catalog::Author::Organization(name, id, as_person) => {
                let is_seen = id.is_none_or(|id| numbers.organizations.of(id).is_some())
                    && shown(&numbers.experts, Rank::Own, as_person).is_some();
                is_seen.then_some(Author::Organization(name))
            }
            catalog::Author::Reference(who) => shown(&numbers.experts, rank, who)
                .map(|who| author_of(who, teller, language, rank == Rank::Own)),
            catalog::Author::Name(who) => shown(&numbers.experts, rank, who)
                .map(|who| author_of(who, teller, language, false)),
            catalog::Author::Others => None,
        };
        match found {
            Some(author) => authors.add(author),
            None => authors.others = true,
        }
    }
    authors
}

fn author_of(who: Who, teller: ExpertId, language: &Language, is_certain: bool) -> Author {
    match who {
        Who::Expert(id) if is_certain || id == teller => Author::Expert(id),
        Who::Expert(id) => Author::Unconfirmed(id),
        Who::Named(name) => {
            let said = as_said(&name);
            Author::Named { sort_name: sort_name(said.as_ref().unwrap_or(&name), language), name }
        }
    }
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
    let reader = edition.reader();
    let mut works: Vec<Vec<WorkId>> = (0..edition.experts.len()).map(|_| Vec::new()).collect();
    for (id, work) in found {
        let known =
            works[id.index()].iter_mut().find(|known| identity(**known).is_same(identity(work)));
        match known {
            Some(known) if reader.weight(work) > reader.weight(*known) => *known = work,
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

pub(super) fn authors_of(expert: &Expert, item: usize) -> Option<&Authors> {
    expert.authors.of(ListKind::Publications).get(item)
}

impl Author {
    /// Whose profile it is, as far as it is somebody's who has one.
    fn member(&self) -> Option<ExpertId> {
        match self {
            Self::Expert(id) | Self::Unconfirmed(id) => Some(*id),
            Self::Named { .. } | Self::Organization(_) => None,
        }
    }
}

impl Authors {
    /// Adds an author, each once; who is certain goes before who is only named.
    fn add(&mut self, author: Author) {
        let is_same = |known: &Author| match known.member() {
            Some(id) => author.member() == Some(id),
            None => *known == author,
        };
        match self.named.iter().position(is_same) {
            None => self.named.push(author),
            Some(at) if matches!(author, Author::Expert(_)) => self.named[at] = author,
            Some(_) => {}
        }
    }

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
            let first =
                known.find_or_add(identity, shared.len(), |_| true).map_or(work, |at| shared[at].1);
            shared.push((together, first));
        }
    }
    shared
}
