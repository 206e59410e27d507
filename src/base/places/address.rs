//! A town that somebody wrote with the street or the postal code before it.

use crate::base::Tidy;

/// Ends of words that name a street.
const STREETS: [&str; 22] = [
    "straat", "weg", "laan", "plein", "gracht", "kade", "singel", "steeg", "dijk", "hof", "straße",
    "strasse", "str.", "gasse", "allee", "platz", "street", "road", "avenue", "lane", "st.", "rd.",
];
/// Words that name a street that is called by what follows.
const STREETS_OF: [&str; 5] = ["rue", "avenue", "boulevard", "place", "via"];

/// A town without what stands before it of an address: nobody's street goes out, nor the postal
/// code, which in some countries is a street's.
pub fn town(written: &str) -> Tidy {
    let trimmed = written.trim();
    let words: Vec<(usize, &str)> = words(trimmed).collect();
    let code = words.iter().rposition(|(_, word)| is_code(word));
    let street = || {
        let number = words.iter().rposition(|(_, word)| word.starts_with(digit))?;
        let before = &words[..number];
        let is_street = before.last().is_some_and(|(_, word)| is_street(word))
            || before.first().is_some_and(|(_, word)| STREETS_OF.contains(&&*word.to_lowercase()));
        is_street.then_some(number)
    };
    let Some(last) = code.or_else(street) else { return Tidy::AsWritten(trimmed.to_owned()) };
    let mut rest = words[last + 1..].iter().peekable();
    // `9711 AB Groningen`
    let is_letters = |word: &str| word.len() == 2 && word.bytes().all(|it| it.is_ascii_uppercase());
    if code.is_some() && words[last].1.len() == 4 {
        rest.next_if(|(_, word)| is_letters(word));
    }
    match rest.next() {
        Some((at, _)) => {
            let town = trimmed[*at..]
                .trim_start_matches(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
            Tidy::Tidied(town.to_owned())
        }
        // `Oosterstraat 12`, and `Groningen 9711`, of which nothing but the code goes.
        None if code.is_some() && last > 0 && !has_street(&words[..last]) => {
            let before = trimmed[..words[last].0].trim_end_matches(|c: char| !c.is_alphanumeric());
            Tidy::Tidied(before.to_owned())
        }
        None => Tidy::Wrong {
            what: "is an address, and no town".to_owned(),
            help: "write the town alone: nobody's street is published".to_owned(),
        },
    }
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split([' ', ',', ';', '\t'])
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

fn digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Whether a word is a postal code: four or five digits, with two letters behind them or a country
/// before them.
fn is_code(word: &str) -> bool {
    let bare = word.split_once('-').filter(|(land, _)| land.len() <= 3).map_or(word, |it| it.1);
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &bare[digits..];
    match digits {
        4 => {
            rest.is_empty() || (rest.len() == 2 && rest.bytes().all(|it| it.is_ascii_alphabetic()))
        }
        5 => rest.is_empty(),
        _ => false,
    }
}

fn is_street(word: &str) -> bool {
    let word = word.to_lowercase();
    STREETS.iter().any(|end| word.ends_with(end))
}

fn has_street(words: &[(usize, &str)]) -> bool {
    words.iter().any(|(_, word)| is_street(word) || STREETS_OF.contains(&&*word.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_an_address_the_town_is_left() {
        for (written, left) in [
            ("9711 AB Groningen", "Groningen"),
            ("9711AB Groningen", "Groningen"),
            ("Oosterstraat 999, 9711 NV Groningen", "Groningen"),
            ("Kerkstraat 44, 8501 AA Joure", "Joure"),
            ("Herestraat 12 Groningen", "Groningen"),
            ("D-50667 Köln", "Köln"),
            ("75011 Paris", "Paris"),
            ("12 rue de la Paix, 75002 Paris", "Paris"),
            ("2511 's-Gravenhage", "'s-Gravenhage"),
            ("Groningen, 9711 AB", "Groningen"),
            ("1000 Bruxelles", "Bruxelles"),
        ] {
            assert_eq!(town(written), Tidy::Tidied(left.to_owned()), "{written}");
        }
        for written in [
            "Groningen",
            "Town 4",
            "Lyon 3e",
            "Wien 7",
            "Bergen op Zoom",
            "St. Gallen",
            "Paris 15e",
            "A",
        ] {
            assert_eq!(town(written), Tidy::AsWritten(written.to_owned()), "{written}");
        }
        assert!(matches!(town("Oosterstraat 999"), Tidy::Wrong { .. }));
        assert!(matches!(town("9711 AB"), Tidy::Wrong { .. }));
    }
}
