//! From when to when something is, in the words of a language.

use super::filters::Translator;
use crate::base::address::escape;
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
        text.push_str(&end(words, from, "dt-start", ends)?);
        match to {
            Some(to) if to == from => {}
            Some(to) => text.extend([" – ", &end(words, to, "dt-end", ends)?]),
            None if runs => text.extend([" – ", &*shown(words.word("now")?, ends)]),
            None if planned => {}
            None => text.push_str(" – ?"),
        }
    } else if let Some(to) = to {
        text.push_str(&end(words, to, "dt-end", ends)?);
    }
    if planned {
        text.extend([" (", &*shown(words.word("planned")?, ends), ")"]);
    }
    Ok(text)
}

/// One end of a period. A bare year is said to programs as it is to people.
fn end(words: &Translator, date: &str, class: &str, ends: Ends) -> TeraResult<String> {
    let told = words.date_of(date)?;
    if ends == Ends::Words {
        return Ok(told);
    }
    let shown = escape(&told);
    Ok(if told == date {
        format!("<time class=\"{class}\">{shown}</time>")
    } else {
        format!("<time class=\"{class}\" datetime=\"{}\">{shown}</time>", escape(date))
    })
}

fn shown(word: &str, ends: Ends) -> String {
    if ends == Ends::Times { escape(word) } else { word.to_owned() }
}
