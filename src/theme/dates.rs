//! Dates in the words of a language.

use super::filled::filled;
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
    Ok(in_pattern(pattern.as_ref(), name.as_ref(), date))
}

/// A date in the pattern of a language, with the name of its month.
fn in_pattern(pattern: &str, month: &str, date: Date) -> String {
    filled(pattern, |place| match place {
        "month" => Some(month.into()),
        "year" => Some(date.year().to_string().into()),
        "day" => Some(date.day_of_month().map_or_else(String::new, |day| day.to_string()).into()),
        _ => None,
    })
}

/// The words of dates in one language, looked up once for all that are written in it.
#[derive(Debug)]
pub struct DateWords {
    months: Vec<String>,
    day: String,
    month: String,
}

impl DateWords {
    /// The words that `word` gives for the keys of interface strings; none when it does not know
    /// one of them.
    pub fn of<'a>(word: impl Fn(&str) -> Option<&'a str>) -> Option<Self> {
        let months = (1..=12).map(|month| Some(word(&format!("month.{month}"))?.to_owned()));
        let [day, month] = ["date.day", "date.month"].map(&word);
        Some(Self {
            months: months.collect::<Option<_>>()?,
            day: day?.to_owned(),
            month: month?.to_owned(),
        })
    }

    /// What [`date_in_words`] says of a date.
    pub fn tell(&self, date: Date) -> String {
        let Some(month) = date.month() else { return date.year().to_string() };
        let name = self.months.get(usize::from(month) - 1).map_or("", String::as_str);
        let pattern = if date.day_of_month().is_some() { &self.day } else { &self.month };
        in_pattern(pattern, name, date)
    }
}
