//! What leads to people of a site: what they and those around them are called, and how they are
//! reached.

use super::inflected::{handle, joined, without_form};
use super::redaction::{Redaction, digits};
use crate::base::family_name::is_particle;
use crate::edition::{Edition, ExpertId, Project, Who};
use crate::site::Site;
use serde_json::Value;

/// Pieces of keys under `extra:` below which a theme of one's own has another name of somebody.
const NAMES: [&str; 8] = ["name", "naam", "nick", "alias", "nom", "nombre", "اسم", "名"];

/// Signs around a nickname: `Johannes "Hans" de Vries`.
const QUOTES: [char; 14] =
    ['"', '\'', '“', '”', '„', '‘', '’', '‚', '«', '»', '‹', '›', '「', '」'];

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

impl Redaction {
    /// What leads to people of the site; beside each, what else they are or were called.
    pub fn of(site: &Site, people: &[(ExpertId, Vec<String>)]) -> Self {
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
        redaction.bodies(site);
        let host = site.config.base_url.as_deref().and_then(|url| url.split('/').nth(2));
        redaction.names.extend(host.map(ToOwned::to_owned));
        for (id, _) in people {
            redaction.titles(edition, *id);
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
            self.names.extend(email.into_iter().chain(contact.url.clone()));
            self.numbers.extend(contact.phone.as_ref().map(|phone| digits(&phone.text)));
        }
        self.names.extend(file.links.values().cloned());
        self.names.extend(file.links.values().filter_map(|link| handle(link)));
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
            self.add(&without_form(&organization.title).unwrap_or_default());
            let Some(record) = &organization.record else { continue };
            record.file.synonyms.iter().for_each(|name| self.add(name));
            let titles = record.translations.iter().filter_map(|it| it.text.title.as_deref());
            titles.for_each(|title| self.add(title));
        }
        for (_, group) in site.edition.groups.entries() {
            self.add(&group.record.file.title);
        }
        for texts in &site.config.texts {
            self.add(texts.title.as_deref().unwrap_or_default());
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
        self.words.extend(parts.map(ToOwned::to_owned));
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
