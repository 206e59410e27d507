//! What became of the values of a source.

use std::collections::BTreeMap;

/// The longest value that is shown of what was not read, in characters.
const MOST_SHOWN: usize = 60;

/// Whether a value was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Read,
    Unread,
}

/// What there was in a source, and what of it was read.
#[derive(Debug, Default)]
pub(super) struct Account {
    /// What was not read, each with its place and its value.
    pub(super) unread: Vec<String>,
    /// What there was, by where it stands without the numbers of items: `work[].location`.
    pub(super) fields: BTreeMap<String, Field>,
}

/// What there was in a field.
#[derive(Debug, Default)]
pub(super) struct Field {
    /// The values that were read.
    pub(super) read: Vec<String>,
    /// How many were not.
    pub(super) unread: usize,
}

impl Account {
    pub(super) fn add(&mut self, path: &str, field: String, value: &str, fate: Fate) {
        let field = self.fields.entry(field).or_default();
        match fate {
            Fate::Read => field.read.push(value.to_owned()),
            Fate::Unread => {
                field.unread += 1;
                self.unread.push(format!("{path}: {}", shown(value)));
            }
        }
    }

    /// The same, with another name for a list than it has in the tree.
    pub(super) fn called(mut self, list: &str, name: &str) -> Self {
        let (from, to) = (format!("{list}["), format!("{name}["));
        self.unread.iter_mut().for_each(|line| {
            if let Some((path, value)) = line.split_once(": ") {
                *line = format!("{}: {value}", path.replace(&from, &to));
            }
        });
        let fields = std::mem::take(&mut self.fields).into_iter();
        self.fields = fields.map(|(field, found)| (field.replace(&from, &to), found)).collect();
        self
    }

    /// Adds what there was elsewhere in the source.
    pub(super) fn extend(&mut self, other: Self) {
        self.unread.extend(other.unread);
        for (name, field) in other.fields {
            let known = self.fields.entry(name).or_default();
            known.read.extend(field.read);
            known.unread += field.unread;
        }
    }
}

/// A value that was not read, in one line.
fn shown(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST_SHOWN {
        return line;
    }
    let cut: String = line.chars().take(MOST_SHOWN).collect();
    format!("{}… ({} characters)", cut.trim_end(), line.chars().count())
}
