//! Markdown from content to safe HTML: raw HTML stays text, links are checked, headings stay below
//! the page's own.

mod autolink;
mod bare;
mod code;
mod embed;
mod footnotes;
mod headings;
mod hyphens;
pub(super) mod plain;
mod table;
mod typed_signs;

use crate::base::address::escape;
use crate::base::comments::without_comments;
use crate::base::{harmful, without_harmful};
use crate::site::context::ViewContext;
use crate::site::places::{self, Names};
pub use autolink::left_to_right;
use bare::Bare;
use code::marked;
use embed::{Picture, image, link};
use footnotes::Footnotes;
use headings::Headings;
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, Options, Parser, Tag, TagEnd, html};
use table::{Cell, Table, cells_of};
use typed_signs::instead_of;

/// What of Markdown is understood beyond CommonMark.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_SMART_PUNCTUATION)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM);

/// Renders Markdown that somebody wrote, whose pictures and documents lie in `folder`; its widest
/// headings are of the level `top` on the page. Ids, and links to them, are marked until the page
/// is whole.
pub(super) fn render(
    context: &ViewContext<'_>,
    folder: Option<&str>,
    text: &str,
    top: usize,
) -> String {
    let text = &*without_comments(text).text;
    let hash = blake3::hash(text.as_bytes()).to_hex();
    let mut writer = Writer {
        context,
        folder,
        text: &hash[..12],
        events: Vec::new(),
        bare: Bare::in_site(context),
        closings: Vec::new(),
        picture: None,
        heading: None,
        code: None,
        names: Names::default(),
        headings: Headings::below(top),
        footnotes: Footnotes::default(),
        footnote: None,
        table: Table::default(),
    };
    for (event, range) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
        let event = match event {
            // An entity may stand for a sign that nobody sees: `&#x202e;`.
            Event::Text(shown) if harmful(&shown).next().is_some() => {
                Event::Text(without_harmful(&shown, ' ').into())
            }
            Event::Text(shown) => {
                Event::Text(instead_of(&shown, text, &range).map_or(shown, Into::into))
            }
            event => event,
        };
        writer.take(event, &text[range]);
    }
    let mut html = String::with_capacity(text.len() * 5 / 4);
    html::push_html(&mut html, writer.end().into_iter());
    html
}

/// Makes the events of a page of those of a text.
struct Writer<'a, 'l> {
    context: &'l ViewContext<'l>,
    folder: Option<&'l str>,
    /// What names the text in ids.
    text: &'l str,
    events: Vec<Event<'a>>,
    /// Text that is not written yet.
    bare: Bare<'a>,
    closings: Vec<String>,
    picture: Option<Picture>,
    heading: Option<usize>,
    code: Option<(String, String)>,
    names: Names,
    headings: Headings,
    footnotes: Footnotes<'a>,
    /// The label of the footnote that is read, and the text around it.
    footnote: Option<(String, Vec<Event<'a>>)>,
    table: Table,
}

impl<'a> Writer<'a, '_> {
    /// Takes the next event, which stands in the text as `source`.
    fn take(&mut self, event: Event<'a>, source: &'a str) {
        let Some(event) = self.inside(event) else { return };
        if let Event::Text(shown) = event {
            if self.code.is_some() {
                self.code.get_or_insert_default().1.push_str(&shown);
            } else if self.closings.is_empty() {
                self.bare.add(shown, source);
            } else {
                self.events.push(Event::Text(shown));
            }
            return;
        }
        self.bare.write(&mut self.events);
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.finish(tag),
            // A mark that is left over of a comment is shown as all HTML is.
            Event::Html(raw) | Event::InlineHtml(raw) => self.events.push(Event::Text(raw)),
            Event::FootnoteReference(label) => {
                let mention = self.footnotes.mention(self.text, &label);
                self.events.push(Event::InlineHtml(mention.into()));
            }
            Event::TaskListMarker(done) => {
                let (key, checked) =
                    if done { ("task.done", " checked") } else { ("task.open", "") };
                let word = escape(&self.context.word(key));
                let mark =
                    format!("<input type=\"checkbox\" disabled{checked} aria-label=\"{word}\"> ");
                self.events.push(Event::InlineHtml(mark.into()));
            }
            other => self.events.push(other),
        }
    }

    /// Gathers the text alternative of a picture; gives back what belongs to no picture.
    fn inside(&mut self, event: Event<'a>) -> Option<Event<'a>> {
        let Some(open) = &mut self.picture else { return Some(event) };
        match event {
            Event::Text(text) | Event::Code(text) => open.alt.push_str(&text),
            Event::SoftBreak | Event::HardBreak => open.alt.push(' '),
            Event::Start(Tag::Image { .. }) => open.depth += 1,
            Event::End(TagEnd::Image) if open.depth > 0 => open.depth -= 1,
            Event::End(TagEnd::Image) => {
                let shown = image(self.context, self.folder, open);
                self.events.push(Event::InlineHtml(shown.into()));
                self.picture = None;
            }
            _ => {}
        }
        None
    }

    fn start(&mut self, tag: Tag<'a>) {
        let event = match tag {
            Tag::CodeBlock(CodeBlockKind::Fenced(language)) => {
                self.code = Some((language.to_string(), String::new()));
                return;
            }
            Tag::Image { dest_url, title, .. } => {
                self.picture = Some(Picture {
                    target: dest_url.to_string(),
                    caption: title.to_string(),
                    alt: String::new(),
                    depth: 0,
                });
                return;
            }
            Tag::FootnoteDefinition(label) => {
                self.footnote = Some((label.to_string(), std::mem::take(&mut self.events)));
                return;
            }
            Tag::HtmlBlock => Event::Start(Tag::Paragraph),
            Tag::Heading { level, .. } => {
                self.heading = Some(self.events.len());
                let level = self.headings.next(level);
                Event::Start(Tag::Heading {
                    level,
                    id: None,
                    classes: Vec::new(),
                    attrs: Vec::new(),
                })
            }
            Tag::BlockQuote(Some(kind)) => {
                Event::Html(format!("<aside class=\"alert {}\">", alert(kind)).into())
            }
            Tag::Table(columns) => {
                self.table.begin(&columns, self.events.len());
                // It has its name when its head is read.
                self.events.push(Event::Html("".into()));
                Event::Start(Tag::Table(columns))
            }
            Tag::TableHead => {
                self.table.row(Cell::Head);
                Event::Start(Tag::TableHead)
            }
            Tag::TableRow => {
                self.table.row(Cell::Data);
                Event::Start(Tag::TableRow)
            }
            Tag::TableCell => Event::Html(self.table.open().into()),
            Tag::Link { dest_url, .. } => {
                let (opening, closing) = link(self.context, self.folder, self.text, &dest_url);
                self.closings.push(closing);
                Event::InlineHtml(opening.into())
            }
            other => Event::Start(other),
        };
        self.events.push(event);
    }

    fn finish(&mut self, tag: TagEnd) {
        let event = match tag {
            TagEnd::CodeBlock if self.code.is_some() => {
                let (language, lines) = self.code.take().unwrap_or_default();
                Event::Html(
                    format!(
                        "<pre tabindex=\"0\"><code>{}</code></pre>\n",
                        marked(&language, &lines)
                    )
                    .into(),
                )
            }
            TagEnd::FootnoteDefinition => {
                if let Some((label, around)) = self.footnote.take() {
                    self.footnotes.keep(label, std::mem::replace(&mut self.events, around));
                }
                return;
            }
            TagEnd::HtmlBlock => Event::End(TagEnd::Paragraph),
            TagEnd::Heading(_) => {
                if let Some(at) = self.heading.take() {
                    if self.events.len() == at + 1 {
                        // A heading without a word is none.
                        self.events.pop();
                        self.headings.take_back();
                        return;
                    }
                    self.put_name_on(at);
                }
                Event::End(TagEnd::Heading(self.headings.last()))
            }
            TagEnd::BlockQuote(Some(_)) => Event::Html("</aside>".into()),
            TagEnd::Table => {
                self.events.push(Event::End(TagEnd::Table));
                Event::Html("</div>".into())
            }
            TagEnd::TableHead => {
                let at = self.table.starts_at();
                let cells = cells_of(&self.events[at..]);
                self.events[at] = Event::Html(self.table.opening(&cells).into());
                Event::End(TagEnd::TableHead)
            }
            TagEnd::TableCell => Event::Html(self.table.close(&mut self.events).into()),
            TagEnd::Link => Event::InlineHtml(self.closings.pop().unwrap_or_default().into()),
            other => Event::End(other),
        };
        self.events.push(event);
    }

    /// Puts an id on the heading that begins at an event: its words.
    fn put_name_on(&mut self, at: usize) {
        let words: String = words_of(&self.events[at..]).collect();
        let name = self.names.give(&places::name(&words));
        if let Event::Start(Tag::Heading { id, .. }) = &mut self.events[at] {
            *id = Some(places::id(self.text, &name).into());
        }
    }

    fn end(mut self) -> Vec<Event<'a>> {
        self.bare.write(&mut self.events);
        let word = self.context.word("footnote.back");
        self.events.extend(self.footnotes.below(self.text, &word));
        self.events
    }
}

/// What of events is text.
fn words_of<'e>(events: &'e [Event<'_>]) -> impl Iterator<Item = &'e str> {
    events.iter().filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
        _ => None,
    })
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
