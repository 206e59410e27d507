//! Addresses of houses in a running text: a street with its number, a post code.

use std::ops::Range;

/// How words end that are streets in Dutch, German, Frisian and the Nordic languages.
const ENDINGS: [&str; 29] = [
    "straat",
    "laan",
    "weg",
    "plein",
    "gracht",
    "kade",
    "singel",
    "steeg",
    "dijk",
    "dreef",
    "hof",
    "pad",
    "plantsoen",
    "markt",
    "strjitte",
    "straße",
    "strasse",
    "gasse",
    "allee",
    "platz",
    "ufer",
    "damm",
    "gade",
    "gata",
    "gatan",
    "vej",
    "vägen",
    "vegen",
    "veien",
];

/// Words behind the name of a street in English.
const BEHIND: [&str; 19] = [
    "street",
    "st",
    "road",
    "rd",
    "avenue",
    "ave",
    "lane",
    "ln",
    "drive",
    "square",
    "way",
    "close",
    "court",
    "place",
    "boulevard",
    "blvd",
    "terrace",
    "crescent",
    "gardens",
];

/// Words before it in French, Spanish, Italian and Portuguese.
const BEFORE: [&str; 16] = [
    "rue",
    "avenue",
    "boulevard",
    "chemin",
    "quai",
    "impasse",
    "allée",
    "place",
    "calle",
    "avenida",
    "plaza",
    "paseo",
    "via",
    "viale",
    "piazza",
    "rua",
];

/// A word of a text, and where it stands without the signs around it.
struct Word<'a> {
    text: &'a str,
    at: Range<usize>,
    /// Whether something that parts stands behind it.
    ends: bool,
}

/// Where a text says in which house somebody is.
pub(super) fn places(text: &str) -> Vec<Range<usize>> {
    let words = words(text);
    let mut found = Vec::new();
    for at in 0..words.len() {
        found.extend(number_behind(&words, at).or_else(|| number_before(&words, at)));
        found.extend(post_code(&words, at));
    }
    found
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut at = 0;
    let mut words = Vec::new();
    for part in text.split_inclusive(char::is_whitespace) {
        let bare = part.trim_matches(|sign: char| !sign.is_alphanumeric());
        if !bare.is_empty() {
            let start = at + part.find(bare).unwrap_or_default();
            let ends = part.trim_end().len() > start - at + bare.len();
            words.push(Word { text: bare, at: start..start + bare.len(), ends });
        }
        at += part.len();
    }
    words
}

/// The number of a house: `12`, `12a`, `12-14`; no year.
fn is_number(word: &str) -> bool {
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    let rest = &word[digits..];
    let is_part = |sign: char| sign.is_ascii_alphanumeric() || "-/".contains(sign);
    (1..=4).contains(&digits)
        && !(digits == 4 && rest.is_empty() && word.starts_with(['1', '2']))
        && rest.len() <= 5
        && rest.chars().all(is_part)
        && rest.chars().filter(char::is_ascii_alphabetic).count() <= 1
}

fn is_named(word: &Word<'_>) -> bool {
    word.text.starts_with(char::is_uppercase)
}

/// `Kerkstraat 12`, `Via Roma 3`, `rue de la Paix 4`.
fn number_behind(words: &[Word<'_>], at: usize) -> Option<Range<usize>> {
    /// The most words of a street's name behind what it is.
    const MOST: usize = 5;
    let first = &words[at];
    let lower = first.text.to_lowercase();
    let is_street = is_named(first) && ENDINGS.iter().any(|end| lower.ends_with(end));
    let next = words.get(at + 1)?;
    if is_street && !first.ends && is_number(next.text) {
        return Some(first.at.start..next.at.end);
    }
    // `via Zoom 2` is none.
    let is_plain = ["rue", "calle", "rua", "avenida"].contains(&lower.as_str());
    if !BEFORE.contains(&lower.as_str()) || !(is_plain || is_named(first)) {
        return None;
    }
    let name = &words[at + 1..words.len().min(at + 1 + MOST)];
    let number = name.iter().position(|word| is_number(word.text)).filter(|number| *number > 0)?;
    let is_name = name[..number].iter().any(is_named) && !first.ends;
    is_name.then(|| first.at.start..name[number].at.end)
}

/// `12 High Street`, `4, rue de la Paix`.
fn number_before(words: &[Word<'_>], at: usize) -> Option<Range<usize>> {
    /// The most words of a street's name.
    const MOST: usize = 4;
    let number = &words[at];
    if !is_number(number.text) {
        return None;
    }
    let name = &words[at + 1..words.len().min(at + 1 + MOST)];
    let lower = |word: &Word<'_>| word.text.to_lowercase();
    if name.first().is_some_and(|first| BEFORE[..8].contains(&lower(first).as_str())) {
        let last = name.iter().rposition(is_named).filter(|last| *last > 0)?;
        return Some(number.at.start..name[last].at.end);
    }
    let street = name.iter().position(|word| BEHIND.contains(&lower(word).as_str()))?;
    let is_name = street > 0 && name[..=street].iter().all(is_named) && !number.ends;
    is_name.then(|| number.at.start..name[street].at.end)
}

/// `9712 AB`, `9712AB`, `SW1A 1AA`.
fn post_code(words: &[Word<'_>], at: usize) -> Option<Range<usize>> {
    let first = &words[at];
    // `2020 EU` is none, unless the number of a house stands before it.
    let is_behind_number = at > 0 && is_number(words[at - 1].text);
    let is_dutch = |digits: &str, letters: &str| {
        (is_behind_number || !(digits.starts_with("19") || digits.starts_with("20")))
            && digits.len() == 4
            && digits.bytes().all(|sign| sign.is_ascii_digit())
            && !digits.starts_with('0')
            && letters.len() == 2
            && letters.bytes().all(|sign| sign.is_ascii_uppercase())
    };
    if first.text.is_ascii() && first.text.len() == 6 {
        let (digits, letters) = first.text.split_at(4);
        if is_dutch(digits, letters) {
            return Some(first.at.clone());
        }
    }
    let next = words.get(at + 1).filter(|_| !first.ends)?;
    let is_british = next.text.len() == 3
        && next.text.bytes().enumerate().all(|(at, sign)| {
            if at == 0 { sign.is_ascii_digit() } else { sign.is_ascii_uppercase() }
        })
        && (2..=4).contains(&first.text.len())
        && first.text.starts_with(|sign: char| sign.is_ascii_uppercase())
        && first.text.bytes().any(|sign| sign.is_ascii_digit())
        && first.text.bytes().all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit());
    (is_dutch(first.text, next.text) || is_british).then_some(first.at.start..next.at.end)
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn houses_are_found_and_years_and_counts_are_not() {
        let found =
            |text: &'static str| places(text).into_iter().map(|at| &text[at]).collect::<Vec<_>>();
        for (text, house) in [
            ("I live at Kerkstraat 12a, Assen.", "Kerkstraat 12a"),
            ("Bezoek: Stationsplein 7-9.", "Stationsplein 7-9"),
            ("in der Hauptstraße 3 in Leer", "Hauptstraße 3"),
            ("from 12 High Street on", "12 High Street"),
            ("au 4, rue de la Paix, Paris", "4, rue de la Paix"),
            ("en Calle Mayor 5 desde", "Calle Mayor 5"),
            ("code 9712 AB and", "9712 AB"),
            ("code 9712AB and", "9712AB"),
            ("to SW1A 1AA then", "SW1A 1AA"),
        ] {
            assert_eq!(found(text), [house], "{text}");
        }
        for text in [
            "Rebuilt the Kerkstraat in 2014, for 300 homes.",
            "Ring 2014",
            "212 houses of one street, 12 streets",
            "In 2020 EU law, Dijkring 14, via Zoom 2",
            "in 2019 of 3 Ways, オースト ٣ 王小明 3é",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
        assert_eq!(found("Kerkstraat 1, 2011 AB Haarlem"), ["Kerkstraat 1", "2011 AB"]);
    }
}
