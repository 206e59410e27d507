//! Lists of words that are written as one text.

/// Whether `word` stands in `list`, of which spaces part the words.
pub fn is_among(list: &str, word: &str) -> bool {
    let is_edge = |at: usize| list.as_bytes().get(at).is_none_or(u8::is_ascii_whitespace);
    let mut found = memchr::memmem::find_iter(list.as_bytes(), word);
    !word.is_empty() && found.any(|at| is_edge(at.wrapping_sub(1)) && is_edge(at + word.len()))
}

/// Whether a text is nothing but figures, and not empty.
pub fn is_of_figures(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
