//! The command line: one file or folder per command.

mod announce;
mod audit;
mod build;
mod check;
mod cms;
mod common;
mod completeness;
mod cv;
mod diff;
mod digest;
mod doctor;
mod editor;
mod erasure;
mod exit;
mod explain;
mod export;
mod external;
mod forget;
mod import;
mod init;
mod init_questions;
mod insight;
mod intake;
mod manual;
mod matching;
mod members;
mod new;
mod nudge;
mod out;
mod pdf_text;
mod places;
mod progress;
mod reports;
mod rows;
mod scaffold;
mod schema;
mod search;
mod serve;
mod theme;
mod theme_check;
mod words;
mod workflow;

use crate::base::Allowance;
use clap::{CommandFactory, Parser, Subcommand};
use std::ffi::OsString;
use std::process::ExitCode;

pub use exit::Exit;

/// Sites of experts and directories of networks of experts, built from plain files in Git.
#[derive(Debug, Parser)]
#[command(name = "vakwerk", version, max_term_width = 100, after_help = AFTER)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const AFTER: &str = "\
Exit status: 0 published, 1 not published, 2 wrong usage, 3 published but something was held back.

Ten minutes to a site of your own:
  vakwerk init my-site --kind portfolio
  vakwerk serve my-site";

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the site into a folder
    Build(build::Arguments),
    /// Show the site while you write; every save shows at once
    Serve(serve::Arguments),
    /// Do everything but writing, and say what is wrong
    Check(check::Arguments),
    /// Who fits a question that is not a file, every term of the score shown
    Match(matching::Arguments),
    /// What the network can do, what hangs on one person, what is about to pass, who is alone
    Insight(insight::Arguments),
    /// Find people, projects and topics by words, as the search page of the site does
    Search(search::Arguments),
    /// Write what the site knows for other programs
    Export(export::Arguments),
    /// Write somebody's CV as PDF or plain text
    Cv(cv::Arguments),
    /// Start a site in a new folder
    Init(init::Arguments),
    /// Start an entry: a file with the keys explained
    New(new::Arguments),
    /// Make a profile of a CV that was written elsewhere
    Import(import::Arguments),
    /// Take in a profile that somebody sent with the form, and write its file
    Intake(intake::Arguments),
    /// Tell what came to the network since a day: people, requests, projects, groups, news, events
    Digest(digest::Arguments),
    /// Tell search engines which pages changed (IndexNow), after the site was published
    Announce(announce::Arguments),
    /// Write a letter to each member whose profile grows old, as files; nothing is sent
    Nudge(nudge::Arguments),
    /// Members whose profiles live in repositories of their own: add, update, list, verify, remove
    Members(members::Arguments),
    /// Say in words what differs between two versions of a profile, a portfolio or a network
    Diff(diff::Arguments),
    /// Remove a person at their wish, and list what lies outside the site's folder
    Forget(forget::Arguments),
    /// Prove that nothing of a person is left in an output
    Audit(audit::Arguments),
    /// Which towns of a site are known, and which may be several
    Places(places::Arguments),
    /// See, check, copy out and start themes
    Theme(theme::Arguments),
    /// Write the configuration of a content management system for a site
    Cms(cms::Arguments),
    /// Print the JSON Schema of an entry or of vakwerk.yaml, for editors and validators
    Schema(schema::Arguments),
    /// Explain a code of a message, or list all codes
    Explain(explain::Arguments),
    /// Say what of this machine and of a site's folder stands in the way, and what to do
    Doctor(doctor::Arguments),
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Write the manual pages, and completions for every shell, into a folder, for packages
    Manual(manual::Arguments),
}

/// The arguments, in which the value of an option that may stand without one is tied to it:
/// `--allow-held-back 2%`. A folder behind it stays a folder.
fn with_values(arguments: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut tied: Vec<OsString> = Vec::new();
    for argument in arguments {
        let is_value = argument.to_str().is_some_and(|text| text.parse::<Allowance>().is_ok());
        match tied.last_mut() {
            Some(last)
                if is_value && (last == "--allow-held-back" || last == "--allow-removal") =>
            {
                last.push("=");
                last.push(argument);
            }
            _ => tied.push(argument),
        }
    }
    tied
}

/// Runs the command that `arguments` name, the program's own name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = with_values(arguments);
    if arguments.get(1).is_some_and(|first| first == pdf_text::APART) {
        return out::ended(pdf_text::run()).into();
    }
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            let text = error.render().ansi().to_string();
            if error.use_stderr() {
                out::complain(format_args!("{text}"));
                return Exit::Usage.into();
            }
            out::say(format_args!("{text}"));
            return out::ended(Exit::Published).into();
        }
    };
    let exit = match cli.command {
        Command::Build(arguments) => build::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Match(arguments) => matching::run(&arguments),
        Command::Insight(arguments) => insight::run(&arguments),
        Command::Search(arguments) => search::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Intake(arguments) => intake::run(&arguments),
        Command::Announce(arguments) => announce::run(&arguments),
        Command::Digest(arguments) => digest::run(&arguments),
        Command::Nudge(arguments) => nudge::run(&arguments),
        Command::Members(arguments) => members::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Forget(arguments) => forget::run(&arguments),
        Command::Audit(arguments) => audit::run(&arguments),
        Command::Cv(arguments) => cv::run(&arguments),
        Command::Places(arguments) => places::run(&arguments),
        Command::Theme(arguments) => theme::run(&arguments),
        Command::Cms(arguments) => cms::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Doctor(arguments) => doctor::run(&arguments),
        Command::Manual(arguments) => manual::run(&arguments, Cli::command()),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "vakwerk", &mut script);
            out::print!("{}", String::from_utf8_lossy(&script));
            Exit::Published
        }
    };
    out::ended(exit).into()
}
