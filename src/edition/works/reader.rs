//! What is asked of publications.

use super::identity::{Identity, Known, doi_of};
use super::{Author, Authors, WorkId, authors_of};
use crate::base::Date;
use crate::edition::entries::ExpertId;
use crate::edition::published::Publication;
use crate::edition::reader::EditionReader;
use std::borrow::Cow;
use std::cmp::Reverse;

impl<'a> EditionReader<'a> {
    /// A publication.
    pub fn work(self, id: WorkId) -> &'a Publication {
        &self.written_expert(id.expert).record.file.publications[id.item]
    }

    /// Who wrote a publication; none where its profile names nobody.
    pub fn authors(self, id: WorkId) -> Option<&'a Authors> {
        authors_of(self.expert(id.expert), id.item)
            .filter(|authors| !authors.named.is_empty() || authors.others)
    }

    /// Those who are named as its authors; where its profile says nothing of authors, whoever has
    /// it there.
    pub fn named_authors(self, id: WorkId) -> Cow<'a, [Author]> {
        self.authors(id).map_or_else(
            || Cow::Owned(vec![Author::Expert(id.expert)]),
            |authors| Cow::Borrowed(authors.named.as_slice()),
        )
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

    /// What one of two tellings of a work goes by: what a member tells stands behind what the site
    /// itself does, and the one that names more authors before the other.
    pub(super) fn weight(self, id: WorkId) -> (bool, usize) {
        let named = self.authors(id).map_or(0, |authors| authors.named.len());
        (!self.expert(id.expert).record.rank.is_member(), named)
    }

    /// Whether two tellings may be of one work: of what members tell, only where one names the
    /// other for certain, so that nobody puts their own words in the place of another's.
    pub(super) fn may_be_one(self, one: WorkId, other: WorkId) -> bool {
        let by_member = |work: WorkId| self.expert(work.expert).record.rank.is_member();
        let names = |teller: WorkId, whom: WorkId| {
            let authors = self.authors(teller);
            authors.is_some_and(|it| it.experts().any(|id| id == whom.expert))
        };
        let is_trusted = !by_member(one) && !by_member(other);
        one.expert == other.expert || is_trusted || names(one, other) || names(other, one)
    }

    /// The publications of all these experts, each once, in the telling that weighs more; newest
    /// first.
    pub fn works_of_all(self, experts: impl IntoIterator<Item = ExpertId>) -> Vec<WorkId> {
        let mut works: Vec<WorkId> = Vec::new();
        let mut known = Known::default();
        for id in experts {
            for item in 0..self.expert(id).record.file.publications.len() {
                let work = WorkId { expert: id, item };
                let agrees = |at: usize| self.may_be_one(work, works[at]);
                match known.find_or_add(Identity::of(self.work(work)), works.len(), agrees) {
                    Some(at) if self.weight(work) > self.weight(works[at]) => works[at] = work,
                    Some(_) => {}
                    None => works.push(work),
                }
            }
        }
        works.sort_by_key(|work| (Reverse(self.work(*work).date.map(Date::last_day)), *work));
        works
    }
}
