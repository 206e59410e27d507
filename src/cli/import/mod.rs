//! `vakwerk import`

mod draft;
mod resume;

use super::exit::Exit;
use super::scaffold;
use crate::base::{printable, slug::slug};
use crate::config::{Consent, Kind, Overrides, Project};
use anstream::{eprintln, println};
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// Make a profile of a CV that was written elsewhere
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The format of the file
    #[arg(value_enum)]
    format: Format,
    /// The file
    file: PathBuf,
    /// The folder of the site
    #[arg(short = 'C', value_name = "DIR", default_value = ".")]
    dir: PathBuf,
}

/// Formats that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// JSON Resume (jsonresume.org)
    JsonResume,
}

/// Files larger than this are not a CV.
const MOST_BYTES: u64 = 1_000_000;

pub(super) fn run(arguments: &Arguments) -> Exit {
    let Some(project) = Project::open(&arguments.dir, Overrides::default()).value else {
        eprintln!(
            "error: {} holds no site; start one with `vakwerk init`, or name its folder with -C",
            arguments.dir.display()
        );
        return Exit::Usage;
    };
    let Format::JsonResume = arguments.format;
    let read = read(&arguments.file).and_then(|json| {
        resume::read(&json, slug).ok_or_else(|| "it does not say whose it is: `basics.name` is missing".to_owned())
    });
    let imported = match read {
        Ok(imported) => imported,
        Err(problem) => {
            eprintln!("error: {} cannot be read: {problem}", arguments.file.display());
            return Exit::Usage;
        }
    };
    let folder = match project.config.kind {
        Kind::Portfolio => arguments.dir.clone(),
        Kind::Network => arguments.dir.join("experts").join(slug(&imported.profile.name)),
    };
    let profile = folder.join("profile.md");
    let alone = folder.with_extension("md");
    if let Some(there) = [&profile, &alone].into_iter().find(|path| path.exists()) {
        eprintln!("error: {} exists already; nothing was changed", there.display());
        return Exit::Usage;
    }
    let mut written = vec![(profile.clone(), front_matter(&imported.profile))];
    for project in &imported.projects {
        written.push((folder.join("projects").join(format!("{}.md", slug(&project.title))), front_matter(project)));
    }
    for (path, text) in written {
        if path != profile && path.exists() {
            eprintln!("left alone: {} exists already", path.display());
            continue;
        }
        if let Err(error) = scaffold::write(&path, &text) {
            eprintln!("error: {} cannot be written: {error}", path.display());
            return Exit::NotPublished;
        }
        println!("wrote {}", path.display());
    }
    if !imported.unread.is_empty() {
        let unread: Vec<String> = imported.unread.into_iter().collect();
        println!("not read: {}", printable(&unread.join(", ")));
    }
    if project.config.privacy.consent == Consent::Required {
        println!("The profile is shown as soon as the person agrees: add `consent:` with the day.");
    }
    println!("See what is to be done:  vakwerk check {}", arguments.dir.display());
    Exit::Published
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: a file that the user names is read")]
fn read(path: &Path) -> Result<serde_json::Value, String> {
    let size = path.metadata().map_err(|error| error.to_string())?.len();
    if size > MOST_BYTES {
        return Err(format!("it has {size} bytes; a CV has at most {MOST_BYTES}"));
    }
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    serde_json::from_slice(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)).map_err(|error| error.to_string())
}

fn front_matter(draft: &impl Serialize) -> String {
    let yaml = serde_yaml::to_string(draft).expect("a draft is plain data");
    format!("---\n{yaml}---\n")
}
