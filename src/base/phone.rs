//! Telephone numbers, as people write them (E.164 with spaces).

use super::tidy::{Tidy, single_spaced, without_unseen};
use super::word_list::is_of_figures;

/// Reads a telephone number. `00` before the country becomes `+`, and the `(0)` that is not dialled
/// is left out.
pub fn read(written: &str) -> Tidy {
    let text = without_unseen(written);
    let text = text.trim();
    let bare = without_part(in_uri(text).unwrap_or(text));
    if is_shortened(bare) {
        return Tidy::wrong(
            "is a number that a spreadsheet shortened, and its last digits are lost",
            "write it again with all its digits, as text: \"+31 50 123 45 67\"",
        );
    }
    let international = bare.starts_with('+') || bare.starts_with("00");
    let bare = if international { bare.replacen("(0)", " ", 1) } else { bare.to_owned() };
    let bare = match bare.strip_prefix("00") {
        Some(rest) => format!("+{}", rest.trim_start()),
        None => bare,
    };
    let bare = single_spaced(&bare);
    let digits = bare.chars().filter(char::is_ascii_digit).count();
    let usual = |c: char| c.is_ascii_digit() || " ()-./".contains(c);
    let fits =
        bare.strip_prefix('+').unwrap_or(&bare).chars().all(usual) && (5..=15).contains(&digits);
    if fits {
        return Tidy::of(bare, written);
    }
    let what = if digits > 15 {
        "has too many digits for a telephone number"
    } else {
        "is not a telephone number"
    };
    Tidy::wrong(what, "write it with the country: +31 50 123 45 67")
}

/// Whether a program shortened a number to a power of ten, so that nobody knows its last digits:
/// `6,12346E+11`, `6.12345678E11`.
pub fn is_shortened(text: &str) -> bool {
    let Some((number, power)) = text.trim().split_once(['E', 'e']) else { return false };
    let (whole, part) = match number.split_once([',', '.']) {
        Some((whole, part)) => (whole, Some(part)),
        None => (number, None),
    };
    // `1E5` may be anything: a class, a room.
    let is_power = match power.strip_prefix('+') {
        Some(power) => is_of_figures(power),
        None => part.is_some() && is_of_figures(power),
    };
    is_power && whole.len() == 1 && is_of_figures(whole) && part.is_none_or(is_of_figures)
}

/// A number without the zero behind a point that programs add which take it for an amount:
/// `31612345678.0`.
fn without_part(text: &str) -> &str {
    /// Fewer are of a price.
    const LEAST: usize = 7;
    let Some((whole, part)) = text.split_once(['.', ',']) else { return text };
    let digits = whole.strip_prefix('+').unwrap_or(whole);
    let is_number = digits.len() >= LEAST && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_number && matches!(part, "0" | "00") { whole } else { text }
}

/// What stands behind `tel:`, in any letters; none for a text without it.
fn in_uri(text: &str) -> Option<&str> {
    let is_uri = text.get(..4).is_some_and(|way| way.eq_ignore_ascii_case("tel:"));
    is_uri.then(|| text[4..].trim())
}

/// The number of a URI (`tel:+31-50-1234567;ext=5`, RFC 3966) or of a text, and what follows it
/// there: extensions and the like, which are dialled later or not at all.
pub fn of_uri(written: &str) -> (String, Option<String>) {
    let text = written.trim();
    let (text, is_uri) = in_uri(text).map_or((text, false), |rest| (rest, true));
    match text.split_once(';') {
        Some((number, more)) if is_uri || number.starts_with('+') => {
            (number.trim().replace("%20", " "), Some(more.to_owned()).filter(|it| !it.is_empty()))
        }
        _ if is_uri => (text.replace("%20", " "), None),
        _ => (text.to_owned(), None),
    }
}

/// Whether the number begins with its country, so that it can be dialled from everywhere.
pub fn is_international(number: &str) -> bool {
    number.starts_with('+')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers_are_understood_in_several_writings() {
        for (written, number) in [
            ("+31 50 123 45 67", "+31 50 123 45 67"),
            ("0031 50 1234567", "+31 50 1234567"),
            ("+31 (0)50-1234567", "+31 50-1234567"),
            ("tel:+31501234567", "+31501234567"),
            ("050-1234567", "050-1234567"),
            ("31612345678.0", "31612345678"),
            ("61234567,00", "61234567"),
            ("TEL:+31501234567", "+31501234567"),
            ("01.23.45.67.00", "01.23.45.67.00"),
        ] {
            assert_eq!(read(written), Tidy::of(number.into(), written));
        }
        for wrong in [
            "",
            "call me",
            "1234",
            "+31 50 CALLNOW",
            "12345678901234567",
            "3.16123E+10",
            "3.1612345678E10",
        ] {
            assert!(matches!(read(wrong), Tidy::Wrong { .. }), "{wrong}");
        }
    }
}
