//! What `vakwerk init` and `vakwerk new` wrote to be replaced, and still stands.

use crate::base::{Code, Diagnostic, Place, Spot};
use std::sync::Arc;

/// The sentences that new files hold in place of the author's own.
const SENTENCES: [&str; 58] = [
    "Your name",
    "Uw naam",
    "What you do, in one line",
    "Wat u doet, in één regel",
    "Who are you? What drives you in your work?",
    "Wie bent u? Wat drijft u in uw werk?",
    "What can you do? What do people call you for?",
    "Wat kunt u? Waarvoor wordt u gebeld?",
    "Where is your added value? What changes when you have been there?",
    "Waar zit uw meerwaarde? Wat is er anders als u geweest bent?",
    "What brings you into flow?",
    "Waar krijgt u energie van?",
    "What you bring to others",
    "Wat u anderen biedt",
    "What you look for from others",
    "Wat u bij anderen zoekt",
    "What the photo shows",
    "Wat er op de foto staat",
    "Your story, in Markdown. Write as you would tell it to a new client.",
    "Uw verhaal, in Markdown. Schrijf het zoals u het een nieuwe klant zou vertellen.",
    "The client's name",
    "De naam van de opdrachtgever",
    "What did the client ask?",
    "Wat vroeg de opdrachtgever?",
    "How was it done?",
    "Hoe is het aangepakt?",
    "What came of it?",
    "Wat is het geworden?",
    "The story of the case, in Markdown.",
    "Het verhaal van de opdracht, in Markdown.",
    "Who asks",
    "Wie vraagt",
    "The question at length, in Markdown.",
    "De vraag in het lang, in Markdown.",
    "Your text, in Markdown.",
    "Uw tekst, in Markdown.",
    "One or two sentences, for search engines and previews",
    "Een of twee zinnen, voor zoekmachines en voorvertoningen",
    "What is it about?",
    "Waar gaat het over?",
    "What is it about, in a sentence or two?",
    "Waar gaat het over, in een of twee zinnen?",
    "The programme, in Markdown.",
    "Het programma, in Markdown.",
    "The news, in Markdown.",
    "Het bericht, in Markdown.",
    "Who takes part",
    "Wie meedoet",
    "What is the group there for?",
    "Waar is de groep voor?",
    "The whole story, in Markdown.",
    "Het hele verhaal, in Markdown.",
    "How does somebody join?",
    "Hoe doet iemand mee?",
    "What is it there for?",
    "Waar is de organisatie voor?",
    "What does it add?",
    "Wat voegt ze toe?",
];

/// With which words a comment begins behind a fact that is nobody's.
const EXAMPLES: [&str; 2] = ["# EXAMPLE", "# VOORBEELD"];

/// Notes once for an entry what still stands there as it was when the file was new.
pub(super) fn note_placeholders(text: &str, file: &Arc<str>, notes: &mut Vec<Diagnostic>) {
    let mut fence: Option<&str> = None;
    let mut standing = text.lines().enumerate().filter_map(|(at, line)| {
        // What is shown as code is an example of something.
        let marks = fence_of(line);
        match (fence, marks) {
            (None, Some(marks)) => fence = Some(marks),
            (Some(open), Some(marks)) if marks.starts_with(open) => fence = None,
            _ => {}
        }
        if fence.is_some() {
            return None;
        }
        // As items of long lists end, and no sentence.
        let is_sentence = |value: &&str| !value.ends_with('}') && SENTENCES.contains(value);
        let sentence = || Some(written(line)).filter(is_sentence);
        Some((at + 1, line, example(line).or_else(sentence)?))
    });
    let Some((number, line, value)) = standing.next() else { return };
    let column = line.find(value).map_or(1, |at| line[..at].chars().count() + 1);
    let others = match standing.count() {
        0 => String::new(),
        1 => ", and one more text".to_owned(),
        count => format!(", and {count} more texts"),
    };
    let place = Place { file: file.clone(), spot: Spot::Position(number, column) };
    let message = format!("`{value}` still stands here as it was when the file was new{others}");
    notes.push(Diagnostic::new(Code::Placeholder, place, message).help(
        "write your own (and take the word EXAMPLE away), or remove the line; remove the file when the entry was only \
         an example",
    ));
}

/// The signs with which a line begins or ends a block of code.
fn fence_of(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let sign = line.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let marks = &line[..line.len() - line.trim_start_matches(sign).len()];
    (marks.len() >= 3).then_some(marks)
}

/// What stands before the comment that calls it an example.
fn example(line: &str) -> Option<&str> {
    if !line.contains('#') {
        return None;
    }
    let mut found = EXAMPLES.iter().filter_map(|sign| line.split_once(sign));
    let (fact, _) = found.find(|(fact, rest)| {
        // A line that is a comment as a whole says nothing, and `EXAMPLES` is another word.
        !fact.trim().is_empty()
            && fact.ends_with(char::is_whitespace)
            && !rest.starts_with(char::is_alphanumeric)
    })?;
    Some(fact.trim())
}

/// What a line says: the value behind its key, without quotes and the comment that follows it.
fn written(line: &str) -> &str {
    let line = line.trim();
    if line.starts_with('#') {
        return "";
    }
    // A sentence of the text may hold a colon, a value begins behind the first one.
    let bytes = line.as_bytes();
    let colon = memchr::memchr_iter(b':', bytes).find(|at| bytes.get(at + 1) == Some(&b' '));
    let value = colon.map_or(line, |at| &line[at + 2..]).trim();
    let quoted =
        ['"', '\''].iter().find_map(|quote| value.strip_prefix(*quote)?.split_once(*quote));
    match quoted {
        // `'The client''s name'` is no sentence of ours as it is written.
        Some((inner, _)) => inner,
        None if value.contains('#') => value.split(" #").next().unwrap_or(value).trim_end(),
        None => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_of_ours_is_found_as_a_value_and_as_a_text_and_nowhere_else() {
        let noted = |text: &str| {
            let mut notes = Vec::new();
            note_placeholders(text, &"a.md".into(), &mut notes);
            notes.len()
        };
        for placeholder in [
            "name: \"Your name\"",
            "client: The client's name   # a page",
            "Your text, in Markdown.",
            "  - facilitation   # EXAMPLE: a topic",
            "place: Utrecht # VOORBEELD",
        ] {
            assert_eq!(noted(&format!("---\n{placeholder}\n---\n")), 1, "{placeholder}");
        }
        for own in [
            "# photo: { alt: What the photo shows }",
            "name: Your nameless",
            "My text says: Who asks why?",
            "# EXAMPLE",
            "place: Utrecht # EXAMPLES of towns",
            "x: y\n---\n````yaml\n```\nname: Your name\n````\nText.",
        ] {
            assert_eq!(noted(&format!("---\n{own}\n---\n")), 0, "{own}");
        }
        assert_eq!(
            noted("name: Your name\nheadline: What you do, in one line\n"),
            1,
            "once for a file"
        );
    }
}
