//! Popolo (popoloproject.com), as open data of parliaments and councils has it: people,
//! organizations, and the memberships of the ones in the others.

use super::draft::{EndDraft, PersonDraft, ProfileDraft};
use super::imported::Imported;
use super::node::{Ledger, Node, end};
use super::parts::keep_link;
use super::sorted::Stated;
use super::terms::{Groups, Term, Whose, kind, role};
use crate::base::Date;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

/// Reads people and groups.
///
/// # Errors
/// Why there are none.
pub(super) fn read(value: &Value) -> Result<Imported, String> {
    let ledger = Ledger::default();
    let root = ledger.root(value, "");
    let (organizations, memberships) = (root.get("organizations"), root.get("memberships"));
    if organizations.items().is_empty() && memberships.items().is_empty() {
        return Err(
            "it has neither `organizations` nor `memberships`, as Popolo has them".to_owned()
        );
    }
    let mut imported = Imported::default();
    let mut people: HashMap<String, usize> = HashMap::new();
    for (at, one) in root.get("persons").items().iter().enumerate() {
        let Some(person) = person(one) else {
            imported.said.push(format!("persons[{at}] has no name"));
            continue;
        };
        if let Some(id) = one.get("id").text() {
            people.insert(id, imported.people.len());
        }
        imported.people.push(person);
    }
    let mut groups = Groups::default();
    let mut above = Vec::new();
    for (at, one) in organizations.items().iter().enumerate() {
        let Some(title) = one.first(&["name"]) else {
            imported.said.push(format!("organizations[{at}] has no name"));
            continue;
        };
        let number = groups.at(one.get("id").text().as_deref(), &title);
        let group = &mut groups.all[number];
        group.purpose = one.first(&["description", "abstract"]);
        group.from = one.get("founding_date").date();
        group.to = end(one, &["dissolution_date"]);
        if let Some(found) = one.get("classification").peek().and_then(|word| kind(&word)) {
            one.get("classification").read();
            group.kind = Some(found);
        }
        links(one, &mut group.links);
        contact(one, &mut group.contact);
        above.extend(one.get("parent_id").text().map(|parent| (number, parent, at)));
    }
    for (group, parent, at) in above {
        match groups.by_id(&parent) {
            Some(parent) => groups.all[group].above = Some(parent),
            None => imported
                .said
                .push(format!("organizations[{at}] is part of `{parent}`, which is none of them")),
        }
    }
    let terms = Periods::of(&root);
    for (at, one) in memberships.items().iter().enumerate() {
        if let Err(why) = membership(one, &people, &terms, &mut groups) {
            imported.said.push(format!("memberships[{at}] is left out: {why}"));
        }
    }
    imported.account = ledger.account(value, "");
    imported.groups = groups.all;
    Ok(imported)
}

fn person(one: &Node<'_>) -> Option<PersonDraft> {
    let name = one.first(&["name"])?;
    let mut profile = ProfileDraft {
        name,
        sort_name: one.get("sort_name").peek().filter(|name| name.contains(", ")),
        headline: one.first(&["summary"]),
        ..ProfileDraft::default()
    };
    if profile.sort_name.is_some() {
        one.get("sort_name").read();
    }
    links(one, &mut profile.links);
    contact(one, &mut profile.contact);
    let body = one.first(&["biography"]).unwrap_or_default();
    let stated = Stated::of(one.first(&["given_name"]), one.first(&["family_name"]));
    Some(PersonDraft { profile, body, stated, ..PersonDraft::default() })
}

fn links(one: &Node<'_>, links: &mut BTreeMap<String, String>) {
    for link in one.get("links").items() {
        let (note, url) = (link.get("note"), link.get("url"));
        if url.peek().is_some_and(|it| keep_link(links, note.peek().as_deref(), &it)) {
            note.read();
            url.read();
        }
    }
}

fn contact(one: &Node<'_>, contact: &mut BTreeMap<&'static str, String>) {
    super::parts::put(contact, "email", &one.get("email"));
    for detail in one.get("contact_details").items() {
        let key = match detail.get("type").peek().as_deref() {
            Some("email") => "email",
            Some("phone" | "voice" | "cell") => "phone",
            _ => continue,
        };
        if !contact.contains_key(key) {
            super::parts::put(contact, key, &detail.get("value"));
            detail.get("type").read();
        }
    }
}

/// Legislative periods and posts, by their identifiers.
#[derive(Default)]
struct Periods {
    days: HashMap<String, (Option<Date>, Option<EndDraft>)>,
    posts: HashMap<String, Post>,
}

/// What somebody may be in an organization.
#[derive(Clone)]
struct Post {
    label: Option<String>,
    organization: Option<String>,
}

impl Periods {
    fn of(root: &Node<'_>) -> Self {
        let mut periods = Self::default();
        for one in root.get("events").items() {
            let days = (one.get("start_date").date(), end(&one, &["end_date"]));
            periods.days.extend(one.get("id").text().map(|id| (id, days)));
        }
        for one in root.get("posts").items() {
            let label = one.first(&["role", "label"]);
            let organization = one.get("organization_id").text();
            let post = Post { label, organization };
            periods.posts.extend(one.get("id").text().map(|id| (id, post)));
        }
        periods
    }
}

/// Reads a membership.
///
/// # Errors
/// Why nobody can tell whose it is, or in what.
fn membership(
    one: &Node<'_>,
    people: &HashMap<String, usize>,
    periods: &Periods,
    groups: &mut Groups,
) -> Result<(), String> {
    let id = |key: &str| one.get(key).peek();
    let post = id("post_id").and_then(|id| periods.posts.get(&id).cloned());
    let at = organization(one, post.as_ref(), groups)?;
    let whose = match (id("person_id"), one.get("person").first(&["name"])) {
        (Some(person), name) => match (people.get(&person), name) {
            (Some(at), _) => Whose::Source(*at),
            (None, Some(name)) => Whose::Named(name),
            (None, None) => return Err(format!("`{person}` is none of `persons`")),
        },
        (None, Some(name)) => Whose::Named(name),
        (None, None) => return Err("it says no `person_id`".to_owned()),
    };
    one.read_all(&["id", "organization_id", "person_id"]);
    if post.is_some() {
        one.get("post_id").read();
    }
    let of_post = post.and_then(|post| role(post.label));
    let said = role(one.first(&["role"])).or(of_post).or_else(|| role(one.first(&["label"])));
    // What says no days of its own is of the whole period.
    let period = id("legislative_period_id").and_then(|id| periods.days.get(&id).cloned());
    if period.is_some() {
        one.get("legislative_period_id").read();
    }
    let (from, to) = period.unwrap_or_default();
    let from = one.get("start_date").date().or(from);
    let to = end(one, &["end_date"]).or(to);
    groups.all[at].terms.push(Term { whose, role: said, from, to });
    Ok(())
}

/// The group of a membership: by its own words, by its post, or as it stands in it.
///
/// # Errors
/// Why nobody can tell in what it is.
fn organization(one: &Node<'_>, post: Option<&Post>, groups: &mut Groups) -> Result<usize, String> {
    let id = one.get("organization_id").peek();
    if let Some(id) = id.or_else(|| post?.organization.clone()) {
        let known = groups.by_id(&id);
        return known.ok_or_else(|| format!("`{id}` is none of `organizations`"));
    }
    let inline = one.get("organization");
    let Some(title) = inline.first(&["name"]) else {
        return Err("it says no `organization_id`".to_owned());
    };
    let id = inline.get("id").text();
    let at = id.as_deref().and_then(|id| groups.by_id(id)).or_else(|| groups.by_title(&title));
    Ok(at.unwrap_or_else(|| groups.at(id.as_deref(), &title)))
}
