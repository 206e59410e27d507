//! What templates can do with values: interface strings, dates and numbers in the page's language.

use super::periods::{Ends, period};
use crate::base::address::escape;
use crate::base::{Date, Language};
use crate::site::left_to_right;
use crate::theme::{DateWords, Strings, date_in_words, filled};
use fixed_decimal::Decimal;
use foldhash::fast::FixedState;
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::{Locale, locale};
use icu_plurals::PluralRules;
use std::collections::HashMap;
use std::sync::Arc;
use tera::{Kwargs, State, Tera, TeraResult, Value};

/// The interface strings of one language, with those of English below
/// them.
#[derive(Clone)]
pub(super) struct Translator {
    strings: Arc<Strings>,
    /// Those of them that have one form, as pages ask for many of them.
    words: Arc<HashMap<String, String, FixedState>>,
    rules: Arc<PluralRules>,
    numbers: Arc<DecimalFormatter>,
    dates: Arc<Option<DateWords>>,
    language: Language,
    /// Whether its script runs from right to left.
    is_turned: bool,
}

impl Translator {
    pub(super) fn new(strings: Strings, language: &Language) -> Self {
        let rules = Strings::rules(language);
        let dates = DateWords::of(|key| strings.get(key, None, &rules));
        Self {
            dates: Arc::new(dates),
            words: Arc::new(strings.words().map(|(key, word)| (key.into(), word.into())).collect()),
            strings: Arc::new(strings),
            rules: Arc::new(rules),
            numbers: Arc::new(numbers(language)),
            language: language.clone(),
            is_turned: language.direction() == "rtl",
        }
    }

    /// The string of `key`, with `{name}` replaced by the argument of that name.
    fn translate(&self, key: &str, arguments: &Kwargs) -> TeraResult<String> {
        let text = self.string(key, || arguments.get::<u64>("n").ok().flatten())?;
        if !text.contains('{') {
            return Ok(text.to_owned());
        }
        let value = |place: &str| arguments.iter().find(|(name, _)| name.as_str() == Some(place));
        Ok(filled(text, |place| {
            let (_, value) = value(place)?;
            Some(match (value.as_str(), value.as_i64()) {
                (Some(text), _) => text.to_owned().into(),
                (None, Some(number)) => self.number(number).into(),
                _ => value.as_f64().map_or_else(|| value.to_string(), |it| self.tenths(it)).into(),
            })
        }))
    }

    /// A whole number as the language writes it (Unicode CLDR), in the digits 0 to 9: dates and
    /// years have those too.
    fn number(&self, number: i64) -> String {
        self.numbers.format_to_string(&Decimal::from(number))
    }

    /// A number with one decimal as the language writes it.
    #[expect(clippy::cast_possible_truncation, reason = "what pages tell is smaller than that")]
    fn tenths(&self, number: f64) -> String {
        let mut tenths = Decimal::from((number * 10.0).round() as i64);
        tenths.multiply_pow10(-1);
        self.numbers.format_to_string(&tenths)
    }

    /// Adds a date with the precision that was given, as a reader of the language writes it.
    pub(super) fn tell_date(&self, text: &str, told: &mut String) -> TeraResult<()> {
        let date: Date = text.parse().map_err(|error| tera::Error::message(format!("{error}")))?;
        match &*self.dates {
            Some(words) => words.tell(date, told),
            None => told.push_str(&date_in_words(date, |key| self.word(key))?),
        }
        Ok(())
    }

    /// Whether a text in the language `lang`, or in that of the page, runs from right to left.
    fn is_turned(&self, lang: Option<&str>) -> bool {
        let lang = lang.and_then(|tag| tag.parse::<Language>().ok());
        lang.map_or(self.is_turned, |lang| lang.direction() == "rtl")
    }

    /// The HTML of a text in the language `lang`, or in that of the page.
    fn isolated(&self, text: &str, lang: Option<&str>) -> String {
        if self.is_turned(lang) { isolated(text) } else { escape(text) }
    }

    /// The HTML of a text of a view, which says its language where that is not the page's.
    fn phrase(&self, of: &Value) -> String {
        let (mut text, mut lang) = ("", None);
        for (key, value) in of.as_map().into_iter().flatten() {
            match key.as_str() {
                Some("text") => text = value.as_str().unwrap_or_default(),
                Some("lang") => lang = value.as_str().filter(|tag| !tag.is_empty()),
                _ => {}
            }
        }
        let html = self.isolated(text, lang);
        match lang {
            Some(lang) => {
                format!("<span lang=\"{}\" dir=\"{}\">{html}</span>", escape(lang), direction(lang))
            }
            None => html,
        }
    }

    /// The interface string of `key`.
    pub(super) fn word(&self, key: &str) -> TeraResult<&str> {
        self.string(key, || None)
    }

    /// The interface string of `key`, in the form for what `count` gives where it has several.
    fn string(&self, key: &str, count: impl Fn() -> Option<u64>) -> TeraResult<&str> {
        let word = self.words.get(key).map(String::as_str);
        word.or_else(|| self.strings.get(key, count(), &self.rules)).ok_or_else(|| {
            tera::Error::message(format!(
                "there is no interface string `{key}` in strings/{}.yaml",
                self.language
            ))
        })
    }
}

/// How a language runs; as its letters do where nobody knows.
fn direction(tag: &str) -> &'static str {
    tag.parse::<Language>().map_or("auto", |language| language.direction())
}

/// The HTML of a text that runs from right to left, in which what runs the other way (C++) keeps
/// its order.
fn isolated(text: &str) -> String {
    let runs_left = |sign: char| {
        matches!(u32::from(sign), 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff
            | 0x1_0800..=0x1_0fff | 0x1_e800..=0x1_efff)
    };
    let is_other = text.contains(char::is_alphabetic) && !text.contains(runs_left);
    // What stands at its edges would go to the other side: `Yahoo!`, `100% solar`.
    let is_torn = || {
        !text.starts_with(char::is_alphabetic)
            || !text.ends_with(char::is_alphanumeric)
            || !left_to_right(text).is_empty()
    };
    if is_other && is_torn() {
        return format!("<bdi dir=\"ltr\">{}</bdi>", escape(text));
    }
    let mut html = String::with_capacity(text.len() * 2);
    let mut at = 0;
    for run in left_to_right(text) {
        html.push_str(&escape(&text[at..run.start]));
        html.push_str("<bdi dir=\"ltr\">");
        html.push_str(&escape(&text[run.clone()]));
        html.push_str("</bdi>");
        at = run.end;
    }
    html.push_str(&escape(&text[at..]));
    html
}

/// How the language writes numbers; as English does where nobody told how it does.
fn numbers(language: &Language) -> DecimalFormatter {
    let tag = format!("{language}-u-nu-latn");
    let locale: Locale = tag.parse().unwrap_or(locale!("en-u-nu-latn"));
    DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default())
        .expect("the data of every language fall back to those of none")
}

/// Registers the filters for one language.
pub(super) fn register(tera: &mut Tera, words: &Translator) {
    let own = words.clone();
    tera.register_filter("t", move |key: &str, arguments: Kwargs, _: &State| {
        own.translate(key, &arguments)
    });
    let own = words.clone();
    tera.register_filter("date", move |text: &str, _: Kwargs, _: &State| {
        let mut told = String::with_capacity(32);
        own.tell_date(text, &mut told).map(|()| told)
    });
    let own = words.clone();
    tera.register_filter("years", move |of: &Value, _: Kwargs, _: &State| {
        period(&own, of, Ends::Words)
    });
    let own = words.clone();
    tera.register_filter("period", move |of: &Value, _: Kwargs, _: &State| {
        period(&own, of, Ends::Times).map(|html| Value::safe_string(&html))
    });
    let own = words.clone();
    tera.register_filter("language", move |tag: &str, _: Kwargs, _: &State| -> String {
        tag.parse::<Language>().map_or_else(
            |_| tag.to_owned(),
            |language| language.name_in(&own.language).into_owned(),
        )
    });
    let own = words.clone();
    tera.register_filter("isolated", move |text: &str, arguments: Kwargs, _: &State| {
        let lang = arguments.get::<String>("lang").ok().flatten();
        own.isolated(text, lang.as_deref())
    });
    let own = words.clone();
    tera.register_filter("phrase", move |of: &Value, _: Kwargs, _: &State| {
        Value::safe_string(&own.phrase(of))
    });
    tera.register_filter("dir", |tag: &str, _: Kwargs, _: &State| direction(tag));
    let own = words.clone();
    tera.register_filter(
        "number",
        move |value: Value, _: Kwargs, _: &State| -> TeraResult<String> {
            value
                .as_i64()
                .map(|number| own.number(number))
                .ok_or_else(|| tera::Error::message("`number` wants a whole number"))
        },
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_the_other_way_keeps_its_order() {
        assert_eq!(
            isolated("خبير C++ & .NET"),
            "خبير <bdi dir=\"ltr\">C++</bdi> &amp; <bdi dir=\"ltr\">.NET</bdi>"
        );
        for whole in ["C++", "C++ or C#", "100% solar", "Yahoo!", "24/7 support", "(LTS) 6"] {
            assert_eq!(isolated(whole), format!("<bdi dir=\"ltr\">{whole}</bdi>"));
        }
        for plain in ["F-16", "Vue 3 and Nuxt", "مرحبا", "100%", "2019", "عمل 100%"] {
            assert_eq!(isolated(plain), plain);
        }
    }

    #[test]
    fn numbers_are_grouped_as_the_language_does() {
        for (tag, small, large) in [
            ("en", "1,234", "1,234,567"),
            ("nl", "1.234", "1.234.567"),
            ("de", "1.234", "1.234.567"),
            ("de-CH", "1'234", "1'234'567"),
            ("fr", "1\u{202f}234", "1\u{202f}234\u{202f}567"),
            ("sv", "1\u{a0}234", "1\u{a0}234\u{a0}567"),
            ("es", "1234", "1.234.567"),
            ("pl", "1234", "1\u{a0}234\u{a0}567"),
            ("hi", "1,234", "12,34,567"),
            ("ar", "1,234", "1,234,567"),
        ] {
            let numbers = numbers(&tag.parse().expect("a tag"));
            let written =
                [1234, 1_234_567].map(|number| numbers.format_to_string(&Decimal::from(number)));
            assert_eq!(written, [small, large], "{tag}");
        }
    }
}
