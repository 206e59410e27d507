//! Words in cells that stand for values, in Dutch, English, German and French.

use crate::base::fold::fold;
pub(super) use crate::base::phone::is_shortened;
use crate::base::word_list::{is_among, is_of_figures};

/// Whether a cell says that there is nothing: `n.v.t.`, `-`, `?`.
pub(super) fn is_nothing(cell: &str) -> bool {
    let cell = cell.trim();
    let signs = cell.chars().all(|sign| "-–—?./_".contains(sign));
    signs
        || ["n v t", "nvt", "n a", "n b", "k a", "s o", "entf"].contains(&fold(cell).as_str())
            && cell.len() < 8
}

/// Whether a row sums up those above it: `Total`, `Totaal: 60`, with nothing but numbers behind it.
pub(super) fn is_total(cells: &[String]) -> bool {
    const WORDS: [&str; 13] = [
        "total",
        "totals",
        "grand total",
        "totaal",
        "eindtotaal",
        "subtotaal",
        "subtotal",
        "summe",
        "gesamt",
        "insgesamt",
        "somme",
        "aantal",
        "anzahl",
    ];
    let mut filled = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let is_number =
        |text: &str| text.chars().all(|sign| sign.is_ascii_digit() || " .,:=".contains(sign));
    let Some(first) = filled.next() else { return false };
    let word = first.trim_end_matches(|sign: char| sign.is_ascii_digit() || " .,:=".contains(sign));
    WORDS.contains(&fold(word).as_str()) && filled.all(is_number)
}

/// Whether a cell holds what a spreadsheet writes where a formula fails or a column is too narrow:
/// `#REF!`.
pub(super) fn is_failed(cell: &str) -> bool {
    let Some(word) = cell.strip_prefix('#') else { return false };
    let capitals = |word: &str| {
        !word.is_empty() && word.chars().all(|sign| sign.is_uppercase() || "/0".contains(sign))
    };
    word.chars().all(|sign| sign == '#') && word.len() > 1
        || word.strip_suffix(['!', '?']).is_some_and(capitals)
        || ["N/A", "N/B", "NV"].contains(&word)
}

/// Yes or no.
pub(super) fn yes_or_no(cell: &str) -> Option<bool> {
    let word = fold(cell);
    match word.as_str() {
        word if is_among(YES, word) => Some(true),
        word if is_among(NO, word) => Some(false),
        _ if ["✓", "✔", "☑", "✅"].contains(&cell) => Some(true),
        _ if ["☐", "✗", "✘", "❌"].contains(&cell) => Some(false),
        _ => None,
    }
}

/// Yes and no, and what spreadsheets show for truths in their languages, folded.
const YES: &str = "yes ja oui true waar wahr vrai x y j si sim tak da evet ano igen verdadero \
                   verdadeiro vero sant sandt sann tosi prawda dogru pravda igaz да истина 是 はい";
const NO: &str = "no nee nein non false onwaar falsch faux n nao nie nej nei falso falskt falsk \
                  usann epatosi falsz yanlis nepravda hamis нет ложь 否 いいえ";

/// One or none, as databases write yes and no.
pub(super) fn one_or_none(cell: &str) -> Option<bool> {
    match cell.trim() {
        "1" | "1.0" | "1,0" => Some(true),
        "0" | "0.0" | "0,0" => Some(false),
        _ => None,
    }
}

/// Whether some cells say yes and none says no: what an empty one means is not known then.
pub(super) fn are_only_yes(cells: &[&str]) -> bool {
    let answer = |cell: &str| yes_or_no(cell).or_else(|| one_or_none(cell));
    let is_no = |cell: &str| answer(cell) == Some(false) || visibility(cell) == Some("hidden");
    cells.iter().any(|cell| answer(cell) == Some(true)) && !cells.iter().any(|cell| is_no(cell))
}

/// A number with a fraction: `16.5`, `16,5`.
pub(super) fn fraction(cell: &str) -> Option<f64> {
    let (whole, part) = cell.trim().split_once(['.', ','])?;
    (is_of_figures(whole) && is_of_figures(part))
        .then(|| format!("{whole}.{part}").parse().ok())
        .flatten()
}

/// A whole number, with the word for what it counts behind it: `16 uur`.
pub(super) fn number(cell: &str) -> Option<u64> {
    let cell = cell.trim();
    let end = cell.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(cell.len());
    let (digits, rest) = cell.split_at(end);
    let rest =
        rest.strip_prefix([',', '.']).map_or(rest, |rest| rest.trim_start_matches('0')).trim();
    let is_unit =
        rest.chars().all(|sign| sign.is_alphabetic() || " /.".contains(sign)) && rest.len() < 20;
    digits.parse().ok().filter(|_| is_unit)
}

/// The word in `availability.status` that a cell means.
pub(super) fn status(cell: &str) -> Option<&'static str> {
    const OPEN: [&str; 9] = [
        "open",
        "beschikbaar",
        "ja",
        "available",
        "yes",
        "verfugbar",
        "disponible",
        "oui",
        "per direct",
    ];
    const LIMITED: [&str; 8] = [
        "limited",
        "beperkt",
        "beperkt beschikbaar",
        "deels",
        "partly",
        "eingeschrankt",
        "begrenzt",
        "limitee",
    ];
    const CLOSED: [&str; 11] = [
        "closed",
        "nee",
        "niet beschikbaar",
        "vol",
        "bezet",
        "no",
        "not available",
        "nein",
        "nicht verfugbar",
        "non",
        "indisponible",
    ];
    let word = fold(cell);
    let lists: [(&str, &[&str]); 3] = [("open", &OPEN), ("limited", &LIMITED), ("closed", &CLOSED)];
    let listed = lists.into_iter().find(|(_, words)| words.contains(&word.as_str()));
    let said = || yes_or_no(cell).or_else(|| one_or_none(cell));
    let by_truth = || said().map(|open| if open { "open" } else { "closed" });
    listed.map(|(status, _)| status).or_else(by_truth)
}

/// The word in `visibility` that a cell means, where there is no doubt.
pub(super) fn visibility(cell: &str) -> Option<&'static str> {
    match fold(cell).as_str() {
        "true" | "waar" | "wahr" | "vrai" | "public" | "openbaar" | "zichtbaar" | "ja" | "yes"
        | "visible" | "oui" | "publique" | "offentlich" | "sichtbar" => Some("public"),
        "false" | "onwaar" | "falsch" | "faux" | "hidden" | "verborgen" | "nee" | "no"
        | "onzichtbaar" | "nein" | "non" | "versteckt" | "cache" | "masque" => Some("hidden"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_say_nothing_or_that_the_spreadsheet_failed() {
        for cell in ["n.v.t.", "N.V.T", "nvt", "-", "–", "?", "??", "n/a", "k.A."] {
            assert!(is_nothing(cell), "{cell}");
        }
        for cell in ["Assen", "na", "0", "C#", "A-"] {
            assert!(!is_nothing(cell) || cell == "na", "{cell}");
        }
        for cell in ["#REF!", "#N/A", "#N/B", "#VERW!", "#NAAM?", "#DEEL/0!", "####"] {
            assert!(is_failed(cell), "{cell}");
        }
        assert!(!is_failed("#duurzaam") && !is_failed("C#"));
        assert!(
            is_shortened("6,12346E+11")
                && is_shortened("3.16E+10")
                && !is_shortened("1E5")
                && !is_shortened("E+")
        );
        assert_eq!(
            (number("16 uur"), number("16,0"), number("16-20"), number("veel")),
            (Some(16), Some(16), None, None)
        );
    }
}
