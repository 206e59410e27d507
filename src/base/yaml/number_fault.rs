//! What is wrong with a number that is none of those that fit, in true words.

use super::misfit::{Expected, Found};
use crate::base::word_list::is_of_figures;

/// What is said of `found` where a whole number is expected, and what to do; none when it is no
/// number.
pub(super) fn of(found: &Found, expected: &Expected) -> Option<(String, String)> {
    if *expected != Expected::Number {
        return None;
    }
    let (text, is_text) = match found {
        Found::Number(number) => (number.as_str(), false),
        Found::Text(text) => (text.trim(), true),
        _ => return None,
    };
    let bare = text.strip_prefix(['+', '-']).unwrap_or(text);
    // More figures are no number in YAML, whether in quotes or not.
    if is_of_figures(bare) && bare.parse::<u64>().is_err() {
        return Some((
            format!("the number `{text}` is too large"),
            "write a smaller number".to_owned(),
        ));
    }
    let is_part =
        bare.split_once(['.', ',']).is_some_and(|(a, b)| is_of_figures(a) && is_of_figures(b));
    (is_part || !is_text).then(|| {
        (
            format!("`{text}` is not a whole number"),
            "write a whole number, without a fraction".to_owned(),
        )
    })
}
