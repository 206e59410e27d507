//! `.well-known/security.txt` (RFC 9116): whom to tell of a weakness.

use crate::site::{Export, ExportResult, Make, SiteReader, Subject, Unmade};

const PATH: &str = ".well-known/security.txt";

pub(super) const EXPORT: Export = Export { name: "security", files, make: Make::Bytes(make) };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    let own = site.has_own(PATH);
    let wanted = language == 0 && !own && site.config.security.is_some();
    wanted.then(|| (PATH.to_owned(), Subject::Whole)).into_iter().collect()
}

fn make(site: &SiteReader<'_>, _: usize, _: Subject) -> ExportResult {
    let security = site.config.security.as_ref().ok_or(Unmade::NotPlanned)?;
    let languages: Vec<&str> =
        site.config.languages.iter().map(crate::base::Language::as_str).collect();
    let mut text = format!(
        "Contact: {}\nExpires: {}T00:00:00Z\nPreferred-Languages: {}\n",
        security.contact,
        security.expires.last_day(),
        languages.join(", ")
    );
    if site.config.base_url.is_some() {
        text.push_str(&format!("Canonical: {}\n", site.absolute(0, PATH)));
    }
    if let Some(policy) = &security.policy {
        text.push_str(&format!("Policy: {policy}\n"));
    }
    Ok(text.into_bytes())
}
