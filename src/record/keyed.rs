//! What tells the items of each list apart, in an entry and in its translation.

use super::credits::{Certificate, Offer, Position, Publication, TestimonialFile};
use super::item_text::{NoteText, OfferText, PositionText, TestimonialText};
use super::pairing::Lists;
use super::pairing_key::{Fact, Key, Keyed};
use super::{
    Expert, ExpertText, ExpertiseClaim, Organization, OrganizationText, Outcome, OutcomeText, Page,
    PageText, Project, ProjectText, Request, RequestText, Topic, TopicText,
};
use crate::base::Date;

/// The texts of an entry of the kind `F` in a further language.
pub(super) trait Overlay<F> {
    /// Puts the lists in the order of those of the entry.
    fn align(&mut self, _entry: &F, _lists: &mut Lists<'_>) {}
}

impl Overlay<Expert> for ExpertText {
    fn align(&mut self, entry: &Expert, lists: &mut Lists<'_>) {
        lists.count("roles", &entry.roles, &self.roles);
        lists.count("audience", &entry.audience, &self.audience);
        lists.pair("expertise", &entry.expertise, &mut self.expertise);
        lists.pair("offers", &entry.offers, &mut self.offers);
        lists.pair("asks", &entry.asks, &mut self.asks);
        lists.pair("experience", &entry.experience, &mut self.experience);
        lists.pair("education", &entry.education, &mut self.education);
        lists.pair("certificates", &entry.certificates, &mut self.certificates);
        lists.pair("publications", &entry.publications, &mut self.publications);
        lists.pair("talks", &entry.talks, &mut self.talks);
        lists.pair("awards", &entry.awards, &mut self.awards);
        lists.pair("testimonials", &entry.testimonials, &mut self.testimonials);
    }
}

impl Overlay<Project> for ProjectText {
    fn align(&mut self, entry: &Project, lists: &mut Lists<'_>) {
        lists.pair("outcomes", &entry.outcomes, &mut self.outcomes);
    }
}

impl Overlay<Organization> for OrganizationText {
    fn align(&mut self, entry: &Organization, lists: &mut Lists<'_>) {
        lists.count("audience", &entry.audience, &self.audience);
    }
}

// One language has more words for a topic than another.
impl Overlay<Topic> for TopicText {}
impl Overlay<Request> for RequestText {}
impl Overlay<Page> for PageText {}

/// What was said of an item, without what was not.
fn facts<'a>(
    facts: impl IntoIterator<Item = (&'static str, Option<Fact<'a>>)>,
) -> Vec<(&'static str, Fact<'a>)> {
    facts.into_iter().filter_map(|(key, fact)| Some((key, fact?))).collect()
}

fn text(written: Option<&String>) -> Option<Fact<'_>> {
    written.filter(|text| !text.trim().is_empty()).map(|text| Fact::Text(text))
}

fn address(written: Option<&String>) -> Option<Fact<'_>> {
    written.filter(|text| !text.trim().is_empty()).map(|text| Fact::Address(text))
}

fn date<'a>(written: Option<Date>) -> Option<Fact<'a>> {
    written.map(Fact::Date)
}

impl Keyed for ExpertiseClaim {
    fn key(&self) -> Key<'_> {
        let facts = vec![("topic", Fact::Topic(&self.topic))];
        Key { facts, has_words: self.note.is_some(), ..Key::default() }
    }
}

impl Keyed for NoteText {
    fn key(&self) -> Key<'_> {
        let topic = self.topic.as_deref().map(Fact::Topic);
        Key { facts: facts([("topic", topic)]), ..Key::default() }
    }
}

impl Keyed for Offer {
    fn key(&self) -> Key<'_> {
        Key { id: self.id.as_deref(), title: Some(&self.title), has_words: true, facts: Vec::new() }
    }
}

impl Keyed for OfferText {
    fn key(&self) -> Key<'_> {
        Key { id: self.id.as_deref(), title: self.title.as_deref(), ..Key::default() }
    }
}

impl Keyed for Position {
    fn key(&self) -> Key<'_> {
        let facts = facts([
            ("organization", text(self.organization.as_ref())),
            ("from", date(self.from)),
            ("to", date(self.to)),
        ]);
        Key { id: self.id.as_deref(), title: Some(&self.title), has_words: true, facts }
    }
}

impl Keyed for Certificate {
    fn key(&self) -> Key<'_> {
        let facts = facts([
            ("date", date(self.date)),
            ("organization", text(self.organization.as_ref())),
            ("url", address(self.url.as_ref())),
        ]);
        Key { id: self.id.as_deref(), title: Some(&self.title), has_words: true, facts }
    }
}

impl Keyed for Publication {
    fn key(&self) -> Key<'_> {
        let facts = facts([
            ("date", date(self.date)),
            ("venue", text(self.venue.as_ref())),
            ("organization", text(self.organization.as_ref())),
            ("url", address(self.url.as_ref())),
            // A DOI is kept as the address that it stands for.
            ("doi", address(self.doi.as_ref().or(self.url.as_ref()))),
        ]);
        Key { id: self.id.as_deref(), title: Some(&self.title), has_words: true, facts }
    }
}

impl Keyed for PositionText {
    fn key(&self) -> Key<'_> {
        let facts = facts([
            ("organization", text(self.organization.as_ref())),
            ("from", date(self.from)),
            ("to", date(self.to)),
            ("date", date(self.date)),
            ("venue", text(self.venue.as_ref())),
            ("url", address(self.url.as_ref())),
            ("doi", address(self.doi.as_ref())),
        ]);
        Key { id: self.id.as_deref(), title: self.title.as_deref(), has_words: false, facts }
    }
}

impl Keyed for TestimonialFile {
    fn key(&self) -> Key<'_> {
        let facts = facts([
            ("name", text(self.name.as_ref())),
            ("organization", text(self.organization.as_ref())),
            ("date", date(self.date)),
        ]);
        Key { id: self.id.as_deref(), title: Some(&self.quote), has_words: true, facts }
    }
}

impl Keyed for TestimonialText {
    fn key(&self) -> Key<'_> {
        let facts = facts([
            ("name", text(self.name.as_ref())),
            ("organization", text(self.organization.as_ref())),
            ("date", date(self.date)),
        ]);
        Key { id: self.id.as_deref(), title: self.quote.as_deref(), has_words: false, facts }
    }
}

impl Keyed for Outcome {
    fn key(&self) -> Key<'_> {
        let facts = facts([("value", text(Some(&self.value.0)))]);
        Key { id: self.id.as_deref(), title: Some(&self.label), has_words: true, facts }
    }
}

impl Keyed for OutcomeText {
    fn key(&self) -> Key<'_> {
        let facts = facts([("value", text(self.value.as_ref().map(|value| &value.0)))]);
        Key { id: self.id.as_deref(), title: self.label.as_deref(), has_words: false, facts }
    }
}
