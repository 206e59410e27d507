//! `robots.txt` (RFC 9309): which programs may walk where.
//!
//! Search engines are not kept away from pages that they are to leave out: they have to read there
//! that they should.

use crate::site::{Export, ExportResult, Make, Page, SiteReader, Subject, shared_card};

/// Programs that gather texts for language models, by the names that their makers give.
const LEARNERS: [&str; 16] = [
    "AI2Bot",
    "Amazonbot",
    "anthropic-ai",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ClaudeBot",
    "cohere-ai",
    "Diffbot",
    "FacebookBot",
    "Google-Extended",
    "GPTBot",
    "Meta-ExternalAgent",
    "omgili",
    "PerplexityBot",
    "Timpibot",
];

/// Readers need take no more than 500 KiB; with more names than fit, the whole section is closed.
const MOST_BYTES: usize = 400 * 1024;

pub(super) const EXPORT: Export = Export { name: "robots", files, make: Make::Bytes(make) };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    let own = site.has_own("robots.txt");
    if language > 0 || own { Vec::new() } else { vec![("robots.txt".to_owned(), Subject::Whole)] }
}

fn make(site: &SiteReader<'_>, _: usize, _: Subject) -> ExportResult {
    // The finder's files say again what stands on the pages, without what a page asks of readers.
    let finder = format!("Disallow: {}finder/\n", site.config.base_path);
    let mut text = format!("User-agent: *\nAllow: /\n{finder}");
    let closed = closed_to_learners(site);
    if !closed.is_empty() {
        text.push('\n');
        for name in LEARNERS {
            text.push_str(&format!("User-agent: {name}\n"));
        }
        text.push_str(&closed);
        text.push_str(&finder);
    }
    if let Some(base) = site.config.base_url.as_ref().filter(|_| site.config.crawlers.search()) {
        text.push_str(&format!("\nSitemap: {base}sitemap.xml\n"));
    }
    Ok(text.into_bytes())
}

/// Where programs that gather texts may not go. A person who is in no list is not named here
/// either.
fn closed_to_learners(site: &SiteReader<'_>) -> String {
    let base = &site.config.base_path;
    if !site.config.crawlers.ai() {
        return format!("Disallow: {base}\n");
    }
    let mut closed = String::new();
    for (id, expert) in site.edition.listed_experts() {
        if expert.record.file.crawlers.ai() {
            continue;
        }
        for language in 0..site.config.languages.len() {
            closed.push_str(&format!("Disallow: {}\n", site.page_url(language, Page::Expert(id))));
        }
        if let Some(card) = shared_card(site, 0, Page::Expert(id)) {
            closed.push_str(&format!("Disallow: {base}{card}\n"));
        }
    }
    if closed.len() <= MOST_BYTES {
        return closed;
    }
    closed.clear();
    for language in 0..site.config.languages.len() {
        closed.push_str(&format!("Disallow: {}\n", site.url(language, "experts/")));
    }
    closed
}
