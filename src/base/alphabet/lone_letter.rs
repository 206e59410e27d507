//! The headings of scripts whose alphabets are not known here: the first letter, as readers of the
//! script look it up.

use super::Heading;
use unicode_normalization::UnicodeNormalization;

/// The heading of a letter of a script whose alphabet is not known here.
pub(super) fn alone(letter: char) -> Heading {
    let base = letter.to_string().nfd().next().unwrap_or(letter);
    let label = match base {
        // The capitals of Georgian are for whole words in capitals, and no name begins with one.
        '\u{10d0}'..='\u{10ff}' => base.to_string(),
        base => base.to_uppercase().collect(),
    };
    Heading { label, address: format!("u-{:04x}", u32::from(base)) }
}

/// The letter under which a name is looked up that begins with `first`: a vowel that is written
/// before its consonant counts behind it, a syllable by its consonant.
pub(super) fn stands_for(name: &str, first: char) -> char {
    match first {
        'เ'..='ไ' | 'ເ'..='ໄ' => {
            name.chars().nth(1).filter(|next| next.is_alphabetic()).unwrap_or(first)
        }
        'Ა'..='Ჿ' => first.to_lowercase().next().unwrap_or(first),
        _ => first_of_row(first),
    }
}

/// The first of the row in which a syllable of the Ethiopic script stands, of each consonant one.
fn first_of_row(syllable: char) -> char {
    let code = u32::from(syllable);
    let first = match code {
        0x1200..=0x135f | 0x2da0..=0x2ddf | 0xab20..=0xab2f => code & !7,
        0x1380..=0x138f => code & !3,
        0xab01..=0xab1f => (code & !7) | 1,
        _ => code,
    };
    char::from_u32(first).unwrap_or(syllable)
}
