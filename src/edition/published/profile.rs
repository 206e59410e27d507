//! What may go out of a profile.

use super::all;
use super::item::{Certificate, Claimed, Contact, Offer, Position, Publication, Testimonial};
use crate::base::{Date, ListKind};
use crate::config::{Crawlers, Format, Formats, OwnCv};
use crate::record::{self, Image, Location, SpokenLanguage, Status};
use serde_json::Value;
use std::collections::BTreeMap;

/// What may go out of a profile. The former names, the consent and how openly somebody wants to be
/// reached stay behind.
#[derive(Debug, Hash)]
pub struct Profile {
    /// The name as the person writes it.
    pub name: String,
    /// One line about the person.
    pub headline: Option<String>,
    /// Portrait, beside the profile.
    pub photo: Option<Image>,
    /// Pronouns as the person writes them.
    pub pronouns: Option<String>,
    /// Languages that the person works in.
    pub languages: Vec<SpokenLanguage>,
    /// Where the person works from.
    pub location: Option<Location>,
    /// Whether there is room for new work.
    pub availability: Option<Availability>,
    /// What the person is asked for.
    pub roles: Vec<String>,
    /// Whom the person works for.
    pub audience: Vec<String>,
    /// Who am I? (Markdown)
    pub who: Option<String>,
    /// What can I do? (Markdown)
    pub can: Option<String>,
    /// Where is my added value? (Markdown)
    pub value: Option<String>,
    /// What brings me into flow? (Markdown)
    pub flow: Option<String>,
    /// Claims to topics, as they were written.
    pub expertise: Vec<Claimed>,
    /// What the person brings to others.
    pub offers: Vec<Offer>,
    /// What the person looks for from others.
    pub asks: Vec<Offer>,
    /// Positions held.
    pub experience: Vec<Position>,
    /// Studies followed.
    pub education: Vec<Position>,
    /// Certificates.
    pub certificates: Vec<Certificate>,
    /// Publications.
    pub publications: Vec<Publication>,
    /// Talks.
    pub talks: Vec<Publication>,
    /// Awards.
    pub awards: Vec<Publication>,
    /// What others say.
    pub testimonials: Vec<Testimonial>,
    /// Profiles and sites elsewhere.
    pub links: BTreeMap<String, String>,
    /// How to reach the person, as far as that may be known.
    pub contact: Option<Contact>,
    /// Machine-readable formats that the person refuses.
    pub formats: Formats,
    /// What the person's CV leaves out.
    pub cv: OwnCv,
    /// Which programs that walk the web may use the profile.
    pub crawlers: Crawlers,
    /// Whatever a theme of one's own wants.
    pub extra: BTreeMap<String, Value>,
}

/// Whether there is room for new work.
#[derive(Debug, Hash)]
pub struct Availability {
    /// Open, limited or closed.
    pub status: Status,
    /// From when.
    pub from: Option<Date>,
    /// Hours a week.
    pub hours: Option<u16>,
}

impl From<record::AvailabilityFile> for Availability {
    fn from(written: record::AvailabilityFile) -> Self {
        let record::AvailabilityFile { status, from, hours } = written;
        Self { status, from, hours }
    }
}

impl From<record::Expert> for Profile {
    /// But for `contact`, which the site's own choice decides too.
    fn from(written: record::Expert) -> Self {
        let mut formats = written.formats;
        if written.cv.is_off() {
            formats.close(Format::Cv);
        }
        Self {
            name: written.name,
            headline: written.headline,
            photo: written.photo,
            pronouns: written.pronouns,
            languages: written.languages,
            location: written.location,
            availability: written.availability.map(Into::into),
            roles: written.roles,
            audience: written.audience,
            who: written.who,
            can: written.can,
            value: written.value,
            flow: written.flow,
            expertise: all(written.expertise),
            offers: all(written.offers),
            asks: all(written.asks),
            experience: all(written.experience),
            education: all(written.education),
            certificates: all(written.certificates),
            publications: all(written.publications),
            talks: all(written.talks),
            awards: all(written.awards),
            testimonials: all(written.testimonials),
            links: written.links,
            contact: None,
            formats,
            cv: written.cv,
            crawlers: written.crawlers,
            extra: written.extra,
        }
    }
}

impl Profile {
    /// The items of `offers` or `asks`; of another list there are none.
    pub fn offers_in(&self, list: ListKind) -> &[Offer] {
        match list {
            ListKind::Offers => &self.offers,
            ListKind::Asks => &self.asks,
            _ => &[],
        }
    }

    /// The items of `experience` or `education`; of another list there are none.
    pub fn positions_in(&self, list: ListKind) -> &[Position] {
        match list {
            ListKind::Experience => &self.experience,
            ListKind::Education => &self.education,
            _ => &[],
        }
    }

    /// The items of `publications`, `talks` or `awards`; of another list there are none.
    pub fn credits_in(&self, list: ListKind) -> &[Publication] {
        match list {
            ListKind::Publications => &self.publications,
            ListKind::Talks => &self.talks,
            ListKind::Awards => &self.awards,
            _ => &[],
        }
    }
}
