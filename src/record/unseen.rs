//! Characters that nobody sees and that may do harm, and signs that do nothing here.

use super::foreign_signs::first_foreign_sign;
use crate::base::address::is_refused;
use crate::base::comments::comments;
use crate::base::{
    Code, Consequence, Diagnostic, Place, Spot, harmful, may_lead, parts_lines, without_harmful,
};
use pulldown_cmark::{Event, Parser, Tag};
use std::borrow::Cow;
use std::sync::Arc;

/// The text without characters that nobody sees, with `parted` for one that parted lines; each line
/// with one is noted once.
pub(super) fn clean<'a>(
    text: &'a str,
    file: &Arc<str>,
    first_line: usize,
    parted: char,
    notes: &mut Vec<Diagnostic>,
) -> Cow<'a, str> {
    if harmful(text).next().is_none() {
        return Cow::Borrowed(text);
    }
    for (number, line) in text.lines().enumerate() {
        if let Some((at, sign)) = harmful(line).next() {
            let column = line[..at].chars().count() + 1;
            let spot = Spot::Position(number + first_line, column);
            let message = format!("the text holds the unseen character U+{:04X}", u32::from(sign));
            let help = match (parts_lines(sign), parted) {
                (false, _) => "it is left out; delete it in the file",
                (true, '\n') => "it is read as the end of a line; write one in its place",
                (true, _) => "it is read as a space; write one in its place",
            };
            notes.push(
                Diagnostic::new(
                    Code::ControlCharacter,
                    Place { file: file.clone(), spot },
                    message,
                )
                .help(help),
            );
        }
    }
    Cow::Owned(without_harmful(text, parted))
}

/// Notes HTML and signs of other programs in Markdown, the first of each: content is never run.
pub(super) fn note_markup(
    body: &str,
    file: &Arc<str>,
    first_line: usize,
    notes: &mut Vec<Diagnostic>,
) {
    let mut found: Vec<(usize, String)> = Vec::new();
    // What is commented out is not shown, and not noted.
    let comments = comments(body);
    let is_comment = |at: std::ops::Range<usize>| {
        let next = comments.get(comments.partition_point(|comment| comment.end <= at.start));
        next.is_some_and(|comment| comment.start < at.end)
    };
    if body.contains('<') {
        let html = Parser::new(body).into_offset_iter().find_map(|(event, range)| match event {
            Event::Html(html) | Event::InlineHtml(html) if !is_comment(range.clone()) => {
                Some((range.start, html.trim().to_owned()))
            }
            _ => None,
        });
        found.extend(html);
    }
    found.extend(first_foreign_sign(body).filter(|(at, _)| !is_comment(*at..at + 1)));
    if may_lead(body) || body.contains('<') {
        note_refused(body, file, first_line, notes);
    }
    for (at, sign) in found {
        let sign: String = sign.lines().next().unwrap_or_default().chars().take(40).collect();
        let place = Place { file: file.clone(), spot: Spot::in_text(body, at, first_line) };
        let message = format!("`{sign}` is shown as it is written");
        let help = if sign.starts_with("[[") && !sign.starts_with("[[_") {
            "links of wikis lead nowhere here; write [words](other-file.md), or ![words](picture.jpg)"
        } else {
            "content is never run; write Markdown, or put it between backticks if it is meant to be seen"
        };
        notes.push(Diagnostic::new(Code::MarkupInText, place, message).help(help));
    }
}

/// Notes links that lead nowhere because their scheme is not linked: the first of them.
fn note_refused(body: &str, file: &Arc<str>, first_line: usize, notes: &mut Vec<Diagnostic>) {
    let refused = Parser::new(body).into_offset_iter().filter_map(|(event, range)| match event {
        Event::Start(Tag::Link { dest_url, .. }) if is_refused(&dest_url) => {
            Some((range.start, dest_url.chars().take(60).collect::<String>()))
        }
        _ => None,
    });
    let refused: Vec<(usize, String)> = refused.collect();
    let Some((at, target)) = refused.first() else { return };
    let more = if refused.len() > 1 { ", nor are others below" } else { "" };
    let place = Place { file: file.clone(), spot: Spot::in_text(body, *at, first_line) };
    let message = format!("`{target}` is not linked, so that its words lead nowhere{more}");
    let note = Diagnostic::new(Code::UnsafeLink, place, message).as_warning();
    let help =
        "write an address that begins with https:, http:, mailto: or tel:, or a page of the site";
    notes.push(note.help(help).consequence(Consequence::Nothing));
}
