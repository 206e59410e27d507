//! Dates in the words of a language.

use crate::base::Date;

/// A date with the precision that was given, as a reader of the language writes it. `word` gives
/// the interface string of a key.
///
/// # Errors
/// What `word` says of a key that it does not know.
pub fn date_in_words<S: AsRef<str>, E>(
    date: Date,
    word: impl Fn(&str) -> Result<S, E>,
) -> Result<String, E> {
    let Some(month) = date.month() else { return Ok(date.year().to_string()) };
    let name = word(&format!("month.{month}"))?;
    let day = date.day_of_month();
    let pattern = word(if day.is_some() { "date.day" } else { "date.month" })?;
    let mut told = String::new();
    Pattern::of(pattern.as_ref()).tell(date, name.as_ref(), &mut told);
    Ok(told)
}

/// How a language writes dates: `{day} {month} {year}`.
#[derive(Debug)]
struct Pattern {
    /// The text before each part of a date, and the part.
    parts: Vec<(String, Part)>,
    end: String,
}

#[derive(Debug, Clone, Copy)]
enum Part {
    Day,
    Month,
    Year,
}

impl Pattern {
    /// Reads an interface string. What it does not know stays as it is written.
    fn of(text: &str) -> Self {
        let known = [("{day}", Part::Day), ("{month}", Part::Month), ("{year}", Part::Year)];
        let mut parts = Vec::new();
        let mut rest = text;
        let next = |rest: &str| {
            let found =
                known.iter().filter_map(|(name, part)| Some((rest.find(name)?, name, part)));
            found.min_by_key(|(at, _, _)| *at).map(|(at, name, part)| (at, name.len(), *part))
        };
        while let Some((at, length, part)) = next(rest) {
            parts.push((rest[..at].to_owned(), part));
            rest = &rest[at + length..];
        }
        Self { parts, end: rest.to_owned() }
    }

    /// Adds a date with the name of its month.
    fn tell(&self, date: Date, month: &str, told: &mut String) {
        let mut digits = itoa::Buffer::new();
        for (before, part) in &self.parts {
            told.push_str(before);
            match part {
                Part::Day => told.extend(date.day_of_month().map(|day| digits.format(day))),
                Part::Month => told.push_str(month),
                Part::Year => told.push_str(digits.format(date.year())),
            }
        }
        told.push_str(&self.end);
    }
}

/// The words of dates in one language, looked up once for all that are written in it.
#[derive(Debug)]
pub struct DateWords {
    months: Vec<String>,
    day: Pattern,
    month: Pattern,
}

impl DateWords {
    /// The words that `word` gives for the keys of interface strings; none when it does not know
    /// one of them.
    pub fn of<'a>(word: impl Fn(&str) -> Option<&'a str>) -> Option<Self> {
        let months = (1..=12).map(|month| Some(word(&format!("month.{month}"))?.to_owned()));
        let [day, month] = ["date.day", "date.month"].map(|key| word(key).map(Pattern::of));
        Some(Self { months: months.collect::<Option<_>>()?, day: day?, month: month? })
    }

    /// Adds what [`date_in_words`] says of a date.
    pub fn tell(&self, date: Date, told: &mut String) {
        let Some(month) = date.month() else {
            return told.push_str(itoa::Buffer::new().format(date.year()));
        };
        let name = self.months.get(usize::from(month) - 1).map_or("", String::as_str);
        let pattern = if date.day_of_month().is_some() { &self.day } else { &self.month };
        pattern.tell(date, name, told);
    }
}
