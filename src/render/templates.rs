//! The theme's templates, ready to render, with the cards that were rendered already.

use super::filters::{Translator, register};
use super::lean::lean;
use crate::base::read_log::ReadLog;
use crate::base::reads::Reads;
use crate::base::{Checked, Code, Diagnostic, EntryKind, Place, Slot, Spot};
use crate::site::view::parts::CardHtml;
use crate::site::{Card, Cards, NoCards, Page, Site, SiteReader, ViewContext, settle};
use crate::theme::Strings;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
use tera::{Context, Tera, Value};

/// One language's templates and rendered cards.
struct LocaleTemplates {
    tera: Tera,
    /// By the number of the kind.
    cards: [Vec<OnceLock<Rendered>>; EntryKind::ALL.len()],
}

/// A card that was rendered, or why it could not be, and the entries that it followed from.
type Rendered = (Result<Slot, Box<Diagnostic>>, Reads);

/// The theme's templates for every language of a site.
pub struct Templates {
    locales: Vec<LocaleTemplates>,
}

/// The HTML of a page.
#[derive(Debug)]
pub struct PageHtml {
    /// The HTML; a card that could not be rendered is empty in it.
    pub html: String,
    /// Why cards of the page could not be rendered: said of each page that shows them, each time it
    /// is rendered.
    pub notes: Vec<Diagnostic>,
}

impl Templates {
    /// Compiles the templates of the theme for `site`.
    pub fn new(site: &Site) -> Checked<Self> {
        Self::of(site, &site.theme.templates)
    }

    /// Compiles templates by their names for `site`, in place of those that its theme has now.
    pub fn of(site: &Site, texts: &BTreeMap<String, String>) -> Checked<Self> {
        let mut notes = Vec::new();
        let mut compiled = Tera::new();
        compiled.autoescape_on(vec![".html", ".xml"]);
        let mut locales = Vec::new();
        for language in &site.config.languages {
            let mut strings = Strings::default();
            for tag in [language.as_str(), language.primary(), "en"] {
                if let Some(known) = site.theme.strings.get(tag) {
                    strings.lay_over(known);
                }
            }
            let mut tera = compiled.clone();
            register(&mut tera, &Translator::new(strings, language));
            if let Err(error) = tera.add_raw_templates(texts.iter()) {
                notes.push(fault(site, &error, None));
                tera = compiled.clone();
            }
            let edition = &site.edition;
            let shelf = |count: usize| (0..count).map(|_| OnceLock::new()).collect();
            locales.push(LocaleTemplates {
                tera,
                cards: EntryKind::ALL.map(|kind| shelf(edition.count(kind))),
            });
        }
        let mut templates = Self { locales };
        templates.show_frame(site);
        notes.dedup();
        Checked::new(templates, notes)
    }

    /// Gives the templates what every page of `site` has around it.
    fn show_frame(&mut self, site: &Site) {
        for (language, locale) in self.locales.iter_mut().enumerate() {
            let view = ViewContext { site: &site.reader(), language, cards: &NoCards }.site_view();
            let view = Value::from_serializable(&view);
            locale.tera.global_context().insert_value("site", view);
        }
    }

    /// Forgets what was rendered, as `site` tells something otherwise.
    pub fn forget_rendered(&mut self, site: &Site) {
        let shelves = self.locales.iter_mut().flat_map(|locale| &mut locale.cards);
        shelves.flatten().for_each(|card| *card = OnceLock::new());
        self.show_frame(site);
    }

    /// Renders a page.
    ///
    /// # Errors
    /// A note that names the template's line, the page, and the content file that it is about.
    pub fn page(
        &self,
        site: &SiteReader<'_>,
        language: usize,
        page: Page,
    ) -> Result<PageHtml, Diagnostic> {
        let renderer = Renderer::new(site, self);
        let context = ViewContext { site, language, cards: &renderer };
        let view = context.view(page);
        let name = view.name();
        let mut variables = Context::new();
        variables.insert("page", &context.page_view(page));
        let value = Value::from_serializable(&view);
        // The enum is written as a group of one key, the name of the view; its value is what the
        // template is given.
        if let Some((_, inner)) = value.as_map().and_then(|map| map.iter().next()) {
            variables.insert_value(name, inner.clone());
        }
        let about = || Some((site.page_url(language, page), site.source(page)));
        let rendered = self.locales[language].tera.render(&format!("{name}.html"), &variables);
        let html = lean(&settle(rendered.map_err(|error| fault(site, &error, about()))?));
        let mut notes = renderer.faults.into_inner();
        notes.sort();
        notes.dedup();
        Ok(PageHtml { html, notes })
    }

    /// Everything that the template of a page is given: `site`, `page`, and its own view by its
    /// name.
    pub fn view(&self, site: &Site, language: usize, page: Page) -> serde_json::Value {
        let site = &site.reader();
        let renderer = Renderer::new(site, self);
        let context = ViewContext { site, language, cards: &renderer };
        let mut given = serde_json::Map::new();
        given.insert("site".into(), json(&context.site_view()));
        given.insert("page".into(), json(&context.page_view(page)));
        // The enum is a group of one key, the name of the view.
        if let serde_json::Value::Object(view) = json(&context.view(page)) {
            given.extend(view);
        }
        let mut given = given.into();
        settle_all(&mut given);
        given
    }

    /// The name of a page's view: that of its template and of the variable that the template is
    /// given.
    pub fn name_of(site: &Site, language: usize, page: Page) -> &'static str {
        ViewContext { site: &site.reader(), language, cards: &NoCards }.view(page).name()
    }
}

fn json(value: &impl serde::Serialize) -> serde_json::Value {
    serde_json::to_value(value).expect("a view is plain data")
}

/// Takes the marks of places away, of which templates know nothing.
fn settle_all(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::String(text) => *text = settle(std::mem::take(text)),
        serde_json::Value::Array(items) => items.iter_mut().for_each(settle_all),
        serde_json::Value::Object(fields) => fields.values_mut().for_each(settle_all),
        _ => {}
    }
}

/// Renders the cards of one page, and keeps what is said of them.
struct Renderer<'a> {
    site: &'a SiteReader<'a>,
    templates: &'a Templates,
    faults: RefCell<Vec<Diagnostic>>,
}

impl Cards for Renderer<'_> {
    fn card(&self, language: usize, card: Card) -> CardHtml {
        let locale = &self.templates.locales[language];
        let (kind, index) = card.page().entry().expect("a card is that of an entry");
        let place = &locale.cards[kind.number()][index];
        // A large network has more HTML of cards than memory.
        let spill = self.site.spill();
        let (rendered, reads) = place.get_or_init(|| {
            let log = ReadLog::default();
            let html = self.render(&self.site.read_by(&log), language, card);
            (html.map(|html| spill.put(html.trim().as_bytes())), log.into_reads())
        });
        self.site.edition.include(reads);
        match rendered {
            Ok(slot) => CardHtml(spill.get_text(*slot).into()),
            Err(fault) => {
                self.faults.borrow_mut().push(Diagnostic::clone(fault));
                CardHtml("".into())
            }
        }
    }
}

impl<'a> Renderer<'a> {
    fn new(site: &'a SiteReader<'a>, templates: &'a Templates) -> Self {
        Self { site, templates, faults: RefCell::default() }
    }

    fn render(
        &self,
        site: &SiteReader<'_>,
        language: usize,
        card: Card,
    ) -> Result<String, Box<Diagnostic>> {
        let view = ViewContext { site, language, cards: &NoCards }.card_view(card);
        let mut variables = Context::new();
        variables.insert("card", &view);
        let rendered = self.templates.locales[language].tera.render(view.template(), &variables);
        rendered.map_err(|error| Box::new(fault(self.site, &error, None)))
    }
}

/// What a template error says, with the three places that matter: template, page, content.
fn fault(
    site: &Site,
    error: &tera::Error,
    about: Option<(String, Option<Arc<str>>)>,
) -> Diagnostic {
    let text = error.to_string();
    let (template, spot) = located(&text);
    let file = template.as_deref().map_or_else(
        || format!("themes/{}", site.theme.name),
        |name| site.theme.origins.get(name).cloned().unwrap_or_else(|| name.to_owned()),
    );
    let first =
        text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("the template fails");
    let mut message = first.trim_start_matches("error: ").to_owned();
    let mut source: &dyn std::error::Error = error;
    while let Some(cause) = source.source() {
        message = format!("{message}: {cause}");
        source = cause;
    }
    if let Some((url, _)) = &about {
        message = format!("{message} (page {url})");
    }
    let note = Diagnostic::new(Code::TemplateFailed, Place { file: file.into(), spot }, message)
        .help(if is_circle(&text) {
            "break the circle: a template cannot take itself in, nor one that takes it in"
        } else {
            "correct the template; the variables that it is given are listed in docs/pages/themes.md"
        });
    match about.and_then(|(_, source)| source) {
        Some(source) => note.and(Place::file(source)),
        None => note,
    }
}

/// Whether templates take each other in without an end.
fn is_circle(text: &str) -> bool {
    text.contains("Circular")
}

/// Finds the ` --> template:line:column` that the engine draws; of a circle, which it draws
/// nowhere, the name of the template by which it closes.
fn located(text: &str) -> (Option<String>, Spot) {
    let arrow = text
        .lines()
        .find_map(|line| line.trim_start().trim_start_matches('│').trim().strip_prefix("--> "));
    let Some(place) = arrow else {
        let closing = text.split('\'').nth(1).filter(|_| is_circle(text));
        let spot = |name| Spot::Text(format!("\"{name}\""));
        return (closing.map(str::to_owned), closing.map_or(Spot::File, spot));
    };
    let place = place.trim().trim_matches(['[', ']']);
    let mut parts = place.rsplitn(3, ':');
    let column = parts.next().and_then(|part| part.trim().parse().ok());
    let line = parts.next().and_then(|part| part.trim().parse().ok());
    match (parts.next(), line, column) {
        (Some(name), Some(line), Some(column)) => {
            (Some(name.to_owned()), Spot::Position(line, column))
        }
        _ => (None, Spot::File),
    }
}
