//! What another program wrote, as a tree that knows what of it was read: the rest is named, all of
//! it, with its place.

use super::account::{Account, Fate};
use super::draft::EndDraft;
use crate::base::{Date, goes_on};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// Which places of a source were read.
#[derive(Debug, Default)]
pub(super) struct Ledger(RefCell<BTreeSet<String>>);

/// A place in a source, and what stands there.
#[derive(Debug, Clone)]
pub(super) struct Node<'a> {
    value: &'a Value,
    path: String,
    ledger: &'a Ledger,
}

static NOTHING: Value = Value::Null;

impl Ledger {
    /// The root of a source, whose places begin with `name`.
    pub(super) fn root<'a>(&'a self, value: &'a Value, name: &str) -> Node<'a> {
        Node { value, path: name.to_owned(), ledger: self }
    }

    /// What there was below `name`, and what of it was not read: `work[2].location: Assen`.
    pub(super) fn account(&self, value: &Value, name: &str) -> Account {
        let mut account = Account::default();
        self.gather(value, (name, String::new()), Fate::Unread, &mut account);
        account
    }

    /// `path` and `field`: where a value stands, and the same without the numbers of items.
    fn gather(
        &self,
        value: &Value,
        (path, field): (&str, String),
        fate: Fate,
        account: &mut Account,
    ) {
        let fate = if self.0.borrow().contains(path) { Fate::Read } else { fate };
        match value {
            Value::Object(keys) => keys.iter().for_each(|(key, value)| {
                self.gather(value, (&below(path, key), below(&field, key)), fate, account);
            }),
            Value::Array(items) => items.iter().enumerate().for_each(|(at, item)| {
                self.gather(item, (&format!("{path}[{at}]"), format!("{field}[]")), fate, account);
            }),
            Value::Null | Value::Bool(false) => {}
            Value::String(text) if text.trim().is_empty() => {}
            Value::String(text) => account.add(path, field, text, fate),
            other => account.add(path, field, &other.to_string(), fate),
        }
    }
}

/// Whether nothing stands in a value.
pub(super) fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(keys) => keys.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

fn below(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

impl<'a> Node<'a> {
    /// What stands under a key.
    pub(super) fn get(&self, key: &str) -> Self {
        let value = self.value.get(key).unwrap_or(&NOTHING);
        Self { value, path: below(&self.path, key), ledger: self.ledger }
    }

    /// The keys of a group.
    pub(super) fn keys(&self) -> Vec<&'a str> {
        self.value.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect()
    }

    /// The items of a list; of what is none, itself.
    pub(super) fn items(&self) -> Vec<Self> {
        match self.value {
            Value::Array(items) => {
                let item = |(at, value)| Self {
                    value,
                    path: format!("{}[{at}]", self.path),
                    ledger: self.ledger,
                };
                items.iter().enumerate().map(item).collect()
            }
            Value::Null => Vec::new(),
            _ => vec![self.clone()],
        }
    }

    /// Whether nothing stands here.
    pub(super) fn is_nothing(&self) -> bool {
        is_nothing(self.value)
    }

    /// The text that stands here, without saying that it was read.
    pub(super) fn peek(&self) -> Option<String> {
        match self.value {
            Value::String(text) => {
                let text = text.trim();
                let one_break = || text.replace("\r\n", "\n").replace('\r', "\n");
                let text = if text.contains('\r') { one_break() } else { text.to_owned() };
                Some(text).filter(|text| !text.is_empty())
            }
            Value::Number(number) => Some(number.to_string()),
            Value::Bool(_) | Value::Null | Value::Array(_) | Value::Object(_) => None,
        }
    }

    /// Says that what stands here was read.
    pub(super) fn read(&self) {
        self.ledger.0.borrow_mut().insert(self.path.clone());
    }

    /// Says that what stands under these keys was read.
    pub(super) fn read_all(&self, keys: &[&str]) {
        for key in keys {
            self.get(key).read();
        }
    }

    /// The text that stands here.
    pub(super) fn text(&self) -> Option<String> {
        let text = self.peek()?;
        self.read();
        Some(text)
    }

    /// The text under the first of these keys that has one. The same text under another is read
    /// with it.
    pub(super) fn first(&self, keys: &[&str]) -> Option<String> {
        let found = keys.iter().find_map(|key| self.get(key).text())?;
        for key in keys {
            let other = self.get(key);
            if other.peek().as_ref() == Some(&found) {
                other.read();
            }
        }
        Some(found)
    }

    /// The texts of a list.
    pub(super) fn texts(&self) -> Vec<String> {
        self.items().iter().filter_map(Self::text).collect()
    }

    /// The date that stands here in whatever form; one that is none is not read, and named.
    pub(super) fn date(&self) -> Option<Date> {
        let text = self.peek()?;
        let date = date(&text);
        if date.is_some() || goes_on(&text) {
            self.read();
        }
        date
    }

    /// The date under the first of these keys that has one.
    pub(super) fn first_date(&self, keys: &[&str]) -> Option<Date> {
        keys.iter().find_map(|key| self.get(key).date())
    }
}

/// From this year on, nothing ends.
const NEVER: i16 = 9000;

/// The end under the first of these keys that has one. What cannot be read stays unread, and is
/// an end all the same.
pub(super) fn end(one: &Node<'_>, keys: &[&str]) -> Option<EndDraft> {
    if let Some(date) = one.first_date(keys) {
        // `9999-12-31` is how databases say that there is none.
        return (date.year() < NEVER).then(|| date.into());
    }
    let written = keys.iter().filter_map(|key| one.get(key).peek());
    let words = written.filter(|text| text.chars().any(char::is_alphanumeric) && !goes_on(text));
    words.into_iter().next().map(EndDraft::Unread)
}

/// A date in whatever form; of a moment, its day.
pub(super) fn date(text: &str) -> Option<Date> {
    let compact = |text: &str| -> Option<Date> {
        let digits = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
        if digits {
            format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]).parse().ok()
        } else {
            None
        }
    };
    // What is not known of a day is zero.
    let text = text.trim_end_matches("-00");
    text.parse()
        .ok()
        .or_else(|| text.get(..10)?.parse().ok())
        .or_else(|| compact(text))
        .or_else(|| Date::in_any_form(text))
        .or_else(|| american(text))
}

/// `Mar 1, 2020`, as Americans write a day.
fn american(text: &str) -> Option<Date> {
    let mut words = text.split([' ', ',']).filter(|word| !word.is_empty());
    let (month, day, year) = (words.next()?, words.next()?, words.next()?);
    let is_month = month.chars().all(char::is_alphabetic) && words.next().is_none();
    is_month.then(|| Date::in_any_form(&format!("{day} {month} {year}"))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn whatever_was_not_read_is_named_with_its_place() {
        let value = json!({ "a": "x", "b": [{ "c": "1", "d": "May 2017" }, { "c": "", "d": "whenever" }], "e": { "f": 3 } });
        let ledger = Ledger::default();
        let root = ledger.root(&value, "");
        assert_eq!(root.first(&["z", "a"]).as_deref(), Some("x"));
        let dates: Vec<_> = root
            .get("b")
            .items()
            .iter()
            .map(|item| item.get("d").date().map(|it| it.to_string()))
            .collect();
        assert_eq!(dates, [Some("2017-05".to_owned()), None]);
        let account = ledger.account(&value, "");
        assert_eq!(account.unread, ["b[0].c: 1", "b[1].d: whenever", "e.f: 3"]);
        let counted: Vec<_> = account
            .fields
            .iter()
            .map(|(name, field)| (&**name, field.read.len(), field.unread))
            .collect();
        assert_eq!(counted, [("a", 1, 0), ("b[].c", 0, 1), ("b[].d", 1, 1), ("e.f", 0, 1)]);
    }
}
