//! How addresses name the letters of alphabets.

use super::Script;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// Marks on letters, and how they are called.
const MARKS: [(char, &str); 18] = [
    ('\u{300}', "grave"),
    ('\u{301}', "acute"),
    ('\u{302}', "circumflex"),
    ('\u{303}', "tilde"),
    ('\u{304}', "macron"),
    ('\u{306}', "breve"),
    ('\u{307}', "dot"),
    ('\u{308}', "diaeresis"),
    ('\u{309}', "hook"),
    ('\u{30a}', "ring"),
    ('\u{30b}', "double-acute"),
    ('\u{30c}', "caron"),
    ('\u{31b}', "horn"),
    ('\u{323}', "dot-below"),
    ('\u{326}', "comma"),
    ('\u{327}', "cedilla"),
    ('\u{328}', "ogonek"),
    ('\u{2bb}', "turned-comma"),
];

/// The letters of an alphabet, each with an address that none of the others has. It follows from
/// the alphabet alone, so that no newcomer changes it.
pub(super) fn addresses(script: Script, letters: &str) -> impl Iterator<Item = (&str, String)> {
    let mut known: HashMap<String, usize> = HashMap::new();
    letters.split_whitespace().map(move |letter| {
        let address = address(script, letter);
        let times = known.entry(address.clone()).or_default();
        *times += 1;
        let address = if *times == 1 { address } else { format!("{address}-{times}") };
        (letter, address)
    })
}

fn address(script: Script, letter: &str) -> String {
    let special = match letter {
        "Ð" => Some("eth"),
        "Þ" => Some("thorn"),
        "Ə" => Some("schwa"),
        "Ŋ" => Some("eng"),
        "Ø" => Some("o-stroke"),
        "Đ" => Some("d-stroke"),
        "Ł" => Some("l-stroke"),
        "Ħ" => Some("h-stroke"),
        "Għ" => Some("gh-stroke"),
        "Ŧ" => Some("t-stroke"),
        "ㅇ" => Some("hangul-ng"),
        _ => None,
    };
    if let Some(special) = special {
        return special.to_owned();
    }
    let marks = letter.nfd().filter_map(|c| Some(MARKS.iter().find(|(mark, _)| *mark == c)?.1));
    let marks: Vec<&str> = marks.collect();
    // The letter alone: what its marks make of its sound is said by their names.
    let bare: String = letter.nfd().filter(|c| MARKS.iter().all(|(mark, _)| mark != c)).collect();
    let sound: String =
        deunicode::deunicode(&bare).chars().filter(char::is_ascii_alphanumeric).collect();
    let sound = if sound.is_empty() {
        letter.chars().next().map(|c| format!("{:04x}", u32::from(c))).unwrap_or_default()
    } else {
        sound.to_ascii_lowercase()
    };
    let parts = [script.word(), &sound].into_iter().chain(marks).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-")
}
