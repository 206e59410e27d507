//! Interface strings with places for values: `{month} {year}`.

use std::borrow::Cow;

/// The string with the values in their places, which `value` tells by their names; what it does not
/// know stays as it is written.
pub fn filled<'a>(pattern: &str, value: impl Fn(&str) -> Option<Cow<'a, str>>) -> String {
    let mut text = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        text.push_str(&rest[..open]);
        rest = &rest[open..];
        let known = rest.find('}').and_then(|close| Some((close, value(&rest[1..close])?)));
        // A sign that begins no place is a sign.
        let (end, shown) = known.map_or((0, "{".into()), |(close, shown)| (close, shown));
        text.push_str(&shown);
        rest = &rest[end + 1..];
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn values_stand_in_their_places() {
        let value = |name: &str| (name == "n").then(|| "{n} 3".into());
        for (pattern, expected) in [
            ("{n} of {n}", "{n} 3 of {n} 3"),
            ("{m} {n", "{m} {n"),
            ("{{n}}", "{{n} 3}"),
            ("", ""),
            ("é{n}é", "é{n} 3é"),
        ] {
            assert_eq!(filled(pattern, value), expected, "{pattern}");
        }
    }
}
