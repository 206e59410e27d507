//! Names of people whom nobody may see, in the texts of others: what somebody wrote stays as it is
//! written, so that all that can be done is to say so.

use super::numbers::Kept;
use crate::base::fold::fold;
use crate::base::name::forms;
use crate::base::{Anchor, Code, Diagnostic, Place, Spot};
use crate::catalog::Catalog;
use crate::record::Record;
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};

/// The most words of a name; one word alone may mean anybody.
const MOST_WORDS: usize = 6;

/// The names that are looked for, by their first words.
struct Names<'a>(HashMap<String, Vec<(Vec<String>, &'a str)>>);

/// The notes on names of people who are not among those that are kept, in what is.
pub(super) fn note(catalog: &Catalog, kept: &Kept) -> Vec<Diagnostic> {
    let names = Names::of(catalog, kept);
    if names.0.is_empty() {
        return Vec::new();
    }
    let mut texts: Vec<Texts<'_>> = Vec::new();
    for id in &kept.experts {
        let record = &catalog.experts[*id].record;
        let file = &record.file;
        let answers = [&file.who, &file.can, &file.value, &file.flow];
        let quotes = file.testimonials.iter().map(|said| said.quote.as_str());
        let own = answers.into_iter().filter_map(Option::as_deref).chain(quotes).collect();
        texts.push(Texts::of(record, own));
    }
    for id in &kept.projects {
        let record = &catalog.projects[*id].record;
        let file = &record.file;
        let told = [&file.question, &file.approach, &file.result];
        let quote = file.testimonial.as_ref().map(|said| said.quote.as_str());
        let own = told.into_iter().filter_map(Option::as_deref).chain(quote).collect();
        texts.push(Texts::of(record, own));
    }
    let written =
        kept.organizations.iter().filter_map(|id| catalog.organizations[*id].record.as_ref());
    texts.extend(written.map(|record| Texts::of(record, Vec::new())));
    let written = kept.topics.iter().filter_map(|id| catalog.topics[*id].record.as_ref());
    texts.extend(written.map(|record| Texts::of(record, Vec::new())));
    let requests = kept.requests.iter().map(|id| &catalog.requests[*id].record);
    texts.extend(requests.map(|record| Texts::of(record, Vec::new())));
    for id in &kept.groups {
        let record = &catalog.groups[*id].record;
        let own = [&record.file.purpose, &record.file.join];
        texts.push(Texts::of(record, own.into_iter().filter_map(Option::as_deref).collect()));
    }
    let pages = kept.pages.iter().map(|id| &catalog.pages[*id].record);
    texts.extend(pages.map(|record| Texts::of(record, Vec::new())));
    texts.par_iter().flat_map_iter(|texts| texts.notes(&names)).collect()
}

impl<'a> Names<'a> {
    fn of(catalog: &'a Catalog, kept: &Kept) -> Self {
        let mut names: HashMap<String, Vec<(Vec<String>, &str)>> = HashMap::new();
        if kept.experts.len() == catalog.experts.len() {
            return Self(names);
        }
        let seen: HashSet<usize> = kept.experts.iter().map(|id| id.index()).collect();
        let all = || catalog.experts.iter().enumerate();
        let is_open = |(at, _): &(usize, _)| seen.contains(at);
        let open: HashSet<String> =
            all().filter(is_open).map(|(_, it)| fold(&it.record.file.name)).collect();
        let hidden = all().filter(|one| !is_open(one));
        let hidden = hidden.map(|(_, it)| it.record.file.name.as_str());
        for name in hidden {
            for form in forms(name) {
                let mut words: Vec<String> = fold(&form).split(' ').map(str::to_owned).collect();
                if open.contains(&words.join(" ")) || !(2..=MOST_WORDS).contains(&words.len()) {
                    continue;
                }
                // `Vries, Jan de` has the same words in the same round.
                for _ in 0..words.len() {
                    words.rotate_left(1);
                    names.entry(words[0].clone()).or_default().push((words.clone(), name));
                }
            }
        }
        Self(names)
    }

    /// Whose names stand in a text, each once.
    fn in_text(&self, text: &str) -> Vec<&'a str> {
        let mut found = Vec::new();
        let folded = fold(text);
        let words: Vec<&str> = folded.split(' ').collect();
        for (at, word) in words.iter().enumerate() {
            for (name, written) in self.0.get(*word).into_iter().flatten() {
                if words[at..].starts_with(&name.iter().map(String::as_str).collect::<Vec<_>>())
                    && !found.contains(written)
                {
                    found.push(*written);
                }
            }
        }
        found
    }
}

/// The texts of an entry: those between its keys, its story, and its translations.
struct Texts<'a> {
    anchor: &'a Anchor,
    own: Vec<&'a str>,
    bodies: Vec<(&'a Anchor, &'a crate::base::Text)>,
}

impl<'a> Texts<'a> {
    fn of<F, T>(record: &'a Record<F, T>, own: Vec<&'a str>) -> Self {
        let anchor = &record.origin.anchor;
        let translations = record.translations.iter().map(|it| (&it.anchor, &it.body));
        let bodies = std::iter::once((anchor, &record.body)).chain(translations).collect();
        Self { anchor, own, bodies }
    }

    fn notes(&self, names: &Names<'_>) -> Vec<Diagnostic> {
        let own = self.own.iter().flat_map(|text| names.in_text(text)).map(|it| (self.anchor, it));
        let told = self.bodies.iter().flat_map(|(anchor, body)| {
            names.in_text(&body.read()).into_iter().map(move |it| (*anchor, it))
        });
        let mut found: Vec<(&Anchor, &str)> = Vec::new();
        for one in own.chain(told) {
            if !found.iter().any(|known| known.0.file == one.0.file && known.1 == one.1) {
                found.push(one);
            }
        }
        found.into_iter().map(|(anchor, name)| note_of(anchor, name)).collect()
    }
}

fn note_of(anchor: &Anchor, name: &str) -> Diagnostic {
    let is_alone = anchor.here().spot == Spot::File;
    let place = if is_alone {
        Place { file: anchor.file.clone(), spot: Spot::Text(name.to_owned()) }
    } else {
        anchor.here()
    };
    let message = format!("`{name}` stands in this text, whose profile nobody may see");
    Diagnostic::new(Code::HiddenNamed, place, message)
        .help("take the name out of the text, unless the person agrees to be named here")
}
