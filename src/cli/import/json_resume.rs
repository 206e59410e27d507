//! JSON Resume (jsonresume.org), 1.0.0 and the names that older files have.

use super::draft::{
    ClaimDraft, ItemDraft, LanguageDraft, MemberDraft, PersonDraft, ProfileDraft, ProjectDraft,
};
use super::imported::Imported;
use super::node::{Ledger, Node, end};
use super::parts::{self, bullets, joined, key_of, paragraphs, plain_text, titled};
use super::sorted::Stated;
use crate::base::Date;
use crate::base::slug::slug;
use serde_json::Value;
use std::collections::BTreeMap;

/// Reads a resume.
///
/// # Errors
/// Why it is none.
pub(super) fn read(resume: &Value) -> Result<Imported, String> {
    let ledger = Ledger::default();
    let root = ledger.root(resume, "");
    for key in
        ["$schema", "meta.canonical", "meta.version", "meta.theme", "meta.language", "meta.name"]
    {
        key.split('.').fold(root.clone(), |node, key| node.get(key)).read();
    }
    let basics = root.get("basics");
    let name = name(&basics).ok_or("it does not say whose it is: `basics.name` is missing")?;
    let (talks, publications): (Vec<Node<'_>>, Vec<Node<'_>>) =
        root.get("publications").items().into_iter().partition(is_talk);
    let own = slug(&name);
    let positions = |key: &str| root.get(key).items();
    let both = |key: &str, other: &str| [positions(key), positions(other)].concat();
    let profile = ProfileDraft {
        headline: basics.first(&["label"]),
        photo: basics.get("image").peek().or_else(|| basics.get("picture").peek()),
        languages: positions("languages").iter().filter_map(language).collect(),
        location: location(&basics.get("location")),
        who: basics.first(&["summary"]).map(|text| plain_text(&text)),
        expertise: positions("skills").iter().filter_map(skill).collect(),
        experience: both("work", "volunteer").iter().filter_map(position).collect(),
        education: positions("education").iter().filter_map(study).collect(),
        certificates: both("certificates", "certifications")
            .iter()
            .filter_map(certificate)
            .collect(),
        publications: publications.iter().filter_map(publication).collect(),
        talks: talks.iter().filter_map(publication).collect(),
        awards: positions("awards").iter().filter_map(award).collect(),
        testimonials: positions("references").iter().filter_map(reference).collect(),
        links: links(&root),
        contact: contact(&basics),
        updated: root.get("meta").get("lastModified").date(),
        name,
        ..ProfileDraft::default()
    };
    let stated = Stated::of(basics.first(&["firstName"]), basics.first(&["lastName"]));
    let projects = projects(&root, &own);
    let person = PersonDraft { profile, projects, stated, ..PersonDraft::default() };
    Ok(Imported {
        people: vec![person],
        account: ledger.account(resume, ""),
        ..Imported::default()
    })
}

fn name(basics: &Node<'_>) -> Option<String> {
    basics
        .get("name")
        .text()
        .or_else(|| joined([basics.first(&["firstName"]), basics.first(&["lastName"])]))
}

fn projects(root: &Node<'_>, own: &str) -> Vec<ProjectDraft> {
    // The pages that our own file was taken from are no addresses elsewhere.
    let canonical = root.get("meta").get("canonical").peek().unwrap_or_default();
    let origin = canonical.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
    let all = root.get("projects").items();
    for url in all.iter().map(|one| one.get("url")) {
        if !origin.is_empty() && url.peek().is_some_and(|url| url.starts_with(&origin)) {
            url.read();
        }
    }
    all.iter().filter_map(|one| project(one, own, &origin)).collect()
}

fn is_talk(one: &Node<'_>) -> bool {
    let kind = one.get("x-kind");
    kind.read();
    kind.peek().as_deref() == Some("talk")
}

fn contact(basics: &Node<'_>) -> BTreeMap<&'static str, String> {
    let mut contact = BTreeMap::new();
    parts::put(&mut contact, "email", &basics.get("email"));
    parts::put(&mut contact, "phone", &basics.get("phone"));
    contact
}

fn location(written: &Node<'_>) -> BTreeMap<&'static str, String> {
    let mut location = BTreeMap::new();
    parts::put(&mut location, "city", &written.get("city"));
    parts::put(&mut location, "region", &written.get("region"));
    parts::put(&mut location, "country", &written.get("countryCode"));
    parts::put(&mut location, "country", &written.get("country"));
    if location.is_empty() {
        // In older files the place is one line.
        parts::put(&mut location, "city", written);
    }
    location
}

fn language(written: &Node<'_>) -> Option<LanguageDraft> {
    let (name, tag) = (written.get("language"), written.get("x-tag"));
    let fluency = ["fluency", "level"]
        .map(|key| written.get(key))
        .into_iter()
        .find(|node| !node.is_nothing());
    let said = fluency.as_ref().and_then(Node::peek);
    let known = tag.peek().or_else(|| name.peek())?;
    let read = parts::language(&known, said.as_deref())
        .or_else(|| parts::language(&name.peek()?, said.as_deref()))?;
    name.read();
    tag.read();
    if matches!(read, LanguageDraft::Level(_)) {
        fluency?.read();
    }
    Some(read)
}

fn skill(written: &Node<'_>) -> Option<ClaimDraft> {
    let level = written.get("level");
    let word = level.peek().map(|level| level.to_lowercase());
    // Those of our own files are the synonyms of the topic, which has them itself.
    let ours = written.keys().iter().any(|key| key.starts_with("x-"))
        || word
            .as_deref()
            .is_some_and(|level| matches!(level, "aware" | "practitioner" | "authority"));
    // A skill that is one word only is a topic.
    let topic = written.get("name").text().or_else(|| written.text())?;
    let known = word.as_deref().and_then(parts::level);
    if known.is_some() {
        level.read();
    }
    let keywords = written.get("keywords").texts();
    Some(ClaimDraft {
        topic,
        level: known,
        since: written.get("x-since").date(),
        last_used: written.get("x-lastShown").date(),
        note: written
            .get("x-note")
            .text()
            .or_else(|| (!ours && !keywords.is_empty()).then(|| keywords.join(", "))),
    })
}

/// A text with what stands beside it: what the employer does, the work, its highlights, and the
/// address.
fn words(written: &Node<'_>) -> Option<String> {
    let highlights: Vec<String> = written.get("highlights").texts();
    paragraphs([
        written.first(&["description"]).map(|text| plain_text(&text)),
        written.first(&["summary", "x-summary"]).map(|text| plain_text(&text)),
        bullets(&highlights),
        written.first(&["url", "website"]).map(|url| format!("<{url}>")),
    ])
}

fn position(written: &Node<'_>) -> Option<ItemDraft> {
    let employer = written.first(&["name", "company", "organization"]);
    let (title, organization) = titled(written.first(&["position", "title"]), employer)?;
    Some(ItemDraft {
        title,
        organization,
        from: written.first_date(&["startDate", "start"]),
        to: end(written, &["endDate", "end"]),
        text: words(written),
        topics: written.get("keywords").texts(),
        ..ItemDraft::default()
    })
}

fn study(written: &Node<'_>) -> Option<ItemDraft> {
    let title = joined([written.first(&["studyType"]), written.first(&["area"])]);
    let (title, organization) = titled(title, written.first(&["institution", "school"]))?;
    let text = paragraphs([bullets(&written.get("courses").texts()), words(written)]);
    Some(ItemDraft {
        title,
        organization,
        from: written.first_date(&["startDate"]),
        to: end(written, &["endDate"]),
        text,
        ..ItemDraft::default()
    })
}

fn certificate(written: &Node<'_>) -> Option<ItemDraft> {
    Some(ItemDraft {
        title: written.first(&["name", "title"])?,
        organization: written.first(&["issuer"]),
        date: written.first_date(&["date", "startDate"]),
        until: written.first_date(&["x-until", "endDate"]),
        url: written.first(&["url", "website"]),
        ..ItemDraft::default()
    })
}

fn publication(written: &Node<'_>) -> Option<ItemDraft> {
    Some(ItemDraft {
        title: written.first(&["name", "title"])?,
        venue: written.first(&["publisher"]),
        date: written.first_date(&["releaseDate", "date"]),
        url: written.first(&["url", "website"]),
        ..ItemDraft::default()
    })
}

fn award(written: &Node<'_>) -> Option<ItemDraft> {
    Some(ItemDraft {
        title: written.first(&["title", "name"])?,
        venue: written.first(&["awarder"]),
        date: written.first_date(&["date"]),
        ..ItemDraft::default()
    })
}

fn reference(written: &Node<'_>) -> Option<BTreeMap<&'static str, String>> {
    let mut said = BTreeMap::from([("quote", plain_text(&written.get("reference").text()?))]);
    parts::put(&mut said, "name", &written.get("name"));
    Some(said)
}

fn links(root: &Node<'_>) -> BTreeMap<String, String> {
    let basics = root.get("basics");
    let mut links = BTreeMap::new();
    for one in basics.get("profiles").items() {
        let network =
            one.get("network").peek().map(|network| key_of(&network)).filter(|key| !key.is_empty());
        let (url, username) = (one.get("url"), one.get("username"));
        let Some(found) = url.peek().or_else(|| username.peek()) else { continue };
        match network {
            Some(key) if !links.contains_key(&key) => {
                links.insert(key, found);
            }
            _ if !parts::keep_link(&mut links, None, &found) => continue,
            _ => {}
        }
        // The name that somebody has there is part of the address.
        one.read();
    }
    // The address of the page that the resume was taken from is not a site elsewhere.
    let own = root.get("meta").get("canonical").peek().unwrap_or_default();
    if let Some(url) =
        basics.first(&["url", "website"]).filter(|url| !own.starts_with(url.as_str()))
    {
        links.entry("website".to_owned()).or_insert(url);
    }
    links
}

fn project(written: &Node<'_>, expert: &str, origin: &str) -> Option<ProjectDraft> {
    let is_elsewhere = |url: &String| origin.is_empty() || !url.starts_with(origin);
    let title = written.first(&["name", "title"])?;
    let highlights = written.get("highlights").texts();
    let mut period: BTreeMap<&'static str, Date> = BTreeMap::new();
    // Without a beginning there is no period.
    if let Some(from) = written.first_date(&["startDate"]) {
        period.insert("from", from);
        period.extend(written.first_date(&["endDate"]).map(|to| ("to", to)));
    }
    let roles = written.get("roles").items();
    let role = roles.first().and_then(Node::text);
    Some(ProjectDraft {
        title,
        client: written.first(&["entity"]),
        period,
        question: paragraphs([
            written.first(&["description", "summary"]).map(|text| plain_text(&text)),
            written.first(&["url", "website"]).filter(is_elsewhere).map(|url| format!("<{url}>")),
        ]),
        result: if highlights.len() == 1 {
            highlights.into_iter().next()
        } else {
            bullets(&highlights)
        },
        topics: written.get("keywords").texts(),
        team: role
            .map(|role| MemberDraft { expert: expert.to_owned(), role })
            .into_iter()
            .collect(),
    })
}
