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
    let pattern = word(pattern)?;
    let mut words = String::with_capacity(24);
    let mut rest = pattern.as_ref();
    // Read once from its beginning to its end: a site has many dates.
    while let Some((before, from)) = rest.split_once('{') {
        words.push_str(before);
        let (key, after) = from.split_once('}').unwrap_or((from, ""));
        match key {
            "month" => words.push_str(name.as_ref()),
            "year" => words.push_str(&date.year().to_string()),
            "day" => words.push_str(&day),
            _ => words.extend(["{", key, if from.len() > key.len() { "}" } else { "" }]),
        }
        rest = after;
    }
    words.push_str(rest);
    Ok(words)
}
