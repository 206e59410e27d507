//! The texts by which entries are found.

use super::entry::{Entry, Field, project_title, translation};
use crate::base::{EntryKind, Language};
use crate::edition::{Edition, Expert, Record};
use std::borrow::Cow;

/// What else is written about an entry, as it is written.
pub fn texts<'a>(
    edition: &'a Edition,
    entry: Entry,
    language: &Language,
) -> Vec<(Field, Cow<'a, str>)> {
    let mut texts: Vec<(Field, Cow<'a, str>)> = Vec::new();
    match entry {
        Entry::Expert(id) => expert(edition, &edition.experts[id], language, &mut texts),
        Entry::Project(id) => {
            let record = &edition.projects[id].record;
            let file = &record.file;
            let text = translation(record, language);
            let question = text.and_then(|text| text.question.as_ref()).or(file.question.as_ref());
            texts.extend(question.map(|question| (Field::Headline, question.into())));
            let approach = text.and_then(|text| text.approach.as_ref()).or(file.approach.as_ref());
            let result = text.and_then(|text| text.result.as_ref()).or(file.result.as_ref());
            texts
                .extend(approach.into_iter().chain(result).map(|text| (Field::Story, text.into())));
            texts.push((Field::Story, story(record, language)));
        }
        Entry::Organization(id) => {
            if let Some(record) = &edition.organizations[id].record {
                let text = translation(record, language);
                let tasks = text
                    .and_then(|text| text.core_tasks.as_ref())
                    .or(record.file.core_tasks.as_ref());
                texts.extend(tasks.map(|tasks| (Field::Headline, tasks.into())));
                texts.push((Field::Story, story(record, language)));
            }
        }
        entry => plain_entry(edition, entry, language, &mut texts),
    }
    texts
}

/// The texts of an entry that has no more than a line below its name and a story.
fn plain_entry<'a>(
    edition: &'a Edition,
    entry: Entry,
    language: &Language,
    texts: &mut Vec<(Field, Cow<'a, str>)>,
) {
    let (kind, index) = entry.place();
    let line = edition.spoken(kind, index, language).line;
    texts.extend(line.map(|line| (Field::Headline, line.into())));
    let Some(story) = edition.story_in(kind, index, language) else { return };
    let story = story.unlogged().read();
    if kind == EntryKind::Page {
        let headings = headings(&story);
        texts.extend(headings.map(|line| (Field::Headline, line.into())));
    }
    texts.push((Field::Story, story));
}

fn expert<'a>(
    edition: &'a Edition,
    expert: &'a Expert,
    language: &Language,
    texts: &mut Vec<(Field, Cow<'a, str>)>,
) {
    let record = &expert.record;
    let file = &record.file;
    let text = translation(record, language);
    let headline = text.and_then(|text| text.headline.as_ref()).or(file.headline.as_ref());
    texts.extend(headline.map(|headline| (Field::Headline, headline.into())));
    for (at, offer) in file.offers.iter().enumerate() {
        let translated = text.and_then(|text| text.offers.get(at));
        let title = translated.and_then(|offer| offer.title.as_ref()).unwrap_or(&offer.title);
        let more = translated.and_then(|offer| offer.text.as_ref()).or(offer.text.as_ref());
        texts.extend([title].into_iter().chain(more).map(|text| (Field::Offer, text.into())));
    }
    let listed = expert.projects.iter().filter(|id| edition.projects[**id].listed);
    for id in listed {
        texts.push((Field::Project, project_title(edition, *id, language).into()));
        let record = &edition.projects[*id].record;
        let translated = translation(record, language).and_then(|text| text.question.as_ref());
        let question = translated.or(record.file.question.as_ref());
        texts.extend(question.map(|question| (Field::Project, question.into())));
    }
    let answers = [
        (text.and_then(|text| text.who.as_ref()), &file.who),
        (text.and_then(|text| text.can.as_ref()), &file.can),
        (text.and_then(|text| text.value.as_ref()), &file.value),
        (text.and_then(|text| text.flow.as_ref()), &file.flow),
    ];
    let answers =
        answers.into_iter().filter_map(|(translated, written)| translated.or(written.as_ref()));
    texts.extend(answers.map(|text| (Field::Story, text.into())));
    let roles =
        text.map(|text| &text.roles).filter(|roles| !roles.is_empty()).unwrap_or(&file.roles);
    texts.extend(roles.iter().map(|role| (Field::Headline, role.into())));
    texts.push((Field::Story, story(record, language)));
}

/// The headings of a Markdown text, outside its code: what is looked for in a long page.
fn headings(story: &str) -> impl Iterator<Item = String> + use<> {
    let mut in_code = false;
    let lines = story.lines().filter(|line| {
        in_code ^= line.starts_with("```") || line.starts_with("~~~");
        !in_code && line.starts_with("##")
    });
    let found: Vec<String> =
        lines.map(|line| line.trim_start_matches('#').trim().to_owned()).collect();
    found.into_iter()
}

pub(super) fn story<'a, F, T>(record: &'a Record<F, T>, language: &Language) -> Cow<'a, str> {
    record.translated_story(language).unwrap_or(&record.body).unlogged().read()
}
