//! Organizations: those that are written about, and those that profiles only name.

use super::assign::Register;
use super::entries::{Author, Expert, Organization, OrganizationId, Project, Who};
use super::legal_forms;
use super::names::{Meaning, Names, key};
use super::references::Mentions;
use super::team::who;
use super::whose::Whose;
use crate::base::{Code, Diagnostic, ListKind, Place, Rank};
use crate::record::{self, Record};

/// The names of the organizations that are written about: a word that is the title of one is no
/// synonym of another.
pub(super) fn words(
    written: &mut [(String, Record<record::Organization, record::OrganizationText>)],
    whose: Whose<'_>,
    notes: &mut Vec<Diagnostic>,
) -> Mentions {
    let mut mentions = Mentions::default();
    for (index, (slug, record)) in written.iter().enumerate() {
        mentions.names.slug(slug, index);
        mentions.names.name(&record.file.title, index);
    }
    for (index, (_, record)) in written.iter_mut().enumerate() {
        let anchor = &record.origin.anchor;
        let mut at = 0;
        record.file.synonyms.retain(|word| {
            at += 1;
            let is_free = !mentions.names.is_taken(word, Rank::Own, index);
            if is_free {
                mentions.names.name(word, index);
            } else {
                let place = anchor.value(format!("synonyms[{}]", at - 1));
                let message = format!("`{word}` is a word for two organizations");
                let note = Diagnostic::new(Code::SameTopic, place, message);
                notes.push(note.help("leave it with one of them"));
            }
            is_free
        });
    }
    for (index, (_, record)) in written.iter().enumerate() {
        let plain = crate::base::slug::slug(&record.file.title);
        if key(&plain) != key(&record.file.title) {
            mentions.names.name(&plain, index);
        }
        let dotless = legal_forms::without_dots(&record.file.title);
        if mentions.names.meaning(&dotless) == Meaning::Nothing {
            mentions.names.name(&dotless, index);
        }
        for title in
            record.translations.iter().filter_map(|translation| translation.text.title.as_ref())
        {
            mentions.names.name(title, index);
        }
    }
    mentions.seal(written.len());
    mentions.join_slugs();
    if whose.is_portfolio() {
        mentions.read_slugs();
    }
    mentions
}

/// The organizations that are written about, then those that entries name; experts get the ids of
/// theirs.
pub(super) fn all(
    written: Vec<(String, Record<record::Organization, record::OrganizationText>)>,
    (experts, projects): (&mut [Expert], &mut [Project]),
    mentions: Mentions,
    names: &Names,
    register: &mut Register<'_>,
) -> Vec<Organization> {
    let written = written.into_iter();
    let mut organizations: Vec<Organization> = written
        .map(|(slug, record)| Organization {
            slug,
            title: record.file.title.clone(),
            record: Some(record),
            bearer: None,
        })
        .collect();
    for expert in experts.iter_mut() {
        name_further(expert, &mentions, names);
        name_authors(expert, &mentions);
    }
    for project in projects.iter_mut() {
        name_speaker(project, &mentions, names);
    }
    mentions.note_spellings("organization", register.notes);
    mentions.note_slugs(register.notes);
    let mentioned = mentions.into_mentioned("organizations/", register);
    let written = organizations.len();
    let places: Vec<Place> = mentioned.iter().map(|it| it.place.clone()).collect();
    organizations.extend(mentioned.into_iter().map(|found| Organization {
        bearer: bearer(names, &found.title),
        slug: found.slug,
        title: found.title,
        record: None,
    }));
    let place = |at: usize| places.get(at.checked_sub(written)?).cloned();
    legal_forms::note(&organizations, place, register.notes);
    name_organizations(experts, &organizations);
    name_speakers(projects, &organizations);
    organizations
}

/// Finds the organizations that a profile names beside employers and schools: who gave a
/// certificate or an award, whose people speak of the person. A name that nothing else mentions
/// stays a name.
fn name_further(expert: &mut Expert, organizations: &Mentions, people: &Names) {
    for list in ListKind::NAMING {
        let (mut known, mut bearers) = (Vec::new(), Vec::new());
        for name in expert.record.file.organizations_in_mut(list) {
            let (organization, bearer) = further(name.as_deref(), organizations, people);
            known.push(organization);
            bearers.push(bearer);
        }
        if known.iter().any(Option::is_some) {
            expert.organizations.add(list, known);
        }
        if bearers.iter().any(Option::is_some) {
            expert.bearers.add(list, bearers);
        }
    }
}

/// Finds the organization whose somebody speaks of a case.
fn name_speaker(project: &mut Project, organizations: &Mentions, people: &Names) {
    let testimonial = project.record.file.testimonial.as_ref();
    let written = testimonial.and_then(|testimonial| testimonial.organization.as_deref());
    (project.speaker, project.bearer) = further(written, organizations, people);
}

/// The organization of a name; of one that nothing else mentions, who is called so.
fn further(
    written: Option<&str>,
    organizations: &Mentions,
    people: &Names,
) -> (Option<OrganizationId>, Option<Who>) {
    let Some(name) = written else { return (None, None) };
    let known = organizations.known_organization(name);
    (known, if known.is_none() { bearer(people, name) } else { None })
}

/// Who is called as an organization is; nobody where the name is that alone.
fn bearer(people: &Names, name: &str) -> Option<Who> {
    Some(who(people, name, None)).filter(|who| !matches!(who, Who::Named(_)))
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
        for list in ListKind::NAMING {
            for (name, id) in record.file.organizations_in_mut(list).into_iter().zip(named.of(list))
            {
                name_by_slug(name, *id, organizations);
            }
        }
    }
}

fn name_speakers(projects: &mut [Project], organizations: &[Organization]) {
    for project in projects {
        if let Some(testimonial) = &mut project.record.file.testimonial {
            name_by_slug(&mut testimonial.organization, project.speaker, organizations);
        }
    }
}

/// Puts the name of an organization in the place of its slug.
fn name_by_slug(
    name: &mut Option<String>,
    id: Option<OrganizationId>,
    organizations: &[Organization],
) {
    let Some(organization) = id.and_then(|id| organizations.get(id.index())) else { return };
    let is_slug = |name: &String| {
        let name = name.trim();
        name == organization.slug || name == crate::base::slug::slug(&organization.title)
    };
    if name.as_ref().is_some_and(is_slug) {
        *name = Some(organization.title.clone());
    }
}
