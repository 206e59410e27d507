//! What programs write behind the time of a moment: parts of seconds, and how far the clock is
//! ahead of universal time (RFC 3339, RFC 5322).

use super::Date;

/// A text without the offset behind its time, and that offset in minutes: `Z`, `+01:00`.
pub(super) fn without_offset(text: &str) -> (&str, Option<i16>) {
    let has_time = |rest: &str| {
        rest.trim_end().ends_with(|sign: char| sign.is_ascii_digit()) && rest.contains(':')
    };
    for name in ["Z", "UTC", "GMT"] {
        let at = text.len().saturating_sub(name.len());
        if text.is_char_boundary(at)
            && text[at..].eq_ignore_ascii_case(name)
            && has_time(&text[..at])
        {
            return (text[..at].trim_end(), Some(0));
        }
    }
    let Some(at) = text.rfind(['+', '-', '\u{2212}']) else { return (text, None) };
    let (rest, offset) = text.split_at(at);
    // `10:00-12:00` is from when to when.
    let is_sure = offset.starts_with('+') || rest.matches(':').count() > 1 || is_of_program(rest);
    match minutes(offset).filter(|_| is_sure && has_time(rest)) {
        Some(minutes) => (rest.trim_end(), Some(minutes)),
        None => (text, None),
    }
}

/// Whether a text begins as programs write moments: `2026-10-24T`.
fn is_of_program(text: &str) -> bool {
    text.get(..10).is_some_and(|day| day.parse::<Date>().is_ok()) && text[10..].starts_with('T')
}

/// The minutes of an offset: `+01:00`, `-0530`, `+01`.
fn minutes(offset: &str) -> Option<i16> {
    let sign = if offset.starts_with('+') { 1 } else { -1 };
    let digits: String = offset.chars().skip(1).filter(|sign| *sign != ':').collect();
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    let (hours, rest) = match digits.len() {
        2 if is_number => (digits.as_str(), "0"),
        4 if is_number => digits.split_at(2),
        _ => return None,
    };
    let (hours, rest) = (hours.parse::<i16>().ok()?, rest.parse::<i16>().ok()?);
    (hours <= 14 && rest < 60).then_some(sign * (hours * 60 + rest))
}

/// A time without the parts of a second that programs add: `15:30:00.000`.
pub(super) fn without_fraction(text: &str) -> &str {
    match text.rsplit_once(['.', ',']) {
        Some((time, part))
            if time.matches(':').count() == 2 && part.bytes().all(|it| it.is_ascii_digit()) =>
        {
            time
        }
        _ => text,
    }
}
