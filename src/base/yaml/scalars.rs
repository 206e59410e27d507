//! Values of the kind that is expected, where one that was written can be read so: `title: 2018` is
//! a text.

use super::misfit::{Expected, Misfit};
use serde_yaml::Value;

/// The whole number that is written with a fraction of nothing.
fn whole(number: &serde_yaml::Number) -> Option<u64> {
    let text = number.as_f64().filter(|_| number.is_f64())?.to_string();
    text.strip_suffix(".0").unwrap_or(&text).parse().ok()
}

/// Makes of `value`, which was refused, one of the kind that is expected. False when there is none.
pub(super) fn as_expected(value: &mut Value, misfit: &Misfit) -> bool {
    let Misfit::Kind(_, expected) = misfit else { return false };
    // Where a text stands for a group of keys, as topics do, a bare `5` is more likely a slip.
    let is_text = *expected == Expected::Text;
    let meant = match value {
        Value::Number(number) if is_text => Value::String(number.to_string()),
        // `16.0`, as programs write sixteen that keep all numbers alike.
        Value::Number(number) if *expected == Expected::Number => match whole(number) {
            Some(number) => Value::from(number),
            None => return false,
        },
        Value::Bool(truth) if is_text => Value::String(truth.to_string()),
        // What was written in a form of its own, and is no text after all.
        Value::String(text) if !is_text => match (serde_yaml::from_str(text.trim()), expected) {
            // `16` would have been a number, unless it was put in quotes.
            (Ok(Value::Number(number)), Expected::Number) if number.to_string() != *text => {
                Value::Number(number)
            }
            (Ok(Value::Bool(truth)), Expected::Truth) if truth.to_string() != *text => truth.into(),
            _ => return false,
        },
        _ => return false,
    };
    *value = meant;
    true
}
