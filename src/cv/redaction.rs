//! What leads to a person, taken out of the words of a CV.

use super::document::{Block, Document, Kind, Run};
use super::inflected::{Words, handle, joined, with_before, without_form, written_out};
use crate::audit::Compared;
use crate::base::family_name::is_particle;
use crate::edition::{ExpertId, Who};
use crate::site::Site;
use std::collections::BTreeSet;
use std::ops::Range;

/// Stands for what was taken out, in every language.
const GONE: &str = "[…]";

/// What leads to a person: names of people and organizations, and ways to reach them.
#[derive(Debug, Default)]
pub struct Redaction {
    /// Taken out wherever they stand, in any case.
    names: BTreeSet<String>,
    /// Single words, which may mean something else in small letters: a first name, a surname.
    words: BTreeSet<String>,
    /// Telephone numbers, as digits.
    numbers: Vec<String>,
}

impl Redaction {
    /// What leads to a person of the site; `known` is what else they are or were called.
    pub fn of(site: &Site, id: ExpertId, known: &[String]) -> Self {
        let mut redaction = Self::default();
        let edition = &site.edition;
        let person = &edition.experts[id];
        let file = &person.record.file;
        let own = [&file.name, &person.slug, &person.sort_name].into_iter().chain(known);
        for name in own {
            redaction.person(name, true);
        }
        if let Some(contact) = &file.contact {
            let email = contact.email.as_ref().map(|email| email.text.clone());
            redaction.names.extend(email.as_deref().and_then(handle));
            redaction.names.extend(email.into_iter().chain(contact.url.clone()));
            redaction.numbers.extend(contact.phone.as_ref().map(|phone| digits(&phone.text)));
        }
        redaction.names.extend(file.links.values().cloned());
        redaction.names.extend(file.links.values().filter_map(|link| handle(link)));
        // Who worked with somebody leads to them.
        for (_, expert) in edition.experts.entries() {
            redaction.person(&expert.record.file.name, false);
        }
        for (_, project) in edition.projects.entries() {
            for member in &project.team {
                if let Who::Named(name) = &member.who {
                    redaction.person(name, false);
                }
            }
        }
        for said in &file.testimonials {
            redaction.person(said.name.as_deref().unwrap_or_default(), false);
        }
        for (_, organization) in edition.organizations.entries() {
            redaction.add(&organization.title);
            redaction.add(&without_form(&organization.title).unwrap_or_default());
            let Some(record) = &organization.record else { continue };
            record.file.synonyms.iter().for_each(|name| redaction.add(name));
            let titles = record.translations.iter().filter_map(|it| it.text.title.as_deref());
            titles.for_each(|title| redaction.add(title));
        }
        for (_, group) in edition.groups.entries() {
            redaction.add(&group.record.file.title);
        }
        for texts in &site.config.texts {
            redaction.add(texts.title.as_deref().unwrap_or_default());
        }
        let host = site.config.base_url.as_deref().and_then(|url| url.split('/').nth(2));
        redaction.names.extend(host.map(ToOwned::to_owned));
        redaction
    }

    /// A name of a person; of the one that the CV is of, each part of it too.
    fn person(&mut self, name: &str, is_own: bool) {
        self.add(name);
        if is_own && !name.contains(['@', '/']) {
            self.names.extend(joined(name));
            let parts = name.split(|sign: char| sign.is_whitespace() || "-,()_/".contains(sign));
            let parts = parts.map(|part| part.trim_matches('.'));
            let parts = parts.filter(|part| part.chars().count() > 1 && !is_particle(part));
            self.words.extend(parts.map(ToOwned::to_owned));
        }
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

    /// Takes it out of a CV, and all that is linked with it.
    pub fn apply(&self, document: &mut Document) {
        for block in &mut document.blocks {
            for run in &mut block.runs {
                run.link = None;
            }
            if !matches!(block.kind, Kind::Section | Kind::Name) {
                self.clean(block);
            }
        }
        document.about = document.about.as_ref().map(|about| {
            let mut block = Block::new(Kind::Lead, vec![Run::new(about)]);
            self.clean(&mut block);
            block.text()
        });
    }

    /// What must not be found in the CV, for an audit: names, and those words that stand nowhere in
    /// it in another meaning.
    pub fn markers(&self, document: &Document) -> Vec<String> {
        let texts: Vec<_> =
            document.blocks.iter().map(|block| Compared::of(&block.text())).collect();
        let is_clear = |word: &&String| texts.iter().all(|text| text.places(word).is_empty());
        let words = self.words.iter().filter(is_clear);
        self.names.iter().chain(words).chain(&self.numbers).cloned().collect()
    }

    /// Whether a text leads to the person.
    pub fn is_in(&self, text: &str) -> bool {
        let compared = Compared::of(text);
        !self.places(text).is_empty()
            || self.words.iter().any(|word| !compared.places(word).is_empty())
    }

    fn clean(&self, block: &mut Block) {
        let text = block.text();
        let gone = self.places(&text);
        if gone.is_empty() {
            return;
        }
        let mut at = 0;
        for run in &mut block.runs {
            let here = at..at + run.text.len();
            at = here.end;
            let mut kept = String::with_capacity(run.text.len());
            let mut from = here.start;
            for gone in gone.iter().filter(|gone| gone.start < here.end && gone.end > here.start) {
                kept.push_str(&text[from..gone.start.max(from)]);
                // A name that goes on in the next run is told once.
                if gone.start >= here.start {
                    kept.push_str(GONE);
                }
                from = gone.end.min(here.end);
            }
            kept.push_str(&text[from..here.end]);
            run.text = kept;
        }
        block.runs.retain(|run| !run.text.is_empty());
    }

    /// Where a text leads to the person, in order, none over another.
    fn places(&self, text: &str) -> Vec<Range<usize>> {
        let (compared, words) = (Compared::of(text), Words::of(text));
        let mut found: Vec<_> = self.names.iter().flat_map(|name| compared.places(name)).collect();
        for word in &self.words {
            // In small letters it is another word: `mark`, `wil`.
            let is_name = |at: &Range<usize>| {
                let said = &text[at.clone()];
                said.chars().any(char::is_uppercase) || !said.chars().any(char::is_lowercase)
            };
            found.extend(compared.places(word).into_iter().filter(is_name));
        }
        // The last word of a longer name is what bends: `Femke Bakkers`.
        for name in &self.names {
            let Some((first, last)) = name.rsplit_once(' ') else { continue };
            let bent = words.bent(last);
            if bent.is_empty() {
                continue;
            }
            let firsts = compared.places(first);
            let of_whole = bent.into_iter().filter_map(|at| {
                let mut before = firsts.iter().filter(|first| first.end <= at.start);
                let is_next = |first: &&Range<usize>| text[first.end..at.start].trim().is_empty();
                before.rfind(is_next).map(|first| first.start..at.end)
            });
            found.extend(of_whole);
        }
        found.extend(self.words.iter().flat_map(|word| words.bent(word)));
        found.extend(written_out(text));
        found = found.into_iter().map(|place| with_before(text, place)).collect();
        found.extend(super::reach::places(text, &self.numbers));
        found.sort_by_key(|place| (place.start, place.end));
        let mut merged: Vec<Range<usize>> = Vec::new();
        for place in found {
            match merged.last_mut() {
                // Parts of one name with a hyphen between them are one.
                Some(last)
                    if text[last.end.min(place.start)..place.start]
                        .trim_matches(|sign: char| sign.is_whitespace() || sign == '-')
                        .is_empty() =>
                {
                    last.end = last.end.max(place.end);
                }
                _ => merged.push(place),
            }
        }
        merged
    }
}

/// The digits of a telephone number.
pub(super) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
