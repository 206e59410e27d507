//! What leads to a person, taken out of the words of a CV.

use super::document::{Block, Document, Kind, Run};
use super::inflected::{Words, with_before, written_out};
use super::own_name::{is_month, made_of};
use crate::audit::Compared;
use crate::base::fold::fold;
use crate::edition::ProjectId;
use std::collections::BTreeSet;
use std::ops::Range;

/// Stands for what was taken out, in every language.
pub(super) const GONE: &str = "[…]";

/// What leads to a person: names of people and organizations, and ways to reach them.
#[derive(Debug, Default)]
pub struct Redaction {
    /// Taken out wherever they stand, in any case.
    pub(super) names: BTreeSet<String>,
    /// Single words, which may mean something else in small letters: a first name, a surname.
    pub(super) words: BTreeSet<String>,
    /// Those parts of the person's own name that mean nothing else, as they are compared.
    pub(super) own: BTreeSet<String>,
    /// What the site is called: beside its own, that leads to it and to nobody.
    pub(super) titles: BTreeSet<String>,
    /// Telephone numbers, as digits.
    pub(super) numbers: Vec<String>,
    /// Cases whose titles hold a name.
    pub(super) untitled: BTreeSet<ProjectId>,
}

impl Redaction {
    /// The cases whose titles hold a name.
    pub fn untitled(&self) -> &BTreeSet<ProjectId> {
        &self.untitled
    }

    /// Whether names stand in a text, written as such.
    pub(super) fn leads(&self, text: &str) -> bool {
        !self.places(text).is_empty()
    }

    /// Takes it out of a CV, and all that is linked with it.
    pub fn apply(&self, document: &mut Document) {
        let short = document.spares.iter_mut().flat_map(|spare| &mut spare.short);
        for block in document.blocks.iter_mut().chain(short) {
            for run in &mut block.runs {
                run.link = None;
            }
            if !matches!(block.kind, Kind::Section | Kind::Part) {
                self.clean(block);
            }
        }
        document.name = self.cleaned(&document.name);
        document.about = document.about.as_ref().map(|about| self.cleaned(about));
    }

    /// What must not be found in the CV, for an audit: names, the person's own in any letters, and
    /// those words that stand nowhere in it in another meaning.
    pub fn markers(&self, document: &Document) -> Vec<String> {
        let compared = |block: &Block| {
            let is_heading = matches!(block.kind, Kind::Section | Kind::Part);
            (is_heading, Compared::of(&block.text()))
        };
        let texts: Vec<_> = document.blocks.iter().map(compared).collect();
        let is_clear = |word: &&String| {
            // A heading is nobody's own words, and a month may be written out.
            let is_own = self.own.contains(&fold(word)) && !is_month(word);
            let mut texts = texts.iter().filter(|(is_heading, _)| *is_heading || !is_own);
            texts.all(|(_, text)| text.places(word).is_empty())
        };
        let words = self.words.iter().filter(is_clear);
        self.names.iter().chain(words).chain(&self.numbers).cloned().collect()
    }

    /// Whether the name of a file leads to the person; what the site is called does not.
    pub fn is_in(&self, text: &str) -> bool {
        let is_other =
            |name: &&String| self.own.contains(&fold(name)) || !self.titles.contains(*name);
        let of = |names: &BTreeSet<String>| names.iter().filter(is_other).cloned().collect();
        let (own, numbers) = (self.own.clone(), self.numbers.clone());
        let (names, words) = (of(&self.names), of(&self.words));
        let others = Self { names, words, own, numbers, ..Self::default() };
        let compared = Compared::of(text);
        !others.places(text).is_empty()
            || others.words.iter().any(|word| !compared.places(word).is_empty())
    }

    fn cleaned(&self, text: &str) -> String {
        let mut block = Block::new(Kind::Lead, vec![Run::new(text)]);
        self.clean(&mut block);
        block.text()
    }

    fn clean(&self, block: &mut Block) {
        let text = block.text();
        let gone = self.places(&text);
        if gone.is_empty() {
            return;
        }
        let mut at = 0;
        for run in &mut block.runs {
            let here = at..at + run.text.len();
            at = here.end;
            let mut kept = String::with_capacity(run.text.len());
            let mut from = here.start;
            for gone in gone.iter().filter(|gone| gone.start < here.end && gone.end > here.start) {
                kept.push_str(&text[from..gone.start.max(from)]);
                // A name that goes on in the next run is told once.
                if gone.start >= here.start {
                    kept.push_str(GONE);
                }
                from = gone.end.min(here.end);
            }
            kept.push_str(&text[from..here.end]);
            run.text = kept;
        }
        block.runs.retain(|run| !run.text.is_empty());
    }

    /// Where a text leads to the person, in order, none over another.
    fn places(&self, text: &str) -> Vec<Range<usize>> {
        let (compared, words) = (Compared::of(text), Words::of(text));
        let mut found: Vec<_> = self.names.iter().flat_map(|name| compared.places(name)).collect();
        for word in &self.words {
            // In small letters it is another word: `mark`, `wil`; before a year, a month.
            let (is_own, is_month) = (self.own.contains(&fold(word)), is_month(word));
            let is_name = |at: &Range<usize>| {
                let said = &text[at.clone()];
                let is_small =
                    said.chars().any(char::is_lowercase) && !said.chars().any(char::is_uppercase);
                (is_own || !is_small) && !(is_month && is_before_year(&text[at.end..]))
            };
            found.extend(compared.places(word).into_iter().filter(is_name));
        }
        // The last word of a longer name is what bends: `Femke Bakkers`.
        for name in &self.names {
            let Some((first, last)) = name.rsplit_once(' ') else { continue };
            let bent = words.bent(last);
            if bent.is_empty() {
                continue;
            }
            let firsts = compared.places(first);
            let of_whole = bent.into_iter().filter_map(|at| {
                let mut before = firsts.iter().filter(|first| first.end <= at.start);
                let is_next = |first: &&Range<usize>| text[first.end..at.start].trim().is_empty();
                before.rfind(is_next).map(|first| first.start..at.end)
            });
            found.extend(of_whole);
        }
        found.extend(self.words.iter().flat_map(|word| words.bent(word)));
        found.extend(made_of(text, &self.own));
        found.extend(written_out(text));
        found = found.into_iter().map(|place| with_before(text, place)).collect();
        found.extend(super::reach::places(text, &self.numbers));
        found.extend(super::street::places(text));
        found.sort_by_key(|place| (place.start, place.end));
        let mut merged: Vec<Range<usize>> = Vec::new();
        for place in found {
            match merged.last_mut() {
                // Parts of one name with a hyphen between them are one.
                Some(last)
                    if text[last.end.min(place.start)..place.start]
                        .trim_matches(|sign: char| sign.is_whitespace() || sign == '-')
                        .is_empty() =>
                {
                    last.end = last.end.max(place.end);
                }
                _ => merged.push(place),
            }
        }
        merged
    }
}

/// Whether a text begins with a year behind a space: `2014`.
fn is_before_year(text: &str) -> bool {
    let Some(rest) = text.strip_prefix([' ', '\u{a0}']) else { return false };
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    digits == 4 && rest.starts_with(['1', '2'])
}

/// The digits of a telephone number.
pub(super) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
