//! vCards 2.1, 3.0 and 4.0, many in one file.

use super::draft::{ClaimDraft, ItemDraft, PersonDraft, ProfileDraft};
use super::imported::Imported;
use super::node::{Ledger, Node};
use super::parts::{self, keep_link, titled};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// What programs keep of a card for themselves.
const OF_PROGRAMS: [&str; 9] =
    ["VERSION", "PRODID", "UID", "REV", "BEGIN", "END", "CLIENTPIDMAP", "PROFILE", "KIND"];

/// The most cards of a file.
const MOST_CARDS: usize = 20_000;

/// Reads cards.
///
/// # Errors
/// Why there is none.
pub(super) fn read(text: &str) -> Result<Imported, String> {
    let cards = cards(text);
    if cards.is_empty() {
        return Err("it holds no card: `BEGIN:VCARD`".to_owned());
    }
    if cards.len() > MOST_CARDS {
        return Err(format!("it holds {} cards, and {MOST_CARDS} are the most", cards.len()));
    }
    let mut imported = Imported::default();
    let many = cards.len() > 1;
    for (at, card) in cards.iter().enumerate() {
        let ledger = Ledger::default();
        let place = if many { format!("card {}", at + 1) } else { String::new() };
        let root = ledger.root(card, &place);
        root.read_all(&OF_PROGRAMS);
        let kind = value(&root, "KIND").unwrap_or_default().to_lowercase();
        if !["", "individual"].contains(&kind.as_str()) {
            imported.said.push(format!("card {} is of a {kind}, and of no person", at + 1));
            continue;
        }
        match person(&root) {
            Some(person) => imported.people.push(person),
            None => imported.said.push(format!("card {} names nobody", at + 1)),
        }
        imported.account.extend(ledger.account(card, &place));
    }
    if imported.people.is_empty() { Err("its cards name nobody".to_owned()) } else { Ok(imported) }
}

/// The cards of a file: each a group of properties, each of which is a list of values with their
/// types.
fn cards(text: &str) -> Vec<Value> {
    let mut cards = Vec::new();
    let mut open: Option<Map<String, Value>> = None;
    for line in unfolded(text) {
        let bare = line.trim();
        if bare.eq_ignore_ascii_case("BEGIN:VCARD") {
            open = Some(Map::new());
        } else if bare.eq_ignore_ascii_case("END:VCARD") {
            cards.extend(open.take().map(Value::Object));
        } else if let (Some(card), Some((name, property))) = (&mut open, property(&line)) {
            let list = card.entry(name).or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(list) = list {
                list.push(property);
            }
        }
    }
    cards
}

/// Lines put together that a program broke: by a space, or by `=` at the end in quoted-printable.
fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in text.split('\n').map(|line| line.trim_end_matches('\r')) {
        match lines.last_mut() {
            Some(last) if goes_on => {
                last.pop();
                last.push_str(line);
            }
            Some(last) if line.starts_with([' ', '\t']) => last.push_str(&line[1..]),
            _ => lines.push(line.to_owned()),
        }
        let last = lines.last().map_or("", String::as_str);
        let head = last.split(':').next().unwrap_or_default().to_uppercase();
        goes_on = head.contains("QUOTED-PRINTABLE") && last.ends_with('=');
    }
    lines
}

/// The name of a property, and its value with its types.
fn property(line: &str) -> Option<(String, Value)> {
    let mut quoted = false;
    let colon = line.char_indices().find(|(_, sign)| {
        quoted ^= *sign == '"';
        *sign == ':' && !quoted
    })?;
    let (head, value) = (&line[..colon.0], &line[colon.0 + 1..]);
    let mut parameters = head.split(';');
    let name = parameters.next()?.rsplit('.').next()?.trim().to_uppercase();
    let parameters: Vec<String> = parameters.map(|one| one.trim().to_owned()).collect();
    let upper = parameters.join(";").to_uppercase();
    let charset = parameters
        .iter()
        .find_map(|one| one.to_uppercase().strip_prefix("CHARSET=").map(str::to_owned));
    let value = if upper.contains("QUOTED-PRINTABLE") {
        quoted_printable(value, charset.as_deref())
    } else {
        value.to_owned()
    };
    (!name.is_empty()).then(|| (name, json!({ "value": value, "type": upper })))
}

fn quoted_printable(text: &str, charset: Option<&str>) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, more @ ..] = rest {
        let hex = (*first == b'=')
            .then(|| more.get(..2))
            .flatten()
            .and_then(|two| std::str::from_utf8(two).ok());
        if let Some(byte) = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            bytes.push(byte);
            rest = &more[2..];
        } else {
            bytes.push(*first);
            rest = more;
        }
    }
    let encoding = charset.and_then(|name| encoding_rs::Encoding::for_label(name.as_bytes()));
    match (std::str::from_utf8(&bytes), encoding) {
        (Ok(text), _) => text.to_owned(),
        (Err(_), encoding) => {
            encoding.unwrap_or(encoding_rs::WINDOWS_1252).decode(&bytes).0.into_owned()
        }
    }
}

/// A value without the signs by which cards escape others.
fn plain(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => match signs.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other) => text.push(other),
                None => {}
            },
            other => text.push(other),
        }
    }
    text.trim().to_owned()
}

/// The parts of a value that a sign parts, unless it is escaped.
fn split(value: &str, at: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut escaped = false;
    for sign in value.chars() {
        if sign == at && !escaped {
            parts.push(String::new());
        } else {
            parts.last_mut().expect("there is one").push(sign);
        }
        escaped = sign == '\\' && !escaped;
    }
    parts.iter().map(|part| plain(part)).collect()
}

/// The values of a property, those that are preferred first; none of them is read yet.
fn all<'a>(card: &Node<'a>, name: &str) -> Vec<(Node<'a>, String)> {
    let mut found: Vec<(Node<'a>, String)> = card
        .get(name)
        .items()
        .into_iter()
        .filter_map(|one| one.get("value").peek().map(|value| (one, value)))
        .collect();
    found.sort_by_key(|(one, _)| !one.get("type").peek().is_some_and(|kind| kind.contains("PREF")));
    found
}

/// The first value of a property.
fn value(card: &Node<'_>, name: &str) -> Option<String> {
    let (node, value) = all(card, name).into_iter().next()?;
    node.read();
    Some(plain(&value)).filter(|value| !value.is_empty())
}

fn person(card: &Node<'_>) -> Option<PersonDraft> {
    let parts = all(card, "N").into_iter().next().map(|(node, value)| {
        node.read();
        split(&value, ';')
    });
    let part = |at: usize| {
        parts.as_ref().and_then(|parts| parts.get(at)).filter(|part| !part.is_empty()).cloned()
    };
    let joined = [part(1), part(2), part(0)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let name = value(card, "FN").or_else(|| Some(joined).filter(|name| !name.is_empty()))?;
    let titles = value(card, "TITLE");
    let mut organization = None;
    if let Some((node, found)) = all(card, "ORG").into_iter().next() {
        node.read();
        organization = split(&found, ';').into_iter().find(|part| !part.is_empty());
    }
    let mut links = BTreeMap::new();
    for property in ["URL", "SOCIALPROFILE", "X-SOCIALPROFILE", "IMPP"] {
        for (node, found) in all(card, property) {
            let found = plain(&found);
            let url = if property == "URL" && !found.contains("://") {
                format!("https://{found}")
            } else {
                found
            };
            if keep_link(&mut links, None, &url) {
                node.read();
            }
        }
    }
    let photo = photo(card);
    let job = organization.is_some().then(|| titled(titles.clone(), organization)).flatten();
    let profile = ProfileDraft {
        headline: titles,
        photo: photo.as_ref().map(|(name, _)| name.clone()),
        pronouns: value(card, "PRONOUNS"),
        languages: all(card, "LANG")
            .into_iter()
            .filter_map(|(node, tag)| {
                let language = parts::language(&plain(&tag), None)?;
                node.read();
                Some(language)
            })
            .collect(),
        location: location(card),
        roles: value(card, "ROLE").into_iter().collect(),
        who: value(card, "NOTE"),
        expertise: expertise(card),
        experience: job
            .map(|(title, organization)| ItemDraft { title, organization, ..ItemDraft::default() })
            .into_iter()
            .collect(),
        contact: contact(card),
        // What somebody marked as their own is nobody else's.
        visibility: value(card, "CLASS")
            .filter(|class| !class.eq_ignore_ascii_case("public"))
            .map(|_| "hidden"),
        links,
        name,
        ..ProfileDraft::default()
    };
    Some(PersonDraft { profile, photo: photo.map(|(_, bytes)| bytes), ..PersonDraft::default() })
}

fn expertise(card: &Node<'_>) -> Vec<ClaimDraft> {
    let mut claims = Vec::new();
    for property in ["EXPERTISE", "CATEGORIES"] {
        for (node, found) in all(card, property) {
            node.read();
            let topics = split(&found, ',').into_iter().filter(|topic| !topic.is_empty());
            claims.extend(topics.map(|topic| ClaimDraft { topic, ..ClaimDraft::default() }));
        }
    }
    claims
}

fn location(card: &Node<'_>) -> BTreeMap<&'static str, String> {
    let mut location = BTreeMap::new();
    let Some((node, found)) = all(card, "ADR").into_iter().next() else { return location };
    let parts = split(&found, ';');
    let known = [("city", 3), ("region", 4), ("country", 6)];
    for (key, at) in known {
        location
            .extend(parts.get(at).filter(|part| !part.is_empty()).map(|part| (key, part.clone())));
    }
    // The street is somebody's home: it is named as what was not read.
    let is_plain = [0, 1, 2, 5].iter().all(|at| parts.get(*at).is_none_or(String::is_empty));
    if is_plain {
        node.read();
    }
    location
}

fn contact(card: &Node<'_>) -> BTreeMap<&'static str, String> {
    let mut contact = BTreeMap::new();
    contact.extend(
        value(card, "EMAIL").map(|email| ("email", email.trim_start_matches("mailto:").to_owned())),
    );
    let is_fax = |node: &Node<'_>| node.get("type").peek().is_some_and(|kind| kind.contains("FAX"));
    if let Some((node, phone)) = all(card, "TEL").into_iter().find(|(node, _)| !is_fax(node)) {
        node.read();
        contact.insert("phone", plain(&phone).trim_start_matches("tel:").to_owned());
    }
    contact
}

/// A portrait that lies in the card. One that lies elsewhere is not fetched.
fn photo(card: &Node<'_>) -> Option<(String, Vec<u8>)> {
    let (node, found) = all(card, "PHOTO").into_iter().next()?;
    let data = found.split_once("base64,").map_or(found.as_str(), |(_, data)| data);
    if data.contains("://") {
        return None;
    }
    let bare: String = data.chars().filter(|sign| !sign.is_whitespace()).collect();
    let bytes = BASE64_STANDARD.decode(bare).ok().filter(|bytes| !bytes.is_empty())?;
    let name = picture_name(&bytes)?;
    node.read();
    Some((name.to_owned(), bytes))
}

/// The name of a portrait by what its bytes are; none for what is no picture.
pub(super) fn picture_name(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xd8, ..] => Some("photo.jpg"),
        [0x89, b'P', b'N', b'G', ..] => Some("photo.png"),
        [b'R', b'I', b'F', b'F', ..] => Some("photo.webp"),
        [b'G', b'I', b'F', ..] => Some("photo.gif"),
        _ => None,
    }
}
