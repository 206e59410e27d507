//! What of records is packed: all of it. A field that is not named here does not compile.

use super::content::Read;
use super::reader::{Entry, Parsed};
use super::{
    AuthorEntry, AvailabilityFile, Certificate, ContactFile, ExpertText, ExpertiseClaim, Focus,
    GivenLevel, Image, LastUsed, Level, Location, Need, NoteText, Offer, OfferText,
    OrganizationText, Outcome, OutcomeText, PageText, Part, Period, Position, PositionText,
    ProjectText, Publication, RequestText, Scalar, SpokenLanguage, Status, TeamEntry,
    TestimonialFile, TestimonialText, TopicText, Unread, Visibility, Withdrawal, WorkKind,
};
use crate::base::packed::{Packed, Packer, Unpacker, packed};

packed! {
    Parsed { entries, unread, notes }
    Entry { anchor, slug, called, also, read }
    Read { content, whole, closes, gaps }
    Unread { kind, rank, file, slug, names }

    AuthorEntry { expert, name, organization, is_reference }
    AvailabilityFile { status, from, hours }
    Certificate { id, title, organization, date, until, url, topics, short, cv, lost }
    ContactFile { email, phone, url, visibility }
    ExpertiseClaim { topic, level, since, last_used, note, short, cv }
    Focus { x, y }
    GivenLevel { level, number }
    Image { file, alt, caption, focus }
    Location { city, region, country, at, radius, areas, on_map, remote, travel }
    Need { topic, level, part, weight }
    Offer { id, title, topics, text, until }
    Outcome { id, label, value }
    Period { from, to, lost }
    Position { id, title, organization, from, to, text, topics, short, cv, lost }
    Publication {
        id, title, authors, kind, date, year, url, doi, venue, volume, issue, pages, organization,
        topics, short, cv, lost,
    }
    SpokenLanguage { tag, level }
    TeamEntry { expert, name, role, part, topics, cv, is_reference }
    TestimonialFile { id, quote, name, role, organization, date, short, cv }

    ExpertText {
        headline, roles, audience, who, can, value, flow, expertise, offers, asks, experience,
        education, certificates, publications, talks, awards, testimonials,
    }
    NoteText { topic, note, short }
    OfferText { id, title, text }
    OrganizationText { title, core_tasks, added_value, audience }
    OutcomeText { id, value, label }
    PageText { title, description }
    PositionText { id, title, text, short, organization, from, to, date, url, doi, venue }
    ProjectText { title, question, approach, result, short, outcomes, testimonial }
    RequestText { title }
    TestimonialText { id, quote, short, name, organization, date }
    TopicText { title, synonyms }
}

packed! {
    LastUsed: 0 = Current, 1 = On(date);
    Level: 0 = Aware, 1 = Practitioner, 2 = Expert, 3 = Authority;
    Part: 0 = Core, 1 = External;
    Status: 0 = Open, 1 = Limited, 2 = Closed;
    Visibility: 0 = Public, 1 = Unlisted, 2 = Hidden;
    Withdrawal: 0 = Never, 1 = Undated, 2 = On(date);
    WorkKind:
        0 = Article,
        1 = Book,
        2 = Chapter,
        3 = Conference,
        4 = Report,
        5 = Thesis,
        6 = Preprint,
        7 = Dataset,
        8 = Software,
        9 = Other;
}

impl Packed for Scalar {
    fn pack(&self, into: &mut Packer<'_>) {
        self.0.pack(into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        String::unpack(from).map(Self)
    }
}
