//! Cards for links that are shared: 1200 × 630 pixels (the Open Graph protocol), drawn from the entry's own words.

mod draw;

use super::xml;
use crate::base::{ExpertId, ProjectId};
use crate::site::{Export, Page, Site, Subject, shared_card};
use std::fmt::Write;

pub(super) const EXPORT: Export = Export { name: "cards", files, make };

fn files(site: &Site, language: usize) -> Vec<(String, Subject)> {
    let edition = &site.edition;
    let experts = (0..edition.experts.len()).map(|at| Page::Expert(ExpertId::new(at)));
    let pages = experts.chain((0..edition.projects.len()).map(|at| Page::Project(ProjectId::new(at))));
    pages.filter_map(|page| Some((shared_card(site, language, page)?, Subject::Page(page)))).collect()
}

fn make(site: &Site, language: usize, subject: Subject) -> Vec<u8> {
    let Subject::Page(page) = subject else { return Vec::new() };
    words(site, page).map(|words| draw::png(&svg(site, language, &words))).unwrap_or_default()
}

/// The words on a card: above, the title, below, and a line at the foot.
struct Words<'a> {
    above: String,
    title: &'a str,
    below: &'a str,
    foot: Vec<&'a str>,
}

fn words(site: &Site, page: Page) -> Option<Words<'_>> {
    let edition = &site.edition;
    let words = match page {
        Page::Expert(id) => {
            let expert = &edition.experts[id.index()];
            let file = &expert.record.file;
            let topics = expert.claims.iter().filter(|claim| claim.freshness.label.is_good()).take(4);
            Words {
                above: file.location.as_ref().and_then(|place| place.city.clone()).unwrap_or_default(),
                title: &file.name,
                below: file.headline.as_deref().unwrap_or_default(),
                foot: topics.map(|claim| edition.topics[claim.topic.index()].title.as_str()).collect(),
            }
        }
        Page::Project(id) => {
            let project = &edition.projects[id.index()];
            let client = project.client.map(|id| edition.organizations[id.index()].title.clone());
            let years = project.record.file.period.map(|period| match period.to {
                Some(to) if to.year() != period.from.year() => format!("{}–{}", period.from.year(), to.year()),
                _ => period.from.year().to_string(),
            });
            Words {
                above: client.into_iter().chain(years).collect::<Vec<_>>().join(" · "),
                title: &project.record.file.title,
                below: "",
                foot: project.topics.iter().take(4).map(|id| edition.topics[id.index()].title.as_str()).collect(),
            }
        }
        _ => return None,
    };
    Some(words)
}

fn svg(site: &Site, language: usize, words: &Words<'_>) -> String {
    let accent = site.theme.params.get("accent").and_then(serde_json::Value::as_str).unwrap_or("#1d5c63");
    let texts = &site.config.texts;
    let name = texts[language].title.as_deref().or(texts[0].title.as_deref()).unwrap_or_default();
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\" font-family=\"Vakwerk Serif\">\
         <rect width=\"1200\" height=\"630\" fill=\"#fdfcf9\"/><rect width=\"24\" height=\"630\" fill=\"{}\"/>",
        xml(accent)
    );
    let mut line = |y: usize, size: usize, fill: &str, text: &str| {
        let _ = write!(svg, "<text x=\"88\" y=\"{y}\" font-size=\"{size}\" fill=\"{fill}\">{}</text>", xml(text));
    };
    line(104, 30, "#54503f", &words.above);
    let size = if words.title.chars().count() > 24 { 68 } else { 88 };
    let mut y = 120;
    for text in wrapped(words.title, 2200 / size, 3) {
        y += size * 11 / 10;
        line(y, size, "#1d1b16", &text);
    }
    y += 24;
    for text in wrapped(words.below, 58, 2) {
        y += 48;
        line(y, 38, "#54503f", &text);
    }
    line(520, 30, "#54503f", &wrapped(&words.foot.join("  ·  "), 68, 1).concat());
    line(580, 30, "#1d1b16", name);
    svg.push_str("</svg>");
    svg
}

/// Breaks text into at most `most` lines of about `width` letters; what is left over is left out, with a mark.
fn wrapped(text: &str, width: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
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
