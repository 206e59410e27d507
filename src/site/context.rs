//! The site as seen in one language: the tools with which views are made.

use super::item::{Card, Page};
use super::markdown;
use super::reader::SiteReader;
use super::view::parts::{CardHtml, Extra, Link, Period, Phrase, Prose};
use crate::base::{Date, EntryKind, Text};
use crate::config::Kind;
use crate::edition::{ExpertId, OrganizationId, ProjectId, Record, TopicId};
use std::sync::Arc;

/// Where rendered cards come from.
pub trait Cards {
    /// The HTML of a card in a language, rendered once.
    fn card(&self, language: usize, card: Card) -> CardHtml;
}

/// For views that need no cards.
#[derive(Debug, Clone, Copy)]
pub struct NoCards;

impl Cards for NoCards {
    fn card(&self, _: usize, _: Card) -> CardHtml {
        CardHtml(Arc::from(""))
    }
}

/// The site as seen in one language.
#[derive(Clone, Copy)]
pub struct ViewContext<'a> {
    /// The site.
    pub site: &'a SiteReader<'a>,
    /// The language, by its place in the configuration.
    pub language: usize,
    /// Rendered cards.
    pub cards: &'a dyn Cards,
}

impl<'a> ViewContext<'a> {
    /// The tag of the site's default language, to mark text that is not translated. None in that
    /// language itself.
    pub(super) fn fallback(self) -> Option<&'a str> {
        (self.language > 0).then(|| self.site.config.languages[0].as_str())
    }

    /// The texts of a record in this language, when it is translated.
    pub fn translation<F, T>(self, record: &'a Record<F, T>) -> Option<&'a T> {
        let wanted = &self.site.config.languages[self.language];
        record.translation(wanted).map(|found| &found.text)
    }

    /// A line of text: translated, or else as it was written, marked with its language.
    pub fn phrase<F, T>(
        self,
        record: &'a Record<F, T>,
        original: Option<&'a str>,
        translated: impl Fn(&'a T) -> Option<&'a str>,
    ) -> Option<Phrase<'a>> {
        match self.translation(record).and_then(translated) {
            Some(text) => Some(Phrase { text, lang: None }),
            None => original.map(|text| Phrase { text, lang: self.fallback() }),
        }
    }

    /// Running text: translated, or else as it was written, marked with its language.
    pub(super) fn prose<F, T>(
        self,
        record: &'a Record<F, T>,
        original: Option<&'a str>,
        translated: impl Fn(&'a T) -> Option<&'a str>,
    ) -> Option<Prose<'a>> {
        self.phrase(record, original, translated)
            .map(|phrase| self.markdown(&phrase, Some(&record.folder)))
    }

    /// The Markdown below the front matter; its widest headings are of the level `top` on the page.
    pub(super) fn body<F, T>(self, record: &'a Record<F, T>, top: usize) -> Option<Prose<'a>> {
        let (text, lang) = self.story(record);
        let html = || markdown::render(&self, Some(&*record.folder), &text.read(), top);
        (!text.is_empty()).then(|| Prose { html: html(), lang })
    }

    /// The Markdown below the front matter as it was written, with its language when that is not
    /// the page's.
    pub(super) fn story<F, T>(self, record: &'a Record<F, T>) -> (&'a Text, Option<&'a str>) {
        let translated = record.translated_story(&self.site.config.languages[self.language]);
        let (story, lang) =
            translated.map_or_else(|| (&record.body, self.fallback()), |story| (story, None));
        (self.site.edition.story(story), lang)
    }

    /// Markdown in a section that has a heading of its own; of an entry whose pictures and
    /// documents lie in `folder`, or of the site itself.
    pub(super) fn markdown(self, phrase: &Phrase<'a>, folder: Option<&str>) -> Prose<'a> {
        Prose { html: markdown::render(&self, folder, phrase.text, 3), lang: phrase.lang }
    }

    /// The lines of a list: translated where the translation is as long, else as they were written.
    pub fn phrases<F, T>(
        self,
        record: &'a Record<F, T>,
        original: &'a [String],
        translated: impl Fn(&'a T) -> &'a [String],
    ) -> Vec<Phrase<'a>> {
        let found = self.translation(record).map(translated);
        match found.filter(|found| !found.is_empty()) {
            Some(found) => found.iter().map(|text| Phrase { text, lang: None }).collect(),
            None => original.iter().map(|text| Phrase { text, lang: self.fallback() }).collect(),
        }
    }

    /// The root-relative address of a page.
    pub(super) fn url(self, page: Page) -> String {
        self.site.page_url(self.language, page)
    }

    /// The root-relative address of `route` in this language; none when nothing is there.
    pub(super) fn standing(self, route: &str) -> Option<String> {
        self.site
            .has(&self.site.output(self.language, route))
            .then(|| self.site.url(self.language, route))
    }

    /// The title of the site: in this language, in the default one, or the name of a portfolio's
    /// owner.
    pub fn site_title(self) -> String {
        let config = &self.site.config;
        let owner =
            (config.kind == Kind::Portfolio).then(|| self.site.edition.experts().first()).flatten();
        let written = config.texts[self.language].title.as_ref().or(config.texts[0].title.as_ref());
        written
            .or(owner.map(|expert| &expert.record.file.name))
            .map_or("Vakwerk", String::as_str)
            .to_owned()
    }

    /// A simple interface string; the key itself when the theme has none.
    pub fn word(self, key: &str) -> String {
        self.string(key, None)
    }

    /// An interface string for a number, filled in.
    pub fn counted(self, key: &str, count: u64) -> String {
        self.word_for(key, count).replace("{n}", &count.to_string())
    }

    /// From when to when a project was.
    pub fn project_period(self, id: ProjectId) -> Period {
        period(self.site.edition.written_project(id).record.file.period)
    }

    /// The last year of a project, as far as it is known.
    pub(super) fn last_year(self, id: ProjectId) -> Option<i16> {
        let edition = self.site.edition;
        let period = edition.written_project(id).record.file.period?;
        Some(period.to.map_or_else(
            || if period.runs { edition.month().year() } else { period.from.year() },
            Date::year,
        ))
    }

    /// The form of an interface string for a number, which is not filled in.
    pub(super) fn word_for(self, key: &str, count: u64) -> String {
        self.string(key, Some(count))
    }

    fn string(self, key: &str, count: Option<u64>) -> String {
        let theme = &self.site.theme;
        let language = &self.site.config.languages[self.language];
        let rules = count.map(|count| (count, crate::theme::Strings::rules(language)));
        let of = |tag: &str| {
            let strings = theme.strings.get(tag)?;
            match &rules {
                Some((count, rules)) => strings.get(key, Some(*count), rules),
                None => strings.plain(key),
            }
        };
        of(language.as_str())
            .or_else(|| of(language.primary()))
            .or_else(|| of("en"))
            .unwrap_or(key)
            .to_owned()
    }

    pub(super) fn card(self, card: Card) -> CardHtml {
        self.cards.card(self.language, card)
    }

    /// The line about an expert: translated, or else as it was written.
    pub fn headline(self, id: ExpertId) -> Option<Phrase<'a>> {
        let record = self.site.edition.written_expert(id).record;
        self.phrase(record, record.file.headline.as_deref(), |text| text.headline.as_deref())
    }

    /// The title of a topic.
    pub fn topic_title(self, id: TopicId) -> &'a str {
        let topic = self.site.edition.written_topic(id);
        let translated = topic
            .record
            .and_then(|record| self.translation(record))
            .and_then(|text| text.title.as_deref());
        translated.unwrap_or(topic.title)
    }

    /// Other names for a topic: translated, or else as they were written.
    pub fn synonyms(self, id: TopicId) -> &'a [String] {
        let Some(record) = self.site.edition.written_topic(id).record else { return &[] };
        let translated = self.translation(record).map(|text| text.synonyms.as_slice());
        translated.filter(|words| !words.is_empty()).unwrap_or(&record.file.synonyms)
    }

    pub(super) fn topic(self, id: TopicId) -> Link<'a> {
        let listed = self.site.edition.lists_topic(id);
        Link { title: self.topic_title(id), url: listed.then(|| self.url(Page::Topic(id))) }
    }

    pub(super) fn topics(self, ids: &[TopicId]) -> Vec<Link<'a>> {
        ids.iter().map(|id| self.topic(*id)).collect()
    }

    /// The name of an organization, and its page.
    pub fn organization(self, id: OrganizationId) -> Link<'a> {
        let organization = self.site.edition.written_organization(id);
        let translated = organization
            .record
            .and_then(|record| self.translation(record))
            .and_then(|text| text.title.as_deref());
        Link {
            title: translated.unwrap_or(organization.title),
            url: organization.listed.then(|| self.url(Page::Organization(id))),
        }
    }

    pub(super) fn project(self, id: ProjectId) -> Link<'a> {
        Link { title: self.project_title(id).text, url: Some(self.url(Page::Project(id))) }
    }

    /// The title of a project.
    pub fn project_title(self, id: ProjectId) -> Phrase<'a> {
        let record = self.site.edition.written_project(id).record;
        self.phrase(record, Some(&record.file.title), |text| text.title.as_deref())
            .expect("a project has a title")
    }

    /// What an entry of any kind is called, and the line below that.
    pub fn titles(self, kind: EntryKind, index: usize) -> (Option<Phrase<'a>>, Option<Phrase<'a>>) {
        let language = &self.site.config.languages[self.language];
        let spoken = self.site.edition.spoken(kind, index, language);
        let phrase = |text: &'a str, is_translated: bool| Phrase {
            text,
            lang: self.fallback().filter(|_| !is_translated),
        };
        let title = spoken.names.first().map(|name| phrase(name, spoken.is_translated.0));
        (title, spoken.line.map(|line| phrase(line, spoken.is_translated.1)))
    }

    pub(super) fn expert(self, id: ExpertId) -> Link<'a> {
        let expert = self.site.edition.written_expert(id);
        Link {
            title: &expert.record.file.name,
            url: expert.listed.then(|| self.url(Page::Expert(id))),
        }
    }
}

/// A date as the templates get it.
pub(super) fn iso(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

/// From when to when a case is.
pub(super) fn period(written: Option<crate::edition::Period>) -> Period {
    Period {
        from: iso(written.map(|period| period.from)),
        to: iso(written.and_then(|period| period.to)),
        runs: written.is_some_and(|period| period.runs),
        planned: written.is_some_and(|period| period.is_planned),
    }
}

/// What was written under `extra:`; none when it is empty.
pub(super) fn extra(written: &Extra) -> Option<&Extra> {
    (!written.is_empty()).then_some(written)
}
