//! Of which sounds given names are, as Latin letters write those of other scripts.

/// Whether a word is one syllable, of the letters that Vietnamese has.
pub(super) fn is_vietnamese(word: &str) -> bool {
    let is_vowel = |letter: char| "aeiouy".contains(letter);
    let mut groups = 0;
    let mut in_vowel = false;
    for letter in word.chars() {
        groups += usize::from(is_vowel(letter) && !in_vowel);
        in_vowel = is_vowel(letter);
    }
    let ends = ["c", "ch", "m", "n", "ng", "nh", "p", "t"];
    let tail = word.rsplit(is_vowel).next().unwrap_or_default();
    groups == 1
        && word.len() <= 7
        && !word.contains(['f', 'j', 'w', 'z'])
        && (tail.is_empty() || ends.contains(&tail))
}

/// Whether a word is `Min-jun` and its like.
pub(super) fn is_korean(word: &str) -> bool {
    let is_small = |part: &str| part.chars().all(char::is_lowercase) && part.len() > 1;
    let Some((one, two)) = word.split_once('-') else { return false };
    let mut letters = one.chars();
    letters.next().is_some_and(char::is_uppercase) && is_small(letters.as_str()) && is_small(two)
}

/// Whether a word is up to three syllables of pinyin.
pub(super) fn is_pinyin(word: &str) -> bool {
    const INITIALS: [&str; 23] = [
        "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x",
        "r", "z", "c", "s", "y", "w",
    ];
    const FINALS: [&str; 33] = [
        "iang", "iong", "uang", "ang", "eng", "ing", "ong", "ian", "iao", "uai", "uan", "ai", "an",
        "ao", "ei", "en", "er", "ia", "ie", "in", "iu", "ou", "ua", "ue", "ui", "un", "uo", "a",
        "e", "i", "u", "v", "o",
    ];
    /// How many syllables a given name has at the most.
    const MOST: usize = 3;
    // Which finals stand behind which sounds: there is `ji` and `jia`, and no `jan`.
    fn goes_with(initial: &str, end: &str) -> bool {
        match (initial, end) {
            (_, "o") => ["b", "p", "m", "f", "w", "l"].contains(&initial),
            ("", _) => !end.starts_with(['i', 'u', 'v']),
            (_, "er") => false,
            ("j" | "q" | "x", _) => end.starts_with(['i', 'u', 'v']),
            ("g" | "k" | "h", _) => !end.starts_with('i'),
            ("zh" | "ch" | "sh" | "r" | "z" | "c" | "s", _) => end == "i" || !end.starts_with('i'),
            _ => true,
        }
    }
    fn rest_is(rest: &str, left: usize) -> bool {
        if rest.is_empty() {
            return true;
        }
        if left == 0 {
            return false;
        }
        let begun = INITIALS.iter().filter_map(|it| Some((*it, rest.strip_prefix(it)?)));
        // Within a word, a syllable that begins with a vowel stands behind an apostrophe.
        let bare = (left == MOST).then_some(("", rest));
        begun.chain(bare).any(|(initial, rest)| {
            let ends = FINALS.iter().filter(|it| goes_with(initial, it));
            ends.filter_map(|it| rest.strip_prefix(it)).any(|rest| rest_is(rest, left - 1))
        })
    }
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase()) && rest_is(word, MOST)
}

/// Whether a word is of the sounds that Japanese has, as Latin letters write them: `Shin-ichi`,
/// `Tetsuya`.
pub(super) fn is_romaji(word: &str) -> bool {
    const SOUNDS: [&str; 30] = [
        "ky", "gy", "sh", "ch", "ny", "hy", "by", "py", "my", "ry", "ts", "k", "g", "s", "z", "j",
        "t", "d", "n", "h", "f", "b", "p", "m", "y", "r", "w", "kk", "tt", "pp",
    ];
    let mut rest = word;
    while !rest.is_empty() {
        rest = rest.trim_start_matches(' ');
        let begun = SOUNDS.iter().filter_map(|sound| rest.strip_prefix(sound));
        let vowel = |rest: &'_ str| rest.starts_with(['a', 'i', 'u', 'e', 'o']);
        let behind = begun.clone().chain([rest]).find(|rest| vowel(rest)).map(|rest| &rest[1..]);
        // A syllable may end in `n`, or in an `h` that makes it long: `Ohno`.
        let end = || rest.strip_prefix('n').or_else(|| rest.strip_prefix('h'));
        let Some(next) = behind.or_else(|| end().filter(|_| rest.len() < word.len())) else {
            return false;
        };
        rest = next;
    }
    !word.is_empty()
}
