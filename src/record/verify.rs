//! What a type cannot say of an entry: each kind names what has to be looked over.

use super::credits::{Position, Publication};
use super::inspector::Inspector;
use super::lost::Telling;
use super::work::AuthorEntry;
use super::{Expert, LastUsed, Organization, Page, Project, Request, Topic};
use crate::base::{Code, Consequence, Diagnostic, ListKind};

/// Front matter that can be looked over.
pub(super) trait Verify {
    /// Tidies what can be understood and takes out what cannot. False when the entry cannot stand.
    fn verify(&mut self, inspector: &mut Inspector<'_>) -> bool;
}

impl Verify for Expert {
    fn verify(&mut self, inspector: &mut Inspector<'_>) -> bool {
        inspector.links(&mut self.links);
        inspector.contact(&mut self.contact);
        inspector.location(&mut self.location, "location");
        inspector.filled(&mut self.expertise, "expertise", |claim| topic(&claim.topic));
        inspector.filled(&mut self.offers, "offers", |offer| &offer.title);
        inspector.filled(&mut self.asks, "asks", |ask| &ask.title);
        self.filled_lists(inspector);
        for (at, claim) in self.expertise.iter_mut().enumerate() {
            inspector.level(claim.level, &format!("expertise[{at}].level"));
            let last = claim.last_used.and_then(LastUsed::date);
            if inspector.is_backwards(claim.since, last, format_args!("expertise[{at}].last_used"))
            {
                claim.last_used = None;
            }
        }
        if let Some(availability) = &mut self.availability {
            inspector.range(&mut availability.hours, 1..=80, "availability.hours");
        }
        positions(&mut self.experience, "experience", inspector);
        positions(&mut self.education, "education", inspector);
        for (at, certificate) in self.certificates.iter_mut().enumerate() {
            let path = format!("certificates[{at}]");
            inspector.url(&mut certificate.url, &format!("{path}.url"));
            inspector.named(&mut certificate.organization, &format!("{path}.organization"));
            if inspector.is_backwards(
                certificate.date,
                certificate.until,
                format_args!("certificates[{at}].until"),
            ) {
                certificate.until = None;
                certificate.lost.add(Telling::Until);
            }
        }
        for list in ListKind::CREDITED {
            for (at, item) in self.credits_in_mut(list).iter_mut().enumerate() {
                credit(item, &format!("{}[{at}]", list.key()), inspector);
            }
        }
        inspector.name(&mut self.name, "name")
    }
}

impl Expert {
    /// Takes out of the lists what has a title of nothing: it would stand under its heading as a
    /// blank.
    fn filled_lists(&mut self, inspector: &mut Inspector<'_>) {
        inspector.filled(&mut self.roles, "roles", |role| role);
        inspector.filled(&mut self.experience, "experience", |position| &position.title);
        inspector.filled(&mut self.education, "education", |position| &position.title);
        inspector.filled(&mut self.certificates, "certificates", |certificate| &certificate.title);
        inspector.filled(&mut self.publications, "publications", |item| &item.title);
        inspector.filled(&mut self.talks, "talks", |item| &item.title);
        inspector.filled(&mut self.awards, "awards", |item| &item.title);
        inspector.filled(&mut self.testimonials, "testimonials", |item| &item.quote);
    }
}

/// The name of a topic; empty where YAML's sign for nothing stands.
fn topic(name: &str) -> &str {
    if name.trim() == "~" { "" } else { name }
}

fn credit(item: &mut Publication, path: &str, inspector: &mut Inspector<'_>) {
    inspector.url(&mut item.url, &format!("{path}.url"));
    inspector.doi(&mut item.doi, &format!("{path}.doi"));
    inspector.named(&mut item.organization, &format!("{path}.organization"));
    inspector.named(&mut item.venue, &format!("{path}.venue"));
    item.url = item.url.take().or_else(|| item.doi.clone());
    if let Some(year) = item.year.take() {
        let date = *item.date.get_or_insert(year);
        if date.year() != year.year() {
            let message = format!("the year is {year}, and the date is {date}");
            let key = format!("{path}.year");
            inspector.note(
                Code::BrokenDate,
                &key,
                message,
                "leave `year:` out where there is a date",
            );
        }
    }
    let count = item.authors.len();
    inspector.filled_all(&mut item.authors, &format!("{path}.authors"), AuthorEntry::is_empty);
    if item.authors.len() < count {
        item.lost.add(Telling::Authors);
    }
}

fn positions(positions: &mut [Position], key: &str, inspector: &mut Inspector<'_>) {
    for (at, position) in positions.iter_mut().enumerate() {
        inspector.named(&mut position.organization, &format!("{key}[{at}].organization"));
        if inspector.is_backwards(position.from, position.to, format_args!("{key}[{at}].to")) {
            position.to = None;
            position.lost.add(Telling::To);
        }
    }
}

impl Verify for Project {
    fn verify(&mut self, inspector: &mut Inspector<'_>) -> bool {
        if let Some(period) = &mut self.period
            && inspector.is_backwards(Some(period.from), period.to, "period.to")
        {
            period.to = None;
            period.lost.add(Telling::To);
        }
        let (mut at, mut gone) = (0, Vec::new());
        self.team.retain(|member| {
            let named =
                |name: &Option<String>| name.as_deref().is_some_and(|name| !name.trim().is_empty());
            let known = named(&member.expert) || named(&member.name);
            if !known {
                gone.push(at);
                let place = inspector.anchor.value(format!("team[{at}]"));
                let note = Diagnostic::new(
                    Code::MissingKey,
                    place,
                    "a member of the team has neither `expert` nor `name`",
                );
                let note = note
                    .help("add `expert:` with a slug, or `name:`")
                    .consequence(Consequence::LeftOut);
                inspector.notes.push(note);
            }
            at += 1;
            known
        });
        inspector.leave_out("team", &gone);
        inspector.filled(&mut self.topics, "topics", |name| topic(name));
        inspector.filled(&mut self.outcomes, "outcomes", |outcome| topic(&outcome.value.0));
        inspector.named(&mut self.client, "client");
        inspector.named(&mut self.place, "place");
        inspector.name(&mut self.title, "title")
    }
}

impl Verify for Organization {
    fn verify(&mut self, inspector: &mut Inspector<'_>) -> bool {
        inspector.links(&mut self.links);
        inspector.name(&mut self.title, "title")
    }
}

impl Verify for Topic {
    fn verify(&mut self, inspector: &mut Inspector<'_>) -> bool {
        inspector.urls(&mut self.same_as, "same_as");
        inspector.filled(&mut self.synonyms, "synonyms", |synonym| synonym);
        inspector.filled(&mut self.broader, "broader", |name| topic(name));
        inspector.filled(&mut self.related, "related", |name| topic(name));
        inspector.name(&mut self.title, "title")
    }
}

impl Verify for Request {
    fn verify(&mut self, inspector: &mut Inspector<'_>) -> bool {
        for (at, need) in self.needs.iter_mut().enumerate() {
            inspector.level(need.level, &format!("needs[{at}].level"));
            if let Some(weight) = need.weight.filter(|weight| !(1..=3).contains(weight)) {
                let path = format!("needs[{at}].weight");
                inspector.note(
                    Code::BrokenValue,
                    &path,
                    format!("{weight} is not a weight"),
                    "write 1, 2 or 3",
                );
                need.weight = None;
            }
        }
        inspector.filled(&mut self.needs, "needs", |need| topic(&need.topic));
        inspector.contact(&mut self.contact);
        inspector.location(&mut self.place, "place");
        inspector.range(&mut self.hours, 1..=80, "hours");
        if inspector.is_backwards(self.from, self.until, "until") {
            self.until = None;
        }
        inspector.name(&mut self.title, "title")
    }
}

impl Verify for Page {
    fn verify(&mut self, inspector: &mut Inspector<'_>) -> bool {
        inspector.name(&mut self.title, "title")
    }
}
