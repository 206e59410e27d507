//! How a name is sorted of which the source says the parts, where the program would part it
//! otherwise: the family name of Ann Lloyd George is two words.

use crate::base::Language;
use crate::base::fold::fold;
use crate::base::name::{is_of_particles, parts, sort_name};

/// Given names and family name, as a source says them apart.
#[derive(Debug, Clone)]
pub(super) struct Stated {
    given: String,
    family: String,
}

impl Stated {
    /// What a source says of both; none where it does not.
    pub(super) fn of(given: Option<String>, family: Option<String>) -> Option<Self> {
        let (given, family) = given.zip(family)?;
        let is_said = |text: &str| text.chars().any(char::is_alphabetic);
        (is_said(&given) && is_said(&family)).then_some(Self { given, family })
    }

    /// Whether `name` holds both.
    pub(super) fn is_in(&self, name: &str) -> bool {
        holds(name, &self.given) && holds(name, &self.family)
    }

    /// How `name` is sorted, where that does not follow from the name alone.
    pub(super) fn sorted(&self, name: &str, language: &Language) -> Option<String> {
        let family = fold(&self.family);
        if !self.is_in(name) || is_family(&sort_name(name, language), &family) {
            return None;
        }
        let words: Vec<&str> = self.family.split_whitespace().collect();
        let before = words.iter().take_while(|word| is_of_particles(word)).count();
        let (particles, core) = words.split_at(before.min(words.len().saturating_sub(1)));
        let given = self.given.split_whitespace().collect::<Vec<_>>();
        if fold(name).starts_with(&family) {
            return Some(format!("{}, {}", words.join(" "), given.join(" ")));
        }
        // Each part as one word, so that only where particles stand is left to the language.
        let whole = [
            &[given.join("_")],
            &particles.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>()[..],
            &[core.join("_")],
        ];
        let sorted = sort_name(&whole.concat().join(" "), language).replace('_', " ");
        let plain = format!("{}, {} {}", core.join(" "), given.join(" "), particles.join(" "));
        Some(if is_family(&sorted, &family) { sorted } else { plain.trim().to_owned() })
    }
}

/// Whether a name that is written as it is sorted has this family name, with its particles or
/// without.
fn is_family(sorted: &str, family: &str) -> bool {
    let core = sorted.split_once(',').map_or(sorted, |(core, _)| core);
    fold(core) == family || fold(&parts(sorted).family) == family
}

/// Whether the words of `part` stand in `name`, one behind the other.
fn holds(name: &str, part: &str) -> bool {
    format!(" {} ", fold(name)).contains(&format!(" {} ", fold(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_does_not_follow_from_the_name_is_said() {
        for (given, family, name, language, sorted) in [
            ("Ann", "Lloyd George", "Ann Lloyd George", "nl", Some("Lloyd George, Ann")),
            ("Jan", "de Vries", "Jan de Vries", "nl", None),
            ("Bob", "Bos", "Robert Bos", "nl", None),
        ] {
            let stated = Stated::of(Some(given.to_owned()), Some(family.to_owned())).expect("both");
            let language: Language = language.parse().expect("a language");
            assert_eq!(stated.sorted(name, &language).as_deref(), sorted, "{name}");
        }
    }
}
