//! Items of a profile's lists: whether they stand in a CV, and what of them is told in short words.

use super::Writing;
use crate::base::{InCv, ListKind};
use crate::edition::{Expert, ExpertId, ItemText, ProjectId, Proof, TopicId, Who};
use crate::site::view::parts::Phrase;

/// In which CVs an item of a list stands.
fn cv_of(expert: &Expert, list: ListKind, at: usize) -> Option<&InCv> {
    let file = &expert.record.file;
    match list {
        ListKind::Experience | ListKind::Education => {
            file.positions_in(list).get(at).map(|item| &item.cv)
        }
        ListKind::Certificates => file.certificates.get(at).map(|item| &item.cv),
        ListKind::Publications | ListKind::Talks | ListKind::Awards => {
            file.credits_in(list).get(at).map(|item| &item.cv)
        }
        ListKind::Testimonials => file.testimonials.get(at).map(|item| &item.cv),
        ListKind::Offers | ListKind::Asks => None,
    }
}

/// The short words of an item of a list, as the person wrote them.
fn written(expert: &Expert, list: ListKind, at: usize) -> Option<&str> {
    let file = &expert.record.file;
    let short = match list {
        ListKind::Experience | ListKind::Education => &file.positions_in(list).get(at)?.short,
        ListKind::Certificates => &file.certificates.get(at)?.short,
        ListKind::Publications | ListKind::Talks | ListKind::Awards => {
            &file.credits_in(list).get(at)?.short
        }
        ListKind::Testimonials => &file.testimonials.get(at)?.short,
        ListKind::Offers | ListKind::Asks => &None,
    };
    short.as_deref()
}

impl<'a> Writing<'a> {
    /// Whether an item of a person's list stands in this CV; what others list of them does.
    pub(super) fn tells_item(&self, id: ExpertId, list: ListKind, at: Option<usize>) -> bool {
        let expert = self.context.site.edition.expert(id);
        at.and_then(|at| cv_of(expert, list, at)).is_none_or(|cv| self.tells(cv))
    }

    /// Whether a case stands in somebody's CV.
    pub(super) fn tells_case(&self, id: ExpertId, project: ProjectId) -> bool {
        let team = &self.context.site.edition.project(project).team;
        let own = team.iter().find(|member| member.who == Who::Expert(id));
        own.is_none_or(|member| self.tells(&member.cv))
    }

    /// Whether what shows something may be named in this CV: it stands there, and its title leads
    /// to nobody whom nobody may know.
    pub(super) fn names_proof(&self, id: ExpertId, proof: Proof) -> bool {
        let (list, at) = match proof {
            Proof::Project(project) => {
                return self.tells_case(id, project) && !self.wish.untitled.contains(&project);
            }
            // Whoever looks it up knows who it was.
            Proof::Publication(_) | Proof::Talk(_) if self.wish.is_anonymous => return false,
            Proof::Publication(at) => (ListKind::Publications, at),
            Proof::Talk(at) => (ListKind::Talks, at),
            Proof::Certificate(at) => (ListKind::Certificates, at),
            Proof::Experience(at) => (ListKind::Experience, at),
        };
        self.tells_item(id, list, Some(at))
    }

    /// The topics of an item of a list.
    pub(super) fn topics(&self, id: ExpertId, list: ListKind, at: Option<usize>) -> &'a [TopicId] {
        let of_list = self.context.site.edition.expert(id).topics.of(list);
        at.and_then(|at| of_list.get(at)).map_or(&[], Vec::as_slice)
    }

    /// The short words of an item of a list.
    pub(super) fn short_item(
        &self,
        id: ExpertId,
        list: ListKind,
        at: Option<usize>,
    ) -> Option<Phrase<'a>> {
        let (at, expert) = (at?, self.context.site.edition.expert(id));
        let said = self.context.translation(&expert.record).and_then(|text| match list {
            ListKind::Testimonials => {
                let has_long = text.quotes.get(at).is_some_and(Option::is_some);
                let short = text.short_quotes.get(at).and_then(Option::as_deref);
                Some(Said { short, has_long })
            }
            _ => text.item(list, at).map(Said::of),
        });
        let own = written(expert, list, at);
        said.unwrap_or_default().or(own, |own| self.context.phrase(&expert.record, own, |_| None))
    }

    /// What is said in short of what somebody knows.
    pub(super) fn short_claim(&self, id: ExpertId, item: usize) -> Option<Phrase<'a>> {
        let expert = self.context.site.edition.expert(id);
        let said = self.context.translation(&expert.record).map(|text| Said {
            short: text.short_notes.get(item).and_then(Option::as_deref),
            has_long: text.notes.get(item).is_some_and(Option::is_some),
        });
        let own = expert.record.file.expertise[item].short.as_deref();
        said.unwrap_or_default().or(own, |own| self.context.phrase(&expert.record, own, |_| None))
    }

    /// The short words of a case.
    pub(super) fn short_case(&self, project: ProjectId) -> Option<Phrase<'a>> {
        let record = &self.context.site.edition.project(project).record;
        let said = self.context.translation(record).map(|text| Said {
            short: text.short.as_deref(),
            has_long: text.title.is_some() || text.question.is_some() || text.result.is_some(),
        });
        let own = record.file.short.as_deref();
        said.unwrap_or_default().or(own, |own| self.context.phrase(record, own, |_| None))
    }
}

/// What a translation says of something.
#[derive(Default)]
struct Said<'a> {
    short: Option<&'a str>,
    /// Whether it says it at length.
    has_long: bool,
}

impl<'a> Said<'a> {
    fn of(text: &'a ItemText) -> Self {
        let has_long = text.title.is_some() || text.text.is_some();
        Self { short: text.short.as_deref(), has_long }
    }

    /// The short words; those of the entry's own language only where nothing longer is translated.
    fn or(
        self,
        own: Option<&'a str>,
        phrase: impl Fn(Option<&'a str>) -> Option<Phrase<'a>>,
    ) -> Option<Phrase<'a>> {
        match self.short {
            Some(text) => Some(Phrase { text, lang: None }),
            None if self.has_long => None,
            None => phrase(own),
        }
    }
}
