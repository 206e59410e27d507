//! The export of LinkedIn: CSV files in a ZIP or folder, whose names and columns change with the
//! years.

use super::draft::{ClaimDraft, PersonDraft, ProfileDraft};
use super::imported::Imported;
use super::linkedin_items::{
    certificate, honor, position, project, publication, recommendation, study, text_of, volunteer,
};
use super::node::{Ledger, Node};
use super::parts::{self, joined, keep_link};
use super::sorted::Stated;
use super::{input, rows};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::Path;

/// Files of which nothing is read since they are about others, or about what somebody did there.
const OF_OTHERS: [&str; 16] = [
    "connections",
    "messages",
    "invitations",
    "endorsement",
    "contacts",
    "importedcontacts",
    "learningcoachmessages",
    "recommendationsgiven",
    "ads",
    "adtargeting",
    "logins",
    "searchqueries",
    "securitychallenges",
    "reactions",
    "votes",
    "companyfollows",
];

/// Files that are read, by the beginnings of their names without signs.
const READ: [&str; 17] = [
    "profilesummary",
    "profile",
    "positions",
    "education",
    "skills",
    "languages",
    "certifications",
    "projects",
    "publications",
    "honors",
    "emailaddresses",
    "phonenumbers",
    "volunteering",
    "courses",
    "patents",
    "recommendationsreceived",
    "testscores",
];

/// Reads an export.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn read(path: &Path) -> Result<Imported, String> {
    let files = input::files(path, |name| name.to_lowercase().ends_with(".csv"))?;
    let mut sections: BTreeMap<&'static str, Value> = BTreeMap::new();
    let mut said = Vec::new();
    for (name, bytes) in files {
        let bare = bare(&name);
        if OF_OTHERS.iter().any(|other| bare.starts_with(other)) {
            said.push(format!(
                "`{name}` is left alone: it is about others, or about what was done there"
            ));
            continue;
        }
        let Some(section) = READ.iter().find(|known| bare.starts_with(**known)) else {
            said.push(format!("`{name}` is not read"));
            continue;
        };
        let text = input::text_of(bytes).map_err(|why| format!("`{name}`: {why}"))?;
        said.extend(rows::says_open(&name, &text));
        let found = rows::objects(&text, key_of_column);
        let all = sections.entry(section).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(all) = all {
            all.extend(found);
        }
    }
    if sections.is_empty() {
        return Err(
            "it holds none of the files of an export: Profile.csv, Positions.csv, …".to_owned()
        );
    }
    let tree = Value::Object(
        sections.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>(),
    );
    let ledger = Ledger::default();
    let mut person = person(&ledger.root(&tree, ""))?;
    let quotes = std::mem::take(&mut person.profile.testimonials);
    let has_quotes = !quotes.is_empty();
    if has_quotes {
        let lines = serde_yaml::to_string(&quotes).unwrap_or_default();
        let lines: Vec<String> = lines.lines().map(|line| format!("# {line}")).collect();
        let lines = lines.join("\n");
        let words = "# The words of others. Take the signs away before those of whoever agrees to be quoted here.";
        person.waiting = format!("{words}\n# testimonials:\n{lines}\n");
    }
    let mut imported = Imported {
        people: vec![person],
        account: ledger.account(&tree, ""),
        said,
        ..Imported::default()
    };
    if has_quotes {
        imported.said.push(
            "recommendations stand in the profile as comments: they are the words of others, who have to agree first"
                .to_owned(),
        );
    }
    Ok(imported)
}

/// The name of a file without folder, ending, signs and case.
fn bare(name: &str) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    parts::key_of(stem)
}

/// A column without signs and case: `First Name` is `firstname`.
fn key_of_column(header: &str) -> String {
    parts::key_of(header)
}

fn person(root: &Node<'_>) -> Result<PersonDraft, String> {
    let items = |key: &str| root.get(key).items();
    let profiles = items("profile");
    let profile =
        profiles.first().ok_or("it holds no Profile.csv, so it does not say whose it is")?;
    let parts = [profile.first(&["firstname"]), profile.first(&["lastname"])];
    let name = joined(parts.clone()).ok_or("Profile.csv names nobody")?;
    let [given, family] = parts;
    let mut links = BTreeMap::new();
    for (key, label) in [("websites", None), ("twitterhandles", Some("twitter"))] {
        let node = profile.get(key);
        if node.peek().is_some_and(|found| websites(&found, label, &mut links)) {
            node.read();
        }
    }
    let summary = profile
        .first(&["summary"])
        .or_else(|| items("profilesummary").first()?.first(&["profilesummary", "summary"]));
    let draft = ProfileDraft {
        headline: profile.first(&["headline"]),
        location: location(profile),
        who: summary.map(|text| text_of(&text)),
        languages: items("languages").iter().filter_map(language).collect(),
        expertise: items("skills")
            .iter()
            .filter_map(|one| one.first(&["name", "skill"]).map(ClaimDraft::of))
            .collect(),
        experience: items("positions")
            .iter()
            .filter_map(position)
            .chain(items("volunteering").iter().filter_map(volunteer))
            .collect(),
        education: items("education").iter().filter_map(study).collect(),
        certificates: items("certifications").iter().filter_map(certificate).collect(),
        publications: items("publications").iter().filter_map(publication).collect(),
        awards: items("honors").iter().filter_map(honor).collect(),
        testimonials: items("recommendationsreceived").iter().filter_map(recommendation).collect(),
        links,
        contact: contact(&items("emailaddresses"), &items("phonenumbers")),
        name,
        ..ProfileDraft::default()
    };
    let projects = items("projects").iter().filter_map(project).collect();
    let stated = Stated::of(given, family);
    Ok(PersonDraft { profile: draft, projects, stated, ..PersonDraft::default() })
}

/// `[COMPANY:https://a.example,OTHER:https://b.example]`, or one address.
fn websites(found: &str, label: Option<&str>, links: &mut BTreeMap<String, String>) -> bool {
    let inner = found.trim().trim_start_matches('[').trim_end_matches(']');
    let mut all = true;
    for one in inner.split(',').map(str::trim).filter(|one| !one.is_empty()) {
        let (kind, url) = match one.split_once(':') {
            Some((kind, url)) if !url.starts_with("//") => (Some(kind), url),
            _ => (None, one),
        };
        all &= match label {
            Some(label) => links
                .insert(
                    label.to_owned(),
                    format!("https://twitter.com/{}", one.trim_start_matches('@')),
                )
                .is_none(),
            None => keep_link(links, kind, url),
        };
    }
    all
}

fn location(profile: &Node<'_>) -> BTreeMap<&'static str, String> {
    let mut location = BTreeMap::new();
    let Some(text) = profile.first(&["geolocation"]).or_else(|| profile.first(&["location"]))
    else {
        return location;
    };
    // `Groningen, Groningen, Netherlands`: town, region, country.
    let places: Vec<&str> =
        text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let keys: &[&'static str] = match places.len() {
        1 => &["city"],
        2 => &["city", "country"],
        _ => &["city", "region", "country"],
    };
    location.extend(keys.iter().copied().zip(places.into_iter().map(str::to_owned)));
    location
}

fn language(one: &Node<'_>) -> Option<super::draft::LanguageDraft> {
    let name = one.get("name");
    let (fluency, read) = (
        one.get("proficiency"),
        parts::language(&name.peek()?, one.get("proficiency").peek().as_deref())?,
    );
    name.read();
    if matches!(read, super::draft::LanguageDraft::Level(_)) {
        fluency.read();
    }
    Some(read)
}

fn contact(emails: &[Node<'_>], phones: &[Node<'_>]) -> BTreeMap<&'static str, String> {
    let mut contact = BTreeMap::new();
    let is_yes = |node: Node<'_>| node.peek().is_some_and(|text| text.eq_ignore_ascii_case("yes"));
    let first = emails.iter().find(|one| is_yes(one.get("primary"))).or(emails.first());
    if let Some(one) = first {
        parts::put(&mut contact, "email", &one.get("emailaddress"));
        one.read_all(&["confirmed", "primary", "updatedon"]);
    }
    if let Some(one) = phones.first() {
        parts::put(&mut contact, "phone", &one.get("number"));
        one.get("type").read();
    }
    contact
}
