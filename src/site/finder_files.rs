//! The finder's files: made once, when the first of them is asked for.

use super::item::Page;
use super::plan::Site;
use super::reader::SiteReader;
use crate::asset::Format;
use crate::edition::{ExpertId, RequestId};
use crate::finder::{Dataset, Fitter, Fitting, dataset, index, index_again, key_of_index};
use crate::memo::Store;
use std::collections::BTreeMap;
use std::sync::Arc;

impl Site {
    /// The finder's files in a language; none when the site has no finder.
    pub fn dataset(&self, language: usize) -> Option<&Dataset> {
        if !self.has("search/") {
            return None;
        }
        Some(self.datasets.get(language)?.get_or_init(|| {
            let tag = &self.config.languages[language];
            let languages = &self.config.languages;
            let index = match &self.words {
                Some(store) => index_again(&self.edition, tag, languages, store),
                None => index(&self.edition, tag, languages),
            };
            let folder = format!("finder/{tag}/");
            dataset(&self.edition, &index, (tag, languages), &folder, |id| {
                self.smallest_portrait(id)
            })
        }))
    }

    /// Leaves in `store` what entries say in words, and believes what earlier runs left there.
    pub fn remember_words(&mut self, store: Store) {
        self.words = Some(store);
    }

    /// Forgets what was left there that is no part of this site.
    pub fn forget_other_words(&self) {
        let Some(store) = &self.words else { return };
        if self.has("search/") {
            let languages = &self.config.languages;
            for language in languages {
                // What is asked for stays.
                let _ = store.has(&key_of_index(language, languages));
            }
        }
        store.sweep();
    }

    /// The paths of the finder's files in all languages.
    pub fn finder_files(&self) -> Vec<&Arc<str>> {
        let datasets =
            (0..self.config.languages.len()).filter_map(|language| self.dataset(language));
        datasets.flat_map(Dataset::paths).collect()
    }

    /// The bytes of a file of the finder.
    pub fn finder_file(&self, path: &str) -> Option<Vec<u8>> {
        let tag = path.strip_prefix("finder/")?.split('/').next()?;
        let language =
            self.config.languages.iter().position(|language| language.as_str() == tag)?;
        self.dataset(language)?.file(path)
    }

    fn smallest_portrait(&self, id: ExpertId) -> Option<String> {
        let reader = self.reader();
        let photo = reader.portrait(id)?;
        let (width, _) = photo.sizes.first()?;
        Some(photo.path(*width, Format::Jpeg))
    }
}

impl SiteReader<'_> {
    /// The finder's files in a language, for which every entry is looked at; none when the site has
    /// no finder.
    pub(super) fn manifest(&self, language: usize) -> Option<&str> {
        self.edition.whole();
        self.dataset(language).map(|dataset| dataset.manifest.as_str())
    }
}

impl Site {
    /// Who fits the open requests that name no needs: all are answered when one of them is shown.
    fn fittings(&self) -> &BTreeMap<RequestId, Fitting> {
        self.fittings.get_or_init(|| {
            let fitter = Fitter::of(&self.edition, &self.config.languages);
            let asking = self.edition.requests.entries();
            let asking = asking.filter(|(_, request)| request.needs.is_empty() && !request.closed);
            asking.map(|(id, _)| (id, fitter.fit_request(id))).collect()
        })
    }
}

impl<'a> SiteReader<'a> {
    /// Who fits what a request says, for which every entry is looked at; none when it is closed, or
    /// says itself what it needs.
    pub(super) fn fitting(self, id: RequestId) -> Option<&'a Fitting> {
        let request = self.edition.request(id);
        if request.closed || !request.needs.is_empty() {
            return None;
        }
        self.edition.whole();
        self.site().fittings().get(&id)
    }
}

impl Site {
    /// The address of the finder in a language; none when the site has none.
    pub(super) fn search_url(&self, language: usize) -> Option<String> {
        self.has("search/").then(|| self.page_url(language, Page::Search))
    }
}
