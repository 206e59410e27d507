//! Values of the configuration that have to be looked at: addresses, ways to reach the network,
//! bounds.

use super::page_size::PageSize;
use super::project::CONFIG_FILE;
use super::site_file::SiteContact;
use crate::base::address::safe_href;
use crate::base::date::zone;
use crate::base::word_list::is_of_figures;
use crate::base::{Code, Diagnostic, Limits, Place};

/// How to reach the network, without what leads nowhere.
pub(super) fn reachable(mut written: SiteContact, notes: &mut Vec<Diagnostic>) -> SiteContact {
    let mut note = |key: &str, message: String, help: &str| {
        let place = Place::value(CONFIG_FILE, format!("contact.{key}"));
        notes.push(Diagnostic::new(Code::BrokenValue, place, message).help(help));
    };
    let is_mail = |mail: &str| {
        let parts = mail.split_once('@');
        parts.is_some_and(|(who, host)| {
            !who.is_empty() && host.contains('.') && !mail.contains(char::is_whitespace)
        })
    };
    if let Some(mail) = written.email.take_if(|mail| !is_mail(mail)) {
        note("email", format!("`{mail}` is not a mail address"), "write it as ask@network.example");
    }
    if let Some(url) =
        written.url.take_if(|url| safe_href(url).is_none_or(|url| !url.starts_with("https://")))
    {
        note(
            "url",
            format!("`{url}` is not the address of a page"),
            "write it in full: https://network.example/ask/",
        );
    }
    written
}

/// The time zone of the site's events, by its registered name.
pub(super) fn zone(written: Option<String>, notes: &mut Vec<Diagnostic>) -> Option<String> {
    let written = written?;
    let known = zone::registered(&written);
    if known.is_none() {
        let (message, help) = zone::unknown(&written);
        let place = Place::value(CONFIG_FILE, "zone");
        notes.push(Diagnostic::new(Code::UnknownZone, place, message).help(help));
    }
    known
}

/// How many cards stand on one page of a list.
pub(super) fn page_size(written: Option<usize>, notes: &mut Vec<Diagnostic>) -> PageSize {
    let Some(size) = written else { return PageSize::Usual };
    let nearest = size.clamp(6, 500);
    if nearest != size {
        let message = format!("a page of a list holds 6 to 500 cards, not {size}");
        let note =
            Diagnostic::new(Code::BrokenValue, Place::value(CONFIG_FILE, "page_size"), message);
        notes.push(
            note.as_warning()
                .help(format!("write a number in that range; until then it is {nearest}")),
        );
    }
    PageSize::Chosen(nearest)
}

/// The bounds of an entry, each in its range.
pub(super) fn limits(mut written: Limits, notes: &mut Vec<Diagnostic>) -> Limits {
    notes.extend(written.clamp().into_iter().map(|(key, least, most)| {
        let message = format!("`{key}` is from {least} to {most}");
        Diagnostic::new(
            Code::BrokenValue,
            Place::value(CONFIG_FILE, format!("limits.{key}")),
            message,
        )
        .help("write a number in that range; until then the nearest one counts")
        .as_warning()
    }));
    written
}

/// Whether what stands behind the scheme is a host, perhaps with a path, as a link can hold it:
/// without a name and password, a page, or steps upwards.
fn is_whole(rest: &str) -> bool {
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let is_page = |part: &str| part == ".." || part == "." || part.starts_with("index.");
    let is_host = !host.is_empty() && !host.contains('@') && has_port_or_none(host);
    is_host && !has_empty_step(path) && !path.split('/').any(is_page)
}

/// Whether a path below a host has two slashes in a row: links begin with it, and what begins so
/// is another host.
fn has_empty_step(path: &str) -> bool {
    path.trim_end_matches('/').starts_with('/') || path.trim_end_matches('/').contains("//")
}

fn has_port_or_none(host: &str) -> bool {
    let behind = host.rfind(']').map_or(0, |end| end + 1);
    let port = host[behind..].split_once(':').map(|(_, port)| port);
    port.is_none_or(|port| is_of_figures(port) && port.parse::<u16>().is_ok_and(|it| it > 0))
}

/// What to write for an address that is none.
fn help_for(url: &str) -> &'static str {
    if url.contains("://") && !url.is_ascii() {
        return "write its letters as browsers send them: a host as xn--…, a path as %C3%BC";
    }
    if url.contains('@') {
        return "leave the name and the password out: whoever sees a page would see them";
    }
    let (host, path) = url
        .split_once("://")
        .map_or((url, ""), |(_, rest)| rest.split_once('/').unwrap_or((rest, "")));
    if has_empty_step(path) {
        return "write one slash where there are two: links that begin with two lead to another host";
    }
    if !has_port_or_none(host) {
        return "write the port as a number from 1 to 65535, or leave it out";
    }
    "write it in full and without ? or #, spaces or a page: https://network.example/ or https://host.example/path/"
}

/// The address of a site in the one form that is used; none for what is no such address.
fn address_of_site(url: &str) -> Option<String> {
    let url = url.trim();
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/%[]@".contains(c);
    rest.filter(|rest| is_whole(rest) && rest.chars().all(plain))
        .map(|_| format!("{}/", url.trim_end_matches('/')))
}

/// Checks the address of a site that the command line gives.
///
/// # Errors
/// What to write, when it is none.
pub fn given_address(url: &str) -> Result<String, String> {
    address_of_site(url)
        .ok_or_else(|| format!("this is not the address of a site: {}", help_for(url.trim())))
}

fn base_url(url: &str, notes: &mut Vec<Diagnostic>) -> Option<String> {
    let found = address_of_site(url);
    if found.is_none() {
        let url = url.trim();
        let place = Place::value(CONFIG_FILE, "base_url");
        let message = format!("`{url}` is not the address of a site");
        notes.push(Diagnostic::new(Code::BrokenValue, place, message).help(help_for(url)));
    }
    found
}

/// The address under which the site will stand; a hint when nobody says.
pub(super) fn own_address(url: Option<&str>, notes: &mut Vec<Diagnostic>) -> Option<String> {
    if let Some(url) = url {
        return base_url(url, notes);
    }
    let message = "the site does not know its own address, so it has no sitemap and no canonical addresses, and \
                   previews find no picture";
    let note = Diagnostic::new(Code::NoBaseUrl, Place::file(CONFIG_FILE), message);
    notes.push(note.help(
        "write `base_url: https://network.example/`, or give `--base-url` when the site is built",
    ));
    None
}

/// Notes a title that earlier versions of `vakwerk init` wrote, and that hides the name of the
/// profile.
pub(super) fn placeholder(title: Option<&str>, notes: &mut Vec<Diagnostic>) {
    if let Some(title @ ("Your name" | "Uw naam")) = title {
        let message = format!("`{title}` still stands here as it was when the file was new");
        let note = Diagnostic::new(Code::Placeholder, Place::value(CONFIG_FILE, "title"), message);
        notes.push(
            note.help(
                "write a title, or leave it out: a portfolio then has the name of its expert",
            ),
        );
    }
}

/// The path of the site's address, with slashes at both ends.
pub(super) fn base_path(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.find('/').map_or_else(|| "/".to_owned(), |slash| rest[slash..].to_owned())
}
