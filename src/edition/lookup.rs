//! Entries by their slugs, and topics by the words that people use for them.

use super::entries::{Edition, ExpertId, RequestId, TopicId};
use crate::base::fold::key;
use crate::base::slug::slug;

impl Edition {
    /// The expert with that slug.
    pub fn expert_of_slug(&self, slug: &str) -> Option<ExpertId> {
        self.experts.find(|expert| expert.slug == slug)
    }

    /// The request with that slug.
    pub fn request_of_slug(&self, slug: &str) -> Option<RequestId> {
        self.requests.find(|request| request.slug == slug)
    }

    /// The topic of that slug, title or synonym, in whatever language and spelling.
    pub fn topic_named(&self, name: &str) -> Option<TopicId> {
        let wanted = key(name);
        let is = |word: &str| key(word) == wanted;
        let by_words = self.topics.find(|topic| {
            let words = topic.record.iter().flat_map(|record| {
                let translated = record.translations.iter().map(|translation| &translation.text);
                let translated =
                    translated.flat_map(|text| text.title.iter().chain(&text.synonyms));
                record.file.synonyms.iter().chain(translated)
            });
            topic.slug == name || is(&topic.title) || words.map(String::as_str).any(is)
        });
        let slug = slug(name);
        by_words.or_else(|| self.topics.find(|topic| topic.slug == slug))
    }
}
