//! Signs of other programs in Markdown, which do nothing here: templates, their comments, boxes,
//! attributes, links of wikis.

use crate::base::comments::{around, code};
use crate::base::first_bytes;
use crate::base::word_list::is_among;
use pulldown_cmark::{BrokenLink, LinkType, Options, Parser};

/// Signs that say by themselves that they are for a program: of templates, and of comments and
/// changes in other kinds of Markdown.
const ALONE: [&str; 9] = ["{{", "{%", "{#", "{/*", "{>>", "{++", "{--", "{~~", "{=="];

/// What opens an attribute of what stands before it.
const ATTRIBUTES: [&str; 4] = ["{.", "{:", "{width=", "{height="];

/// Words behind `!!!` and `???` that open a box.
const BOXES: &str = "note tip warning info danger example abstract success question failure bug \
                     quote important caution hint attention summary todo";

/// Marks in the place of which a program puts a table of contents.
const CONTENTS: [&str; 3] = ["[TOC]", "[toc]", "[[_TOC_]]"];

/// So many bytes before and behind a sign are looked at: what it belongs to is short.
const NEAR: usize = 200;

/// The first sign of another program outside code, where it stands and what of it is said.
pub(super) fn first_foreign_sign(body: &str) -> Option<(usize, String)> {
    let mut signs = candidates(body);
    if signs.is_empty() && !body.contains("][") {
        return None;
    }
    signs.extend(undefined(body));
    let code = code(body);
    let first = signs.into_iter().filter(|(at, _)| around(&code, *at).is_none()).min();
    first.map(|(at, sign)| (at, sign.to_owned()))
}

fn candidates(body: &str) -> Vec<(usize, &str)> {
    let mut signs = Vec::new();
    if body.contains('{') {
        let all = ALONE.into_iter().chain(ATTRIBUTES);
        signs.extend(all.flat_map(|sign| body.match_indices(sign)));
    }
    signs.extend(CONTENTS.into_iter().flat_map(|sign| body.match_indices(sign)));
    signs.extend(within(body, "[[", "]]"));
    signs.extend(within(body, "==", "=="));
    signs.extend(within(body, "%%", "%%"));
    signs.extend(sizes(body));
    if [":::", "!!!", "???"].iter().any(|sign| body.contains(sign)) {
        signs.extend(boxes(body));
    }
    signs
}

/// Lines that open a box.
fn boxes(body: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    body.split_inclusive('\n').filter_map(move |line| {
        let start = at + line.len() - line.trim_start().len();
        at += line.len();
        let text = line.trim();
        let marked = text.strip_prefix("!!!").or_else(|| text.strip_prefix("???"));
        let word = marked.and_then(|rest| rest.trim_start_matches('+').split_whitespace().next());
        let is_box = word.is_some_and(|word| is_among(BOXES, word));
        let named = text.strip_prefix(":::").map(|rest| rest.trim_matches(':'));
        (is_box || named.is_some_and(|name| !name.is_empty())).then_some((start, text))
    })
}

/// Words on one line between two signs, with no spaces at their edges.
fn within<'a>(body: &'a str, opens: &str, closes: &str) -> Option<(usize, &'a str)> {
    let mut from = 0;
    while let Some(at) = body[from..].find(opens).map(|at| from + at) {
        let inner = first_bytes(&body[at + opens.len()..], NEAR);
        let line = inner.split('\n').next().unwrap_or_default();
        let is_edge = |sign: Option<char>| {
            sign.is_none_or(|sign| sign.is_whitespace() || opens.contains(sign))
        };
        if let Some(end) = line.find(closes) {
            let words = &line[..end];
            let starts = body[..at].chars().next_back().is_none_or(|sign| !opens.contains(sign));
            let is_marked = opens == "%%" && !words.is_empty()
                || !is_edge(words.chars().next()) && !is_edge(words.chars().next_back());
            if starts && is_marked {
                return Some((at, &body[at..at + opens.len() + end + closes.len()]));
            }
        }
        from = at + opens.len();
    }
    None
}

/// The size of a picture behind its address: `![x](a.png =100x100)`.
fn sizes(body: &str) -> Option<(usize, &str)> {
    body.match_indices(" =").find_map(|(at, _)| {
        let rest = first_bytes(&body[at + 2..], 16).split(')').next()?;
        let (width, height) = rest.split_once('x')?;
        let is_size = |text: &str| text.chars().all(|sign| sign.is_ascii_digit() || sign == '%');
        let from = (at.saturating_sub(NEAR)..at).find(|from| body.is_char_boundary(*from))?;
        let before = &body[from..at];
        let is_picture = before.rfind("![").is_some_and(|open| !before[open..].contains('\n'));
        (is_picture && rest.len() > 1 && is_size(width) && is_size(height))
            .then(|| (at + 1, &body[at + 1..at + 2 + rest.len()]))
    })
}

/// The first link by a name that nothing explains: `[label][name]`.
fn undefined(body: &str) -> Option<(usize, &str)> {
    if !body.contains("][") {
        return None;
    }
    let mut undefined = None;
    let mut missing = |link: BrokenLink<'_>| {
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            undefined.get_or_insert(link.span);
        }
        None
    };
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    Parser::new_with_broken_link_callback(body, options, Some(&mut missing)).for_each(drop);
    let span = undefined?;
    Some((span.start, first_bytes(body.get(span)?, NEAR)))
}

#[cfg(test)]
mod tests {
    use super::first_foreign_sign;

    #[test]
    fn signs_of_other_programs_are_found() {
        for (body, sign) in [
            ("## Approach {#approach}", "{#"),
            ("![x](a.png){width=50}", "{width="),
            ("Text{.cls}", "{."),
            ("Text\n{: .cls}", "{:"),
            (":::tip\nx\n:::", ":::tip"),
            ("::: warning\nx", "::: warning"),
            ("!!! note \"Title\"\n    x", "!!! note \"Title\""),
            ("??? tip\n    x", "??? tip"),
            ("see [[Wiki Link]]", "[[Wiki Link]]"),
            ("[TOC]\n\nx", "[TOC]"),
            ("a ==mark== here", "==mark=="),
            ("a %% note to self %% b", "%% note to self %%"),
            ("{/* note */}", "{/*"),
            ("{# note #}", "{#"),
            ("{>>note<<}", "{>>"),
            ("[label][undefined]", "[label][undefined]"),
            ("![x](a.png =100x100)", "=100x100"),
            ("{{ x }}", "{{"),
        ] {
            assert_eq!(first_foreign_sign(body).map(|(_, sign)| sign).as_deref(), Some(sign));
        }
    }

    #[test]
    fn what_people_write_is_left_alone() {
        for body in [
            "if a == b and c == d",
            "====\ntext\n====",
            "Wow!!! note this",
            "100%% sure",
            "a {word} in braces",
            "`{{ x }}` and `[[x]]`",
            "```\n:::tip\n```",
            "[label][known]\n\n[known]: https://example.org",
            "[a][0] of an array `x[a][0]`\n\n[0]: https://example.org",
            "![a] and a =1",
            "[^1] and [^2]\n\n[^1]: x\n[^2]: y",
            "::: ",
        ] {
            assert_eq!(first_foreign_sign(body), None, "{body}");
        }
    }
}
