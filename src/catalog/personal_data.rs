//! What there is of a person: the files that hold it, and the words by which it would be known
//! again.

use super::entries::{Expert, ExpertId, Who};
use super::tables::Catalog;
use crate::base::name::forms::called;
use crate::base::name::sort_name;
use crate::base::{Anchor, Language, Text, profile};
use std::sync::Arc;

/// The shortest piece of running text by which a person is known again, in characters.
const TELLING: usize = 25;

/// What there is of a person.
#[derive(Debug)]
pub struct PersonalData {
    /// The profile: a file, or an item of one.
    pub profile: Anchor,
    /// Its translations.
    pub translations: Vec<Anchor>,
    /// The person's own folder.
    pub folder: Option<Arc<str>>,
    /// The photo, unless it lies in the folder of the person or others show it too.
    pub photo: Option<String>,
    /// The slug, and the names that the person has or had.
    pub names: Vec<String>,
    /// Names, addresses and pieces of text by which the person would be known again.
    pub words: Vec<String>,
}

/// What there is of the expert with that slug.
pub fn personal_data(catalog: &Catalog, slug: &str) -> Option<PersonalData> {
    let expert = catalog.experts.iter().find(|expert| expert.slug == slug)?;
    let record = &expert.record;
    let folder = record.origin.owner.clone();
    let shown_by = |file: &str| {
        let same = |other: &&Expert| {
            other.record.origin.folder == record.origin.folder
                && other.record.file.photo.as_ref().is_some_and(|photo| photo.file == file)
        };
        catalog.experts.iter().filter(same).count()
    };
    let photo =
        record.file.photo.as_ref().filter(|photo| folder.is_none() && shown_by(&photo.file) == 1);
    let names =
        std::iter::once(&expert.slug).chain([&record.file.name]).chain(&record.file.former_names);
    Some(PersonalData {
        profile: record.origin.anchor.clone(),
        translations: record
            .translations
            .iter()
            .map(|translation| translation.anchor.clone())
            .collect(),
        photo: photo.map(|photo| format!("{}/{}", record.origin.folder, photo.file)),
        folder,
        names: names.chain(&record.common.aliases).cloned().chain(personal(&record.file)).collect(),
        words: words(expert),
    })
}

/// Everybody with a profile: the slug, what they are and were called, the slugs of their cases.
pub fn known_people(catalog: &Catalog) -> Vec<(String, Vec<String>, Vec<String>)> {
    let person = |(id, expert): (ExpertId, &Expert)| {
        let is_theirs = |who: &Who| match who {
            Who::Expert(other) => *other == id,
            Who::Unclear(_, all) | Who::Speaks(_, all) => all.contains(&id),
            Who::Named(_) => false,
        };
        let cases = catalog
            .projects
            .iter()
            .filter(|case| case.team.iter().any(|member| is_theirs(&member.who)));
        let record = &expert.record;
        let names = [&record.file.name].into_iter().chain(&record.file.former_names);
        let names = names.cloned().collect();
        (expert.slug.clone(), names, cases.map(|case| case.slug.clone()).collect())
    };
    catalog.experts.entries().map(person).collect()
}

/// Addresses that belong to one person: by them somebody is known again under another name.
pub(super) fn personal(file: &crate::record::Expert) -> Vec<String> {
    let mail = file
        .contact
        .iter()
        .filter_map(|contact| contact.email.as_ref())
        .map(|mail| mail.to_lowercase());
    let links = file.links.iter().filter(|(link, _)| profile::is_personal(link));
    mail.chain(links.map(|(_, address)| profile::key_of(address))).collect()
}

fn words(expert: &Expert) -> Vec<String> {
    let record = &expert.record;
    let file = &record.file;
    let mut words: Vec<String> = vec![expert.slug.clone(), file.name.clone()];
    words.extend(
        file.sort_name.iter().chain(&file.former_names).chain(&record.common.aliases).cloned(),
    );
    // Lists and cards have names as they are sorted.
    let names = std::iter::once(&file.name).chain(&file.former_names);
    let forms: Vec<String> = names.flat_map(|name| called(name)).collect();
    let english = Language::english();
    words.extend(forms.iter().map(|form| sort_name(form, &english)));
    words.extend(forms);
    if let Some(contact) = &file.contact {
        words.extend([&contact.email, &contact.phone, &contact.url].into_iter().flatten().cloned());
        words.extend(
            contact.phone.iter().map(|phone| phone.chars().filter(char::is_ascii_digit).collect()),
        );
    }
    words.extend(file.links.values().cloned());
    let bodies = std::iter::once(&record.body)
        .chain(record.translations.iter().map(|translation| &translation.body));
    let bodies: Vec<_> = bodies.map(Text::read).collect();
    let mut texts: Vec<&str> = bodies.iter().map(|body| &**body).collect();
    texts.extend(
        [&file.headline, &file.who, &file.can, &file.value, &file.flow]
            .into_iter()
            .flatten()
            .map(String::as_str),
    );
    for offer in &file.offers {
        texts.extend(std::iter::once(&offer.title).chain(&offer.text).map(String::as_str));
    }
    for ask in &file.asks {
        texts.extend(std::iter::once(&ask.title).chain(&ask.text).map(String::as_str));
    }
    for station in file.experience.iter().chain(&file.education) {
        let words = std::iter::once(&station.title).chain(&station.text).chain(&station.short);
        texts.extend(words.map(String::as_str));
    }
    for said in &file.testimonials {
        texts.extend(std::iter::once(&said.quote).chain(&said.short).map(String::as_str));
    }
    for translation in &record.translations {
        let text = &translation.text;
        let lines = [&text.headline, &text.who, &text.can, &text.value, &text.flow];
        texts.extend(lines.into_iter().flatten().map(String::as_str));
    }
    words.extend(texts.into_iter().flat_map(pieces).map(str::to_owned));
    words.sort();
    words.dedup();
    words
}

/// Pieces of running text between marks, long enough to be told from everything else.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| "\n*_[]()<>#|`!\"'’‘“”.".contains(c));
    parts.map(str::trim).filter(|part| part.chars().count() >= TELLING)
}
