//! The names by which somebody is called, of one that is written in full: without titles, by the
//! nickname or the other script that stands between signs, without initials, in plain letters.

use super::{without_parentheses, without_titles};

/// Signs between which a nickname stands, or the name in another script.
const PAIRS: [(char, char); 10] = [
    ('(', ')'),
    ('[', ']'),
    ('（', '）'),
    ('"', '"'),
    ('“', '”'),
    ('„', '“'),
    ('«', '»'),
    ('‘', '’'),
    ('「', '」'),
    ('\'', '\''),
];

/// Letters that are written as two where a keyboard has none for them.
const AS_TWO: [(char, &str); 10] = [
    ('ä', "ae"),
    ('ö', "oe"),
    ('ü', "ue"),
    ('ø', "oe"),
    ('å', "aa"),
    ('Ä', "Ae"),
    ('Ö', "Oe"),
    ('Ü', "Ue"),
    ('Ø', "Oe"),
    ('Å', "Aa"),
];

/// All names by which somebody of that `name` may be called, as it is written among them. Good for
/// telling who may be meant, not for telling who is.
pub fn called(name: &str) -> Vec<String> {
    let mut all = vec![name.trim().to_owned()];
    let is_opening = |sign: char| PAIRS.iter().any(|(opens, _)| *opens == sign);
    let (bare, inner) = if name.contains(is_opening) {
        apart(&without_parentheses_kept(name))
    } else {
        (all[0].clone(), Vec::new())
    };
    add(&mut all, |_| bare.clone());
    for nickname in inner {
        let is_whole = nickname.contains(' ') || !nickname.is_ascii();
        if is_whole && nickname.chars().count() > 1 {
            all.push(nickname.clone());
        }
        if !nickname.contains(['.', ' ']) {
            let behind = without_titles(&bare).into_iter().skip(1);
            let words: Vec<&str> = std::iter::once(&*nickname).chain(behind).collect();
            all.push(words.join(" "));
        }
    }
    add(&mut all, |name| without_titles(name).join(" "));
    add(&mut all, without_initials);
    add(&mut all, |name| {
        let letter = |sign: char| {
            let two = AS_TWO.iter().find(|(known, _)| *known == sign);
            two.map_or_else(|| sign.to_string(), |(_, two)| (*two).to_owned())
        };
        name.chars().map(letter).collect()
    });
    all.retain(|name| !name.is_empty());
    all
}

/// Adds another form of each name that has one.
fn add(all: &mut Vec<String>, form: impl Fn(&str) -> String) {
    for at in 0..all.len() {
        let other = form(&all[at]);
        if !all.contains(&other) {
            all.push(other);
        }
    }
}

/// A name of which parentheses are not closed, without what stands in them; else as it is.
fn without_parentheses_kept(name: &str) -> String {
    let is_whole = PAIRS[..3]
        .iter()
        .all(|(opens, closes)| name.matches(*opens).count() == name.matches(*closes).count());
    if is_whole { name.to_owned() } else { without_parentheses(name).into_owned() }
}

/// A name without what stands between signs in it, and that.
fn apart(name: &str) -> (String, Vec<String>) {
    let mut bare = name.to_owned();
    let mut inner = Vec::new();
    for (opens, closes) in PAIRS {
        let begins = |at: usize| bare[..at].chars().next_back().is_none_or(char::is_whitespace);
        let Some(from) = bare.match_indices(opens).map(|(at, _)| at).find(|at| begins(*at)) else {
            continue;
        };
        let behind = &bare[from + opens.len_utf8()..];
        let Some(length) = behind.find(closes) else { continue };
        let rest = &behind[length + closes.len_utf8()..];
        // `'t Hof` and `d'Arc`: an apostrophe closes at the end of a word only.
        if rest.starts_with(char::is_alphanumeric) {
            continue;
        }
        inner.push(behind[..length].trim().to_owned());
        bare = format!("{} {rest}", &bare[..from]);
    }
    (bare.split_whitespace().collect::<Vec<_>>().join(" "), inner)
}

/// A name without the initials between its first and its last word.
fn without_initials(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_initial = |word: &str| {
        let letters = word.chars().filter(|sign| sign.is_alphabetic()).count();
        letters == 1 && (word.ends_with('.') || word.chars().all(char::is_uppercase))
            || word.matches('.').count() > 1
    };
    let is_kept = |at: usize| at == 0 || at + 1 == words.len() || !is_initial(words[at]);
    let kept: Vec<&str> = (0..words.len()).filter(|at| is_kept(*at)).map(|at| words[at]).collect();
    kept.join(" ")
}

#[cfg(test)]
mod tests {
    use super::called;

    #[test]
    fn somebody_is_called_by_all_that_stands_in_the_name() {
        for (name, wanted) in [
            ("dr. Zelda Bosch", "Zelda Bosch"),
            ("Prof. dr. ir. Zelda van den Bosch MSc, PhD", "Zelda van den Bosch"),
            ("Zelda Bosch, PhD", "Zelda Bosch"),
            ("Wang Xiaoming (王小明)", "王小明"),
            ("Wang Xiaoming (王小明)", "Wang Xiaoming"),
            ("Зельда Бош (Zelda Bosch)", "Zelda Bosch"),
            ("Зельда Бош (Zelda Bosch)", "Зельда Бош"),
            ("Zelda \"Zel\" Bosch", "Zelda Bosch"),
            ("Zelda \"Zel\" Bosch", "Zel Bosch"),
            ("Zelda 'Zel' van 't Hof", "Zel van 't Hof"),
            ("dr. Zelda (Zel) Bosch", "Zel Bosch"),
            ("Zelda M. Bosch", "Zelda Bosch"),
            ("Zelda J.M. de Bosch", "Zelda de Bosch"),
            ("Jürgen Groß", "Juergen Groß"),
            ("Søren Ågård", "Soeren Aagaard"),
        ] {
            assert!(called(name).iter().any(|known| known == wanted), "{name}: {:?}", called(name));
        }
        assert_eq!(called("Zelda van 't Hof"), ["Zelda van 't Hof"]);
        assert_eq!(called("Jeanne d'Arc"), ["Jeanne d'Arc"]);
    }
}
