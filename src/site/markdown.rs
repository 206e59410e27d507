//! Markdown from content to safe HTML: raw HTML stays text, links are checked, headings stay below the page's own.

use super::code::marked;
use super::headings::Headings;
use super::lens::Lens;
use crate::base::address::safe_href;
use crate::base::slug::slug;
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, Options, Parser, Tag, TagEnd, html};
use std::collections::BTreeMap;

/// What of Markdown is understood beyond CommonMark.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_SMART_PUNCTUATION)
    .union(Options::ENABLE_GFM);

/// Renders Markdown that somebody wrote; its widest headings are of the level `top` on the page.
pub(super) fn render(lens: &Lens<'_>, text: &str, top: usize) -> String {
    let mut events: Vec<Event<'_>> = Vec::new();
    let mut closings: Vec<&'static str> = Vec::new();
    let mut picture: Option<Picture> = None;
    let mut heading: Option<usize> = None;
    let mut code: Option<(String, String)> = None;
    let mut anchors = Anchors::default();
    let mut headings = Headings::below(top);
    for event in Parser::new_ext(text, OPTIONS) {
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
        let event = match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                code = Some((language.to_string(), String::new()));
                continue;
            }
            Event::Text(text) if code.is_some() => {
                code.get_or_insert_default().1.push_str(&text);
                continue;
            }
            Event::End(TagEnd::CodeBlock) if code.is_some() => {
                let (language, lines) = code.take().unwrap_or_default();
                Event::Html(format!("<pre tabindex=\"0\"><code>{}</code></pre>\n", marked(&language, &lines)).into())
            }
            Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
            Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
            Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
            Event::Start(Tag::Heading { level, .. }) => {
                heading = Some(events.len());
                Event::Start(Tag::Heading {
                    level: headings.next(level),
                    id: None,
                    classes: Vec::new(),
                    attrs: Vec::new(),
                })
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some(at) = heading.take() {
                    anchors.put_on(&mut events[at..]);
                }
                Event::End(TagEnd::Heading(headings.last()))
            }
            Event::Start(Tag::BlockQuote(Some(kind))) => {
                Event::Html(format!("<aside class=\"alert {}\">", alert(kind)).into())
            }
            Event::End(TagEnd::BlockQuote(Some(_))) => Event::Html("</aside>".into()),
            Event::Start(Tag::Table(columns)) => {
                events.push(Event::Html("<div class=\"table\">".into()));
                Event::Start(Tag::Table(columns))
            }
            Event::End(TagEnd::Table) => {
                events.push(Event::End(TagEnd::Table));
                Event::Html("</div>".into())
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                let (opening, closing) = link(lens, &dest_url);
                closings.push(closing);
                Event::InlineHtml(opening.into())
            }
            Event::End(TagEnd::Link) => Event::InlineHtml(closings.pop().unwrap_or_default().into()),
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                picture = Some(Picture {
                    target: dest_url.to_string(),
                    caption: title.to_string(),
                    alt: String::new(),
                    depth: 0,
                });
                continue;
            }
            other => other,
        };
        events.push(event);
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

/// Anchors of headings, each once in a text.
#[derive(Default)]
struct Anchors(BTreeMap<String, usize>);

impl Anchors {
    /// Puts an anchor on a heading, whose events these are.
    fn put_on(&mut self, heading: &mut [Event<'_>]) {
        let words = heading.iter().filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
            _ => None,
        });
        let anchor = self.give(&words.collect::<String>());
        if let Some(Event::Start(Tag::Heading { id, .. })) = heading.first_mut() {
            *id = Some(anchor.into());
        }
    }

    /// The anchor of a heading: its slug behind a mark of its own, so that none is like an anchor of the theme's.
    fn give(&mut self, words: &str) -> String {
        let anchor = format!("s-{}", slug(words));
        let times = self.0.entry(anchor.clone()).or_default();
        *times += 1;
        if *times == 1 { anchor } else { format!("{anchor}-{times}") }
    }
}

/// The class of an alert: `> [!NOTE]`.
fn alert(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "note",
        BlockQuoteKind::Tip => "tip",
        BlockQuoteKind::Important => "important",
        BlockQuoteKind::Warning => "warning",
        BlockQuoteKind::Caution => "caution",
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
    /// The title, which is shown as a caption.
    caption: String,
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
        let shown = format!("<img loading=\"lazy\" decoding=\"async\" src=\"{source}\" alt=\"{alt}\">");
        if picture.caption.is_empty() {
            return shown;
        }
        let mut caption = String::new();
        html_escape(&mut caption, &picture.caption);
        // Markdown puts pictures in paragraphs, where a figure may not stand: phrasing content is drawn like one.
        return format!("<span class=\"figure\">{shown}<span class=\"caption\">{caption}</span></span>");
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
