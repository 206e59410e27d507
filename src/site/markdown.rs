//! Markdown from content to safe HTML: raw HTML stays text, links are checked, headings stay below the page's own.

use super::code::marked;
use super::embed::{Picture, image, link};
use super::headings::Headings;
use super::lens::Lens;
use crate::base::slug::slug;
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, Options, Parser, Tag, TagEnd, html};
use std::collections::BTreeMap;

/// What of Markdown is understood beyond CommonMark.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_SMART_PUNCTUATION)
    .union(Options::ENABLE_GFM);

/// Renders Markdown that somebody wrote, whose pictures and documents lie in `folder`; its widest headings are of the level
/// `top` on the page.
pub(super) fn render(lens: &Lens<'_>, folder: Option<&str>, text: &str, top: usize) -> String {
    let mut events: Vec<Event<'_>> = Vec::new();
    let mut closings: Vec<String> = Vec::new();
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
                    events.push(Event::InlineHtml(image(lens, folder, open).into()));
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
                let (opening, closing) = link(lens, folder, &dest_url);
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
pub fn plain(text: &str, most: usize) -> String {
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
