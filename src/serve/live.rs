//! The site as it is now: the last one that could be planned, and what is wrong with the newest.

use super::overlay::Fault;
use super::{Event, Options};
use crate::base::{Diagnostic, Level, Report};
use crate::config::{Overrides, Project};
use crate::memo::Memo;
use crate::output::bytes_of;
use crate::pipeline;
use crate::render::Templates;
use crate::site::{Site, What};
use crate::source::{Texts, open_file};
use std::fs::File;
use std::sync::{Arc, Condvar, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

/// A site that can be looked at: planned, its pages rendered on demand.
pub(super) struct Shown {
    pub(super) site: Site,
    templates: Templates,
}

/// What is sent.
pub(super) enum Body {
    /// Something that was made.
    Bytes(Vec<u8>),
    /// A file of the owner's, and its length in bytes: never whole in memory.
    File(File, u64),
}

/// What a path leads to.
pub(super) struct Found {
    pub(super) body: Body,
    pub(super) path: String,
    pub(super) status: u16,
    pub(super) faults: Vec<Diagnostic>,
}

/// The site as it is now.
pub(super) struct Live {
    options: Options,
    pub(super) port: u16,
    memo: Memo,
    shown: RwLock<Option<Arc<Shown>>>,
    faults: Mutex<Vec<Fault>>,
    version: Mutex<u64>,
    changed: Condvar,
}

impl Live {
    pub(super) fn new(options: Options, port: u16) -> Self {
        Self {
            options,
            port,
            memo: Memo::new(),
            shown: RwLock::new(None),
            faults: Mutex::default(),
            version: Mutex::new(1),
            changed: Condvar::new(),
        }
    }

    /// Plans the site anew. One that cannot be planned leaves the last one standing.
    #[expect(clippy::disallowed_methods, reason = "the outer ring: the time that it took is shown")]
    pub(super) fn rebuild(&self, tell: &(dyn Fn(Event<'_>) + Sync), changed: bool) {
        let start = Instant::now();
        let mut report = Report::default();
        // The pages stand at this server, whatever address the site will have; its path is kept.
        let overrides = Overrides { ..self.options.overrides.clone() };
        let project = report.keep(Project::open(&self.options.dir, overrides));
        let mut shown = None;
        if let Some(project) = &project {
            let site = report.keep(pipeline::plan(project, &self.memo));
            if !report.is_hopeless() {
                let templates = report.keep(Templates::new(&site));
                if !report.is_hopeless() {
                    shown = Some(Arc::new(Shown { site, templates }));
                }
            }
        }
        self.memo.turn();
        let notes = report.close(()).notes;
        let root = project.map_or_else(|| self.options.dir.clone(), |project| project.root);
        if let Some(shown) = shown {
            *self.shown.write().unwrap_or_else(PoisonError::into_inner) = Some(shown);
        }
        let mut texts = Texts::default();
        let faults = texts.in_order(&root, &notes).into_iter().filter(|note| note.level == Level::Error);
        *self.faults.lock().unwrap_or_else(PoisonError::into_inner) =
            faults.map(|note| Fault::of(note, &root, &mut texts)).collect();
        *self.version.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.changed.notify_all();
        tell(Event::Built { root: &root, notes: &notes, seconds: start.elapsed().as_secs_f64(), changed });
    }

    /// The address of the home page.
    pub(super) fn home(&self) -> String {
        self.shown().map_or_else(|| "/".to_owned(), |shown| shown.site.config.base_path.clone())
    }

    pub(super) fn shown(&self) -> Option<Arc<Shown>> {
        self.shown.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What is wrong with the newest sources.
    pub(super) fn faults(&self) -> Vec<Fault> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A fault of a page that was rendered on demand.
    pub(super) fn fault(&self, note: &Diagnostic) -> Fault {
        Fault::of(note, &self.options.dir, &mut Texts::default())
    }

    pub(super) fn version(&self) -> u64 {
        *self.version.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until the version is another than `seen`, or for a while. Gives the version then.
    pub(super) fn wait(&self, seen: u64, most: Duration) -> u64 {
        let version = self.version.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.changed.wait_timeout_while(version, most, |version| *version == seen);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }
}

impl Shown {
    /// Makes what is at `path`, below the base path.
    pub(super) fn get(&self, path: &str) -> Option<Found> {
        let plain = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        if let Some(bytes) = self.site.finder_file(path) {
            return Some(Found { body: Body::Bytes(bytes), path: plain, status: 200, faults: Vec::new() });
        }
        let at = self.site.find(&plain)?;
        Some(self.make(at, 200))
    }

    /// Makes the page that says that there is no such page, in the language of `path`.
    pub(super) fn missing(&self, path: &str) -> Option<Found> {
        let languages = &self.site.config.languages;
        let own = languages.iter().map(|tag| format!("{tag}/")).find(|prefix| path.starts_with(prefix.as_str()));
        let wanted = format!("{}404.html", own.unwrap_or_default());
        let at = self.site.find(&wanted).or_else(|| self.site.find("404.html"))?;
        Some(self.make(at, 404))
    }

    fn make(&self, at: usize, status: u16) -> Found {
        let item = &self.site.items[at];
        if let What::Static(file) = item.what
            && let Ok((file, length)) = open_file(&self.site.statics[file].location)
            && !item.path.ends_with(".html")
        {
            return Found { body: Body::File(file, length), path: item.path.to_string(), status, faults: Vec::new() };
        }
        let (bytes, mut faults) = match bytes_of(&self.site, &self.templates, item) {
            Ok(made) => (made.bytes, made.notes),
            Err(note) => (Vec::new(), vec![note]),
        };
        faults.retain(|note| note.level == Level::Error);
        let status = if bytes.is_empty() && !faults.is_empty() { 500 } else { status };
        Found { body: Body::Bytes(bytes), path: item.path.to_string(), status, faults }
    }
}
