//! `vakwerk audit`

use super::common::AnswerFormat;
use super::exit::Exit;
use super::out::{eprintln, println};
use super::pdf_text;
use crate::audit::{Finding, IN_GLYPHS, Marker, Searched, is_spelled, search};
use crate::base::{Forgotten, printable};
use crate::config::{Overrides, Project};
use crate::pipeline;
use crate::theme::is_shipped;
use clap::Args;
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Look whether anything of a person is left in an output
///
/// Exit status: 0 nothing was found, and everything was looked into; 1 something was found; 3
/// nothing was found, but not everything could be looked into.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder to look through, such as public
    out: PathBuf,
    /// Look for this expert of the site: names, addresses and pieces of text
    #[arg(long = "for", value_name = "SLUG", required_unless_present = "markers")]
    slug: Option<String>,
    /// Look for the lines of a file
    #[arg(long, value_name = "FILE")]
    markers: Option<PathBuf>,
    /// The folder of the site, to know what to look for
    #[arg(short = 'C', value_name = "DIR", default_value = ".")]
    dir: PathBuf,
    /// For whom findings are written
    #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
    format: AnswerFormat,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let markers = match markers(arguments) {
        Ok(markers) => markers,
        Err(wrong) => {
            eprintln!("error: {wrong}");
            return Exit::Usage;
        }
    };
    if !arguments.out.is_dir() {
        eprintln!("error: there is no folder {}; build the site first", arguments.out.display());
        return Exit::Usage;
    }
    let entries: Vec<_> = WalkDir::new(&arguments.out).sort_by_file_name().into_iter().collect();
    let name = |path: &Path| {
        let name =
            path.strip_prefix(&arguments.out).unwrap_or(path).to_string_lossy().replace('\\', "/");
        printable(&name).into_owned()
    };
    let one = |entry: &walkdir::Result<walkdir::DirEntry>| match entry {
        Ok(entry) if entry.file_type().is_dir() => None,
        Ok(entry) => Some((name(entry.path()), look(entry, &name(entry.path()), &markers))),
        Err(error) => {
            let path = error.path().map(name).unwrap_or_default();
            let why = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
            Some((path, passed_over(format!("it cannot be read: {why}"))))
        }
    };
    // Large files one after another: a few at once would need too much memory.
    let is_large = |entry: &&walkdir::Result<walkdir::DirEntry>| {
        entry.as_ref().is_ok_and(|entry| entry.metadata().is_ok_and(|about| about.len() > LARGE))
    };
    let (large, small): (Vec<_>, Vec<_>) = entries.iter().partition(is_large);
    let mut searched: Vec<(String, Searched)> =
        small.par_iter().filter_map(|entry| one(entry)).collect();
    searched.extend(large.into_iter().filter_map(one));
    searched.sort_by(|a, b| a.0.cmp(&b.0));
    tell(arguments.format, &searched, markers.len())
}

/// Files of more bytes are looked through one at a time.
const LARGE: u64 = 256 * 1024;

/// Files of more bytes are not looked into.
const MOST: u64 = 24 * 1024 * 1024;

fn passed_over(why: String) -> Searched {
    Searched { findings: Vec::new(), passed_over: vec![why] }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the outer ring: the command line looks through an output"
)]
fn look(entry: &walkdir::DirEntry, name: &str, markers: &[Marker]) -> Searched {
    let mut findings = search(name.as_bytes().to_vec(), markers).findings;
    for finding in &mut findings {
        finding.undone.insert(0, "the file's name");
    }
    let length = entry.metadata().map_or(0, |about| about.len());
    let mut searched = if !entry.file_type().is_file() {
        passed_over("it is a link, which is not followed".to_owned())
    } else if length > MOST {
        passed_over(format!(
            "it has {} MB, and {} MB is the most",
            length / 1024 / 1024,
            MOST / 1024 / 1024
        ))
    } else {
        match std::fs::read(entry.path()) {
            // Fonts of the program spell many a short name by chance.
            Ok(bytes) if is_shipped(&bytes) => Searched::default(),
            Ok(bytes) => looked_through(bytes, markers),
            Err(error) => passed_over(format!("it cannot be read: {error}")),
        }
    };
    findings.append(&mut searched.findings);
    Searched { findings, ..searched }
}

/// Looks through the bytes of a file, whatever it is.
pub(super) fn looked_through(bytes: Vec<u8>, markers: &[Marker]) -> Searched {
    if bytes.starts_with(b"%PDF") { in_pdf(bytes, markers) } else { search(bytes, markers) }
}

/// Looks through a PDF: its bytes, and what it says to whoever reads it. Letters are often written
/// as the numbers of glyphs, which only its own tables turn into words again.
pub(super) fn in_pdf(bytes: Vec<u8>, markers: &[Marker]) -> Searched {
    let is_told = is_spelled(&bytes);
    let text = pdf_text::text(bytes.clone());
    let mut searched = search(bytes, markers);
    let Ok(text) = text else { return searched };
    let text = text.replace("\u{ad}\n", "").replace('\u{ad}', "");
    let mut said = search(text.into_bytes(), markers);
    for finding in &mut said.findings {
        finding.undone.insert(0, "the words of the PDF");
    }
    searched.findings.append(&mut said.findings);
    if is_told {
        searched.passed_over.retain(|why| why != IN_GLYPHS);
    }
    searched
}

/// What is looked for.
#[expect(
    clippy::disallowed_methods,
    reason = "the outer ring: the command line reads what to look for"
)]
fn markers(arguments: &Arguments) -> Result<Vec<Marker>, String> {
    let mut words: Vec<String> = Vec::new();
    if let Some(path) = &arguments.markers {
        let text = std::fs::read_to_string(path)
            .map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
        words.extend(
            text.lines().filter(|line| !line.trim_start().starts_with('#')).map(str::to_owned),
        );
    }
    if let Some(slug) = &arguments.slug {
        let Some(project) = Project::open(&arguments.dir, Overrides::default()).value else {
            return Err(format!(
                "{} holds no site; name its folder with -C",
                arguments.dir.display()
            ));
        };
        let (personal_data, forgotten) = pipeline::personal_data(&project, slug);
        match personal_data {
            Some(personal_data) => words.extend(personal_data.words),
            None if forgotten.person(slug).is_some() => {
                eprintln!(
                    "note: {} keeps nothing of `{slug}` but hashes; only the slug itself is looked for \
                     (`vakwerk forget --markers FILE` keeps what to look for)",
                    Forgotten::FILE
                );
                words.push(slug.clone());
            }
            None => return Err(format!("there is no expert `{slug}`")),
        }
    }
    let markers: Vec<Marker> = words.iter().filter_map(|word| Marker::new(word)).collect();
    if markers.is_empty() { Err("there is nothing to look for".to_owned()) } else { Ok(markers) }
}

fn tell(format: AnswerFormat, searched: &[(String, Searched)], markers: usize) -> Exit {
    let all = || {
        searched
            .iter()
            .flat_map(|(name, of)| of.findings.iter().map(move |finding| (name, finding)))
    };
    let closed =
        || searched.iter().flat_map(|(name, of)| of.passed_over.iter().map(move |why| (name, why)));
    if format == AnswerFormat::Json {
        let found = all().map(|(name, finding)| {
            serde_json::json!({
                "file": name, "offset": finding.offset, "marker": finding.marker, "undone": finding.undone
            })
        });
        let passed_over =
            closed().map(|(name, why)| serde_json::json!({ "file": name, "why": why }));
        let object = serde_json::json!({
            "files": searched.len(), "markers": markers, "findings": found.collect::<Vec<_>>(),
            "not_looked_into": passed_over.collect::<Vec<_>>()
        });
        println!("{object:#}");
    } else {
        for (name, Finding { marker, offset, undone }) in all() {
            let how = if undone.is_empty() {
                String::new()
            } else {
                format!(" (in {})", undone.join(", "))
            };
            println!("{name}:{offset}: {}{how}", printable(marker));
        }
    }
    for (name, why) in closed() {
        eprintln!("not looked into: {name}: {}", printable(why));
    }
    let (count, unseen) = (all().count(), closed().count());
    if count > 0 {
        eprintln!("found {count} in {} files, {markers} markers", searched.len());
        return Exit::NotPublished;
    }
    if unseen > 0 {
        eprintln!(
            "found nothing in what could be looked into: {markers} markers in {} files",
            searched.len()
        );
        return Exit::HeldBack;
    }
    if format == AnswerFormat::Text {
        println!("nothing found: {markers} markers in {} files", searched.len());
    }
    Exit::Published
}
