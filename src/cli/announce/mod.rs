//! `vakwerk announce`

mod known;
mod pages;
mod words;

use super::common::SiteOptions;
use super::exit::Exit;
use super::out::{eprintln, println};
use super::reports::terminal::{self, about};
use crate::config::Project;
use crate::external::{Announcer, MOST_AT_ONCE, Reach};
use crate::pipeline;
use clap::Args;
use known::Known;
use pages::{Published, published, text_in};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use words::Passing;

/// Tell search engines which pages changed (IndexNow), after the site was published
///
/// Told of are pages that `vakwerk build --changes FILE` names, that stand in the sitemap under
/// their own address, and of which the words changed: not those of which only the freshness is
/// another, and nobody who left. Wants `indexnow: KEY` in vakwerk.yaml; before anything is said it
/// looks whether the site that stands has that key.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    site: SiteOptions,
    /// The file that `vakwerk build --changes` wrote
    #[arg(long, value_name = "FILE")]
    changes: PathBuf,
    /// The output folder that was published [default: DIR/public]
    #[arg(short, long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Print the addresses, ask nobody and remember nothing
    #[arg(long)]
    dry_run: bool,
    /// Whom to tell
    #[arg(long, value_name = "URL", default_value = "https://api.indexnow.org/indexnow")]
    endpoint: String,
    /// Ask machines inside one's own network too
    #[arg(long)]
    private_hosts: bool,
}

/// Forgets what pages said, when somebody leaves.
///
/// # Errors
/// What the system says.
pub(super) fn forget(root: &Path) -> std::io::Result<()> {
    Known::forget(root)
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let (project, notes) = arguments.site.open();
    let Some(project) = project else {
        terminal::print(&arguments.site.dir, &notes);
        return Exit::NotPublished;
    };
    terminal::print(&project.root, &about(&notes, "indexnow"));
    match announce(arguments, &project) {
        Ok(()) => Exit::Published,
        Err((problem, exit)) => {
            eprintln!("error: {problem}");
            exit
        }
    }
}

fn announce(arguments: &Arguments, project: &Project) -> Result<(), (String, Exit)> {
    let usage = |problem: &str| (problem.to_owned(), Exit::Usage);
    let config = &project.config;
    let key = config.indexnow.as_deref().ok_or_else(|| {
        usage("the site has no key; write `indexnow: KEY` in vakwerk.yaml, of 8 to 128 letters and digits of your own")
    })?;
    let base_url = config.base_url.as_deref().ok_or_else(|| {
        usage("the site does not know its own address; write `base_url:` in vakwerk.yaml, or give --base-url")
    })?;
    let out = arguments.out.clone().unwrap_or_else(|| arguments.site.dir.join("public"));
    let changed = changed(&arguments.changes).map_err(|problem| (problem, Exit::Usage))?;
    let passing = Passing::of(&pipeline::theme(project).value);
    let all =
        published(&out, base_url, &passing).map_err(|problem| (problem, Exit::NotPublished))?;
    let mut known = Known::open(&project.root);
    let news = news(&all, &changed, &mut known);
    let urls: Vec<&str> = news.iter().map(|page| page.url.as_str()).collect();
    if arguments.dry_run {
        for url in &urls {
            println!("{url}");
        }
        return Ok(());
    }
    let reach = if arguments.private_hosts { Reach::Everywhere } else { Reach::Public };
    let announcer = Announcer { endpoint: &arguments.endpoint, base_url, key, reach };
    if !urls.is_empty() {
        announcer.find_key().map_err(|problem| (problem, Exit::NotPublished))?;
        for some in urls.chunks(MOST_AT_ONCE) {
            announcer.tell(some).map_err(|problem| (problem, Exit::NotPublished))?;
        }
    }
    let word = if urls.len() == 1 { "address" } else { "addresses" };
    eprintln!("{} {word} told to {}", urls.len(), arguments.endpoint);
    // Without that memory pages are told of again; that is no fault of this run.
    if known.save(&project.root).is_err() {
        eprintln!("what was told cannot be remembered in {}", Known::FILE);
    }
    Ok(())
}

/// The outputs that a build wrote anew, by its list.
fn changed(file: &Path) -> Result<BTreeSet<String>, String> {
    let (shown, text) = (file.display(), text_in(file)?);
    let mut written = BTreeSet::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        match line.split_once(' ') {
            Some(("+", path)) => {
                written.insert(path.to_owned());
            }
            // Who is gone is not told of: nobody is pointed at those who left.
            Some(("-", _)) => {}
            _ => {
                return Err(format!(
                    "{shown} is no list of changes; write one with `vakwerk build --changes {shown}`"
                ));
            }
        }
    }
    Ok(written)
}

/// The pages whose words changed. What all pages say is noted in `known`, for the next time.
fn news<'a>(
    all: &'a [Published],
    changed: &BTreeSet<String>,
    known: &mut Known,
) -> Vec<&'a Published> {
    let before = std::mem::take(known);
    let mut news = Vec::new();
    for page in all {
        let is_changed = changed.contains(&page.path);
        match before.of(&page.url) {
            // A change that this list does not name is told of with the list that does.
            Some(earlier) if earlier == page.words || !is_changed => {
                known.note(&page.url, earlier);
            }
            _ => {
                if is_changed {
                    news.push(page);
                }
                known.note(&page.url, page.words);
            }
        }
    }
    news
}
