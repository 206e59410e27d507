//! Filling what is empty in a profile that stands: keys that it does not have, and items that its
//! lists do not have. What stands otherwise is changed only when somebody agrees; comments stay.

use super::fill_item::{covers, is_alike, is_same, merged};
use super::fill_words::{in_a_line, said, shown, story};
use super::standing::{parts, plain_ends, with_ends_of, with_key, with_more, with_value};
use serde_yaml::{Mapping, Value};

/// What a profile would become.
#[derive(Debug, Default)]
pub(super) struct Filled {
    /// Its text; none when nothing changes.
    pub(super) text: Option<String>,
    /// What is new in it, a line each.
    pub(super) added: Vec<String>,
    /// What stands otherwise than the source says.
    pub(super) differences: Vec<Difference>,
}

/// Something that stands otherwise than the source says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Difference {
    /// What stands, in a line.
    pub(super) stands: String,
    /// What the source says.
    pub(super) comes: String,
    /// Whether it was changed; else it stays as it stands.
    pub(super) is_changed: bool,
}

/// Whose word counts where something stands otherwise than the source says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// What stands stays.
    OfProfile,
    /// What the source says takes its place.
    OfSource,
}

/// Fills `text`, a file of front matter and Markdown (or of YAML alone), from a draft.
///
/// # Errors
/// Why what stands cannot be read.
pub(super) fn fill(text: &str, draft: &Mapping, body: &str, word: Word) -> Result<Filled, String> {
    let plain = plain_ends(text);
    let (before, yaml, after) = parts(&plain).ok_or("its front matter does not end")?;
    let standing: Mapping = match serde_yaml::from_str(yaml) {
        Ok(Value::Mapping(mapping)) => mapping,
        Ok(Value::Null) => Mapping::new(),
        _ => return Err("its front matter cannot be read".to_owned()),
    };
    let mut filling = Filling { yaml: yaml.to_owned(), word, filled: Filled::default() };
    for (key, value) in draft {
        let Some(name) = key.as_str() else { continue };
        match (standing.get(name), value) {
            (Some(stands), value) if stands == value => {}
            (None, value) => {
                filling.yaml = with_key(&filling.yaml, name, value);
                filling.filled.added.push(shown(name, value));
            }
            (Some(stands), value) if is_empty(stands) => filling.fill(name, value),
            (Some(Value::Sequence(stands)), Value::Sequence(comes)) => {
                filling.list(name, stands, comes);
            }
            (Some(Value::Mapping(stands)), Value::Mapping(comes)) => {
                filling.group(name, stands, comes);
            }
            (Some(stands), value) => {
                let is_changed = filling.change(name, value);
                filling.differ(shown(name, stands), shown(name, value), is_changed);
            }
        }
    }
    let mut after = after.to_owned();
    let (stands, comes) = (body_of(&after).to_owned(), body.trim());
    let has_place = !before.is_empty();
    if stands.is_empty() && !comes.is_empty() && has_place {
        after = format!("---\n\n{comes}\n");
        filling.filled.added.push(format!("the story ({} characters)", comes.chars().count()));
    } else if !comes.is_empty() && stands != comes {
        let is_changed = word == Word::OfSource && has_place;
        if is_changed {
            after = format!("---\n\n{comes}\n");
        }
        filling.differ(story(&stands), story(comes), is_changed);
    }
    let Filling { yaml, mut filled, .. } = filling;
    if !filled.added.is_empty() || filled.differences.iter().any(|difference| difference.is_changed)
    {
        filled.text = Some(with_ends_of(text, &format!("{before}{yaml}{after}")));
    }
    Ok(filled)
}

fn body_of(after: &str) -> &str {
    after.split_once('\n').map_or("", |(_, body)| body).trim()
}

pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Sequence(items) => items.is_empty(),
        Value::Mapping(group) => group.is_empty(),
        _ => false,
    }
}

/// A profile that is being filled.
struct Filling {
    yaml: String,
    word: Word,
    filled: Filled,
}

impl Filling {
    fn fill(&mut self, name: &str, value: &Value) {
        // An empty key goes, and stands again with its value behind the others.
        let is_it = |line: &&str| {
            line.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with(':'))
        };
        let without: String = self.yaml.split_inclusive('\n').filter(|line| !is_it(line)).collect();
        self.yaml = with_key(&without, name, value);
        self.filled.added.push(shown(name, value));
    }

    /// Puts another value under a key, where the source has the word and the lines allow it.
    fn change(&mut self, name: &str, value: &Value) -> bool {
        let text =
            if self.word == Word::OfSource { with_value(&self.yaml, name, value) } else { None };
        let is_changed = text.is_some();
        self.yaml = text.unwrap_or_else(|| std::mem::take(&mut self.yaml));
        is_changed
    }

    fn differ(&mut self, stands: String, comes: String, is_changed: bool) {
        self.filled.differences.push(Difference { stands, comes, is_changed });
    }

    fn list(&mut self, name: &str, stands: &[Value], comes: &[Value]) {
        let mut all = stands.to_vec();
        let mut changed: Vec<(Value, Value)> = Vec::new();
        let mut new: Vec<Value> = Vec::new();
        for item in comes {
            match all.iter().position(|known| known == item || is_same(known, item)) {
                Some(at) if covers(&all[at], item) => {}
                Some(at) => {
                    let whole = merged(&all[at], item);
                    changed.push((std::mem::replace(&mut all[at], whole.clone()), whole));
                }
                None => match new.iter().position(|known| known == item || is_same(known, item)) {
                    Some(at) => new[at] = merged(&new[at], item),
                    None => new.push(item.clone()),
                },
            }
        }
        if !changed.is_empty() {
            let is_changed = self.change(name, &Value::Sequence(all.clone()));
            if !is_changed {
                all = stands.to_vec();
            }
            for (was, whole) in changed {
                self.differ(in_a_line(name, &was), in_a_line(name, &whole), is_changed);
            }
        }
        if new.is_empty() {
            return;
        }
        all.extend(new.iter().cloned());
        let (below, whole) = (Value::Sequence(new.clone()), Value::Sequence(all));
        if let Some(text) = with_more(&self.yaml, name, &below, &whole) {
            self.yaml = text;
            self.filled.added.extend(new.iter().map(|item| format!("{name}: {}", said(item))));
            return;
        }
        // Where nothing can be put below the lines, the list as a whole may be changed.
        let is_changed = self.change(name, &whole);
        let more = new.iter().map(said).collect::<Vec<_>>().join(", ");
        self.differ(
            format!("{name}: {} items", stands.len()),
            format!("{name}: {more}"),
            is_changed,
        );
    }

    fn group(&mut self, name: &str, stands: &Mapping, comes: &Mapping) {
        let (new, other): (Vec<_>, Vec<_>) = comes
            .iter()
            .filter(|(key, value)| {
                let name = key.as_str().unwrap_or_default();
                stands.get(key).is_none_or(|known| !is_alike(name, known, value))
            })
            .partition(|(key, _)| !stands.contains_key(key));
        let mut all = stands.clone();
        if !other.is_empty() {
            let mut whole = stands.clone();
            whole.extend(other.iter().map(|(key, value)| ((*key).clone(), (*value).clone())));
            let is_changed = self.change(name, &Value::Mapping(whole.clone()));
            for (key, value) in other {
                let path = format!("{name}.{}", key.as_str().unwrap_or_default());
                let was = stands.get(key).cloned().unwrap_or_default();
                self.differ(
                    format!("{path}: {}", said(&was)),
                    format!("{path}: {}", said(value)),
                    is_changed,
                );
            }
            if is_changed {
                all = whole;
            }
        }
        let new: Mapping =
            new.into_iter().map(|(key, value)| (key.clone(), value.clone())).collect();
        if new.is_empty() {
            return;
        }
        all.extend(new.clone());
        let lines = new.iter().map(|(key, value)| {
            format!("{name}.{}: {}", key.as_str().unwrap_or_default(), said(value))
        });
        let lines: Vec<String> = lines.collect();
        if let Some(text) = with_more(&self.yaml, name, &Value::Mapping(new), &Value::Mapping(all))
        {
            self.yaml = text;
            self.filled.added.extend(lines);
        } else {
            for line in lines {
                self.differ(format!("{name} has no such key"), line, false);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STANDS: &str = "---\nname: Jan # as people say it\nheadline:\nlinks: { github: jan }\npublications:\n  # mine\n  - title: On heat\n    date: 2024\n\n# what I know\nexpertise: [law]\n---\nMy story\n";
    const DRAFT: &str = "name: Jan Bos\nheadline: Lead\nroles: [adviser]\nlinks: { github: other, orcid: x }\npublications:\n- { title: On Heat, date: 2024-03 }\n- { title: 'On: water' }\n- { title: On heat, date: 2025 }\nexpertise: [law, heat]\n";

    fn draft() -> Mapping {
        serde_yaml::from_str(DRAFT).expect("YAML")
    }

    #[test]
    fn what_is_empty_is_filled_and_what_stands_stays() {
        let filled = fill(STANDS, &draft(), "Another story", Word::OfProfile).expect("readable");
        let text = filled.text.expect("something new");
        assert_eq!(
            text,
            "---\nname: Jan # as people say it\nlinks:\n  github: jan\n  orcid: x\npublications:\n  # mine\n  - title: On heat\n    date: 2024\n  - title: 'On: water'\n  - title: On heat\n    date: 2025\n\n# what I know\nexpertise:\n- law\n- heat\nheadline: Lead\nroles:\n- adviser\n---\nMy story\n"
        );
        assert_eq!(filled.differences.len(), 4, "{:?}", filled.differences);
        let again = fill(&text, &draft(), "Another story", Word::OfProfile).expect("readable");
        assert!(again.text.is_none() && again.added.is_empty());
    }

    #[test]
    fn lines_end_as_they_did() {
        let returned = STANDS.replace('\n', "\r\n");
        let filled = fill(&returned, &draft(), "", Word::OfProfile).expect("readable");
        let plain = fill(STANDS, &draft(), "", Word::OfProfile).expect("readable");
        let text = filled.text.expect("something new");
        assert_eq!(text, plain.text.expect("something new").replace('\n', "\r\n"));
        let marked = format!("\u{feff}{STANDS}");
        let text = fill(&marked, &draft(), "", Word::OfProfile).expect("readable").text;
        assert!(text.expect("something new").starts_with("\u{feff}---\nname: Jan # as"));
    }

    #[test]
    fn what_stands_is_changed_by_the_word_of_the_source_alone() {
        let filled = fill(STANDS, &draft(), "Another story", Word::OfSource).expect("readable");
        let text = filled.text.expect("something new");
        assert_eq!(
            text,
            "---\nname: Jan Bos\nlinks:\n  github: other\n  orcid: x\npublications:\n- title: On Heat\n  date: 2024-03\n- title: 'On: water'\n- title: On heat\n  date: 2025\n\n# what I know\nexpertise:\n- law\n- heat\nheadline: Lead\nroles:\n- adviser\n---\n\nAnother story\n"
        );
        assert!(
            filled.differences.iter().all(|difference| difference.is_changed),
            "{:?}",
            filled.differences
        );
        let again = fill(&text, &draft(), "Another story", Word::OfSource).expect("readable");
        assert!(again.text.is_none() && again.differences.is_empty(), "{again:?}");
    }

    #[test]
    fn what_cannot_be_read_is_not_touched() {
        for text in ["---\nname: Jan\n", "---\nname: [\n---\n", "---\n- a\n---\n"] {
            assert!(fill(text, &Mapping::new(), "", Word::OfSource).is_err(), "{text}");
        }
    }
}
