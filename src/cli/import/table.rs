//! A table of members: what each column is taken for, the first three as they would appear, and the
//! file in its place.

use super::input;
use super::place::Placed;
use crate::base::{EntryKind, without_harmful, yaml};
use crate::config::{Columns, Project};
use crate::source::{Headings, Table, bare_heading, bare_table_name, table_text};
use std::path::Path;

/// How many people are shown.
const SHOWN: usize = 3;

/// Reads a table, and places it in the site in `dir`.
///
/// # Errors
/// Why it cannot be read, or go there.
pub(super) fn read(source: &Path, dir: &Path, project: Option<&Project>) -> Result<Placed, String> {
    let name =
        source.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let bare =
        bare_table_name(&name).ok_or("its name ends with none of .csv, .tsv, .xlsx and .ods")?;
    let ending = name[bare.len()..].to_lowercase();
    let bytes = input::file(source)?;
    // A heading is compared as it is when the site is built: without what nobody sees.
    let text = without_harmful(&table_text(&name, bytes.clone())?, ' ');
    let none = Columns::default();
    let columns = project.map_or(&none, |project| &project.config.columns);
    let headings = Headings { kind: EntryKind::Expert, columns };
    let table = Table::of(&text, headings);
    let keys = [("name", "title"), ("first", "last")];
    let is_name = |header: &String| {
        headings.key_of(header).is_some_and(|key| keys.iter().any(|(a, b)| key == *a || key == *b))
    };
    if !table.header.iter().any(is_name) {
        return Err("none of its columns is a name: call one `Naam` or `Name`, or say which with `columns:`".to_owned());
    }
    let mut placed = Placed::default();
    let mut unknown = Vec::new();
    for header in table.header.iter().filter(|header| !header.is_empty()) {
        let key = headings.key_of(header);
        placed.said.push(format!("column `{header}`: {}", key.unwrap_or("not read")));
        if key.is_none() {
            unknown.push(header.clone());
        }
    }
    for row in table.rows.iter().take(SHOWN) {
        placed.said.push(format!("row {}:", row.number));
        for (header, cell) in
            table.header.iter().zip(&row.cells).filter(|(_, cell)| !cell.trim().is_empty())
        {
            if let Some(key) = headings.key_of(header) {
                placed.said.push(format!("  {key}: {}", cell.trim().replace('\n', " / ")));
            }
        }
    }
    let target = dir.join(format!("experts{ending}"));
    match input::file(&target) {
        Ok(found) if found == bytes => {}
        Ok(_) => {
            return Err(format!(
                "{} stands there already, and says something else",
                target.display()
            ));
        }
        Err(_) => {
            placed.files.insert(target, bytes);
        }
    }
    configure(dir, project, &unknown, &mut placed);
    Ok(placed)
}

/// Proposes `columns:` for what nothing reads.
fn configure(dir: &Path, project: Option<&Project>, unknown: &[String], placed: &mut Placed) {
    let mut proposal = String::new();
    if !unknown.is_empty() {
        proposal.push_str(
            "# What each column is: a key (headline, location.region, …), first, infix, last or ignore.\ncolumns:\n",
        );
        for header in unknown {
            // What speaks of who sees what stays closed until somebody says what it means.
            let quoted = yaml::quoted(header);
            if crate::base::speaks_of_privacy(bare_heading(header)) {
                proposal.push_str(&format!("  # {quoted}: visibility\n"));
            } else {
                proposal.push_str(&format!("  {quoted}: ignore\n"));
            }
        }
    }
    let file = dir.join("vakwerk.yaml");
    match project {
        None => {
            let text = format!("title: Our network\nkind: network\n{proposal}");
            placed.files.insert(file, text.into_bytes());
        }
        Some(_) if proposal.is_empty() => {}
        Some(_) => {
            let text = input::text(&file).unwrap_or_default();
            if text.lines().any(|line| line.starts_with("columns:")) {
                placed.said.push(format!(
                    "for `columns:` in vakwerk.yaml:\n{}",
                    proposal.split_once("columns:\n").map_or("", |(_, lines)| lines)
                ));
            } else {
                let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
                placed.files.insert(file, format!("{text}{end}{proposal}").into_bytes());
            }
        }
    }
}
