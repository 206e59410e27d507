//! `vakwerk nudge`

mod due;
mod letter;
mod state;

pub(super) use state::forget;

use super::exit::Exit;
use super::out::{eprintln, println};
use super::reports::causes::Grouping;
use super::reports::terminal;
use super::words::{Speech, Tongue};
use crate::base::{Date, EntryKind, Language, email, printable, put_in_folder};
use crate::config::{Overrides, Project, ShelfLife};
use crate::edition::Review;
use crate::memo::Memo;
use crate::output::resolved;
use crate::pipeline;
use crate::source::WHOLE;
use clap::Args;
use due::Due;
use letter::Sender;
use state::Letters;
use std::path::{Path, PathBuf};

/// Write a letter to each member whose profile grows old, as files; nothing is sent
///
/// A letter goes to everybody whose profile may be seen, has a mail address, and was neither
/// changed nor confirmed nor written to for so long (`nudge: { every: 6m }`), and to those of whose
/// topics one is about to pass. It is written in their language (English or Dutch), as a file that
/// mail programs open (`NAME.eml`). Who was written to is kept in `vakwerk.nudged`, so that nobody
/// gets a second letter.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder of the site
    #[arg(short = 'C', value_name = "DIR", default_value = ".")]
    dir: PathBuf,
    /// The folder of the letters, outside what is published
    #[arg(short, long, value_name = "DIR", required_unless_present = "dry_run")]
    out: Option<PathBuf>,
    /// Say who would be written to, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// The address under which the site stands, instead of the one in vakwerk.yaml
    #[arg(long, value_name = "URL", value_parser = crate::config::given_address)]
    base_url: Option<String>,
    /// The day that counts as today: 2026-03-14
    #[arg(long, value_parser = super::common::day)]
    date: Option<Date>,
    #[command(flatten)]
    speech: Speech,
}

/// Somebody who is to be written to.
struct Receiver<'a> {
    review: &'a Review,
    email: &'a str,
    tongue: Tongue,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let tongue = arguments.speech.tongue();
    let base_url = arguments.base_url.clone();
    let overrides = Overrides { base_url, date: arguments.date, ..Overrides::default() };
    let opened = Project::open(&arguments.dir, overrides);
    let Some(project) = opened.value else {
        terminal::print_as(&arguments.dir, &opened.notes, Grouping::Causes, tongue);
        return Exit::NotPublished;
    };
    let notes = terminal::about(&opened.notes, "nudge");
    terminal::print_as(&project.root, &notes, Grouping::Causes, tongue);
    let Some(from) = project.config.nudge.from.clone() else {
        eprintln!("{}", tongue.say("nudge.no_sender", &[]));
        return Exit::Usage;
    };
    let ShelfLife::Months(every) = project.config.nudge.every else {
        eprintln!("{}", tongue.say("nudge.nobody", &[]));
        return Exit::Published;
    };
    let out = arguments.out.as_deref();
    if let Some(out) = out.filter(|out| is_published_with(out, &project.root)) {
        let out = out.display().to_string();
        eprintln!("{}", tongue.say("nudge.published", &[("out", &out)]));
        return Exit::Usage;
    }
    let mut letters = match Letters::read(&project.root) {
        Ok(letters) => letters,
        Err(problem) => {
            eprintln!("error: {problem}");
            return Exit::NotPublished;
        }
    };
    let reviewed = pipeline::review(&project, &Memo::forgetful()).value;
    let receivers =
        receivers(&reviewed.experts, &letters, (reviewed.date, every), &project, tongue);
    if arguments.dry_run {
        tell_dry(&receivers, tongue);
        return Exit::Published;
    }
    let Some(out) = out.filter(|_| !receivers.is_empty()) else {
        println!("{}", tongue.say("nudge.nobody", &[]));
        return Exit::Published;
    };
    let sender = Sender { project: &project, from: &from, date: reviewed.date, every };
    if let Err((path, error)) = write_all(&sender, &receivers, out, &mut letters) {
        let with = [("file", &*path.display().to_string()), ("why", &error.to_string())];
        eprintln!("{}", tongue.say("nudge.unwritten", &with));
        return Exit::NotPublished;
    }
    let with = [("out", &*out.display().to_string())];
    println!("{}", tongue.count_with("nudge.letters", receivers.len(), &with));
    Exit::Published
}

/// Writes every letter, and who was written to.
///
/// # Errors
/// The file that cannot be written, and why.
fn write_all(
    sender: &Sender<'_>,
    receivers: &[Receiver<'_>],
    out: &Path,
    letters: &mut Letters,
) -> Result<(), (PathBuf, std::io::Error)> {
    for receiver in receivers {
        let path = out.join(format!("{}.eml", receiver.review.slug));
        let letter = sender.letter(receiver);
        letter.and_then(|letter| put_in_folder(&path, &letter)).map_err(|error| (path, error))?;
        letters.note(&receiver.review.slug, sender.date);
    }
    // Who is remembered as written to although no letter stands would never get one; so this is
    // last.
    let kept = letters.keep(&sender.project.root, sender.date, sender.every);
    kept.map_err(|error| (Letters::FILE.into(), error))
}

/// Those who are to be written to; says how many are not, and why.
fn receivers<'a>(
    experts: &'a [(Review, Option<String>)],
    letters: &Letters,
    (today, every): (Date, u32),
    project: &Project,
    tongue: Tongue,
) -> Vec<Receiver<'a>> {
    let (mut receivers, mut lately, mut well) = (Vec::new(), 0, 0);
    for (review, email) in experts {
        match due::of(review, letters.last(&review.slug), today, every) {
            Due::Lately => lately += 1,
            Due::Well => well += 1,
            Due::Now => {
                let Some(email) = email.as_deref().filter(|email| can_be_written_to(email)) else {
                    let with =
                        [("name", &*printable(&review.name)), ("file", &*printable(&review.file))];
                    eprintln!("{}", tongue.say("nudge.no_address", &with));
                    continue;
                };
                let tongue = tongue_of(review, &project.config.languages);
                receivers.push(Receiver { review, email, tongue });
            }
        }
    }
    let every = format!("{every}m");
    for (key, number) in [("nudge.lately", lately), ("nudge.well", well)] {
        if number > 0 {
            eprintln!("{}", tongue.count_with(key, number, &[("every", &every)]));
        }
    }
    receivers
}

fn tell_dry(receivers: &[Receiver<'_>], tongue: Tongue) {
    if receivers.is_empty() {
        println!("{}", tongue.say("nudge.nobody", &[]));
        return;
    }
    println!("{}", tongue.count("nudge.would", receivers.len()));
    for Receiver { review, email, tongue } in receivers {
        println!("  {} <{}> ({})", printable(&review.name), printable(email), tongue.tag());
    }
}

/// Whether a letter reaches an address: those with letters beyond ASCII need what few mail
/// programs do.
fn can_be_written_to(address: &str) -> bool {
    email::is_address(address) && address.is_ascii()
}

/// The language in which somebody is written to: the one that they speak best, among those of the
/// site first.
fn tongue_of(review: &Review, languages: &[Language]) -> Tongue {
    let site = languages.iter().find_map(Tongue::of).unwrap_or(Tongue::English);
    let spoken = review.speaks.iter().filter_map(|spoken| {
        let level = spoken.level.as_deref().unwrap_or("native");
        Some((Tongue::of(&spoken.tag)?, level.to_owned()))
    });
    // Who names no level speaks it as their own: `native` comes behind `A1` to `C2`.
    let best = spoken.rev().max_by_key(|(tongue, level)| (level.clone(), *tongue == site));
    best.map_or(site, |(tongue, _)| tongue)
}

/// Whether what stands in the folder `out` would be published with the site in `root`, or read as a
/// part of it.
fn is_published_with(out: &Path, root: &Path) -> bool {
    let real = resolved(out);
    if real.ancestors().any(|folder| folder.join(".vakwerk-manifest").exists()) {
        return true;
    }
    let Ok(inside) = real.strip_prefix(root) else { return false };
    let Some(top) = inside.components().next() else { return true };
    let top = top.as_os_str().to_string_lossy().to_lowercase();
    WHOLE.contains(&&*top) || EntryKind::of_folder(&top).is_some() || top == "public"
}
