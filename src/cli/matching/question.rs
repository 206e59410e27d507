//! What `vakwerk match` is asked.

use super::Arguments;
use crate::base::diagnostic::nearest;
use crate::cli::out::eprintln;
use crate::edition::{Around, Edition, Question, RequestId, Wanted};

/// The question but for its needs; none when it names nobody's slug.
pub(super) fn asked(
    arguments: &Arguments,
    edition: &Edition,
    around: Option<Around>,
) -> Option<Question> {
    let expert = |slug: &String| {
        let found = edition.experts.find(|expert| expert.listed && expert.slug == *slug);
        if found.is_none() {
            let slugs = edition.experts.iter().filter(|it| it.listed).map(|it| it.slug.as_str());
            eprintln!("error: no expert of this site has the slug `{slug}`{}", meant(slug, slugs));
        }
        found
    };
    if let Some(both) = arguments.with.iter().find(|slug| arguments.without.contains(slug)) {
        eprintln!("error: `{both}` is named by `--with` and by `--without`; leave one of them out");
        return None;
    }
    if !arguments.with.is_empty() && !arguments.team {
        eprintln!(
            "note: `--with` says who must be on a team, so one is proposed, as with `--team`"
        );
    }
    Some(Question {
        needs: Vec::new(),
        languages: arguments.language.clone(),
        near: arguments.near.clone(),
        around,
        asker: None,
        with: arguments.with.iter().map(expert).collect::<Option<_>>()?,
        without: arguments.without.iter().map(expert).collect::<Option<_>>()?,
        from: arguments.from,
        hours: arguments.hours,
        size: arguments.size.map(usize::from),
        apart: arguments.one_per_organization,
    })
}

/// The request with a slug; none when there is no such request, which is said.
pub(super) fn request(edition: &Edition, slug: &str) -> Option<RequestId> {
    let found = edition.request_of_slug(slug);
    if found.is_some_and(|id| edition.requests[id].is_unplaced()) {
        eprintln!(
            "warning: it is not known where `{slug}` is, so that its `radius` limits nobody; see `vakwerk places check`"
        );
    }
    if found.is_none() {
        let slugs = edition.listed_requests().map(|(_, request)| request.slug.as_str());
        eprintln!("error: no request of this site has the slug `{slug}`{}", meant(slug, slugs));
    }
    found
}

/// The topics that are named, and the words that name none, which is said.
pub(in crate::cli) fn needs(edition: &Edition, topics: &str) -> (Vec<Wanted>, Vec<String>) {
    let words = topics.split(',').map(str::trim).filter(|word| !word.is_empty());
    let mut needs: Vec<Wanted> = Vec::new();
    let mut unknown = Vec::new();
    for word in words {
        match edition.topic_named(word) {
            // Two names of one topic are one need.
            Some(topic) if needs.iter().any(|need| need.topic == topic) => {}
            Some(topic) => needs.push(Wanted { topic, level: None, part: None, weight: 1 }),
            None => unknown.push(word.to_owned()),
        }
    }
    for word in &unknown {
        let titles = edition.topics.iter().map(|topic| topic.title.as_str());
        eprintln!("warning: nobody on this site names the topic `{word}`{}", meant(word, titles));
    }
    (needs, unknown)
}

/// What was probably meant by a word that none of the known ones is, as the end of a sentence.
pub(in crate::cli) fn meant<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> String {
    nearest(word, known).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default()
}
