//! The texts of entries in a further language. Items stand in the order of the entry's own lists,
//! so what says which item they translate is not needed any more; it may name what is hidden.

use super::all;
use crate::base::ListKind;
use crate::record;

/// An item of a list, in a further language.
#[derive(Debug, Hash)]
pub struct ItemText {
    /// Its title.
    pub title: Option<String>,
    /// A few words about it (Markdown).
    pub text: Option<String>,
    /// What a CV that has to be short says instead.
    pub short: Option<String>,
}

impl From<record::OfferText> for ItemText {
    fn from(written: record::OfferText) -> Self {
        Self { title: written.title, text: written.text, short: None }
    }
}

impl From<record::PositionText> for ItemText {
    fn from(written: record::PositionText) -> Self {
        Self { title: written.title, text: written.text, short: written.short }
    }
}

/// The texts of a profile.
#[derive(Debug, Hash)]
pub struct ExpertText {
    /// One line about the person.
    pub headline: Option<String>,
    /// What the person is asked for.
    pub roles: Vec<String>,
    /// Whom the person works for.
    pub audience: Vec<String>,
    /// Who am I?
    pub who: Option<String>,
    /// What can I do?
    pub can: Option<String>,
    /// Where is my added value?
    pub value: Option<String>,
    /// What brings me into flow?
    pub flow: Option<String>,
    /// Remarks on expertise.
    pub notes: Vec<Option<String>>,
    /// What a CV that has to be short says of expertise.
    pub short_notes: Vec<Option<String>>,
    /// Offers.
    pub offers: Vec<ItemText>,
    /// Asks.
    pub asks: Vec<ItemText>,
    /// Positions held.
    pub experience: Vec<ItemText>,
    /// Studies followed.
    pub education: Vec<ItemText>,
    /// Certificates.
    pub certificates: Vec<ItemText>,
    /// Publications.
    pub publications: Vec<ItemText>,
    /// Talks.
    pub talks: Vec<ItemText>,
    /// Awards.
    pub awards: Vec<ItemText>,
    /// What others say.
    pub quotes: Vec<Option<String>>,
    /// The same in one line.
    pub short_quotes: Vec<Option<String>>,
}

impl From<record::ExpertText> for ExpertText {
    fn from(written: record::ExpertText) -> Self {
        let notes = written.expertise.into_iter().map(|claim| (claim.note, claim.short));
        let (notes, short_notes) = notes.unzip();
        let quotes = written.testimonials.into_iter().map(|said| (said.quote, said.short));
        let (quotes, short_quotes) = quotes.unzip();
        Self {
            headline: written.headline,
            roles: written.roles,
            audience: written.audience,
            who: written.who,
            can: written.can,
            value: written.value,
            flow: written.flow,
            notes,
            short_notes,
            offers: all(written.offers),
            asks: all(written.asks),
            experience: all(written.experience),
            education: all(written.education),
            certificates: all(written.certificates),
            publications: all(written.publications),
            talks: all(written.talks),
            awards: all(written.awards),
            quotes,
            short_quotes,
        }
    }
}

impl ExpertText {
    /// The translated item of a list that has titles; testimonials have none.
    pub fn item(&self, list: ListKind, item: usize) -> Option<&ItemText> {
        let items = match list {
            ListKind::Offers => &self.offers,
            ListKind::Asks => &self.asks,
            ListKind::Experience => &self.experience,
            ListKind::Education => &self.education,
            ListKind::Certificates => &self.certificates,
            ListKind::Publications => &self.publications,
            ListKind::Talks => &self.talks,
            ListKind::Awards => &self.awards,
            ListKind::Testimonials => return None,
        };
        items.get(item)
    }

    /// The translated title of an item of a list.
    pub fn title(&self, list: ListKind, item: usize) -> Option<&str> {
        self.item(list, item)?.title.as_deref()
    }
}

/// The texts of a project.
#[derive(Debug, Hash)]
pub struct ProjectText {
    /// Title.
    pub title: Option<String>,
    /// What the client asked.
    pub question: Option<String>,
    /// How it was done.
    pub approach: Option<String>,
    /// What came of it.
    pub result: Option<String>,
    /// What a CV that has to be short says of it.
    pub short: Option<String>,
    /// What is counted by each of the outcomes.
    pub outcomes: Vec<Option<String>>,
    /// What the client says of it.
    pub quote: Option<String>,
}

impl From<record::ProjectText> for ProjectText {
    fn from(written: record::ProjectText) -> Self {
        Self {
            title: written.title,
            question: written.question,
            approach: written.approach,
            result: written.result,
            short: written.short,
            outcomes: written.outcomes.into_iter().map(|outcome| outcome.label).collect(),
            quote: written.testimonial.and_then(|testimonial| testimonial.quote),
        }
    }
}

/// The texts of an organization.
#[derive(Debug, Hash)]
pub struct OrganizationText {
    /// Its name.
    pub title: Option<String>,
    /// What it is there for.
    pub core_tasks: Option<String>,
    /// What it adds.
    pub added_value: Option<String>,
    /// Whom it serves.
    pub audience: Vec<String>,
}

impl From<record::OrganizationText> for OrganizationText {
    fn from(written: record::OrganizationText) -> Self {
        let record::OrganizationText { title, core_tasks, added_value, audience } = written;
        Self { title, core_tasks, added_value, audience }
    }
}

/// The texts of a topic.
#[derive(Debug, Hash)]
pub struct TopicText {
    /// Title.
    pub title: Option<String>,
    /// Other words for it.
    pub synonyms: Vec<String>,
}

impl From<record::TopicText> for TopicText {
    fn from(written: record::TopicText) -> Self {
        Self { title: written.title, synonyms: written.synonyms }
    }
}

/// The texts of a request.
#[derive(Debug, Hash)]
pub struct RequestText {
    /// Title.
    pub title: Option<String>,
}

impl From<record::RequestText> for RequestText {
    fn from(written: record::RequestText) -> Self {
        Self { title: written.title }
    }
}

/// The texts of a text page.
#[derive(Debug, Hash)]
pub struct PageText {
    /// Title.
    pub title: Option<String>,
    /// One or two sentences for search engines and previews.
    pub description: Option<String>,
}

impl From<record::PageText> for PageText {
    fn from(written: record::PageText) -> Self {
        Self { title: written.title, description: written.description }
    }
}
