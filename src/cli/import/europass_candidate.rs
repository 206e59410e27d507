//! A CV as the Europass editor writes it since 2020: `Candidate`.

use super::draft::{ClaimDraft, EndDraft, ItemDraft, LanguageDraft, PersonDraft, ProfileDraft};
use super::europass::{at, list, said};
use super::node::{Node, date};
use super::parts::{self, joined, keep_link, paragraphs, titled};
use super::sorted::Stated;
use crate::base::Date;
use icu_locale::{Locale, LocaleCanonicalizer};
use std::collections::BTreeMap;

/// Contact, location and links.
type Ways =
    (BTreeMap<&'static str, String>, BTreeMap<&'static str, String>, BTreeMap<String, String>);

/// How and where somebody is reached.
fn ways(who: &Node<'_>) -> Ways {
    let (mut contact, mut location, mut links) = Ways::default();
    for way in who.get("Communication").items() {
        let channel = way.get("ChannelCode").peek().unwrap_or_default().to_lowercase();
        let uri = way.get("URI");
        if !way.get("Address").is_nothing() {
            location.extend(said(&way, &["Address", "CityName"]).map(|city| ("city", city)));
            let country = said(&way, &["Address", "CountryCode"]);
            location.extend(country.map(|country| ("country", country)));
        } else if channel == "email" && !contact.contains_key("email") {
            contact.extend(uri.text().map(|email| ("email", email)));
        } else if channel.contains("phone") && !contact.contains_key("phone") {
            let parts = [said(&way, &["CountryDialing"]), said(&way, &["DialNumber"])];
            let phone = joined(parts)
                .map(|phone| if phone.starts_with('+') { phone } else { format!("+{phone}") });
            contact.extend(phone.map(|phone| ("phone", phone)));
        } else if uri.peek().is_some_and(|url| keep_link(&mut links, None, &url)) {
            uri.read();
        }
        way.read_all(&["ChannelCode", "UseCode"]);
    }
    (contact, location, links)
}

pub(super) fn candidate(root: &Node<'_>) -> Option<PersonDraft> {
    let who = root.get("CandidatePerson");
    let parts =
        [said(&who, &["PersonName", "GivenName"]), said(&who, &["PersonName", "FamilyName"])];
    let name = joined(parts.clone())?;
    let [given, family] = parts;
    let (contact, location, links) = ways(&who);
    let cv = root.get("CandidateProfile");
    let jobs = list(&cv, &["EmploymentHistory", "EmployerHistory"]);
    let studies = list(&cv, &["EducationHistory", "EducationOrganizationAttendance"]);
    let mut languages = Vec::new();
    for native in who.get("PrimaryLanguageCode").items() {
        if let Some(language) = native.peek().and_then(|code| three_letters(&code)) {
            native.read();
            languages.push(LanguageDraft::Tag(language));
        }
    }
    let mut expertise = Vec::new();
    for one in list(&cv, &["PersonQualifications", "PersonCompetency"]) {
        if let Some(topic) = one.get("CompetencyName").text() {
            expertise.push(ClaimDraft::of(topic));
        }
    }
    let profile = ProfileDraft {
        who: said(&cv, &["ExecutiveSummary"]),
        experience: jobs.iter().flat_map(employer).collect(),
        education: studies.iter().filter_map(attendance).collect(),
        languages,
        expertise,
        contact,
        location,
        links,
        name,
        ..ProfileDraft::default()
    };
    Some(PersonDraft { profile, stated: Stated::of(given, family), ..PersonDraft::default() })
}

/// The tag of a language that has three letters there, in either list of ISO 639-2: `dut` and `nld`
/// are `nl`.
fn three_letters(code: &str) -> Option<String> {
    let code = code.trim();
    let canonical = code.parse().ok().filter(|_| code.len() == 3).map(|mut locale: Locale| {
        LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
        locale.to_string()
    });
    match parts::language(canonical.as_deref().unwrap_or(code), None) {
        Some(LanguageDraft::Tag(tag)) => Some(tag),
        _ => None,
    }
}

fn formatted(node: &Node<'_>) -> Option<Date> {
    let moment = at(node, &["FormattedDateTime"]);
    let date = date(&moment.peek()?)?;
    moment.read();
    Some(date)
}

fn employer(one: &Node<'_>) -> Vec<ItemDraft> {
    let name = said(one, &["OrganizationName"]);
    let positions = one.get("PositionHistory").items();
    let item = |position: &Node<'_>| {
        let (title, organization) = titled(said(position, &["PositionTitle"]), name.clone())?;
        let period = position.get("EmploymentPeriod");
        period.get("CurrentIndicator").read();
        Some(ItemDraft {
            title,
            organization,
            from: formatted(&period.get("StartDate")),
            to: formatted(&period.get("EndDate")).map(EndDraft::Date),
            text: said(position, &["Description"]),
            ..ItemDraft::default()
        })
    };
    positions.iter().filter_map(item).collect()
}

fn attendance(one: &Node<'_>) -> Option<ItemDraft> {
    let degree = one.get("EducationDegree");
    let (title, organization) =
        titled(said(&degree, &["DegreeName"]), said(one, &["OrganizationName"]))?;
    let period = one.get("AttendancePeriod");
    period.get("Ongoing").read();
    let text = paragraphs([said(&degree, &["OccupationalSkillsCovered"])]);
    Some(ItemDraft {
        title,
        organization,
        from: formatted(&period.get("StartDate")),
        to: formatted(&period.get("EndDate")).map(EndDraft::Date),
        text,
        ..ItemDraft::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_of_three_letters_have_their_usual_tags() {
        let known = "dut nl,nld nl,eng en,ger de,deu de,fre fr,fra fr,spa es,ita it,por pt,pol pl,swe sv,dan da,fin fi,\
            ell el,gre el,ces cs,hun hu,ron ro,rum ro,tur tr,ara ar,fry fy,bul bg,NLD nl,Dutch nl,nl nl";
        for (code, tag) in known.split(',').filter_map(|pair| pair.split_once(' ')) {
            assert_eq!(three_letters(code).as_deref(), Some(tag), "{code}");
        }
        assert_eq!(three_letters("xqz"), None);
    }
}
