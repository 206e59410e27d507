//! The experts of a site, with the ids of what their profiles name.

use super::authors::authors;
use super::entries::{Author, Expert, OrganizationId, TopicId};
use super::names::Names;
use super::references::Mentions;
use super::team::{Team, who};
use super::whose::{Whose, mention, named_elsewhere};
use crate::base::{Diagnostic, ListKind, PerItem};
use crate::record::{self, Record};

/// The experts of the profiles, with what these refer to.
pub(super) fn experts(
    mut profiles: Vec<(String, Record<record::Expert, record::ExpertText>)>,
    people: &Team<'_>,
    topics: &mut Mentions,
    organizations: &mut Mentions,
    notes: &mut Vec<Diagnostic>,
) -> Vec<Expert> {
    if people.whose.is_portfolio() {
        for (_, record) in &mut profiles {
            name_witnesses(record, people.names, people.whose, notes);
        }
    }
    let linked = profiles.into_iter().enumerate().map(|(at, mut profile)| {
        let authors = authors(at, &mut profile.1, people, notes);
        expert(at, profile, authors, people.names, topics, organizations)
    });
    linked.collect()
}

/// Calls those who speak of the owner of a portfolio by a name, where a slug stands.
fn name_witnesses(
    record: &mut Record<record::Expert, record::ExpertText>,
    names: &Names,
    whose: Whose<'_>,
    notes: &mut Vec<Diagnostic>,
) {
    let anchor = &record.origin.anchor;
    for (at, testimonial) in record.file.testimonials.iter_mut().enumerate() {
        let written = testimonial.name.as_deref().unwrap_or_default();
        if let Some(name) = named_elsewhere(whose, names, written) {
            notes.push(mention(anchor, &format!("testimonials[{at}].name"), written, &name));
            testimonial.name = Some(name);
        }
    }
}

fn expert(
    at: usize,
    (slug, mut record): (String, Record<record::Expert, record::ExpertText>),
    authors: PerItem<Vec<Author>>,
    names: &Names,
    topics: &mut Mentions,
    organizations: &mut Mentions,
) -> Expert {
    topics.heed(&record.origin);
    organizations.heed(&record.origin);
    let file = &mut record.file;
    file.expertise.shrink_to_fit();
    file.languages.shrink_to_fit();
    let anchor = &record.origin.anchor;
    // Names of topics have done their work once they are known by their ids.
    let claims = file.expertise.iter_mut().enumerate();
    let expertise = claims
        .filter_map(|(at, claim)| {
            let place = || anchor.value(format!("expertise[{at}]"));
            topics.topic(&std::mem::take(&mut claim.topic), place).map(|topic| (at, topic))
        })
        .collect();
    let linked = employers(&record, organizations);
    let (file, anchor) = (&mut record.file, &record.origin.anchor);
    let mut found = PerItem::default();
    let mut all = |list: ListKind, items: &mut dyn Iterator<Item = &mut Vec<String>>| {
        let items = items.enumerate().map(|(at, names)| {
            topics.topics(&std::mem::take(names), anchor, || format!("{}[{at}].topics", list.key()))
        });
        let items: Vec<Vec<TopicId>> = items.collect();
        if items.iter().any(|topics| !topics.is_empty()) {
            found.add(list, items);
        }
    };
    all(ListKind::Offers, &mut file.offers.iter_mut().map(|item| &mut item.topics));
    all(ListKind::Asks, &mut file.asks.iter_mut().map(|item| &mut item.topics));
    all(ListKind::Experience, &mut file.experience.iter_mut().map(|item| &mut item.topics));
    all(ListKind::Education, &mut file.education.iter_mut().map(|item| &mut item.topics));
    all(ListKind::Certificates, &mut file.certificates.iter_mut().map(|item| &mut item.topics));
    all(ListKind::Publications, &mut file.publications.iter_mut().map(|item| &mut item.topics));
    all(ListKind::Talks, &mut file.talks.iter_mut().map(|item| &mut item.topics));
    all(ListKind::Awards, &mut file.awards.iter_mut().map(|item| &mut item.topics));
    let witnesses = file
        .testimonials
        .iter()
        .map(|testimonial| testimonial.name.as_deref().map(|name| who(names, name, Some(at))))
        .collect();
    Expert {
        slug,
        expertise,
        topics: found,
        witnesses,
        organizations: linked,
        bearers: PerItem::default(),
        authors,
        record,
    }
}

/// The organizations that items of the profile name.
fn employers(
    record: &Record<record::Expert, record::ExpertText>,
    organizations: &mut Mentions,
) -> PerItem<Option<OrganizationId>> {
    let anchor = &record.origin.anchor;
    let mut linked = PerItem::default();
    for list in ListKind::MENTIONING {
        let positions = record.file.positions_in(list).iter().enumerate();
        let named = positions.map(|(at, item)| {
            let name = item.organization.as_deref()?;
            organizations
                .organization(name, || anchor.value(format!("{}[{at}].organization", list.key())))
        });
        linked.add(list, named.collect());
    }
    linked
}
