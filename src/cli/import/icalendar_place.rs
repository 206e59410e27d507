//! Where the events of calendars are.

use super::node::Node;
use super::parts::plain_text;
use super::vcard::{all, value};
use super::vcard_text::plain;

/// Properties with the address of a room where people meet online.
const ROOMS: [&str; 4] = [
    "CONFERENCE",
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
];

/// Words in the names of hosts of such rooms.
const HOSTS: [&str; 9] =
    ["meet", "zoom", "teams", "webex", "jitsi", "whereby", "bbb", "conference", "gotomeeting"];

/// Where it is, at which address online, and where one learns more of it.
#[derive(Debug, Default)]
pub(super) struct Whereabouts {
    pub(super) place: Option<String>,
    pub(super) online: Option<String>,
    pub(super) register: Option<String>,
}

impl Whereabouts {
    pub(super) fn of(event: &Node<'_>) -> Self {
        let mut found = Self::default();
        for (node, room) in ROOMS.iter().flat_map(|name| all(event, name)) {
            if let Some(room) = address(&room).filter(|_| found.online.is_none()) {
                node.read();
                found.online = Some(room);
            }
        }
        let place = value(event, "LOCATION");
        let place = place.map(|place| plain_text(&place).replace('\n', ", "));
        // What is no room is a map, or the page of a hall.
        let is_room = |address: &str| {
            let host = address.split('/').nth(2).unwrap_or_default().to_lowercase();
            HOSTS.iter().any(|word| host.contains(word))
        };
        match place.as_deref().and_then(address).filter(|it| is_room(it)) {
            Some(room) => found.online = found.online.or(Some(room)),
            None => found.place = place,
        }
        if let Some((node, url)) = all(event, "URL").into_iter().next()
            && let Some(url) = address(&url)
        {
            node.read();
            found.register = Some(url).filter(|url| Some(url) != found.online.as_ref());
        }
        found
    }
}

/// An address of the web, whatever the case of its letters.
fn address(text: &str) -> Option<String> {
    let text = plain(text);
    let text = if text.starts_with("www.") { format!("https://{text}") } else { text };
    let (scheme, rest) = text.split_once("://")?;
    let scheme = scheme.to_lowercase();
    let is_web =
        ["http", "https"].contains(&scheme.as_str()) && !rest.contains(char::is_whitespace);
    is_web.then(|| format!("{scheme}://{rest}"))
}

/// Whether a text has the address of a room in it.
pub(super) fn calls_in(text: &str) -> bool {
    HOSTS.iter().any(|host| text.contains(&format!("{host}.")))
}
