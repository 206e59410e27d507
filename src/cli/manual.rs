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
    command = command.disable_help_subcommand(true);
    command.build();
    pages(&man, "vakwerk", &command)
}

/// One page for a command, and one for each below it.
#[expect(clippy::disallowed_methods, reason = "the outer ring: the manual is written here")]
fn pages(dir: &Path, name: &str, command: &Command) -> io::Result<()> {
    for below in command.get_subcommands().filter(|below| below.get_name() != "help") {
        pages(dir, &format!("{name}-{}", below.get_name()), below)?;
    }
    std::fs::write(dir.join(format!("{name}.1")), page(name, command)?)
}

fn page(name: &str, command: &Command) -> io::Result<Vec<u8>> {
    let version = env!("CARGO_PKG_VERSION");
    let mut command = command.clone().display_name(name).version(version);
    let usage = command.render_usage().to_string();
    let man = clap_mangen::Man::new(command.clone())
        .title(name.to_uppercase())
        .source(format!("vakwerk {version}"))
        .manual("Vakwerk");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    page.extend(synopsis(&usage).into_bytes());
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if command.get_subcommands().next().is_some() {
        man.render_subcommands_section(&mut page)?;
    }
    if command.get_after_help().is_some() || command.get_after_long_help().is_some() {
        man.render_extra_section(&mut page)?;
    }
    Ok(page)
}

/// How the command is called, as `--help` says it: the library leaves out what options want.
fn synopsis(usage: &str) -> String {
    let usage = usage.trim_start_matches("Usage:").trim();
    let lines = usage.lines().map(|line| line.trim().replace('\\', "\\e").replace('-', "\\-"));
    format!(".SH SYNOPSIS\n{}\n", lines.collect::<Vec<_>>().join("\n.br\n"))
}
