//! Somebody who moves to another town is not at the old point on the map any more.

use super::values;
use serde_json::{Map, Value};

/// Takes the point out of a location that has another town than the file says, where it is still
/// the point of the old one.
pub(super) fn moved(text: &str, wanted: &mut Map<String, Value>) {
    let Some(Value::Object(place)) = wanted.get_mut("location") else { return };
    let before = values(text).unwrap_or_default();
    let before = &before["changes"]["location"];
    let town = |word: Option<&Value>| {
        word.and_then(Value::as_str).map(|word| word.trim().to_lowercase()).unwrap_or_default()
    };
    let has_moved = before["at"] != Value::Null
        && place.get("at") == Some(&before["at"])
        && town(place.get("city")) != town(before.get("city"));
    if has_moved {
        place.remove("at");
    }
}
