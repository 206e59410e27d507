//! What templates can do with values: interface strings, dates and numbers in the page's language.

use crate::base::{Date, Language};
use crate::theme::Strings;
use icu_plurals::PluralRules;
use std::sync::Arc;
use tera::{Kwargs, State, Tera, TeraResult, Value};

/// The interface strings of one language, with those of the default language and English below them.
#[derive(Clone)]
pub(super) struct Words {
    strings: Arc<Strings>,
    rules: Arc<PluralRules>,
    language: Language,
}

impl Words {
    pub(super) fn new(strings: Strings, language: &Language) -> Self {
        Self { strings: Arc::new(strings), rules: Arc::new(Strings::rules(language)), language: language.clone() }
    }

    /// The string of `key`, with `{name}` replaced by the argument of that name.
    fn translate(&self, key: &str, arguments: &Kwargs) -> TeraResult<String> {
        let count = arguments.get::<u64>("n").ok().flatten();
        let text = self.strings.get(key, count, &self.rules).ok_or_else(|| {
            tera::Error::message(format!("there is no interface string `{key}` in strings/{}.yaml", self.language))
        })?;
        if !text.contains('{') {
            return Ok(text.to_owned());
        }
        let mut said = text.to_owned();
        for (name, value) in arguments.iter() {
            let shown = match value.as_i64() {
                Some(number) => self.number(number),
                None => value.to_string(),
            };
            said = said.replace(&format!("{{{name}}}"), &shown);
        }
        Ok(said)
    }

    /// A whole number, grouped as the language does.
    fn number(&self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let separator = match self.language.primary() {
            "en" | "zh" | "ja" | "ko" | "ar" => ",",
            "fr" => "\u{202f}",
            _ => ".",
        };
        let mut grouped = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push_str(separator);
            }
            grouped.push(digit);
        }
        if number < 0 { format!("\u{2212}{grouped}") } else { grouped }
    }

    /// A date with the precision that was given, as a reader of the language writes it.
    fn date(&self, date: Date) -> TeraResult<String> {
        let Some(month) = date.month() else { return Ok(date.year().to_string()) };
        let name = self.word(&format!("month.{month}"))?;
        let (pattern, day) = match date.day_of_month() {
            Some(day) => ("date.day", day.to_string()),
            None => ("date.month", String::new()),
        };
        let pattern = self.word(pattern)?;
        Ok(pattern.replace("{month}", name).replace("{year}", &date.year().to_string()).replace("{day}", &day))
    }

    fn word(&self, key: &str) -> TeraResult<&str> {
        self.strings.get(key, None, &self.rules).ok_or_else(|| {
            tera::Error::message(format!("there is no interface string `{key}` in strings/{}.yaml", self.language))
        })
    }
}

/// Registers the filters for one language.
pub(super) fn register(tera: &mut Tera, words: &Words) {
    let own = words.clone();
    tera.register_filter("t", move |key: &str, arguments: Kwargs, _: &State| own.translate(key, &arguments));
    let own = words.clone();
    tera.register_filter("date", move |text: &str, _: Kwargs, _: &State| -> TeraResult<String> {
        match text.parse::<Date>() {
            Ok(date) => own.date(date),
            Err(error) => Err(tera::Error::message(error.to_string())),
        }
    });
    let own = words.clone();
    tera.register_filter("language", move |tag: &str, _: Kwargs, _: &State| -> String {
        tag.parse::<Language>().map_or_else(|_| tag.to_owned(), |language| language.name_in(&own.language).into_owned())
    });
    let own = words.clone();
    tera.register_filter("number", move |value: Value, _: Kwargs, _: &State| -> TeraResult<String> {
        value
            .as_i64()
            .map(|number| own.number(number))
            .ok_or_else(|| tera::Error::message("`number` wants a whole number"))
    });
}
