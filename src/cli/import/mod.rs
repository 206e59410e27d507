//! `vakwerk import`

mod account;
mod answer;
mod bibtex;
mod credit;
mod csl;
mod draft;
mod europass;
mod europass_candidate;
mod fate;
mod fill;
mod fill_item;
mod fill_words;
mod front;
mod front_fields;
mod icalendar;
mod icalendar_parts;
mod icalendar_place;
mod icalendar_text;
mod icalendar_time;
mod imported;
mod input;
mod json_resume;
mod latex;
mod linkedin;
mod linkedin_items;
mod memberships;
mod node;
mod orcid;
mod parts;
mod pdf;
mod place;
mod place_events;
mod place_groups;
mod popolo;
mod ris;
mod rows;
mod site;
mod site_closing;
mod site_folders;
mod site_groups;
mod site_owner;
mod site_photo;
mod sorted;
mod standing;
mod table;
mod terms;
mod tree;
mod vcard;
mod vcard_group;
mod vcard_text;
mod works;

use super::exit::Exit;
use super::out::{eprintln, println, typed};
use crate::base::{Date, printable};
use crate::config::{Consent, today};
use answer::Answer;
use clap::{Args, ValueEnum};
use imported::Imported;
use std::path::{Path, PathBuf};

/// Make profiles of what was written elsewhere: a CV, an export, another site
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The format of the source
    #[arg(value_enum)]
    format: Format,
    /// The file, or the folder
    source: PathBuf,
    /// The folder of the site; a new one is started where nothing stands
    #[arg(short = 'C', value_name = "DIR", default_value = ".")]
    dir: PathBuf,
    /// What a key of the other site means here: `specialties=expertise`
    #[arg(long = "map", value_name = "THEIRS=OURS", value_parser = pair)]
    maps: Vec<(String, String)>,
    /// Change what stands otherwise than the source says without asking
    #[arg(long)]
    yes: bool,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Formats that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// JSON Resume (jsonresume.org)
    JsonResume,
    /// LinkedIn's export of your data: the ZIP, or its folder
    Linkedin,
    /// The public record of ORCID, as JSON or XML
    Orcid,
    /// vCards 2.1, 3.0 or 4.0: contacts of an address book
    Vcard,
    /// A Europass CV: its XML, or the PDF that holds it
    Europass,
    /// BibTeX or BibLaTeX: publications, for those of the site who wrote them
    Bibtex,
    /// RIS: the same of other reference managers
    Ris,
    /// CSL-JSON: the same of Zotero
    CslJson,
    /// A table of members: CSV, XLSX or ODS
    Table,
    /// A table of who is or was in which group, a row for each term: CSV, XLSX or ODS
    Memberships,
    /// Popolo: people, organizations and memberships, as parliaments publish them, as JSON
    Popolo,
    /// iCalendar (`.ics`): events of a calendar
    Icalendar,
    /// The people of a site made with Jekyll, Hugo, Zola or Eleventy: its folder
    Site,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    match import(arguments) {
        Ok(exit) => exit,
        Err(problem) => {
            eprintln!("error: {}; nothing was changed", printable(&problem));
            eprintln!(
                "help: `vakwerk import --help` says which formats there are, and what file each of them is"
            );
            Exit::Usage
        }
    }
}

fn import(arguments: &Arguments) -> Result<Exit, String> {
    let (dir, source) = (&arguments.dir, &arguments.source);
    let project = place::site(dir)?;
    let cannot = |why: String| format!("{} cannot be read: {why}", source.display());
    let answer = Answer::of_run(arguments.yes, arguments.dry_run);
    let (imported, placed, fates) = if arguments.format == Format::Table {
        (
            Imported::default(),
            table::read(source, dir, project.as_ref()).map_err(cannot)?,
            Vec::new(),
        )
    } else {
        let zone = project.as_ref().and_then(|project| project.config.zone.as_deref());
        let today = project.as_ref().map_or_else(today, |project| project.config.date);
        let mut imported = read(arguments, source, (zone, today)).map_err(cannot)?;
        // An event has a file of its own, in which one sees what became of it.
        let is_of_events = arguments.format == Format::Icalendar;
        let fates = if is_of_events { Vec::new() } else { fate::table(&imported) };
        let placed = place::place(&mut imported, dir, project.as_ref(), answer)?;
        (imported, placed, fates)
    };
    for line in &placed.said {
        println!("{}", printable(line));
    }
    for (path, bytes) in &placed.files {
        let (was, would) =
            if path.exists() { ("added to", "would add to") } else { ("wrote", "would write") };
        if arguments.dry_run {
            println!("{would} {}", path.display());
            continue;
        }
        if let Err(error) = place::write(path, bytes) {
            eprintln!("error: {} cannot be written: {error}", path.display());
            return Ok(Exit::NotPublished);
        }
        println!("{was} {}", path.display());
    }
    if placed.files.is_empty() && placed.is_unasked {
        println!("nothing to change: the rest stands there already");
    } else if placed.files.is_empty() {
        println!("nothing to change: all of it stands there already");
    }
    if placed.is_unasked {
        println!(
            "What stands was left alone: run it at a terminal to be asked, or with --yes to take what the source says."
        );
    }
    report(&imported, &fates);
    if project.is_some_and(|project| project.config.privacy.consent == Consent::Required) {
        println!("A profile is shown as soon as the person agrees: add `consent:` with the day.");
    }
    if !arguments.dry_run {
        println!("See what is to be done:  vakwerk check {}", typed(dir));
    }
    Ok(Exit::Published)
}

/// Says what was in the source, where it is now, and what of it was not read.
fn report(imported: &Imported, fates: &[String]) {
    for line in &imported.said {
        println!("note: {}", printable(line));
    }
    if !imported.account.unread.is_empty() {
        println!("not read:");
        imported.account.unread.iter().for_each(|line| println!("  {}", printable(line)));
    }
    if !fates.is_empty() {
        println!();
        for line in fates {
            println!("{}", printable(line));
        }
        println!();
    }
}

/// `theirs=ours`
fn pair(text: &str) -> Result<(String, String), String> {
    let (theirs, ours) =
        text.split_once('=').ok_or("write it as theirs=ours: specialties=expertise")?;
    Ok((theirs.trim().to_owned(), ours.trim().to_owned()))
}

fn read(
    arguments: &Arguments,
    source: &Path,
    (zone, today): (Option<&str>, Date),
) -> Result<Imported, String> {
    match arguments.format {
        Format::JsonResume => {
            json_resume::read(&json(source)?).map(|imported| with_photo(imported, source))
        }
        Format::Linkedin => linkedin::read(source),
        Format::Orcid => orcid::read(&input::text(source)?),
        Format::Vcard => vcard::read(&input::text(source)?),
        Format::Europass => europass::read(&europass_text(source)?),
        Format::Bibtex => bibtex::bibtex(&input::text(source)?),
        Format::Ris => ris::ris(&input::text(source)?),
        Format::CslJson => csl::csl(&json(source)?),
        Format::Memberships => memberships::read(source),
        Format::Popolo => popolo::read(&json(source)?),
        Format::Icalendar => icalendar::read(source, zone),
        Format::Site => site::read(source, &arguments.maps.iter().cloned().collect(), today),
        Format::Table => Err("a table is read otherwise".to_owned()),
    }
}

/// The XML of a CV, which newer editors give as part of a PDF.
fn europass_text(source: &Path) -> Result<String, String> {
    let bytes = input::file(source)?;
    if pdf::is_pdf(&bytes) {
        let elements = ["SkillsPassport", "Candidate", "LearnerInfo"];
        return pdf::xml_in(&bytes, &elements)
            .ok_or_else(|| "it is a PDF without the XML of a Europass CV in it".to_owned());
    }
    input::text_of(bytes)
}

fn json(path: &Path) -> Result<serde_json::Value, String> {
    serde_json::from_str(&input::text(path)?).map_err(|error| format!("it is no JSON: {error}"))
}

/// Brings the portrait along that lies beside the source; one that lies elsewhere is not fetched,
/// and named.
fn with_photo(mut imported: Imported, source: &Path) -> Imported {
    for person in &mut imported.people {
        let Some(named) = person.profile.photo.take() else { continue };
        let name = named.rsplit('/').next().unwrap_or_default().to_owned();
        let is_beside = !named.contains("://") && !named.split('/').any(|part| part == "..");
        let found = source
            .parent()
            .filter(|_| is_beside && !name.is_empty())
            .map(|folder| folder.join(&named));
        if let Some(bytes) = found.and_then(|path| input::file(&path).ok()) {
            imported.account.unread.retain(|line| !line.ends_with(&format!(": {named}")));
            person.profile.photo = Some(name);
            person.photo = Some(bytes);
        }
    }
    imported
}
