//! From when to when something is, in the words of a language.

use super::filters::Translator;
use crate::base::address::push_escaped;
use tera::{TeraResult, Value};

/// How the two ends of a period are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ends {
    /// As text.
    Words,
    /// As HTML, with the date for programs beside the words.
    Times,
}

/// A period of a view, as the template has it.
#[derive(Default)]
struct Written<'a> {
    from: Option<&'a str>,
    to: Option<&'a str>,
    runs: bool,
    planned: bool,
}

impl<'a> Written<'a> {
    fn of(period: &'a Value) -> Self {
        let mut written = Self::default();
        for (key, value) in period.as_map().into_iter().flatten() {
            match key.as_str() {
                Some("from") => written.from = value.as_str(),
                Some("to") => written.to = value.as_str(),
                Some("runs") => written.runs = value.is_truthy(),
                Some("planned") => written.planned = value.is_truthy(),
                _ => {}
            }
        }
        written
    }
}

/// What a reader of the language is told of a period: `March 2019 – now`.
pub(super) fn period(words: &Translator, of: &Value, ends: Ends) -> TeraResult<String> {
    let Written { from, to, runs, planned } = Written::of(of);
    let mut text = String::with_capacity(if ends == Ends::Times { 160 } else { 40 });
    if let Some(from) = from {
        end(words, from, "dt-start", ends, &mut text)?;
        match to {
            Some(to) if to == from => {}
            Some(to) => {
                text.push_str(" – ");
                end(words, to, "dt-end", ends, &mut text)?;
            }
            None if runs => {
                text.push_str(" – ");
                show(words.word("now")?, ends, &mut text);
            }
            None if planned => {}
            None => text.push_str(" – ?"),
        }
    } else if let Some(to) = to {
        end(words, to, "dt-end", ends, &mut text)?;
    }
    if planned {
        text.push_str(" (");
        show(words.word("planned")?, ends, &mut text);
        text.push(')');
    }
    Ok(text)
}

/// Adds one end of a period. A bare year is said to programs as it is to people.
fn end(
    words: &Translator,
    date: &str,
    class: &str,
    ends: Ends,
    text: &mut String,
) -> TeraResult<()> {
    if ends == Ends::Words {
        return words.tell_date(date, text);
    }
    let mut told = String::with_capacity(32);
    words.tell_date(date, &mut told)?;
    text.extend(["<time class=\"", class, "\""]);
    if told != date {
        text.push_str(" datetime=\"");
        push_escaped(text, date);
        text.push('"');
    }
    text.push('>');
    push_escaped(text, &told);
    text.push_str("</time>");
    Ok(())
}

fn show(word: &str, ends: Ends, text: &mut String) {
    if ends == Ends::Times { push_escaped(text, word) } else { text.push_str(word) }
}
