//! How hosts are to serve the site, for those that read files about it: `_headers`, and
//! `.htaccess`. On request only.

use crate::base::media_type::of_ending;
use crate::config::Host;
use crate::site::{Export, ExportResult, Make, Redirect, SiteReader, Subject};
use std::fmt::Write;

pub(super) const HEADERS: Export =
    Export { name: "headers", files: files_of_headers, make: Make::Bytes(make_headers) };
pub(super) const HTACCESS: Export =
    Export { name: "htaccess", files: files_of_htaccess, make: Make::Bytes(make_htaccess) };

/// What every answer says. The rest of the policy stands in each page; that it may not be framed
/// cannot stand there.
const ALWAYS: [(&str, &str); 3] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Content-Security-Policy", "frame-ancestors 'none'"),
];

/// Endings whose media types hosts do not know by themselves.
const ENDINGS: [&str; 6] = ["vcf", "ics", "ttl", "csv", "opml", "webmanifest"];

/// Folders of files that are named by their bytes, which never change.
const FOREVER: [&str; 4] = ["assets", "files", "finder", "pictures"];

fn files(site: &SiteReader<'_>, language: usize, host: Host, path: &str) -> Vec<(String, Subject)> {
    let own = site.has_own(path);
    let wanted = language == 0 && !own && site.config.hosts.contains(&host);
    wanted.then(|| (path.to_owned(), Subject::Whole)).into_iter().collect()
}

fn files_of_headers(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    files(site, language, Host::Netlify, "_headers")
}

fn files_of_htaccess(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    files(site, language, Host::Apache, ".htaccess")
}

fn make_headers(site: &SiteReader<'_>, _: usize, _: Subject) -> ExportResult {
    let base = &site.config.base_path;
    let mut out = format!("{base}*\n");
    for (name, value) in ALWAYS {
        let _ = writeln!(out, "  {name}: {value}");
    }
    for (ending, kind) in ENDINGS.map(|ending| (ending, of_ending(ending))) {
        let _ = writeln!(out, "{base}*.{ending}\n  Content-Type: {kind}");
    }
    for folder in FOREVER {
        let _ =
            writeln!(out, "{base}{folder}/*\n  Cache-Control: public, max-age=31536000, immutable");
    }
    let webfinger = "Content-Type: application/jrd+json\n  Access-Control-Allow-Origin: *";
    let _ = writeln!(out, "{base}.well-known/webfinger\n  {webfinger}");
    Ok(out.into_bytes())
}

fn make_htaccess(site: &SiteReader<'_>, _: usize, _: Subject) -> ExportResult {
    let base = &site.config.base_path;
    let mut out = format!(
        "DirectoryIndex index.html\nErrorDocument 404 {base}404.html\nAddDefaultCharset utf-8\n"
    );
    for (ending, kind) in ENDINGS.map(|ending| (ending, of_ending(ending))) {
        let _ = writeln!(out, "AddType \"{kind}\" .{ending}");
    }
    out.push_str("<IfModule mod_headers.c>\n");
    for (name, value) in ALWAYS {
        let _ = writeln!(out, "  Header set {name} \"{value}\"");
    }
    out.push_str("</IfModule>\n");
    for Redirect { from, to, .. } in site.redirects().filter(|redirect| redirect.listed) {
        let former = pattern(&format!("{base}{}", from.trim_end_matches('/')));
        let _ = writeln!(out, "RedirectMatch 301 ^{former}/?$ {}", target(&format!("{base}{to}")));
    }
    Ok(out.into_bytes())
}

/// A regular expression that matches `address` alone. `Redirect` would take all that begins with it
/// too.
fn pattern(address: &str) -> String {
    let mut pattern = String::with_capacity(address.len());
    for c in address.chars() {
        if !c.is_ascii_alphanumeric() && !"/-_~".contains(c) {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern
}

/// An address as one to which a regular expression leads.
fn target(address: &str) -> String {
    address.replace('\\', "\\\\").replace('$', "\\$")
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn a_pattern_matches_its_address_alone() {
        assert_eq!(pattern("/v1.0/experts/old-jan"), r"/v1\.0/experts/old-jan");
        assert_eq!(pattern("/a+(b)"), r"/a\+\(b\)");
    }
}
