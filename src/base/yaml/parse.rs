//! From the text of a document to its tree, with what is odd in it.

use super::comma::{self, Whole};
use super::mend::{Mended, Slip, is_one_text, mended};
use super::mend_line::group_on_a_line;
use super::path::{Step, dotted};
use super::tree::{self, Oddity};
use super::typographic::may_have_quotes;
use super::{own_words, quotes, spaces, words};
use crate::base::diagnostic::codes::Code;
use crate::base::diagnostic::{Anchor, Consequence, Diagnostic, Place, Spot};
use crate::base::guarded::keys::{is_guarded, is_of_part};
use crate::base::in_cv::is_of_item;
use serde_yaml::Value;
use std::sync::Arc;

/// The tree of a text whose cost is known.
pub(super) fn parsed(
    text: &str,
    file: &Arc<str>,
    first_line: usize,
) -> Result<(Value, Vec<Diagnostic>), Diagnostic> {
    let at = Anchor::file(file.clone());
    let quotes = may_have_quotes(text);
    let read = tree::read(text);
    let may_have_slips =
        quotes || spaces::may_have_spaces(text) || read.is_err() || is_one_text(text);
    let mended = if may_have_slips { mended(text) } else { Mended::nothing(text) };
    let read = if mended.slips.is_empty() { read } else { tree::read(&mended.text) };
    let (tree, odd) = read.map_err(|error| broken(&error, text, file, first_line))?;
    // What cannot be read with its texts put together is read as it is.
    let Whole { mended: joined, alone } = comma::whole(&mended.text);
    let again = (!joined.slips.is_empty()).then(|| tree::read(&joined.text));
    let ((tree, odd), of_commas) = match again {
        Some(Ok(again)) => (again, joined.slips),
        Some(Err(_)) | None => ((tree, odd), Vec::new()),
    };
    let told = |code: Code| {
        move |slip: Slip| {
            let spot = Spot::Position(slip.line + first_line - 1, slip.column);
            Diagnostic::new(code, Place { file: file.clone(), spot }, slip.message).help(slip.help)
        }
    };
    let mut slips: Vec<Slip> = mended.slips.iter().cloned().chain(of_commas).collect();
    slips.sort_by_key(|slip| (slip.line, slip.column));
    let slips = slips.into_iter().map(told(Code::Mended));
    let slips = slips.chain(alone.into_iter().map(told(Code::CutShort)));
    let odd = odd.into_iter().map(|oddity| odd_note(oddity, &at));
    Ok((tree, slips.chain(odd).chain(own_words::on_tags(text, file, first_line)).collect()))
}

/// What is said of something odd.
fn odd_note(oddity: Oddity, at: &Anchor) -> Diagnostic {
    match oddity {
        Oddity::Doubled(path) => {
            let key = last_key(&path);
            let note = Diagnostic::new(
                Code::DuplicateKey,
                at.key(dotted(&path)),
                format!("the key `{key}` stands twice"),
            );
            let note = note.consequence(Consequence::LeftOut);
            if is_guarded(&key) || is_of_item(&path) {
                let note = note.help("keep one of the two; until then what it guards is closed");
                if is_of_part(&path) || is_of_item(&path) {
                    note
                } else {
                    note.consequence(Consequence::HeldBack)
                }
            } else {
                note.help("keep one of the two; until then the first one counts")
            }
        }
        Oddity::NotText(path) => {
            let key = last_key(&path);
            Diagnostic::new(
                Code::WrongType,
                at.key(dotted(&path)),
                format!("the key is read as the number or word `{key}`"),
            )
            .help("put the key in quotes, so that it stays as it is written")
            .as_warning()
        }
        Oddity::Tagged(path, tag) => Diagnostic::new(
            Code::WrongType,
            at.value(dotted(&path)),
            format!("the tag `{tag}` means nothing here"),
        )
        .help("put the text in quotes, or take the tag out")
        .as_warning(),
    }
}

fn last_key(path: &[Step]) -> String {
    match path.last() {
        Some(Step::Key(key)) => key.clone(),
        Some(Step::Index(index)) => index.to_string(),
        None => String::new(),
    }
}

fn broken(error: &serde_yaml::Error, text: &str, file: &Arc<str>, first_line: usize) -> Diagnostic {
    // Behind the end, a parser stumbles over what lacks in the last line.
    let last = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).last();
    let end = last.map(|(at, line)| (at + 1, line.chars().count().max(1)));
    let at = error.location().map(|at| (at.line(), at.column()));
    let at = at.map(|at| end.filter(|(line, _)| *line < at.0).unwrap_or(at));
    let place = |(line, column): (usize, usize)| Place {
        file: file.clone(),
        spot: Spot::Position(line + first_line - 1, column),
    };
    if let Some(quote) = at.and_then(|(line, _)| quotes::open_quote(text, line)) {
        return Diagnostic::new(Code::BrokenYaml, place((quote.line, quote.column)), quote.message)
            .help(quote.help);
    }
    if let Some((line, column, message, help)) = spaces::guarded_space(text) {
        return Diagnostic::new(Code::BrokenYaml, place((line, column)), message).help(help);
    }
    let group =
        at.and_then(|(line, _)| Some((line, group_on_a_line(text.lines().nth(line - 1)?)?)));
    if let Some((line, (column, help))) = group {
        let message = "keys of a group stand here on the line of the group, without braces";
        return Diagnostic::new(Code::BrokenYaml, place((line, column)), message).help(help);
    }
    // A colon makes a key of what stands before it when a space stands behind it.
    let lines = |(line, _): (usize, usize)| {
        let above = line.saturating_sub(2);
        (above..line).find_map(|at| Some((at + 1, without_space(text.lines().nth(at)?)?)))
    };
    if let Some((line, column)) =
        at.filter(|_| error.to_string().contains("expected ':'")).and_then(lines)
    {
        let message = "no space stands behind the colon, so that this is no key with a value";
        return Diagnostic::new(Code::BrokenYaml, place((line, column)), message)
            .help("put a space behind the colon: `key: value`");
    }
    let sign = at.and_then(|(line, column)| text.lines().nth(line - 1)?.chars().nth(column - 1));
    let (message, help) = words::in_words(&error.to_string(), sign);
    let place = at.map_or_else(|| Place::file(file.clone()), place);
    Diagnostic::new(Code::BrokenYaml, place, message).help(help)
}

/// The column of the colon, from 1, when a line is a key and a value without a space between them.
fn without_space(line: &str) -> Option<usize> {
    let (key, value) = line.split_once(':')?;
    let is_key = |sign: char| sign.is_alphanumeric() || "_-".contains(sign);
    let glued = value.starts_with(|sign: char| !sign.is_whitespace() && sign != ':' && sign != '/');
    let key = key.trim_start();
    (glued && !key.is_empty() && key.chars().all(is_key))
        .then(|| line.chars().take_while(|sign| *sign != ':').count() + 1)
}
