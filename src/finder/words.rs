//! Words as they are compared. Chinese, Japanese and Korean, which have no spaces, fall into pairs
//! of letters.

use crate::base::fold::fold;

/// Longer words are cut.
const MOST_LETTERS: usize = 32;

/// The words of a text that was folded, for the index.
pub(super) fn indexed_folded(folded: &str, each: &mut impl FnMut(&str)) {
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        if word.is_ascii() {
            each(&word[..word.len().min(MOST_LETTERS)]);
            continue;
        }
        for run in runs(word) {
            if is_unspaced(run) {
                pairs(run).for_each(&mut *each);
                // The last letter begins no pair; it is found by itself.
                let last = run.char_indices().next_back().map_or(0, |(at, _)| at);
                each(&run[last..]);
            } else {
                each(cut(run));
            }
        }
    }
}

/// Further words by which a name is looked for: written as one, `ij` and `y`, umlauts in two
/// letters, Latin letters.
pub(super) fn aliases(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words: Vec<&str> = folded.split(' ').collect();
    let mut aliases = Vec::new();
    // Numbers are part of no name that is written as one.
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let joined: Vec<&str> = words.iter().copied().filter(|word| !is_number(word)).collect();
    for start in 1..joined.len().saturating_sub(1) {
        aliases.push(joined[start..].concat());
    }
    for word in &words {
        if word.contains("ij") {
            aliases.push(word.replace("ij", "y"));
        } else if word.contains('y') {
            aliases.push(word.replace('y', "ij"));
        }
    }
    let lower = name.to_lowercase();
    for word in lower.split_whitespace().filter(|word| word.contains(['ä', 'ö', 'ü'])) {
        aliases.push(fold(&word.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue")));
    }
    if !folded.is_ascii() {
        aliases.extend(fold(&deunicode::deunicode(name)).split(' ').map(str::to_owned));
    }
    aliases.retain(|alias| !alias.is_empty() && alias.is_ascii() && alias.len() <= MOST_LETTERS);
    aliases
}

/// Runs of letters that are all from scripts without spaces, or all not.
pub(super) fn runs(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let unspaced = rest.chars().next().map(is_unspaced_letter)?;
        let end = rest.find(|c| is_unspaced_letter(c) != unspaced).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        Some(run)
    })
}

pub(super) fn pairs(run: &str) -> impl Iterator<Item = &str> {
    let starts = run.char_indices().map(|(at, _)| at);
    let ends = run.char_indices().map(|(at, _)| at).skip(2).chain([run.len()]);
    starts.zip(ends).map(|(start, end)| &run[start..end])
}

pub(super) fn cut(word: &str) -> &str {
    if word.len() <= MOST_LETTERS {
        return word;
    }
    word.char_indices().nth(MOST_LETTERS).map_or(word, |(at, _)| &word[..at])
}

pub(super) fn is_unspaced(run: &str) -> bool {
    run.starts_with(is_unspaced_letter)
}

/// Han, Kana, and Hangul as its letters.
fn is_unspaced_letter(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_a_name_without_spaces_begins_a_word() {
        let mut words = Vec::new();
        indexed_folded("王小明 jan", &mut |word| words.push(word.to_owned()));
        assert_eq!(words, ["王小", "小明", "明", "jan"]);
    }

    #[test]
    fn names_have_aliases() {
        assert!(aliases("Jan de Vries").contains(&"devries".to_owned()));
        assert_eq!(aliases("Jan de Vries 12"), aliases("Jan de Vries"));
        assert!(aliases("Kees Dijkstra").contains(&"dykstra".to_owned()));
        assert!(aliases("Uwe Müller").contains(&"mueller".to_owned()));
        assert!(aliases("王小明").contains(&"ming".to_owned()), "{:?}", aliases("王小明"));
    }
}
