//! The texts of a page as blocks of a CV. The HTML is what this program rendered from Markdown, so
//! it is well formed, and says only what may be said.

use super::document::{Block, Kind, Run};
use crate::base::xml::reference;

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
    /// How many elements around are crossed out.
    struck: usize,
    /// How many elements around are code.
    code: usize,
    /// How many elements around are not told: drawings, styles, what is hidden from readers.
    silent: usize,
    /// How many elements around keep their line ends: code.
    kept: usize,
    links: Vec<(Option<String>, bool)>,
    /// The lists around, with the number of the next item where they have numbers.
    lists: Vec<Option<u32>>,
    /// How many quotations are around.
    quotes: usize,
    /// The number before the item.
    mark: Option<String>,
    note: Note,
}

/// Where in a footnote one is.
#[derive(Default, PartialEq, Eq)]
enum Note {
    #[default]
    No,
    /// In the mark that leads to it.
    Mark,
    /// In the number before it.
    Number,
}

impl Reading<'_> {
    fn say(&mut self, html: &str) {
        if html.is_empty() || self.silent > 0 {
            return;
        }
        let text = unescaped(html);
        let text = if self.kept > 0 { text } else { spaced(&text) };
        let starts = self.runs.last().is_none_or(|run| run.text.ends_with([' ', '\n']));
        let text = if starts && self.kept == 0 { text.trim_start_matches(' ') } else { &text };
        if text.is_empty() {
            return;
        }
        let run = if self.strong > 0 { Run::strong(text) } else { Run::new(text) };
        let run = Run { struck: self.struck > 0, code: self.code > 0, ..run };
        let run =
            run.in_language(self.language).to(self.links.last().and_then(|link| link.0.clone()));
        match self.runs.last_mut() {
            Some(last)
                if !last.parts
                    && (last.strong, last.struck, last.code, &last.link, &last.language)
                        == (run.strong, run.struck, run.code, &run.link, &run.language) =>
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
            "strong" | "b" | "dt" => depth(&mut self.strong),
            "svg" | "style" | "script" | "math" | "template" if !is_alone => {
                depth(&mut self.silent);
            }
            "br" => self.runs.push(Run::new("\n")),
            "code" | "kbd" | "samp" => depth(&mut self.code),
            "del" | "s" => depth(&mut self.struck),
            "img" => self.picture(tag),
            "a" => self.anchor(tag, is_end, link),
            "sup" => self.footnote(tag, is_end),
            "input" if tag.contains(" checked") => self.say("[x] "),
            "input" => self.say("[ ] "),
            "th" => {
                depth(&mut self.strong);
                self.cell(is_end);
            }
            "td" => self.cell(is_end),
            _ => {}
        }
        self.structure(tag, name, is_end);
    }

    /// A picture is told in its words; one that is there for its looks has none.
    fn picture(&mut self, tag: &str) {
        let words = attribute(tag, "alt").filter(|words| !words.trim().is_empty());
        if let Some(words) = words {
            self.say(&format!("[{}]", words.trim().replace('&', "&amp;")));
        }
    }

    /// The end of a cell of a table.
    fn cell(&mut self, is_end: bool) {
        if is_end && self.silent == 0 {
            self.runs.push(Run::parting());
        }
    }

    /// What begins or ends a block.
    fn structure(&mut self, tag: &str, name: &str, is_end: bool) {
        let depth = |count: &mut usize| {
            *count = if is_end { count.saturating_sub(1) } else { *count + 1 };
        };
        match name {
            "pre" => {
                self.close();
                depth(&mut self.kept);
            }
            "ul" | "ol" => {
                self.close();
                if is_end {
                    self.lists.pop();
                } else {
                    let first = attribute(tag, "start").and_then(|start| start.parse().ok());
                    self.lists.push((name == "ol").then_some(first.unwrap_or(1)));
                }
            }
            "blockquote" => {
                self.close();
                depth(&mut self.quotes);
            }
            "li" if !is_end => {
                self.open(Kind::Item);
                if let Some(Some(number)) = self.lists.last_mut() {
                    self.mark = Some(format!("{number}."));
                    *number = number.saturating_add(1);
                }
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if !is_end => self.open(Kind::Entry),
            // The paragraph of an item is the item.
            "p" | "div" if !is_end && self.kind == Some(Kind::Item) && self.runs.is_empty() => {}
            "p" | "div" | "table" | "tr" | "dl" | "dt" | "dd" | "figure" | "figcaption"
            | "section" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.close();
            }
            _ => {}
        }
    }

    /// A link; the one back from a footnote is for screens.
    fn anchor(&mut self, tag: &str, is_end: bool, link: &dyn Fn(&str) -> Option<String>) {
        if is_end {
            if let Some((_, true)) = self.links.pop() {
                self.silent = self.silent.saturating_sub(1);
            }
            return;
        }
        let is_back = tag.contains("\"footnote-back\"");
        self.silent += usize::from(is_back);
        let to = attribute(tag, "href").filter(|to| !to.starts_with('#'));
        self.links.push((to.and_then(|to| link(&to)), is_back));
    }

    /// The mark of a footnote in the text, and the number before what it says.
    fn footnote(&mut self, tag: &str, is_end: bool) {
        match std::mem::take(&mut self.note) {
            Note::Mark if is_end => self.say("]"),
            Note::Number if is_end => {
                let number: String = self.runs.drain(..).map(|run| run.text).collect();
                self.mark = Some(format!("[{}]", number.trim()));
            }
            _ if tag.contains("\"footnote-reference\"") => {
                self.say("[");
                self.note = Note::Mark;
            }
            _ if tag.contains("\"footnote-definition-label\"") => {
                self.open(Kind::Item);
                self.note = Note::Number;
            }
            _ => {}
        }
    }

    fn open(&mut self, kind: Kind) {
        self.close();
        self.kind = Some(kind);
    }

    fn close(&mut self) {
        let mut runs = std::mem::take(&mut self.runs);
        while runs.last().is_some_and(|run| run.parts) {
            runs.pop();
        }
        if let Some(last) = runs.last_mut() {
            let end = last.text.trim_end_matches([' ', '\n', '·']).len();
            last.text.truncate(end);
        }
        let kind = self.kind.take().unwrap_or(Kind::Text);
        // A list that an item is of is no list around it.
        let own = usize::from(kind == Kind::Item);
        let depth = u8::try_from(self.lists.len().saturating_sub(own)).unwrap_or(DEEPEST);
        let depth = if kind == Kind::Entry { 0 } else { depth.min(DEEPEST) };
        let (mark, is_quote) = (self.mark.take(), self.quotes > 0 && kind != Kind::Entry);
        let block = Block { depth, mark, is_quote, ..Block::new(kind, runs) };
        if !block.is_blank() {
            self.blocks.push(block);
        }
    }
}

/// What stands in more lists stands in no further.
const DEEPEST: u8 = 5;

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
                "nbsp" => '\u{a0}',
                name => reference(name)?,
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
