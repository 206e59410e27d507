//! The site while it is written: rendered on demand from memory, reloaded on every save.

mod connection;
mod editing;
mod host;
mod live;
mod overlay;
mod own_log;
mod poll;
mod range;
mod scope;
mod server;
mod shown;
mod template_history;
mod watch;

pub use host::Host;
pub use watch::Watching;

use crate::base::Diagnostic;
use crate::config::Overrides;
use editing::Editor;
use live::Live;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use watch::{Waited, Watcher};

/// What to serve, and where.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder of the site.
    pub dir: PathBuf,
    /// What the command line says over the configuration.
    pub overrides: Overrides,
    /// The address to listen on.
    pub host: Host,
    /// Names beside its own that the server answers to.
    pub allowed: Vec<String>,
    /// How changes are noticed.
    pub watching: Watching,
    /// The port; 0 for one that is free.
    pub port: u16,
    /// Whether profiles can be edited in the browser.
    pub editing: bool,
}

/// Something that the person at the terminal wants to know.
pub enum Event<'a> {
    /// The site can be seen at this address from this computer, and at these from others.
    Listening(&'a str, &'a [String]),
    /// Profiles can be edited at this address.
    Editing(&'a str),
    /// The system cannot tell of changes, for this reason; files are looked at again and again
    /// instead.
    Polling(&'a str),
    /// The site was planned anew.
    Built {
        /// The folder of the site.
        root: &'a Path,
        /// What was noticed.
        notes: &'a [Diagnostic],
        /// How long it took.
        seconds: f64,
        /// Whether a file was saved; else it is the first time.
        changed: bool,
    },
}

/// Serves the site until the process ends.
///
/// # Errors
/// When the port is taken.
pub fn run(options: &Options, log: &(dyn Fn(Event<'_>) + Sync)) -> io::Result<()> {
    let mut listeners = options.host.listen(options.port)?;
    let port = listeners[0].local_addr()?.port();
    let live = Arc::new(Live::new(options.clone()));
    // What is saved while the site is read for the first time waits to be noticed.
    let (mut watcher, reason) = Watcher::new(live.folders(), options.watching);
    let polling = |reason: Option<String>| {
        if let Some(reason) = reason {
            log(Event::Polling(&reason));
        }
    };
    polling(reason);
    live.rebuild(log, false);
    let (own, others) = options.host.origins(port);
    let home = live.home();
    let others: Vec<String> = others.iter().map(|origin| format!("{origin}{home}")).collect();
    log(Event::Listening(&format!("{own}{home}"), &others));
    let editor = options.editing.then(|| Arc::new(Editor::new(port)));
    if let Some(editor) = &editor {
        log(Event::Editing(&format!("{own}{}", editor.opening())));
    }
    for listener in listeners.drain(..) {
        let answering = Arc::clone(&live);
        let editor = editor.clone();
        std::thread::Builder::new().name("listener".to_owned()).spawn(move || {
            connection::accept_all(&listener, move |asked, to| {
                server::answer(asked, to, &answering, editor.as_deref())
            });
        })?;
    }
    polling(watcher.follow(live.folders()));
    loop {
        let files = match watcher.wait() {
            Waited::Changed(files) => files,
            Waited::PolledFromHere(reason) => {
                log(Event::Polling(&reason));
                None
            }
            Waited::End => return Ok(()),
        };
        if files.is_some_and(|files| live.retell(log, &files)) {
            continue;
        }
        live.rebuild(log, true);
        polling(watcher.follow(live.folders()));
    }
}
