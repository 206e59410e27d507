//! Names as texts bend, shorten and join them: `Hulshoffs`, `Wiśniewskiego`, `jandevries`, `P.B.`

use crate::base::fold::fold;
use crate::base::name::family::is_particle;
use std::ops::Range;

/// The most letters that a language adds to a name: Polish has `Wiśniewskiego`.
const MOST_ADDED: usize = 4;
/// The shortest name of which any ending is taken for one that was added.
const SHORTEST: usize = 5;
/// What stands behind the name of an organization and is left out by whoever speaks of it.
const LEGAL: [&str; 18] = [
    "nv", "n.v.", "bv", "b.v.", "vof", "cv", "ua", "u.a.", "gmbh", "ag", "e.v.", "ltd", "limited",
    "inc", "inc.", "llc", "plc", "sa",
];

/// The words of a text that begin with a capital, as they are compared. Made once for all names
/// that are looked for in it.
pub(super) struct Words(Vec<(Range<usize>, String)>);

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let mut at = 0;
        let words = text.split(|sign: char| !sign.is_alphanumeric()).map(|word| {
            let start = at;
            at += word.len();
            // The sign that ended the word.
            at += text[at..].chars().next().map_or(0, char::len_utf8);
            (start..start + word.len(), word)
        });
        let named = words.filter(|(_, word)| word.starts_with(char::is_uppercase));
        Self(named.map(|(place, word)| (place, fold(word))).collect())
    }

    /// Where a word is `name` with an ending: that of a genitive, or for longer names any that is
    /// short.
    pub(super) fn bent(&self, name: &str) -> Vec<Range<usize>> {
        let name = fold(name);
        if name.is_empty() || name.contains(' ') {
            return Vec::new();
        }
        let is_long = name.chars().count() >= SHORTEST;
        let is_bent = |word: &str| {
            word.strip_prefix(&name).is_some_and(|ending| {
                ["s", "es", "se"].contains(&ending)
                    || (is_long && (1..=MOST_ADDED).contains(&ending.chars().count()))
            })
        };
        self.0.iter().filter(|(_, word)| is_bent(word)).map(|(place, _)| place.clone()).collect()
    }
}

/// A place with what belongs to the name before it: initials and particles, and what joins two
/// parts of it.
pub(super) fn with_before(text: &str, place: Range<usize>) -> Range<usize> {
    let mut start = place.start;
    loop {
        let before = text[..start].trim_end_matches([' ', '\u{a0}', '-']);
        let begin = before
            .char_indices()
            .rev()
            .find(|(_, sign)| sign.is_whitespace() || *sign == '(')
            .map_or(0, |(at, sign)| at + sign.len_utf8());
        let word = &before[begin..];
        let is_initials = !word.is_empty()
            && word.ends_with('.')
            && word
                .trim_end_matches('.')
                .split('.')
                .all(|part| part.chars().count() <= 2 && part.chars().all(char::is_uppercase));
        if !(is_initials || is_particle(word)) {
            return start..place.end;
        }
        start = begin;
    }
}

/// Other ways in which a name of a person is written: in one word, or the given name alone where
/// the family's stands first without a space.
pub(super) fn joined(name: &str) -> Vec<String> {
    let letters: String = name.chars().filter(|sign| sign.is_alphanumeric()).collect();
    let han: Vec<char> =
        name.chars().filter(|sign| ('\u{4e00}'..='\u{9fff}').contains(sign)).collect();
    let given = (han.len() == 3).then(|| han[1..].iter().collect());
    let has_parts = name.contains([' ', '-']) && letters.chars().count() >= SHORTEST;
    has_parts.then_some(letters).into_iter().chain(given).collect()
}

/// What somebody is called elsewhere: the end of an address, the name before `@`.
pub(super) fn handle(address: &str) -> Option<String> {
    let bare = address.split(['?', '#']).next()?.trim_end_matches('/');
    let handle = match bare.split_once("://") {
        Some((_, rest)) => rest.rsplit_once('/')?.1,
        None => bare.split('@').next()?,
    };
    let handle = handle.trim_start_matches('@');
    let is_name = handle.chars().any(char::is_alphabetic) && handle.chars().count() > 3;
    is_name.then(|| handle.to_owned())
}

/// The name of an organization as people say it: without its legal form.
pub(super) fn without_form(name: &str) -> Option<String> {
    let name = name.trim();
    let bare = name.strip_prefix("Stichting ").unwrap_or(name);
    let bare = match bare.rsplit_once(' ') {
        Some((rest, last)) if LEGAL.contains(&last.to_lowercase().as_str()) => rest,
        _ => bare,
    };
    (bare != name && bare.chars().count() > 2).then(|| bare.to_owned())
}

/// Addresses of mail that are written out: `pb (at) host punt nl`.
pub(super) fn written_out(text: &str) -> Vec<Range<usize>> {
    const AT: [&str; 6] = ["(at)", "[at]", "{at}", " at ", "(apenstaartje)", "[apenstaartje]"];
    const DOT: [&str; 6] = ["(dot)", "[dot]", "(punt)", "[punt]", " punt ", " dot "];
    let lower = text.to_ascii_lowercase();
    let mut found = Vec::new();
    for sign in AT {
        for (at, _) in lower.match_indices(sign) {
            let before = text[..at].trim_end();
            let start = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
            let after = at + sign.len();
            let rest = &lower[after..];
            let host = rest.trim_start();
            let host_at = after + (rest.len() - host.len());
            let end = host.find(char::is_whitespace).unwrap_or(host.len());
            let mut to = host_at + end;
            let is_dotted = host[..end].contains('.');
            let mut is_written_out = false;
            // `secret (dot) mail (dot) example`.
            while let Some(dot) = DOT.iter().find_map(|dot| {
                let rest = &lower[to..];
                let trimmed = rest.trim_start();
                let before = if dot.starts_with(' ') { 0 } else { rest.len() - trimmed.len() };
                rest[before..].starts_with(dot).then_some(before + dot.len())
            }) {
                let ending = &lower[to + dot..];
                let space = ending.len() - ending.trim_start().len();
                let word = &ending[space..];
                let is_sign = |sign: char| !(sign.is_alphanumeric() || sign == '-');
                to += dot + space + word.find(is_sign).unwrap_or(word.len());
                is_written_out = true;
            }
            let is_address = is_dotted && (sign != " at " || text[start..at].contains('.'));
            if !(is_written_out || is_address) {
                // `meet at noon.` is none.
                continue;
            }
            if start < at {
                found.push(start..to);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_as_texts_bend_and_join_them() {
        let found = |text: &'static str, name| {
            Words::of(text).bent(name).into_iter().map(|at| &text[at]).collect::<Vec<_>>()
        };
        assert_eq!(found("Hulshoffs plan, Hulshoff", "Hulshoff"), ["Hulshoffs"]);
        assert_eq!(found("dla Wiśniewskiego", "Wiśniewski"), ["Wiśniewskiego"]);
        assert_eq!(found("Jans idee, Jansen, januari, Janine", "Jan"), ["Jans"]);
        assert_eq!(joined("Jan de Vries"), ["JandeVries"]);
        assert_eq!(joined("王小明"), ["小明"]);
        assert_eq!(
            handle("https://www.linkedin.com/in/jandevries/").as_deref(),
            Some("jandevries")
        );
        assert_eq!(handle("pb.oost@mail.example").as_deref(), Some("pb.oost"));
        assert_eq!(without_form("Vitens NV").as_deref(), Some("Vitens"));
        let text = "see P.B. van Oosterwijk";
        let at = text.find("Oosterwijk").expect("it is there");
        assert_eq!(&text[with_before(text, at..text.len())], "P.B. van Oosterwijk");
        for (text, out) in [
            ("mail pb(at)oosterwijk.nl now", Some("pb(at)oosterwijk.nl")),
            ("mail pb [at] oosterwijk punt nl now", Some("pb [at] oosterwijk punt nl")),
            ("we meet at noon. Then", None),
        ] {
            assert_eq!(written_out(text).first().map(|at| &text[at.clone()]), out, "{text}");
        }
    }
}
