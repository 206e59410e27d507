//! The texts of a page as blocks of a CV. The HTML is what this program rendered from Markdown, so
//! it is well formed, and says only what may be said.

use super::document::{Block, Kind, Run};

/// Reads the HTML of a text; `link` makes the address of a link absolute, or says that it leads
/// nowhere from paper.
pub(super) fn blocks(
    html: &str,
    language: Option<&str>,
    link: &dyn Fn(&str) -> Option<String>,
) -> Vec<Block> {
    let mut reading = Reading { language, ..Reading::default() };
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        reading.say(&rest[..at]);
        let Some(end) = rest[at..].find('>') else { break };
        reading.tag(&rest[at + 1..at + end], link);
        rest = &rest[at + end + 1..];
    }
    reading.say(rest);
    reading.close();
    reading.blocks
}

#[derive(Default)]
struct Reading<'a> {
    blocks: Vec<Block>,
    runs: Vec<Run>,
    kind: Option<Kind>,
    language: Option<&'a str>,
    strong: usize,
    /// How many elements around are not told: drawings, styles, what is hidden from readers.
    silent: usize,
    /// How many elements around keep their line ends: code.
    kept: usize,
    links: Vec<Option<String>>,
}

impl Reading<'_> {
    fn say(&mut self, html: &str) {
        if html.is_empty() || self.silent > 0 {
            return;
        }
        let text = unescaped(html);
        let text = if self.kept > 0 { text } else { spaced(&text) };
        let starts = self.runs.last().is_none_or(|run| run.text.ends_with([' ', '\n']));
        let text = if starts { text.trim_start_matches(' ') } else { &text };
        if text.is_empty() {
            return;
        }
        let run = if self.strong > 0 { Run::strong(text) } else { Run::new(text) };
        let run = run.in_language(self.language).to(self.links.last().cloned().flatten());
        match self.runs.last_mut() {
            Some(last)
                if (last.strong, &last.link, &last.language)
                    == (run.strong, &run.link, &run.language) =>
            {
                last.text.push_str(&run.text);
            }
            _ => self.runs.push(run),
        }
    }

    fn tag(&mut self, tag: &str, link: &dyn Fn(&str) -> Option<String>) {
        let (is_end, tag) = tag.strip_prefix('/').map_or((false, tag), |rest| (true, rest));
        let is_alone = tag.ends_with('/');
        let name = tag.split([' ', '/', '\n']).next().unwrap_or_default();
        let depth = |count: &mut usize| {
            *count = if is_end { count.saturating_sub(1) } else { *count + 1 };
        };
        match name {
            "strong" | "b" | "th" | "dt" => depth(&mut self.strong),
            "svg" | "style" | "script" | "math" | "template" if !is_alone => {
                depth(&mut self.silent);
            }
            "br" => self.runs.push(Run::new("\n")),
            "a" if is_end => {
                self.links.pop();
            }
            "a" => self.links.push(attribute(tag, "href").and_then(|href| link(&href))),
            "td" if is_end => self.say(" · "),
            _ => {}
        }
        match name {
            "pre" => {
                self.close();
                depth(&mut self.kept);
            }
            "li" if !is_end => self.open(Kind::Item),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if !is_end => self.open(Kind::Entry),
            // The paragraph of an item is the item.
            "p" if !is_end && self.kind == Some(Kind::Item) && self.runs.is_empty() => {}
            "p" | "div" | "blockquote" | "ul" | "ol" | "table" | "tr" | "dl" | "dt" | "dd"
            | "figure" | "figcaption" | "section" | "li" | "h1" | "h2" | "h3" | "h4" | "h5"
            | "h6" => {
                self.close();
            }
            _ => {}
        }
        if name == "th" && is_end {
            self.say(" · ");
        }
    }

    fn open(&mut self, kind: Kind) {
        self.close();
        self.kind = Some(kind);
    }

    fn close(&mut self) {
        let mut runs = std::mem::take(&mut self.runs);
        if let Some(last) = runs.last_mut() {
            let end = last.text.trim_end_matches([' ', '\n', '·']).len();
            last.text.truncate(end);
        }
        let block = Block::new(self.kind.take().unwrap_or(Kind::Text), runs);
        if !block.is_blank() {
            self.blocks.push(block);
        }
    }
}

/// The value of an attribute, as the program writes it.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    let end = tag[start..].find('"')?;
    Some(unescaped(&tag[start..start + end]))
}

/// One space for each stretch of them.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for sign in text.chars() {
        let is_space = matches!(sign, ' ' | '\n' | '\t' | '\r');
        if !is_space {
            spaced.push(sign);
        } else if !spaced.ends_with(' ') {
            spaced.push(' ');
        }
    }
    spaced
}

/// The text that character references stand for.
pub(super) fn unescaped(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let found = rest.find(';').filter(|end| *end < 12).and_then(|end| {
            let sign = match &rest[1..end] {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "apos" => '\'',
                "nbsp" => '\u{a0}',
                number => {
                    let number = number.strip_prefix('#')?;
                    let code = match number.strip_prefix(['x', 'X']) {
                        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                        None => number.parse().ok()?,
                    };
                    char::from_u32(code)?
                }
            };
            Some((sign, end + 1))
        });
        let (sign, length) = found.unwrap_or(('&', 1));
        text.push(sign);
        rest = &rest[length..];
    }
    text.push_str(rest);
    text
}
