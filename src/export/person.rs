//! What contact cards say of an expert, whatever their format.

use super::uid::{uid, uuid};
use crate::base::Date;
use crate::base::name::{NameParts, parts};
use crate::base::uri::uri;
use crate::config::{Format, Kind};
use crate::edition::{Expert, ExpertId, Level, SpokenLanguage};
use crate::site::{NoCards, Page, SiteReader, ViewContext, open_email, open_phone};
use std::borrow::Cow;

/// What contact cards say of an expert, in the site's default language.
pub(super) struct Person<'a> {
    /// UUID that follows from the profile's address.
    pub(super) uid: String,
    /// The name as the person writes it.
    pub(super) name: &'a str,
    /// The name as address books ask for it.
    pub(super) parts: NameParts,
    /// The family name and the given name as they are sorted.
    pub(super) sorted: Vec<String>,
    /// Pronouns as the person writes them.
    pub(super) pronouns: Option<&'a str>,
    /// One line about the person.
    pub(super) headline: Option<&'a str>,
    /// What the person is asked for.
    pub(super) roles: Vec<&'a str>,
    /// The present employer, or the person's own firm.
    pub(super) organization: Option<&'a str>,
    /// Mail address, when machines may read it.
    pub(super) email: Option<&'a str>,
    /// Telephone number, when machines may read it.
    pub(super) phone: Option<&'a str>,
    /// A page with a form or a calendar.
    pub(super) contact_url: Option<Cow<'a, str>>,
    /// Town, region and country.
    pub(super) place: Option<Place<'a>>,
    /// Languages that the person works in.
    pub(super) languages: &'a [SpokenLanguage],
    /// Topics with the level that is claimed, the first the one that counts most.
    pub(super) topics: Vec<(&'a str, Option<Level>)>,
    /// Absolute address of the profile.
    pub(super) url: Option<String>,
    /// Absolute address of the portrait.
    pub(super) photo: Option<String>,
    /// Absolute address of the list of the network's experts.
    pub(super) directory: Option<String>,
    /// Sites elsewhere: key and address.
    pub(super) links: Vec<(&'a str, Cow<'a, str>)>,
    /// UUIDs of those with whom projects were shared.
    pub(super) colleagues: Vec<String>,
    /// The last change.
    pub(super) updated: Option<Date>,
}

/// Where somebody works from.
pub(super) struct Place<'a> {
    pub(super) city: &'a str,
    pub(super) region: &'a str,
    pub(super) country: &'a str,
}

impl<'a> Person<'a> {
    pub(super) fn of(site: &'a SiteReader<'a>, id: ExpertId) -> Self {
        let shared = site.edition.expert(id).collaborators.iter();
        let shared = shared.filter(|other| site.may_export(other.expert, Format::Vcard));
        let colleagues = shared.map(|other| uid(site, other.expert)).collect();
        let context = ViewContext { site, language: 0, cards: &NoCards };
        let claims = site.edition.expert(id).claims.iter();
        let topics = claims.map(|claim| (context.topic_title(claim.topic), claim.level)).collect();
        Self { topics, colleagues, directory: directory(site), ..Self::alone(site, id) }
    }

    /// Who it is and how to reach them, without what they know and whom, and where others are.
    pub(super) fn alone(site: &'a SiteReader<'a>, id: ExpertId) -> Self {
        let edition = site.edition;
        let expert = edition.expert(id);
        let file = &expert.record.file;
        let contact = file.contact.as_ref();
        let context = ViewContext { site, language: 0, cards: &NoCards };
        let known = site.config.base_url.is_some();
        let photo = context.portrait(id).filter(|_| known);
        let page = site.absolute(0, &site.route(Page::Expert(id)));
        Self {
            uid: uuid(&page),
            name: &file.name,
            parts: parts(&expert.sort_name),
            sorted: expert.sort_name.splitn(2, ',').map(|part| part.trim().to_owned()).collect(),
            pronouns: file.pronouns.as_deref(),
            headline: context.headline(id).map(|phrase| phrase.text),
            roles: context
                .phrases(&expert.record, &file.roles, |text| &text.roles)
                .iter()
                .map(|it| it.text)
                .collect(),
            organization: employer(expert),
            email: contact.and_then(open_email),
            phone: contact.and_then(open_phone),
            contact_url: contact.and_then(|contact| contact.url.as_deref()).map(uri),
            place: file
                .location
                .as_ref()
                .filter(|place| place.city.is_some() || place.country.is_some())
                .map(|place| Place {
                    city: place.city.as_deref().unwrap_or_default(),
                    region: place.region.as_deref().unwrap_or_default(),
                    country: place.country.as_deref().unwrap_or_default(),
                }),
            languages: &file.languages,
            topics: Vec::new(),
            url: known.then_some(page),
            photo: photo.map(|picture| site.absolute_of(&picture.src)),
            directory: None,
            links: file.links.iter().map(|(key, url)| (key.as_str(), uri(url))).collect(),
            colleagues: Vec::new(),
            updated: expert.record.updated,
        }
    }
}

/// The absolute address of the list of the network's experts.
pub(super) fn directory(site: &SiteReader<'_>) -> Option<String> {
    let is_known = site.config.base_url.is_some() && site.config.kind == Kind::Network;
    is_known.then(|| site.absolute(0, "experts/"))
}

/// The organization of the position that is still held; the one that began last.
pub(super) fn employer(expert: &Expert) -> Option<&str> {
    let held = expert.record.file.experience.iter().filter(|position| position.is_held);
    let newest = held
        .filter(|position| position.organization.is_some())
        .max_by_key(|position| position.from);
    newest.and_then(|position| position.organization.as_deref())
}
