//! The forms in which a word that is looked for may stand.

use super::near::{LEAST_LETTERS, is_near};
use super::question::Asked;
use super::speech::Tongue;
use crate::base::fold::fold;
use std::collections::HashSet;

/// What a word counts in an answer, by how it stands there: as it was asked.
pub(super) const WHOLE: u32 = 4;
/// A word that begins with what was asked.
pub(super) const BEGINNING: u32 = 3;
/// Another form of the word, or one that means a part of it.
pub(super) const FORM: u32 = 3;
/// A word that differs from it by a slip.
pub(super) const NEAR: u32 = 2;
/// A part of a compound.
pub(super) const PART: u32 = 2;
/// A name that begins with the one letter that was typed.
const INITIAL: u32 = 1;

/// Compounds have so many letters or more, and their parts.
const LEAST_COMPOUND: usize = 8;
const LEAST_HEAD: usize = 3;
const LEAST_PART: usize = 5;

/// A word that is looked for, in the forms in which it may stand.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a way in which a word may match")]
pub(super) struct Forms {
    pub(super) word: String,
    pub(super) letters: usize,
    pub(super) piece: bool,
    /// Whether it is looked for as it is written alone.
    exact: bool,
    /// Whether it may be the beginning of a word.
    begins: bool,
    /// Whether it may be the beginning of a name.
    begins_names: bool,
    /// Whether a typing error is forgiven.
    forgiving: bool,
    /// Whether one is forgiven in topics, when nothing else has the word.
    is_short: bool,
    stems: Vec<(&'static Tongue, String)>,
}

impl Forms {
    /// The forms of a word; in a text it is not being typed.
    pub(super) fn of(tongues: &[&'static Tongue], asked: &Asked, in_text: bool) -> Self {
        let letters = asked.word.chars().count();
        let exact = asked.exact;
        let is_number = asked.word.bytes().all(|byte| byte.is_ascii_digit());
        let typed = !exact && !in_text && !is_number;
        let stems = tongues.iter().map(|tongue| (*tongue, tongue.stem(&asked.word)));
        Self {
            word: asked.word.clone(),
            letters,
            piece: asked.piece,
            exact,
            begins: asked.piece || (typed && letters > 1),
            begins_names: asked.piece || (typed && (letters > 1 || asked.last)),
            forgiving: typed && !asked.piece && letters >= LEAST_LETTERS,
            is_short: typed && !asked.piece && letters + 1 == LEAST_LETTERS,
            stems: if exact || asked.piece { Vec::new() } else { stems.collect() },
        }
    }

    /// The same without the sign, when it has one.
    pub(super) fn without_sign(&self) -> Option<Self> {
        let word = fold(&self.word);
        let is_other = word != self.word && !word.is_empty() && !word.contains(' ');
        is_other.then(|| Self {
            letters: word.chars().count(),
            word,
            piece: false,
            exact: true,
            begins: false,
            begins_names: false,
            forgiving: false,
            is_short: false,
            stems: Vec::new(),
        })
    }

    /// The same with umlauts that were typed as two letters, when there may be any: `waerme`.
    pub(super) fn with_umlauts(&self) -> Option<Self> {
        let word = self.word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
        let may = !self.exact && !self.piece && word != self.word && self.word.is_ascii();
        may.then(|| {
            let stems = self.stems.iter().map(|(tongue, _)| (*tongue, tongue.stem(&word)));
            Self {
                letters: word.chars().count(),
                stems: stems.collect(),
                forgiving: self.forgiving && word.chars().count() >= LEAST_LETTERS,
                word,
                ..*self
            }
        })
    }

    /// With what words begin that may be meant.
    pub(super) fn beginnings(&self) -> Vec<String> {
        let mut all = vec![self.word.clone()];
        for (tongue, stem) in self.stems.iter().filter(|(_, stem)| stem.len() > 2) {
            tongue.beginnings(stem, &mut all);
        }
        all.sort();
        // What begins with another of them is found with it.
        let mut least: Vec<String> = Vec::new();
        for one in all {
            if least.last().is_none_or(|last| !one.starts_with(last.as_str())) {
                least.push(one);
            }
        }
        least
    }

    /// What a known word counts.
    pub(super) fn weigh(&self, known: &str) -> u32 {
        if known == self.word || self.is_without_sign(known) {
            WHOLE
        } else if self.begins && known.starts_with(&self.word) {
            BEGINNING
        } else if self.is_form(known) {
            FORM
        } else {
            0
        }
    }

    /// Whether a word of the site is this one, in any form; both are of the same languages.
    pub(super) fn is_in(&self, known: &Stemmed) -> bool {
        let is_whole =
            known.word == self.word || (self.begins && known.word.starts_with(&self.word));
        let mut both = self.stems.iter().zip(&known.stems);
        is_whole || both.any(|((_, stem), known)| stem == known)
    }

    /// What a word of a name counts.
    pub(super) fn weigh_name(&self, known: &str) -> u32 {
        if self.begins_names && known != self.word && known.starts_with(&self.word) {
            // What is called by a letter stands before what begins with it.
            return if self.letters == 1 { INITIAL } else { BEGINNING };
        }
        self.weigh(known)
    }

    /// Whether a known word only begins with this one.
    pub(super) fn is_beginning(&self, known: &str) -> bool {
        known != self.word && !self.is_form(known) && !self.is_without_sign(known)
    }

    /// Whether a known word is this one with a sign between its letters: `a/b` for `ab`.
    fn is_without_sign(&self, known: &str) -> bool {
        if known.len() != self.word.len() + 1 {
            return false;
        }
        let mut parts = known.split(['/', '&']);
        let [Some(one), Some(other), None] = [parts.next(), parts.next(), parts.next()] else {
            return false;
        };
        !self.exact && self.word.strip_prefix(one) == Some(other)
    }

    /// Whether a known word is another form of this one.
    pub(super) fn is_form(&self, known: &str) -> bool {
        self.stems.iter().any(|(tongue, stem)| tongue.stem(known) == *stem)
    }

    /// Whether a known word is this one with a typing error.
    pub(super) fn is_near(&self, known: &str) -> bool {
        self.forgiving && is_near(known, &self.word)
    }

    /// The same of a short word.
    pub(super) fn is_near_short(&self, known: &str) -> bool {
        self.is_short && is_near(known, &self.word)
    }

    /// Whether a typing error is forgiven.
    pub(super) fn forgives(&self) -> bool {
        self.forgiving
    }

    /// The beginnings and ends of the word that may be parts of a compound, and their stems.
    pub(super) fn compound(&self) -> Option<Compound> {
        if self.exact || self.piece || self.letters < LEAST_COMPOUND || !self.word.is_ascii() {
            return None;
        }
        let stems: Vec<&'static Tongue> = self.stems.iter().map(|(tongue, _)| *tongue).collect();
        let mut parts: HashSet<String> = HashSet::new();
        let mut add = |part: &str| {
            parts.insert(part.to_owned());
            parts.extend(stems.iter().map(|tongue| tongue.stem(part)));
        };
        for at in LEAST_HEAD..=self.word.len() - LEAST_PART {
            add(&self.word[at..]);
            add(&self.word[..self.word.len() - at]);
        }
        Some(Compound { word: self.word.clone(), tongues: stems, parts })
    }
}

/// A word of the site, with its stems in the languages of the site: worked out once where many
/// texts are compared with it.
#[derive(Debug)]
pub(super) struct Stemmed {
    /// The word, folded.
    pub(super) word: String,
    stems: Vec<String>,
}

impl Stemmed {
    /// A word with its stems.
    pub(super) fn of(tongues: &[&'static Tongue], word: String) -> Self {
        Self { stems: tongues.iter().map(|tongue| tongue.stem(&word)).collect(), word }
    }
}

/// A word that may be put together of others.
#[derive(Debug)]
pub(super) struct Compound {
    word: String,
    tongues: Vec<&'static Tongue>,
    parts: HashSet<String>,
}

impl Compound {
    /// Whether a known word is a part of it.
    pub(super) fn has(&self, known: &str) -> bool {
        if known.len() < LEAST_PART || known == self.word {
            return false;
        }
        self.is_part(known) || self.tongues.iter().any(|tongue| self.is_part(&tongue.stem(known)))
    }

    /// The same of a word of which the stems are known.
    pub(super) fn has_stemmed(&self, known: &Stemmed) -> bool {
        if known.word.len() < LEAST_PART || known.word == self.word {
            return false;
        }
        self.is_part(&known.word) || known.stems.iter().any(|stem| self.is_part(stem))
    }

    fn is_part(&self, it: &str) -> bool {
        it.len() + 1 >= LEAST_PART && self.parts.contains(it)
    }
}

/// What the first letters of a name of several words are.
pub(super) fn initials(name: &str) -> String {
    name.split(' ').filter_map(|word| word.chars().next()).collect()
}
