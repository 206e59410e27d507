//! What a type cannot say: addresses, empty names, characters that nobody sees.

use super::{Expert, Organization, Page, Project, Request, Topic};
use crate::base::address::safe_href;
use crate::base::{Code, Consequence, Diagnostic, Place, Spot};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Front matter that can look itself over.
pub(super) trait Verify {
    /// Takes out what may not be published, noting it. False when the entry cannot stand.
    fn verify(&mut self, file: &Arc<str>, notes: &mut Vec<Diagnostic>) -> bool;
}

impl Verify for Expert {
    fn verify(&mut self, file: &Arc<str>, notes: &mut Vec<Diagnostic>) -> bool {
        links(&mut self.links, file, notes);
        self.expertise.retain(|claim| !claim.topic.trim().is_empty());
        for (at, certificate) in self.certificates.iter_mut().enumerate() {
            address(&mut certificate.url, || format!("certificates[{at}].url"), file, notes);
        }
        let lists =
            [("publications", &mut self.publications), ("talks", &mut self.talks), ("awards", &mut self.awards)];
        for (key, list) in lists {
            for (at, item) in list.iter_mut().enumerate() {
                address(&mut item.url, || format!("{key}[{at}].url"), file, notes);
            }
        }
        if let Some(contact) = &mut self.contact {
            address(&mut contact.url, || "contact.url".to_owned(), file, notes);
            mail(&mut contact.email, "contact.email", file, notes);
        }
        named(&mut self.name, "name", file, notes)
    }
}

impl Verify for Project {
    fn verify(&mut self, file: &Arc<str>, notes: &mut Vec<Diagnostic>) -> bool {
        if let Some(period) = self.period
            && period.to.is_some_and(|to| to.last_day() < period.from.first_day())
        {
            notes.push(
                Diagnostic::new(
                    Code::BrokenDate,
                    Place::value(file.clone(), "period.to"),
                    "the end lies before the start",
                )
                .help("swap `from` and `to`, or leave `to` out while it is running"),
            );
            self.period = None;
        }
        let mut at = 0;
        self.team.retain(|member| {
            let known = member.expert.is_some() || member.name.is_some();
            if !known {
                let place = Place::value(file.clone(), format!("team[{at}]"));
                let note =
                    Diagnostic::new(Code::MissingKey, place, "a member of the team has neither `expert` nor `name`");
                notes.push(note.help("add `expert:` with a slug, or `name:`").consequence(Consequence::LeftOut));
            }
            at += 1;
            known
        });
        named(&mut self.title, "title", file, notes)
    }
}

impl Verify for Organization {
    fn verify(&mut self, file: &Arc<str>, notes: &mut Vec<Diagnostic>) -> bool {
        links(&mut self.links, file, notes);
        named(&mut self.title, "title", file, notes)
    }
}

impl Verify for Topic {
    fn verify(&mut self, file: &Arc<str>, notes: &mut Vec<Diagnostic>) -> bool {
        named(&mut self.title, "title", file, notes)
    }
}

impl Verify for Request {
    fn verify(&mut self, file: &Arc<str>, notes: &mut Vec<Diagnostic>) -> bool {
        for (at, need) in self.needs.iter_mut().enumerate() {
            if let Some(weight) = need.weight
                && !(1..=3).contains(&weight)
            {
                let place = Place::value(file.clone(), format!("needs[{at}].weight"));
                notes.push(
                    Diagnostic::new(Code::BrokenValue, place, format!("{weight} is not a weight"))
                        .help("write 1, 2 or 3"),
                );
                need.weight = None;
            }
        }
        if let Some(contact) = &mut self.contact {
            address(&mut contact.url, || "contact.url".to_owned(), file, notes);
            mail(&mut contact.email, "contact.email", file, notes);
        }
        named(&mut self.title, "title", file, notes)
    }
}

impl Verify for Page {
    fn verify(&mut self, file: &Arc<str>, notes: &mut Vec<Diagnostic>) -> bool {
        named(&mut self.title, "title", file, notes)
    }
}

fn named(name: &mut String, key: &str, file: &Arc<str>, notes: &mut Vec<Diagnostic>) -> bool {
    let tidy = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if tidy.is_empty() {
        let place = Place::value(file.clone(), key);
        notes.push(
            Diagnostic::new(Code::MissingKey, place, format!("`{key}` is empty")).help(format!("fill in `{key}:`")),
        );
        return false;
    }
    *name = tidy;
    true
}

fn links(links: &mut BTreeMap<String, String>, file: &Arc<str>, notes: &mut Vec<Diagnostic>) {
    links.retain(|key, url| {
        let mut checked = Some(std::mem::take(url));
        if key == "orcid" && checked.as_deref().is_some_and(|id| id.len() == 19 && !id.contains('/')) {
            checked = checked.map(|id| format!("https://orcid.org/{id}"));
        }
        address(&mut checked, || format!("links.{key}"), file, notes);
        match checked {
            Some(address) => {
                *url = address;
                true
            }
            None => false,
        }
    });
}

fn address(url: &mut Option<String>, path: impl FnOnce() -> String, file: &Arc<str>, notes: &mut Vec<Diagnostic>) {
    let Some(written) = url.take() else { return };
    *url = safe_href(&written);
    if url.is_none() {
        let message =
            format!("`{}` is not an address that can be linked", written.chars().take(60).collect::<String>());
        notes.push(
            Diagnostic::new(Code::UnsafeLink, Place::value(file.clone(), path()), message)
                .help("write it in full: https://…"),
        );
    }
}

fn mail(email: &mut Option<String>, path: &str, file: &Arc<str>, notes: &mut Vec<Diagnostic>) {
    let Some(written) = email.take() else { return };
    let tidy = written.trim();
    let fits = tidy.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !host.contains('@')
    }) && !tidy.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"(),;:\\".contains(c));
    if fits {
        *email = Some(tidy.to_owned());
    } else {
        let message = format!("`{}` is not a mail address", tidy.chars().take(60).collect::<String>());
        let place = Place::value(file.clone(), path);
        notes.push(Diagnostic::new(Code::BrokenValue, place, message).help("write it as name@example.org"));
    }
}

/// The text without characters that nobody sees and that may do harm; each line with one is noted once.
pub(super) fn clean<'a>(
    text: &'a str,
    file: &Arc<str>,
    first_line: usize,
    notes: &mut Vec<Diagnostic>,
) -> Cow<'a, str> {
    let unseen = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || ('\u{202a}'..='\u{202e}').contains(&c)
            || ('\u{2066}'..='\u{2069}').contains(&c)
            || c == '\u{feff}'
    };
    if !text.contains(unseen) {
        return Cow::Borrowed(text);
    }
    for (number, line) in text.lines().enumerate() {
        if let Some((column, c)) = line.chars().enumerate().find(|(_, c)| unseen(*c)) {
            let spot = if first_line == 0 { Spot::File } else { Spot::Position(number + first_line, column + 1) };
            let message = format!("the text holds the unseen character U+{:04X}", u32::from(c));
            notes.push(
                Diagnostic::new(Code::ControlCharacter, Place { file: file.clone(), spot }, message)
                    .help("it is left out; delete it in the file"),
            );
        }
    }
    Cow::Owned(text.replace(unseen, ""))
}
