//! `vakwerk audit`

use super::common::AnswerFormat;
use super::exit::Exit;
use crate::audit::{Finding, Marker, search};
use crate::base::Forgotten;
use crate::config::{Overrides, Project};
use crate::pipeline;
use anstream::{eprintln, println};
use clap::Args;
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Prove that nothing of a person is left in an output
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
    let files: Vec<PathBuf> = WalkDir::new(&arguments.out)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect();
    let findings: Vec<(String, Result<Vec<Finding>, std::io::Error>)> = files
        .par_iter()
        .map(|path| {
            let name = path.strip_prefix(&arguments.out).unwrap_or(path).to_string_lossy().replace('\\', "/");
            let found = look(path, &name, &markers);
            (name, found)
        })
        .collect();
    tell(arguments.format, &findings, markers.len())
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: the command line looks through an output")]
fn look(path: &Path, name: &str, markers: &[Marker]) -> std::io::Result<Vec<Finding>> {
    let mut findings = search(name.as_bytes().to_vec(), markers);
    for finding in &mut findings {
        finding.undone.insert(0, "the file's name");
    }
    findings.extend(search(std::fs::read(path)?, markers));
    Ok(findings)
}

/// What is looked for.
#[expect(clippy::disallowed_methods, reason = "the outer ring: the command line reads what to look for")]
fn markers(arguments: &Arguments) -> Result<Vec<Marker>, String> {
    let mut words: Vec<String> = Vec::new();
    if let Some(path) = &arguments.markers {
        let text =
            std::fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
        words.extend(text.lines().filter(|line| !line.trim_start().starts_with('#')).map(str::to_owned));
    }
    if let Some(slug) = &arguments.slug {
        let Some(project) = Project::open(&arguments.dir, Overrides::default()).value else {
            return Err(format!("{} holds no site; name its folder with -C", arguments.dir.display()));
        };
        let (traces, forgotten) = pipeline::traces(&project, slug);
        match traces {
            Some(traces) => words.extend(traces.words),
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

fn tell(format: AnswerFormat, findings: &[(String, std::io::Result<Vec<Finding>>)], markers: usize) -> Exit {
    let broken = findings.iter().any(|(_, found)| found.is_err());
    let count: usize = findings.iter().map(|(_, found)| found.as_ref().map_or(0, Vec::len)).sum();
    if format == AnswerFormat::Json {
        let found =
            findings.iter().flat_map(|(name, found)| found.iter().flatten().map(move |finding| (name, finding)));
        let found = found.map(|(name, finding)| {
            serde_json::json!({
                "file": name, "offset": finding.offset, "marker": finding.marker, "undone": finding.undone
            })
        });
        let object = serde_json::json!({
            "files": findings.len(), "markers": markers, "findings": found.collect::<Vec<_>>()
        });
        println!("{object:#}");
    }
    for (name, found) in findings {
        match found {
            Ok(found) if format == AnswerFormat::Text => {
                for Finding { marker, offset, undone } in found {
                    let how = if undone.is_empty() { String::new() } else { format!(" (in {})", undone.join(", ")) };
                    println!("{name}:{offset}: {marker}{how}");
                }
            }
            Ok(_) => {}
            Err(error) => eprintln!("error: {name} cannot be read: {error}"),
        }
    }
    if count > 0 || broken {
        eprintln!("found {count} in {} files, {markers} markers", findings.len());
        return Exit::NotPublished;
    }
    if format == AnswerFormat::Text {
        println!("nothing found: {markers} markers in {} files", findings.len());
    }
    Exit::Published
}
