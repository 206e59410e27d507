//! From records to the catalog: slugs, references, relations.

use super::addresses::Addresses;
use super::assign::{Register, assign};
use super::authors::authors;
use super::entries::{
    Author, Catalog, Expert, Organization, Page, Project, Request, Topic, TopicId,
};
use super::names::Names;
use super::people::{self, People};
use super::projects;
use super::references::{Mentions, OnlyMentioned};
use super::slugs::Reserved;
use super::team::{Team, who};
use super::whose::{Whose, mention, named_elsewhere};
use super::{aliases, identity, topics, vocabulary};
use crate::base::{Checked, Diagnostic, Forgotten, ListKind, PerItem};
use crate::record::{self, Record, Records};

/// Links `records`. What refers to nothing is noted and left out, and so are topics of a member
/// beyond `new_topics` that nobody else names. Who had which address says `before`.
pub fn link(
    mut records: Records,
    new_topics: usize,
    whose: Whose<'_>,
    before: &Addresses,
) -> Checked<Catalog> {
    let (mut notes, mut addresses) = (Vec::new(), Addresses::default());
    let mut register = Register { before, now: &mut addresses, notes: &mut notes };
    aliases::settle(&mut records, register.notes);
    // Only the site itself writes of these, so that nobody could take the place of one that cannot
    // be read.
    let none = Reserved::default();
    let written = assign(records.topics, &none, |_| true, &mut register).taken;
    let mut topic_mentions = topics::words(&written, register.notes);
    let mut topics = topics::relate(written, &mut topic_mentions, register.notes);
    topic_mentions.limit(new_topics);

    let written = assign(records.organizations, &none, |_| true, &mut register).taken;
    let mut organization_mentions = organization_words(&written);
    if whose.is_portfolio() {
        organization_mentions.read_slugs();
    }

    let People { mut profiles, mut names, folders } =
        people::register(records.experts, &records.unread, records.forgotten, &mut register);
    if let (Whose::Portfolio(folder), [_]) = (whose, profiles.as_slice()) {
        // In a network the folder's name would be the slug.
        names.alias(folder, 0);
    }
    let real = profiles
        .iter()
        .take_while(|(_, record)| *record.origin.anchor.file != *Forgotten::FILE)
        .count();
    identity::keep_identities(&mut profiles[..real], register.notes);
    identity::note_identities(&profiles[..real], register.notes);
    let slugs: Vec<String> = profiles.iter().map(|(slug, _)| slug.clone()).collect();
    let people = Team { names: &names, slugs: &slugs, folders: &folders, whose };
    let reserved = Reserved::of(&records.unread, "projects");
    let projects = projects::link(
        records.projects,
        &reserved,
        &people,
        &mut topic_mentions,
        &mut organization_mentions,
        register.notes,
    );

    let mut experts =
        experts(profiles, &people, &mut topic_mentions, &mut organization_mentions, register.notes);
    let requests: Vec<Request> = assign(records.requests, &none, |_| true, &mut register)
        .taken
        .into_iter()
        .map(|(slug, record)| {
            request(slug, record, &mut topic_mentions, &mut organization_mentions)
        })
        .collect();
    let pages: Vec<Page> = assign(records.pages, &none, |_| true, &mut register)
        .taken
        .into_iter()
        .map(|(slug, record)| Page { slug, record })
        .collect();

    add_mentioned(&mut topics, topic_mentions, &mut register);
    vocabulary::note_orphans(
        &topics,
        &used(topics.len(), &experts, &projects, &requests),
        register.notes,
    );
    topics::close_related(&mut topics);

    let organizations = organizations(written, &mut experts, organization_mentions, &mut register);
    let catalog = Catalog {
        experts: experts.into(),
        projects: projects.into(),
        organizations: organizations.into(),
        topics: topics.into(),
        requests: requests.into(),
        pages: pages.into(),
        addresses,
        spill: records.spill,
    };
    Checked::new(catalog, notes)
}

/// The experts of the profiles, with what these refer to.
fn experts(
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

/// Adds the topics that entries name and nobody writes about.
fn add_mentioned(topics: &mut Vec<Topic>, mentions: Mentions, register: &mut Register<'_>) {
    mentions.note_excess(register.notes);
    mentions.note_spellings("topic", register.notes);
    let mentioned = mentions.into_mentioned("topics/", register);
    vocabulary::note_near_duplicates(topics, &mentioned, register.notes);
    topics.extend(mentioned.into_iter().map(bare));
}

/// The organizations that are written about, then those that entries name; experts get the ids of
/// theirs.
fn organizations(
    written: Vec<(String, Record<record::Organization, record::OrganizationText>)>,
    experts: &mut [Expert],
    mentions: Mentions,
    register: &mut Register<'_>,
) -> Vec<Organization> {
    let written = written.into_iter();
    let mut organizations: Vec<Organization> = written
        .map(|(slug, record)| Organization {
            slug,
            title: record.file.title.clone(),
            record: Some(record),
        })
        .collect();
    for expert in experts.iter_mut() {
        name_further(expert, &mentions);
        name_authors(expert, &mentions);
    }
    mentions.note_spellings("organization", register.notes);
    mentions.note_slugs(register.notes);
    let mentioned = mentions.into_mentioned("organizations/", register).into_iter();
    organizations.extend(mentioned.map(|found| Organization {
        slug: found.slug,
        title: found.title,
        record: None,
    }));
    name_organizations(experts, &organizations);
    organizations
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

/// Finds the organizations that a profile names beside employers and schools: who gave a
/// certificate or an award, whose people speak of the person. A name that nothing else mentions
/// stays a name.
fn name_further(expert: &mut Expert, organizations: &Mentions) {
    for list in ListKind::NAMING {
        let names = expert.record.file.organizations_in_mut(list).into_iter();
        let known: Vec<_> =
            names.map(|name| organizations.known_organization(name.as_deref()?)).collect();
        if known.iter().any(Option::is_some) {
            expert.organizations.add(list, known);
        }
    }
}

/// Finds the organizations that wrote something; one that nothing else mentions stays a name.
fn name_authors(expert: &mut Expert, organizations: &Mentions) {
    let authors = std::mem::take(&mut expert.authors);
    expert.authors = authors.map(|authors| {
        let known = |author| match author {
            Author::Organization(name, _, as_person) => {
                let id = organizations.known_organization(&name);
                Author::Organization(name, id, as_person)
            }
            other => other,
        };
        authors.into_iter().map(known).collect()
    });
}

/// Calls employers and schools by the names of their organizations, which may have been written as
/// slugs or synonyms.
fn name_organizations(experts: &mut [Expert], organizations: &[Organization]) {
    for expert in experts {
        let Expert { record, organizations: named, .. } = expert;
        for list in ListKind::MENTIONING {
            for (name, id) in record.file.organizations_in_mut(list).into_iter().zip(named.of(list))
            {
                if let Some(organization) = id.and_then(|id| organizations.get(id.index())) {
                    *name = Some(organization.title.clone());
                }
            }
        }
    }
}

/// A topic that is only mentioned.
fn bare(found: OnlyMentioned) -> Topic {
    Topic {
        slug: found.slug,
        title: found.title,
        record: None,
        broader: Vec::new(),
        related: Vec::new(),
    }
}

/// Whether each topic is named by somebody or something.
fn used(
    topics: usize,
    experts: &[Expert],
    projects: &[Project],
    requests: &[Request],
) -> Vec<bool> {
    let mut used = vec![false; topics];
    let of_experts = experts.iter().flat_map(|expert| {
        expert.expertise.iter().map(|(_, topic)| topic).chain(expert.topics.all().flatten())
    });
    let of_projects = projects.iter().flat_map(|project| {
        project.topics.iter().chain(project.team.iter().flat_map(|member| member.topics.iter()))
    });
    let of_requests = requests.iter().flat_map(|request| request.needs.iter());
    for topic in of_experts.chain(of_projects).chain(of_requests) {
        used[topic.index()] = true;
    }
    used
}

fn organization_words(
    written: &[(String, Record<record::Organization, record::OrganizationText>)],
) -> Mentions {
    let mut mentions = Mentions::default();
    for (index, (slug, record)) in written.iter().enumerate() {
        mentions.names.slug(slug, index);
        mentions.names.name(&record.file.title, index);
        for synonym in &record.file.synonyms {
            mentions.names.name(synonym, index);
        }
        for title in
            record.translations.iter().filter_map(|translation| translation.text.title.as_ref())
        {
            mentions.names.name(title, index);
        }
    }
    mentions.seal(written.len());
    mentions
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
    let mut linked = PerItem::default();
    for list in ListKind::MENTIONING {
        let positions = file.positions_in(list).iter().enumerate();
        let named = positions.map(|(at, item)| {
            let name = item.organization.as_deref()?;
            organizations
                .organization(name, || anchor.value(format!("{}[{at}].organization", list.key())))
        });
        linked.add(list, named.collect());
    }
    let witnesses = file
        .testimonials
        .iter()
        .map(|testimonial| testimonial.name.as_deref().map(|name| who(names, name, Some(at))))
        .collect();
    Expert { slug, expertise, topics: found, witnesses, organizations: linked, authors, record }
}

fn request(
    slug: String,
    record: Record<record::Request, record::RequestText>,
    topics: &mut Mentions,
    organizations: &mut Mentions,
) -> Request {
    topics.heed(&record.origin);
    organizations.heed(&record.origin);
    let anchor = &record.origin.anchor;
    let organization = record.file.organization.as_deref();
    let organization = organization
        .and_then(|name| organizations.organization(name, || anchor.value("organization")));
    let needs = record.file.needs.iter().enumerate();
    let needs = needs.filter_map(|(at, need)| {
        topics.topic(&need.topic, || anchor.value(format!("needs[{at}]")))
    });
    Request { needs: needs.collect(), slug, organization, record }
}
