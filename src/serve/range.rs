//! A part of a file, as players of sound and film ask for it (RFC 9110, section 14).

use crate::base::word_list::is_of_figures;

/// What a request for a part comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The whole file: no part was asked for, or not in a way that has to be heeded.
    Whole,
    /// The bytes from the first number up to and without the second.
    Bytes(u64, u64),
    /// A part that the file does not have.
    Beyond,
}

/// The part of a file of `length` bytes that the header `Range` asks for. Of several parts, the
/// whole is sent.
pub(super) fn part(range: Option<&str>, length: u64) -> Part {
    let wanted = range.and_then(|range| {
        let (unit, wanted) = range.split_once('=')?;
        unit.trim().eq_ignore_ascii_case("bytes").then_some(wanted.trim())
    });
    let Some((first, last)) = wanted.and_then(|wanted| wanted.split_once('-')) else {
        return Part::Whole;
    };
    let (first, last) = (first.trim(), last.trim());
    let bounds = match (number(first), number(last)) {
        (Some(first), Some(last)) if first <= last => (first, last.saturating_add(1).min(length)),
        (Some(first), None) if last.is_empty() => (first, length),
        // The last so many bytes.
        (None, Some(count)) if first.is_empty() => {
            (if count == 0 { length } else { length.saturating_sub(count) }, length)
        }
        _ => return Part::Whole,
    };
    if bounds.0 < bounds.1 { Part::Bytes(bounds.0, bounds.1) } else { Part::Beyond }
}

fn number(text: &str) -> Option<u64> {
    is_of_figures(text).then(|| text.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::{Part, part};

    #[test]
    fn a_part_is_cut_to_the_file() {
        for (range, wanted) in [
            ("bytes=0-0", Part::Bytes(0, 1)),
            ("bytes=2-", Part::Bytes(2, 10)),
            ("bytes=-3", Part::Bytes(7, 10)),
            ("bytes=-99", Part::Bytes(0, 10)),
            ("Bytes = 8-99999999999999999999999", Part::Bytes(8, 10)),
            ("bytes=10-", Part::Beyond),
            ("bytes=-0", Part::Beyond),
            ("bytes=5-2", Part::Whole),
            ("bytes=0-1,4-5", Part::Whole),
            ("lines=0-1", Part::Whole),
            ("bytes=x-y", Part::Whole),
            ("bytes=-", Part::Whole),
        ] {
            assert_eq!(part(Some(range), 10), wanted, "{range}");
        }
        assert_eq!(part(None, 10), Part::Whole);
        assert_eq!(part(Some("bytes=0-"), 0), Part::Beyond);
    }
}
