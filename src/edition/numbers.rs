//! Who may be seen, and in which order: from places in the catalog to the numbers of the edition.

use super::entries::{Expert, Organization, Topic, TopicId};
use super::extent::{Extent, Standing};
use super::group::Group;
use super::kept::{Kept, Selection};
use super::order;
use super::relations::{self, Mentioned};
use super::visible::{Renumbered, expert_may_be_seen, may_be_seen};
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

/// How far a topic or an organization goes into public: as what was written of it says, else as
/// those who mention it.
fn standing(written: Option<&Common>, mentioned: bool) -> Standing {
    match (written.map(is_public), mentioned) {
        (Some(true), _) | (None, true) => Standing::Listed,
        (Some(false), _) => Standing::Unlisted,
        (None, false) => Standing::Words,
    }
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
        let collation = Collation::new(&config.languages[0]);
        let (experts, sort_names) = experts(catalog, &collation, config, notes);
        let mut seen_experts = vec![false; catalog.experts.len()];
        for id in &experts {
            seen_experts[id.index()] = true;
        }
        let of_experts = catalog.experts.iter().zip(&seen_experts);
        let listed_experts = of_experts.map(|(it, seen)| *seen && is_public(&it.record.common));
        let listed_experts: Vec<bool> = listed_experts.collect();
        let seen = Selection { catalog, config, collation, experts, seen_experts, listed_experts };
        let kept = Kept::of(&seen);
        let may = |common: &Common| may_be_seen(common, config);
        let all = relations::mentioned(catalog, &kept, may);
        let public = relations::mentioned(catalog, &kept.listed(&seen), |common| {
            may(common) && is_public(common)
        });
        let (topics, topic_extent) = topics(catalog, &seen.collation, [&all, &public], may);
        let (organizations, organization_extent) =
            organizations(catalog, &seen.collation, [&all, &public], may, &seen.seen_experts);
        Self {
            experts: Renumbered::new(&kept.experts, &catalog.experts),
            organizations: Renumbered::new(&organizations, &catalog.organizations),
            topics: Renumbered::new(&topics, &catalog.topics),
            groups: Renumbered::new(&kept.groups, &catalog.groups),
            organization_extent,
            topic_extent,
            listed_experts: seen.listed_experts,
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
