//! From JSON Resume to drafts. Whatever is not read is named, so that nothing is lost in silence.

use super::draft::{ClaimDraft, ItemDraft, LanguageDraft, MemberDraft, ProfileDraft, ProjectDraft};
use crate::base::{Date, Language};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What became of a resume.
pub(super) struct Imported {
    /// The profile.
    pub(super) profile: ProfileDraft,
    /// The projects.
    pub(super) projects: Vec<ProjectDraft>,
    /// Keys that were not read.
    pub(super) unread: BTreeSet<String>,
}

/// The keys that are read, by section.
const READ: [(&str, &[&str]); 12] = [
    ("basics", &["name", "label", "email", "phone", "url", "website", "summary", "location", "profiles"]),
    ("work", &["name", "company", "position", "startDate", "endDate", "summary", "highlights"]),
    ("volunteer", &["organization", "position", "startDate", "endDate", "summary", "highlights"]),
    ("education", &["institution", "area", "studyType", "startDate", "endDate", "x-summary"]),
    ("certificates", &["name", "issuer", "date", "url", "x-until"]),
    ("publications", &["name", "publisher", "releaseDate", "url", "x-kind"]),
    ("awards", &["title", "date", "awarder"]),
    ("skills", &["name", "level", "keywords", "x-since", "x-lastShown", "x-note"]),
    ("languages", &["language", "fluency", "x-tag"]),
    ("references", &["name", "reference"]),
    ("projects", &["name", "description", "highlights", "keywords", "startDate", "endDate", "roles", "entity", "url"]),
    ("meta", &["canonical", "version", "lastModified"]),
];

/// Reads a resume; none when it does not say whose it is.
pub(super) fn read(resume: &Value, slug: impl Fn(&str) -> String) -> Option<Imported> {
    let basics = &resume["basics"];
    let name = text(&basics["name"])?;
    let own = slug(&name);
    let (talks, publications): (Vec<&Value>, Vec<&Value>) =
        list(&resume["publications"]).iter().partition(|one| one["x-kind"] == "talk");
    let published = |items: Vec<&Value>| items.into_iter().filter_map(publication).collect();
    let profile = ProfileDraft {
        name,
        headline: text(&basics["label"]),
        languages: list(&resume["languages"]).iter().filter_map(language).collect(),
        location: location(&basics["location"]),
        who: text(&basics["summary"]),
        expertise: list(&resume["skills"]).iter().filter_map(skill).collect(),
        experience: list(&resume["work"])
            .iter()
            .chain(list(&resume["volunteer"]))
            .filter_map(|one| {
                // Resumes of before 2019 call the employer `company`.
                let employer = ["name", "company", "organization"].into_iter().find(|key| text(&one[*key]).is_some());
                position(one, &text(&one["position"])?, employer.unwrap_or("name"))
            })
            .collect(),
        education: list(&resume["education"])
            .iter()
            .filter_map(|one| {
                let title = [text(&one["studyType"]), text(&one["area"])].into_iter().flatten().collect::<Vec<_>>();
                position(one, &title.join(" "), "institution").filter(|item| !item.title.is_empty())
            })
            .collect(),
        certificates: list(&resume["certificates"]).iter().filter_map(certificate).collect(),
        publications: published(publications),
        talks: published(talks),
        awards: list(&resume["awards"])
            .iter()
            .filter_map(|one| {
                let title = text(&one["title"])?;
                Some(ItemDraft {
                    title,
                    venue: text(&one["awarder"]),
                    date: date(&one["date"]),
                    ..ItemDraft::default()
                })
            })
            .collect(),
        testimonials: list(&resume["references"])
            .iter()
            .filter_map(|one| {
                let mut testimonial = BTreeMap::from([("quote", text(&one["reference"])?)]);
                testimonial.extend(text(&one["name"]).map(|name| ("name", name)));
                Some(testimonial)
            })
            .collect(),
        links: links(resume),
        contact: ["email", "phone"].into_iter().filter_map(|key| Some((key, text(&basics[key])?))).collect(),
        updated: text(&resume["meta"]["lastModified"]).and_then(|moment| moment.get(..10)?.parse().ok()),
    };
    let projects = list(&resume["projects"]).iter().filter_map(|one| project(one, &own)).collect();
    Some(Imported { profile, projects, unread: unread(resume) })
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A date; of a moment, its day.
fn date(value: &Value) -> Option<Date> {
    let text = text(value)?;
    text.parse().ok().or_else(|| text.get(..10)?.parse().ok()).or_else(|| Date::in_any_form(&text))
}

fn location(written: &Value) -> BTreeMap<&'static str, String> {
    let keys = [("city", "city"), ("region", "region"), ("country", "countryCode")];
    keys.into_iter().filter_map(|(ours, theirs)| Some((ours, text(&written[theirs])?))).collect()
}

fn language(written: &Value) -> Option<LanguageDraft> {
    const KNOWN: [&str; 24] = [
        "ar", "bg", "cs", "da", "de", "el", "en", "es", "fi", "fr", "fy", "hi", "hu", "id", "it", "ja", "nl", "no",
        "pl", "pt", "ro", "sv", "tr", "zh",
    ];
    let name = text(&written["language"])?.to_lowercase();
    let tag = text(&written["x-tag"]).or_else(|| {
        let named = |tag: &&str| {
            let Ok(language) = tag.parse::<Language>() else { return false };
            let readers =
                ["en", "nl", "de", "fr", "ar"].into_iter().filter_map(|reader| reader.parse::<Language>().ok());
            let mut names: Vec<String> = readers.map(|reader| language.name_in(&reader).to_lowercase()).collect();
            names.push(language.native_name().to_lowercase());
            names.contains(&name)
        };
        let known = KNOWN.into_iter().find(named).map(str::to_owned);
        known.or_else(|| name.parse::<Language>().ok().filter(|_| name.len() == 2).map(|tag| tag.to_string()))
    })?;
    let fluency = text(&written["fluency"]).unwrap_or_default().to_uppercase();
    let level = ["A1", "A2", "B1", "B2", "C1", "C2"].into_iter().find(|level| fluency.contains(level));
    Some(match level {
        Some(level) => LanguageDraft::Level(BTreeMap::from([(tag, level.to_owned())])),
        None => LanguageDraft::Tag(tag),
    })
}

fn skill(written: &Value) -> Option<ClaimDraft> {
    let level = text(&written["level"]).map(|level| level.to_lowercase());
    let keywords: Vec<String> = list(&written["keywords"]).iter().filter_map(text).collect();
    // Those of our own files are the synonyms of the topic, which has them itself.
    let ours = written.as_object().is_some_and(|skill| skill.keys().any(|key| key.starts_with("x-")))
        || level.as_deref().is_some_and(|level| matches!(level, "aware" | "practitioner" | "authority"));
    Some(ClaimDraft {
        topic: text(&written["name"])?,
        level: level.as_deref().and_then(|level| match level {
            "aware" | "beginner" | "novice" | "basic" => Some("aware"),
            "practitioner" | "intermediate" | "competent" => Some("practitioner"),
            "expert" | "advanced" | "senior" | "proficient" | "master" => Some("expert"),
            "authority" => Some("authority"),
            _ => None,
        }),
        since: date(&written["x-since"]),
        last_used: date(&written["x-lastShown"]),
        note: text(&written["x-note"]).or_else(|| (!ours && !keywords.is_empty()).then(|| keywords.join(", "))),
    })
}

fn position(written: &Value, title: &str, organization: &str) -> Option<ItemDraft> {
    let highlights = list(&written["highlights"]).iter().filter_map(text).map(|line| format!("- {line}"));
    let words: Vec<String> = text(&written["summary"]).or_else(|| text(&written["x-summary"])).into_iter().collect();
    let highlights = highlights.collect::<Vec<_>>().join("\n");
    let parts: Vec<String> = words.into_iter().chain(Some(highlights).filter(|lines| !lines.is_empty())).collect();
    (!title.is_empty()).then(|| ItemDraft {
        title: title.to_owned(),
        organization: text(&written[organization]),
        from: date(&written["startDate"]),
        to: date(&written["endDate"]),
        text: (!parts.is_empty()).then(|| parts.join("\n\n")),
        ..ItemDraft::default()
    })
}

fn certificate(written: &Value) -> Option<ItemDraft> {
    Some(ItemDraft {
        title: text(&written["name"])?,
        organization: text(&written["issuer"]),
        date: date(&written["date"]),
        until: date(&written["x-until"]),
        url: text(&written["url"]),
        ..ItemDraft::default()
    })
}

fn publication(written: &Value) -> Option<ItemDraft> {
    Some(ItemDraft {
        title: text(&written["name"])?,
        venue: text(&written["publisher"]),
        date: date(&written["releaseDate"]),
        url: text(&written["url"]),
        ..ItemDraft::default()
    })
}

fn links(resume: &Value) -> BTreeMap<String, String> {
    let basics = &resume["basics"];
    let profiles = list(&basics["profiles"]).iter();
    let mut links: BTreeMap<String, String> = profiles
        .filter_map(|one| {
            let key: String = text(&one["network"])?.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
            Some((key, text(&one["url"]).or_else(|| text(&one["username"]))?))
        })
        .collect();
    // The address of the page that the resume was taken from is not a site elsewhere.
    let own = text(&resume["meta"]["canonical"]).unwrap_or_default();
    let url = text(&basics["url"]).or_else(|| text(&basics["website"]));
    if let Some(url) = url.filter(|url| !own.starts_with(url.as_str())) {
        links.entry("website".to_owned()).or_insert(url);
    }
    links
}

fn project(written: &Value, expert: &str) -> Option<ProjectDraft> {
    let highlights: Vec<String> = list(&written["highlights"]).iter().filter_map(text).collect();
    let period = [("from", "startDate"), ("to", "endDate")];
    let period: BTreeMap<_, _> =
        period.into_iter().filter_map(|(key, theirs)| Some((key, date(&written[theirs])?))).collect();
    Some(ProjectDraft {
        title: text(&written["name"])?,
        client: text(&written["entity"]),
        // Without a beginning there is no period.
        period: if period.contains_key("from") { period } else { BTreeMap::new() },
        question: text(&written["description"]),
        result: match highlights.as_slice() {
            [] => None,
            [one] => Some(one.clone()),
            several => Some(several.iter().map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n")),
        },
        topics: list(&written["keywords"]).iter().filter_map(text).collect(),
        team: list(&written["roles"])
            .iter()
            .filter_map(text)
            .take(1)
            .map(|role| MemberDraft { expert: expert.to_owned(), role })
            .collect(),
    })
}

/// The keys that hold something and are not read: `basics.image`, `interests`.
fn unread(resume: &Value) -> BTreeSet<String> {
    let mut unread = BTreeSet::new();
    for (section, value) in resume.as_object().into_iter().flatten().filter(|(key, _)| *key != "$schema") {
        let Some((_, keys)) = READ.iter().find(|(known, _)| known == section) else {
            unread.insert(section.clone());
            continue;
        };
        let items = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        for key in items.iter().filter_map(Value::as_object).flat_map(serde_json::Map::keys) {
            if !keys.contains(&key.as_str()) {
                unread.insert(format!("{section}.{key}"));
            }
        }
    }
    unread.extend(undated(resume));
    unread
}

/// Dates that cannot be read: a job whose end is lost would seem to go on.
fn undated(resume: &Value) -> impl Iterator<Item = String> {
    let mut found = BTreeSet::new();
    for section in ["work", "volunteer", "education", "projects", "certificates", "publications", "awards"] {
        for item in list(&resume[section]) {
            for key in ["startDate", "endDate", "date", "releaseDate"] {
                let goes_on = |text: &String| {
                    ["present", "now", "current", "heden", "nu", "heute"].contains(&text.to_lowercase().as_str())
                };
                if let Some(written) = text(&item[key]).filter(|text| date(&item[key]).is_none() && !goes_on(text)) {
                    found.insert(format!("{section}.{key} `{written}`"));
                }
            }
        }
    }
    found.into_iter()
}
