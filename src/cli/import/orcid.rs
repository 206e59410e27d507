//! The public record of ORCID, as JSON or XML (3.0 and the versions before it).

use super::draft::{AuthorDraft, ClaimDraft, EndDraft, ItemDraft, PersonDraft, ProfileDraft};
use super::imported::Imported;
use super::node::{Ledger, Node};
use super::parts::{joined, keep_link, plain_text, titled};
use super::sorted::Stated;
use super::tree;
use super::works::kind_of;
use crate::base::xml::Element;
use crate::base::{Date, doi};
use serde_json::Value;
use std::collections::BTreeMap;

/// What the registry keeps of a record for itself.
const OF_REGISTRY: [&str; 18] = [
    "put-code",
    "@put-code",
    "path",
    "@path",
    "@visibility",
    "created-date",
    "last-modified-date",
    "source",
    "display-index",
    "@display-index",
    "disambiguated-organization",
    "preferences",
    "history",
    "external-id-normalized",
    "external-id-normalized-error",
    "external-id-relationship",
    "verified",
    "primary",
];

/// Reads a record.
///
/// # Errors
/// Why it is none.
pub(super) fn read(text: &str) -> Result<Imported, String> {
    let mut record = if text.trim_start().starts_with('<') {
        tree::of(&Element::of(text, tree::MOST_ELEMENTS)?)
    } else {
        serde_json::from_str(text).map_err(|error| error.to_string())?
    };
    let closed = without_closed(&mut record);
    let id = identifier(&record);
    tree::without(&mut record, &OF_REGISTRY);
    tree::without(&mut record, &["orcid-identifier", "visibility"]);
    let ledger = Ledger::default();
    let root = ledger.root(&record, "");
    let person = person(&root, id)?;
    let account = ledger.account(&record, "");
    let said =
        (closed > 0).then(|| format!("{closed} things that are not public there were left alone"));
    Ok(Imported {
        people: vec![person],
        account,
        said: said.into_iter().collect(),
        ..Imported::default()
    })
}

/// Takes out what the person does not show to everybody. Gives how much that was.
fn without_closed(value: &mut Value) -> usize {
    let is_closed = |value: &Value| {
        let said =
            value.get("visibility").or_else(|| value.get("@visibility")).and_then(Value::as_str);
        said.is_some_and(|said| !said.eq_ignore_ascii_case("public"))
    };
    match value {
        Value::Object(group) => {
            let before = group.len();
            group.retain(|_, value| !is_closed(value));
            before - group.len() + group.values_mut().map(without_closed).sum::<usize>()
        }
        Value::Array(items) => {
            let before = items.len();
            items.retain(|item| !is_closed(item));
            before - items.len() + items.iter_mut().map(without_closed).sum::<usize>()
        }
        _ => 0,
    }
}

fn identifier(record: &Value) -> Option<String> {
    let id = record.get("orcid-identifier").or_else(|| record.get("@path"))?;
    let text = id.get("path").or_else(|| id.get("uri")).unwrap_or(id).as_str()?;
    let bare = text.rsplit('/').find(|part| part.contains('-'))?;
    Some(bare.to_owned())
}

/// The text of a place, which the JSON of the registry wraps once more.
fn said(node: &Node<'_>) -> Option<String> {
    node.text().or_else(|| node.get("value").text()).or_else(|| node.get("content").text())
}

/// All groups that stand under `key`, at whatever depth.
fn all<'a>(node: &Node<'a>, key: &str, found: &mut Vec<Node<'a>>) {
    for one in node.items() {
        for name in one.keys() {
            let below = one.get(name);
            if name == key {
                found.extend(below.items());
            } else {
                all(&below, key, found);
            }
        }
    }
}

fn under<'a>(node: &Node<'a>, key: &str) -> Vec<Node<'a>> {
    let mut found = Vec::new();
    all(node, key, &mut found);
    found
}

fn person(root: &Node<'_>, id: Option<String>) -> Result<PersonDraft, String> {
    let person = root.get("person");
    let name = person.get("name");
    let credit = said(&name.get("credit-name"));
    let parts = [said(&name.get("given-names")), said(&name.get("family-name"))];
    let name = credit
        .or_else(|| joined(parts.clone()))
        .ok_or("it does not say whose it is: the name is not public")?;
    let [given, family] = parts;
    let links = links(&person, id);
    let activities = root.get("activities-summary");
    let affiliations = |keys: &[&str]| -> Vec<ItemDraft> {
        let items = keys.iter().flat_map(|key| under(&activities, key));
        items.filter_map(|one| affiliation(&one)).collect()
    };
    let jobs =
        ["employment-summary", "invited-position-summary", "service-summary", "membership-summary"];
    let studies = ["education-summary", "qualification-summary"];
    let email = under(&person, "email").iter().find_map(said_in("email"));
    let country = under(&person, "address").iter().find_map(said_in("country"));
    let profile = ProfileDraft {
        who: said(&person.get("biography"))
            .or_else(|| said(&person.get("biography").get("content")))
            .map(|text| plain_text(&text)),
        expertise: expertise(&person),
        experience: affiliations(&jobs),
        education: affiliations(&studies),
        awards: under(&activities, "distinction-summary").iter().filter_map(award).collect(),
        publications: works(&activities),
        links,
        contact: email.map(|email| ("email", email)).into_iter().collect(),
        location: country.map(|country| ("country", country)).into_iter().collect(),
        name,
        ..ProfileDraft::default()
    };
    Ok(PersonDraft { profile, stated: Stated::of(given, family), ..PersonDraft::default() })
}

fn links(person: &Node<'_>, id: Option<String>) -> BTreeMap<String, String> {
    let mut links: BTreeMap<_, _> = id.map(|id| ("orcid".to_owned(), id)).into_iter().collect();
    for one in under(person, "researcher-url") {
        let (label, url) = (said(&one.get("url-name")), one.get("url"));
        let address = url.peek().or_else(|| url.get("value").peek());
        if address.is_some_and(|address| keep_link(&mut links, label.as_deref(), &address)) {
            url.read();
        }
    }
    links
}

fn expertise(person: &Node<'_>) -> Vec<ClaimDraft> {
    let keywords: Vec<String> = under(person, "keyword").iter().filter_map(said).collect();
    let words = keywords.iter().flat_map(|words| words.split([',', ';'])).map(str::trim);
    words.filter(|word| !word.is_empty()).map(ClaimDraft::of).collect()
}

/// What stands under a key, or right here where there is no such key.
fn said_in(key: &'static str) -> impl Fn(&Node<'_>) -> Option<String> {
    move |node| said(&node.get(key)).or_else(|| said(node))
}

fn day(node: &Node<'_>) -> Option<Date> {
    let number = |key: &str| {
        let part = node.get(key);
        Some((part.peek().or_else(|| part.get("value").peek())?, part))
    };
    let (year, _) = number("year")?;
    let year: i16 = year.parse().ok()?;
    let part = |key: &str| number(key).and_then(|(text, _)| text.parse::<u8>().ok());
    let date = match (part("month"), part("day")) {
        (Some(month), Some(day)) => {
            Date::day(year, month, day).or_else(|| Date::month_of(year, month))
        }
        (Some(month), None) => Date::month_of(year, month),
        (None, _) => Date::year_of(year),
    }?;
    node.read();
    Some(date)
}

fn affiliation(one: &Node<'_>) -> Option<ItemDraft> {
    let organization = said(&one.get("organization").get("name"));
    let (title, organization) = titled(said(&one.get("role-title")), organization)?;
    let words: Vec<String> =
        [said(&one.get("department-name")), said(&one.get("url")).map(|url| format!("<{url}>"))]
            .into_iter()
            .flatten()
            .collect();
    Some(ItemDraft {
        title,
        organization,
        from: day(&one.get("start-date")),
        to: day(&one.get("end-date")).map(EndDraft::Date),
        text: (!words.is_empty()).then(|| words.join("\n\n")),
        ..ItemDraft::default()
    })
}

fn award(one: &Node<'_>) -> Option<ItemDraft> {
    Some(ItemDraft {
        title: said(&one.get("role-title"))?,
        venue: said(&one.get("organization").get("name")),
        date: day(&one.get("start-date")),
        url: said(&one.get("url")),
        ..ItemDraft::default()
    })
}

/// Who wrote a work, where the record says it.
fn contributors(work: &Node<'_>) -> Vec<AuthorDraft> {
    let mut authors = Vec::new();
    for one in under(work, "contributor") {
        let attributes = one.get("contributor-attributes");
        let role = said(&attributes.get("contributor-role"));
        attributes.get("contributor-sequence").read();
        if role.is_none_or(|role| {
            role.to_lowercase().contains("author") || role.contains("writing-original-draft")
        }) {
            authors.extend(said(&one.get("credit-name")).map(AuthorDraft::Person));
        }
    }
    authors
}

/// Each work once: a group holds what several sources say of one.
fn works(activities: &Node<'_>) -> Vec<ItemDraft> {
    let groups = activities.get("works").get("group").items();
    let mut works = Vec::new();
    for group in groups {
        let mut accounts = group.get("work-summary").items().into_iter();
        let Some(first) = accounts.next() else { continue };
        accounts.for_each(|other| other.read());
        let title = first.get("title");
        // Publishers send titles with the marks of pages: `<i>E. coli</i> &amp; others`.
        let words = |node: &Node<'_>| said(node).map(|text| plain_text(&text));
        let Some(main) = words(&title.get("title")).or_else(|| words(&title)) else { continue };
        let subtitle = words(&title.get("subtitle"));
        let ids = under(&first, "external-id");
        let doi = ids.iter().find_map(|id| {
            let kind = said(&id.get("external-id-type"))?;
            kind.eq_ignore_ascii_case("doi").then(|| said(&id.get("external-id-value"))).flatten()
        });
        let url = said(&first.get("url"));
        // The identifiers of the group are those of its tellings.
        group.get("external-ids").read();
        for id in &ids {
            id.get("external-id-url").read();
        }
        let known = doi.as_deref().and_then(doi::address);
        // Something like a DOI is an address, where there is no other.
        let loose = doi.filter(|_| known.is_none());
        let loose =
            loose.map(
                |doi| if doi.starts_with("http") { doi } else { format!("https://doi.org/{doi}") },
            );
        let url = url.filter(|url| known.is_none() || doi::address(url) != known);
        works.push(ItemDraft {
            title: subtitle.map_or_else(|| main.clone(), |sub| format!("{main}: {sub}")),
            authors: contributors(&first),
            kind: first.get("type").text().and_then(|kind| kind_of(&kind)),
            venue: words(&first.get("journal-title")),
            date: day(&first.get("publication-date")),
            doi: known.map(|address| doi::bare(&address)),
            url: url.or(loose),
            ..ItemDraft::default()
        });
    }
    works
}
