//! Who may be seen, and in which order: from places in the catalog to the numbers of the edition.

use super::entries::{Expert, Organization, Topic, TopicId};
use super::extent::{Extent, Standing};
use super::group::Group;
use super::order;
use super::relations::{self, Mentioned};
use super::visible::{Renumbered, expert_may_be_seen, may_be_seen};
use super::{article, event};
use crate::base::collation::Collation;
use crate::base::name::{doubtful, sort_name};
use crate::base::{Code, Diagnostic, Id, Language};
use crate::catalog::{self, Catalog};
use crate::config::Config;
use crate::record::{Common, Expert as Profile, Visibility};

/// The language by whose rules a name is sorted: that of the country where the person is, where it
/// has rules of its own.
fn name_language(file: &Profile, site: &Language) -> Language {
    let country = file.location.as_ref().and_then(|location| location.country.as_deref());
    let own = match country {
        Some("BE") => "nl-BE",
        Some("HU") => "hu",
        _ => return site.clone(),
    };
    own.parse().unwrap_or_else(|_| site.clone())
}

/// Whether an entry is in lists, when it may be seen.
pub(super) fn is_public(common: &Common) -> bool {
    common.visibility == Visibility::Public
}

/// Whether a project is in lists. One that only unlisted people tell is not: it would name them
/// there.
pub(super) fn is_listed_project(project: &catalog::Project, listed_experts: &[bool]) -> bool {
    let told =
        project.curated || project.authors.iter().any(|author| listed_experts[author.index()]);
    told && is_public(&project.record.common)
}

/// How far a topic or an organization goes into public: as what was written of it says, else as
/// those who mention it.
fn standing(written: Option<&Common>, mentioned: bool) -> Standing {
    match (written.map(is_public), mentioned) {
        (Some(true), _) | (None, true) => Standing::Listed,
        (Some(false), _) => Standing::Unlisted,
        (None, false) => Standing::Words,
    }
}

/// The ids in the catalog of what may be seen, in the order in which it is shown.
#[derive(Default)]
pub(super) struct Kept {
    pub(super) experts: Vec<Id<catalog::Expert>>,
    pub(super) projects: Vec<Id<catalog::Project>>,
    pub(super) organizations: Vec<Id<catalog::Organization>>,
    pub(super) topics: Vec<Id<catalog::Topic>>,
    pub(super) requests: Vec<Id<catalog::Request>>,
    pub(super) groups: Vec<Id<catalog::Group>>,
    pub(super) pages: Vec<Id<catalog::Page>>,
    pub(super) news: Vec<Id<catalog::Article>>,
    pub(super) events: Vec<Id<catalog::Event>>,
}

/// Who may be seen, in which order, and the new numbers.
pub(super) struct Numbers {
    pub(super) kept: Kept,
    pub(super) sort_names: Vec<String>,
    pub(super) experts: Renumbered<catalog::Expert, Expert>,
    pub(super) organizations: Renumbered<catalog::Organization, Organization>,
    pub(super) topics: Renumbered<catalog::Topic, Topic>,
    pub(super) groups: Renumbered<catalog::Group, Group>,
    pub(super) organization_extent: Extent,
    pub(super) topic_extent: Extent,
    /// Which experts of the catalog are in lists.
    pub(super) listed_experts: Vec<bool>,
}

impl Numbers {
    pub(super) fn of(catalog: &Catalog, config: &Config, notes: &mut Vec<Diagnostic>) -> Self {
        let language = &config.languages[0];
        let collation = Collation::new(language);
        let seen = |common: &Common| may_be_seen(common, config);

        let (experts, sort_names) = experts(catalog, &collation, config, notes);
        let mut expert_seen = vec![false; catalog.experts.len()];
        for id in &experts {
            expert_seen[id.index()] = true;
        }
        let of_experts = catalog.experts.iter().zip(&expert_seen);
        let listed_experts: Vec<bool> =
            of_experts.map(|(it, seen)| *seen && is_public(&it.record.common)).collect();

        // A case in the words of somebody who may not be seen, may not be seen either.
        let told = |project: &catalog::Project| {
            project.curated
                || project.authors.first().is_some_and(|author| expert_seen[author.index()])
        };
        let is_seen = |project: &catalog::Project| seen(&project.record.common) && told(project);
        let mut projects: Vec<_> =
            catalog.projects.ids().filter(|id| is_seen(&catalog.projects[*id])).collect();
        order::projects(&mut projects, catalog, config.date);
        let seen_request = |id: &Id<catalog::Request>| seen(&catalog.requests[*id].record.common);
        let mut requests: Vec<_> = catalog.requests.ids().filter(seen_request).collect();
        order::requests(&mut requests, catalog, config.date);
        let mut groups: Vec<_> =
            catalog.groups.ids().filter(|id| seen(&catalog.groups[*id].record.common)).collect();
        order::groups(&mut groups, catalog, &collation, config.date);
        let pages =
            catalog.pages.ids().filter(|id| seen(&catalog.pages[*id].record.common)).collect();
        let stands =
            |it: &catalog::Article| it.owner.is_none_or(|owner| expert_seen[owner.index()]);
        let of_news =
            catalog.news.entries().filter(|(_, it)| seen(&it.record.common) && stands(it));
        let mut news: Vec<_> = of_news.map(|(id, _)| id).collect();
        article::order(&mut news, catalog);

        let of_events = catalog.events.entries().filter(|(_, it)| seen(&it.record.common));
        let mut events: Vec<_> = of_events.map(|(id, _)| id).collect();
        event::order(&mut events, catalog, config.date);

        let kept =
            Kept { experts, projects, requests, groups, pages, news, events, ..Kept::default() };
        let all = relations::mentioned(catalog, &kept, seen);
        let public = in_public(catalog, &kept, &listed_experts, seen);
        let (topics, topic_extent) = topics(catalog, &collation, [&all, &public], seen);
        let (organizations, organization_extent) =
            organizations(catalog, &collation, [&all, &public], seen, &expert_seen);
        Self {
            experts: Renumbered::new(&kept.experts, &catalog.experts),
            organizations: Renumbered::new(&organizations, &catalog.organizations),
            topics: Renumbered::new(&topics, &catalog.topics),
            groups: Renumbered::new(&kept.groups, &catalog.groups),
            organization_extent,
            topic_extent,
            listed_experts,
            kept: Kept { organizations, topics, ..kept },
            sort_names,
        }
    }
}

impl Numbers {
    /// Whether an expert may be seen and is in lists.
    pub(super) fn is_listed(&self, id: Id<catalog::Expert>) -> bool {
        self.listed_experts[id.index()]
    }

    /// Those of the topics that may be seen.
    pub(super) fn topic_ids(&self, ids: &[catalog::TopicId]) -> Vec<TopicId> {
        ids.iter().filter_map(|id| self.topics.of(*id)).collect()
    }
}

/// The experts who may be seen, by name; and by which name each expert of the catalog is sorted.
fn experts(
    catalog: &Catalog,
    collation: &Collation,
    config: &Config,
    notes: &mut Vec<Diagnostic>,
) -> (Vec<catalog::ExpertId>, Vec<String>) {
    let sorted = |expert: &catalog::Expert| {
        let file = &expert.record.file;
        let language = || name_language(file, &config.languages[0]);
        file.sort_name.clone().unwrap_or_else(|| sort_name(&file.name, &language()))
    };
    let sort_names: Vec<String> = catalog.experts.iter().map(sorted).collect();
    let may_be_seen =
        |(_, expert): &(_, &catalog::Expert)| expert_may_be_seen(&expert.record, config, notes);
    let mut experts: Vec<_> =
        catalog.experts.entries().filter(may_be_seen).map(|(id, _)| id).collect();
    notes.extend(experts.iter().filter_map(|id| doubtful_name(&catalog.experts[*id], config)));
    let name = |id: catalog::ExpertId| &*sort_names[id.index()];
    order::by_name(&mut experts, collation, name, |id| &catalog.experts[id].slug);
    (experts, sort_names)
}

/// The note on a name of which nobody can tell whether the family name stands first.
fn doubtful_name(expert: &catalog::Expert, config: &Config) -> Option<Diagnostic> {
    let file = &expert.record.file;
    let [first, last] = doubtful(&file.name, &name_language(file, &config.languages[0]))
        .filter(|_| file.sort_name.is_none())?;
    let place = expert.record.origin.anchor.value("name");
    let message = format!(
        "nobody can tell which part of `{}` is the family name: it is sorted as it is written",
        file.name
    );
    let help = format!("write `sort_name: {first}`, or `sort_name: {last}`, with quotes around it");
    Some(Diagnostic::new(Code::DoubtfulName, place, message).help(help))
}

/// What those mention who are in lists themselves, among what is `kept`.
fn in_public(
    catalog: &Catalog,
    kept: &Kept,
    listed_experts: &[bool],
    seen: impl Fn(&Common) -> bool,
) -> Mentioned {
    let experts = kept.experts.iter().copied().filter(|id| listed_experts[id.index()]);
    let projects = kept
        .projects
        .iter()
        .copied()
        .filter(|id| is_listed_project(&catalog.projects[*id], listed_experts));
    let requests =
        kept.requests.iter().copied().filter(|id| is_public(&catalog.requests[*id].record.common));
    let groups =
        kept.groups.iter().copied().filter(|id| is_public(&catalog.groups[*id].record.common));
    let news = kept.news.iter().copied();
    let news = news.filter(|id| article::is_listed(&catalog.news[*id], listed_experts));
    let events =
        kept.events.iter().copied().filter(|id| is_public(&catalog.events[*id].record.common));
    let public = Kept {
        events: events.collect(),
        news: news.collect(),
        experts: experts.collect(),
        projects: projects.collect(),
        requests: requests.collect(),
        groups: groups.collect(),
        ..Kept::default()
    };
    relations::mentioned(catalog, &public, |common| seen(common) && is_public(common))
}

/// The topics that may be seen: written about, or in `all` that is mentioned; and how many of them
/// are in `public`.
fn topics(
    catalog: &Catalog,
    collation: &Collation,
    [all, public]: [&Mentioned; 2],
    seen: impl Fn(&Common) -> bool,
) -> (Vec<Id<catalog::Topic>>, Extent) {
    let entries = &catalog.topics;
    let written = |id: Id<_>| entries[id].record.as_ref().map(|record| &record.common);
    let is_kept = |id: &Id<_>| written(*id).map_or(all.topics[id.index()], &seen);
    let mut kept: Vec<_> = entries.ids().filter(is_kept).collect();
    order::by_name(&mut kept, collation, |id| &entries[id].title, |id| &entries[id].slug);
    let extent = Extent::arrange(&mut kept, |id| standing(written(id), public.topics[id.index()]));
    (kept, extent)
}

/// The organizations that may be seen: written about, or in `all` that is mentioned; and how many
/// of them are in `public`.
fn organizations(
    catalog: &Catalog,
    collation: &Collation,
    [all, public]: [&Mentioned; 2],
    seen: impl Fn(&Common) -> bool,
    expert_seen: &[bool],
) -> (Vec<Id<catalog::Organization>>, Extent) {
    let entries = &catalog.organizations;
    let written = |id: Id<_>| entries[id].record.as_ref().map(|record| &record.common);
    let is_seen = |id: Id<catalog::Expert>| expert_seen[id.index()];
    // Nobody who may not be seen is named by a body that is called as they are.
    let may_be_named =
        |id: Id<_>| entries[id].bearer.as_ref().is_none_or(|who| who.may_be_named(is_seen));
    let is_mentioned = |id: Id<_>| all.organizations[id.index()] && may_be_named(id);
    let is_kept = |id: &Id<_>| written(*id).map_or_else(|| is_mentioned(*id), &seen);
    let mut kept: Vec<_> = entries.ids().filter(is_kept).collect();
    order::by_name(&mut kept, collation, |id| &entries[id].title, |id| &entries[id].slug);
    let extent =
        Extent::arrange(&mut kept, |id| standing(written(id), public.organizations[id.index()]));
    (kept, extent)
}
