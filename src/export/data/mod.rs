//! Open data: `expert.json` beside each profile, its schema `expert.schema.json` (JSON Schema
//! 2020-12), and for networks `experts.json` (in files of a thousand) and `experts.csv` (RFC 4180).

mod expert_data;
mod table;

use super::{about, people_in};
use crate::base::places::{Distance, Position};
use crate::base::{Date, ListKind};
use crate::config::{Format, Kind};
use crate::edition::{
    ArticleId, Availability, Claim, EventId, ExpertId, ExpertText, Level, Location, Offer,
    SpokenLanguage, TopicId, When,
};
use crate::site::{
    Export, ExportResult, Make, NoCards, Page, PersonFile, Phrase, SiteReader, Subject, Unmade,
    ViewContext, open_email, open_phone,
};
use expert_data::{
    Answers, AvailabilityData, ClaimData, EventData, ExpertData, GroupData, LanguageData,
    LocationData, NewsData, OfferData, Reference, VERSION,
};
use schemars::generate::SchemaSettings;
use serde_json::json;
use table::{files_of_table, make_table};

/// The most experts in one file of `experts.json`.
const MOST: usize = 1000;
/// The most rows of `experts.csv`.
const MOST_ROWS: usize = 50_000;

pub(super) const EXPERT: Export = Export { name: "expert data", files, make: Make::Bytes(make) };
pub(super) const SCHEMA: Export =
    Export { name: "schema of expert data", files: schema_file, make: Make::Bytes(make_schema) };
pub(super) const EXPERTS: Export =
    Export { name: "experts data", files: files_of_all, make: Make::Bytes(make_all) };
pub(super) const CSV: Export =
    Export { name: "experts table", files: files_of_table, make: Make::Bytes(make_table) };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    super::person_files(site, language, PersonFile::Data)
}

fn schema_file(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    let wanted = language == 0 && site.speaks(Format::Data);
    wanted.then(|| ("expert.schema.json".to_owned(), Subject::Whole)).into_iter().collect()
}

fn make_schema(site: &SiteReader<'_>, _: usize, _: Subject) -> ExportResult {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<ExpertData<'static>>().to_value();
    schema["$id"] = site.absolute(0, "expert.schema.json").into();
    Ok(format!("{schema:#}\n").into_bytes())
}

fn make(site: &SiteReader<'_>, language: usize, subject: Subject) -> ExportResult {
    let id = about(subject)?;
    let data = expert(ViewContext { site, language, cards: &NoCards }, id);
    let mut bytes = serde_json::to_vec(&data).map_err(Unmade::failed)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn reference<'a>(context: ViewContext<'a>, name: &'a str, page: Page) -> Reference<'a> {
    Reference { name, url: context.site.absolute(context.language, &context.site.route(page)) }
}

fn topics<'a>(context: ViewContext<'a>, ids: &[TopicId]) -> Vec<Reference<'a>> {
    ids.iter().map(|id| reference(context, context.topic_title(*id), Page::Topic(*id))).collect()
}

fn text(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

fn expert(context: ViewContext<'_>, id: ExpertId) -> ExpertData<'_> {
    let site = context.site;
    let expert = site.edition.expert(id);
    let record = &expert.record;
    let file = &record.file;
    let contact = file.contact.as_ref();
    ExpertData {
        version: VERSION,
        id: &expert.slug,
        language: site.config.languages[context.language].as_str(),
        url: site.absolute(context.language, &site.route(Page::Expert(id))),
        name: &file.name,
        sort_name: &expert.sort_name,
        pronouns: file.pronouns.as_deref(),
        headline: context.headline(id).map(|phrase| phrase.text),
        location: file.location.as_ref().map(location),
        languages: file.languages.iter().map(language).collect(),
        availability: file.availability.as_ref().map(availability),
        roles: texts(context.phrases(record, &file.roles, |text| &text.roles)),
        audience: texts(context.phrases(record, &file.audience, |text| &text.audience)),
        answers: answers(context, id),
        expertise: claims(context, id),
        offers: offers(context, id, ListKind::Offers),
        asks: offers(context, id, ListKind::Asks),
        projects: projects(context, id),
        groups: groups(context, id),
        news: expert.news.iter().map(|id| news(context, *id)).collect(),
        events: expert.events.iter().map(|id| event(context, *id)).collect(),
        collaborators: collaborators(context, id),
        links: file.links.iter().map(|(key, url)| (key.as_str(), url.as_str())).collect(),
        email: contact.and_then(open_email),
        phone: contact.and_then(open_phone),
        contact_url: contact.and_then(|contact| contact.url.as_deref()),
        updated: text(record.updated),
    }
}

fn location(place: &Location) -> LocationData<'_> {
    LocationData {
        city: place.city.as_deref(),
        region: place.region.as_deref(),
        country: place.country.as_deref(),
        at: place.at.map(Position::degrees),
        radius_km: place.radius.map(Distance::kilometres),
        areas: &place.areas,
        remote: place.remote,
    }
}

fn language(language: &SpokenLanguage) -> LanguageData<'_> {
    LanguageData { tag: language.tag.as_str(), level: language.level.as_deref() }
}

fn availability(it: &Availability) -> AvailabilityData {
    AvailabilityData { status: it.status.as_str(), from: text(it.from), hours: it.hours }
}

fn texts(phrases: Vec<Phrase<'_>>) -> Vec<&str> {
    phrases.into_iter().map(|phrase| phrase.text).collect()
}

fn answers(context: ViewContext<'_>, id: ExpertId) -> Answers<'_> {
    let record = &context.site.edition.expert(id).record;
    let file = &record.file;
    let phrase = |written, translated: fn(&ExpertText) -> Option<&str>| {
        context.phrase(record, written, translated).map(|phrase| phrase.text)
    };
    Answers {
        who: phrase(file.who.as_deref(), |text| text.who.as_deref()),
        can: phrase(file.can.as_deref(), |text| text.can.as_deref()),
        value: phrase(file.value.as_deref(), |text| text.value.as_deref()),
        flow: phrase(file.flow.as_deref(), |text| text.flow.as_deref()),
    }
}

fn projects(context: ViewContext<'_>, id: ExpertId) -> Vec<Reference<'_>> {
    let edition = context.site.edition;
    let listed = edition.expert(id).projects.iter().filter(|id| edition.project(**id).listed);
    listed
        .map(|id| reference(context, context.project_title(*id).text, Page::Project(*id)))
        .collect()
}

fn groups(context: ViewContext<'_>, id: ExpertId) -> Vec<GroupData<'_>> {
    let terms = context.site.edition.expert(id).memberships.iter();
    terms
        .map(|term| GroupData {
            group: reference(
                context,
                context.group_title(term.group).text,
                Page::Group(term.group),
            ),
            role: context.group_role(term.group, term.role.as_deref()).map(|phrase| phrase.text),
            from: text(term.from),
            to: text(term.to),
            standing: term.tenure.as_str(),
        })
        .collect()
}

fn news(context: ViewContext<'_>, id: ArticleId) -> NewsData<'_> {
    let date = text(context.site.edition.article(id).date);
    let title = context.article_title(id).text;
    NewsData { article: reference(context, title, Page::Article(id)), date }
}

fn event(context: ViewContext<'_>, id: EventId) -> EventData<'_> {
    let event = context.site.edition.event(id);
    EventData {
        event: reference(context, context.event_title(id).text, Page::Event(id)),
        start: event.start.machine(),
        end: event.end.map(When::machine),
        place: event.record.file.place.as_deref(),
    }
}

fn collaborators(context: ViewContext<'_>, id: ExpertId) -> Vec<Reference<'_>> {
    let edition = context.site.edition;
    let others = edition.expert(id).collaborators.iter().map(|other| other.expert);
    others
        .filter(|other| context.site.may_export(*other, Format::Data))
        .map(|other| {
            reference(context, &edition.expert(other).record.file.name, Page::Expert(other))
        })
        .collect()
}

fn claims(context: ViewContext<'_>, id: ExpertId) -> Vec<ClaimData<'_>> {
    let expert = context.site.edition.expert(id);
    let topic = |id| reference(context, context.topic_title(id), Page::Topic(id));
    let claim = |claim: &Claim| ClaimData {
        topic: topic(claim.topic),
        level: claim.level.map(Level::as_str),
        freshness: claim.freshness.label.as_str(),
        basis: claim.basis.as_str(),
        last_shown: text(claim.stated),
        since: text(expert.record.file.expertise[claim.item].since),
    };
    expert.claims.iter().map(claim).collect()
}

/// The items of `offers` or `asks` whose last day has not passed.
fn offers<'a>(context: ViewContext<'a>, id: ExpertId, list: ListKind) -> Vec<OfferData<'a>> {
    let expert = context.site.edition.expert(id);
    let record = &expert.record;
    let open =
        |offer: &Offer| offer.until.is_none_or(|until| !context.site.edition.has_passed(until));
    record
        .file
        .offers_in(list)
        .iter()
        .enumerate()
        .filter(|(_, offer)| open(offer))
        .map(|(at, offer)| {
            let title = context.phrase(record, Some(&offer.title), move |text: &'a ExpertText| {
                text.title(list, at)
            });
            OfferData {
                title: title.map_or(offer.title.as_str(), |phrase| phrase.text),
                topics: expert
                    .topics
                    .of(list)
                    .get(at)
                    .map_or_else(Vec::new, |ids| topics(context, ids)),
                until: text(offer.until),
            }
        })
        .collect()
}

fn files_of_all(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    if site.config.kind != Kind::Network {
        return Vec::new();
    }
    let parts = super::parts(site, Format::Data, MOST);
    parts
        .map(|part| (site.output(language, &numbered(part, "json")), Subject::Part(part)))
        .collect()
}

fn numbered(part: usize, ending: &str) -> String {
    if part == 0 { format!("experts.{ending}") } else { format!("experts-{}.{ending}", part + 1) }
}

/// A page of the list of all experts: enough to find somebody, and the address of everything.
fn make_all(site: &SiteReader<'_>, language: usize, subject: Subject) -> ExportResult {
    let part = super::part_of(subject)?;
    let context = ViewContext { site, language, cards: &NoCards };
    let pages = super::parts(site, Format::Data, MOST).len();
    let experts = people_in(site, Format::Data, part, MOST).map(|id| {
        let data = expert(context, id);
        json!({
            "id": data.id,
            "name": data.name,
            "url": data.url,
            "data": site.person_file(id, PersonFile::Data).map(|path| site.absolute(language, &path)),
            "headline": data.headline,
            "location": data.location,
            "availability": data.availability.map(|it| it.status),
            "topics": data.expertise.iter().map(|claim| claim.topic.name).collect::<Vec<_>>(),
            "updated": data.updated,
        })
    });
    let next = (part + 1 < pages).then(|| site.absolute(language, &numbered(part + 1, "json")));
    Ok(super::json(&json!({
        "version": VERSION,
        "language": site.config.languages[language].as_str(),
        "page": part + 1,
        "pages": pages,
        "next": next,
        "experts": experts.collect::<Vec<_>>(),
    })))
}
