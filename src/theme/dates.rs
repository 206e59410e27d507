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
    Ok(filled(pattern.as_ref(), |place| match place {
        "month" => Some(name.as_ref().into()),
        "year" => Some(date.year().to_string().into()),
        "day" => Some(day.map(|day| day.to_string()).unwrap_or_default().into()),
        _ => None,
    }))
}
