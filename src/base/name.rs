//! Names of people: how they are sorted, and their initials. A name is shown as its bearer writes it, always.

use super::language::Language;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Particles between given and family name that Dutch sorts after the comma.
static PARTICLES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    "van de der den het 't ter ten te von vom zu zum zur dem in op aan bij onder over uit voor tot la las los le \
     des 's l' d' da di do dos du el al thoe toe auf af ver"
        .split_whitespace()
        .collect()
});

/// The form in which a name is sorted, guessed from the name as written: `Vries, Jan de`.
///
/// Particles stand behind the given name, in Belgium before the family name. Names in Chinese, Japanese or Korean
/// script, and names in languages that put the family name first, stay as they are.
pub fn sort_name(name: &str, language: &Language) -> String {
    let name = without_parentheses(name);
    let family_first = matches!(language.primary(), "hu" | "zh" | "ja" | "ko" | "vi");
    let words: Vec<&str> = without_titles(name);
    if words.len() < 2 || family_first || name.chars().next().is_some_and(is_cjk) {
        return words.join(" ");
    }
    let is_particle = |word: &&str| {
        let word = word.replace('\u{2019}', "'");
        PARTICLES.contains(word.to_lowercase().as_str())
    };
    // The family name begins at the first particle after the given name, else it is the last word.
    let start = (1..words.len() - 1).find(|at| is_particle(&words[*at])).unwrap_or(words.len() - 1);
    let core = (start..words.len() - 1).find(|at| !is_particle(&words[*at])).unwrap_or(words.len() - 1);
    let given = words[..start].join(" ");
    let particles = words[start..core].join(" ");
    let family = words[core..].join(" ");
    // `d'Arc` is a particle and a name in one word.
    let joined = ["d'", "d\u{2019}", "l'", "l\u{2019}"].into_iter().find(|particle| family.starts_with(particle));
    let (particles, family) = match joined {
        Some(particle) => (format!("{particles} {particle}").trim().to_owned(), family[particle.len()..].to_owned()),
        None => (particles, family),
    };
    match (particles.is_empty(), language.as_str()) {
        (true, _) => format!("{family}, {given}"),
        (false, "nl-BE") => format!("{particles} {family}, {given}"),
        (false, _) => format!("{family}, {given} {particles}"),
    }
}

/// A name in the two parts that address books ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameParts {
    /// Family name with its particles: `de Vries`; the whole name when it has one part.
    pub family: String,
    /// Given names; empty when the name has one part.
    pub given: String,
}

/// The parts of a name, from the form in which it is sorted: `Vries, Jan de`. A name that is sorted as it is written is
/// one part: nothing is made up.
pub fn parts(sort_name: &str) -> NameParts {
    let Some((core, rest)) = sort_name.split_once(',') else {
        return NameParts { family: sort_name.trim().to_owned(), given: String::new() };
    };
    let words: Vec<&str> = rest.split_whitespace().collect();
    let is_particle = |word: &&str| {
        let word = word.replace('\u{2019}', "'");
        PARTICLES.contains(word.to_lowercase().as_str())
    };
    let given = words.len() - words.iter().rev().take_while(|word| is_particle(word)).count();
    let (given, particles) = words.split_at(given.max(1).min(words.len()));
    let mut family = particles.join(" ");
    // `d'Arc` is a particle and a name in one word.
    if !family.is_empty() && !family.ends_with(['\'', '\u{2019}']) {
        family.push(' ');
    }
    NameParts { family: format!("{family}{}", core.trim()), given: given.join(" ") }
}

/// The words of a name without titles before it and letters behind it: `Jan de Vries` of `dr. ir. Jan de Vries MSc, PMP`.
fn without_titles(name: &str) -> Vec<&str> {
    const BEFORE: &str = "dr drs ir ing mr prof bc dhr mevr mw mrs ms frau herr dipl";
    const BEHIND: &str = "msc bsc ba ma mba bba phd llm llb beng meng jr sr ii iii iv pmp ra rc aa";
    let is_one_of = |list: &str, word: &str| {
        let bare: String = word.chars().filter(|c| *c != '.').flat_map(char::to_lowercase).collect();
        list.split(' ').any(|known| known == bare)
    };
    let before_comma = name.split_once(',').filter(|(_, behind)| {
        behind.split([',', ' ']).filter(|word| !word.is_empty()).all(|word| is_one_of(BEHIND, word))
    });
    let mut words: Vec<&str> = before_comma.map_or(name, |(before, _)| before).split_whitespace().collect();
    // Something of the name is left, whatever it looks like.
    while words.len() > 2 && is_one_of(BEFORE, words[0]) {
        words.remove(0);
    }
    while words.len() > 2 && words.last().is_some_and(|word| is_one_of(BEHIND, word)) {
        words.pop();
    }
    words
}

/// One to three letters that stand in for a photo.
pub fn initials(name: &str) -> String {
    let name = without_parentheses(name);
    let words: Vec<&str> = without_titles(name);
    let first_of = |word: &str| word.chars().find(|c| c.is_alphanumeric());
    let Some(first) = words.iter().find_map(|word| first_of(word)) else { return "·".to_owned() };
    if is_cjk(first) {
        return first.to_string();
    }
    let capital = |word: &&&str| first_of(word).is_some_and(|c| !c.is_lowercase());
    let last = words.iter().skip(1).rfind(capital).and_then(|word| first_of(word));
    [Some(first), last].into_iter().flatten().flat_map(char::to_uppercase).collect()
}

fn without_parentheses(name: &str) -> &str {
    let bare = name.split(['(', '（', '[']).next().unwrap_or(name).trim();
    if bare.is_empty() { name } else { bare }
}

fn is_cjk(c: char) -> bool {
    matches!(u32::from(c), 0x3040..=0x30ff | 0x3400..=0x9fff | 0xac00..=0xd7af | 0xf900..=0xfaff | 0x2_0000..=0x3_ffff)
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
            ("prof. dr. ir. Jan de Vries MSc", "Vries, Jan de"),
            ("Anna Bakker, PhD, MBA", "Bakker, Anna"),
            ("Jeanne d'Arc", "Arc, Jeanne d'"),
            ("Piet Jansen jr.", "Jansen, Piet"),
        ];
        for (name, sorted) in names {
            assert_eq!(sort_name(name, &nl), sorted);
        }
        assert_eq!(sort_name("Lies De Smet", &be), "De Smet, Lies");
        assert_eq!(sort_name("Nagy Ilona", &hu), "Nagy Ilona");
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
            ("Sukarno", "S"),
            ("Gerard 't Hooft", "GH"),
            ("dr. Jan de Vries MSc", "JV"),
            ("", "·"),
        ];
        for (name, expected) in pairs {
            assert_eq!(initials(name), expected, "{name}");
        }
    }
}
