//! From records to the catalog: slugs, references, relations.

use super::entries::{Catalog, Expert, Organization, Page, Request, Topic};
use super::names::{Names, assign};
use super::projects::{self, People};
use super::references::Mentions;
use super::topics;
use crate::base::{Checked, ExpertId, OrganizationId, TopicId};
use crate::record::{self, Record, Records};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Links `records`. What refers to nothing is noted and left out.
pub fn link(records: Records) -> Checked<Catalog> {
    let mut notes = Vec::new();
    let written = assign(records.topics, "topics/", |topic| &topic.title, &mut notes);
    let mut topic_mentions = topics::words(&written, &mut notes);
    let mut topics = topics::relate(written, &mut topic_mentions, &mut notes);

    let written = assign(records.organizations, "organizations/", |organization| &organization.title, &mut notes);
    let mut organization_mentions = organization_words(&written);

    let assigned = assign(records.experts, "experts/", |expert| &expert.name, &mut notes);
    let mut names = Names::default();
    let mut folders: HashMap<Arc<str>, ExpertId> = HashMap::new();
    for (index, (slug, record)) in assigned.iter().enumerate() {
        names.slug(slug, index);
        names.name(&record.file.name, index);
        if let Some(owner) = &record.origin.owner {
            folders.insert(owner.clone(), ExpertId::new(index));
        }
    }
    for slug in &records.held_back {
        names.held_back(slug);
    }
    let slugs: Vec<String> = assigned.iter().map(|(slug, _)| slug.clone()).collect();
    let people = People { names: &names, slugs: &slugs, folders: &folders };
    let projects =
        projects::link(records.projects, &people, &mut topic_mentions, &mut organization_mentions, &mut notes);

    let experts = assigned
        .into_iter()
        .map(|(slug, record)| expert(slug, record, &mut topic_mentions, &mut organization_mentions))
        .collect();
    let requests = assign(records.requests, "requests/", |request| &request.title, &mut notes)
        .into_iter()
        .map(|(slug, record)| request(slug, record, &mut topic_mentions, &mut organization_mentions))
        .collect();
    let pages = assign(records.pages, "", |page| &page.title, &mut notes)
        .into_iter()
        .map(|(slug, record)| Page { slug, record })
        .collect();

    for (slug, title) in topic_mentions.into_mentioned() {
        topics.push(Topic { slug, title, record: None, broader: Vec::new(), related: Vec::new() });
    }
    topics::close_related(&mut topics);
    let mut organizations: Vec<Organization> = written
        .into_iter()
        .map(|(slug, record)| Organization { slug, title: record.file.title.clone(), record: Some(record) })
        .collect();
    for (slug, title) in organization_mentions.into_mentioned() {
        organizations.push(Organization { slug, title, record: None });
    }
    Checked::new(Catalog { experts, projects, organizations, topics, requests, pages }, notes)
}

fn organization_words(written: &[(String, Record<record::Organization, record::OrganizationText>)]) -> Mentions {
    let mut mentions = Mentions::default();
    for (index, (slug, record)) in written.iter().enumerate() {
        mentions.names.slug(slug, index);
        mentions.names.name(&record.file.title, index);
        for synonym in &record.file.synonyms {
            mentions.names.name(synonym, index);
        }
        for title in record.translations.iter().filter_map(|translation| translation.text.title.as_ref()) {
            mentions.names.name(title, index);
        }
    }
    mentions.seal(written.len());
    mentions
}

fn expert(
    slug: String,
    record: Record<record::Expert, record::ExpertText>,
    topics: &mut Mentions,
    organizations: &mut Mentions,
) -> Expert {
    let file = &record.file;
    let expertise = file.expertise.iter().filter_map(|claim| topics.topic(&claim.topic)).collect();
    let mut found: BTreeMap<&'static str, Vec<Vec<TopicId>>> = BTreeMap::new();
    let mut all = |key: &'static str, items: &mut dyn Iterator<Item = &Vec<String>>| {
        let items = items.map(|names| names.iter().filter_map(|name| topics.topic(name)).collect()).collect();
        found.insert(key, items);
    };
    all("offers", &mut file.offers.iter().map(|item| &item.topics));
    all("asks", &mut file.asks.iter().map(|item| &item.topics));
    all("experience", &mut file.experience.iter().map(|item| &item.topics));
    all("education", &mut file.education.iter().map(|item| &item.topics));
    all("certificates", &mut file.certificates.iter().map(|item| &item.topics));
    all("publications", &mut file.publications.iter().map(|item| &item.topics));
    all("talks", &mut file.talks.iter().map(|item| &item.topics));
    all("awards", &mut file.awards.iter().map(|item| &item.topics));
    let mut linked: BTreeMap<&'static str, Vec<Option<OrganizationId>>> = BTreeMap::new();
    let mut find = |name: &Option<String>| name.as_deref().and_then(|name| organizations.organization(name));
    linked.insert("experience", file.experience.iter().map(|item| find(&item.organization)).collect());
    Expert { slug, expertise, topics: found, organizations: linked, record }
}

fn request(
    slug: String,
    mut record: Record<record::Request, record::RequestText>,
    topics: &mut Mentions,
    organizations: &mut Mentions,
) -> Request {
    record.file.needs.retain(|need| !need.topic.trim().is_empty());
    let organization = record.file.organization.as_deref().and_then(|name| organizations.organization(name));
    let needs = record.file.needs.iter().filter_map(|need| topics.topic(&need.topic)).collect();
    Request { slug, record, organization, needs }
}
