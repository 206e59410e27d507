//! What leads to people of a site: what they and those around them are called, and how they are
//! reached.

use super::inflected::{handle, joined, without_form};
use super::own_name::is_telling;
use super::redaction::{Redaction, digits};
use crate::base::ListKind;
use crate::base::fold::fold;
use crate::base::name::family::is_particle;
use crate::edition::{Edition, ExpertId, Profile, Project, Who};
use crate::site::Site;
use serde_json::Value;

/// Pieces of keys under `extra:` below which a theme of one's own has another name of somebody.
const NAMES: [&str; 8] = ["name", "naam", "nick", "alias", "nom", "nombre", "اسم", "名"];

/// Signs around a nickname: `Johannes "Hans" de Vries`.
const QUOTES: [char; 14] =
    ['"', '\'', '“', '”', '„', '‘', '’', '‚', '«', '»', '‹', '›', '「', '」'];

/// The shortest word that is a name.
const SHORTEST: usize = 3;

/// Hosts at which many have an address.
const SHARED: [&str; 35] = [
    "gmail",
    "googlemail",
    "google",
    "outlook",
    "hotmail",
    "live",
    "msn",
    "yahoo",
    "icloud",
    "me",
    "proton",
    "protonmail",
    "gmx",
    "kpnmail",
    "ziggo",
    "planet",
    "xs4all",
    "home",
    "mail",
    "post",
    "linkedin",
    "github",
    "gitlab",
    "mastodon",
    "twitter",
    "facebook",
    "instagram",
    "youtube",
    "orcid",
    "bsky",
    "medium",
    "wikipedia",
    "wikidata",
    "researchgate",
    "social",
];

/// Whose name it is, which decides whether a part of it leads to them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// That of somebody whom nobody may know.
    Own,
    /// That of somebody with whom they worked, or who speaks of them.
    Near,
    /// Somebody else's.
    Other,
}

/// Somebody whom the site does not show.
#[derive(Debug, Default)]
pub struct Unseen {
    /// What they are and were called.
    pub names: Vec<String>,
    /// The slugs of their cases.
    pub cases: Vec<String>,
}

impl Redaction {
    /// What leads to people of the site; beside each, what else they are or were called. Whom the
    /// site does not show leads to those with whom they worked.
    pub fn of(site: &Site, people: &[(ExpertId, Vec<String>)], unseen: &[Unseen]) -> Self {
        let mut redaction = Self::default();
        let edition = &site.edition;
        for (id, known) in people {
            redaction.own(edition, *id, known);
        }
        // Who worked with somebody leads to them.
        for (_, expert) in edition.experts.entries() {
            redaction.person(&expert.record.file.name, Whose::Other);
        }
        for (_, project) in edition.projects.entries() {
            redaction.team(project, Whose::Other);
        }
        for one in unseen {
            let mut cases = people.iter().flat_map(|(id, _)| &edition.experts[*id].projects);
            let is_near = cases.any(|case| one.cases.contains(&edition.projects[*case].slug));
            let whose = if is_near { Whose::Near } else { Whose::Other };
            one.names.iter().for_each(|name| redaction.person(name, whose));
        }
        redaction.bodies(site);
        let host = site.config.base_url.as_deref().and_then(|url| url.split('/').nth(2));
        redaction.names.extend(host.map(ToOwned::to_owned));
        for (id, _) in people {
            redaction.titles(edition, *id);
        }
        // A case is not told from where somebody lives.
        for (id, _) in people {
            let location = edition.experts[*id].record.file.location.as_ref();
            redaction.add(location.and_then(|it| it.city.as_deref()).unwrap_or_default());
        }
        redaction
    }

    fn own(&mut self, edition: &Edition, id: ExpertId, known: &[String]) {
        let person = &edition.experts[id];
        let file = &person.record.file;
        let extra = file.extra.iter().filter(|(key, _)| {
            let key = key.to_lowercase();
            NAMES.iter().any(|piece| key.contains(piece))
        });
        let extra = extra.flat_map(|(_, value)| texts(value));
        let own = [&file.name, &person.slug, &person.sort_name].into_iter().chain(known);
        for name in own.map(String::as_str).chain(extra) {
            self.person(name, Whose::Own);
        }
        if let Some(contact) = &file.contact {
            let email = contact.email.as_ref().map(|email| email.text.clone());
            self.names.extend(email.as_deref().and_then(handle));
            let addresses = email.iter().chain(&contact.url).map(String::as_str);
            addresses.for_each(|address| self.host(address));
            self.names.extend(email.into_iter().chain(contact.url.clone()));
            self.numbers.extend(contact.phone.as_ref().map(|phone| digits(&phone.text)));
        }
        self.names.extend(file.links.values().cloned());
        self.names.extend(file.links.values().filter_map(|link| handle(link)));
        file.links.values().for_each(|link| self.host(link));
        self.works(file);
        for other in &person.collaborators {
            self.person(&edition.experts[other.expert].record.file.name, Whose::Near);
        }
        for project in &person.projects {
            self.team(&edition.projects[*project], Whose::Near);
        }
        for said in &file.testimonials {
            self.person(said.name.as_deref().unwrap_or_default(), Whose::Near);
        }
    }

    /// Who gave somebody a certificate or an award, and what is looked up with its title.
    fn works(&mut self, file: &Profile) {
        for certificate in &file.certificates {
            self.add(certificate.organization.as_deref().unwrap_or_default());
        }
        for list in [ListKind::Publications, ListKind::Talks, ListKind::Awards] {
            for credit in file.credits_in(list) {
                self.add(credit.organization.as_deref().unwrap_or_default());
                // One word may mean anything.
                for text in [Some(credit.title.as_str()), credit.venue.as_deref()] {
                    let text = text.filter(|text| text.trim().contains(' '));
                    self.add(text.unwrap_or_default());
                }
            }
        }
    }

    /// The host of an address of somebody's own, and what it is called.
    fn host(&mut self, address: &str) {
        let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
        let rest = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host = rest.rsplit('@').next().unwrap_or_default().trim_start_matches("www.");
        let Some((name, _)) = host.rsplit_once('.') else { return };
        let name = name.rsplit('.').next().unwrap_or_default();
        if name.chars().count() < SHORTEST || SHARED.contains(&name) {
            return;
        }
        self.names.insert(host.to_owned());
        self.add(name);
        if name.contains('-') {
            self.add(&name.replace('-', " "));
        }
    }

    /// The members of a team without a profile.
    fn team(&mut self, project: &Project, whose: Whose) {
        for member in &project.team {
            if let Who::Named(name) = &member.who {
                self.person(name, whose);
            }
        }
    }

    /// Organizations, groups, and the site itself.
    fn bodies(&mut self, site: &Site) {
        for (_, organization) in site.edition.organizations.entries() {
            self.add(&organization.title);
            let short = without_form(&organization.title).unwrap_or_default();
            // `ACME` of `ACME Heat`.
            let first = organization.title.split_whitespace().next().unwrap_or_default();
            let is_loud =
                first.chars().count() >= SHORTEST && first.chars().all(char::is_uppercase);
            self.add(&short);
            self.add(if is_loud { first } else { "" });
            let Some(record) = &organization.record else { continue };
            record.file.synonyms.iter().for_each(|name| self.add(name));
            let titles = record.translations.iter().filter_map(|it| it.text.title.as_deref());
            titles.for_each(|title| self.add(title));
        }
        for (_, group) in site.edition.groups.entries() {
            self.add(&group.record.file.title);
        }
        for texts in &site.config.texts {
            let title = texts.title.as_deref().unwrap_or_default();
            self.add(title);
            self.titles.insert(title.trim().to_owned());
        }
    }

    /// Titles of somebody's cases in which a name stands: what is left of them leads to the case.
    fn titles(&mut self, edition: &Edition, id: ExpertId) {
        for case in &edition.experts[id].projects {
            let record = &edition.projects[*case].record;
            let translated = record.translations.iter().filter_map(|it| it.text.title.as_ref());
            let titles: Vec<&String> =
                std::iter::once(&record.file.title).chain(translated).collect();
            if titles.iter().any(|title| self.leads(title)) {
                self.untitled.insert(*case);
                for title in titles {
                    self.add(title);
                }
            }
        }
    }

    fn person(&mut self, name: &str, whose: Whose) {
        self.add(name);
        if whose == Whose::Other || name.contains(['@', '/']) {
            return;
        }
        if whose == Whose::Own {
            self.names.extend(joined(name));
        }
        let parts = name.split(|sign: char| sign.is_whitespace() || "-,()[]_/（）".contains(sign));
        let parts = parts.map(|part| part.trim_matches('.').trim_matches(QUOTES));
        let parts = parts.filter(|part| part.chars().count() > 1 && !is_particle(part));
        let parts: Vec<&str> = parts.collect();
        if whose == Whose::Own {
            self.own.extend(parts.iter().filter(|part| is_telling(part)).map(|part| fold(part)));
        }
        self.words.extend(parts.into_iter().map(ToOwned::to_owned));
    }

    fn add(&mut self, name: &str) {
        let name = name.trim();
        let is_word = !name.contains([' ', '-', '@', '.', '/']);
        if name.is_empty() {
            return;
        }
        let names = if is_word { &mut self.words } else { &mut self.names };
        names.insert(name.to_owned());
    }
}

/// The texts of a value, or of its items.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}
