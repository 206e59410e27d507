//! Where the file of a page can be changed: the address of a forge's editor.

use super::member::{Member, Origin};
use super::project::CONFIG_FILE;
use crate::base::{Code, Diagnostic, Place};
use std::collections::BTreeMap;

/// The mark in an address for the path of a file.
const MARK: &str = "{path}";

/// Where files can be changed, for the site's own and those of its members.
#[derive(Debug, Clone, Hash, Default)]
pub struct EditLinks {
    own: Option<String>,
    members: BTreeMap<String, String>,
}

impl EditLinks {
    /// The links of a site whose own files are changed at `own`, an address with `{path}` in it.
    /// Without it there are none, and none for members.
    pub(super) fn new(own: Option<String>, members: &[Member]) -> Self {
        let members = if own.is_some() { members } else { &[] };
        let link = |member: &Member| Some((member.cache_name(), of_member(member)?));
        Self { own, members: members.iter().filter_map(link).collect() }
    }

    /// Where the file at `path`, relative to the site's folder, can be changed.
    pub fn of(&self, path: &str) -> Option<String> {
        let (address, path) = match path.strip_prefix(".vakwerk/members/") {
            Some(rest) => {
                let (name, path) = rest.split_once('/')?;
                (self.members.get(name)?, path)
            }
            None if path.starts_with("..") => return None,
            None => (self.own.as_ref()?, path),
        };
        Some(address.replace(MARK, &encoded(path)))
    }
}

/// Whether a text can be the address of an editor: https, with `{path}` once.
pub(super) fn is_address(text: &str) -> bool {
    text.starts_with("https://")
        && text.matches(MARK).count() == 1
        && !text.contains(|sign: char| {
            sign.is_whitespace() || sign.is_control() || "\"<>".contains(sign)
        })
}

/// The editor of the forge that a member's repository is on, for forges that are known by their
/// names.
fn of_member(member: &Member) -> Option<String> {
    let Origin::Repository { url, reference } = &member.origin else { return None };
    let (host, path) = match url.strip_prefix("https://") {
        Some(rest) => rest.split_once('/')?,
        None => url.strip_prefix("git@")?.split_once(':')?,
    };
    let path = encoded(path.trim_matches('/').trim_end_matches(".git"));
    let branch = encoded(reference.as_deref().unwrap_or("HEAD"));
    let folder = if member.folder.is_empty() {
        String::new()
    } else {
        format!("{}/", encoded(&member.folder))
    };
    let editor = match host {
        "github.com" => "edit",
        "gitlab.com" => "-/edit",
        // These know no word for the default branch.
        "codeberg.org" | "gitea.com" if reference.is_some() => "_edit",
        _ => return None,
    };
    Some(format!("https://{host}/{path}/{editor}/{branch}/{folder}{MARK}"))
}

/// A path as part of an address (RFC 3986): everything but unreserved signs and slashes is encoded.
fn encoded(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                text.push(char::from(byte));
            }
            other => text.push_str(&format!("%{other:02X}")),
        }
    }
    text
}
/// Whether `url` is an address at which files are changed; says so when it is none.
pub(super) fn edit_url_fits(url: &str, notes: &mut Vec<Diagnostic>) -> bool {
    let fits = is_address(url);
    if !fits {
        let message = format!("`{url}` does not say where a file is changed");
        let note =
            Diagnostic::new(Code::BrokenValue, Place::value(CONFIG_FILE, "edit_url"), message);
        notes.push(
            note.help("write an https address with {path} in it: https://github.com/us/network/edit/main/{path}"),
        );
    }
    fits
}
