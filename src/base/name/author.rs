//! Names as lists of authors have them: with others behind them, with letters for given names,
//! the family name first.

use crate::base::fold::fold;

/// What stands for authors whom nobody names, without its signs.
const OTHERS: [&str; 22] = [
    "et al",
    "et alii",
    "et alia",
    "others",
    "and others",
    "e a",
    "en anderen",
    "anderen",
    "u a",
    "und andere",
    "andere",
    "et autres",
    "autres",
    "y otros",
    "otros",
    "e altri",
    "altri",
    "e outros",
    "m fl",
    "with others",
    "и др",
    "等",
];

/// A name, and whether others are said to stand behind it: `Ann Cee et al.` The name is none where
/// nothing but others are meant.
pub fn with_others(written: &str) -> (Option<&str>, bool) {
    let written = written.trim();
    let bare = |text: &str| fold(text.trim_matches(|sign: char| "[](){}".contains(sign)));
    // `E.A.` are somebody's letters.
    let are_letters = |text: &str| text.split_whitespace().all(is_letters);
    if OTHERS.contains(&bare(written).as_str()) && !are_letters(written) {
        return (None, true);
    }
    // Behind a name only what is no name itself.
    let ends = written.match_indices(' ').map(|(at, _)| at).rev().take(3);
    for at in ends {
        let (name, rest) = written.split_at(at);
        let is_short = rest.contains('.') || fold(rest) == "et al" || rest.contains("thers");
        let words = bare(rest);
        let is_others = OTHERS.contains(&words.as_str()) && !are_letters(rest);
        if is_short && words.contains(' ') && is_others {
            return (Some(name.trim_end_matches([',', ' '])), true);
        }
    }
    (Some(written), false)
}

/// Words behind a name that look like the first letters of others.
const BEHIND: [&str; 10] = ["II", "III", "IV", "MA", "BA", "RA", "RC", "PHD", "MSC", "BSC"];

/// The letters and the family name of a name as medical indexes write it: `de Vries JP`,
/// `Smith A.B.` None for a name that is written as it is said.
pub fn letters_behind(name: &str) -> Option<(String, &str)> {
    let name = name.trim();
    let (family, letters) = name.rsplit_once(' ')?;
    // `Smith A. B.` has its letters apart.
    let (family, letters) = match family.rsplit_once(' ') {
        Some((rest, first)) if is_dotted(first) && is_dotted(letters) => {
            (rest, format!("{first}{letters}"))
        }
        _ => (family, letters.to_owned()),
    };
    let bare: String = letters.chars().filter(|sign| !matches!(sign, '.' | '-')).collect();
    let are_letters = (1..=3).contains(&bare.chars().count())
        && bare.chars().all(char::is_uppercase)
        && !BEHIND.contains(&bare.as_str());
    let is_family = family.chars().any(char::is_lowercase)
        && !family.split(' ').any(is_letters)
        && !family.contains(',');
    (are_letters && is_family).then_some((letters, family.trim_end_matches(',')))
}

/// A name with its letters before the family name, each with its stop: `J. P. de Vries` of
/// `de Vries JP`.
pub fn as_said(name: &str) -> Option<String> {
    let (letters, family) = letters_behind(name)?;
    let stops: Vec<String> = letters
        .split('-')
        .map(|part| {
            let letters = part.chars().filter(|sign| *sign != '.').map(|sign| format!("{sign}."));
            letters.collect::<Vec<_>>().join(" ")
        })
        .collect();
    Some(format!("{} {family}", stops.join("-")))
}

fn is_dotted(word: &str) -> bool {
    word.ends_with('.') && is_letters(word)
}

/// Whether a word is the first letters of names: `J.`, `J.P.`, `JP`, `J.-P.`
fn is_letters(word: &str) -> bool {
    let bare: Vec<char> = word.chars().filter(|sign| !matches!(sign, '.' | '-')).collect();
    let is_dotted = word.contains('.');
    (1..=4).contains(&bare.len())
        && bare.iter().all(|sign| sign.is_uppercase())
        && (is_dotted || bare.len() < 4)
}

/// Whether a name is another with letters in place of given names: `J. de Vries`, `JP de Vries`,
/// `de Vries JP` of Jan Piet de Vries.
pub fn is_short_for(author: &str, name: &str) -> bool {
    let said = as_said(author);
    let words: Vec<&str> = said.as_deref().unwrap_or(author).split_whitespace().collect();
    let (letters, family) =
        words.split_at(words.iter().take_while(|word| is_letters(word)).count());
    let letters: Vec<char> = fold(&letters.concat()).chars().filter(|sign| *sign != ' ').collect();
    let name = super::without_parentheses(name);
    let whole: Vec<&str> = name.split_whitespace().collect();
    let Some(count) = whole.len().checked_sub(family.len()).filter(|count| *count > 0) else {
        return false;
    };
    let (given, own_family) = whole.split_at(count);
    // A particle is of the family name: `J. Vries` is nobody who is called de Vries.
    let are_given = given.iter().all(|word| word.starts_with(|sign: char| !sign.is_lowercase()));
    let first: Vec<char> =
        fold(&given.join(" ")).split(' ').filter_map(|word| word.chars().next()).collect();
    // One may have more letters than the other has names.
    !letters.is_empty()
        && !family.is_empty()
        && are_given
        && fold(&family.join(" ")) == fold(&own_family.join(" "))
        && letters.iter().zip(&first).all(|(a, b)| a == b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn others_are_nobody_by_that_name() {
        for others in ["et al.", "et al", "Et Al.", "others", "[et al.]", "e.a.", "u. a.", "m.fl."]
        {
            assert_eq!(with_others(others), (None, true), "{others}");
        }
        for (written, name) in [
            ("Ann Cee et al.", "Ann Cee"),
            ("Cee, A., et al", "Cee, A."),
            ("Ann Cee and others", "Ann Cee"),
            ("Ann Cee e.a.", "Ann Cee"),
        ] {
            assert_eq!(with_others(written), (Some(name), true), "{written}");
        }
        let names =
            ["Al Gore", "Ea Others", "Anna E. A.", "Smith E.A.", "Piet Anderen", "Ute U", "E. A."];
        for name in names {
            assert_eq!(with_others(name), (Some(name), false), "{name}");
        }
    }

    #[test]
    fn letters_stand_behind_a_name_in_medical_indexes() {
        for (written, said) in [
            ("de Vries JP", "J. P. de Vries"),
            ("Smith AB", "A. B. Smith"),
            ("Smith A.B.", "A. B. Smith"),
            ("Smith A. B.", "A. B. Smith"),
            ("Dupont J-P", "J.-P. Dupont"),
            ("van der Berg K", "K. van der Berg"),
        ] {
            assert_eq!(as_said(written).as_deref(), Some(said), "{written}");
        }
        for name in
            ["Jan de Vries", "J. de Vries", "JP de Vries", "LI XI", "Piet Jansen MA", "Vries, J.P."]
        {
            assert_eq!(as_said(name), None, "{name}");
        }
    }

    #[test]
    fn authors_are_people_by_letters_before_or_behind_the_family_name() {
        for author in [
            "J. de Vries",
            "J. P. de Vries",
            "JP de Vries",
            "J.P. de Vries",
            "J de Vries",
            "de Vries JP",
            "de Vries J.",
        ] {
            assert!(
                is_short_for(author, "Jan Piet de Vries") && is_short_for(author, "Jan de Vries"),
                "{author}"
            );
        }
        for author in
            ["Piet de Vries", "P. de Vries", "J. Vries", "Jan", "de Vries", "J. K. de Vries"]
        {
            assert!(!is_short_for(author, "Jan Piet de Vries"), "{author}");
        }
        assert!(is_short_for("J. de Vries", "Jan (J.P.) de Vries"));
    }
}
