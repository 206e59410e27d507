//! The head of a CV: who somebody is, and how to reach them.

use super::{DOT, Writing, joined, phrase};
use crate::cv::document::{Kind, Run};
use crate::cv::html::unescaped;
use crate::edition::ExpertId;
use crate::site::view::expert_view::{Availability, ExpertView};
use crate::site::{Page, ViewContext};

pub(super) fn head(writing: &mut Writing<'_>, expert: &ExpertView<'_>, id: ExpertId) {
    let name = writing.name(expert);
    writing.push(Kind::Name, vec![Run::new(&name)]);
    writing.push(Kind::Lead, expert.headline.iter().map(phrase).collect());
    if !writing.wish.is_anonymous {
        let reach = reach(writing, expert, id);
        writing.push(Kind::Fact, joined(reach, DOT));
    }
    let comma = writing.word("comma");
    let languages = expert.languages.iter().map(|language| {
        let level = language.level.map_or_else(String::new, |level| format!(" ({level})"));
        vec![Run::new(&format!("{}{level}", language.name))]
    });
    let languages = joined(languages.collect(), &comma);
    fact(writing, "fact.languages", languages);
    if let Some(availability) = &expert.availability {
        let words = available(writing, availability);
        fact(writing, "fact.availability", vec![Run::new(&words)]);
    }
    // What somebody is in the network leads to them.
    if !writing.wish.is_anonymous {
        let roles = joined(expert.roles.iter().map(|it| vec![phrase(it)]).collect(), &comma);
        fact(writing, "fact.roles", roles);
    }
    let audience = expert.audience.iter().map(|one| vec![phrase(one)]);
    let audience = joined(audience.collect(), &comma);
    fact(writing, "fact.audience", audience);
    if !writing.wish.is_anonymous {
        let pronouns = expert.pronouns.map(Run::new).into_iter().collect();
        fact(writing, "fact.pronouns", pronouns);
    }
}

fn fact(writing: &mut Writing<'_>, key: &str, words: Vec<Run>) {
    if words.is_empty() {
        return;
    }
    let mut runs = vec![Run::strong(&writing.word(key)), Run::new("  ")];
    runs.extend(words);
    writing.push(Kind::Fact, runs);
}

/// Where the person is, and how to reach them, as far as programs may read it: a file travels
/// further than a page.
fn reach(writing: &Writing<'_>, expert: &ExpertView<'_>, id: ExpertId) -> Vec<Vec<Run>> {
    let mut reach = Vec::new();
    if let Some(place) = &expert.place {
        let town = place.city.or(place.region).map(ToOwned::to_owned);
        let remote = place.remote.then(|| writing.word("remote"));
        let parts = town.into_iter().chain(remote).map(|part| vec![Run::new(&part)]).collect();
        reach.push(joined(parts, &writing.word("comma")));
    }
    if let Some(contact) = &expert.contact {
        let open = |html: &Option<String>, is_open: bool| {
            html.as_deref().filter(|_| is_open).map(unescaped)
        };
        if let Some(email) = open(&contact.email_html, contact.open_email) {
            reach.push(vec![Run::new(&email).to(Some(format!("mailto:{email}")))]);
        }
        if let Some(phone) = open(&contact.phone_html, contact.open_phone) {
            let to = open(&contact.tel_html, contact.open_phone);
            reach.push(vec![Run::new(&phone).to(to)]);
        }
        if let Some(url) = &contact.url {
            reach.push(vec![outside(writing, &crate::base::address::readable(url), url)]);
        }
    }
    reach.extend(expert.links.iter().map(|link| vec![outside(writing, &link.text, &link.url)]));
    let page = page(writing.context, id);
    reach.extend(
        page.map(|page| vec![outside(writing, &crate::base::address::readable(&page), &page)]),
    );
    reach
}

/// The address of the person's page, when the site knows its own.
pub(super) fn page(context: ViewContext<'_>, id: ExpertId) -> Option<String> {
    let site = context.site;
    site.config.base_url.as_ref()?;
    Some(site.absolute(context.language, &site.route(Page::Expert(id))))
}

fn outside(writing: &Writing<'_>, words: &str, url: &str) -> Run {
    Run::new(words).to(writing.address(url))
}

fn available(writing: &Writing<'_>, of: &Availability) -> String {
    let mut words = writing.word(&format!("availability.{}", of.status));
    let comma = writing.word("comma");
    if let Some(from) = &of.from {
        let from = format!("{} {}", writing.word("from_day"), writing.date(from));
        words = format!("{words}{comma}{from}");
    }
    if let Some(hours) = of.hours {
        let count = u64::from(hours);
        let hours = writing.context.counted("hours_a_week", count);
        words = format!("{words}{comma}{hours}");
    }
    words
}
