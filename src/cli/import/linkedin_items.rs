//! Items of an export of LinkedIn: positions, studies, certificates and the like.

use super::draft::{EndDraft, ItemDraft, ProjectDraft};
use super::node::{Node, date, end};
use super::parts::{self, paragraphs, plain_text, titled};
use crate::base::Date;
use std::collections::BTreeMap;

/// A text whose bullets run together in the export: each stands on a line of its own.
pub(super) fn text_of(text: &str) -> String {
    let mut text = plain_text(text);
    for sign in ["•", "▪", "‣", "●", "◦"] {
        text = text.replace(&format!("{sign} "), "\n- ").replace(sign, "\n- ");
    }
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim) {
        let begins_list = line.starts_with("- ")
            && lines.last().is_some_and(|last| !last.is_empty() && !last.starts_with("- "));
        if begins_list {
            lines.push(String::new());
        }
        lines.push(line.to_owned());
    }
    lines.join("\n").trim().to_owned()
}

fn words(one: &Node<'_>, keys: &[&str]) -> Option<String> {
    one.first(keys).map(|text| text_of(&text)).filter(|text| !text.is_empty())
}

fn from(one: &Node<'_>) -> Option<Date> {
    one.first_date(&["startedon", "startdate", "from"])
}

const ENDS: [&str; 3] = ["finishedon", "enddate", "to"];

fn to(one: &Node<'_>) -> Option<EndDraft> {
    end(one, &ENDS)
}

fn to_date(one: &Node<'_>) -> Option<Date> {
    one.first_date(&ENDS)
}

pub(super) fn position(one: &Node<'_>) -> Option<ItemDraft> {
    held(one, &["title"], &["companyname", "company"])
}

pub(super) fn volunteer(one: &Node<'_>) -> Option<ItemDraft> {
    held(one, &["role"], &["companyname", "organization"])
}

/// What somebody did somewhere, under the columns that say what and where.
fn held(one: &Node<'_>, what: &[&str], place: &[&str]) -> Option<ItemDraft> {
    let (title, organization) = titled(one.first(what), one.first(place))?;
    let text = words(one, &["description"]);
    Some(ItemDraft {
        title,
        organization,
        from: from(one),
        to: to(one),
        text,
        ..ItemDraft::default()
    })
}

pub(super) fn study(one: &Node<'_>) -> Option<ItemDraft> {
    let degree: Vec<String> =
        [one.first(&["degreename"]), one.first(&["fieldofstudy"])].into_iter().flatten().collect();
    let degree = (!degree.is_empty()).then(|| degree.join(", "));
    let (title, organization) = titled(degree, one.first(&["schoolname"]))?;
    let text = paragraphs([words(one, &["notes"]), words(one, &["activities"])]);
    Some(ItemDraft {
        title,
        organization,
        from: from(one),
        to: to(one),
        text,
        ..ItemDraft::default()
    })
}

pub(super) fn certificate(one: &Node<'_>) -> Option<ItemDraft> {
    Some(ItemDraft {
        title: one.first(&["name"])?,
        organization: one.first(&["authority"]),
        date: from(one),
        until: to_date(one),
        url: one.first(&["url"]),
        ..ItemDraft::default()
    })
}

pub(super) fn publication(one: &Node<'_>) -> Option<ItemDraft> {
    Some(ItemDraft {
        title: one.first(&["name", "title"])?,
        venue: one.first(&["publisher"]),
        date: one.first_date(&["publishedon", "date"]),
        url: one.first(&["url"]),
        ..ItemDraft::default()
    })
}

pub(super) fn honor(one: &Node<'_>) -> Option<ItemDraft> {
    Some(ItemDraft {
        title: one.first(&["title", "name"])?,
        venue: one.first(&["issuer"]),
        date: one.first_date(&["issuedon", "date"]),
        ..ItemDraft::default()
    })
}

pub(super) fn recommendation(one: &Node<'_>) -> Option<BTreeMap<&'static str, String>> {
    let status = one.get("status");
    // What was not shown there is not shown here.
    if status.peek().is_some_and(|status| !status.eq_ignore_ascii_case("visible")) {
        return None;
    }
    status.read();
    let mut said = BTreeMap::from([("quote", text_of(&one.first(&["text", "recommendation"])?))]);
    let name = parts::joined([one.first(&["firstname"]), one.first(&["lastname"])]);
    said.extend(name.map(|name| ("name", name)));
    parts::put(&mut said, "role", &one.get("jobtitle"));
    parts::put(&mut said, "organization", &one.get("company"));
    let day = one.get("creationdate");
    if let Some(found) = day.peek().and_then(|text| moment(&text)) {
        day.read();
        said.insert("date", found.to_string());
    }
    Some(said)
}

/// `02/14/24, 09:15 AM`: the export writes moments as Americans do.
fn moment(text: &str) -> Option<Date> {
    let mut parts = text.split(',').next()?.split('/');
    let (month, day, year) = (parts.next()?, parts.next()?, parts.next()?);
    let year: i16 =
        if year.len() == 2 { format!("20{year}").parse().ok()? } else { year.parse().ok()? };
    Date::day(year, month.parse().ok()?, day.parse().ok()?).or_else(|| date(text))
}

pub(super) fn project(one: &Node<'_>) -> Option<ProjectDraft> {
    let title = one.first(&["title", "name"])?;
    let mut period = BTreeMap::new();
    if let Some(from) = from(one) {
        period.insert("from", from);
        period.extend(to_date(one).map(|to| ("to", to)));
    }
    let url = one.first(&["url"]).map(|url| format!("<{url}>"));
    Some(ProjectDraft {
        title,
        period,
        question: paragraphs([words(one, &["description"]), url]),
        ..ProjectDraft::default()
    })
}
