//! Addresses of people elsewhere: in full, without their scheme, or as the handle that a service
//! gave.

use super::address::safe_href;
use super::doi;
use super::email;
use super::orcid;
use super::tidy::{Tidy, without_unseen};

/// Services on which people have handles: the key under `links`, its hosts, and what stands before
/// a handle.
const SERVICES: [(&str, &[&str], &str); 22] = [
    ("linkedin", &["linkedin.com"], "https://www.linkedin.com/in/"),
    ("github", &["github.com"], "https://github.com/"),
    ("gitlab", &["gitlab.com"], "https://gitlab.com/"),
    ("codeberg", &["codeberg.org"], "https://codeberg.org/"),
    ("bluesky", &["bsky.app"], "https://bsky.app/profile/"),
    ("x", &["x.com", "twitter.com"], "https://x.com/"),
    ("twitter", &["x.com", "twitter.com"], "https://x.com/"),
    ("instagram", &["instagram.com"], "https://www.instagram.com/"),
    ("threads", &["threads.net", "threads.com"], "https://www.threads.net/@"),
    ("facebook", &["facebook.com"], "https://www.facebook.com/"),
    ("youtube", &["youtube.com"], "https://www.youtube.com/@"),
    ("vimeo", &["vimeo.com"], "https://vimeo.com/"),
    ("medium", &["medium.com"], "https://medium.com/@"),
    ("researchgate", &["researchgate.net"], "https://www.researchgate.net/profile/"),
    ("stackoverflow", &["stackoverflow.com"], "https://stackoverflow.com/users/"),
    ("keybase", &["keybase.io"], "https://keybase.io/"),
    ("xing", &["xing.com"], "https://www.xing.com/profile/"),
    ("tiktok", &["tiktok.com"], "https://www.tiktok.com/@"),
    ("telegram", &["t.me", "telegram.me"], "https://t.me/"),
    ("soundcloud", &["soundcloud.com"], "https://soundcloud.com/"),
    ("pinterest", &["pinterest.com"], "https://www.pinterest.com/"),
    ("flickr", &["flickr.com"], "https://www.flickr.com/people/"),
];

/// Services whose handles may hold a full stop; on Bluesky they are hosts.
const DOTTED: [&str; 10] = [
    "gitlab",
    "codeberg",
    "bluesky",
    "instagram",
    "threads",
    "facebook",
    "youtube",
    "medium",
    "tiktok",
    "flickr",
];

/// Keys under `links` that lead to a person, so that two entries that share one are about the same
/// person.
pub fn is_personal(key: &str) -> bool {
    let key = key.to_lowercase();
    key == "orcid" || key == "mastodon" || SERVICES.iter().any(|(service, _, _)| *service == key)
}

/// The services that are known by name, and what people call a site of their own.
pub fn services() -> impl Iterator<Item = &'static str> {
    ["website", "orcid", "mastodon"].into_iter().chain(SERVICES.iter().map(|(name, ..)| *name))
}

/// The service to which an address leads, by its host.
pub fn service_of(address: &str) -> Option<&'static str> {
    let key = key_of(address);
    let host = key.split('/').next().unwrap_or_default();
    if host == "orcid.org" {
        return Some("orcid");
    }
    let found = SERVICES.iter().find(|(_, hosts, _)| is_one_of(host, hosts));
    found.map(|(service, _, _)| *service)
}

/// Whether a host is one of those of a service, or stands below one: `nl.linkedin.com`.
fn is_one_of(host: &str, hosts: &[&str]) -> bool {
    let is_of = |known: &&str| {
        host.strip_suffix(known).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    hosts.iter().any(is_of)
}

/// Keys under `links` that lead to a page of the person's own: accounts, and a site under one of
/// its usual names. What has another name may be of an employer or a publisher.
pub fn is_own(key: &str) -> bool {
    /// What people call a site of their own.
    const SITES: [&str; 14] = [
        "website",
        "site",
        "web",
        "homepage",
        "home",
        "blog",
        "personal",
        "portfolio",
        "url",
        "www",
        "cv",
        "pixelfed",
        "peertube",
        "weblog",
    ];
    let key = key.trim().to_lowercase();
    is_personal(&key) || SITES.contains(&key.as_str())
}

/// Reads what was written under `links:` `key`, and gives an address that can be linked.
pub fn read(key: &str, written: &str) -> Tidy {
    let key = key.trim().to_lowercase();
    let text = without_unseen(written);
    let text = text.trim();
    if key == "orcid" {
        return match orcid::read(text) {
            Tidy::AsWritten(id) => Tidy::AsWritten(orcid::address(&id)),
            Tidy::Tidied(id) if orcid::address(&id) == text => Tidy::AsWritten(text.to_owned()),
            Tidy::Tidied(id) => Tidy::Tidied(orcid::address(&id)),
            wrong @ Tidy::Wrong { .. } => wrong,
        };
    }
    if email::is_address(text.trim_start_matches("mailto:")) && key != "mastodon" {
        return Tidy::wrong(
            "is a mail address",
            "move it to `contact: { email: … }`, where the site's privacy applies to it",
        );
    }
    let found = match named_alone(&key, text) {
        Some(bare) if DOTTED.contains(&key.as_str()) => handle(&key, bare),
        // `linkedin: ida.boom` would lead to a stranger's host.
        Some(_) => None,
        None => read_address(text).or_else(|| handle(&key, text)),
    };
    let in_full = || match key.as_str() {
        "linkedin" => "write it in full: https://www.linkedin.com/in/…",
        _ => "write it in full: https://…",
    };
    found.map_or_else(
        || Tidy::wrong("is not an address that can be linked", in_full()),
        // A space at the edge is told too: it breaks in most other programs.
        |address| if address == written { Tidy::AsWritten(address) } else { Tidy::Tidied(address) },
    )
}

/// Reads an address outside of `links:`.
pub fn read_url(written: &str) -> Tidy {
    read_address(without_unseen(written).trim()).map_or_else(
        || Tidy::wrong("is not an address that can be linked", "write it in full: https://…"),
        |address| if address == written { Tidy::AsWritten(address) } else { Tidy::Tidied(address) },
    )
}

fn read_address(text: &str) -> Option<String> {
    if let Some(address) = doi::address(text) {
        return Some(address);
    }
    if let Some(address) = safe_href(text) {
        // `HTTPS://` is as good as `https://`.
        return Some(if address.eq_ignore_ascii_case(text) { text.to_owned() } else { address })
            .filter(|address| !address.starts_with("mailto:"));
    }
    if let Some(at) = text
        .find('/')
        .filter(|at| *at > 0 && text[..*at].chars().all(|c| c.is_ascii_alphabetic() || c == ':'))
    {
        let (scheme, rest) =
            (text[..at].trim_end_matches(':').to_lowercase(), text[at..].trim_start_matches('/'));
        let meant = ["https", "http"]
            .into_iter()
            .find(|known| strsim::damerau_levenshtein(&scheme, known) <= 1)?;
        return safe_href(&format!("{meant}://{rest}"));
    }
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let ending = host.rsplit('.').next().unwrap_or_default();
    let looks_like_host = host.contains('.')
        && host.split('.').all(|part| !part.is_empty())
        && ending.len() >= 2
        && ending.chars().all(char::is_alphabetic)
        && !host.contains([':', '@', ' ']);
    looks_like_host.then(|| safe_href(&format!("https://{text}"))).flatten()
}

/// What was written for a service, when it is neither an address there nor one with a scheme or a
/// path: `ida.boom`.
fn named_alone<'a>(key: &str, text: &'a str) -> Option<&'a str> {
    let (_, hosts, _) = SERVICES.iter().find(|(service, _, _)| *service == key)?;
    let bare = text.trim_start_matches('@').trim_end_matches('/');
    let is_bare = bare.contains('.') && !bare.contains(['/', ':', '?', '#', ' ']);
    (is_bare && !is_one_of(&bare.to_lowercase(), hosts)).then_some(bare)
}

fn handle(key: &str, text: &str) -> Option<String> {
    let bare = text.trim_start_matches('@');
    let plain = |c: char| c.is_alphanumeric() || "-_.".contains(c);
    if key == "mastodon" {
        let (user, host) = bare.split_once('@')?;
        return (!user.is_empty()
            && user.chars().all(plain)
            && host.contains('.')
            && host.chars().all(plain))
        .then(|| safe_href(&format!("https://{host}/@{user}")))
        .flatten();
    }
    let bare =
        if key == "linkedin" { bare.trim_start_matches("in/").trim_end_matches('/') } else { bare };
    let (_, _, before) = SERVICES.iter().find(|(service, _, _)| *service == key)?;
    let after = if key == "bluesky" && !bare.contains('.') { ".bsky.social" } else { "" };
    (!bare.is_empty() && bare.chars().all(plain))
        .then(|| safe_href(&format!("{before}{bare}{after}")))
        .flatten()
}

/// The address as it is compared with others: without scheme, `www.`, a slash at the end, and case
/// in the host.
pub fn key_of(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let rest = rest.split(['?', '#']).next().unwrap_or(rest).trim_end_matches('/');
    rest.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profiles_are_understood_in_several_writings() {
        for (key, written, address) in [
            ("website", "https://example.org/", "https://example.org/"),
            ("website", "example.org/jan", "https://example.org/jan"),
            ("website", " https://example.org", "https://example.org"),
            ("website", "hhttps://example.org", "https://example.org"),
            ("website", "htp://example.org", "http://example.org"),
            ("website", "https:/example.org", "https://example.org"),
            ("website", "https//example.org", "https://example.org"),
            ("github", "jandevries", "https://github.com/jandevries"),
            ("github", "@jandevries", "https://github.com/jandevries"),
            ("github", "github.com/jandevries", "https://github.com/jandevries"),
            ("linkedin", "in/jan-de-vries", "https://www.linkedin.com/in/jan-de-vries"),
            ("mastodon", "@jan@social.example", "https://social.example/@jan"),
            ("bluesky", "@jan", "https://bsky.app/profile/jan.bsky.social"),
            ("bluesky", "ida.example", "https://bsky.app/profile/ida.example"),
            ("bluesky", "bsky.app/profile/ida.example", "https://bsky.app/profile/ida.example"),
            ("instagram", "ida.boom", "https://www.instagram.com/ida.boom"),
            ("instagram", "@ida.boom/", "https://www.instagram.com/ida.boom"),
            ("instagram", "instagram.com/ida.boom", "https://instagram.com/ida.boom"),
            ("tiktok", "ida.boom", "https://www.tiktok.com/@ida.boom"),
            ("facebook", "nl-nl.facebook.com/ida", "https://nl-nl.facebook.com/ida"),
            ("gitlab", "git.example.org/ida", "https://git.example.org/ida"),
            ("orcid", "0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"),
        ] {
            let found = match read(key, written) {
                Tidy::AsWritten(address) | Tidy::Tidied(address) => address,
                Tidy::Wrong { what, .. } => panic!("{written} {what}"),
            };
            assert_eq!(found, address);
        }
        for (key, wrong) in [
            ("website", "javascript:alert(1)"),
            ("website", "jan@example.org"),
            ("website", "ask me"),
            ("website", "data:text/html,x"),
            ("website", ""),
            ("github", "a b"),
            ("github", "ida.boom"),
            ("linkedin", "ida.boom"),
            ("x", "@ida.boom"),
            ("orcid", "jan@example.org"),
            ("mastodon", "jan"),
        ] {
            assert!(matches!(read(key, wrong), Tidy::Wrong { .. }), "{wrong}");
        }
    }

    #[test]
    fn one_profile_has_one_key() {
        assert_eq!(
            key_of("https://www.LinkedIn.com/in/jan/?trk=x"),
            key_of("http://linkedin.com/in/jan")
        );
    }
}
