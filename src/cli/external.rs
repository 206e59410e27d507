//! `vakwerk check --external`

use super::progress;
use crate::base::{Checked, Diagnostic};
use crate::config::Project;
use crate::external::{self, Known, Reach};
use crate::memo::Memo;
use crate::pipeline;
use clap::Args;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

/// How addresses outside the site are asked.
#[derive(Debug, Args)]
pub(super) struct ExternalOptions {
    /// Ask addresses outside the site whether they answer
    #[arg(long)]
    pub external: bool,
    /// Where answers are remembered for a week [default: in the user's cache folder]
    #[arg(long, value_name = "FILE", requires = "external")]
    link_cache: Option<PathBuf>,
    /// How many seconds an answer may take
    #[arg(long, value_name = "SECONDS", default_value_t = 10, requires = "external")]
    link_timeout: u64,
    /// Ask machines inside one's own network too
    #[arg(long, requires = "external")]
    private_hosts: bool,
}

#[expect(
    clippy::disallowed_methods,
    reason = "the outer ring: answers are remembered by the day, in the user's folder"
)]
pub(super) fn check(project: &Project, options: &ExternalOptions) -> Vec<Diagnostic> {
    let day = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .map_or(0, |since| since.as_secs() / 86_400);
    let today = i64::try_from(day).unwrap_or_default();
    let file = options.link_cache.clone().or_else(|| {
        let cache = std::env::var("XDG_CACHE_HOME").map(PathBuf::from);
        let cache = cache
            .or_else(|_| std::env::var("HOME").map(|home| PathBuf::from(home).join(".cache")))
            .ok()?;
        Some(cache.join("vakwerk/links.json"))
    });
    let Checked { value: links, notes: mut all } = pipeline::outgoing(project, &Memo::forgetful());
    let mut known = file.as_deref().map(Known::open).unwrap_or_default();
    let bar = progress::counting(links.len(), "asking");
    let how = external::Options {
        timeout: Duration::from_secs(options.link_timeout),
        reach: if options.private_hosts { Reach::Everywhere } else { Reach::Public },
        today,
    };
    all.extend(external::check(&links, how, &mut known, &|| bar.inc(1)));
    bar.finish_and_clear();
    if file.is_some() {
        // A memory that cannot be kept costs time, nothing else.
        let _ = known.save(today);
    }
    all
}
