//! The order of names in a language (Unicode Collation Algorithm, CLDR).

use super::language::Language;
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};

/// The order of names in a language.
pub struct Collation(CollatorBorrowed<'static>);

impl Collation {
    /// The order of names in `language`.
    pub fn new(language: &Language) -> Self {
        let locale: icu_locale_core::Locale =
            language.as_str().parse().unwrap_or(icu_locale_core::locale!("und"));
        let collator = Collator::try_new(locale.into(), CollatorOptions::default())
            .expect("compiled collation data has a fallback for every language");
        Self(collator)
    }

    /// Bytes that compare as `text` does. Apostrophes do not count.
    pub fn key(&self, text: &str) -> Vec<u8> {
        let plain: String = text
            .chars()
            .filter(|c| !matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02bc}'))
            .collect();
        let mut key = Vec::new();
        match self.0.write_sort_key_to(&plain, &mut key) {
            Ok(()) => {}
            Err(never) => match never {},
        }
        key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_where_readers_look_for_them() {
        let nl = Collation::new(&"nl".parse().expect("a tag"));
        let mut names =
            vec!["Šimić", "Zwart", "Öztürk", "'t Hooft", "Ozon", "Łukasik", "Lange", "Taal"];
        names.sort_by_key(|name| nl.key(name));
        assert_eq!(
            names,
            ["Lange", "Łukasik", "Ozon", "Öztürk", "Šimić", "'t Hooft", "Taal", "Zwart"]
        );
    }
}
