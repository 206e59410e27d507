//! The words of an entry that its readers see, without the comments of its authors.

use super::credits::{Offer, Position};
use super::item_text::{OfferText, PositionText};
use super::{
    Expert, ExpertText, Organization, OrganizationText, Page, PageText, Project, ProjectText,
    Request, RequestText, Topic, TopicText,
};
use crate::base::comments::{CLOSE_COMMENT, OPEN_COMMENT, without_comments};
use crate::base::{Code, Diagnostic, Place, Spot};
use std::borrow::Cow;
use std::sync::Arc;

/// What is done with each text.
pub(crate) type Each<'a> = &'a mut dyn FnMut(&mut String);

/// Front matter with texts that people read.
pub(crate) trait Worded {
    /// Goes through all texts.
    fn words(&mut self, each: Each<'_>);
}

/// The Markdown of an entry without its comments.
pub(super) fn uncommented<'a>(
    body: &'a str,
    file: &Arc<str>,
    first_line: usize,
    notes: &mut Vec<Diagnostic>,
) -> Cow<'a, str> {
    let found = without_comments(body);
    if let Some(at) = found.open {
        notes.push(unclosed(Place {
            file: file.clone(),
            spot: Spot::in_text(body, at, first_line),
        }));
    }
    found.text
}

fn unclosed(place: Place) -> Diagnostic {
    Diagnostic::new(Code::MarkupInText, place, OPEN_COMMENT).help(CLOSE_COMMENT)
}

fn each_of<'a>(texts: impl IntoIterator<Item = &'a mut String>, each: Each<'_>) {
    texts.into_iter().for_each(each);
}

fn offers(offers: &mut [Offer], each: Each<'_>) {
    each_of(
        offers.iter_mut().flat_map(|one| [&mut one.title].into_iter().chain(&mut one.text)),
        each,
    );
}

fn positions(positions: &mut [Position], each: Each<'_>) {
    for Position { title, text, short, .. } in positions {
        each_of([title].into_iter().chain(text).chain(short), each);
    }
}

fn offer_texts(offers: &mut [OfferText], each: Each<'_>) {
    each_of(offers.iter_mut().flat_map(|one| one.title.iter_mut().chain(&mut one.text)), each);
}

fn position_texts(positions: &mut [PositionText], each: Each<'_>) {
    for PositionText { title, text, short, .. } in positions {
        each_of([title, text, short].into_iter().flatten(), each);
    }
}

impl Worded for Expert {
    fn words(&mut self, each: Each<'_>) {
        let answers =
            [&mut self.headline, &mut self.who, &mut self.can, &mut self.value, &mut self.flow];
        each_of(answers.into_iter().flatten(), each);
        each_of(self.roles.iter_mut().chain(&mut self.audience), each);
        let claims = self.expertise.iter_mut();
        each_of(claims.flat_map(|claim| claim.note.iter_mut().chain(&mut claim.short)), each);
        offers(&mut self.offers, each);
        offers(&mut self.asks, each);
        positions(&mut self.experience, each);
        positions(&mut self.education, each);
        each_of(
            self.certificates
                .iter_mut()
                .flat_map(|one| [&mut one.title].into_iter().chain(&mut one.short)),
            each,
        );
        for credits in [&mut self.publications, &mut self.talks, &mut self.awards] {
            let words = credits.iter_mut();
            each_of(words.flat_map(|one| [&mut one.title].into_iter().chain(&mut one.short)), each);
        }
        let said = self.testimonials.iter_mut();
        each_of(said.flat_map(|one| [&mut one.quote].into_iter().chain(&mut one.short)), each);
    }
}

impl Worded for ExpertText {
    fn words(&mut self, each: Each<'_>) {
        let answers =
            [&mut self.headline, &mut self.who, &mut self.can, &mut self.value, &mut self.flow];
        each_of(answers.into_iter().flatten(), each);
        each_of(self.roles.iter_mut().chain(&mut self.audience), each);
        let claims = self.expertise.iter_mut();
        each_of(claims.flat_map(|claim| claim.note.iter_mut().chain(&mut claim.short)), each);
        offer_texts(&mut self.offers, each);
        offer_texts(&mut self.asks, each);
        let lists = [
            &mut self.experience,
            &mut self.education,
            &mut self.certificates,
            &mut self.publications,
        ];
        for list in lists.into_iter().chain([&mut self.talks, &mut self.awards]) {
            position_texts(list, each);
        }
        let said = self.testimonials.iter_mut();
        each_of(said.flat_map(|one| one.quote.iter_mut().chain(&mut one.short)), each);
    }
}

impl Worded for Project {
    fn words(&mut self, each: Each<'_>) {
        each(&mut self.title);
        each_of(
            [&mut self.question, &mut self.approach, &mut self.result, &mut self.short]
                .into_iter()
                .flatten(),
            each,
        );
        each_of(self.outcomes.iter_mut().map(|one| &mut one.label), each);
        each_of(
            self.images.iter_mut().flat_map(|one| one.alt.iter_mut().chain(&mut one.caption)),
            each,
        );
        each_of(self.testimonial.iter_mut().map(|one| &mut one.quote), each);
    }
}

impl Worded for ProjectText {
    fn words(&mut self, each: Each<'_>) {
        let texts = [&mut self.title, &mut self.question, &mut self.approach, &mut self.result];
        each_of(texts.into_iter().chain([&mut self.short]).flatten(), each);
        each_of(self.outcomes.iter_mut().filter_map(|one| one.label.as_mut()), each);
        each_of(self.testimonial.iter_mut().filter_map(|one| one.quote.as_mut()), each);
    }
}

impl Worded for Organization {
    fn words(&mut self, each: Each<'_>) {
        each_of([&mut self.core_tasks, &mut self.added_value].into_iter().flatten(), each);
        each_of(&mut self.audience, each);
    }
}

impl Worded for OrganizationText {
    fn words(&mut self, each: Each<'_>) {
        each_of([&mut self.core_tasks, &mut self.added_value].into_iter().flatten(), each);
        each_of(&mut self.audience, each);
    }
}

impl Worded for Page {
    fn words(&mut self, each: Each<'_>) {
        each(&mut self.title);
        each_of(&mut self.description, each);
    }
}

impl Worded for PageText {
    fn words(&mut self, each: Each<'_>) {
        each_of([&mut self.title, &mut self.description].into_iter().flatten(), each);
    }
}

impl Worded for Request {
    fn words(&mut self, each: Each<'_>) {
        each(&mut self.title);
    }
}

impl Worded for RequestText {
    fn words(&mut self, each: Each<'_>) {
        each_of(&mut self.title, each);
    }
}

// A topic is known by its title, which is compared as it is written.
impl Worded for Topic {
    fn words(&mut self, _: Each<'_>) {}
}

impl Worded for TopicText {
    fn words(&mut self, each: Each<'_>) {
        each_of(&mut self.title, each);
    }
}
