//! `edit.json` beside a profile: what the form of `/edit/` is filled with. It says what the page
//! says, in the keys of a profile, and nothing that the page does not.
//!
//! One small file a person and one page with the form: with a page each, a network of ten thousand
//! people would have ten thousand forms in each of its languages.

use super::about;
use crate::base::places::Distance;
use crate::base::without_nothing;
use crate::base::{Date, ListKind};
use crate::config::Format;
use crate::edition::{
    Certificate, Contact, Expert, ExpertId, Level, Location, Offer, Position, Publication,
    SpokenLanguage, Testimonial, TopicId, WorkKind,
};
use crate::site::{
    Export, ExportResult, Make, NoCards, Page, SiteReader, Subject, ViewContext, open_email,
    open_phone,
};
use serde_json::{Value, json};

pub(super) const EXPORT: Export =
    Export { name: "profile for the form", files, make: Make::Bytes(make) };

/// Nobody whose profile programs may not read has one: the form is then empty, and what is not
/// filled in there stays as it is.
fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    let is_wanted = language == 0 && site.config.is_joined_by_form();
    if !is_wanted {
        return Vec::new();
    }
    (0..site.edition.expert_ids().len())
        .map(ExpertId::new)
        .filter(|id| may_be_told(site, *id))
        .map(|id| {
            let page = Page::Expert(id);
            (site.output(0, &format!("{}edit.json", site.route(page))), Subject::Page(page))
        })
        .collect()
}

/// Whether whatever reads the web may read a profile as data.
fn may_be_told(site: &SiteReader<'_>, id: ExpertId) -> bool {
    let chosen = [
        site.config.formats.get(Format::Data),
        site.edition.written_expert(id).record.file.formats.get(Format::Data),
    ];
    !chosen.contains(&Some(false)) && site.may_be_found(id) && site.is_kept_by_form(id)
}

fn make(site: &SiteReader<'_>, language: usize, subject: Subject) -> ExportResult {
    debug_assert_eq!(language, 0, "it stands once");
    Ok(super::json(&profile_for_form(site, about(subject)?).unwrap_or_else(|| json!({}))))
}

/// What the form is filled with of somebody; none when it is filled with nothing.
pub fn profile_for_form(site: &SiteReader<'_>, id: ExpertId) -> Option<Value> {
    let context = ViewContext { site, language: 0, cards: &NoCards };
    may_be_told(site, id).then(|| without_nothing(profile(context, id))).flatten()
}

fn text(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

fn profile(context: ViewContext<'_>, id: ExpertId) -> Value {
    let expert = context.site.edition.expert(id);
    let file = &expert.record.file;
    let works = |list: &[Publication]| list.iter().map(work).collect::<Vec<_>>();
    let positions = |list: &[Position]| list.iter().map(position).collect::<Vec<_>>();
    json!({
        "name": file.name,
        "headline": file.headline,
        "pronouns": file.pronouns,
        "location": file.location.as_ref().map(location),
        "contact": file.contact.as_ref().map(contact),
        "links": file.links,
        "languages": file.languages.iter().map(language).collect::<Vec<_>>(),
        "roles": file.roles,
        "audience": file.audience,
        "availability": file.availability.as_ref().map(|it| json!({
            "status": it.status.as_str(), "from": text(it.from), "hours": it.hours,
        })),
        "expertise": claims(context, expert),
        "offers": offers(context, expert, ListKind::Offers),
        "asks": offers(context, expert, ListKind::Asks),
        "who": file.who, "can": file.can, "value": file.value, "flow": file.flow,
        "experience": positions(&file.experience),
        "education": positions(&file.education),
        "certificates": file.certificates.iter().map(certificate).collect::<Vec<_>>(),
        "publications": works(&file.publications),
        "talks": works(&file.talks),
        "awards": works(&file.awards),
        "testimonials": file.testimonials.iter().map(testimonial).collect::<Vec<_>>(),
    })
}

fn location(place: &Location) -> Value {
    json!({
        "city": place.city,
        "region": place.region,
        "country": place.country,
        "radius": place.radius.map(Distance::kilometres),
        "travel": place.travel,
        "areas": place.areas,
        "remote": place.remote.then_some(true),
    })
}

/// What is encoded in the page so that programs do not read it, is not said here either.
fn contact(contact: &Contact) -> Value {
    json!({
        "email": open_email(contact),
        "phone": open_phone(contact),
        "url": contact.url,
    })
}

fn language(it: &SpokenLanguage) -> Value {
    match &it.level {
        Some(level) => json!({ it.tag.as_str(): level }),
        None => it.tag.as_str().into(),
    }
}

fn topics(context: ViewContext<'_>, ids: &[TopicId]) -> Vec<String> {
    ids.iter().map(|id| context.topic_title(*id).to_owned()).collect()
}

fn claims(context: ViewContext<'_>, expert: &Expert) -> Vec<Value> {
    let claim = |claim: &crate::edition::Claim| {
        let written = &expert.record.file.expertise[claim.item];
        json!({
            "topic": context.topic_title(claim.topic),
            "level": written.level.map(Level::as_str),
            "since": text(written.since),
            "note": written.note,
            "short": written.short,
        })
    };
    let mut claims: Vec<_> = expert.claims.iter().collect();
    claims.sort_by_key(|claim| claim.item);
    claims.into_iter().map(claim).collect()
}

fn offers(context: ViewContext<'_>, expert: &Expert, list: ListKind) -> Vec<Value> {
    let all = expert.record.file.offers_in(list).iter().enumerate();
    let offer = |(at, offer): (usize, &Offer)| {
        json!({
            "title": offer.title,
            "text": offer.text,
            "topics": expert.topics.of(list).get(at).map(|ids| topics(context, ids)),
            "until": text(offer.until),
        })
    };
    // What is over is not shown any more.
    let open = |(_, offer): &(usize, &Offer)| {
        offer.until.is_none_or(|until| !context.site.edition.has_passed(until))
    };
    all.filter(open).map(offer).collect()
}

fn position(it: &Position) -> Value {
    json!({
        "title": it.title,
        "organization": it.organization,
        "from": text(it.from),
        "to": text(it.to),
        "text": it.text,
        "short": it.short,
    })
}

fn certificate(it: &Certificate) -> Value {
    json!({
        "title": it.title,
        "organization": it.organization,
        "date": text(it.date),
        "until": text(it.until),
        "url": it.url,
        "short": it.short,
    })
}

fn work(it: &Publication) -> Value {
    json!({
        "title": it.title,
        "type": it.kind.map(WorkKind::as_str),
        "venue": it.venue,
        "organization": it.organization,
        "date": text(it.date),
        "volume": it.volume,
        "issue": it.issue,
        "pages": it.pages,
        "doi": it.doi,
        // Without an address of its own, that of the DOI stands for it.
        "url": it.url.as_ref().filter(|url| it.doi.as_ref() != Some(url)),
        "short": it.short,
    })
}

fn testimonial(it: &Testimonial) -> Value {
    json!({
        "quote": it.quote,
        "name": it.name,
        "role": it.role,
        "organization": it.organization,
        "date": text(it.date),
        "short": it.short,
    })
}
