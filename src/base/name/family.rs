//! Which words of a name are the family name, by the customs of a language. Who writes `sort_name:`
//! says it themselves.

use super::bound::last_name;
use super::family_first::in_capitals;
use super::foreign::{ARTICLES, Custom, custom};
use super::titles::is_generation;
use crate::base::fold::fold;
use crate::base::language::Language;
use crate::base::word_list::is_among;

/// Particles before family names, behind which a name sorts where its language does so.
const PARTICLES: &str = "van de der den het 't ter ten te von vom zu zum zur dem in op aan bij onder over uit voor tot la \
                         las los le des 's l' d' da di do dos du el al thoe toe auf af ver das";

/// Second given names in Spanish, behind which one family name stands when there are three words.
const SPANISH_SECOND: &str = "maría maria josé jose luis carlos antonio manuel jesús jesus ángel angel isabel teresa \
                              carmen pilar elena cristina javier miguel francisco fernando pablo alberto eduardo \
                              enrique andrés andres ignacio rosa dolores";

/// What stands behind a Portuguese family name, and belongs to it.
const PORTUGUESE_BEHIND: &str = "filho neto júnior junior sobrinho";

/// The family names of most people in Vietnam, without marks.
const VIETNAMESE: &str = "nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dao doan trinh dinh mai \
                          truong lam ha cao luong luu ta";

/// Chinese and Korean family names of two characters.
const COMPOUND: &str = "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 夏侯 皇甫 尉迟 公孙 公孫 慕容 令狐 长孙 長孫 宇文 司徒 端木 \
                        东方 東方 独孤 獨孤 남궁 황보 제갈 사공 선우 독고 서문";

/// A name in its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Split {
    /// One name, or one of which nobody can tell what the family's part is.
    Whole,
    /// Whether the family's part stands first, nobody can tell.
    Doubtful,
    /// What is given, what stands before the family name and sorts behind, and the family name.
    Parts {
        /// Given names.
        given: String,
        /// Particles that sort behind the given names.
        particles: String,
        /// The family name as it is sorted.
        family: String,
    },
}

impl Split {
    fn new(given: &[&str], particles: &[&str], family: &[&str]) -> Self {
        if given.is_empty() || family.is_empty() {
            return Self::Whole;
        }
        Self::Parts {
            given: given.join(" "),
            particles: particles.join(" "),
            family: family.join(" "),
        }
    }
}

/// Whether `word` is one of `list`, in any letter case.
fn is_one_of(list: &str, word: &str) -> bool {
    if word.is_ascii() {
        return is_among(list, &word.to_ascii_lowercase());
    }
    is_among(list, &word.replace('\u{2019}', "'").to_lowercase())
}

/// Whether a word of a name is none of its own: `van`, `de`, `el`.
pub fn is_particle(word: &str) -> bool {
    is_one_of(PARTICLES, word)
}

/// The parts of a name that is written in `words`.
pub(super) fn split(words: &[&str], language: &Language) -> Split {
    let first = words.first().and_then(|word| word.chars().next());
    if let Some(first) = first.filter(|c| is_cjk(*c)) {
        return eastern(words, first, language);
    }
    // `Haakon VII`, `Carl XVI Gustaf`: those who have numbers go by their given names.
    if words.len() < 2 || (words.len() < 4 && is_generation(words[1])) {
        return Split::Whole;
    }
    if let Some(family) = in_capitals(words) {
        return family_first(words, family);
    }
    match language.primary() {
        "hu" => hungarian(words),
        "vi" if is_one_of(VIETNAMESE, &fold(words[0])) => family_first(words, 1),
        "zh" | "ja" | "ko" => family_first(words, 1),
        "id" => Split::Whole,
        "es" | "ca" | "gl" => spanish(words),
        "pt" => portuguese(words),
        "ar" | "he" => bound(words),
        _ => match custom(words) {
            Some(Custom::Spanish) => spanish(words),
            Some(Custom::Portuguese) if language.primary() != "it" => portuguese(words),
            Some(Custom::Bound) => bound(words),
            Some(Custom::FamilyFirst(family)) => family_first(words, family),
            Some(Custom::Doubtful) => Split::Doubtful,
            Some(Custom::Portuguese) | None => western(words, language),
        },
    }
}

/// So many words are the family name, and what is given stands behind.
fn family_first(words: &[&str], family: usize) -> Split {
    Split::new(&words[family..], &[], &words[..family])
}

/// Kovács Béla; a married woman may bear her husband's name before her own: Nagyné Kiss Anna.
fn hungarian(words: &[&str]) -> Split {
    let family = if words.len() > 2 && words[0].ends_with("né") { 2 } else { 1 };
    family_first(words, family)
}

/// Names in Chinese, Japanese or Korean script. Without a space, a Japanese name cannot be told
/// apart.
fn eastern(words: &[&str], first: char, language: &Language) -> Split {
    if words.len() > 1 {
        return family_first(words, 1);
    }
    let is_hangul = matches!(u32::from(first), 0xac00..=0xd7af);
    let signs: Vec<char> = words[0].chars().collect();
    let is_known = is_hangul || language.primary() == "zh";
    if !is_known || !(2..=4).contains(&signs.len()) || words[0].contains(['·', '・']) {
        return Split::Whole;
    }
    let compound: String = signs.iter().take(2).collect();
    let at = if signs.len() > 2 && is_one_of(COMPOUND, &compound) { 2 } else { 1 };
    let (family, given): (String, String) =
        (signs[..at].iter().collect(), signs[at..].iter().collect());
    Split::Parts { given, particles: String::new(), family }
}

/// Two family names: María García López. Particles stand before either of them.
fn spanish(words: &[&str]) -> Split {
    let last = words.len() - 1;
    // `Ortega y Gasset`: what is tied is one.
    if let Some(tie) = (2..last).find(|at| matches!(words[*at], "y" | "i" | "e")) {
        return Split::new(&words[..tie - 1], &[], &words[tie - 1..]);
    }
    let begins = |from: usize| {
        (1..from).rev().take_while(|at| is_particle(words[*at])).last().unwrap_or(from)
    };
    let second = begins(last);
    let is_single = second < 2 || second == 2 && is_one_of(SPANISH_SECOND, words[1]);
    let start = if is_single { second } else { begins(second - 1).max(1) };
    let core = (start..last).find(|at| !is_particle(words[*at])).unwrap_or(last);
    Split::new(&words[..start], &words[start..core], &words[core..])
}

/// The last family name counts: João da Silva Santos is sorted under Santos.
fn portuguese(words: &[&str]) -> Split {
    let last = words.len() - 1;
    let core =
        if words.len() > 2 && is_one_of(PORTUGUESE_BEHIND, words[last]) { last - 1 } else { last };
    let start = (1..core).rev().take_while(|at| is_particle(words[*at])).last().unwrap_or(core);
    Split::new(&words[..start], &words[start..core], &words[core..])
}

/// Articles do not count in sorting: Omar al-Khatib stands under Khatib. Abu, bin and abd are part
/// of a name.
fn bound(words: &[&str]) -> Split {
    let start = last_name(words);
    let (given, family) = words.split_at(start);
    let first = (1..start).rev().take_while(|at| is_particle(words[*at])).last();
    if let Some(first) = first {
        return Split::new(&words[..first], &words[first..start], family);
    }
    let name = family.join(" ");
    for article in ARTICLES {
        if let Some(core) = name.strip_prefix(article).filter(|core| !core.is_empty()) {
            return Split::new(given, &[article], &[core]);
        }
    }
    Split::new(given, &[], family)
}

/// Given names, particles, a family name; the family name begins at the first particle, or with the
/// first of two names that a dash joins, else it is the last word.
fn western(words: &[&str], language: &Language) -> Split {
    let is_junior =
        words.len() > 2 && words.last().is_some_and(|word| is_one_of("junior senior", word));
    let words = if is_junior { &words[..words.len() - 1] } else { words };
    let last = words.len() - 1;
    let is_dash = |word: &str| matches!(word, "-" | "–" | "—");
    // `Jansen - de Boer`, `Jansen -de Boer`, `Jansen-van den Berg`.
    let joins_next = |at: usize| {
        is_dash(words[at + 1])
            || words[at + 1].starts_with(['-', '–'])
            || words[at].ends_with(['-', '–'])
            || words[at].rsplit_once(['-', '–']).is_some_and(|(_, behind)| is_particle(behind))
    };
    let joined = (1..last).find(|at| joins_next(*at)).unwrap_or(last);
    let start = (1..joined).find(|at| is_particle(words[*at])).unwrap_or(joined);
    let core = (start..last).find(|at| !is_particle(words[*at])).unwrap_or(last);
    let core = match (language.primary(), language.as_str().ends_with("-BE")) {
        // They are sorted as they are written.
        (_, true) | ("it", _) => start,
        // Only `de` does not count: Le Goff, Du Bellay, La Fontaine.
        ("fr", _) => (start..core)
            .find(|at| !matches!(words[*at].to_lowercase().as_str(), "de" | "d'"))
            .unwrap_or(core),
        _ => core,
    };
    Split::new(&words[..start], &words[start..core], &words[core..])
}

pub(super) fn is_cjk(c: char) -> bool {
    matches!(u32::from(c), 0x3040..=0x30ff | 0x3400..=0x9fff | 0xac00..=0xd7af | 0xf900..=0xfaff | 0x2_0000..=0x3_ffff)
}
