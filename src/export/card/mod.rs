//! Cards for links that are shared (the Open Graph protocol), drawn from the entry's own words.

mod draw;
mod undrawn;

use super::{best_known, xml};
use crate::base::address::readable;

use crate::site::{
    CARD_SIZE, Drawn, Export, ExportResult, Make, NoCards, Page, SiteReader, Subject, Unmade,
    ViewContext, can_be_drawn, network_card, shared_card, typeset,
};
use std::borrow::Cow;
use std::fmt::Write;
pub use undrawn::undrawn;

pub(super) const EXPORT: Export = Export { name: "cards", files, make: Make::Bytes(make) };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    let edition = site.edition;
    let experts = edition.expert_ids().map(Page::Expert);
    let pages = experts.chain(edition.project_ids().map(Page::Project));
    let own =
        pages.filter_map(|page| Some((shared_card(site, language, page)?, Subject::Page(page))));
    let of_site =
        network_card(site).filter(|_| language == 0).map(|path| (path.to_owned(), Subject::Whole));
    own.chain(of_site).collect()
}

fn make(site: &SiteReader<'_>, _: usize, subject: Subject) -> ExportResult {
    let words = match subject {
        Subject::Page(page) => words(site, page),
        _ => Some(words_of_site(site)),
    };
    let words = words.ok_or(Unmade::NotPlanned)?;
    draw::png(&svg(site, &words.drawable())).map_err(Unmade::Failed)
}

/// The words on a card: above, the title, below, a line at the foot, and where it is from.
struct Words<'a> {
    above: String,
    title: &'a str,
    below: &'a str,
    foot: Vec<&'a str>,
    from: String,
}

impl Words<'_> {
    /// All lines but the one that says where the card is from, topics apart.
    fn lines(&self) -> impl Iterator<Item = &str> {
        let alone = [self.title, &self.above, self.below];
        alone.into_iter().chain(self.foot.iter().copied())
    }

    /// The words without the lines that the typeface lacks letters for.
    fn drawable(mut self) -> Self {
        for line in [&mut self.above, &mut self.from] {
            if !can_be_drawn(line) {
                line.clear();
            }
        }
        if !can_be_drawn(self.below) {
            self.below = "";
        }
        self.foot.retain(|topic| can_be_drawn(topic));
        self
    }
}

fn words<'a>(site: &'a SiteReader<'a>, page: Page) -> Option<Words<'a>> {
    let edition = site.edition;
    let words = match page {
        Page::Expert(id) => {
            let expert = edition.expert(id);
            let file = &expert.record.file;
            let topics =
                expert.claims.iter().filter(|claim| claim.freshness.label.is_good()).take(4);
            Words {
                above: file
                    .location
                    .as_ref()
                    .and_then(|place| place.city.clone())
                    .unwrap_or_default(),
                title: &file.name,
                below: ViewContext { site, language: 0, cards: &NoCards }
                    .headline(id)
                    .map_or("", |phrase| phrase.text),
                foot: topics.map(|claim| edition.topic(claim.topic).title.as_str()).collect(),
                from: name(site),
            }
        }
        Page::Project(id) => {
            let project = edition.project(id);
            let client = project.client.map(|id| edition.organization(id).title.clone());
            let years = project.record.file.period.map(|period| match period.to {
                Some(to) if to.year() != period.from.year() => {
                    format!("{}–{}", period.from.year(), to.year())
                }
                _ => period.from.year().to_string(),
            });
            Words {
                above: client.into_iter().chain(years).collect::<Vec<_>>().join(" · "),
                title: &project.record.file.title,
                below: "",
                foot: project
                    .topics
                    .iter()
                    .take(4)
                    .map(|id| edition.topic(*id).title.as_str())
                    .collect(),
                from: name(site),
            }
        }
        _ => return None,
    };
    Some(words)
}

fn name(site: &SiteReader<'_>) -> String {
    site.config.texts[0].title.clone().unwrap_or_default()
}

/// What the site says of itself, and the topics that most of its people know.
fn words_of_site<'a>(site: &'a SiteReader<'a>) -> Words<'a> {
    let text = &site.config.texts[0];
    Words {
        above: String::new(),
        title: text.title.as_deref().unwrap_or_default(),
        below: text.description.as_deref().unwrap_or_default(),
        foot: best_known(site).take(4).map(|id| site.edition.topic(id).title.as_str()).collect(),
        from: site.config.base_url.as_deref().map(readable).unwrap_or_default(),
    }
}

fn svg(site: &SiteReader<'_>, words: &Words<'_>) -> String {
    let color = |what: Drawn, plain: &'static str| xml(site.theme.drawn(what).unwrap_or(plain));
    let (ink, soft) = (color(Drawn::Ink, "#000"), color(Drawn::Soft, "#000"));
    let (width, height) = CARD_SIZE;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" font-family=\"Vakwerk Serif\">\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/><rect width=\"24\" height=\"{height}\" fill=\"{}\"/>",
        color(Drawn::Ground, "#fff"),
        color(Drawn::Mark, "#000"),
    );
    let mut line = |y: usize, size: usize, fill: &str, text: &str| {
        // What would run out of the picture costs time, and nobody sees it.
        svg.push_str(&self::text(y, size, fill, &cut(text, 2600 / size)));
    };
    line(104, 30, &soft, &words.above);
    let size = if words.title.chars().count() > 24 { 68 } else { 88 };
    let mut y = 120;
    for text in wrapped(words.title, 2200 / size, 3) {
        y += size * 11 / 10;
        line(y, size, &ink, &text);
    }
    y += 24;
    for text in wrapped(words.below, 58, 2) {
        y += 48;
        line(y, 38, &soft, &text);
    }
    line(520, 30, &soft, &wrapped(&words.foot.join("  ·  "), 68, 1).concat());
    line(580, 30, &ink, &words.from);
    svg.push_str("</svg>");
    svg
}

/// A line at the height `y`, each part of it in the face that has its letters.
fn text(y: usize, size: usize, fill: &str, line: &str) -> String {
    let stretches = typeset(line).unwrap_or_default();
    let mut svg = String::new();
    let mut x = 88.0;
    for stretch in &stretches {
        let _ = write!(svg, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{fill}\"");
        if stretches.len() > 1 {
            // Apart, since a line of two faces is drawn in parts when its letters with marks are
            // counted otherwise in each.
            let _ = write!(
                svg,
                " xml:space=\"preserve\" font-family=\"{}\"",
                draw::family(stretch.face)
            );
            x += draw::width(stretch, size);
        }
        let _ = write!(svg, ">{}</text>", xml(&stretch.text));
    }
    svg
}

/// The beginning of a text, with a mark where more follows.
fn cut(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()).into(),
        None => text.into(),
    }
}

/// Breaks text into at most `most` lines of about `width` letters; what is left over is left out,
/// with a mark.
fn wrapped(text: &str, width: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if lines.len() > most {
            break;
        }
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(line) = lines.last_mut() {
            line.push('…');
        }
    }
    lines
}
