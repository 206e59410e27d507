//! Names of people: how they are sorted, and their initials. A name is shown as its bearer writes
//! it, always.

pub mod author;
mod bound;
pub mod family;
mod family_first;
mod foreign;
pub mod forms;
mod sounds;
#[cfg(test)]
mod table;
mod titles;

use crate::base::language::Language;
use family::{Split, is_cjk, is_particle, split};
use std::borrow::Cow;

/// The form in which a name is sorted, guessed from the name as written: `Vries, Jan de`.
///
/// The family name comes first, with a comma behind it: particles stand behind the given name, or
/// before the family name where the language sorts by them. A name of one part, or of which nobody
/// can tell the parts, stays as it is.
pub fn sort_name(name: &str, language: &Language) -> String {
    let name = &*without_parentheses(name);
    if let Some((family, given)) = turned(name) {
        return format!("{family}, {given}");
    }
    let words: Vec<&str> = without_titles(name);
    let Split::Parts { given, particles, family } = split(&words, language) else {
        return words.join(" ");
    };
    // `d'Arc` is a particle and a name in one word.
    let joined = ["d'", "d\u{2019}", "l'", "l\u{2019}"]
        .into_iter()
        .find(|particle| family.starts_with(particle));
    let (particles, family) = match joined.filter(|_| !is_kept_whole(language)) {
        Some(particle) => (
            format!("{particles} {particle}").trim().to_owned(),
            family[particle.len()..].to_owned(),
        ),
        None => (particles, family),
    };
    format!("{family}, {given} {particles}").trim().to_owned()
}

/// How else a name could be read of which nobody can tell whether the family name stands first:
/// sorted by its first word, and by its last. None for a name without such a doubt.
pub fn doubtful(name: &str, language: &Language) -> Option<[String; 2]> {
    let name = &*without_parentheses(name);
    let words = without_titles(name);
    if turned(name).is_some() || split(&words, language) != Split::Doubtful {
        return None;
    }
    let (first, others) = words.split_first()?;
    let (last, before) = words.split_last()?;
    Some([format!("{first}, {}", others.join(" ")), format!("{last}, {}", before.join(" "))])
}

/// Whether the language sorts by particles that are written as one word with the name.
fn is_kept_whole(language: &Language) -> bool {
    language.primary() == "it" || language.as_str().ends_with("-BE")
}

/// The two sides of a name that is written as it is sorted: `Vries, Jan de`. What stands behind a
/// comma may be titles too.
fn turned(name: &str) -> Option<(&str, String)> {
    let (family, given) = titles::sides(name);
    let given = titles::without_titles(given?, 1).join(" ");
    let is_name = |part: &str| part.chars().any(char::is_alphabetic);
    (is_name(family) && is_name(&given)).then_some((family, given))
}

/// A name that is written as it is sorted, in the order in which it is said: `Jan de Vries` for
/// `Vries, Jan de`. None for a name that is written as it is said.
pub fn in_order(name: &str) -> Option<String> {
    let (family, given) = turned(name)?;
    let NameParts { family, given } = parts(&format!("{family}, {given}"));
    Some(format!("{given} {family}"))
}

/// A name in the two parts that address books ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameParts {
    /// Family name with its particles: `de Vries`; the whole name when it has one part.
    pub family: String,
    /// Given names; empty when the name has one part.
    pub given: String,
}

/// The parts of a name, from the form in which it is sorted: `Vries, Jan de`. A name that is sorted
/// as it is written is one part: nothing is made up.
pub fn parts(sort_name: &str) -> NameParts {
    let Some((core, rest)) = sort_name.split_once(',') else {
        return NameParts { family: sort_name.trim().to_owned(), given: String::new() };
    };
    let words: Vec<&str> = rest.split_whitespace().collect();
    let stands_before = |word: &str| is_particle(word) || word.len() > 1 && word.ends_with('-');
    let given = words.len() - words.iter().rev().take_while(|word| stands_before(word)).count();
    let (given, particles) = words.split_at(given.max(1).min(words.len()));
    let mut family = particles.join(" ");
    // `d'Arc` is a particle and a name in one word.
    if !family.is_empty() && !family.ends_with(['\'', '\u{2019}', '-']) {
        family.push(' ');
    }
    NameParts { family: format!("{family}{}", core.trim()), given: given.join(" ") }
}

/// Whether a text is nothing but what stands before family names: `van den`.
pub fn is_of_particles(text: &str) -> bool {
    !text.trim().is_empty() && text.split_whitespace().all(is_particle)
}

/// The words of a name without titles before it and letters behind it: `Jan de Vries` of
/// `dr. ir. Jan de Vries MSc, PMP`.
pub(super) fn without_titles(name: &str) -> Vec<&str> {
    titles::without_titles(titles::sides(name).0, 2)
}

/// One to three letters that stand in for a photo.
pub fn initials(name: &str) -> String {
    let name = &*without_parentheses(name);
    let turned = in_order(name);
    let words: Vec<&str> = without_titles(turned.as_deref().unwrap_or(name));
    let first_of = |word: &str| word.chars().find(|c| c.is_alphanumeric());
    let Some(first) = words.iter().find_map(|word| first_of(word)) else { return "·".to_owned() };
    if is_cjk(first) {
        return first.to_string();
    }
    let capital = |word: &&&str| first_of(word).is_some_and(|c| !c.is_lowercase());
    let last = words.iter().skip(1).rfind(capital).and_then(|word| first_of(word));
    if is_joined(first) {
        // Two letters of such a script would join, and may then be a word: "لا" says no.
        let letters = words
            .iter()
            .take(1)
            .chain(words.iter().skip(1).last())
            .map(|word| without_article(word));
        let letters: Vec<String> = letters.filter_map(first_of).map(String::from).collect();
        return letters.join("\u{200c}");
    }
    [Some(first), last].into_iter().flatten().flat_map(char::to_uppercase).collect()
}

/// An Arabic word without its article.
fn without_article(word: &str) -> &str {
    word.strip_prefix("ال").filter(|rest| rest.chars().count() > 1).unwrap_or(word)
}

/// Whether letters of the script join with those beside them: Arabic, Syriac, Thaana, Mongolian and
/// their like.
fn is_joined(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{7ff}' | '\u{840}'..='\u{8ff}' | '\u{1800}'..='\u{18af}'
        | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// A name as it is written, and without what stands between parentheses in it: whoever has letters
/// there is called so without them too.
pub fn forms(name: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let bare = without_parentheses(name);
    let is_other = bare != name;
    std::iter::once(Cow::Borrowed(name)).chain(is_other.then_some(bare))
}

/// A name without what stands between parentheses in it: `Jan de Vries` of `Jan (J.P.) de Vries`.
pub fn without_parentheses(name: &str) -> Cow<'_, str> {
    if !name.contains(['(', '（', '[']) {
        return name.into();
    }
    let mut depth = 0_usize;
    let mut bare = String::with_capacity(name.len());
    for sign in name.chars() {
        match sign {
            '(' | '（' | '[' => depth += 1,
            ')' | '）' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            sign => bare.push(sign),
        }
    }
    let bare = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    if bare.is_empty() { name.into() } else { bare.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_as_their_language_does() {
        let nl: Language = "nl".parse().expect("a tag");
        let be: Language = "nl-BE".parse().expect("a tag");
        let hu: Language = "hu".parse().expect("a tag");
        let names = [
            ("Jan de Vries", "Vries, Jan de"),
            ("J. van der Horst", "Horst, J. van der"),
            ("Gerard 't Hooft", "Hooft, Gerard 't"),
            ("Amina El Khatib", "Khatib, Amina El"),
            ("Anna Maria Jansen", "Jansen, Anna Maria"),
            ("Sukarno", "Sukarno"),
            ("王小明", "王小明"),
            ("Wei Chen (陈伟)", "Chen, Wei"),
            ("Jan (J.P.) de Vries", "Vries, Jan de"),
            ("Jan de Vries (he", "Vries, Jan de"),
            ("prof. dr. ir. Jan de Vries MSc", "Vries, Jan de"),
            ("Anna Bakker, PhD, MBA", "Bakker, Anna"),
            ("Jeanne d'Arc", "Arc, Jeanne d'"),
            ("Piet Jansen jr.", "Jansen, Piet"),
        ];
        for (name, sorted) in names {
            assert_eq!(sort_name(name, &nl), sorted);
        }
        assert_eq!(sort_name("Lies De Smet", &be), "De Smet, Lies");
        assert_eq!(sort_name("Nagy Ilona", &hu), "Nagy, Ilona");
    }

    #[test]
    fn a_sorted_name_has_the_parts_that_address_books_ask_for() {
        for (sorted, family, given) in [
            ("Vries, Jan de", "de Vries", "Jan"),
            ("Arc, Jeanne d'", "d'Arc", "Jeanne"),
            ("Meulen, Joris van der", "van der Meulen", "Joris"),
            ("De Smet, Lies", "De Smet", "Lies"),
            ("Nagy Ilona", "Nagy Ilona", ""),
            ("Hooft, 't", "Hooft", "'t"),
        ] {
            assert_eq!(parts(sorted), NameParts { family: family.into(), given: given.into() });
        }
    }

    #[test]
    fn initials_are_those_of_the_names_that_count() {
        let pairs = [
            ("Jan de Vries", "JV"),
            ("Şule Öztürk", "ŞÖ"),
            ("王小明", "王"),
            ("Vries, Jan de", "JV"),
            ("Sukarno", "S"),
            ("Gerard 't Hooft", "GH"),
            ("dr. Jan de Vries MSc", "JV"),
            ("ليلى الحداد", "ل\u{200c}ح"),
            ("ليلى", "ل"),
            ("", "·"),
        ];
        for (name, expected) in pairs {
            assert_eq!(initials(name), expected, "{name}");
        }
    }
}
