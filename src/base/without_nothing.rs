//! JSON without what says nothing.

use serde_json::Value;

/// The value without what says nothing: null, empty text, lists and groups, and groups of a type
/// alone.
pub fn without_nothing(mut value: Value) -> Option<Value> {
    tidy(&mut value);
    (!is_nothing(&value)).then_some(value)
}

fn tidy(value: &mut Value) {
    match value {
        Value::Array(items) => {
            items.iter_mut().for_each(tidy);
            if items.iter().any(is_nothing) {
                items.retain(|item| !is_nothing(item));
            }
        }
        Value::Object(map) => {
            map.values_mut().for_each(tidy);
            // To keep is to build anew, and most groups say something in all they have.
            if map.values().any(is_nothing) {
                map.retain(|_, value| !is_nothing(value));
            }
        }
        _ => {}
    }
}

/// Whether a value says nothing, when all that is in it says something.
fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(map) => map.keys().all(|key| key == "@type"),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_says_nothing_is_left_out_however_deep() {
        let value = json!({ "a": "", "b": [null, { "@type": "Place", "c": [] }], "d": 0, "e": { "f": [false, ""] } });
        assert_eq!(without_nothing(value), Some(json!({ "d": 0, "e": { "f": [false] } })));
        assert_eq!(without_nothing(json!([[], {}])), None);
    }
}
