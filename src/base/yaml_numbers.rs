//! Numbers as they were written: `+31201234567`, `+20` and `1.50` are texts that look like numbers, and a tree of values
//! keeps what they amount to.

use saphyr_parser::{Event, Parser, ScalarStyle};
use serde_yaml::Value;
use std::iter::Peekable;

/// Puts into `tree`, read of `text`, the text of each number that was not written as numbers are.
pub(super) fn restore(text: &str, tree: &mut Value) {
    if !has_own_forms(text) {
        return;
    }
    let events = Parser::new_from_str(text).map_while(Result::ok).map(|(event, _)| event);
    let mut events = events
        .filter(|event| !matches!(event, Event::StreamStart | Event::DocumentStart(_) | Event::Nothing))
        .peekable();
    walk(&mut events, Some(tree));
}

/// Whether a value of `text` is a number that is written in a form of its own, as far as that can be seen from afar.
pub(super) fn has_own_forms(text: &str) -> bool {
    let value = |part: &str| {
        let bare = part.split(" #").next().unwrap_or(part);
        let bare = bare.rsplit_once([' ', '\t']).map_or(bare, |(_, last)| last);
        is_own_form(bare.trim())
    };
    text.lines().any(|line| line.split([',', '[', ']', '{', '}']).any(|part| value(part.trim_end())))
}

/// Goes through one value; None at the end.
fn walk<'a>(events: &mut Peekable<impl Iterator<Item = Event<'a>>>, tree: Option<&mut Value>) -> Option<()> {
    match events.next()? {
        Event::Scalar(written, ScalarStyle::Plain, ..) => {
            if let Some(value @ Value::Number(_)) = tree
                && is_own_form(&written)
                && written.parse::<f64>().ok() == value.as_f64()
            {
                *value = Value::String(written.into_owned());
            }
        }
        Event::SequenceStart(..) => {
            let mut items = tree;
            for at in 0.. {
                if matches!(events.peek()?, Event::SequenceEnd) {
                    events.next();
                    break;
                }
                walk(events, items.as_deref_mut().and_then(|items| items.get_mut(at)))?;
            }
        }
        Event::MappingStart(..) => {
            let mut group = tree;
            loop {
                let key = match events.peek()? {
                    Event::MappingEnd => {
                        events.next();
                        break;
                    }
                    Event::Scalar(key, ..) => Some(key.to_string()),
                    _ => None,
                };
                walk(events, None)?;
                let value = key.and_then(|key| group.as_deref_mut()?.get_mut(key.as_str()));
                walk(events, value)?;
            }
        }
        _ => {}
    }
    Some(())
}

/// Whether a number is written in another way than numbers are: with a plus, zeros before it, or zeros behind a point.
fn is_own_form(written: &str) -> bool {
    let digits = written.trim_start_matches(['+', '-']);
    if !digits.starts_with(|sign: char| sign.is_ascii_digit()) {
        return false;
    }
    let leading = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    if digits.contains(|sign: char| !sign.is_ascii_digit() && !matches!(sign, '.' | '_' | 'e' | 'E')) {
        return false;
    }
    written.starts_with('+') || leading || (digits.contains('.') && digits.ends_with('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_what_was_written() {
        let text = "a: +31201234567\nb: [1.50, 2, { c: +20 }]\nd: '+1'\ne: 2018\nf: 007\ng: 3.10\n";
        let mut tree: Value = serde_yaml::from_str(text).expect("YAML");
        restore(text, &mut tree);
        assert!(["a: +31 # office", "a:\t+31", "a: &p +31", "- 3.10"].iter().all(|line| has_own_forms(line)));
        assert!(!has_own_forms("a: 2018 # since\nb: x"));
        let written = |value: &Value| serde_yaml::to_string(value).expect("YAML").trim().to_owned();
        assert_eq!(tree["a"].as_str(), Some("+31201234567"));
        assert_eq!(tree["b"][0].as_str(), Some("1.50"));
        assert_eq!(tree["b"][2]["c"].as_str(), Some("+20"));
        assert_eq!(tree["g"].as_str(), Some("3.10"));
        assert_eq!((written(&tree["b"][1]), written(&tree["e"])), ("2".to_owned(), "2018".to_owned()));
    }
}
