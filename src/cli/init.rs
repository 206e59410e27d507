//! `vakwerk init`

use super::exit::Exit;
use super::init_questions::{self, Wishes};
use super::workflow::Forge;
use super::{editor, scaffold};
use crate::base::Language;
use crate::config::{Overrides, Project};
use crate::theme;
use anstream::{eprintln, println};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Start a site in a new folder
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder; it is made when it does not exist
    dir: PathBuf,
    /// One expert's site, or the directory of a network; asked on a terminal, else portfolio
    #[arg(long, value_enum)]
    kind: Option<Kind>,
    /// The language that you write in; asked on a terminal, else en
    #[arg(long)]
    lang: Option<Language>,
    /// The name of the expert or of the network; asked on a terminal
    #[arg(long)]
    name: Option<String>,
    /// Ask nothing
    #[arg(long)]
    yes: bool,
    /// Add the workflow that checks, builds and publishes the site where its repository is hosted;
    /// in a folder that holds a site already, nothing else is written
    #[arg(long, value_enum, value_name = "FORGE")]
    ci: Option<Forge>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Kind {
    /// One expert's site
    Portfolio,
    /// The directory of a network
    Network,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    // A configuration that cannot be read is one of a site as well.
    let is_site = || {
        arguments.dir.join("vakwerk.yaml").exists()
            || Project::open(&arguments.dir, Overrides::default()).value.is_some()
    };
    let only_workflow = arguments.ci.is_some() && is_site();
    let wishes = match wishes(arguments, only_workflow) {
        Ok(wishes) => wishes,
        Err(error) => {
            eprintln!("error: nobody answers ({error}); give --kind and --lang, or --yes");
            return Exit::Usage;
        }
    };
    let mut files = if only_workflow { Vec::new() } else { site(&wishes) };
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
    if !known.iter().any(|tag| tag == wishes.language.primary()) {
        let (tag, dir) = (wishes.language.primary(), arguments.dir.display());
        println!(
            "\nThe interface has no such language as {tag} ({}); until then its words are English.\n\
             Write them with:  vakwerk theme eject {tag}.yaml -C {dir}   and translate strings/{tag}.yaml.",
            known.join(", ")
        );
    }
    println!("\nSee it with:  vakwerk serve {}", arguments.dir.display());
    Exit::Published
}

/// What the site begins with: as it was said, and asked where somebody is there who said nothing.
fn wishes(arguments: &Arguments, only_workflow: bool) -> std::io::Result<Wishes> {
    let Arguments { kind, lang, name, yes, .. } = arguments;
    let is_said = kind.is_some() || lang.is_some() || name.is_some();
    if only_workflow || is_said || *yes || !init_questions::is_somebody_there() {
        return Ok(Wishes {
            kind: kind.unwrap_or(Kind::Portfolio),
            language: lang.clone().unwrap_or(Language::english()),
            name: name.clone(),
            look: None,
        });
    }
    init_questions::ask(&mut std::io::stdin().lock(), &mut std::io::stderr())
}

/// The files of a new site.
fn site(wishes: &Wishes) -> Vec<(String, String)> {
    let name = wishes.name.as_deref();
    let mut files = match wishes.kind {
        Kind::Portfolio => scaffold::portfolio(name, &wishes.language),
        Kind::Network => scaffold::network(name, &wishes.language),
    };
    if let (Some(look), Some((_, config))) = (wishes.look, files.first_mut()) {
        config.push_str(&format!("theme: {{ preset: {look} }}\n"));
    }
    files.push((".gitignore".to_owned(), "/public/\n/.vakwerk/\n".to_owned()));
    files.extend(editor::files());
    files
}
