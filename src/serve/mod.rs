//! The site while it is written: rendered on demand from memory, reloaded on every save.

mod connection;
mod live;
mod overlay;
mod server;
mod watch;

use crate::base::Diagnostic;
use crate::config::Overrides;
use live::Live;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What to serve, and where.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder of the site.
    pub dir: PathBuf,
    /// What the command line says over the configuration.
    pub overrides: Overrides,
    /// The address to listen on.
    pub host: IpAddr,
    /// The port; 0 for one that is free.
    pub port: u16,
}

/// Something that the person at the terminal wants to know.
pub enum Event<'a> {
    /// The site can be seen at this address.
    Listening(&'a str),
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
/// When the port is taken, or the folder cannot be watched.
pub fn run(options: &Options, tell: &(dyn Fn(Event<'_>) + Sync)) -> io::Result<()> {
    let listener = TcpListener::bind(SocketAddr::new(options.host, options.port))?;
    let port = listener.local_addr()?.port();
    let live = Arc::new(Live::new(options.clone(), port));
    // Watching many folders takes its time, too; what is saved meanwhile waits to be noticed.
    let watcher = std::thread::scope(|scope| {
        let watcher = scope.spawn(|| watch::watch(&options.dir));
        live.rebuild(tell, false);
        watcher.join().unwrap_or_else(|_| Err(io::Error::other("the folder cannot be watched")))
    })?;
    let host = if options.host.is_ipv6() { format!("[{}]", options.host) } else { options.host.to_string() };
    tell(Event::Listening(&format!("http://{host}:{port}{}", live.home())));
    let answering = Arc::clone(&live);
    std::thread::Builder::new().name("listener".to_owned()).spawn(move || {
        connection::accept_all(&listener, move |asked, to| server::answer(&asked, to, &answering));
    })?;
    while watcher.wait() {
        live.rebuild(tell, true);
    }
    Ok(())
}
