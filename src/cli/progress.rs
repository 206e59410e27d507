//! How far a run is, shown on a terminal when it takes longer than a second.

use crate::base::Fingerprint;
use crate::output::{Changes, Put, Sink, Standing};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::collections::HashSet;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Runs shorter than this show nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// A sink that shows how many outputs have been put into the one below it.
pub(super) struct Progress<'a> {
    sink: &'a dyn Sink,
    reading: ProgressBar,
    making: ProgressBar,
    start: Instant,
}

impl<'a> Progress<'a> {
    /// Shows how far the outputs for `sink` are; `reading` is what is said before the first.
    #[expect(
        clippy::disallowed_methods,
        reason = "the outer ring: the command line measures its own time"
    )]
    pub(super) fn over(sink: &'a dyn Sink, reading: &'static str) -> Self {
        let spinner = ProgressBar::new_spinner().with_message(reading);
        spinner.enable_steady_tick(PATIENCE);
        let making = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::hidden());
        if let Ok(style) =
            ProgressStyle::with_template("{bar:40} {human_pos}/{human_len} files, {eta} left")
        {
            making.set_style(style);
        }
        Self { sink, reading: spinner, making, start: Instant::now() }
    }

    /// Takes what was shown away.
    pub(super) fn end(self) {
        self.reading.finish_and_clear();
        self.making.finish_and_clear();
    }

    fn one_more(&self) {
        if self.making.is_hidden() && self.start.elapsed() > PATIENCE {
            self.making.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.making.inc(1);
    }
}

impl Sink for Progress<'_> {
    fn begin(&self, paths: &mut dyn Iterator<Item = &str>) -> io::Result<()> {
        let paths: Vec<&str> = paths.collect();
        self.reading.finish_and_clear();
        self.making.set_length(paths.len() as u64);
        self.sink.begin(&mut paths.into_iter())
    }

    fn folder(&self) -> Option<&Path> {
        self.sink.folder()
    }

    fn keeps_nothing(&self) -> bool {
        self.sink.keeps_nothing()
    }

    fn stands(&self, path: &Arc<str>) -> Option<Standing> {
        let stands = self.sink.stands(path);
        if stands.is_some() {
            self.one_more();
        }
        stands
    }

    fn put(&self, path: &Arc<str>, bytes: &[u8], hash: Fingerprint) -> io::Result<Put> {
        let put = self.sink.put(path, bytes, hash);
        self.one_more();
        put
    }

    fn remind(&self, paths: &mut dyn Iterator<Item = &Arc<str>>) {
        self.sink.remind(paths);
    }

    fn told_before(&self) -> Option<Fingerprint> {
        self.sink.told_before()
    }

    fn told(&self) -> Option<Fingerprint> {
        self.sink.told()
    }

    fn keep_people(&self, pages: &mut dyn Iterator<Item = &str>) {
        self.sink.keep_people(pages);
    }

    fn people_before(&self) -> Option<&HashSet<Fingerprint>> {
        self.sink.people_before()
    }

    fn paths_of(&self, wanted: &HashSet<Fingerprint>) -> Vec<String> {
        self.sink.paths_of(wanted)
    }

    fn abandon(&self) -> io::Result<()> {
        self.sink.abandon()
    }

    fn end(&self) -> io::Result<Changes> {
        self.sink.end()
    }
}

/// A bar over `length` things, shown on a terminal only.
pub(super) fn counting(length: usize, what: &'static str) -> ProgressBar {
    let bar = ProgressBar::new(length as u64).with_message(what);
    if let Ok(style) =
        ProgressStyle::with_template("{msg} {bar:40} {human_pos}/{human_len}, {eta} left")
    {
        bar.set_style(style);
    }
    bar
}
