//! Which machine-readable formats the site speaks, of whom, and where they stand.

use super::item::Page;
use super::person_file::PersonFile;
use super::plan::Site;
use super::reader::SiteReader;

use crate::config::Format;
use crate::edition::{Contact, ExpertId};

impl SiteReader<'_> {
    /// Whether the site speaks a format at all.
    pub fn speaks(&self, format: Format) -> bool {
        let setting = self.config.formats.get(format);
        setting.unwrap_or_else(|| format.by_default(self.config.kind))
    }

    /// Whether what somebody changes in the form can be written: they have a file of their own. Who
    /// stands among others in a table is changed there.
    pub fn is_kept_by_form(&self, id: ExpertId) -> bool {
        let place = &self.edition.written_expert(id).record.anchor;
        let is_text = [".md", ".markdown"].iter().any(|ending| place.file.ends_with(ending));
        place.is_whole_file() && place.file.starts_with("experts/") && is_text
    }

    /// Whether search engines may find an expert: in lists, and neither site nor person keeps them
    /// out.
    pub fn may_be_found(&self, id: ExpertId) -> bool {
        let expert = self.edition.written_expert(id);
        expert.listed && self.config.crawlers.search() && expert.record.file.crawlers.search()
    }

    /// Whether programs that gather texts for language models may use an expert's profile.
    pub fn may_be_learnt_from(&self, id: ExpertId) -> bool {
        self.config.crawlers.ai() && self.edition.written_expert(id).record.file.crawlers.ai()
    }

    /// Whether a format may speak of an expert: the site speaks it, the expert does not refuse, and
    /// may be found.
    pub fn may_export(&self, id: ExpertId, format: Format) -> bool {
        let refused =
            self.edition.written_expert(id).record.file.formats.get(format) == Some(false);
        self.speaks(format) && !refused && self.may_be_found(id)
    }

    /// Whether a collection that anybody can take away whole may speak of an expert: the format
    /// may, and those who gather texts for language models may use the profile, because a
    /// collection cannot keep them out one by one.
    pub fn may_collect(&self, id: ExpertId, format: Format) -> bool {
        self.may_export(id, format) && self.may_be_learnt_from(id)
    }

    /// Whether the name would be misspelled in a CV.
    fn is_misspelled(&self, id: ExpertId) -> bool {
        let misspelled = &self.config.cv.misspelled;
        !misspelled.is_empty() && misspelled.contains(&*self.edition.expert(id).slug)
    }

    /// Whether an expert has publications.
    fn has_works(&self, id: ExpertId) -> bool {
        let expert = self.edition.expert(id);
        !expert.record.file.publications.is_empty() || !expert.works.is_empty()
    }

    /// The address, below the language's home page, of a file about an expert; none when there is
    /// none.
    pub fn person_file(&self, id: ExpertId, file: PersonFile) -> Option<String> {
        // The profile for other directories names the address of the page, so the site has to know
        // its own.
        let possible = match file {
            PersonFile::Murmurations => self.config.base_url.is_some(),
            PersonFile::Cv => !self.is_misspelled(id),
            // Whoever opens it has other fonts.
            PersonFile::Word => self.config.cv.word,
            PersonFile::Bibtex | PersonFile::CslJson => self.has_works(id),
            _ => true,
        };
        let formats = file.formats();
        // Of very many people the network's own files tell it.
        let apart = file != PersonFile::Data
            || self.config.formats.get(Format::Data).is_some()
            || !self.has_many_people();
        (possible && apart && formats.iter().all(|format| self.may_export(id, *format)))
            .then(|| format!("{}{}", self.route(Page::Expert(id)), file.name()))
    }

    /// The root-relative address of a file about an expert, in a language when it has words of its
    /// own there.
    pub fn person_file_url(
        &self,
        language: usize,
        id: ExpertId,
        file: PersonFile,
    ) -> Option<String> {
        let language = if file.is_translated() { language } else { 0 };
        Some(self.url(language, &self.person_file(id, file)?))
    }
}

impl Site {
    /// Whether the site has so many people that files of each would be too many.
    pub(super) fn has_many_people(&self) -> bool {
        self.edition.experts.len() > Format::MANY
    }

    /// Whether the owner has a file of their own for `path`, which then goes out instead of what
    /// the program would make.
    pub fn has_own(&self, path: &str) -> bool {
        self.statics.iter().any(|file| file.path == path)
    }

    /// The path in the output of an address below a language's home page.
    pub fn output(&self, language: usize, route: &str) -> String {
        format!("{}{route}", self.routes().prefix(language))
    }
}

/// The mail address, when machines may read it.
pub fn open_email(contact: &Contact) -> Option<&str> {
    contact.email.as_ref().filter(|email| email.is_open).map(|email| email.text.as_str())
}

/// The telephone number, when machines may read it.
pub fn open_phone(contact: &Contact) -> Option<&str> {
    contact.phone.as_ref().filter(|phone| phone.is_open).map(|phone| phone.text.as_str())
}
