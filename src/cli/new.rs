//! `vakwerk new`

use super::exit::Exit;
use super::out::{eprintln, println, typed};
use super::scaffold;
use crate::base::slug::slug;
use crate::base::tidy::single_spaced;
use crate::base::{EntryKind, Language};
use crate::config::{Kind, Overrides, Project};
use clap::Args;
use std::path::PathBuf;

/// Start an entry: a file with the keys explained
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// What the entry is about
    #[arg(value_enum)]
    entry: EntryKind,
    /// Its name or title, in quotes when it has spaces
    name: String,
    /// The folder of the site
    #[arg(short = 'C', value_name = "DIR", default_value = ".")]
    dir: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let name = single_spaced(&arguments.name);
    if name.is_empty() {
        eprintln!(
            "error: the name is empty; write it in quotes: vakwerk new expert \"Jan de Vries\""
        );
        return Exit::Usage;
    }
    let Some(project) = Project::open(&arguments.dir, Overrides::default()).value else {
        eprintln!(
            "error: {} holds no site; start one with `vakwerk init`, or name its folder with -C",
            arguments.dir.display()
        );
        return Exit::Usage;
    };
    if project.config.kind == Kind::Portfolio && arguments.entry == EntryKind::Expert {
        eprintln!(
            "error: a portfolio is one expert's site; a network holds several: `vakwerk init DIR --kind network`"
        );
        return Exit::Usage;
    }
    if project.config.kind == Kind::Portfolio && arguments.entry.is_of_network() {
        eprintln!(
            "error: nothing reads `{}/` in a portfolio; a network does: `vakwerk init DIR --kind network`",
            arguments.entry.folder()
        );
        return Exit::Usage;
    }
    let default: Language = project.config.languages[0].clone();
    let path = arguments.dir.join(arguments.entry.folder()).join(format!("{}.md", slug(&name)));
    if path.exists() {
        eprintln!("error: {} exists already; nothing was changed", path.display());
        return Exit::Usage;
    }
    if let Err(error) = scaffold::write(&path, &scaffold::entry(arguments.entry, &name, &default)) {
        eprintln!("error: {} cannot be written: {error}", path.display());
        return Exit::NotPublished;
    }
    println!(
        "wrote {}\nOpen it in your editor, and see it with:  vakwerk serve {}",
        path.display(),
        typed(&arguments.dir)
    );
    Exit::Published
}
