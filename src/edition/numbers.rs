//! Who may be seen, and in which order: from places in the catalog to the numbers of the edition.

use super::extent::{Extent, Standing};
use super::order;
use super::relations::{self, Mentioned};
use super::visible::{Renumbered, expert_may_be_seen, may_be_seen};
use crate::base::collation::Collation;
use crate::base::name::sort_name;
use crate::base::{Diagnostic, ExpertId, Language, OrganizationId, TopicId};
use crate::catalog::{self, Catalog};
use crate::config::Config;
use crate::record::{Common, Expert as Profile, Visibility};

/// The language by whose rules a name is sorted: that of the country where the person is, where it has rules of its own.
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

/// Whether a project is in lists. One that only unlisted people tell is not: it would name them there.
pub(super) fn is_listed_project(project: &catalog::Project, listed_experts: &[bool]) -> bool {
    let told = project.curated || project.authors.iter().any(|author| listed_experts[author.index()]);
    told && is_public(&project.record.common)
}

/// How far a topic or an organization goes into public: as what was written of it says, else as those who mention it.
fn standing(written: Option<&Common>, mentioned: bool) -> Standing {
    match (written.map(is_public), mentioned) {
        (Some(true), _) | (None, true) => Standing::Listed,
        (Some(false), _) => Standing::Unlisted,
        (None, false) => Standing::Words,
    }
}

/// Who may be seen, in which order: places in the catalog, and the new numbers.
pub(super) struct Numbers {
    pub(super) kept: [Vec<usize>; 6],
    pub(super) sort_names: Vec<String>,
    pub(super) experts: Renumbered<ExpertId>,
    pub(super) organizations: Renumbered<OrganizationId>,
    pub(super) topics: Renumbered<TopicId>,
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

        let sorted = |expert: &catalog::Expert| {
            let file = &expert.record.file;
            file.sort_name.clone().unwrap_or_else(|| sort_name(&file.name, &name_language(file, language)))
        };
        let sort_names: Vec<String> = catalog.experts.iter().map(sorted).collect();
        let mut experts: Vec<usize> = (0..catalog.experts.len())
            .filter(|index| expert_may_be_seen(&catalog.experts[*index].record, config, notes))
            .collect();
        order::by_name(&mut experts, &collation, |at| &sort_names[at], |at| &catalog.experts[at].slug);
        let mut expert_seen = vec![false; catalog.experts.len()];
        for index in &experts {
            expert_seen[*index] = true;
        }
        let of_experts = catalog.experts.iter().zip(&expert_seen);
        let listed_experts: Vec<bool> = of_experts.map(|(it, seen)| *seen && is_public(&it.record.common)).collect();

        // A case in the words of somebody who may not be seen, may not be seen either.
        let told = |project: &catalog::Project| {
            project.curated || project.authors.first().is_some_and(|author| expert_seen[author.index()])
        };
        let is_seen = |project: &catalog::Project| seen(&project.record.common) && told(project);
        let mut projects: Vec<usize> =
            (0..catalog.projects.len()).filter(|index| is_seen(&catalog.projects[*index])).collect();
        order::projects(&mut projects, catalog, config.date);
        let mut requests: Vec<usize> =
            (0..catalog.requests.len()).filter(|index| seen(&catalog.requests[*index].record.common)).collect();
        order::requests(&mut requests, catalog, config.date);
        let pages = (0..catalog.pages.len()).filter(|index| seen(&catalog.pages[*index].record.common)).collect();

        let all = relations::mentioned(catalog, &experts, &projects, &requests, seen);
        let public = in_public(catalog, [&experts, &projects, &requests], &listed_experts, seen);
        let (topics, topic_extent) = topics(catalog, &collation, [&all, &public], seen);
        let (organizations, organization_extent) = organizations(catalog, &collation, [&all, &public], seen);
        Self {
            experts: Renumbered::new(&experts, catalog.experts.len(), ExpertId::new),
            organizations: Renumbered::new(&organizations, catalog.organizations.len(), OrganizationId::new),
            topics: Renumbered::new(&topics, catalog.topics.len(), TopicId::new),
            organization_extent,
            topic_extent,
            listed_experts,
            kept: [experts, projects, organizations, topics, requests, pages],
            sort_names,
        }
    }
}

/// What those mention who are in lists themselves, among the `experts`, `projects` and `requests` that may be seen.
fn in_public(
    catalog: &Catalog,
    [experts, projects, requests]: [&[usize]; 3],
    listed_experts: &[bool],
    seen: impl Fn(&Common) -> bool,
) -> Mentioned {
    let experts = experts.iter().copied().filter(|at| listed_experts[*at]);
    let projects = projects.iter().copied().filter(|at| is_listed_project(&catalog.projects[*at], listed_experts));
    let requests = requests.iter().copied().filter(|at| is_public(&catalog.requests[*at].record.common));
    let [experts, projects, requests] = [experts.collect(), projects.collect(), requests.collect::<Vec<_>>()];
    relations::mentioned(catalog, &experts, &projects, &requests, |common| seen(common) && is_public(common))
}

/// The topics that may be seen: written about, or in `all` that is mentioned; and how many of them are in `public`.
fn topics(
    catalog: &Catalog,
    collation: &Collation,
    [all, public]: [&Mentioned; 2],
    seen: impl Fn(&Common) -> bool,
) -> (Vec<usize>, Extent) {
    let entries = &catalog.topics;
    let written = |at: usize| entries[at].record.as_ref().map(|record| &record.common);
    let mut kept: Vec<usize> = (0..entries.len()).filter(|at| written(*at).map_or(all.topics[*at], &seen)).collect();
    order::by_name(&mut kept, collation, |at| &entries[at].title, |at| &entries[at].slug);
    let extent = Extent::arrange(&mut kept, |at| standing(written(at), public.topics[at]));
    (kept, extent)
}

/// The organizations that may be seen: written about, or in `all` that is mentioned; and how many of them are in `public`.
fn organizations(
    catalog: &Catalog,
    collation: &Collation,
    [all, public]: [&Mentioned; 2],
    seen: impl Fn(&Common) -> bool,
) -> (Vec<usize>, Extent) {
    let entries = &catalog.organizations;
    let written = |at: usize| entries[at].record.as_ref().map(|record| &record.common);
    let mut kept: Vec<usize> =
        (0..entries.len()).filter(|at| written(*at).map_or(all.organizations[*at], &seen)).collect();
    order::by_name(&mut kept, collation, |at| &entries[at].title, |at| &entries[at].slug);
    let extent = Extent::arrange(&mut kept, |at| standing(written(at), public.organizations[at]));
    (kept, extent)
}
