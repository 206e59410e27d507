//! What stands in for a sign that no font has: the same letter in parts, or the same meaning in
//! signs that every font has.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, is_combining_mark};

/// Signs and how they are written where there are none but those of ASCII.
const WAYS: [(&str, &str); 21] = [
    ("→⟶➔➙➛➜➝➞➡", "->"),
    ("←⟵⬅", "<-"),
    ("↔⟷", "<->"),
    ("⇒⟹", "=>"),
    ("⇔⟺", "<=>"),
    ("≤⩽", "<="),
    ("≥⩾", ">="),
    ("≈≃≅∼", "~"),
    ("≠", "!="),
    ("≡", "=="),
    ("√", "sqrt "),
    ("✓✔☑✅", "[x]"),
    ("☐", "[ ]"),
    ("★", "*"),
    ("☆", "-"),
    ("●■▪‣∙⋅", "•"),
    ("○□▫◦", "o"),
    ("‰", "o/oo"),
    ("μ", "µ"),
    ("Ω", "ohm"),
    ("∆", "Delta"),
];

/// The names of the Greek letters, which stand for amounts in many languages.
const GREEK: [&str; 25] = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi",
    "chi", "psi", "omega",
];

/// What fonts have.
pub(super) struct Has<'a> {
    /// Whether one of them has a sign.
    pub(super) sign: &'a dyn Fn(char) -> bool,
    /// Whether one of them has all of these.
    pub(super) all: &'a dyn Fn(&[char]) -> bool,
}

/// What stands in for a sign between others; none when nothing does.
pub(super) fn stand_in(
    sign: char,
    (before, after): (Option<char>, Option<char>),
    has: &Has<'_>,
) -> Option<String> {
    if let Some(parts) = parts(sign, has) {
        return Some(parts);
    }
    let way = WAYS.iter().find(|(signs, _)| signs.contains(sign)).map(|(_, way)| *way);
    // A letter of a Greek word is none that stands for an amount.
    let is_greek = |other: Option<char>| other.is_some_and(|other| greek(other).is_some());
    let is_alone = !is_greek(before) && !is_greek(after);
    let way = way.map(ToOwned::to_owned).or_else(|| greek(sign));
    if let Some(way) = way.filter(|_| is_alone) {
        return way.chars().all(has.sign).then_some(way);
    }
    let alike: String =
        sign.nfkd().map(|part| if part == '⁄' { '/' } else { part }).nfc().collect();
    if alike.chars().eq([sign]) || !alike.chars().all(has.sign) {
        return None;
    }
    // 10⁵ is not 105, and 1⅓ is not 11/3.
    let is_raised = |sign: char| matches!(sign, '\u{2070}'..='\u{207f}' | '¹' | '²' | '³');
    let follows = before.is_some_and(char::is_alphanumeric) && !before.is_some_and(is_raised);
    let parting = match alike.contains('/') {
        true if before.is_some_and(char::is_numeric) => " ",
        false if is_raised(sign) && follows => "^",
        _ => "",
    };
    Some(format!("{parting}{alike}"))
}

/// A letter as a plainer letter and its marks, when one font has both.
fn parts(sign: char, has: &Has<'_>) -> Option<String> {
    let parts: Vec<char> = std::iter::once(sign).nfd().collect();
    let (base, marks) = parts.split_first()?;
    if marks.is_empty() || !marks.iter().copied().all(is_combining_mark) {
        return None;
    }
    let one_less = (0..marks.len()).filter_map(|at| {
        let mut rest = marks.to_vec();
        let letter = compose(*base, rest.remove(at))?;
        Some(std::iter::once(letter).chain(rest).collect::<Vec<char>>())
    });
    let found = one_less.chain([parts.clone()]).find(|parts| (has.all)(parts))?;
    Some(found.into_iter().collect())
}

/// The name of a Greek letter.
fn greek(sign: char) -> Option<String> {
    let lower = sign.to_lowercase().next()?;
    let at = u32::from(lower).checked_sub(u32::from('α'))?;
    let name = GREEK.get(at as usize)?;
    let first = name.chars().next()?;
    let first = if lower == sign { first } else { first.to_ascii_uppercase() };
    Some(format!("{first}{}", &name[1..]))
}

#[cfg(test)]
mod tests {
    use super::{Has, stand_in};

    #[test]
    fn meaning_stays_where_a_sign_cannot() {
        let has = |sign: char| sign.is_ascii() || "âêo\u{323}\u{301}•µ".contains(sign);
        let all = |signs: &[char]| signs.iter().copied().all(has);
        let has = Has { sign: &has, all: &all };
        for (sign, before, after, told) in [
            ('→', None, None, Some("->")),
            ('₂', Some('O'), None, Some("2")),
            ('⁵', Some('0'), None, Some("^5")),
            ('⅓', Some('1'), None, Some(" 1/3")),
            ('ﬁ', None, Some('t'), Some("fi")),
            ('№', None, None, Some("No")),
            ('Δ', None, Some('T'), Some("Delta")),
            ('π', None, None, Some("pi")),
            ('Δ', None, Some('η'), None),
            ('ậ', None, None, Some("â\u{323}")),
            ('ế', None, None, Some("ê\u{301}")),
            ('ọ', None, None, Some("o\u{323}")),
            ('王', None, None, None),
        ] {
            assert_eq!(stand_in(sign, (before, after), &has).as_deref(), told, "{sign}");
        }
    }
}
