//! What cards leave out, since their typeface does not have the letters.

use super::{Words, cut, words, words_of_site};
use crate::base::{Code, Diagnostic, Place, Spot};
use crate::site::{Page, SiteReader, typeset, wants_card, wants_network_card};
use std::collections::BTreeMap;

/// How many places are named.
const MOST_PLACES: usize = 3;

/// A note on the lines that cards leave out; none when every line is drawn.
pub fn undrawn(site: &SiteReader<'_>) -> Option<Diagnostic> {
    let edition = site.edition;
    let mut left_out: BTreeMap<String, (String, Place)> = BTreeMap::new();
    let mut gather = |words: &Words<'_>, file: &str| {
        for line in words.lines() {
            if let Err(letter) = typeset(line) {
                let place = Place { file: file.into(), spot: Spot::Text(line.to_owned()) };
                left_out.entry(line.to_owned()).or_insert((letter, place));
            }
        }
    };
    let experts = edition.expert_ids().map(Page::Expert);
    let projects = edition.project_ids().map(Page::Project);
    let pages: Vec<Page> = experts.chain(projects).filter(|page| wants_card(site, *page)).collect();
    if wants_network_card(site) || !pages.is_empty() {
        // Each card says where it is from.
        gather(&words_of_site(site), "vakwerk.yaml");
    }
    for page in pages {
        if let (Some(words), Some(file)) = (words(site, page), site.source(page)) {
            gather(&words, &file);
        }
    }
    note(left_out)
}

fn note(left_out: BTreeMap<String, (String, Place)>) -> Option<Diagnostic> {
    let others = left_out.len().checked_sub(1)?;
    let mut lines = left_out.into_iter();
    let (line, (letter, place)) = lines.next()?;
    let line = cut(&line, 60);
    let mut message =
        format!("the cards for shared links leave out `{line}`: their typeface has no {letter}");
    if others > 0 {
        let more = if others == 1 {
            "1 more line is".to_owned()
        } else {
            format!("{others} more lines are")
        };
        message = format!("{message}; {more} left out likewise");
    }
    let note = Diagnostic::new(Code::UndrawnLetters, place, message)
        .help("the pages show it all; write it in Latin letters if cards must have it, or have none: `cards: false`");
    Some(lines.take(MOST_PLACES - 1).fold(note, |note, (_, (_, place))| note.and(place)))
}
