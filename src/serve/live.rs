//! The site as it is now: the last one that could be planned, and what is wrong with the newest.

use super::overlay::PageFault;
use super::scope::{Folder, folders};
use super::shown::{Age, Found, Shown};
use super::template_history::{TemplateHistory, Versions, compiled_before, with_those_of};
use super::{Event, Options};
use crate::base::{Consequence, Diagnostic, Fingerprint, Level, Report};
use crate::config::{Join, Project};
use crate::memo::Memo;
use crate::pipeline;
use crate::render::Templates;
use crate::source::Texts;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

/// What is wrong with the newest sources.
#[derive(Default)]
struct Wrong {
    faults: Vec<PageFault>,
    /// The files whose entries cannot be read.
    held_back: BTreeSet<Arc<str>>,
    /// Whether the whole site is the last good one.
    all: bool,
}

/// What the site that is shown was planned from, and what was noticed.
struct Last {
    project: Fingerprint,
    root: PathBuf,
    notes: Vec<Diagnostic>,
}

/// How long it is waited until nobody looks at the site.
const PATIENCE: Duration = Duration::from_millis(100);

/// The site as it is now.
pub(super) struct Live {
    options: Options,
    memo: Memo,
    project: Mutex<Option<Project>>,
    shown: RwLock<Option<Arc<Shown>>>,
    versions: Mutex<Versions>,
    wrong: Mutex<Wrong>,
    last: Mutex<Option<Last>>,
    version: Mutex<u64>,
    changed: Condvar,
}

impl Live {
    pub(super) fn new(options: Options) -> Self {
        Self {
            options,
            memo: Memo::for_writing(),
            project: Mutex::default(),
            shown: RwLock::new(None),
            versions: Mutex::default(),
            wrong: Mutex::default(),
            last: Mutex::default(),
            version: Mutex::new(1),
            changed: Condvar::new(),
        }
    }

    /// The names beside its own that the server answers to.
    pub(super) fn allowed(&self) -> &[String] {
        &self.options.allowed
    }

    /// Reads the configuration. One that cannot be read leaves the last one in force.
    fn open(&self, report: &mut Report) -> Option<Project> {
        let mut opened =
            report.keep(Project::open(&self.options.dir, self.options.overrides.clone()));
        if self.options.editing
            && let Some(project) = &mut opened
            && !project.config.is_joined_by_form()
        {
            project.config.join = Some(Join::at_home());
        }
        let mut project = self.project.lock().unwrap_or_else(PoisonError::into_inner);
        if opened.is_some() {
            project.clone_from(&opened);
        }
        project.clone()
    }

    /// The configuration in force.
    pub(super) fn project(&self) -> Option<Project> {
        self.project.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The folders that the site is read from; those of the last good configuration.
    pub(super) fn folders(&self) -> Vec<Folder> {
        let mut project = self.project.lock().unwrap_or_else(PoisonError::into_inner);
        if project.is_none() {
            *project = Project::open(&self.options.dir, self.options.overrides.clone()).value;
        }
        project.as_ref().map(folders).unwrap_or_default()
    }

    /// Plans the site anew. One that cannot be planned leaves the last one standing.
    #[expect(clippy::disallowed_methods, reason = "the outer ring: the time that it took is shown")]
    pub(super) fn rebuild(&self, log: &(dyn Fn(Event<'_>) + Sync), changed: bool) {
        let start = Instant::now();
        let mut report = Report::default();
        let project = self.open(&mut report);
        let shown = project.as_ref().and_then(|project| self.plan(project, &mut report));
        self.memo.turn();
        let notes = report.close(()).notes;
        let of = project.as_ref().map(Fingerprint::of);
        let root = project.map_or_else(|| self.options.dir.clone(), |project| project.root);
        let all = shown.is_none();
        let last = of.filter(|_| !all).map(|project| Last {
            project,
            root: root.clone(),
            notes: notes.clone(),
        });
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = last;
        if let Some(shown) = shown {
            *self.shown.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(shown));
        }
        let mut texts = Texts::default();
        let errors: Vec<&Diagnostic> = texts
            .in_order(&root, &notes)
            .into_iter()
            .filter(|note| note.level == Level::Error)
            .collect();
        let held_back = errors.iter().filter(|note| note.consequence >= Consequence::HeldBack);
        let held_back =
            held_back.filter_map(|note| Some(note.places.first()?.file.clone())).collect();
        let faults = errors.iter().map(|note| PageFault::of(note, &root, &mut texts)).collect();
        *self.wrong.lock().unwrap_or_else(PoisonError::into_inner) =
            Wrong { faults, held_back, all };
        *self.version.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.changed.notify_all();
        log(Event::Built {
            root: &root,
            notes: &notes,
            seconds: start.elapsed().as_secs_f64(),
            changed,
        });
    }

    /// Tells the stories in `files` anew, when nothing else stands there otherwise than it did.
    /// False when the site is to be planned.
    #[expect(clippy::disallowed_methods, reason = "the outer ring: the time that it took is shown")]
    pub(super) fn retell(
        &self,
        log: &(dyn Fn(Event<'_>) + Sync),
        files: &BTreeSet<PathBuf>,
    ) -> bool {
        let start = Instant::now();
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(last) = &*last else { return false };
        if self.retold(files, last).is_none() {
            return false;
        }
        *self.version.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.changed.notify_all();
        let seconds = start.elapsed().as_secs_f64();
        log(Event::Built { root: &last.root, notes: &last.notes, seconds, changed: true });
        true
    }

    fn retold(&self, files: &BTreeSet<PathBuf>, last: &Last) -> Option<()> {
        let project = self.open(&mut Report::default())?;
        if Fingerprint::of(&project) != last.project {
            return None;
        }
        // Whoever makes a page now is done in a moment; meanwhile nobody begins.
        let mut shown = self.shown.write().unwrap_or_else(PoisonError::into_inner);
        let mut alone = alone(shown.take()?).map_err(|held| *shown = Some(held)).ok()?;
        let told = alone.age == Age::Newest
            && pipeline::retell(&mut alone.site, &project, &self.memo, files);
        if told {
            let Shown { site, template_history, .. } = &mut alone;
            template_history.forget_rendered(site);
        }
        *shown = Some(Arc::new(alone));
        told.then_some(())
    }

    /// Plans the site of `project`; None when there can be none. A configuration that cannot be
    /// read does not count, as the last good one is in force.
    fn plan(&self, project: &Project, report: &mut Report) -> Option<Shown> {
        let mut planned = Report::default();
        let site = planned.keep(pipeline::plan(project, &self.memo));
        if planned.is_hopeless() {
            report.keep(planned.close(()));
            return None;
        }
        let templates = planned.keep(Templates::new(&site));
        let compiles = !planned.is_hopeless();
        report.keep(planned.close(()));
        let mut versions = self.versions.lock().unwrap_or_else(PoisonError::into_inner);
        let (templates, age) = if compiles {
            *versions = with_those_of(&site, &versions);
            (templates, Age::Newest)
        } else {
            // What is written meanwhile shows as the last templates that could be compiled have it.
            (compiled_before(&site, &versions)?, Age::LastGood)
        };
        let template_history = TemplateHistory::new(templates, versions.clone());
        Some(Shown { site, template_history, age })
    }

    /// The address of the home page.
    pub(super) fn home(&self) -> String {
        self.shown().map_or_else(|| "/".to_owned(), |shown| shown.site.config.base_path.clone())
    }

    pub(super) fn shown(&self) -> Option<Arc<Shown>> {
        self.shown.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What is wrong with the newest sources.
    pub(super) fn faults(&self) -> Vec<PageFault> {
        self.wrong.lock().unwrap_or_else(PoisonError::into_inner).faults.clone()
    }

    /// How a page stands to the newest sources.
    pub(super) fn age(&self, found: &Found) -> Age {
        let wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        let own = found.source.as_ref().is_some_and(|source| wrong.held_back.contains(source));
        if wrong.all || own { Age::LastGood } else { found.age }
    }

    /// A fault of a page that was rendered on demand.
    pub(super) fn fault(&self, note: &Diagnostic) -> PageFault {
        PageFault::of(note, &self.options.dir, &mut Texts::default())
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

/// What nobody else holds; it again when somebody does for long.
#[expect(clippy::disallowed_methods, reason = "the outer ring: it is waited for a while")]
fn alone<T>(mut shared: Arc<T>) -> Result<T, Arc<T>> {
    let start = Instant::now();
    loop {
        match Arc::try_unwrap(shared) {
            Ok(alone) => return Ok(alone),
            Err(held) if start.elapsed() > PATIENCE => return Err(held),
            Err(held) => shared = held,
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}
