//! Signs of other programs in Markdown, which do nothing here: templates, their comments, boxes,
//! attributes, links of wikis.

use pulldown_cmark::{BrokenLink, Event, LinkType, Options, Parser, Tag};
use std::ops::Range;

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

/// The first sign of another program outside code, where it stands and what of it is said.
pub(super) fn first_foreign_sign(body: &str) -> Option<(usize, String)> {
    let mut signs = candidates(body);
    if signs.is_empty() && !body.contains("][") {
        return None;
    }
    let (code, undefined) = code_and_undefined(body);
    signs.extend(undefined);
    signs.retain(|(at, _)| !code.iter().any(|code| code.contains(at)));
    signs.into_iter().min()
}

fn candidates(body: &str) -> Vec<(usize, String)> {
    let mut signs: Vec<(usize, String)> = Vec::new();
    let all =
        |sign| body.match_indices(sign).map(|(at, sign): (usize, &str)| (at, sign.to_owned()));
    if body.contains('{') {
        signs.extend(ALONE.into_iter().chain(ATTRIBUTES).flat_map(all));
    }
    signs.extend(CONTENTS.into_iter().flat_map(all));
    signs.extend(within(body, "[[", "]]"));
    signs.extend(within(body, "==", "=="));
    signs.extend(within(body, "%%", "%%"));
    signs.extend(sizes(body));
    if [":::", "!!!", "???"].iter().all(|sign| !body.contains(sign)) {
        return signs;
    }
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        let text = line.trim();
        let is_box =
            text.strip_prefix("!!!").or_else(|| text.strip_prefix("???")).is_some_and(|rest| {
                let word = rest.trim_start_matches('+').split_whitespace().next();
                word.is_some_and(|word| BOXES.split_whitespace().any(|known| known == word))
            });
        let opens = text.strip_prefix(":::");
        if is_box || opens.is_some_and(|rest| !rest.trim_matches(':').is_empty()) {
            signs.push((at + line.len() - line.trim_start().len(), text.to_owned()));
        }
        at += line.len();
    }
    signs
}

/// Words on one line between two signs, with no spaces at their edges.
fn within(body: &str, opens: &str, closes: &str) -> Option<(usize, String)> {
    let mut from = 0;
    while let Some(at) = body[from..].find(opens).map(|at| from + at) {
        let inner = &body[at + opens.len()..];
        let line = inner.split('\n').next().unwrap_or_default();
        let is_edge = |sign: Option<char>| {
            sign.is_none_or(|sign| sign.is_whitespace() || opens.contains(sign))
        };
        if let Some(end) = line.find(closes) {
            let words = &line[..end];
            let starts = body[..at].chars().next_back().is_none_or(|sign| !opens.contains(sign));
            let is_marked = opens == "%%" || !is_edge(words.chars().next());
            if starts && is_marked && (opens == "%%" || !is_edge(words.chars().next_back())) {
                return Some((at, format!("{opens}{words}{closes}")));
            }
        }
        from = at + opens.len();
    }
    None
}

/// A picture with its size behind its address: `![x](a.png =100x100)`.
fn sizes(body: &str) -> Option<(usize, String)> {
    let mut all = body.match_indices(" =").filter_map(|(at, _)| {
        let rest = body[at + 2..].split(')').next()?;
        let (width, height) = rest.split_once('x')?;
        let is_size = |text: &str| text.chars().all(|sign| sign.is_ascii_digit() || sign == '%');
        let is_picture = body[..at].rfind("![").is_some_and(|open| !body[open..at].contains('\n'));
        (is_picture && rest.len() > 1 && is_size(width) && is_size(height))
            .then(|| (at + 1, format!("={rest}")))
    });
    all.next()
}

/// Where code stands, and links by a name that nothing explains: `[label][name]`.
fn code_and_undefined(body: &str) -> (Vec<Range<usize>>, Option<(usize, String)>) {
    let mut undefined = None;
    let mut missing = |link: BrokenLink<'_>| {
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            let label = body.get(link.span.clone()).unwrap_or_default().to_owned();
            undefined.get_or_insert((link.span.start, label));
        }
        None
    };
    let parser = Parser::new_with_broken_link_callback(
        body,
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES,
        Some(&mut missing),
    );
    let code = parser
        .into_offset_iter()
        .filter(|(event, _)| matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_))))
        .map(|(_, range)| range)
        .collect();
    (code, undefined)
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
