//! Takes out of a tree what is more than its limits allow.

use super::budget::{ADDRESSES, PROSE, TERMS, TIMES_TERMS, WORDS};
use super::lost;
use super::path::Step;
use crate::base::comments::{OPEN_COMMENT, may_hold_comments, without_comments};
use crate::base::guarded::DISTRUSTED;
use crate::base::guarded::keys::is_guarded;
use crate::base::limits::Limits;
use crate::base::printable::{harmful, parts_lines, without_harmful};
use crate::base::tidy::single_spaced;
use serde_yaml::{Mapping, Value};
use std::borrow::Cow;

/// Something beyond its bound.
pub(super) struct Excess {
    /// Where it stands, from the top of the entry.
    pub(super) path: Vec<Step>,
    /// What is wrong, in words.
    pub(super) what: String,
    /// What kind of thing it is.
    pub(super) kind: Kind,
    /// Whether what stands there was taken out whole.
    pub(super) is_gone: bool,
}

/// What is taken out, or told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// What is beyond a bound.
    Bound,
    /// Signs that nobody sees.
    Unseen,
    /// A comment that does not end, with all that stands behind it.
    OpenComment,
}

/// Takes out of an entry what is beyond its bound, and says what that was.
pub(super) fn prune(tree: &mut Value, limits: &Limits) -> Vec<Excess> {
    let mut pruning = Pruning { limits, path: Vec::new(), excess: Vec::new() };
    pruning.below(tree, "");
    pruning.excess
}

/// Takes the signs that nobody sees, and comments, out of all texts of `tree`, which is not
/// bounded.
pub(super) fn without_unseen(tree: &mut Value) -> Vec<Excess> {
    fn walk(value: &mut Value, path: &mut Vec<Step>, found: &mut Vec<Excess>) {
        match value {
            Value::String(text) => {
                let key = match path.last() {
                    Some(Step::Key(key)) => key.as_str(),
                    _ => "",
                };
                let taken = [take_comments(text, key), take_unseen(text)];
                found.extend(taken.into_iter().flatten().map(|(what, kind)| Excess {
                    path: path.clone(),
                    what,
                    kind,
                    is_gone: false,
                }));
            }
            Value::Sequence(items) => {
                for (index, item) in items.iter_mut().enumerate() {
                    path.push(Step::Index(index));
                    walk(item, path, found);
                    path.pop();
                }
            }
            Value::Mapping(mapping) => {
                for (name, item) in mapping.iter_mut() {
                    path.push(Step::Key(name.as_str().unwrap_or_default().to_owned()));
                    walk(item, path, found);
                    path.pop();
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(tree, &mut Vec::new(), &mut found);
    found
}

/// Takes out of a text the signs that nobody sees, and says so.
fn take_unseen(text: &mut String) -> Option<(String, Kind)> {
    // Nobody wrote the sign in it.
    if text == DISTRUSTED {
        return None;
    }
    let (_, sign) = harmful(text).next()?;
    *text = without_harmful(text, ' ');
    let becomes = if parts_lines(sign) { "read as a space" } else { "left out" };
    let sign = u32::from(sign);
    let what = format!("the text holds the unseen character U+{sign:04X}, which is {becomes}");
    Some((what, Kind::Unseen))
}

/// Takes the comments of its authors out of the text under `key`, and says when one does not end.
/// Of a value that decides who sees what none is taken out: it is for its reader not to understand.
fn take_comments(text: &mut String, key: &str) -> Option<(String, Kind)> {
    if !may_hold_comments(text) || is_guarded(key) {
        return None;
    }
    let found = without_comments(text);
    let open = found.open.is_some();
    if let Cow::Owned(kept) = found.text {
        kept.trim().clone_into(text);
    }
    open.then(|| (OPEN_COMMENT.to_owned(), Kind::OpenComment))
}

/// A walk through an entry that takes out what is beyond its bound.
struct Pruning<'a> {
    limits: &'a Limits,
    path: Vec<Step>,
    excess: Vec<Excess>,
}

impl Pruning<'_> {
    fn note(&mut self, what: String, kind: Kind) {
        self.excess.push(Excess { path: self.path.clone(), what, kind, is_gone: false });
    }

    /// Looks at the value under `key`. Gives back whether it may stay.
    fn below(&mut self, value: &mut Value, key: &str) -> bool {
        match value {
            Value::String(text) => self.text(text, key),
            Value::Sequence(items) => {
                self.items(items, key);
                true
            }
            Value::Mapping(mapping) => self.keys(mapping),
            _ => true,
        }
    }

    fn text(&mut self, text: &mut String, key: &str) -> bool {
        self.tidy(text, key);
        let most = self.most_letters(key);
        // Left out, a value that decides who sees what would decide for everybody: it is for its
        // reader not to understand.
        if text.len() <= most || text.chars().count() <= most || is_guarded(key) {
            return true;
        }
        self.note(
            format!("the text has {} characters, and {most} are the most", text.chars().count()),
            Kind::Bound,
        );
        false
    }

    fn items(&mut self, items: &mut Vec<Value>, key: &str) {
        let most = if WORDS.contains(&key) {
            self.limits.words
        } else if key == TERMS && self.path.len() == 1 {
            TIMES_TERMS * self.limits.items
        } else {
            self.limits.items
        };
        if items.len() > most {
            self.note(
                format!("the list has {} items, and the first {most} are read", items.len()),
                Kind::Bound,
            );
            items.truncate(most);
        }
        let mut index = 0;
        items.retain_mut(|item| {
            self.path.push(Step::Index(index));
            let stays = self.below(item, key);
            if let Some(excess) = self.excess.last_mut().filter(|_| !stays) {
                excess.is_gone = true;
            }
            self.path.pop();
            index += 1;
            stays
        });
    }

    fn keys(&mut self, mapping: &mut Mapping) -> bool {
        if mapping.len() > self.limits.items {
            let most = self.limits.items;
            self.note(
                format!("the group has {} keys, and {most} are the most", mapping.len()),
                Kind::Bound,
            );
            let is_entry = self.path.is_empty();
            if is_entry {
                // An entry that is nothing but keys has none that could be trusted.
                mapping.clear();
            }
            return is_entry;
        }
        let mut losses = Vec::new();
        let telling = lost::telling(&self.path);
        mapping.retain(|name, value| {
            let name = name.as_str().unwrap_or_default();
            self.path.push(Step::Key(name.to_owned()));
            let stays = self.below(value, name);
            self.path.pop();
            if !stays && is_guarded(name) {
                *value = Value::String(DISTRUSTED.to_owned());
                return true;
            }
            losses.extend(telling.filter(|key| !stays && *key == name));
            stays
        });
        for key in losses {
            lost::add(mapping, key);
        }
        true
    }

    /// Takes signs out of a text that nobody sees: quoted texts can hold them as escapes. A line
    /// stays one line.
    fn tidy(&mut self, text: &mut String, key: &str) {
        let many_lines = PROSE.contains(&key) || self.top() == "extra";
        if !many_lines && text.contains(['\n', '\t']) {
            *text = single_spaced(text);
        }
        for (what, kind) in [take_comments(text, key), take_unseen(text)].into_iter().flatten() {
            self.note(what, kind);
        }
    }

    /// The key at the top of the entry under which the walk is.
    fn top(&self) -> &str {
        match self.path.first() {
            Some(Step::Key(top)) => top.as_str(),
            _ => "",
        }
    }

    /// The most characters of a text under `key`.
    fn most_letters(&self, key: &str) -> usize {
        if PROSE.contains(&key) || self.top() == "extra" {
            self.limits.text
        } else if ADDRESSES.contains(&key) || self.top() == "links" {
            self.limits.address
        } else {
            self.limits.line
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::base::guarded::switch::Switch;
    use crate::base::guarded::{Guarded, Unclear};
    use crate::base::yaml::{Reading, read};
    use serde::Deserialize;
    use std::sync::Arc;

    #[test]
    fn a_doubled_key_that_guards_is_said_once_beside_an_escape() {
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Page {
            title: String,
            draft: Guarded<Switch>,
        }
        for (title, read_as, codes) in [
            (r"a\tb", "a\tb", &["duplicate-key"][..]),
            (r"a\u0000b", "ab", &["duplicate-key", "control-character"]),
        ] {
            let text = format!("title: \"{title}\"\ndraft: false\ndraft: false\n");
            let Reading { value, notes, .. } = read::<Page>(&text, &Arc::from("a.yaml"), 1);
            let value = value.expect("the rest can be read");
            assert_eq!(value.title, read_as);
            assert_eq!(value.draft, Guarded::Closed(Unclear::Said));
            assert_eq!(notes.iter().map(|note| note.code.name()).collect::<Vec<_>>(), codes);
        }
    }
}
