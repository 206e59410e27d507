//! An expert's page.

use super::super::citation::{publications, title};
use super::super::contact::{contact, out_links};
use super::super::context::{ViewContext, extra, iso};
use super::super::item::Card;
use super::super::person_file::PersonFile;
use super::super::view::expert_view::{
    Claim, Collaborator, ExpertView, FormatLink, Match, Offer, Question, SpokenLanguage,
    Testimonial,
};
use super::super::view::parts::{Link, Phrase, Prose};
use super::card::availability;
use super::credits::{certificates, credits};
use super::event;
use super::group::memberships;
use super::positions::positions;
use super::row;
use super::timeline::timeline;
use crate::base::ListKind;
use crate::base::name::parts;
use crate::config::Kind;
use crate::edition::{self, Expert, ExpertId, OrganizationId, Proof, Witness};
use crate::site::markdown::plain::{plain, sentences, shortened};
use std::cmp::Reverse;

/// How many projects have cards on a profile of a network; what everybody has, many pages hold.
const CARDS: usize = 3;

pub(super) fn view(context: ViewContext<'_>, id: ExpertId) -> ExpertView<'_> {
    let expert = context.site.edition.expert(id);
    let record = &expert.record;
    let file = &record.file;
    let parts = parts(&expert.sort_name);
    let is_alone = context.site.config.kind == Kind::Portfolio;
    let whole = if is_alone { expert.projects.len() } else { CARDS.min(expert.projects.len()) };
    let (first, more) = expert.projects.split_at(whole);
    ExpertView {
        name: &file.name,
        given_name: (!parts.given.is_empty()).then_some(parts.given),
        family_name: (!parts.family.is_empty()).then_some(parts.family),
        initials: expert.initials.clone(),
        headline: context.headline(id),
        pronouns: file.pronouns.as_deref(),
        photo: context.portrait(id),
        place: context.place_of_expert(expert),
        map: context.map_of_expert(expert),
        languages: languages(context, &file.languages),
        availability: availability(expert),
        roles: context.phrases(record, &file.roles, |text| &text.roles),
        audience: context.phrases(record, &file.audience, |text| &text.audience),
        questions: questions(context, expert),
        expertise: expert.claims.iter().map(|weighed| claim(context, expert, weighed)).collect(),
        projects: first.iter().map(|id| context.card(Card::Project(*id))).collect(),
        more_projects: more.iter().map(|id| row::project(context, *id)).collect(),
        collaborators: expert
            .collaborators
            .iter()
            .map(|other| Collaborator {
                person: context.person(other.expert),
                publications: other.works.iter().map(|id| title(context, *id)).collect(),
                projects: other.projects.iter().map(|id| context.project(*id)).collect(),
                last: other.projects.first().and_then(|id| context.last_year(*id)),
            })
            .collect(),
        groups: memberships(context, expert),
        events: event::cards(context, &expert.events),
        news: expert.news.iter().map(|id| context.card(Card::Article(*id))).collect(),
        offers: own_offers(context, id, ListKind::Offers),
        asks: own_offers(context, id, ListKind::Asks),
        experience: positions(context, expert, ListKind::Experience),
        education: positions(context, expert, ListKind::Education),
        certificates: certificates(context, expert),
        publications: publications(context, id),
        talks: credits(context, id, ListKind::Talks),
        awards: credits(context, id, ListKind::Awards),
        testimonials: testimonials(context, expert),
        links: out_links(&file.links),
        contact: file.contact.as_ref().map(contact),
        body: context.body(record, 3),
        timeline: timeline(context, id, expert),
        related: expert.related.iter().map(|id| context.person(*id)).collect(),
        formats: formats(context, id),
        extra: extra(&record.file.extra),
    }
}

fn own_offers(context: ViewContext<'_>, id: ExpertId, list: ListKind) -> Vec<Offer<'_>> {
    let count = context.site.edition.expert(id).record.file.offers_in(list).len();
    (0..count).filter_map(|item| own_offer(context, id, list, item)).collect()
}

fn testimonials<'a>(context: ViewContext<'a>, expert: &'a Expert) -> Vec<Testimonial<'a>> {
    let record = &expert.record;
    let all = record.file.testimonials.iter().zip(&expert.witnesses).enumerate();
    all.map(|(at, (written, witness))| {
        let quote =
            context.phrase(record, Some(&written.quote), |text| text.quotes.get(at)?.as_deref());
        let speaker = expert.organizations.of(ListKind::Testimonials).get(at).copied().flatten();
        let quote = quote.expect("a testimonial has a quote");
        testimonial(context, written, (*witness, speaker), quote)
    })
    .collect()
}

/// The files that say who the expert is in machine-readable formats.
fn formats(context: ViewContext<'_>, id: ExpertId) -> Vec<FormatLink> {
    let link = |file: PersonFile| {
        let url = context.site.person_file_url(context.language, id, file)?;
        Some(FormatLink { key: file.key(), media_type: file.media_type(), url })
    };
    PersonFile::ALL.into_iter().filter_map(link).collect()
}

pub(super) fn languages<'a>(
    context: ViewContext<'a>,
    written: &'a [edition::SpokenLanguage],
) -> Vec<SpokenLanguage<'a>> {
    let page = &context.site.config.languages[context.language];
    let shown = |language: &'a edition::SpokenLanguage| SpokenLanguage {
        tag: language.tag.as_str(),
        name: language.tag.name_in(page).into_owned(),
        level: language.level.as_deref(),
    };
    // Who writes one twice speaks it once: as it is shown, or as it is meant.
    let mut spoken: Vec<SpokenLanguage<'a>> = Vec::with_capacity(written.len());
    for language in written.iter().map(shown) {
        let known = spoken.iter_mut().find(|known| known.name == language.name);
        match known {
            Some(known) => known.level = known.level.or(language.level),
            None => spoken.push(language),
        }
    }
    spoken
}

fn questions<'a>(context: ViewContext<'a>, expert: &'a Expert) -> Vec<Question<'a>> {
    let record = &expert.record;
    let file = &record.file;
    let answers: [(&'static str, Option<Prose<'a>>); 4] = [
        ("who", context.prose(record, file.who.as_deref(), |text| text.who.as_deref())),
        ("can", context.prose(record, file.can.as_deref(), |text| text.can.as_deref())),
        ("value", context.prose(record, file.value.as_deref(), |text| text.value.as_deref())),
        ("flow", context.prose(record, file.flow.as_deref(), |text| text.flow.as_deref())),
    ];
    answers
        .into_iter()
        .filter_map(|(key, answer)| Some(Question { key, answer: answer? }))
        .collect()
}

fn claim<'a>(
    context: ViewContext<'a>,
    expert: &'a Expert,
    weighed: &'a edition::Claim,
) -> Claim<'a> {
    let record = &expert.record;
    let written = &record.file.expertise[weighed.item];
    Claim {
        topic: context.topic(weighed.topic),
        level: weighed.level.map(edition::Level::as_str),
        level_number: weighed.level.map(edition::Level::number),
        since: iso(written.since),
        freshness: weighed.freshness.label.as_str(),
        points: weighed.freshness.points,
        expires_in: weighed.freshness.expires_in,
        last: iso(weighed.stated),
        basis: weighed.basis.as_str(),
        evidence: weighed.proof.map(|proof| evidence(context, expert, proof)),
        note: context.phrase(record, written.note.as_deref(), |text| {
            text.notes.get(weighed.item)?.as_deref()
        }),
    }
}

/// What shows an expertise: a page, or an item of the expert's own page.
pub(super) fn evidence<'a>(context: ViewContext<'a>, expert: &'a Expert, proof: Proof) -> Link<'a> {
    let file = &expert.record.file;
    let item = |title: &'a str| Link { title, url: None };
    match proof {
        Proof::Project(id) => context.project(id),
        Proof::Publication(at) => item(&file.publications[at].title),
        Proof::Talk(at) => item(&file.talks[at].title),
        Proof::Certificate(at) => item(&file.certificates[at].title),
        Proof::Experience(at) => item(&file.experience[at].title),
    }
}

/// An item of `offers` or `asks`; none when its last day has passed.
pub(super) fn offer<'a>(
    context: ViewContext<'a>,
    expert: &'a Expert,
    list: ListKind,
    item: usize,
) -> Option<Offer<'a>> {
    let record = &expert.record;
    let written = &record.file.offers_in(list)[item];
    if written.until.is_some_and(|until| context.site.edition.has_passed(until)) {
        return None;
    }
    let translated = move |text: &'a edition::ExpertText| text.item(list, item);
    let title =
        context.phrase(record, Some(&written.title), |text| translated(text)?.title.as_deref());
    Some(Offer {
        title: title.expect("an offer has a title"),
        text: context
            .prose(record, written.text.as_deref(), |text| translated(text)?.text.as_deref()),
        topics: expert.topics.of(list).get(item).map_or_else(Vec::new, |ids| context.topics(ids)),
        until: iso(written.until),
        expert: None,
        matches: Vec::new(),
    })
}

/// An item of `offers` or `asks` on the expert's own page: with those it matches.
fn own_offer<'a>(
    context: ViewContext<'a>,
    id: ExpertId,
    list: ListKind,
    item: usize,
) -> Option<Offer<'a>> {
    /// How many matches an item shows.
    const MOST: usize = 5;
    let edition = context.site.edition;
    let found = offer(context, edition.expert(id), list, item)?;
    let is_offer = list == ListKind::Offers;
    let mut matching: Vec<&edition::Exchange> = if is_offer {
        edition.answers_of(id).filter(|one| one.offer.1 == item).collect()
    } else {
        edition.answers_to(id).iter().filter(|one| one.ask.1 == item).collect()
    };
    matching.sort_by_key(|one| (Reverse(one.mutual), Reverse(one.score), one.ask, one.offer));
    let matches = matching.into_iter().take(MOST).map(|one| {
        let (other, item) = if is_offer { one.ask } else { one.offer };
        let record = edition.written_expert(other).record;
        let (original, translated) = if is_offer {
            let asks = |text: &'a edition::ExpertText| text.asks.get(item)?.title.as_deref();
            (&record.file.asks[item], context.phrase(record, None, asks))
        } else {
            let offers = |text: &'a edition::ExpertText| text.offers.get(item)?.title.as_deref();
            (&record.file.offers[item], context.phrase(record, None, offers))
        };
        Match {
            person: context.expert(other),
            title: translated.unwrap_or(Phrase { text: &original.title, lang: context.fallback() }),
            topics: context.topics(&one.topics),
            score: one.score,
            mutual: one.mutual,
        }
    });
    Some(Offer { matches: matches.collect(), ..found })
}

pub(super) fn testimonial<'a>(
    context: ViewContext<'a>,
    written: &'a edition::Testimonial,
    (witness, speaker): (Witness, Option<OrganizationId>),
    quote: Phrase<'a>,
) -> Testimonial<'a> {
    Testimonial {
        quote,
        name: written.name.as_deref(),
        url: if let Witness::Expert(id) = witness { context.expert(id).url } else { None },
        gone: witness == Witness::Gone,
        date: iso(written.date),
        role: written.role.as_deref(),
        organization: written
            .organization
            .as_deref()
            .map(|title| Link { title, url: speaker.and_then(|id| context.organization(id).url) }),
    }
}

/// The sentence about an expert for search engines and previews.
pub(super) fn description(context: ViewContext<'_>, id: ExpertId) -> Option<String> {
    /// The most characters.
    const MOST: usize = 155;
    let record = &context.site.edition.expert(id).record;
    let file = &record.file;
    let headline = context.headline(id);
    let who = context.phrase(record, file.who.as_deref(), |text| text.who.as_deref());
    let who = who.map_or_else(String::new, |phrase| plain(phrase.text, MOST));
    let text = shortened(&sentences(headline.map_or("", |phrase| phrase.text), &who), MOST);
    (!text.is_empty()).then_some(text)
}
