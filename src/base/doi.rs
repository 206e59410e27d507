//! Digital Object Identifiers (ISO 26324): in whatever form people write one, they become one
//! address.

use super::percent::{decoded, encoded_path};
use super::word_list::is_of_figures;

/// What stands before a DOI, in small letters.
const BEFORE: [&str; 11] = [
    "https://",
    "http://",
    "www.",
    "dx.doi.org/",
    "doi.org/",
    "urn:doi:",
    "info:doi/",
    "doi:",
    "doi.",
    "doi ",
    "doi\u{a0}",
];

/// The address of the DOI that `written` is; none when it is none.
pub fn address(written: &str) -> Option<String> {
    let written = written.trim();
    // `<…>` stands around it; what ends with a sign of its own keeps that.
    let bare = written.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    let mut rest = bare.unwrap_or(written);
    let mut of_address = false;
    while let Some(before) = BEFORE.iter().find(|before| begins(rest, before)) {
        of_address |= before.ends_with("doi.org/");
        rest = rest[before.len()..].trim_start();
    }
    if of_address {
        rest = rest.split(['?', '#']).next().unwrap_or_default();
    }
    let plain = decoded(rest.trim_end_matches(['.', ',', ';', ' ']));
    let (registrant, name) = plain.strip_prefix("10.")?.split_once('/')?;
    let registered = registrant.len() >= 4 && registrant.split('.').all(is_of_figures);
    let named =
        !name.is_empty() && !name.chars().any(|sign| sign.is_whitespace() || sign.is_control());
    // A DOI is the same in capitals.
    (registered && named)
        .then(|| format!("https://doi.org/{}", encoded_path(&plain.to_ascii_lowercase())))
}

/// The DOI itself, of its address: `10.1000/xyz`.
pub fn bare(address: &str) -> String {
    decoded(address.strip_prefix("https://doi.org/").unwrap_or(address)).into_owned()
}

fn begins(text: &str, before: &str) -> bool {
    text.get(..before.len()).is_some_and(|start| start.eq_ignore_ascii_case(before))
}

#[cfg(test)]
mod tests {
    use super::{address, bare};

    #[test]
    fn a_doi_in_every_usual_form_becomes_one() {
        for written in [
            "10.1000/xyz",
            "doi:10.1000/xyz",
            "DOI: 10.1000/xyz",
            "DOI 10.1000/xyz",
            "https://doi.org/10.1000/xyz",
            "http://dx.doi.org/10.1000/XYZ",
            "https://www.doi.org/10.1000/xyz",
            "doi.org/10.1000/xyz",
            "https://doi.org/10.1000%2Fxyz",
            "10.1000/xyz.",
            "<10.1000/xyz>",
            " <https://doi.org/10.1000/xyz> ",
            "urn:doi:10.1000/xyz",
            "https://doi.org/doi:10.1000/xyz",
            "https://doi.org/10.1000/xyz?src=x",
            "info:doi/10.1000/xyz",
        ] {
            assert_eq!(
                address(written).as_deref(),
                Some("https://doi.org/10.1000/xyz"),
                "{written}"
            );
        }
        assert_eq!(
            address("10.1002/(sici)1<1::aid>3.0.co;2-a").as_deref(),
            Some("https://doi.org/10.1002/(sici)1%3C1::aid%3E3.0.co;2-a")
        );
        assert_eq!(
            bare("https://doi.org/10.1002/(sici)1%3C1::aid%3E3.0.co;2-a"),
            "10.1002/(sici)1<1::aid>3.0.co;2-a"
        );
        for other in [
            "10.10/x",
            "10.1000",
            "10.1000/",
            "doi:",
            "https://x.example/10.1000/xyz",
            "10.abc/x",
            "10.1000/a b",
        ] {
            assert_eq!(address(other), None, "{other}");
        }
    }
}
