//! `vakwerk doctor`

use super::exit::Exit;
use super::out::println;
use crate::base::Consequence;
use crate::config::{Overrides, Project};
use crate::git::{History, Question, Via, ask, history};
use clap::Args;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io};

/// Say what of this machine and of a site's folder stands in the way, and what to do
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder of the site
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// The output folder [default: DIR/public]
    #[arg(short, long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Bytes that have to fit: less than the smallest site.
const ROOM: usize = 256 * 1024;

/// What was found.
enum Finding {
    /// It is as it should be.
    Well(String),
    /// Something works less well, and what to do.
    Amiss(String, String),
    /// Nothing can be built, and what to do.
    Stops(String, String),
}

use Finding::{Amiss, Stops, Well};

pub(super) fn run(arguments: &Arguments) -> Exit {
    let dir = &arguments.dir;
    let out = arguments.out.clone().unwrap_or_else(|| dir.join("public"));
    println!(
        "vakwerk {} for {}-{}",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::ARCH,
        std::env::consts::OS
    );
    let found = [
        site(dir),
        writable("the output folder", &out),
        writable("the cache", &dir.join(".vakwerk")),
        git(),
        commits(dir),
        watching(dir),
        Well(
            "letters for pages and pictures are in the program; no font of this machine is needed"
                .into(),
        ),
    ];
    let mut exit = Exit::Published;
    for finding in &found {
        match finding {
            Well(what) => println!("  well   {what}"),
            Amiss(what, help) => println!("  amiss  {what}\n         {help}"),
            Stops(what, help) => {
                println!("  stops  {what}\n         {help}");
                exit = Exit::NotPublished;
            }
        }
    }
    exit
}

/// Whether there is a site.
fn site(dir: &Path) -> Finding {
    if let Err(error) = list(dir) {
        let what = format!("the folder {} cannot be read: {error}", dir.display());
        return Stops(what, "name the folder of a site, or start one with `vakwerk init`".into());
    }
    let opened = Project::open(dir, Overrides::default());
    if opened.value.is_some() {
        return Well(format!("a site is in {}", dir.display()));
    }
    let why = opened.notes.into_iter().find(|note| note.consequence == Consequence::NotPublished);
    let (why, help) = why.map(|note| (note.message, note.help)).unwrap_or_default();
    let what = format!("{} holds no site that can be built: {why}", dir.display());
    Stops(what, help.unwrap_or_default())
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: the machine is looked at here")]
fn list(dir: &Path) -> io::Result<fs::ReadDir> {
    fs::read_dir(dir)
}

/// Whether files can be written into a folder, or into the one in which it would be made.
fn writable(what: &str, folder: &Path) -> Finding {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let there = absolute.ancestors().find(|folder| folder.exists());
    let tried = there.map_or_else(
        || Err(io::Error::from(io::ErrorKind::NotFound)),
        |there| {
            let mut file =
                tempfile::Builder::new().prefix(".vakwerk-doctor-").tempfile_in(there)?;
            // An empty file fits on a full disk.
            file.write_all(&vec![1; ROOM])?;
            file.as_file().sync_all()
        },
    );
    match tried {
        Ok(()) => Well(format!("{what} can be written ({})", folder.display())),
        Err(error) => Stops(
            format!("{what} {} cannot be written: {error}", folder.display()),
            "give yourself the right to write there, free room on the disk, or build with `-o` elsewhere".into(),
        ),
    }
}

/// Whether Git is there.
fn git() -> Finding {
    let question = Question {
        arguments: &["--version"],
        repository: None,
        environment: Vec::new(),
        input: None,
        via: Via::Files,
        time: Duration::from_secs(10),
        bytes: 4096,
        growth: None,
    };
    match ask(question) {
        Ok(said) => {
            Well(format!("Git is here ({})", String::from_utf8_lossy(&said).trim()))
        }
        Err(error) => Amiss(
            format!("Git does not answer: {}", error.into_words()),
            "install it (https://git-scm.com) for days of changes and for members' repositories; all else works without".into(),
        ),
    }
}

/// Whether the days of the last changes are known.
fn commits(dir: &Path) -> Finding {
    let root = dir.canonicalize().unwrap_or_else(|_| dir.to_owned());
    match history(&root) {
        History::Log(_) => Well("the days of changes come from the history of the repository".into()),
        History::None => Amiss(
            "the site is in no repository: pages do not say when they were changed".into(),
            "write `updated:` in entries, or keep the site in Git".into(),
        ),
        History::Shallow => Amiss(
            "the repository has not all of its history: pages do not say when they were changed".into(),
            "fetch the rest with `git fetch --unshallow`; in CI, fetch-depth: 0 or GIT_DEPTH: \"0\"".into(),
        ),
        History::Unread(why) => Amiss(
            format!("the history of the repository cannot be read: {why}"),
            "pages do not say when they were changed; all else works without".into(),
        ),
    }
}

/// Whether the system tells of changes in so many folders.
fn watching(dir: &Path) -> Finding {
    const LIMIT: &str = "/proc/sys/fs/inotify/max_user_watches";
    let folders = walkdir::WalkDir::new(dir)
        .into_iter()
        .filter_entry(|entry| {
            !matches!(entry.file_name().to_str(), Some(".git" | ".vakwerk" | "public"))
        })
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_dir())
        .count();
    match limit(Path::new(LIMIT)) {
        Some(most) if folders >= most => Amiss(
            format!(
                "the site has {folders} folders, and this system tells of changes in {most} at most"
            ),
            format!("raise {LIMIT}, or start `vakwerk serve --poll`"),
        ),
        _ => Well(format!("changes in {folders} folders can be watched by `vakwerk serve`")),
    }
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: the machine is looked at here")]
fn limit(file: &Path) -> Option<usize> {
    fs::read_to_string(file).ok()?.trim().parse().ok()
}
