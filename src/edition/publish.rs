//! From the catalog to the edition: what may be seen as of the date, in the order in which it is
//! shown.

use super::entries::{Edition, Expert, Project, Request, Topic};
use super::evidence;
use super::kept::{Making, Publish};
use super::numbers::{Numbers, is_public};
use super::published::{Profile, ProjectFile, Record, RequestFile};
use super::visible::{contact, pick, unname};
use super::{
    collaboration, cv_variants, group, matching, named, order, people, planned, referred,
    relations, spot, steps, today, withheld, works,
};
use crate::base::name::initials;
use crate::base::{Checked, Code, Date, Diagnostic, Id, ListKind, Place, each_kind};
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
    notes.extend(cv_variants::note(&catalog, &numbers.kept, config));
    notes.extend(named::note(&mut catalog, &numbers.kept));
    notes.extend(referred::note(&mut catalog, &numbers.kept));
    let mut edition = keep(numbers, catalog, config, next_step, &mut notes);
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

/// Says whose each story is.
fn number_stories(edition: &mut Edition) {
    edition.stories_mut().for_each(|(kind, at, _, _, story)| story.of = Some((kind, at)));
}

macro_rules! keep {
    ($($kind:ident $name:ident $table:ident $ids:ident,)*) => {
        /// Makes the entries of the edition of those in the catalog that may be seen.
        fn keep(
            mut numbers: Numbers,
            catalog: Catalog,
            config: &Config,
            next_step: Date,
            notes: &mut Vec<Diagnostic>,
        ) -> Edition {
            let sort_names = std::mem::take(&mut numbers.sort_names);
            let sort_names = pick(sort_names, &numbers.kept.experts).collect();
            let terms = BTreeMap::new();
            let mut making = Making { numbers: &numbers, config, sort_names, terms, notes };
            let mut edition = Edition {
                date: config.date,
                next_step,
                $($table: {
                    let kept = pick(catalog.$table, &numbers.kept.$table).enumerate();
                    kept.map(|(at, it)| it.publish(Id::new(at), &mut making)).collect()
                },)*
                organization_extent: numbers.organization_extent,
                topic_extent: numbers.topic_extent,
                exchanges: Vec::new(),
                by_offer: Vec::new(),
                rings: Vec::new(),
                spill: catalog.spill,
            };
            for (expert, terms) in making.terms {
                edition.experts[expert].memberships = group::in_order(terms);
            }
            edition
        }
    };
}
each_kind!(keep);

impl Numbers {
    pub(super) fn request(&self, mut request: catalog::Request, config: &Config) -> Request {
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

    pub(super) fn expert(
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
        let mut location = record.file.location.as_mut();
        let on_map = location.as_mut().map(|it| std::mem::take(&mut it.on_map));
        let on_map = on_map.unwrap_or_default().is_on(true);
        // Whoever is on no map says their town and nothing closer.
        if let Some(location) = location.filter(|_| !on_map) {
            location.at = None;
        }
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
            initials: initials(&record.file.name),
            confirmed,
            listed,
            spot: None,
            on_map,
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

    pub(super) fn project(
        &self,
        mut project: catalog::Project,
        team: people::Team,
        today: Date,
    ) -> Project {
        let listed = project.is_listed(&self.listed_experts);
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
            spot: None,
        }
    }

    /// Takes out the name of a body that somebody bears who may not be seen.
    fn unname_bearer(&self, name: &mut Option<String>, bearer: Option<&catalog::Who>) {
        let is_seen = |id| self.experts.of(id).is_some();
        if bearer.is_some_and(|who| !who.may_be_named(is_seen)) {
            *name = None;
        }
    }

    pub(super) fn topic(&self, topic: catalog::Topic) -> Topic {
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
