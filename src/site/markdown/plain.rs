//! Markdown as plain text, for descriptions and previews.

use crate::base::comments::without_comments;
use crate::base::tidy::single_spaced;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM);

/// The first sentences of Markdown as plain text, at most `most` characters long.
pub fn plain(text: &str, most: usize) -> String {
    let text = without_comments(text).text;
    let mut plain = String::new();
    let mut footnotes = 0;
    for event in Parser::new_ext(&text, OPTIONS) {
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) => footnotes += 1,
            Event::End(TagEnd::FootnoteDefinition) => footnotes -= 1,
            _ if footnotes > 0 => {}
            Event::Text(text) | Event::Code(text) => plain.push_str(&text),
            Event::Html(raw) => plain.push_str(&without_tags(&raw)),
            // Tags that mark words stand in the middle of one; a new line does not.
            Event::InlineHtml(raw) if raw.to_ascii_lowercase().starts_with("<br") => {
                plain.push(' ');
            }
            // `List<T>` is a word, and the page shows it so.
            Event::InlineHtml(raw) if !is_element(&raw) => plain.push_str(&raw),
            Event::SoftBreak | Event::HardBreak | Event::Rule => plain.push(' '),
            Event::Start(tag) if !is_in_line(tag.to_end()) => plain.push(' '),
            Event::End(tag) if !is_in_line(tag) => plain.push(' '),
            _ => {}
        }
        if plain.len() > most * 8 {
            break;
        }
    }
    shortened(&plain, most)
}

/// The beginning of a text with single spaces, cut between words.
pub fn shortened(text: &str, most: usize) -> String {
    let text = single_spaced(text);
    let Some((cut, _)) = text.char_indices().nth(most) else { return text };
    let head = &text[..cut];
    let end = head.rfind([' ', '\u{3002}']).filter(|end| *end > cut / 2).unwrap_or(cut);
    format!("{}…", head[..end].trim_end_matches([',', ';', ' ', '.']))
}

/// Two texts as one: a sentence ends between them.
pub(in crate::site) fn sentences(first: &str, second: &str) -> String {
    let first = first.trim();
    let ends =
        first.is_empty() || first.ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', '।']);
    if second.is_empty() || first.is_empty() {
        return format!("{first}{second}");
    }
    format!("{first}{}{second}", if ends { " " } else { ". " })
}

fn is_in_line(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
}

/// Elements that people write in texts.
const ELEMENTS: [&str; 62] = [
    "a",
    "abbr",
    "article",
    "aside",
    "audio",
    "b",
    "blockquote",
    "br",
    "button",
    "center",
    "cite",
    "code",
    "del",
    "details",
    "div",
    "dl",
    "dd",
    "dt",
    "em",
    "embed",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "kbd",
    "li",
    "link",
    "main",
    "mark",
    "nav",
    "object",
    "ol",
    "p",
    "pre",
    "s",
    "script",
    "section",
    "small",
    "span",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "td",
    "th",
];

/// More of them.
const MORE: [&str; 8] = ["tbody", "tfoot", "thead", "tr", "u", "ul", "video", "wbr"];

/// Whether a tag is one of an element of HTML.
fn is_element(tag: &str) -> bool {
    let name = tag.trim_start_matches('<').trim_start_matches('/');
    let end = name.find(|sign: char| !sign.is_ascii_alphanumeric()).unwrap_or(name.len());
    let name = name[..end].to_ascii_lowercase();
    name.is_empty() || ELEMENTS.iter().chain(&MORE).any(|known| *known == name)
}

/// HTML without its tags, each of which is a space.
fn without_tags(html: &str) -> String {
    let mut plain = String::new();
    for (at, part) in html.split('<').enumerate() {
        match part.split_once('>') {
            Some((tag, behind)) if at > 0 && !is_element(tag) => {
                plain.push_str(&format!("<{tag}>{behind}"));
            }
            Some((_, behind)) if at > 0 => {
                plain.push(' ');
                plain.push_str(behind);
            }
            _ => plain.push_str(part),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_words_with_spaces() {
        for (written, expected) in [
            ("## Approach\n\nSmall steps.", "Approach Small steps."),
            ("Small\\\nsteps<br>now", "Small steps now"),
            ("| a | b |\n|---|--:|\n| 1 | 2 |", "a b 1 2"),
            ("- [x] done\n- [ ] open\n\n---\nend", "done open end"),
            ("A claim[^1] ~~not~~ **mine**.\n\n[^1]: A source.", "A claim not mine."),
            ("<div>\nOne\n</div>\n\ntwo", "One two"),
            ("a <!-- b --> c", "a c"),
            ("A List<T> and a Map<K,V>, <b>bold</b>", "A List<T> and a Map<K,V>, bold"),
            ("> [!NOTE]\n> Quoted\n\n```\ncode\n```\nlast", "Quoted code last"),
        ] {
            assert_eq!(plain(written, 100), expected, "{written}");
        }
        assert_eq!(sentences("Adviser", "Small steps"), "Adviser. Small steps");
        assert_eq!(sentences("Why not?", "Small steps"), "Why not? Small steps");
    }
}
