//! What there is of a person: the files that hold it, and the words by which it would be known
//! again.

use super::entries::{Expert, ExpertId, Who};
use super::tables::Catalog;
use crate::base::name::forms::called;
use crate::base::name::sort_name;
use crate::base::{Anchor, Language, Text, profile};
use std::collections::{BTreeMap, BTreeSet};
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
    let names = std::iter::once(expert.slug.clone()).chain(names(expert)).chain(marks(expert));
    Some(PersonalData {
        profile: record.origin.anchor.clone(),
        translations: record
            .translations
            .iter()
            .map(|translation| translation.anchor.clone())
            .collect(),
        photo: photo.map(|photo| format!("{}/{}", record.origin.folder, photo.file)),
        folder,
        names: names.collect(),
        words: words(expert),
    })
}

/// Somebody with a profile, by what others know them.
#[derive(Debug)]
pub struct KnownPerson {
    /// The slug.
    pub slug: String,
    /// What they are and were called.
    pub names: Vec<String>,
    /// Former slugs, and addresses that are theirs alone.
    pub marks: Vec<String>,
    /// The slugs of their cases.
    pub cases: Vec<String>,
}

/// Everybody with a profile.
pub fn known_people(catalog: &Catalog) -> Vec<KnownPerson> {
    let mut cases: BTreeMap<ExpertId, Vec<String>> = BTreeMap::new();
    for case in &catalog.projects {
        let team = case.team.iter().flat_map(|member| may_be(&member.who));
        for id in team.collect::<BTreeSet<_>>() {
            cases.entry(id).or_default().push(case.slug.clone());
        }
    }
    let person = |(id, expert): (ExpertId, &Expert)| KnownPerson {
        slug: expert.slug.clone(),
        names: names(expert).collect(),
        marks: marks(expert).collect(),
        cases: cases.remove(&id).unwrap_or_default(),
    };
    catalog.experts.entries().map(person).collect()
}

/// The people with a profile who are meant, or may be.
fn may_be(who: &Who) -> Vec<ExpertId> {
    match who {
        Who::Expert(id) => vec![*id],
        Who::Unclear(_, all) | Who::Speaks(_, all) => all.clone(),
        Who::Named(_) => Vec::new(),
    }
}

/// What somebody is and was called.
fn names(expert: &Expert) -> impl Iterator<Item = String> {
    let file = &expert.record.file;
    std::iter::once(&file.name).chain(&file.former_names).cloned()
}

/// Former slugs, and addresses that are theirs alone.
fn marks(expert: &Expert) -> impl Iterator<Item = String> {
    let record = &expert.record;
    record.common.aliases.iter().cloned().chain(personal(&record.file))
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
