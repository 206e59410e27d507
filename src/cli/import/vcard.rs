//! vCards 2.1, 3.0 and 4.0, many in one file.

use super::draft::{ClaimDraft, ItemDraft, LanguageDraft, PersonDraft, ProfileDraft};
use super::imported::Imported;
use super::node::{Ledger, Node};
use super::parts::{self, joined, keep_link, titled};
use super::sorted::Stated;
use super::vcard_group::{bare, group, kind};
use super::vcard_text::{cards, plain, split};
use crate::base::fold::fold;
use crate::base::name::is_of_particles;
use crate::base::phone;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use std::collections::{BTreeMap, HashMap};

/// What programs keep of a card for themselves.
const OF_PROGRAMS: [&str; 9] =
    ["VERSION", "PRODID", "UID", "REV", "BEGIN", "END", "CLIENTPIDMAP", "PROFILE", "KIND"];

/// The UIDs of people, with their places among them.
type Known = HashMap<String, usize>;

/// The most cards of a file.
const MOST_CARDS: usize = 20_000;

/// Reads cards.
///
/// # Errors
/// Why there is none.
pub(super) fn read(text: &str) -> Result<Imported, String> {
    let (cards, open) = cards(text);
    if cards.is_empty() {
        let why = open.into_iter().next();
        return Err(why.unwrap_or_else(|| "it holds no card: `BEGIN:VCARD`".to_owned()));
    }
    if cards.len() > MOST_CARDS {
        return Err(format!("it holds {} cards, and {MOST_CARDS} are the most", cards.len()));
    }
    let mut imported = Imported { said: open, ..Imported::default() };
    let many = cards.len() > 1;
    let mut known = Known::new();
    // Groups name people by their cards, wherever these stand.
    for is_of_groups in [false, true] {
        for (at, card) in cards.iter().enumerate() {
            let ledger = Ledger::default();
            let place = if many { format!("card {}", at + 1) } else { String::new() };
            let root = ledger.root(card, &place);
            root.read_all(&OF_PROGRAMS);
            if (kind(&root) == "group") == is_of_groups {
                one(&root, at + 1, &mut known, &mut imported);
                imported.account.extend(ledger.account(card, &place));
            }
        }
    }
    if imported.people.is_empty() { Err("its cards name nobody".to_owned()) } else { Ok(imported) }
}

/// Reads a card, the one at that place in the file.
fn one(card: &Node<'_>, at: usize, known: &mut Known, imported: &mut Imported) {
    match kind(card).as_str() {
        "" | "individual" => match person(card) {
            Some(person) => {
                let uid = value(card, "UID").map(|uid| (bare(&uid), imported.people.len()));
                known.extend(uid);
                imported.people.push(person);
            }
            None => imported.said.push(format!("card {at} names nobody")),
        },
        "group" => match group(card, known) {
            Some(group) => imported.groups.push(group),
            None if value(card, "FN").is_none() => {
                imported.said.push(format!("card {at} is of a group without a name"));
            }
            None => imported.said.push(format!(
                "card {at} is of a group, and none of the cards beside it is of somebody in it"
            )),
        },
        kind => imported.said.push(format!("card {at} is of a {kind}, and of no person")),
    }
}

/// The values of a property, those that are preferred first; none of them is read yet.
pub(super) fn all<'a>(card: &Node<'a>, name: &str) -> Vec<(Node<'a>, String)> {
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
pub(super) fn value(card: &Node<'_>, name: &str) -> Option<String> {
    let (node, value) = all(card, name).into_iter().next()?;
    node.read();
    Some(plain(&value)).filter(|value| !value.is_empty())
}

fn person(card: &Node<'_>) -> Option<PersonDraft> {
    let named = all(card, "N").into_iter().next();
    let parts = named.as_ref().map(|(_, value)| split(value, ';'));
    let part = |at: usize| {
        parts.as_ref().and_then(|parts| parts.get(at)).filter(|part| !part.is_empty()).cloned()
    };
    // Some programs keep `van den` among the titles.
    let particle = part(3).filter(|words| is_of_particles(words));
    let whole = joined([part(1), part(2), particle.clone(), part(0)]);
    let name = value(card, "FN").or_else(|| whole.clone())?;
    let given = joined([part(1), part(2)]);
    let with_middle = Stated::of(given, joined([particle.clone(), part(0)]));
    let stated = with_middle
        .filter(|stated| stated.is_in(&name))
        .or_else(|| Stated::of(part(1), joined([particle, part(0)])));
    if let Some((node, _)) = named {
        node.get("type").read();
        // What the name does not say is lost, and has to be named.
        let mut words = parts
            .iter()
            .flatten()
            .flat_map(|part| part.split([' ', ',']))
            .filter(|word| !word.is_empty());
        let of_name = format!(" {} ", fold(&name));
        if words.all(|word| of_name.contains(&format!(" {} ", fold(word)))) {
            node.read();
        }
    }
    let titles = value(card, "TITLE");
    let mut organization = None;
    if let Some((node, found)) = all(card, "ORG").into_iter().next() {
        node.read();
        organization = split(&found, ';').into_iter().find(|part| !part.is_empty());
    }
    let photo = photo(card);
    let job = organization.is_some().then(|| titled(titles.clone(), organization)).flatten();
    let profile = ProfileDraft {
        headline: titles,
        photo: photo.as_ref().map(|(name, _)| name.clone()),
        pronouns: value(card, "PRONOUNS"),
        languages: languages(card),
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
        links: links(card),
        name,
        ..ProfileDraft::default()
    };
    let photo = photo.map(|(_, bytes)| bytes);
    Some(PersonDraft { profile, stated, photo, ..PersonDraft::default() })
}

pub(super) fn links(card: &Node<'_>) -> BTreeMap<String, String> {
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
    links
}

fn languages(card: &Node<'_>) -> Vec<LanguageDraft> {
    let known = all(card, "LANG").into_iter().filter_map(|(node, tag)| {
        let language = parts::language(&plain(&tag), None)?;
        node.read();
        Some(language)
    });
    known.collect()
}

fn expertise(card: &Node<'_>) -> Vec<ClaimDraft> {
    let mut claims = Vec::new();
    for property in ["EXPERTISE", "CATEGORIES"] {
        for (node, found) in all(card, property) {
            node.read();
            let topics = split(&found, ',').into_iter().filter(|topic| !topic.is_empty());
            claims.extend(topics.map(ClaimDraft::of));
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

pub(super) fn contact(card: &Node<'_>) -> BTreeMap<&'static str, String> {
    let mut contact = BTreeMap::new();
    contact.extend(
        value(card, "EMAIL").map(|email| ("email", email.trim_start_matches("mailto:").to_owned())),
    );
    let is_fax = |node: &Node<'_>| node.get("type").peek().is_some_and(|kind| kind.contains("FAX"));
    if let Some((node, phone)) = all(card, "TEL").into_iter().find(|(node, _)| !is_fax(node)) {
        let (number, more) = phone::of_uri(&plain(&phone));
        node.get("type").read();
        // An extension is dialled later, and no part of the number.
        if more.is_none() {
            node.read();
        }
        contact.insert("phone", number);
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
