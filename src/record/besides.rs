//! What of an entry people see besides its words: topics, places, roles, descriptions of pictures,
//! addresses elsewhere. It is written once, for all languages.

use super::circumstances::Location;
use super::project::Image;
use super::{
    Article, Event, Expert, Group, Organization, Page, Project, Publication, Request,
    TestimonialFile, Topic,
};
use std::collections::BTreeMap;

/// Front matter that shows more than its words. Who is named by a reference (a team, authors,
/// clients, employers) is no part of it: nobody is named there who may not be seen.
pub(crate) trait Besides {
    /// All of it.
    fn besides(&self) -> Vec<&str> {
        Vec::new()
    }
}

fn texts<'a>(all: impl IntoIterator<Item = &'a String>) -> Vec<&'a str> {
    all.into_iter().map(String::as_str).collect()
}

fn of_links(links: &BTreeMap<String, String>) -> impl Iterator<Item = &String> {
    links.iter().flat_map(|(name, address)| [name, address])
}

fn of_place(place: &Location) -> impl Iterator<Item = &String> {
    place.city.iter().chain(&place.region).chain(&place.areas).chain(&place.travel)
}

fn of_work(work: &Publication) -> impl Iterator<Item = &String> {
    work.venue.iter().chain(&work.url).chain(&work.topics)
}

fn of_said(said: &TestimonialFile) -> impl Iterator<Item = &String> {
    said.role.iter()
}

fn of_picture(picture: &Image) -> impl Iterator<Item = &String> {
    picture.alt.iter().chain(&picture.caption)
}

impl Besides for Expert {
    fn besides(&self) -> Vec<&str> {
        let works = self.publications.iter().chain(&self.talks).chain(&self.awards);
        let positions = self.experience.iter().chain(&self.education);
        let offers = self.offers.iter().chain(&self.asks);
        let all = std::iter::once(&self.name).chain(&self.sort_name);
        let all = all.chain(&self.pronouns).chain(self.photo.iter().flat_map(of_picture));
        let all = all.chain(self.location.iter().flat_map(of_place)).chain(of_links(&self.links));
        let all = all.chain(self.expertise.iter().map(|claim| &claim.topic));
        let all = all.chain(offers.flat_map(|it| &it.topics));
        let all = all.chain(positions.flat_map(|it| &it.topics)).chain(works.flat_map(of_work));
        let all =
            all.chain(self.certificates.iter().flat_map(|it| it.url.iter().chain(&it.topics)));
        let all = all.chain(self.testimonials.iter().flat_map(of_said));
        texts(all.chain(self.contact.iter().flat_map(|contact| &contact.url)))
    }
}

impl Besides for Project {
    fn besides(&self) -> Vec<&str> {
        let team = self.team.iter().flat_map(|member| member.role.iter().chain(&member.topics));
        let all = self.sector.iter().chain(&self.place).chain(&self.topics).chain(team);
        texts(all.chain(self.testimonial.iter().flat_map(of_said)))
    }
}

impl Besides for Group {
    fn besides(&self) -> Vec<&str> {
        let roles = self.members.iter().filter_map(|member| member.role.as_ref());
        let seats =
            self.seats.iter().flat_map(|seat| std::iter::once(&seat.role).chain(&seat.topics));
        let all = std::iter::once(&self.title).chain(&self.synonyms).chain(&self.topics);
        let all = all.chain(&self.place).chain(of_links(&self.links)).chain(roles).chain(seats);
        texts(all.chain(self.contact.iter().flat_map(|contact| &contact.url)))
    }
}

impl Besides for Event {
    fn besides(&self) -> Vec<&str> {
        let all = self.place.iter().chain(&self.online).chain(&self.register);
        texts(all.chain(&self.topics))
    }
}

impl Besides for Article {
    fn besides(&self) -> Vec<&str> {
        texts(&self.topics)
    }
}

impl Besides for Request {
    fn besides(&self) -> Vec<&str> {
        let needs = self.needs.iter().map(|need| &need.topic);
        texts(self.place.iter().flat_map(of_place).chain(needs))
    }
}

impl Besides for Organization {
    fn besides(&self) -> Vec<&str> {
        let all = std::iter::once(&self.title).chain(&self.synonyms).chain(&self.place);
        let all = all.chain(&self.sector).chain(self.logo.iter().flat_map(of_picture));
        texts(all.chain(of_links(&self.links)))
    }
}

impl Besides for Topic {
    fn besides(&self) -> Vec<&str> {
        texts(std::iter::once(&self.title).chain(&self.synonyms).chain(&self.same_as))
    }
}

impl Besides for Page {}
