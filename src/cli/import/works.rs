//! Publications of reference managers: what BibTeX, RIS and CSL-JSON have in common.

use super::draft::{AuthorDraft, ItemDraft};
use super::imported::{Imported, WorkDraft};
use super::node::{Ledger, Node};
use crate::base::doi;
use crate::base::name::author::{letters_behind, with_others};
use crate::base::word_list::is_among;
use serde_json::{Map, Value};

/// Where it stands what else is said of authors; it is told by the place that it had in the source.
pub(super) const ALSO: &str = "author-also";

/// The keys of a name.
pub(super) const OF_NAME: [&str; 8] = [
    "given",
    "dropping-particle",
    "non-dropping-particle",
    "family",
    "suffix",
    "literal",
    "name",
    "sequence",
];

/// A name that its source calls one: of several words it is that of a body.
pub(super) fn body_or_name(name: &str) -> Value {
    if name.contains(' ') && with_others(name).0.is_some() {
        return Value::Object(Map::from_iter([(
            "organization".to_owned(),
            Value::String(name.to_owned()),
        )]));
    }
    Value::String(name.to_owned())
}

/// Publications from groups of texts.
///
/// # Errors
/// When there is none.
pub(super) fn of_groups(entries: Vec<(String, Value)>) -> Result<Imported, String> {
    if entries.is_empty() {
        return Err("it holds no entry".to_owned());
    }
    let mut imported = Imported::default();
    for (name, group) in entries {
        let ledger = Ledger::default();
        let root = ledger.root(&group, &name);
        match work(&root, &name) {
            Some(work) => imported.works.push(work),
            None => imported.said.push(format!("{name} has no title")),
        }
        root.read_all(&["id", "type", "language", "langid"]);
        imported.account.extend(ledger.account(&group, &name).called(ALSO, "author"));
    }
    Ok(imported)
}

/// The text under the first of these keys that has one; of a list its first.
fn one(entry: &Node<'_>, keys: &[&str]) -> Option<String> {
    entry.first(keys).or_else(|| keys.iter().find_map(|key| entry.get(key).items().first()?.text()))
}

fn work(entry: &Node<'_>, place: &str) -> Option<WorkDraft> {
    let title = unmarked(&one(entry, &["title"])?);
    let subtitle = one(entry, &["subtitle"]).map(|text| unmarked(&text));
    let doi = identified(entry);
    let is_same =
        |url: &String| doi.is_some() && doi::address(url).map(|url| doi::bare(&url)) == doi;
    let url = one(entry, &["url", "URL"]).filter(|url| !is_same(url));
    // Something like a DOI is an address, where there is no other; else it stays unread.
    let url = url.or_else(|| if doi.is_none() { loose(entry) } else { None });
    let venue = one(
        entry,
        &[
            "journaltitle",
            "journal",
            "container-title",
            "booktitle",
            "eventtitle",
            "event-title",
            "event",
            "school",
            "institution",
            "publisher",
            "howpublished",
            "shortjournal",
        ],
    );
    let range = |first: Option<String>, last: Option<String>| match (first, last) {
        (Some(first), Some(last)) if first != last => Some(format!("{first}-{last}")),
        (first, last) => first.or(last),
    };
    let pages = range(one(entry, &["pages", "page"]), one(entry, &["lastpage"]));
    let item = ItemDraft {
        title: subtitle.map_or_else(|| title.clone(), |sub| format!("{title}: {sub}")),
        authors: authors(&entry.get("author")),
        kind: entry.get("type").text().and_then(|kind| kind_of(&kind)),
        venue: venue.map(|venue| unmarked(&venue)),
        volume: one(entry, &["volume"]),
        issue: one(entry, &["issue", "number"]),
        pages: pages.map(|pages| pages.replace(['–', '—'], "-").replace("--", "-")),
        date: date(entry),
        doi,
        url,
        ..ItemDraft::default()
    };
    Some(WorkDraft { item, place: place.to_owned() })
}

/// The DOI. It may stand where an address or a note should.
fn identified(entry: &Node<'_>) -> Option<String> {
    for key in ["doi", "DOI", "url", "URL", "M3", "note", "howpublished"] {
        let found = entry.get(key).items().into_iter().find(|node| {
            let is_doi = |text: &str| doi::address(text).is_some();
            let is_marked =
                |text: &str| key.eq_ignore_ascii_case("doi") || text.to_lowercase().contains("doi");
            node.peek().is_some_and(|text| is_doi(&text) && is_marked(&text))
        });
        if let Some(address) = found.and_then(|node| doi::address(&node.text()?)) {
            return Some(doi::bare(&address));
        }
    }
    None
}

/// The address that something like a DOI stands for.
fn loose(entry: &Node<'_>) -> Option<String> {
    let text = one(entry, &["doi", "DOI"])?;
    Some(match text.trim_start_matches("doi:").trim() {
        bare if bare.starts_with("http") => bare.to_owned(),
        bare => format!("https://doi.org/{bare}"),
    })
}

/// A text without the tags that indexes put into titles, and with its signs: `<i>heat</i> &amp;`.
fn unmarked(text: &str) -> String {
    const TAGS: [&str; 16] = [
        "i", "b", "em", "strong", "sub", "sup", "scp", "span", "sc", "italic", "bold", "inf", "u",
        "tt", "br", "p",
    ];
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        plain.push_str(&rest[..at]);
        let end = rest[at..].find('>').map(|end| at + end);
        let name = end.map_or("", |end| rest[at + 1..end].trim_matches('/').trim());
        let name = name.split_whitespace().next().unwrap_or_default();
        let name = name.rsplit(':').next().unwrap_or_default().to_lowercase();
        if let Some(end) = end.filter(|_| TAGS.contains(&name.as_str())) {
            rest = &rest[end + 1..];
        } else {
            plain.push('<');
            rest = &rest[at + 1..];
        }
    }
    plain.push_str(rest);
    let plain = crate::base::address::unescape(&plain).replace("&nbsp;", " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The most authors of a publication that are read; the rest is named as what was not.
const MOST_AUTHORS: usize = 100;

/// What is written for authors whom nobody names.
const OTHERS: &str = "et al.";

/// The authors in order; and that there are others, whom the source does not name, or too many.
fn authors(written: &Node<'_>) -> Vec<AuthorDraft> {
    let author = |one: &Node<'_>| {
        if let Some(organization) = one.get("organization").text() {
            return Some(AuthorDraft::Body { organization });
        }
        let name = one.peek()?;
        one.read();
        match with_others(&name) {
            (None, _) => Some(AuthorDraft::Person(OTHERS.to_owned())),
            (Some(_), true) => Some(AuthorDraft::Person(name)),
            (Some(_), false) => Some(AuthorDraft::Person(initials_first(&name))),
        }
    };
    let items = written.items();
    let mut authors: Vec<AuthorDraft> =
        items.iter().take(MOST_AUTHORS).filter_map(author).collect();
    if items.len() > MOST_AUTHORS {
        authors.push(AuthorDraft::Person(OTHERS.to_owned()));
    }
    authors
}

/// `de Vries JP`, as medical indexes write it, in the order in which it is said: `JP de Vries`.
fn initials_first(name: &str) -> String {
    letters_behind(name)
        .map_or_else(|| name.to_owned(), |(letters, family)| format!("{letters} {family}"))
}

/// What the word for a type means here; none for what is something else everywhere.
pub(super) fn kind_of(word: &str) -> Option<&'static str> {
    let kinds: [(&str, &str); 9] = [
        (
            "article",
            "article jour jfull ejour mgzn news journal-article magazine-article newspaper-article review",
        ),
        ("book", "book mvbook collection proceedings ebook edbook edited-book monograph"),
        (
            "chapter",
            "inbook incollection suppbook bookinbook chap echap chapter book-chapter book-section",
        ),
        (
            "conference",
            "inproceedings conference conf cpaper paper-conference conference-paper proceedings-article",
        ),
        ("report", "techreport report manual rprt working-paper white-paper posted-report"),
        (
            "thesis",
            "phdthesis mastersthesis thesis thes dissertation dissertation-thesis supervised-student-publication",
        ),
        ("preprint", "preprint posted-content"),
        ("dataset", "dataset data data-set"),
        ("software", "software comp computer_program"),
    ];
    let word = word.trim().to_lowercase();
    kinds.into_iter().find(|(_, words)| is_among(words, &word)).map(|(kind, _)| kind)
}

/// The date of a work: in one field, or its year and month in two.
fn date(entry: &Node<'_>) -> Option<crate::base::Date> {
    let (year, month) = (entry.get("year"), entry.get("month"));
    if let Some(date) = entry.first_date(&["date", "issued", "eventdate"]) {
        if year.date().is_some_and(|year| year.year() == date.year()) {
            month.read();
        }
        return Some(date);
    }
    let both = |month: &str| {
        let number = month.trim().parse::<u8>().ok().filter(|number| (1..=12).contains(number));
        let year = year.peek()?;
        let text = number
            .map_or_else(|| format!("{month} {year}"), |number| format!("{year}-{number:02}"));
        super::node::date(&text)
    };
    if let Some(both) = month.peek().and_then(|month| both(&month)) {
        year.read();
        month.read();
        return Some(both);
    }
    year.items().first()?.date()
}
