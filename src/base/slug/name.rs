//! From a slug back to a name, where a slug is all that is known of somebody.

use crate::base::name::family::is_particle;

/// Small words within the names of organizations.
const SMALL: &str = "of and the for voor en und für et des der du de la le y";

/// The name that the slug of a person was probably made of: `joris-van-der-meulen` is Joris van der
/// Meulen. None for a text that is no slug.
pub fn person_of_slug(text: &str) -> Option<String> {
    let words = words(text)?;
    let written = words.iter().enumerate().map(|(at, word)| match *word {
        "t" | "s" if at > 0 && at + 1 < words.len() => format!("'{word}"),
        word if at > 0 && at + 1 < words.len() && is_particle(word) => word.to_owned(),
        word => capital(word),
    });
    Some(written.collect::<Vec<_>>().join(" "))
}

/// The name that the slug of an organization was probably made of: `universiteit-van-zuid` is
/// Universiteit van Zuid. None for a text that is no slug, or may be a name in small letters:
/// `kpn`, `e-learning`.
pub fn organization_of_slug(text: &str) -> Option<String> {
    let words = words(text).filter(|words| words.len() > 1 && words[0].chars().count() > 1)?;
    let is_small = |word: &str| is_particle(word) || SMALL.split(' ').any(|small| small == word);
    let written = words.iter().enumerate().map(|(at, word)| match *word {
        word if at > 0 && at + 1 < words.len() && is_small(word) => word.to_owned(),
        word => capital(word),
    });
    Some(written.collect::<Vec<_>>().join(" "))
}

/// The words of a slug; a number at its end, which tells namesakes apart, is none of the name.
fn words(text: &str) -> Option<Vec<&str>> {
    let is_of_slug =
        |sign: char| sign.is_lowercase() || sign.is_ascii_digit() || matches!(sign, '-' | '_');
    if !text.chars().all(is_of_slug) || !text.chars().any(char::is_alphabetic) {
        return None;
    }
    let mut words: Vec<&str> = text.split(['-', '_']).filter(|word| !word.is_empty()).collect();
    while words.len() > 1
        && words.last().is_some_and(|word| word.chars().all(|sign| sign.is_ascii_digit()))
    {
        words.pop();
    }
    Some(words)
}

fn capital(word: &str) -> String {
    let mut signs = word.chars();
    let first = signs.next().into_iter().flat_map(char::to_uppercase);
    first.chain(signs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_read_as_the_names_that_they_were_made_of() {
        for (slug, name) in [
            ("sietske-hoekstra", "Sietske Hoekstra"),
            ("joris-van-der-meulen", "Joris van der Meulen"),
            ("marijke-t-hooft", "Marijke 't Hooft"),
            ("sukma", "Sukma"),
            ("jan-jansen-2", "Jan Jansen"),
            ("kim-le", "Kim Le"),
            ("şule_öztürk", "Şule Öztürk"),
        ] {
            assert_eq!(person_of_slug(slug).as_deref(), Some(name));
        }
        for name in ["Sietske Hoekstra", "Jan-Willem", "jan de boer", "王小明", "-", ""] {
            assert_eq!(person_of_slug(name), None, "{name}");
        }
        assert_eq!(
            organization_of_slug("universiteit-van-zuid").as_deref(),
            Some("Universiteit van Zuid")
        );
        assert!(
            ["kpn", "e-learning", "Energie-huis"]
                .iter()
                .all(|name| organization_of_slug(name).is_none())
        );
    }
}
