//! Words in quotation marks are found side by side.

use crate::finder::open;
use std::collections::BTreeSet;
use std::path::Path;
use vakwerk::base::Language;
use vakwerk::base::fold::fold;
use vakwerk::edition::Edition;
use vakwerk::finder;

/// Two words that stand side by side in a text, in quotation marks; every second time the other way
/// around.
pub(crate) fn phrases(edition: &Edition, language: &Language, most: usize) -> Vec<String> {
    let mut phrases = Vec::new();
    let entries = finder::entries(edition);
    for (at, entry) in entries.iter().enumerate().step_by((entries.len() / most).max(1)) {
        let texts = finder::texts(edition, *entry, language);
        let Some((_, text)) = texts.get(at % texts.len().max(1)) else { continue };
        let words: Vec<&str> = text.split_whitespace().collect();
        // Of two small words nothing is known.
        let long = |both: &&[&str]| {
            both.iter().all(|it| it.chars().all(char::is_alphabetic))
                && both.iter().any(|it| it.chars().count() > 7)
        };
        let Some(both) = words.windows(2).filter(long).nth(at % 3) else { continue };
        let [one, other] = if at % 2 == 0 { [both[0], both[1]] } else { [both[1], both[0]] };
        phrases.push(format!("\"{one} {other}\""));
    }
    phrases
}

#[test]
fn a_phrase_finds_what_has_its_words_side_by_side() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site");
    let (edition, language, languages) = open(&folder);
    let index = finder::index(&edition, &language, &languages);
    let (mut found, mut missed) = (0, 0);
    for phrase in phrases(&edition, &language, 200) {
        let words = fold(&phrase);
        let has = |text: &str| format!(" {} ", fold(text)).contains(&format!(" {words} "));
        let wanted = |at: &usize| {
            let entry = index.entries[*at];
            let texts = finder::texts(&edition, entry, &language);
            texts.iter().any(|(_, text)| has(text))
                || finder::names(&edition, entry, &language).into_iter().any(has)
        };
        let wanted: BTreeSet<usize> = (0..index.entries.len()).filter(wanted).collect();
        let hits: BTreeSet<usize> =
            finder::search(&index, &phrase).hits.iter().map(|hit| hit.entry).collect();
        assert!(wanted.is_subset(&hits), "{phrase}: {wanted:?} of {hits:?}");
        for at in hits.difference(&wanted) {
            let about = finder::record(&edition, index.entries[*at], &language).topics;
            let by_topic = edition.topics.iter().any(|topic| has(&topic.title));
            assert!(by_topic && !about.is_empty(), "{phrase} finds entry {at}");
        }
        if hits.is_empty() { missed += 1 } else { found += 1 }
    }
    assert!(found > 15 && missed > 10, "{found} found, {missed} not");
}
