//! Values of the kind that is expected, where one that was written can be read so: `title: 2018` is a text.

use serde_yaml::Value;

/// Makes of `value`, which was refused with `message`, one of the kind that is expected. False when there is none.
pub(super) fn as_expected(value: &mut Value, message: &str) -> bool {
    let Some((_, expected)) =
        message.strip_prefix("invalid type: ").and_then(|message| message.split_once(", expected "))
    else {
        return false;
    };
    // Where a text stands for a group of keys, as topics do, a bare `5` is more likely a slip.
    let is_text = expected == "a string" || expected.starts_with("years ");
    let meant = match value {
        Value::Number(number) if is_text => Value::String(number.to_string()),
        Value::Bool(truth) if is_text => Value::String(truth.to_string()),
        // What was written in a form of its own, and is no text after all.
        Value::String(text) if !is_text => match serde_yaml::from_str(text.trim()) {
            // `16` would have been a number, unless it was put in quotes.
            Ok(Value::Number(number)) if is_number(expected) && number.to_string() != *text => Value::Number(number),
            Ok(Value::Bool(truth)) if expected == "a boolean" && truth.to_string() != *text => truth.into(),
            _ => return false,
        },
        _ => return false,
    };
    *value = meant;
    true
}

fn is_number(expected: &str) -> bool {
    matches!(expected, "u8" | "u16" | "u32" | "u64" | "usize" | "i16" | "i32" | "i64" | "f32" | "f64")
}
