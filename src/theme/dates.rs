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
    let (pattern, day) = match date.day_of_month() {
        Some(day) => ("date.day", day.to_string()),
        None => ("date.month", String::new()),
    };
    Ok(word(pattern)?
        .as_ref()
        .replace("{month}", name.as_ref())
        .replace("{year}", &date.year().to_string())
        .replace("{day}", &day))
}
