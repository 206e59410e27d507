//! Signs that name something: `C++`, `C#`, `.NET`, `R&D`, `A/B`.

use crate::base::fold::fold;

/// A text folded, in which words with a sign that names something keep it.
pub(super) fn folded(text: &str) -> String {
    if !may_name(text) {
        return fold(text);
    }
    let letters: Vec<char> = text.chars().map(plain).collect();
    let mut out = String::new();
    let mut from = 0;
    let mut at = 0;
    while at < letters.len() {
        let begins = at == 0 || !letters[at - 1].is_alphanumeric();
        let found = if begins { named(&letters, at) } else { None };
        let Some((end, word)) = found else {
            at += 1;
            continue;
        };
        push(&mut out, &fold(&text_of(&letters[from..at])));
        push(&mut out, &word);
        (from, at) = (end, end);
    }
    push(&mut out, &fold(&text_of(&letters[from..])));
    out
}

/// Whether there may be a sign in a text that names something: in most there is none, and the dots
/// of its sentences are seen at once not to be.
fn may_name(text: &str) -> bool {
    const WIDE: [char; 5] = ['＋', '＃', '♯', '＆', '／'];
    let bytes = text.as_bytes();
    // What is no ASCII may be a letter.
    let is_letter = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
    };
    let is_open = |at: usize| match at.checked_sub(1).map(|before| bytes[before]) {
        Some(before) => !before.is_ascii_alphanumeric(),
        None => true,
    };
    let found = bytes.iter().enumerate().any(|(at, byte)| match byte {
        b'&' => true,
        b'+' => bytes.get(at + 1).is_none_or(|next| *next == b'+' || !next.is_ascii()),
        b'#' | b'/' => is_letter(at.checked_sub(1)),
        b'.' => is_open(at) && is_letter(Some(at + 1)),
        _ => false,
    });
    found || (!text.is_ascii() && text.contains(WIDE))
}

/// Whether a folded word has such a sign.
pub(super) fn is_signed(word: &str) -> bool {
    word.contains(['+', '#', '&', '.', '/'])
}

fn plain(c: char) -> char {
    match c {
        '＋' => '+',
        '＃' | '♯' => '#',
        '＆' => '&',
        '／' => '/',
        other => other,
    }
}

fn push(out: &mut String, word: &str) {
    if word.is_empty() {
        return;
    }
    if !out.is_empty() {
        out.push(' ');
    }
    out.push_str(word);
}

fn text_of(letters: &[char]) -> String {
    letters.iter().collect()
}

/// Where a run of letters and digits ends.
fn run(letters: &[char], from: usize) -> usize {
    let rest = letters.get(from..).unwrap_or_default();
    from + rest.iter().take_while(|c| c.is_alphanumeric()).count()
}

/// The word with a sign that begins here, and where it ends.
fn named(letters: &[char], at: usize) -> Option<(usize, String)> {
    let sign = |at: usize| letters.get(at).copied().unwrap_or(' ');
    let folded = |from: usize, to: usize| fold(&text_of(&letters[from..to]));
    if letters[at] == '.' {
        let end = run(letters, at + 1);
        let fits = (2..=6).contains(&(end - at - 1))
            && letters[at + 1].is_alphabetic()
            && (at == 0 || letters[at - 1] != '.');
        return fits.then(|| (end, format!(".{}", folded(at + 1, end))));
    }
    let end = run(letters, at);
    let long = end - at;
    if long == 0 || !letters[at].is_alphabetic() {
        return None;
    }
    let ends = |at: usize, with: char| sign(at) != with && !sign(at).is_alphanumeric();
    if sign(end) == '+' && sign(end + 1) == '+' && ends(end + 2, '+') {
        return Some((end + 2, format!("{}++", folded(at, end))));
    }
    if sign(end) == '#' && long <= 2 && ends(end + 1, '#') {
        return Some((end + 1, format!("{}#", folded(at, end))));
    }
    let both = |from: usize, most: usize, sign: char| {
        let to = run(letters, from);
        let fits = (1..=most).contains(&(to - from)) && letters[from].is_alphabetic();
        fits.then(|| (to, format!("{}{sign}{}", folded(at, end), folded(from, to))))
    };
    match (sign(end), long) {
        ('&', ..=3) => both(end + 1, 3, '&'),
        ('/', 1) if !['+', '#'].contains(&sign(run(letters, end + 1))) => both(end + 1, 1, '/'),
        (' ', 1) if sign(end + 1) == '&' && sign(end + 2) == ' ' => both(end + 3, 1, '&'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn a_sign_stays_where_it_names_something() {
        for (text, wanted) in [
            ("C++ and C# and C", "c++ and c# and c"),
            ("C/C++", "c c++"),
            (".NET, ASP.NET", ".net asp net"),
            ("R&D, R & D, Q&A", "r&d r&d q&a"),
            ("A/B tests, and/or", "a/b tests and or"),
            ("Ernst & Young", "ernst young"),
            ("Wait...and see. Then", "wait and see then"),
            ("1+1, C+, #hashtag, issue#4", "1 1 c hashtag issue 4"),
            ("Ｃ＃", "c#"),
            ("AT&T", "at&t"),
        ] {
            assert_eq!(folded(text), wanted, "{text}");
        }
    }
}
