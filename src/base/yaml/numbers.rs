//! Values as they were written: `+31201234567`, `1.50`, `0x1F` and `~` are texts that look like
//! numbers or nothing, and a tree of values keeps what they amount to.

use saphyr_parser::{Event, Parser, ScalarStyle};
use serde_yaml::Value;
use std::iter::Peekable;

/// Puts into `tree`, read of `text`, the text of each value that was not written as numbers, truths
/// and nothing are.
pub(super) fn restore(text: &str, tree: &mut Value) {
    if !has_own_forms(text) {
        return;
    }
    let events = Parser::new_from_str(text).map_while(Result::ok).map(|(event, _)| event);
    let events = events
        .filter(|event| {
            !matches!(event, Event::StreamStart | Event::DocumentStart(_) | Event::Nothing)
        })
        .peekable();
    Walk { events, own: 0 }.value(Some(tree));
}

/// Whether a value of `text` may be one that is written in a form of its own, as far as that can be
/// seen from afar.
pub(super) fn has_own_forms(text: &str) -> bool {
    let value = |part: &str| {
        let bare = part.split(" #").next().unwrap_or(part);
        let bare = bare.rsplit_once([' ', '\t']).map_or(bare, |(_, last)| last);
        may_be_own_form(bare.trim())
    };
    text.lines()
        .any(|line| line.split([',', '[', ']', '{', '}']).any(|part| value(part.trim_end())))
}

/// A walk through a text and its tree together.
struct Walk<'a, I: Iterator<Item = Event<'a>>> {
    events: Peekable<I>,
    /// How many groups of one's own keys we are in, where a theme wants truths to be truths.
    own: usize,
}

impl<'a, I: Iterator<Item = Event<'a>>> Walk<'a, I> {
    /// Goes through one value; None at the end.
    fn value(&mut self, tree: Option<&mut Value>) -> Option<()> {
        match self.events.next()? {
            Event::Scalar(written, ScalarStyle::Plain, ..) => {
                if let Some(value) = tree
                    && is_own_form(&written, value)
                    && !(self.own > 0 && value.is_bool())
                {
                    *value = Value::String(written.into_owned());
                }
            }
            Event::SequenceStart(..) => {
                let mut items = tree;
                for at in 0.. {
                    if matches!(self.events.peek()?, Event::SequenceEnd) {
                        self.events.next();
                        break;
                    }
                    self.value(items.as_deref_mut().and_then(|items| items.get_mut(at)))?;
                }
            }
            Event::MappingStart(..) => self.group(tree)?,
            _ => {}
        }
        Some(())
    }

    fn group(&mut self, mut group: Option<&mut Value>) -> Option<()> {
        loop {
            let key = match self.events.peek()? {
                Event::MappingEnd => {
                    self.events.next();
                    return Some(());
                }
                Event::Scalar(key, ..) => Some(key.to_string()),
                _ => None,
            };
            self.value(None)?;
            let own = usize::from(key.as_deref() == Some("extra"));
            self.own += own;
            let about = matches!(self.events.peek(), Some(Event::Scalar(text, ScalarStyle::Plain, ..)) if text == "~");
            if about
                && key.as_deref() == Some("value")
                && let Some(group) = &mut group
            {
                approximate(group);
            }
            let value = key.and_then(|key| group.as_deref_mut()?.get_mut(key.as_str()));
            self.value(value)?;
            self.own -= own;
        }
    }
}

/// Gives a result in figures the sign for *about* that was written, which means nothing elsewhere.
fn approximate(outcome: &mut Value) {
    if let Value::Mapping(outcome) = outcome
        && outcome.contains_key("label")
    {
        outcome.insert(Value::String("value".to_owned()), Value::String("~".to_owned()));
    }
}

/// Whether a value was written in another way than it is written usually.
fn is_own_form(written: &str, value: &Value) -> bool {
    match value {
        // JSON, in which themes are given values, knows no number without an end.
        Value::Number(number) => {
            written != number.to_string()
                || number.as_f64().is_some_and(|number| !number.is_finite())
        }
        Value::Bool(truth) => written != truth.to_string(),
        // Of an item; keys without a value are as good as absent.
        Value::Null => written == "~",
        _ => false,
    }
}

/// Whether a text may be a number, a truth or nothing in a form of its own: with a plus, zeros
/// before it or behind a point, another base, an exponent.
fn may_be_own_form(written: &str) -> bool {
    if matches!(written, "~" | "True" | "TRUE" | "False" | "FALSE" | "-0") {
        return true;
    }
    let bare = written.trim_start_matches(['+', '-']);
    let begins = bare.bytes().next().is_some_and(|first| first.is_ascii_digit() || first == b'.');
    if !begins || !bare.is_ascii() {
        return false;
    }
    let leading = bare.len() > 1 && bare.starts_with('0') && !bare.starts_with("0.");
    let numeric = bare.bytes().all(|sign| sign.is_ascii_digit() || sign == b'.');
    if numeric {
        let point = bare.starts_with('.')
            || bare.ends_with('.')
            || (bare.contains('.') && bare.ends_with('0'));
        return written.starts_with('+') || leading || point || bare.len() > 15;
    }
    bare.starts_with('.') || leading || bare.contains(['e', 'E', '_'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_what_was_written() {
        let text = "a: +31201234567\nb: [1.50, 2, { c: +20 }]\nd: '+1'\ne: 2018\nf: 007\ng: 3.10\n";
        let mut tree: Value = serde_yaml::from_str(text).expect("YAML");
        restore(text, &mut tree);
        assert!(
            ["a: +31 # office", "a:\t+31", "a: &p +31", "- 3.10"]
                .iter()
                .all(|line| has_own_forms(line))
        );
        assert!(!has_own_forms("a: 2018 # since\nb: x\nc: 2018-05-01\nd: 12:30\ne: 1.5"));
        let written = |value: &Value| serde_yaml::to_string(value).expect("YAML").trim().to_owned();
        assert_eq!(tree["a"].as_str(), Some("+31201234567"));
        assert_eq!(tree["b"][0].as_str(), Some("1.50"));
        assert_eq!(tree["b"][2]["c"].as_str(), Some("+20"));
        assert_eq!(tree["g"].as_str(), Some("3.10"));
        let text = "a: [0x1F, 1e3, .50, 0o17, 1_000, .inf, .nan, ~, 12:30:00, =, <<, True, -0, 1.0e+3, 5., null, -.5]\nc: { d: 0b11 }\n";
        let mut odd: Value = serde_yaml::from_str(text).expect("YAML");
        restore(text, &mut odd);
        let items: Vec<Option<&str>> =
            odd["a"].as_sequence().expect("a list").iter().map(Value::as_str).collect();
        let kept = "0x1F 1e3 .50 0o17 1_000 .inf .nan ~ 12:30:00 = << True -0 1.0e+3 5. ? -.5";
        let kept = kept.split(' ').map(|text| Some(text).filter(|text| *text != "?"));
        assert_eq!(items, kept.collect::<Vec<_>>());
        assert_eq!(odd["c"]["d"].as_str(), Some("0b11"));
        assert_eq!(
            (written(&tree["b"][1]), written(&tree["e"])),
            ("2".to_owned(), "2018".to_owned())
        );
    }
}
