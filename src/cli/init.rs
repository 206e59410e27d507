//! `vakwerk init`

use super::exit::Exit;
use super::workflow::Forge;
use super::{editor, scaffold};
use crate::base::Language;
use crate::theme;
use anstream::{eprintln, println};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Start a site in a new folder
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder; it is made when it does not exist
    dir: PathBuf,
    /// One expert's site, or the directory of a network
    #[arg(long, value_enum, default_value_t = Kind::Portfolio)]
    kind: Kind,
    /// The language that you write in
    #[arg(long, default_value = "en")]
    lang: Language,
    /// Add the workflow that checks, builds and publishes the site where its repository is hosted;
    /// in a folder that holds a site already, nothing else is written
    #[arg(long, value_enum, value_name = "FORGE")]
    ci: Option<Forge>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// One expert's site
    Portfolio,
    /// The directory of a network
    Network,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let is_site = ["vakwerk.yaml", "profile.md", "profile.yaml", "experts"];
    let only_workflow =
        arguments.ci.is_some() && is_site.iter().any(|name| arguments.dir.join(name).exists());
    let mut files = if only_workflow { Vec::new() } else { site(arguments) };
    files.extend(arguments.ci.map(Forge::file));
    let paths: Vec<PathBuf> = files.iter().map(|(path, _)| arguments.dir.join(path)).collect();
    if let Some(taken) = paths.iter().find(|path| path.exists()) {
        eprintln!("error: {} exists already; nothing was changed", taken.display());
        return Exit::Usage;
    }
    for (path, (_, text)) in paths.iter().zip(&files) {
        if let Err(error) = scaffold::write(path, text) {
            eprintln!("error: {} cannot be written: {error}", path.display());
            return Exit::NotPublished;
        }
        if !path.components().any(|part| part.as_os_str() == ".vscode") {
            println!("wrote {}", path.display());
        }
    }
    if only_workflow {
        return Exit::Published;
    }
    println!(
        "wrote {} (settings and schemas for editors)",
        arguments.dir.join(".vscode").display()
    );
    let known = theme::interface_languages();
    if !known.iter().any(|tag| tag == arguments.lang.primary()) {
        let (tag, dir) = (arguments.lang.primary(), arguments.dir.display());
        println!(
            "\nThe interface has no such language as {tag} ({}); until then its words are English.\n\
             Write them with:  vakwerk theme eject {tag}.yaml -C {dir}   and translate strings/{tag}.yaml.",
            known.join(", ")
        );
    }
    println!("\nSee it with:  vakwerk serve {}", arguments.dir.display());
    Exit::Published
}

/// The files of a new site.
fn site(arguments: &Arguments) -> Vec<(String, String)> {
    let mut files = match arguments.kind {
        Kind::Portfolio => scaffold::portfolio(&arguments.lang),
        Kind::Network => scaffold::network(&arguments.lang),
    };
    files.push((".gitignore".to_owned(), "/public/\n/.vakwerk/\n".to_owned()));
    files.extend(editor::files());
    files
}
