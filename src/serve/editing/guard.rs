//! Who may use the editor: the browser of whoever started the program, on a page of the editor.
//!
//! Anybody's page may send requests to a server on the same computer, so an address is no
//! permission. A token is, that only the terminal and the address opened from it know: the browser
//! keeps it in a cookie that pages cannot read and that is not sent when another site asks
//! (`SameSite=Strict`), and the page of the editor sends it with whatever it changes, in a header
//! that no other site can send without being asked for leave (CORS), which is never given.

use super::super::connection::Asked;
use std::hash::{BuildHasher, RandomState};
use std::net::IpAddr;
use tiny_http::Method;

/// What opens the editor, for as long as the program runs.
pub(in crate::serve) struct Token(String);

impl Token {
    /// A new one. The standard library keys its tables with 128 random bits of the system; four
    /// numbers made with them are as hard to guess.
    pub(in crate::serve) fn new() -> Self {
        let mut hasher = blake3::Hasher::new();
        for number in 0_u64..4 {
            hasher.update(&RandomState::new().hash_one(number).to_le_bytes());
        }
        Self(hasher.finalize().to_hex()[..40].to_owned())
    }

    pub(in crate::serve) fn as_str(&self) -> &str {
        &self.0
    }

    /// What the cookie holds: it lets read, and from it nobody finds the token that lets change.
    fn of_cookie(&self) -> Self {
        let hash = blake3::derive_key("vakwerk serve --edit: cookie", self.0.as_bytes());
        Self(blake3::hash(&hash).to_hex()[..40].to_owned())
    }

    /// Whether `given` is the token. Takes as long for any that is wrong.
    fn is(&self, given: &str) -> bool {
        blake3::hash(given.as_bytes()) == blake3::hash(self.0.as_bytes())
    }
}

/// The name of the cookie: cookies are shared by all ports of a computer.
fn cookie_name(port: u16) -> String {
    format!("vakwerk-editor-{port}")
}

/// The cookie that lets a browser in, on the pages of the editor alone.
pub(super) fn cookie(token: &Token, port: u16) -> String {
    let (name, value) = (cookie_name(port), token.of_cookie().0);
    format!("{name}={value}; Path={}; HttpOnly; SameSite=Strict", super::OWN)
}

/// Why a request is refused; None when it is let in. `given` is the token in the address.
pub(super) fn refusal(
    asked: &Asked,
    token: &Token,
    port: u16,
    given: Option<&str>,
) -> Option<&'static str> {
    if !asked.host.as_deref().is_some_and(|host| is_here(host, port)) {
        return Some("the editor answers to localhost and 127.0.0.1 only");
    }
    if let Some(origin) = &asked.origin
        && origin.strip_prefix("http://").is_none_or(|host| Some(host) != asked.host.as_deref())
    {
        return Some("the page that asks is of another site");
    }
    if !matches!(asked.fetch_site.as_deref(), None | Some("same-origin" | "none"))
        && given.is_none()
    {
        return Some("the page that asks is of another site");
    }
    // Pages of the site have the same origin: the page with the token is shown, and not read.
    let is_page = asked.url.split('?').next() == Some(super::OWN);
    if is_page && !matches!(asked.fetch_dest.as_deref(), None | Some("document")) {
        return Some("the editor is a page of its own");
    }
    let (name, kept) = (cookie_name(port), token.of_cookie());
    let in_cookie = asked.cookie.as_deref().unwrap_or_default().split(';').any(|one| {
        one.trim().split_once('=').is_some_and(|(key, value)| key == name && kept.is(value))
    });
    let in_header = asked.token.as_deref().is_some_and(|given| token.is(given));
    let in_address = given.is_some_and(|given| token.is(given));
    let may = match asked.method {
        // Of whoever changes something, it is known where they stand.
        Method::Post => in_header && asked.origin.is_some(),
        _ => in_cookie || in_header || in_address,
    };
    (!may).then_some(
        "open the editor by the address that the terminal shows; it holds for this run only",
    )
}

/// Whether the `Host` of a request is this computer and this port. No name is asked for: names may
/// be made to lead here by anybody (DNS rebinding).
fn is_here(host: &str, port: u16) -> bool {
    let (name, given) = host.rsplit_once(':').unwrap_or((host, "80"));
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    let is_loopback = bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    (is_loopback || name.eq_ignore_ascii_case("localhost")) && given == port.to_string()
}
