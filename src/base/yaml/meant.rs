//! What was plainly meant by a key or a value that does not fit: slips that cost nobody. Of keys
//! that decide who sees what, nothing is mended.

use super::fault::Fault;
use super::path::Step;
use super::path::look_up;
use crate::base::diagnostic::codes::Code;
use crate::base::guarded::closing_words::closes;
use crate::base::guarded::keys::{is_guarded, speaks_of_privacy};
use serde_yaml::Value;

impl Fault {
    /// The fault when `tree` is what it was found in: a key in capitals, or with other signs
    /// between its words, is the key that it names, unless that stands there too or decides who
    /// sees what.
    pub(super) fn in_tree(self, tree: &Value, path: &[Step]) -> Self {
        let (Code::UnknownKey, Some(known), Some(cut)) = (self.code, self.known, &self.cut) else {
            return self;
        };
        let Some((Step::Key(written), parents)) = cut.split_last() else { return self };
        let closed = |step: &Step| matches!(step, Step::Key(key) if is_guarded(key));
        let meant = in_other_letters(written, known.iter().copied());
        let group = look_up(tree, &path[..parents.len().min(path.len())]);
        let is_alone = |key: &&str| group.is_some_and(|group| group.get(key).is_none());
        let Some(key) = meant.filter(is_alone) else { return self };
        if is_guarded(key) || parents.iter().any(closed) {
            return Self { help: Some(format!("write `{key}:`")), ..self };
        }
        let message = format!("the key `{written}` is read as `{key}`");
        let (called, help) = (Some(key.to_owned()), Some(format!("write `{key}:`")));
        Self { code: Code::Mended, message, help, called, ..self }
    }

    /// The fault when `value` is what is at fault: one of the words that are known, in other
    /// letters, or an item of a list of texts in which a colon stands.
    pub(super) fn of_value_meant(self, value: Option<&Value>, path: &[Step]) -> Self {
        let closed = |step: &Step| matches!(step, Step::Key(key) if is_guarded(key));
        if path.iter().any(closed) {
            return self;
        }
        let meant = match (self.code, value) {
            (Code::BrokenValue, Some(value)) => self.in_known_letters(value),
            (Code::WrongType, Some(Value::Mapping(item))) if self.wants_text => {
                matches!(path.last(), Some(Step::Index(_))).then(|| text_of_item(item)).flatten()
            }
            _ => None,
        };
        let Some((instead, message, help)) = meant else { return self };
        Self { code: Code::Mended, message, help: Some(help), instead: Some(instead), ..self }
    }

    /// The value with the word that is not known in the letters in which it is.
    fn in_known_letters(&self, value: &Value) -> Option<(Value, String, String)> {
        let (word, known) = self.unknown.as_ref()?;
        let known = in_other_letters(word, known.iter().copied())?;
        let instead = match value {
            Value::String(text) if text == word => Value::String(known.to_owned()),
            Value::Mapping(group) => {
                let mut group = group.clone();
                let mut found =
                    group.iter_mut().filter(|(_, value)| value.as_str() == Some(word.as_str()));
                let (_, value) = found.next()?;
                *value = Value::String(known.to_owned());
                if found.next().is_some() {
                    return None;
                }
                Value::Mapping(group)
            }
            _ => return None,
        };
        Some((instead, format!("`{word}` is read as `{known}`"), format!("write `{known}`")))
    }
}

/// The one of `known` that `word` is when capitals and the signs between words do not count.
pub fn in_other_letters<'a>(
    word: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let bare = |key: &str| key.to_lowercase().replace(['-', '_', ' '], "");
    let wanted = bare(word);
    let mut found = known.into_iter().filter(|key| bare(key) == wanted);
    found.next().filter(|_| found.next().is_none())
}

/// The text that an item of a list was meant to be, which a colon made a group of one key.
fn text_of_item(item: &serde_yaml::Mapping) -> Option<(Value, String, String)> {
    let mut entries = item.iter();
    let (Some((Value::String(key), Value::String(value))), None) = (entries.next(), entries.next())
    else {
        return None;
    };
    let begins_text = key.contains(' ') || key.starts_with(char::is_uppercase);
    if !begins_text || speaks_of_privacy(key) || closes(value) {
        return None;
    }
    let text = format!("{key}: {value}");
    let message = format!("a colon stands in the text, which is read as `{text}`");
    let help = format!("put the text in quotes: '{}'", text.replace('\'', "''"));
    Some((Value::String(text), message, help))
}
