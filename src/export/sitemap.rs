//! `sitemap.xml` (sitemaps.org 0.9): every page that may be found, in all languages; split above
//! 50,000 addresses.

use super::xml;
use crate::site::{Export, ExportResult, Item, Make, Page, SiteReader, Subject};
use std::fmt::Write;

/// The most addresses that one file may hold.
const MOST: usize = 50_000;

pub(super) const EXPORT: Export = Export { name: "sitemap", files, make: Make::Bytes(make) };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    // Addresses in a sitemap are absolute, so a site that does not know its own has none.
    if language > 0 || site.config.base_url.is_none() || !site.config.crawlers.search() {
        return Vec::new();
    }
    let files = pages(site).count().div_ceil(MOST);
    let mut all = vec![("sitemap.xml".to_owned(), Subject::Whole)];
    if files > 1 {
        all.extend(
            (0..files).map(|part| (format!("sitemap-{}.xml", part + 1), Subject::Part(part))),
        );
    }
    all
}

/// The pages that may be found.
fn pages<'a>(site: &'a SiteReader<'a>) -> impl Iterator<Item = (&'a Item, Page)> {
    site.planned_pages().filter(|(_, page)| may_be_found(site, *page))
}

fn may_be_found(site: &SiteReader<'_>, page: Page) -> bool {
    match page {
        Page::Expert(id) => site.may_be_found(id),
        Page::NotFound | Page::Search | Page::Edit => false,
        page if site.stands_for_another(page) => false,
        page => page.entry().is_none_or(|(kind, index)| site.edition.is_listed(kind, index)),
    }
}

fn make(site: &SiteReader<'_>, _: usize, subject: Subject) -> ExportResult {
    let base = site.config.base_url.as_deref().unwrap_or_default();
    let total = pages(site).count();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    if subject == Subject::Whole && total > MOST {
        out.push_str("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for number in 1..=total.div_ceil(MOST) {
            let _ =
                writeln!(out, "<sitemap><loc>{}sitemap-{number}.xml</loc></sitemap>", xml(base));
        }
        out.push_str("</sitemapindex>\n");
        return Ok(out.into_bytes());
    }
    out.push_str(
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    let first = if let Subject::Part(part) = subject { part * MOST } else { 0 };
    for (item, page) in pages(site).skip(first).take(MOST) {
        let route = site.route(page);
        let _ = write!(out, "<url><loc>{}</loc>", xml(&site.absolute(item.language, &route)));
        if let Some(updated) = updated(site, page) {
            let _ = write!(out, "<lastmod>{updated}</lastmod>");
        }
        if site.config.languages.len() > 1 {
            for (at, language) in site.config.languages.iter().enumerate() {
                let href = xml(&site.absolute(at, &route));
                let _ = write!(
                    out,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{href}\"/>"
                );
            }
        }
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    Ok(out.into_bytes())
}

fn updated(site: &SiteReader<'_>, page: Page) -> Option<String> {
    let (kind, index) = page.entry().filter(|(kind, _)| !kind.may_be_mentioned())?;
    site.edition.updated(kind, index).map(|date| date.to_string())
}
