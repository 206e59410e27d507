//! Groups of an address book: cards that name other cards (RFC 6350, `KIND:group` and `MEMBER`; as
//! an older Mac writes them, with a name of its own for both).

use super::draft::GroupDraft;
use super::node::Node;
use super::terms::{Term, Whose};
use super::vcard::{all, contact, links, value};
use std::collections::HashMap;

/// What a card is of, in small letters; nothing for a person.
pub(super) fn kind(card: &Node<'_>) -> String {
    let kind = value(card, "KIND").or_else(|| value(card, "X-ADDRESSBOOKSERVER-KIND"));
    kind.unwrap_or_default().to_lowercase()
}

/// The identifier of a card, however it is written.
pub(super) fn bare(uid: &str) -> String {
    uid.trim().to_lowercase().trim_start_matches("urn:uuid:").to_owned()
}

/// The group that a card is of; none when nobody of those whose cards stand beside it is in it.
pub(super) fn group(card: &Node<'_>, people: &HashMap<String, usize>) -> Option<GroupDraft> {
    let mut members = Vec::new();
    for property in ["MEMBER", "X-ADDRESSBOOKSERVER-MEMBER"] {
        for (node, uid) in all(card, property) {
            let Some(person) = people.get(&bare(&uid)) else { continue };
            node.read();
            let whose = Whose::Source(*person);
            if !members.iter().any(|known: &Term| known.whose == whose) {
                members.push(Term::of(whose));
            }
        }
    }
    if members.is_empty() {
        return None;
    }
    Some(GroupDraft {
        title: value(card, "FN")?,
        purpose: value(card, "NOTE"),
        contact: contact(card),
        links: links(card),
        terms: members,
        ..GroupDraft::default()
    })
}
