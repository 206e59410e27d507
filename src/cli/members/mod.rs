//! `vakwerk members`

mod edit;
mod refresh;

use super::common::AnswerFormat;
use super::exit::Exit;
use super::out::{eprintln, println};
use super::reports::terminal;
use crate::base::{Checked, Diagnostic, Level, slug::slug};
use crate::config::{Member, Origin, Overrides, Project};
use crate::member::{Aim, Outcome, State, verify};
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};

pub(super) use refresh::{notes, refresh};

/// Members whose profiles live in repositories of their own
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// The folder of the site
    #[arg(short = 'C', value_name = "DIR", default_value = ".", global = true)]
    dir: PathBuf,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Name a member in vakwerk.yaml and fetch it
    Add(edit::Added),
    /// Fetch what is new, and write into vakwerk.lock what the site is built from
    Update {
        /// Only these: a part of the address, or the slug; all without
        members: Vec<String>,
        /// Fetch exactly what vakwerk.lock names
        #[arg(long)]
        locked: bool,
    },
    /// Show the members and the commits that the site is built from
    List {
        /// For whom the list is written
        #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
        format: AnswerFormat,
    },
    /// Look whether what is here is what vakwerk.lock names, byte for byte; asks no network
    Verify,
    /// Take a member out of vakwerk.yaml, of the lock and of the cache
    Remove {
        /// The address, the path or the slug, as it stands in vakwerk.yaml
        member: String,
    },
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let dir = &arguments.dir;
    match &arguments.command {
        Command::Add(added) => edit::add(dir, added),
        Command::Update { members, locked } => {
            let aim = if *locked { Aim::Locked } else { Aim::Newest };
            run_update(dir, aim, members)
        }
        Command::List { format } => run_list(dir, *format),
        Command::Verify => run_verify(dir),
        Command::Remove { member } => edit::remove(dir, member),
    }
}

/// Opens the site; what is wrong with its members is said.
fn open(dir: &Path) -> Result<(Project, Vec<Diagnostic>), Exit> {
    let Checked { value, notes } = Project::open(dir, Overrides::default());
    let Some(project) = value else {
        terminal::print(dir, &notes);
        return Err(Exit::NotPublished);
    };
    Ok((project, notes))
}

/// Whether a person who writes `words` means this member.
fn is_meant(member: &Member, words: &str) -> bool {
    let whole = match &member.origin {
        Origin::Folder(path) => path,
        Origin::Repository { url, .. } => url,
    };
    whole.trim_end_matches('/') == words.trim_end_matches('/')
        || member.slug.as_deref().is_some_and(|written| written == words || slug(written) == words)
        || member.cache_name() == words
}

fn run_update(dir: &Path, aim: Aim, members: &[String]) -> Exit {
    let (project, mut notes) = match open(dir) {
        Ok(opened) => opened,
        Err(exit) => return exit,
    };
    let wanted = |member: &Member| {
        members.is_empty()
            || members
                .iter()
                .any(|words| is_meant(member, words) || member.in_words().contains(words.as_str()))
    };
    if let Some(nobody) = members.iter().find(|words| {
        !project
            .config
            .members
            .iter()
            .any(|member| is_meant(member, words) || member.in_words().contains(words.as_str()))
    }) {
        eprintln!("error: no member is called `{nobody}`; `vakwerk members list` shows them");
        return Exit::Usage;
    }
    let update = match refresh(&project, aim, &wanted) {
        Ok(update) => update,
        Err(problem) => {
            eprintln!("error: {problem}");
            return Exit::NotPublished;
        }
    };
    let refused = notes.iter().filter(|note| note.level == Level::Error).count();
    notes.extend(self::notes(&update));
    terminal::print(&project.root, &notes);
    let count = |which: fn(&Outcome) -> bool| {
        update.members.iter().filter(|(_, outcome)| which(outcome)).count()
    };
    for (member, outcome) in &update.members {
        let commit = update.lock.get(member).map(|locked| &locked.commit[..10]).unwrap_or_default();
        match outcome {
            Outcome::Added { .. } => println!("added    {} at {commit}", member.in_words()),
            Outcome::Changed { from, .. } => {
                println!(
                    "changed  {} from {} to {commit}",
                    member.in_words(),
                    from.get(..10).unwrap_or(from)
                );
            }
            Outcome::Same | Outcome::Failed { .. } => {}
        }
    }
    let failed = count(|outcome| matches!(outcome, Outcome::Failed { .. }));
    let all = update.members.len();
    println!(
        "{all} {}: {} added, {} changed, {} as before, {failed} not reached{}",
        if all == 1 { "member" } else { "members" },
        count(|outcome| matches!(outcome, Outcome::Added { .. })),
        count(|outcome| matches!(outcome, Outcome::Changed { .. })),
        count(|outcome| matches!(outcome, Outcome::Same)),
        if refused > 0 { format!(", {refused} refused") } else { String::new() },
    );
    if failed + refused > 0 { Exit::HeldBack } else { Exit::Published }
}

impl State {
    fn in_words(self) -> &'static str {
        match self {
            Self::Folder => "folder",
            Self::Locked => "locked",
            Self::Unlocked => "unlocked",
            Self::Missing => "missing",
            Self::Altered => "altered",
        }
    }
}

type Standing = Vec<(Member, Option<String>, State)>;

fn standing(dir: &Path) -> Result<Standing, Exit> {
    let (project, notes) = open(dir)?;
    terminal::print(&project.root, &notes);
    verify(&project).map_err(|problem| {
        eprintln!("error: {problem}");
        Exit::NotPublished
    })
}

fn run_list(dir: &Path, format: AnswerFormat) -> Exit {
    let members = match standing(dir) {
        Ok(members) => members,
        Err(exit) => return exit,
    };
    if format == AnswerFormat::Json {
        let members = members.iter().map(|(member, commit, state)| {
            let (git, reference, path) = match &member.origin {
                Origin::Folder(path) => (None, None, Some(path)),
                Origin::Repository { url, reference } => (Some(url), reference.as_ref(), None),
            };
            serde_json::json!({
                "git": git, "ref": reference, "path": path, "folder": member.folder, "slug": member.slug,
                "commit": commit, "state": state.in_words(),
            })
        });
        let answer = serde_json::json!({ "version": 1, "members": members.collect::<Vec<_>>() });
        println!("{answer:#}");
        return Exit::Published;
    }
    for (member, commit, state) in &members {
        let commit = commit.as_deref().map_or("-", |commit| &commit[..10]);
        println!("{:9} {commit:10} {}", state.in_words(), member.in_words());
    }
    println!("{} members", members.len());
    Exit::Published
}

fn run_verify(dir: &Path) -> Exit {
    let members = match standing(dir) {
        Ok(members) => members,
        Err(exit) => return exit,
    };
    let mut wrong = 0;
    for (member, commit, state) in &members {
        let commit = commit.as_deref().map_or("", |commit| &commit[..10]);
        let what = match state {
            State::Folder | State::Locked => continue,
            State::Unlocked => "is not in vakwerk.lock; run `vakwerk members update`".to_owned(),
            State::Missing => {
                format!("is not here at commit {commit}; run `vakwerk members update --locked`")
            }
            State::Altered => format!(
                "was changed here; remove .vakwerk/members/{} and run `vakwerk members update --locked`",
                member.cache_name()
            ),
        };
        wrong += 1;
        eprintln!("error: {} {what}", member.in_words());
    }
    println!("{} members, {} as locked", members.len(), members.len() - wrong);
    if wrong > 0 { Exit::HeldBack } else { Exit::Published }
}
