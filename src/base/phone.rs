//! Telephone numbers, as people write them (E.164 with spaces).

use super::tidy::{Tidy, single_spaced, without_unseen};

/// Reads a telephone number. `00` before the country becomes `+`, and the `(0)` that is not dialled
/// is left out.
pub fn read(written: &str) -> Tidy {
    let text = without_unseen(written);
    let text = text.trim();
    let bare = text.strip_prefix("tel:").unwrap_or(text).trim();
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
        ] {
            assert_eq!(read(written), Tidy::of(number.into(), written));
        }
        for wrong in ["", "call me", "1234", "+31 50 CALLNOW", "12345678901234567"] {
            assert!(matches!(read(wrong), Tidy::Wrong { .. }), "{wrong}");
        }
    }
}
