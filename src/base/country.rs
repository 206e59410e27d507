//! Countries (ISO 3166-1).

use super::diagnostic::nearest;
use super::fold::fold;
use super::tidy::Tidy;
use celes::Country;
use std::collections::HashMap;
use std::sync::LazyLock;

static COUNTRIES: [Country; 250] = Country::get_countries();

/// Code, and names in Arabic, German, English, Spanish, French and Dutch (Unicode CLDR 45, ISO
/// 3166-1), with tabs between.
pub const NAMES: &str = include_str!("countries.tsv");

/// Codes by these names, folded.
static BY_NAME: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
    let rows = NAMES.lines().filter_map(|line| line.split_once('\t'));
    rows.flat_map(|(code, names)| names.split('\t').map(move |name| (fold(name), code))).collect()
});

/// What people in and around these countries call them, beside their English names.
const OTHER_NAMES: [(&str, &str); 44] = [
    ("nederland", "NL"),
    ("holland", "NL"),
    ("niederlande", "NL"),
    ("pays bas", "NL"),
    ("belgie", "BE"),
    ("belgique", "BE"),
    ("belgien", "BE"),
    ("duitsland", "DE"),
    ("deutschland", "DE"),
    ("allemagne", "DE"),
    ("frankrijk", "FR"),
    ("frankreich", "FR"),
    ("luxemburg", "LU"),
    ("uk", "GB"),
    ("engeland", "GB"),
    ("verenigd koninkrijk", "GB"),
    ("grossbritannien", "GB"),
    ("royaume uni", "GB"),
    ("ierland", "IE"),
    ("spanje", "ES"),
    ("espana", "ES"),
    ("spanien", "ES"),
    ("portugal", "PT"),
    ("italie", "IT"),
    ("italia", "IT"),
    ("italien", "IT"),
    ("oostenrijk", "AT"),
    ("osterreich", "AT"),
    ("zwitserland", "CH"),
    ("schweiz", "CH"),
    ("suisse", "CH"),
    ("denemarken", "DK"),
    ("danmark", "DK"),
    ("zweden", "SE"),
    ("sverige", "SE"),
    ("noorwegen", "NO"),
    ("norge", "NO"),
    ("finland", "FI"),
    ("polen", "PL"),
    ("polska", "PL"),
    ("turkije", "TR"),
    ("turkiye", "TR"),
    ("usa", "US"),
    ("verenigde staten", "US"),
];

/// Reads a country: its code of two letters, of three, or its name. Gives the code of two letters.
pub fn read(written: &str) -> Tidy {
    let text = written.trim();
    if let Some(code) = code_of(text) {
        return Tidy::of(code.to_owned(), written);
    }
    let names =
        COUNTRIES.iter().map(|country| country.long_name).chain(OTHER_NAMES.map(|(name, _)| name));
    let help = nearest(text, names).and_then(|near| Some((near, code_of(near)?))).map_or_else(
        || "write the code of two letters (ISO 3166): NL, BE, DE, …".to_owned(),
        |(near, code)| format!("did you mean `{code}` ({near})?"),
    );
    Tidy::wrong("is not a country", help)
}

/// The town and the code of the country of a text that names both: `Zürich, Switzerland`. A code
/// behind a town is a state or a province as often: `Austin, TX`, `Belo Horizonte, MG`.
pub fn behind(written: &str) -> Option<(&str, &'static str)> {
    let (town, country) = written.split_once(',')?;
    let (town, country) = (town.trim(), country.trim());
    let code = code_of(country).filter(|_| country.chars().count() > 3 && !town.is_empty());
    // Georgia is a state as well.
    code.filter(|code| *code != "GE").map(|code| (town, code))
}

/// The code of a country, when it is one: two letters, in capitals.
pub fn code(written: &str) -> Option<&'static str> {
    COUNTRIES.iter().find(|country| country.alpha2 == written).map(|country| country.alpha2)
}

fn code_of(text: &str) -> Option<&'static str> {
    let folded = fold(text);
    let folded = folded.strip_prefix("the ").unwrap_or(&folded);
    if let Some((_, code)) = OTHER_NAMES.iter().find(|(name, _)| *name == folded) {
        return Some(code);
    }
    let upper = text.to_uppercase();
    let found = COUNTRIES.iter().find(|country| country.alpha2 == upper || country.alpha3 == upper);
    let name = folded.replace(' ', "");
    found
        .copied()
        .or_else(|| Country::from_name(&name).or_else(|_| Country::from_alias(&name)).ok())
        .map(|country| country.alpha2)
        .or_else(|| BY_NAME.get(folded).and_then(|known| code(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_known_by_its_codes_and_names() {
        assert_eq!(read("NL"), Tidy::AsWritten("NL".into()));
        for (written, code) in [
            ("nl", "NL"),
            ("NLD", "NL"),
            ("Nederland", "NL"),
            ("The Netherlands", "NL"),
            ("België", "BE"),
            ("UK", "GB"),
            ("Österreich", "AT"),
            ("Germany", "DE"),
            ("Oekraïne", "UA"),
            ("Indonesië", "ID"),
            ("Autriche", "AT"),
        ] {
            assert_eq!(read(written), Tidy::Tidied(code.into()), "{written}");
        }
        for wrong in ["", "Atlantis", "XX"] {
            assert!(matches!(read(wrong), Tidy::Wrong { .. }), "{wrong}");
        }
        let Tidy::Wrong { help, .. } = read("Nederlnd") else { panic!("misspelt") };
        assert!(help.contains("`NL`"), "{help}");
    }
}
