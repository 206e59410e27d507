//! Markdown from content to safe HTML: raw HTML stays text, links are checked, headings stay below the page's own.

use super::lens::Lens;
use crate::base::address::safe_href;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// Renders Markdown that somebody wrote.
pub(super) fn render(lens: &Lens<'_>, text: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_GFM;
    let mut events: Vec<Event<'_>> = Vec::new();
    let mut closings: Vec<&'static str> = Vec::new();
    let mut picture: Option<Picture> = None;
    for event in Parser::new_ext(text, options) {
        if let Some(open) = &mut picture {
            match event {
                Event::Text(text) | Event::Code(text) => open.alt.push_str(&text),
                Event::SoftBreak | Event::HardBreak => open.alt.push(' '),
                Event::Start(Tag::Image { .. }) => open.depth += 1,
                Event::End(TagEnd::Image) if open.depth > 0 => open.depth -= 1,
                Event::End(TagEnd::Image) => {
                    events.push(Event::InlineHtml(image(lens, open).into()));
                    picture = None;
                }
                _ => {}
            }
            continue;
        }
        events.push(match event {
            Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
            Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
            Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                Event::Start(Tag::Heading { level: lower(level), id, classes, attrs })
            }
            Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let (opening, closing) = link(lens, &dest_url);
                closings.push(closing);
                Event::InlineHtml(opening.into())
            }
            Event::End(TagEnd::Link) => Event::InlineHtml(closings.pop().unwrap_or_default().into()),
            Event::Start(Tag::Image { dest_url, .. }) => {
                picture = Some(Picture { target: dest_url.to_string(), alt: String::new(), depth: 0 });
                continue;
            }
            other => other,
        });
    }
    let mut html = String::with_capacity(text.len() * 5 / 4);
    html::push_html(&mut html, events.into_iter());
    html
}

/// The first sentences of Markdown as plain text, at most `most` characters long.
pub(super) fn plain(text: &str, most: usize) -> String {
    let mut plain = String::new();
    for event in Parser::new(text) {
        match event {
            Event::Text(text) | Event::Code(text) => plain.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item) => plain.push(' '),
            _ => {}
        }
        if plain.len() > most * 8 {
            break;
        }
    }
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((cut, _)) = plain.char_indices().nth(most) else { return plain };
    let head = &plain[..cut];
    let end = head.rfind([' ', '\u{3002}']).filter(|end| *end > cut / 2).unwrap_or(cut);
    format!("{}…", head[..end].trim_end_matches([',', ';', ' ', '.']))
}

/// The page has its own h1.
fn lower(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H2,
        HeadingLevel::H2 => HeadingLevel::H3,
        HeadingLevel::H3 => HeadingLevel::H4,
        HeadingLevel::H4 => HeadingLevel::H5,
        HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    }
}

fn link(lens: &Lens<'_>, target: &str) -> (String, &'static str) {
    let mut attribute = String::new();
    if let Some(address) = safe_href(target) {
        html_escape(&mut attribute, &address);
        return (format!("<a href=\"{attribute}\" rel=\"nofollow ugc noopener\">"), "</a>");
    }
    if target.starts_with('#') {
        html_escape(&mut attribute, target);
        return (format!("<a href=\"{attribute}\">"), "</a>");
    }
    // What has a scheme that is not allowed, or names another host without one, stays text.
    let head = target.split(['/', '?', '#']).next().unwrap_or_default();
    if head.contains(':') || target.starts_with("//") || target.contains('\\') {
        return ("<span>".to_owned(), "</span>");
    }
    html_escape(&mut attribute, &lens.inside(target));
    (format!("<a href=\"{attribute}\">"), "</a>")
}

/// A picture in Markdown, while its text alternative is gathered.
struct Picture {
    target: String,
    alt: String,
    depth: usize,
}

/// Pictures of the site itself are shown; those of another host are linked, so that no page calls one.
fn image(lens: &Lens<'_>, picture: &Picture) -> String {
    let mut alt = String::new();
    html_escape(&mut alt, &picture.alt);
    if picture.target.starts_with('/') && !picture.target.starts_with("//") {
        let mut source = String::new();
        html_escape(&mut source, &lens.inside(&picture.target));
        return format!("<img loading=\"lazy\" src=\"{source}\" alt=\"{alt}\">");
    }
    let (opening, closing) = link(lens, &picture.target);
    format!("{opening}{alt}{closing}")
}

/// Escapes `text` for an attribute in double quotes.
fn html_escape(into: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            '\'' => into.push_str("&#39;"),
            other => into.push(other),
        }
    }
}
