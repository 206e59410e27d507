//! The name of somebody whom nobody may know, as it stands in small letters and in longer words:
//! `hulshoff92`, `jhulshoff`.

use crate::base::fold::fold;
use crate::base::word_list::is_among;
use std::collections::BTreeSet;
use std::ops::Range;

/// The shortest part of a name that is looked for in small letters: `an` and `de` are words.
const SHORTEST: usize = 3;
/// The shortest part that is known again within a longer word.
const LONG: usize = 5;
/// The most letters that are added to it.
const MOST_ADDED: usize = 4;

/// Names that are also words: in small letters these are meant. Compared without case and accents.
const ALSO_WORDS: &str = "art august autumn amber april alt baker bakker banks bas bauer beek ben \
    berg berry best bill bird bishop black blanc blauw bloem bloom blue bob boer boom bos boulanger \
    bouw braun brink broek brook brown bridge bridges bruin bull bush carter case chase church cook \
    cor crystal daisy dag dam dan dawn day dean dijk door drake drew dubbel duke earl ende engel eve \
    expert faith feld field fields finch fischer fisher fleur floor fontaine ford fox frank frost \
    fuchs good grace grand grant gray green grey groen groot gross guy haan haas hahn hall hand hart \
    heer heuvel hill hoek hof hope house hunter huis iris ivy jack jet jong joy june juni juli july \
    jung kaiser kamp king klein knight koch kok koning konig koster krul kuiper kurz lake lamb land \
    lane lang lange law leeuw lily linde linden little long mark marsh mason max may meer mei meister \
    mercier merel miller molen molenaar moss moulin mulder muller noir page park parks pat pearl \
    petit pope post potter power price prins ray reed rich richter rivers rob roos rose rosse ruby \
    rush schafer schilder schneider schwarz sharp short sky sluis small smid smit smith snow stark \
    stein steen stone storm street strong sue summer swan swift taylor timmerman ton tower turner \
    valk veen veld victor violet visser vogel vos wald walker water waters weber weg weiss white wil \
    will winter wise wit wolf wood woods young zimmermann zwart";

/// What begins as a name and is a month before a year.
const MONTHS: [&str; 18] = [
    "jan", "feb", "mar", "mars", "apr", "april", "may", "mai", "mei", "june", "juni", "juin",
    "july", "juli", "aug", "august", "augustus", "dec",
];

/// Whether a part of a name is looked for in small letters too.
pub(super) fn is_telling(part: &str) -> bool {
    let part = fold(part);
    part.chars().count() >= SHORTEST && !is_among(ALSO_WORDS, &part)
}

/// Whether a part of a name may be a month.
pub(super) fn is_month(part: &str) -> bool {
    MONTHS.contains(&fold(part).as_str())
}

/// The words of a text that are made of parts of a name, which are folded: with figures, an ending
/// or an initial, or with one another.
pub(super) fn made_of(text: &str, parts: &BTreeSet<String>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for piece in text.split_inclusive(|sign: char| !sign.is_alphanumeric()) {
        let word = piece.trim_end_matches(|sign: char| !sign.is_alphanumeric());
        let folded = fold(word);
        if !folded.is_empty()
            && !parts.contains(&folded)
            && parts.iter().any(|part| is_made_of(&folded, part, parts))
        {
            found.push(at..at + word.len());
        }
        at += piece.len();
    }
    found
}

fn is_made_of(word: &str, part: &str, parts: &BTreeSet<String>) -> bool {
    let is_long = part.chars().count() >= LONG;
    let goes_on = |rest: &str| {
        rest.chars().all(|sign| sign.is_ascii_digit())
            || ["s", "es", "se"].contains(&rest)
            || parts.contains(rest)
            || (is_long && rest.chars().count() <= MOST_ADDED)
    };
    let begins = |rest: &str| is_long && rest.chars().count() <= 2;
    word.strip_prefix(part).is_some_and(goes_on) || word.strip_suffix(part).is_some_and(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_again_in_longer_words() {
        let parts: BTreeSet<String> = ["jan", "hulshoff"].map(str::to_owned).into();
        let found = |text: &'static str| {
            made_of(text, &parts).into_iter().map(|at| &text[at]).collect::<Vec<_>>()
        };
        let text = "hulshoff92, jhulshoff, hulshoffjan.nl, hulshoffs; Jan";
        let all = ["hulshoff92", "jhulshoff", "hulshoffjan", "hulshoffs"];
        assert_eq!(found(text), all);
        assert!(found("januari, janitor, trojan, hullshof, 92").is_empty());
        for (part, is_one) in [("Hulshoff", true), ("Mark", false), ("Wil", false), ("De", false)] {
            assert_eq!(is_telling(part), is_one, "{part}");
        }
    }
}
