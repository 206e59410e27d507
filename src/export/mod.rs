//! Formats for machines: one file each. `ALL` is the list of them.

mod atom;
mod card;
mod icon;
mod redirects;
mod robots;
mod sitemap;
mod web_manifest;

use crate::site::Export;

/// Every export.
pub static ALL: &[Export] = &[
    atom::EXPORT,
    card::EXPORT,
    icon::EXPORT,
    redirects::EXPORT,
    robots::EXPORT,
    sitemap::EXPORT,
    web_manifest::EXPORT,
];

/// Escapes text for XML, and leaves out what XML 1.0 cannot hold.
fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            '\t' | '\n' => escaped.push(c),
            c if c.is_control() || c == '\u{fffe}' || c == '\u{ffff}' => {}
            c => escaped.push(c),
        }
    }
    escaped
}
