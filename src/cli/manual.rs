//! `vakwerk manual`

use super::exit::Exit;
use super::out::eprintln;
use clap::{Args, Command, ValueEnum};
use clap_complete::Shell;
use std::io;
use std::path::{Path, PathBuf};

/// Write the manual pages, and completions for every shell, into a folder, for packages
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder: `man/` and `completions/` are made in it
    dir: PathBuf,
}

pub(super) fn run(arguments: &Arguments, command: Command) -> Exit {
    match write(&arguments.dir, command) {
        Ok(()) => Exit::Published,
        Err(error) => {
            eprintln!("error: {} cannot be written: {error}", arguments.dir.display());
            Exit::NotPublished
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: the manual is written here")]
fn write(dir: &Path, mut command: Command) -> io::Result<()> {
    let (man, completions) = (dir.join("man"), dir.join("completions"));
    std::fs::create_dir_all(&man)?;
    std::fs::create_dir_all(&completions)?;
    for shell in Shell::value_variants() {
        clap_complete::generate_to(*shell, &mut command.clone(), "vakwerk", &completions)?;
    }
    command.build();
    pages(&man, "vakwerk", &command)
}

/// One page for a command, and one for each below it.
#[expect(clippy::disallowed_methods, reason = "the outer ring: the manual is written here")]
fn pages(dir: &Path, name: &str, command: &Command) -> io::Result<()> {
    for below in command.get_subcommands().filter(|below| below.get_name() != "help") {
        pages(dir, &format!("{name}-{}", below.get_name()), below)?;
    }
    let mut page = Vec::new();
    let command = command.clone().display_name(name).version(env!("CARGO_PKG_VERSION"));
    clap_mangen::Man::new(command).title(name.to_uppercase()).render(&mut page)?;
    std::fs::write(dir.join(format!("{name}.1")), page)
}
