//! Where a line may end.

use hypher::Lang;
use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use std::ops::Range;

/// How a line ends there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// Between words.
    Soft,
    /// Within a word, with a hyphen.
    Hyphen,
    /// Always.
    Hard,
}

/// Where lines of a text may end, in order; the last is its end.
pub(super) fn breaks(
    text: &str,
    languages: &[(Range<usize>, Option<&str>)],
) -> Vec<(usize, Ending)> {
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    let mut breaks = Vec::new();
    let mut from = 0;
    let addresses = addresses(text);
    let is_within = |at: usize| addresses.iter().any(|it| it.start < at && at < it.end);
    // A dot between two facts stands at the end of a line if anywhere, where it is left out.
    let parts = |at: usize| text[at..].starts_with('·');
    let ends = segmenter.segment_str(text).filter(|at| *at > 0);
    let is_hard = |at: usize| at == text.len() || text[..at].ends_with('\n');
    let stays =
        |at: usize| is_within(at) || parts(at) || (!is_hard(at) && is_begun(text, at, languages));
    for at in ends.filter(|at| !stays(*at)) {
        within(text, from..at, languages, &mut breaks);
        breaks.push((at, if is_hard(at) { Ending::Hard } else { Ending::Soft }));
        from = at;
    }
    breaks
}

/// Whether a line would begin with a dash between words, or end between two years, with the sign of
/// an amount, or with a word of one letter where languages keep that with the next.
fn is_begun(text: &str, at: usize, languages: &[(Range<usize>, Option<&str>)]) -> bool {
    const KEEPING: [&str; 3] = ["pl", "cs", "sk"];
    if text[at..].starts_with("– ") || text[at..].starts_with("— ") {
        return true;
    }
    let Some(before) = text[..at].strip_suffix(' ') else {
        // From one year to another is one thing.
        let years = text[..at].strip_suffix(['–', '-']).unwrap_or_default();
        return years.ends_with(|sign: char| sign.is_numeric())
            && text[at..].starts_with(|sign: char| sign.is_numeric());
    };
    let is_amount = text[at..].starts_with(|sign: char| sign.is_numeric());
    if is_amount && before.ends_with(['€', '$', '£', '¥', '§', '№', '±', '≈']) {
        return true;
    }
    let word = before.rsplit([' ', '\u{a0}', '(', '„']).next().unwrap_or_default();
    let is_one = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let language =
        languages.iter().find(|(of, _)| of.contains(&(at - 1))).and_then(|(_, tag)| *tag);
    is_one && language.is_some_and(|tag| KEEPING.contains(&tag.split('-').next().unwrap_or(tag)))
}

/// Addresses of pages and of mail: a line that ended within one would make another of it.
pub(super) fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(|sign: char| !sign.is_ascii_graphic()) {
        let bare = word.trim_end_matches(|sign: char| !sign.is_ascii_graphic());
        let bare = bare.trim_end_matches(['.', ',', ';', ':', ')', '"', '\'']);
        let dot = bare.find('.').filter(|dot| *dot > 0 && dot + 1 < bare.len());
        if dot.is_some() || bare.contains("://") || bare.contains('@') {
            found.push(at..at + bare.len());
        }
        at += word.len();
    }
    found
}

/// The places within a word where it may be parted.
fn within(
    text: &str,
    range: Range<usize>,
    languages: &[(Range<usize>, Option<&str>)],
    breaks: &mut Vec<(usize, Ending)>,
) {
    /// Shorter words stay whole.
    const LEAST: usize = 7;
    /// Letters that stay together at either end of a word.
    const TOGETHER: usize = 3;
    let of = languages.iter().find(|(of, _)| of.contains(&range.start));
    let Some(language) = of.and_then(|(_, tag)| hyphenation((*tag)?)) else { return };
    let piece = &text[range.clone()];
    // A mail address or a number is no word.
    if piece.contains(|sign: char| sign.is_numeric() || matches!(sign, '@' | '/' | '_' | '.'))
        && !piece.trim_end().trim_end_matches('.').chars().all(char::is_alphabetic)
    {
        return;
    }
    let begin = piece.find(char::is_alphabetic).unwrap_or(piece.len());
    let word = &piece[begin..];
    let word = &word[..word.find(|sign: char| !sign.is_alphabetic()).unwrap_or(word.len())];
    let is_written_so = word.chars().skip(1).any(char::is_uppercase);
    if word.chars().count() < LEAST || is_written_so {
        return;
    }
    let mut at = range.start + begin;
    let end = at + word.len();
    for syllable in hypher::hyphenate_bounded(word, language, TOGETHER, TOGETHER) {
        at += syllable.len();
        if at < end {
            breaks.push((at, Ending::Hyphen));
        }
    }
}

/// The patterns of a language, where the program has them.
fn hyphenation(tag: &str) -> Option<Lang> {
    let code: [u8; 2] = tag.split('-').next()?.as_bytes().try_into().ok()?;
    Lang::from_iso(code)
}
