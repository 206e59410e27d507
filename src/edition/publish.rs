//! From the catalog to the edition: what may be seen as of the date, in the order in which it is
//! shown.

use super::entries::{Edition, Expert, Organization, Page, Project, Request, Topic};
use super::evidence;
use super::numbers::{Numbers, is_listed_project, is_public};
use super::published::{Profile, ProjectFile, Record, RequestFile};
use super::visible::{contact, pick, unname};
use super::{
    collaboration, group, matching, named, order, people, planned, relations, spot, steps, today,
    withheld, works,
};
use crate::base::{Checked, Code, Date, Diagnostic, Id, ListKind, Place};
use crate::catalog::{self, Catalog};
use crate::config::{Config, Kind, ShelfLife};
use std::collections::BTreeMap;

/// Keeps what consent, visibility and the date allow, and works out what follows from it.
pub fn publish(mut catalog: Catalog, config: &Config) -> Checked<Edition> {
    let mut notes = Vec::new();
    let next_step = steps::next_step(&catalog, config);
    today::leave_out_later(&mut catalog, config.date, &mut notes);
    let numbers = Numbers::of(&catalog, config, &mut notes);
    notes.extend(withheld::note(
        numbers.kept.experts.iter().map(|id| &catalog.experts[*id]),
        config,
    ));
    notes.extend(named::note(&mut catalog, &numbers.kept));
    let mut edition = numbers.keep(catalog, config, next_step, &mut notes);
    number_stories(&mut edition);
    if spot::tells_distances(&edition, config) {
        notes.extend(spot::settle_places(&mut edition, &config.places));
    }
    group::roll_up(&mut edition);
    relations::relate(&mut edition, config.shelf_life);
    evidence::weigh(&mut edition, &mut notes);
    relations::rank_topics(&mut edition);
    works::credit(&mut edition, &mut notes);
    collaboration::connect(&mut edition);
    collaboration::link_witnesses(&mut edition);
    relations::find_related_projects(&mut edition);
    relations::find_related_experts(&mut edition);
    matching::answer_all(&mut edition);
    (edition.exchanges, edition.rings) = matching::exchange(&edition);
    edition.by_offer = (0..edition.exchanges.len()).collect();
    edition.by_offer.sort_by_key(|at| edition.exchanges[*at].offer);
    if edition.experts.is_empty() && edition.pages.is_empty() && edition.projects.is_empty() {
        let note = Diagnostic::new(
            Code::NothingPublished,
            Place::file("."),
            "no entry of the site may be published",
        );
        notes.push(note.help(match config.kind {
            Kind::Network => {
                "add an expert with `vakwerk new expert NAME`, or see why the others are held back"
            }
            Kind::Portfolio => {
                "write profile.md; if it is there, see why it is held back: a draft, hidden, without \
                 consent, or broken"
            }
        }));
    }
    Checked::new(edition, notes)
}

fn organization(organization: catalog::Organization) -> Organization {
    Organization {
        slug: organization.slug,
        title: organization.title,
        record: organization.record.map(Record::of),
        projects: Vec::new(),
        requests: Vec::new(),
        people: Vec::new(),
    }
}

fn page(page: catalog::Page) -> Page {
    Page {
        listed: is_public(&page.record.common),
        slug: page.slug,
        record: Record::of(page.record),
    }
}

/// Says whose each story is.
fn number_stories(edition: &mut Edition) {
    edition.stories_mut().for_each(|(kind, at, _, _, story)| story.of = Some((kind, at)));
}

impl Numbers {
    fn keep(
        mut self,
        catalog: Catalog,
        config: &Config,
        next_step: Date,
        notes: &mut Vec<Diagnostic>,
    ) -> Edition {
        let kept = std::mem::take(&mut self.kept);
        let sort_names = pick(std::mem::take(&mut self.sort_names), &kept.experts);
        let date = config.date;
        let mut terms = BTreeMap::new();
        let groups = pick(catalog.groups, &kept.groups).enumerate();
        let groups = groups
            .map(|(at, it)| group::group(&self, (Id::new(at), it), config, &mut terms, notes));
        let groups = groups.collect();
        Edition {
            date,
            next_step,
            experts: pick(catalog.experts, &kept.experts)
                .zip(sort_names)
                .enumerate()
                .map(|(at, (it, sort_name))| {
                    let memberships = terms.remove(&Id::new(at)).unwrap_or_default();
                    let memberships = group::in_order(memberships);
                    Expert { memberships, ..self.expert(Id::new(at), it, sort_name, config) }
                })
                .collect(),
            projects: pick(catalog.projects, &kept.projects)
                .map(|mut project| {
                    let team = people::team(&self.experts, &mut project, config.kind);
                    self.project(project, team, date)
                })
                .collect(),
            organizations: pick(catalog.organizations, &kept.organizations)
                .map(organization)
                .collect(),
            topics: pick(catalog.topics, &kept.topics).map(|topic| self.topic(topic)).collect(),
            requests: pick(catalog.requests, &kept.requests)
                .map(|request| self.request(request, config))
                .collect(),
            groups,
            pages: pick(catalog.pages, &kept.pages).map(page).collect(),
            news: pick(catalog.news, &kept.news).map(|it| self.article(it)).collect(),
            events: pick(catalog.events, &kept.events).map(|it| self.event(it, date)).collect(),
            organization_extent: self.organization_extent,
            topic_extent: self.topic_extent,
            exchanges: Vec::new(),
            by_offer: Vec::new(),
            rings: Vec::new(),
            spill: catalog.spill,
        }
    }

    fn request(&self, mut request: catalog::Request, config: &Config) -> Request {
        let kept = |id: &Id<catalog::Topic>| self.topics.of(*id).is_some();
        let mut place = request.needs.iter().map(kept);
        request.record.file.needs.retain(|_| place.next().unwrap_or(false));
        let (closed, listed) =
            (order::is_closed(&request, config.date), is_public(&request.record.common));
        let contact = contact(request.record.file.contact.take(), config.privacy);
        let mut record: Record<RequestFile, _> = Record::of(request.record);
        record.file.contact = contact;
        Request {
            closed,
            listed,
            spot: None,
            organization: request.organization.and_then(|id| self.organizations.of(id)),
            needs: self.topic_ids(&request.needs),
            record,
            slug: request.slug,
            candidates: Vec::new(),
            gaps: Vec::new(),
            away: Vec::new(),
            proposal: None,
        }
    }

    fn expert(
        &self,
        id: Id<Expert>,
        expert: catalog::Expert,
        sort_name: String,
        config: &Config,
    ) -> Expert {
        let mut record = expert.record;
        let rank = record.origin.rank;
        let testimonial = record.file.testimonials.iter_mut().zip(expert.witnesses);
        let witnesses = testimonial
            .map(|(testimonial, witness)| {
                people::witness(&self.experts, rank, witness, testimonial)
            })
            .collect();
        let contact = contact(record.file.contact.take(), config.privacy);
        let on_map = record.file.location.as_mut().map(|it| std::mem::take(&mut it.on_map));
        let language = &config.languages[0];
        let authors =
            expert.authors.map(|authors| works::authors(self, id, rank, authors, language));
        unname(&mut record.file, &expert.organizations, |id| self.organizations.of(id).is_none());
        for list in ListKind::NAMING {
            let names = record.file.organizations_in_mut(list).into_iter();
            for (name, bearer) in names.zip(expert.bearers.of(list)) {
                self.unname_bearer(name, bearer.as_ref());
            }
        }
        let confirmed = [record.common.updated, record.file.confirmed_on].into_iter().flatten();
        let confirmed = confirmed.max_by_key(|date| date.last_day());
        let (listed, matchable) = (is_public(&record.common), record.file.matchable.is_on(true));
        let mut record: Record<Profile, _> = Record::of(record);
        planned::mark_profile(&mut record.file, config.date);
        record.file.contact = contact;
        for (item, topic) in &expert.expertise {
            record.file.expertise[*item].topic = self.topics.of(*topic);
        }
        Expert {
            claims: Vec::new(),
            slug: expert.slug,
            sort_name,
            confirmed,
            listed,
            spot: None,
            on_map: on_map.unwrap_or_default().is_on(true),
            topics: expert.topics.map(|ids| self.topic_ids(&ids)),
            organizations: expert.organizations.map(|id| self.organizations.of(id?)),
            matchable,
            record,
            witnesses,
            projects: Vec::new(),
            related: Vec::new(),
            collaborators: Vec::new(),
            authors,
            memberships: Vec::new(),
            works: Vec::new(),
            news: Vec::new(),
            events: Vec::new(),
        }
    }

    fn project(&self, mut project: catalog::Project, team: people::Team, today: Date) -> Project {
        let listed = is_listed_project(&project, &self.listed_experts);
        let members = team.members.into_iter().map(|(mut member, topics)| {
            member.topics = self.topic_ids(&topics);
            member
        });
        let speaker = project.speaker.map(|id| self.organizations.of(id));
        if let Some(testimonial) = &mut project.record.file.testimonial {
            self.unname_bearer(&mut testimonial.organization, project.bearer.as_ref());
            if speaker == Some(None) {
                testimonial.organization = None;
            }
        }
        let public = is_public(&project.record.common);
        let mut record: Record<ProjectFile, _> = Record::of(project.record);
        planned::mark_project(&mut record.file, today);
        Project {
            listed,
            public,
            slug: project.slug,
            record,
            curated: project.curated,
            authors: team.told_by,
            client: project.client.and_then(|id| self.organizations.of(id)),
            topics: self.topic_ids(&project.topics),
            unnamed: team.unnamed,
            witness: team.witness,
            speaker: speaker.flatten(),
            team: members.collect(),
            related: Vec::new(),
        }
    }

    /// Takes out the name of a body that somebody bears who may not be seen.
    fn unname_bearer(&self, name: &mut Option<String>, bearer: Option<&catalog::Who>) {
        let is_seen = |id| self.experts.of(id).is_some();
        if bearer.is_some_and(|who| !who.may_be_named(is_seen)) {
            *name = None;
        }
    }

    fn topic(&self, topic: catalog::Topic) -> Topic {
        let listed = |ids: &[catalog::TopicId]| {
            let mut ids = self.topic_ids(ids);
            ids.retain(|id| id.index() < self.topic_extent.listed);
            ids
        };
        Topic {
            slug: topic.slug,
            title: topic.title,
            broader: listed(&topic.broader),
            related: listed(&topic.related),
            record: topic.record.map(Record::of),
            narrower: Vec::new(),
            ancestors: Vec::new(),
            shelf_life: ShelfLife::None,
            experts: Vec::new(),
            projects: Vec::new(),
            offers: Vec::new(),
            asks: Vec::new(),
            requests: Vec::new(),
            groups: Vec::new(),
            news: Vec::new(),
            events: Vec::new(),
        }
    }
}
