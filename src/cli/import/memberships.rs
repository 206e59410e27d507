//! Memberships of a table: one row, one term of somebody in a group; or one row a person, with
//! groups in one of its cells.

use super::account::Account;
use super::draft::EndDraft;
use super::imported::Imported;
use super::input;
use super::node::{Ledger, Node, end};
use super::terms::{self, Groups, Term, Whose, kind, role};
use crate::base::fold::fold;
use crate::base::{EntryKind, without_harmful};
use crate::config::Columns;
use crate::source::{Headings, Table, bare_heading, table_text};
use serde_json::{Map, Value};
use std::path::Path;

/// What columns are called, folded, by what they hold.
const WORDS: [(&str, &str); 13] = [
    (
        "person",
        "name|naam|member|member name|lid|person|person name|persoon|full name|display name|\
         volledige naam|mitglied|nom|nom complet|membre|deelnemer|expert",
    ),
    ("first", "voornaam|first name|given name|firstname|vorname|prenom"),
    ("infix", "tussenvoegsel|tussenvoegsels|infix|middle name"),
    (
        "last",
        "achternaam|last name|lastname|family name|surname|nachname|familienname|\
         nom de famille",
    ),
    ("slug", "slug|expert slug"),
    (
        "group",
        "group|groups|groep|groepen|group name|groepsnaam|team|teams|committee|committees|\
         committee name|commissie|commissies|werkgroep|werkgroepen|working group|\
         working groups|kring|kringen|circle|circles|gruppe|gruppen|ausschuss|arbeitsgruppe|\
         groupe|groupes|commission|board|bestuur|organization|organisation|organisatie|\
         faction|fractie|party|chapter|afdeling",
    ),
    ("group_id", "group id|committee id|organization id|organisation id|team id"),
    ("role", "role|rol|roles|functie|function|position|post|funktion|rolle|fonction"),
    (
        "from",
        "from|van|vanaf|start|start date|startdate|startdatum|since|sinds|begin|begin date|\
         begindatum|date from|from date|valid from|member since|lid sinds|joined|join date|\
         von|seit|beginn|de|depuis|debut|date de debut",
    ),
    (
        "to",
        "to|tot|tot en met|t m|end|end date|enddate|einddatum|einde|until|till|through|\
         date to|to date|valid until|valid to|left|bis|ende|fin|jusqu a|date de fin",
    ),
    ("kind", "kind|type|soort|classification|group type|art"),
    (
        "part_of",
        "part of|parent|parent group|parent team|parent committee|parent organization|\
         parent organisation|subteam of|sub team of|subgroup of|subcommittee of|onderdeel van|\
         valt onder|hoofdgroep|moedergroep|ubergeordnet|fait partie de",
    ),
    ("status", "status|state|standing|membership status|lidstatus|mitgliedsstatus|statut"),
];

/// The most rows of a table.
const MOST_ROWS: usize = 100_000;

/// Reads the memberships of a table.
///
/// # Errors
/// Why there are none.
pub(super) fn read(path: &Path) -> Result<Imported, String> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let text = without_harmful(&table_text(&name, input::file(path)?)?, ' ');
    let none = Columns::default();
    let table = Table::of(&text, Headings { kind: EntryKind::Group, columns: &none });
    if table.is_open {
        return Err("a quote opens a cell and nothing closes it".to_owned());
    }
    if table.rows.len() > MOST_ROWS {
        return Err(format!("it has {} rows, and {MOST_ROWS} are the most", table.rows.len()));
    }
    let keys: Vec<String> = table.header.iter().map(|header| key_of(header)).collect();
    let has = |key: &str| keys.iter().any(|known| known == key);
    if !has("group") || !(has("person") || has("last") || has("slug")) {
        return Err(
            "it needs a column with the group (`Group`, `Commissie`, …) and one with the person (`Name`, `Lid`, …)"
                .to_owned(),
        );
    }
    let (mut groups, mut imported) = (Groups::default(), Imported::default());
    let mut above: Vec<(usize, String, usize)> = Vec::new();
    for row in &table.rows {
        let mut value = Map::new();
        for (key, cell) in keys.iter().zip(&row.cells).filter(|(_, it)| !it.trim().is_empty()) {
            value.entry(key.clone()).or_insert_with(|| Value::String(cell.trim().to_owned()));
        }
        let (value, place) = (Value::Object(value), format!("row {}", row.number));
        let ledger = Ledger::default();
        one(&ledger.root(&value, &place), row.number, &mut groups, &mut above, &mut imported);
        let account: Account = ledger.account(&value, &place);
        imported.account.extend(account);
    }
    for (group, title, row) in above {
        match groups.by_title(&title) {
            Some(parent) if parent != group => groups.all[group].above = Some(parent),
            Some(_) => imported.said.push(format!("row {row}: `{title}` is part of itself")),
            None => {
                imported.said.push(format!(
                    "row {row}: the group above, `{title}`, has no row; it is made without anybody"
                ));
                let parent = groups.at(None, &title);
                groups.all[group].above = Some(parent);
            }
        }
    }
    imported.groups = groups.all;
    Ok(imported)
}

/// The key of a column.
fn key_of(header: &str) -> String {
    let word = fold(bare_heading(header));
    let known = WORDS.iter().find(|(_, words)| words.split('|').any(|known| known == word));
    known.map_or_else(|| header.trim().to_owned(), |(key, _)| (*key).to_owned())
}

/// Reads a row.
fn one(
    row: &Node<'_>,
    number: usize,
    groups: &mut Groups,
    above: &mut Vec<(usize, String, usize)>,
    imported: &mut Imported,
) {
    let Some(written) = row.get("group").text() else {
        imported.said.push(format!("row {number} names no group"));
        return;
    };
    let name = row.get("person").text().or_else(|| {
        let parts = ["first", "infix", "last"].map(|key| row.get(key).text());
        super::parts::joined(parts)
    });
    let whose = row.get("slug").text().map(Whose::Slug).or_else(|| name.map(Whose::Named));
    let id = row.get("group_id").text();
    let parts: Vec<&str> = written.split([';', '|', '\n']).map(str::trim).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let is_one = parts.len() == 1;
    let said = role(row.get("role").text());
    let from = row.get("from").date();
    // Whoever is said to have left is no member, though nobody says since when.
    let is_over = ["status", "role"].into_iter().find_map(|key| {
        let word = row.get(key).peek()?;
        let is_former = terms::is_former(&word);
        if is_former || (key == "status" && terms::is_present(&word)) {
            row.get(key).read();
        }
        is_former.then_some(EndDraft::Unread(word))
    });
    let to: Option<EndDraft> = end(row, &["to"]).or(is_over);
    for part in parts {
        // `Board (chair); Heat circle`
        let (title, own) = match part.strip_suffix(')').and_then(|part| part.rsplit_once(" (")) {
            Some((title, own)) if !is_one && said.is_none() => (title, Some(own.to_owned())),
            _ => (part, None),
        };
        let at = groups.at(id.as_deref().filter(|_| is_one), title);
        let group = &mut groups.all[at];
        if let Some(word) = row.get("kind").peek()
            && let Some(kind) = kind(&word)
        {
            row.get("kind").read();
            group.kind = group.kind.or(Some(kind));
        }
        if let Some(title) = row.get("part_of").text() {
            above.push((at, title, number));
        }
        if let Some(whose) = &whose {
            let role = own.or_else(|| said.clone());
            let term = Term { whose: whose.clone(), role, from, to: to.clone() };
            group.terms.push(term);
        }
    }
    if whose.is_none() {
        imported.said.push(format!("row {number} names nobody"));
    }
}
