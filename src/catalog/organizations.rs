//! Organizations: those that are written about, and those that profiles only name.

use super::assign::Register;
use super::entries::{Author, Expert, Organization, Who};
use super::names::Names;
use super::references::Mentions;
use super::team::who;
use super::whose::Whose;
use crate::base::ListKind;
use crate::record::{self, Record};

/// The names of the organizations that are written about.
pub(super) fn words(
    written: &[(String, Record<record::Organization, record::OrganizationText>)],
    whose: Whose<'_>,
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
    if whose.is_portfolio() {
        mentions.read_slugs();
    }
    mentions
}

/// The organizations that are written about, then those that entries name; experts get the ids of
/// theirs.
pub(super) fn all(
    written: Vec<(String, Record<record::Organization, record::OrganizationText>)>,
    experts: &mut [Expert],
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
        name_further(expert, &mentions);
        name_authors(expert, &mentions);
    }
    mentions.note_spellings("organization", register.notes);
    mentions.note_slugs(register.notes);
    let mentioned = mentions.into_mentioned("organizations/", register).into_iter();
    organizations.extend(mentioned.map(|found| Organization {
        bearer: Some(who(names, &found.title, None)).filter(|who| !matches!(who, Who::Named(_))),
        slug: found.slug,
        title: found.title,
        record: None,
    }));
    name_organizations(experts, &organizations);
    organizations
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
