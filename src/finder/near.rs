//! One typing error: a letter too many, too few, another one, or two that changed places.

/// Words of so many letters or more forgive one error.
pub(super) const LEAST_LETTERS: usize = 5;

/// Whether two different words differ by one typing error.
pub(super) fn is_near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    if long.len() - short.len() > 1 || one == other {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (rest, longer) = (&short[same..], &long[same..]);
    if rest.len() < longer.len() {
        return *rest == longer[1..];
    }
    rest[1..] == longer[1..]
        || (rest.len() > 1
            && rest[0] == longer[1]
            && rest[1] == longer[0]
            && rest[2..] == longer[2..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_error_is_forgiven_and_two_are_not() {
        for (one, other) in [
            ("jansen", "janssen"),
            ("vries", "vreis"),
            ("bakker", "bakkes"),
            ("ozturk", "zturk"),
            ("smits", "smit"),
        ] {
            assert!(is_near(one, other) && is_near(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("jansen", "jansen"),
            ("jansen", "hanssen"),
            ("vries", "veris2"),
            ("abcdef", "badcef"),
            ("ab", "abcd"),
        ] {
            assert!(!is_near(one, other) && !is_near(other, one), "{one} {other}");
        }
    }
}
