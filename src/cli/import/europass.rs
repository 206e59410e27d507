//! Europass CVs in XML: `SkillsPassport` of the older editor, `Candidate` of the newer one.

use super::draft::{ClaimDraft, EndDraft, ItemDraft, LanguageDraft, PersonDraft, ProfileDraft};
use super::europass_candidate::candidate;
use super::imported::Imported;
use super::node::{Ledger, Node};
use super::parts::{self, joined, keep_link, plain_text, titled};
use super::sorted::Stated;
use super::tree;
use super::vcard::picture_name;
use crate::base::Date;
use crate::base::xml::Element;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use std::collections::BTreeMap;

/// What the editor keeps for itself.
const OF_EDITOR: [&str; 10] = [
    "DocumentInfo",
    "PrintingPreferences",
    "RenderingInformation",
    "@locale",
    "DocumentID",
    "Generator",
    "XSDVersion",
    "CreationDate",
    "@majorVersionID",
    "@minorVersionID",
];

/// Reads a CV.
///
/// # Errors
/// Why it is none.
pub(super) fn read(text: &str) -> Result<Imported, String> {
    let root = Element::of(text, tree::MOST_ELEMENTS)?;
    let mut value = tree::of(&root);
    tree::without(&mut value, &OF_EDITOR);
    let ledger = Ledger::default();
    let node = ledger.root(&value, "");
    let person = match root.name.as_str() {
        "SkillsPassport" | "LearnerInfo" => passport(&node),
        "Candidate" => candidate(&node),
        other => return Err(format!("it begins with `{other}`, and is no Europass CV")),
    }
    .ok_or("it does not say whose it is")?;
    Ok(Imported {
        people: vec![person],
        account: ledger.account(&value, ""),
        ..Imported::default()
    })
}

/// What stands at the end of a way down.
pub(super) fn at<'a>(node: &Node<'a>, way: &[&str]) -> Node<'a> {
    way.iter().fold(node.clone(), |node, key| {
        let first = node.items().into_iter().next().unwrap_or_else(|| node.clone());
        first.get(key)
    })
}

/// The text at the end of a way down.
pub(super) fn said(node: &Node<'_>, way: &[&str]) -> Option<String> {
    let node = at(node, way);
    let text = node
        .text()
        .or_else(|| node.items().first().and_then(Node::text))
        .or_else(|| node.get("content").text())?;
    Some(plain_text(&text))
}

pub(super) fn list<'a>(node: &Node<'a>, way: &[&str]) -> Vec<Node<'a>> {
    at(node, way).items()
}

fn passport(root: &Node<'_>) -> Option<PersonDraft> {
    let learner =
        if root.get("LearnerInfo").is_nothing() { root.clone() } else { root.get("LearnerInfo") };
    let who = learner.get("Identification");
    let parts = [said(&who, &["PersonName", "FirstName"]), said(&who, &["PersonName", "Surname"])];
    let name = joined(parts.clone())?;
    let [given, family] = parts;
    let reach = who.get("ContactInfo");
    let mut contact = BTreeMap::new();
    contact.extend(said(&reach, &["Email", "Contact"]).map(|email| ("email", email)));
    let phones = list(&reach, &["TelephoneList", "Telephone"]);
    contact.extend(
        phones.first().and_then(|one| said(one, &["Contact"])).map(|phone| ("phone", phone)),
    );
    let mut location = BTreeMap::new();
    let address = at(&reach, &["Address", "Contact"]);
    location.extend(said(&address, &["Municipality"]).map(|city| ("city", city)));
    location.extend(said(&address, &["Country", "Code"]).map(|country| ("country", country)));
    let mut links = BTreeMap::new();
    for one in list(&reach, &["WebsiteList", "Website"]) {
        let url = one.get("Contact");
        if url.peek().is_some_and(|url| keep_link(&mut links, None, &url)) {
            url.read();
        }
    }
    let skills = learner.get("Skills");
    let photo = photo(&who.get("Photo"));
    let profile = ProfileDraft {
        headline: said(&learner, &["Headline", "Description", "Label"]),
        photo: photo.as_ref().map(|(name, _)| name.clone()),
        languages: languages(&skills),
        experience: positions(
            &learner,
            &["WorkExperienceList", "WorkExperience"],
            &["Position", "Label"],
            &["Employer", "Name"],
        ),
        education: positions(
            &learner,
            &["EducationList", "Education"],
            &["Title"],
            &["Organisation", "Name"],
        ),
        expertise: competences(&skills),
        links,
        contact,
        location,
        name,
        ..ProfileDraft::default()
    };
    let (photo, stated) = (photo.map(|(_, bytes)| bytes), Stated::of(given, family));
    Some(PersonDraft { profile, stated, photo, ..PersonDraft::default() })
}

fn photo(node: &Node<'_>) -> Option<(String, Vec<u8>)> {
    let data = node.get("Data");
    let bare: String = data.peek()?.chars().filter(|sign| !sign.is_whitespace()).collect();
    let bytes = BASE64_STANDARD.decode(bare).ok()?;
    let name = picture_name(&bytes)?.to_owned();
    node.read();
    Some((name, bytes))
}

/// A day of which year, month and day stand apart, as attributes or elements.
fn day(node: &Node<'_>) -> Option<Date> {
    let part = |names: [&str; 2]| {
        let text = names.iter().find_map(|name| node.get(name).peek())?;
        text.trim_start_matches('-').parse::<u8>().ok()
    };
    let year: i16 =
        ["@year", "Year"].iter().find_map(|name| node.get(name).peek())?.parse().ok()?;
    let date = match (part(["@month", "Month"]), part(["@day", "Day"])) {
        (Some(month), Some(day)) => Date::day(year, month, day)?,
        (Some(month), None) => Date::month_of(year, month)?,
        (None, _) => Date::year_of(year)?,
    };
    node.read();
    Some(date)
}

/// The jobs or studies of a list, by the ways to what each was and to where.
fn positions(
    learner: &Node<'_>,
    way: &[&str],
    title: &[&str],
    organization: &[&str],
) -> Vec<ItemDraft> {
    list(learner, way).iter().filter_map(|one| position(one, title, organization)).collect()
}

fn position(one: &Node<'_>, title: &[&str], organization: &[&str]) -> Option<ItemDraft> {
    let (title, organization) = titled(said(one, title), said(one, organization))?;
    let period = one.get("Period");
    period.get("Current").read();
    let text = said(one, &["Activities"]);
    Some(ItemDraft {
        title,
        organization,
        from: day(&period.get("From")),
        to: day(&period.get("To")).map(EndDraft::Date),
        text,
        ..ItemDraft::default()
    })
}

fn languages(skills: &Node<'_>) -> Vec<LanguageDraft> {
    let linguistic = skills.get("Linguistic");
    let mut found = Vec::new();
    for (way, is_native) in [
        (["MotherTongueList", "MotherTongue"], true),
        (["ForeignLanguageList", "ForeignLanguage"], false),
    ] {
        for one in list(&linguistic, &way) {
            let description = one.get("Description");
            let name = description.get("Code").peek().or_else(|| description.get("Label").peek());
            // Of several skills the lowest is sure.
            let levels = one.get("ProficiencyLevel");
            let lowest = levels.keys().into_iter().filter_map(|key| levels.get(key).peek()).min();
            let Some(language) = name
                .and_then(|name| parts::language(&name, lowest.as_deref().filter(|_| !is_native)))
            else {
                continue;
            };
            description.read();
            levels.read();
            found.push(language);
        }
    }
    found
}

/// Skills that stand in sentences: each is a claim with what is said of it only where a line is
/// short.
fn competences(skills: &Node<'_>) -> Vec<ClaimDraft> {
    let mut claims = Vec::new();
    for key in ["JobRelated", "Computer", "Organisational", "Communication", "Other"] {
        let node = at(skills, &[key, "Description"]);
        let Some(text) = node.peek() else { continue };
        let lines: Vec<String> = plain_text(&text)
            .lines()
            .map(|line| line.trim_start_matches(['-', '•', ' ']).trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect();
        if lines.iter().all(|line| line.split_whitespace().count() <= 5) {
            node.read();
            claims.extend(lines.into_iter().map(ClaimDraft::of));
        }
    }
    claims
}
