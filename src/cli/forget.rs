//! `vakwerk forget`

use super::erasure::Erasure;
use super::exit::Exit;
use super::out::{eprintln, print, println};
use crate::config::{Kind, Overrides, Project};
use crate::pipeline;
use clap::Args;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;

/// Remove a person at their wish: show what will be removed, and remove it
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The slug of the expert: the last part of the profile's address
    slug: String,
    /// The folder of the site
    #[arg(short = 'C', value_name = "DIR", default_value = ".")]
    dir: PathBuf,
    /// Remove without asking
    #[arg(long)]
    yes: bool,
    /// Write down by what the person would be known again, for `vakwerk audit --markers`; delete
    /// the file afterwards
    #[arg(long, value_name = "FILE")]
    markers: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let Some(project) = Project::open(&arguments.dir, Overrides::default()).value else {
        eprintln!("error: {} holds no site; name its folder with -C", arguments.dir.display());
        return Exit::Usage;
    };
    if project.config.kind == Kind::Portfolio {
        eprintln!(
            "error: a portfolio is one person's; to forget the person, delete the folder and the site"
        );
        return Exit::Usage;
    }
    let (personal_data, forgotten) = pipeline::personal_data(&project, &arguments.slug);
    let Some(personal_data) = personal_data else {
        let known = if forgotten.person(&arguments.slug).is_some() {
            "was removed before"
        } else {
            "is not there"
        };
        eprintln!("error: the expert `{}` {known}", arguments.slug);
        return Exit::Usage;
    };
    let erasure = Erasure::of(&project, &personal_data);
    erasure.show();
    if !arguments.yes && !agreed() {
        println!("\nNothing was changed.");
        return Exit::Published;
    }
    let done = arguments
        .markers
        .as_deref()
        .map_or(Ok(()), |path| {
            super::scaffold::write(path, &format!("{}\n", personal_data.words.join("\n")))
        })
        .and_then(|()| erasure.carry_out(&project, forgotten, &personal_data.names));
    if let Err(error) = done {
        eprintln!("error: not everything could be removed: {error}; run the command again");
        return Exit::NotPublished;
    }
    let done = if erasure.removes() { "Removed." } else { "Remembered; no file was removed." };
    println!("\n{done} What is left to do:");
    erasure.rest(arguments.markers.as_deref());
    Exit::Published
}

/// Whether somebody at a terminal agrees; where there is none, nobody does.
fn agreed() -> bool {
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        println!("\nRun it again with --yes to remove this.");
        return false;
    }
    print!("\nRemove this? [y/N] ");
    let mut answer = String::new();
    std::io::stdout().flush().is_ok()
        && std::io::stdin().read_line(&mut answer).is_ok()
        && matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "j" | "ja")
}
