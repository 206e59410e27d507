//! ORCID iDs: sixteen characters, the last of which checks the others (ISO 7064, MOD 11-2).

use super::email;
use super::tidy::Tidy;

/// Reads an ORCID iD, bare or as an address, and gives it bare: `0000-0002-1825-0097`.
pub fn read(written: &str) -> Tidy {
    let text = written.trim().trim_end_matches('/');
    if email::is_address(text) {
        return Tidy::wrong(
            "is a mail address, not an ORCID iD",
            "move it to `contact: { email: … }`",
        );
    }
    let id = text.rsplit('/').next().unwrap_or(text);
    let signs: Vec<char> = id.chars().filter(|c| *c != '-' && !c.is_whitespace()).collect();
    let digits = signs.iter().take(15).all(char::is_ascii_digit) && signs.len() == 16;
    let last = signs.last().copied().unwrap_or_default().to_ascii_uppercase();
    if !digits || !(last.is_ascii_digit() || last == 'X') {
        return Tidy::wrong(
            "is not an ORCID iD",
            "write the sixteen characters: 0000-0002-1825-0097",
        );
    }
    let check = check_character(&signs[..15]);
    if check != last {
        let what = "is not an ORCID iD: its last character does not fit the others";
        return Tidy::wrong(what, "copy it again from orcid.org; one of its digits is mistyped");
    }
    let bare: String = signs.iter().take(15).chain([&last]).collect();
    let bare = format!("{}-{}-{}-{}", &bare[..4], &bare[4..8], &bare[8..12], &bare[12..]);
    Tidy::of(bare, written)
}

/// The address of an ORCID iD.
pub fn address(id: &str) -> String {
    format!("https://orcid.org/{id}")
}

fn check_character(digits: &[char]) -> char {
    let total = digits
        .iter()
        .filter_map(|digit| digit.to_digit(10))
        .fold(0, |total, digit| (total + digit) * 2 % 11);
    char::from_digit((12 - total) % 11, 10).unwrap_or('X')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_orcid_is_checked_by_its_last_character() {
        for id in ["0000-0002-1825-0097", "0000-0002-1694-233X"] {
            assert_eq!(read(id), Tidy::AsWritten(id.into()));
            assert_eq!(read(&address(id)), Tidy::Tidied(id.into()));
        }
        assert_eq!(read("000000021694233x"), Tidy::Tidied("0000-0002-1694-233X".into()));
        for wrong in
            ["0000-0002-1825-0098", "0000-0002-1825", "jan@example.org", "", "0000-0002-1825-009É"]
        {
            assert!(matches!(read(wrong), Tidy::Wrong { .. }), "{wrong}");
        }
    }
}
