//! Projects: which tellings are of one case, who was on the team.

use super::entries::{Project, TeamMember, Who};
use super::names::{Meaning, Names, by_slug, key, note_guess, same_url, wanted_slug};
use super::references::{Mentions, ambiguous, unknown};
use crate::base::{Diagnostic, ExpertId};
use crate::record::{self, Part, Record};
use std::collections::HashMap;
use std::sync::Arc;

type Telling = Record<record::Project, record::ProjectText>;

/// What a team refers to.
pub(super) struct People<'a> {
    pub(super) names: &'a Names,
    /// Slugs of the experts, by id.
    pub(super) slugs: &'a [String],
    /// Experts by the path of their folder.
    pub(super) folders: &'a HashMap<Arc<str>, ExpertId>,
}

/// Links the projects. Tellings of one title under one slug, by different authors, are one project.
pub(super) fn link(
    mut tellings: Vec<Telling>,
    people: &People<'_>,
    topics: &mut Mentions,
    organizations: &mut Mentions,
    notes: &mut Vec<Diagnostic>,
) -> Vec<Project> {
    // What cannot stand is looked over all the same, so that all its faults are known in one run.
    for telling in tellings.extract_if(.., |telling| !telling.whole) {
        one("", telling, people, topics, organizations, notes);
    }
    tellings.retain(|telling| {
        note_guess(&telling.common, &telling.origin, &telling.file.title, notes);
        // A project of an expert who is held back has nobody to stand for it.
        telling.origin.owner.as_ref().is_none_or(|owner| people.folders.contains_key(owner))
    });
    let mut projects = Vec::with_capacity(tellings.len());
    let slug = |telling: &Telling| wanted_slug(&telling.common, &telling.origin, &telling.file.title);
    for (slug, mut tellings) in by_slug(tellings, slug) {
        if !tell_of_one(&tellings) {
            notes.push(same_url(&format!("projects/{slug}/"), tellings.iter().map(|telling| &telling.origin)));
            continue;
        }
        // The network's own telling leads; else the first by path.
        tellings.sort_by_key(|telling| telling.origin.owner.is_some());
        let mut linked = tellings.into_iter().map(|telling| one(&slug, telling, people, topics, organizations, notes));
        let mut project = linked.next().expect("a slug is wanted by somebody");
        for other in linked {
            merge(&mut project, other);
        }
        projects.push(project);
    }
    projects
}

fn tell_of_one(tellings: &[Telling]) -> bool {
    let first = &tellings[0];
    let mut owners: Vec<_> = tellings.iter().map(|telling| telling.origin.owner.as_ref()).collect();
    owners.sort();
    owners.windows(2).all(|pair| pair[0] != pair[1])
        && tellings.iter().all(|telling| key(&telling.file.title) == key(&first.file.title))
}

fn merge(project: &mut Project, other: Project) {
    project.curated |= other.curated;
    for author in other.authors {
        if !project.authors.contains(&author) {
            project.authors.push(author);
        }
    }
    for member in other.team {
        if !project.team.iter().any(|known| known.who == member.who) {
            project.team.push(member);
        }
    }
}

fn one(
    slug: &str,
    mut record: Telling,
    people: &People<'_>,
    topics: &mut Mentions,
    organizations: &mut Mentions,
    notes: &mut Vec<Diagnostic>,
) -> Project {
    let anchor = record.origin.anchor.clone();
    let about = topics.topics(&std::mem::take(&mut record.file.topics), &anchor, || "topics".to_owned());
    let client = record.file.client.as_deref();
    let client = client.and_then(|name| organizations.organization(name, || anchor.value("client")));
    let author = record.origin.owner.as_ref().and_then(|owner| people.folders.get(owner)).copied();
    let mut team: Vec<TeamMember> = Vec::new();
    for (at, entry) in std::mem::take(&mut record.file.team).into_iter().enumerate() {
        let who = match (&entry.expert, &entry.name) {
            (Some(reference), _) => match people.names.meaning(reference) {
                Meaning::One(index) => Some(Who::Expert(ExpertId::new(index))),
                Meaning::Several(several) => {
                    let slugs: Vec<_> = several.iter().map(|index| people.slugs[*index].as_str()).collect();
                    notes.push(ambiguous(&anchor, &format!("team[{at}].expert"), reference, &slugs));
                    None
                }
                Meaning::HeldBack => None,
                Meaning::Nothing => {
                    notes.push(unknown(&anchor, &format!("team[{at}].expert"), "expert", reference, people.names));
                    None
                }
            },
            (None, Some(name)) => match people.names.meaning(name) {
                Meaning::One(index) => Some(Who::Expert(ExpertId::new(index))),
                _ => Some(Who::Named(name.split_whitespace().collect::<Vec<_>>().join(" "))),
            },
            (None, None) => None,
        };
        if let Some(who) = who
            && !team.iter().any(|known| known.who == who)
        {
            let own = topics.topics(&entry.topics, &anchor, || format!("team[{at}].topics"));
            let topics = if own.is_empty() { about.clone() } else { own };
            team.push(TeamMember { who, role: entry.role, part: entry.part, topics });
        }
    }
    if let Some(author) = author
        && !team.iter().any(|member| member.who == Who::Expert(author))
    {
        let who = Who::Expert(author);
        team.insert(0, TeamMember { who, role: None, part: Part::Core, topics: about.clone() });
    }
    let said_by = record.file.testimonial.as_ref().and_then(|said| said.name.as_deref());
    team.shrink_to_fit();
    Project {
        witness: people.names.only(said_by).map(ExpertId::new),
        slug: slug.to_owned(),
        curated: author.is_none(),
        authors: author.into_iter().collect(),
        client,
        topics: about,
        team,
        record,
    }
}
