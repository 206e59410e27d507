//! Short sentences that say that something is not to be shown.

use crate::base::fold::fold;
use crate::base::word_list::is_among;
use strsim::{levenshtein, osa_distance};

/// Words by which a sentence says no before what is done: `do not show`, `nicht anzeigen`.
const NOT: &str = "not dont never niet nooit nicht nie pas ne non";

/// Words by which it says no before a noun, and such nouns: `no publication`.
const NONE: &str = "no geen kein keine aucune";
const NOUNS: &str = "publication publicatie publishing publicity display listing veroffentlichung \
                     veroeffentlichung";

/// Words for what is not to be done.
const SHOWING: &str = "publish published public publicly publication publicity show showing shown \
                       display displayed list listed visible \
                       tonen getoond toon zichtbaar publiceren publiceer gepubliceerd publicatie \
                       openbaar vermelden \
                       zeigen gezeigt anzeigen angezeigt sichtbar veroffentlichen \
                       veroffentlicht veroffentlichung veroeffentlichen veroeffentlicht \
                       veroeffentlichung offentlich oeffentlich \
                       montrer afficher affiche publier publie visible";

/// Where people are shown.
const WHERE: &str = "website site web webpage internet online directory register listing list index \
                     lijst ledenlijst gids ledengids smoelenboek webseite verzeichnis \
                     mitgliederverzeichnis liste annuaire repertoire trombinoscope lista directorio \
                     elenco";

/// Nouns and verbs of showing by which a key asks whether somebody is to be shown.
const ASKED: &str = "publication publicatie publishing publicity display diffusion listing show \
                     shown tonen weergeven vermelden vermelding zeigen anzeigen montrer afficher \
                     publier mostrar visa vis pokaz goster";

/// Small words of such keys.
const SMALL: &str = "op de het on the our this to in at for auf der die dem im in der unserer sur \
                     le la les notre dans en el nel su mag may can darf peut puede be worden te \
                     appear staan ok";

/// Words that say who alone is to see it, and who that is.
const ONLY: &str = "only alleen nur uniquement seulement solo enkel";
const FEW: &str = "intern internal internally interne interno internes internen private privat \
                   members member leden lid mitglieder membres";

/// Whether the words of a key say that something is not to be shown: `niet op website`.
pub(super) fn forbids_showing(words: &[String]) -> bool {
    let is_shown = |word: &String| {
        is_among(SHOWING, word) || is_among(WHERE, word) || is_slip_of(SHOWING, word)
    };
    let is_not = |word: &String| is_among(NOT, word) || is_turned_not(word);
    let behind = |at: usize| words[at + 1..].iter().find(|word| !is_among(SMALL, word));
    let is_only = words.iter().any(|word| is_among(ONLY, word))
        && words.iter().any(|word| is_among(FEW, word));
    is_only || (0..words.len()).any(|at| is_not(&words[at]) && behind(at).is_some_and(is_shown))
}

/// Whether a word is one of a list but for one letter. Of short words that makes others.
fn is_slip_of(list: &str, word: &str) -> bool {
    const SHORTEST: usize = 5;
    let mut known = list.split_whitespace().filter(|known| known.len() >= SHORTEST);
    word.len() >= SHORTEST && known.any(|known| osa_distance(known, word) <= 1)
}

/// Whether a word says no with two letters exchanged: `neit`.
fn is_turned_not(word: &str) -> bool {
    let is_turned = |not: &&str| osa_distance(not, word) == 1 && levenshtein(not, word) == 2;
    ["niet", "nicht", "nooit", "never"].iter().any(is_turned)
}

/// Whether an answer to such a question says no, in more words than one or with a letter too many:
/// `nee, liever niet`, `neee`.
pub(super) fn answers_no(value: &str) -> bool {
    const NO: &str = "no nee neen nein non nope nej nei";
    // What has capitals within is a title or a name, and no answer.
    let has_capital = |word: &str| word.chars().any(char::is_uppercase);
    let is_title = value.split_whitespace().skip(1).any(has_capital);
    if is_title || value.len() > 40 || value.contains(['/', '@']) {
        return false;
    }
    let folded = fold(value);
    let mut words = folded.split(|sign: char| !sign.is_alphanumeric()).filter(|it| !it.is_empty());
    let Some(first) = words.clone().next() else { return false };
    let mut single: Vec<char> = first.chars().collect();
    single.dedup();
    let single: String = single.into_iter().collect();
    let says_no = |word: &str| is_among(NO, word) || is_among(NOT, word) || is_turned_not(word);
    is_among("no ne nen nein non nope", &single) || words.any(says_no)
}

/// Whether a key asks whether somebody is to be shown: `mag op website`, `publicatie`. A `website`
/// alone is one that somebody has.
pub(super) fn speaks_of_showing(words: &[String]) -> bool {
    let asks = |word: &String| is_among(ASKED, word) || is_among(SMALL, word);
    words.iter().all(|word| asks(word) || is_among(WHERE, word))
        && words.iter().any(asks)
        && words.iter().any(|word| !is_among(SMALL, word))
}

/// Words behind which something else is said: `niet lullen maar tonen`.
const BUT: &str = "but maar sondern mais";

/// Words that may stand behind what is not to be done. Before another, the sentence tells of
/// something else: `never show weakness`.
const BEHIND: &str = "this me my it him her them us on in yet please pls aub svp bitte until before \
                      after to anywhere publicly online at for the profile name entry page \
                      website site here now still ever or and anymore \
                      op de het mij mijn dit deze te worden online \
                      auf im der die das mich werden ne plus sur mon le la";

/// Whether a short sentence says that something is not to be shown.
pub(super) fn forbids(value: &str) -> bool {
    /// Longer ones tell of something else.
    const MOST: usize = 60;
    if value.len() > MOST || !value.contains(' ') {
        return false;
    }
    let words = fold(value).replace(['\'', '\u{2019}'], "");
    let words: Vec<&str> = words.split(|sign: char| !sign.is_alphanumeric()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    (0..words.len()).any(|at| is_forbidden(words[at], &words[at + 1..]))
}

/// Whether `word` says no to what the words behind it say.
fn is_forbidden(word: &str, behind: &[&str]) -> bool {
    /// So many words may stand between the two: `not yet to be published`.
    const BETWEEN: usize = 3;
    if is_among(NONE, word) && behind.first().is_some_and(|noun| is_among(NOUNS, noun)) {
        return true;
    }
    // `niet op de site`; who has not a site says something else.
    let place = behind.iter().position(|word| !is_among(SMALL, word)).filter(|at| *at > 0);
    if is_among(NOT, word) && place.is_some_and(|at| is_among(WHERE, behind[at])) {
        return true;
    }
    let shown = behind.iter().take(BETWEEN + 1).position(|word| is_among(SHOWING, word));
    let Some(shown) = shown.filter(|_| is_among(NOT, word)) else { return false };
    let (between, rest) = behind.split_at(shown);
    !between.iter().any(|word| is_among(BUT, word))
        && rest.get(1).is_none_or(|word| is_among(BEHIND, word))
}

#[cfg(test)]
mod tests {
    use super::forbids;

    #[test]
    fn a_sentence_forbids_or_tells_of_something_else() {
        for value in [
            "do not publish yet",
            "Please don't show",
            "please do not show me on the website",
            "not for publication",
            "not yet to be published",
            "geen publicatie aub",
            "niet tonen aub",
            "nog niet op de site zichtbaar, niet tonen",
            "mag niet worden getoond",
            "nicht anzeigen",
            "Nicht zur Veröffentlichung",
            "ne pas afficher",
        ] {
            assert!(forbids(value), "{value}");
        }
        for value in [
            "geen publicaties",
            "no public transport nearby",
            "never show weakness",
            "I never published a book",
            "Niet lullen maar tonen",
            "not yet a member",
            "published in Nature",
            "no website yet",
        ] {
            assert!(!forbids(value), "{value}");
        }
    }
}
