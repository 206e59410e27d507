//! Words: lists of them that are written as one text, and what one is made of.

/// Whether `word` stands in `list`, of which spaces part the words. Several words are none of them,
/// even where they stand side by side.
pub fn is_among(list: &str, word: &str) -> bool {
    let is_edge = |at: usize| list.as_bytes().get(at).is_none_or(u8::is_ascii_whitespace);
    let mut found = memchr::memmem::find_iter(list.as_bytes(), word);
    let is_one = !word.is_empty() && !word.bytes().any(|byte| byte.is_ascii_whitespace());
    is_one && found.any(|at| is_edge(at.wrapping_sub(1)) && is_edge(at + word.len()))
}

/// Whether a text is nothing but figures, and not empty.
pub fn is_of_figures(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_among_others_as_a_whole_and_alone() {
        let list = "no nee  nein\nnon";
        assert!(["no", "nee", "nein", "non"].iter().all(|word| is_among(list, word)));
        for other in ["", " ", "n", "ne", "nei", "nee  nein", "no nee", "non ", "\n"] {
            assert!(!is_among(list, other), "{other:?}");
        }
    }
}
