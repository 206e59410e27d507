//! `vakwerk serve`

use super::common::SiteOptions;
use super::exit::Exit;
use super::out::eprintln;
use super::reports::terminal;
use crate::config::{Deny, Drafts, Overrides};
use crate::serve::{self, Watching};
use clap::Args;
use std::path::Path;

/// Show the site while you write; every save shows at once
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(super) struct Arguments {
    #[command(flatten)]
    site: SiteOptions,
    /// The port
    #[arg(long, default_value_t = 4000)]
    port: u16,
    /// The address or name to listen on; others than this computer's own let others in
    #[arg(long, default_value = "127.0.0.1")]
    host: serve::Host,
    /// A name under which the site is asked for through a proxy or a tunnel; may be given more than
    /// once
    #[arg(long, value_name = "NAME")]
    allow_host: Vec<String>,
    /// Show entries that are not meant to be seen yet: drafts, and those whose day has not come
    #[arg(long)]
    drafts: bool,
    /// Look at the files again and again, for folders of whose changes the system does not tell,
    /// such as network mounts
    #[arg(long)]
    poll: bool,
    /// Edit profiles in the browser, with the form beside the page; only on this computer
    #[arg(long)]
    edit: bool,
    /// Open the site in the browser
    #[arg(long)]
    open: bool,
}

impl Arguments {
    /// The site in `dir`, opened in the browser.
    pub(super) fn opened(dir: &Path) -> Self {
        let dir = dir.to_owned();
        let site = SiteOptions { dir, base_url: None, usual_base_url: None, date: None };
        Self {
            site,
            port: 4000,
            host: "127.0.0.1".parse().expect("an address"),
            allow_host: Vec::new(),
            drafts: false,
            poll: false,
            edit: false,
            open: true,
        }
    }
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let options = serve::Options {
        dir: arguments.site.dir.clone(),
        overrides: Overrides {
            drafts: if arguments.drafts { Drafts::Shown } else { Drafts::LeftOut },
            ..arguments.site.overrides(Deny::Nothing)
        },
        host: arguments.host.clone(),
        allowed: arguments.allow_host.clone(),
        watching: if arguments.poll { Watching::Polled } else { Watching::Told },
        port: arguments.port,
        editing: arguments.edit,
    };
    if arguments.edit && !options.host.is_loopback() {
        eprintln!(
            "error: --edit is for this computer alone, and --host {} lets others in; leave one of the two out",
            options.host.name()
        );
        return Exit::Usage;
    }
    let (project, notes) = arguments.site.open();
    if project.is_none() {
        terminal::print(&arguments.site.dir, &notes);
        return Exit::NotPublished;
    }
    if !options.host.is_loopback() {
        eprintln!(
            "warning: with --host {} everybody on this network can read the site as it is being written, and the messages about it;\n\
             leave --host out to serve this computer only",
            options.host.name()
        );
    }
    let open = match (arguments.open, arguments.edit) {
        (false, _) => Opened::Nothing,
        (true, false) => Opened::Site,
        (true, true) => Opened::Editor,
    };
    match serve::run(&options, &|event| report(&event, open)) {
        Ok(()) => Exit::Published,
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
            eprintln!(
                "error: port {} is taken; choose another with --port {}",
                arguments.port,
                arguments.port.wrapping_add(1)
            );
            Exit::NotPublished
        }
        Err(error) => {
            eprintln!("error: the site cannot be served: {error}");
            Exit::NotPublished
        }
    }
}

/// What is opened in the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opened {
    Nothing,
    Site,
    Editor,
}

/// Says what happened, and opens the browser when that is asked for.
fn report(event: &serve::Event<'_>, open: Opened) {
    match event {
        serve::Event::Listening(address, others) => {
            eprintln!("{address}   (stop with Ctrl-C)");
            for other in *others {
                eprintln!("{other}   (from other devices on this network)");
            }
            if open == Opened::Site {
                show(address);
            }
        }
        serve::Event::Editing(address) => {
            eprintln!("{address}   (to edit profiles; keep this address to yourself)");
            if open == Opened::Editor {
                show(address);
            }
        }
        serve::Event::Polling(reason) => {
            eprintln!(
                "warning: {reason}; the files are looked at again and again instead, which is slower"
            );
        }
        serve::Event::Built { root, notes, seconds, changed } => {
            terminal::print(root, notes);
            let what = if *changed { "changed" } else { "ready" };
            let tally = crate::base::Tally::of(notes);
            eprintln!(
                "{what}: {}, {} ({seconds:.2} s)",
                counted(tally.errors, "error"),
                counted(tally.warnings, "warning")
            );
        }
    }
}

/// So many of something: `1 error`, `2 errors`.
fn counted(number: usize, of: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {of}{plural}")
}

/// Opens `address` in the browser of the system.
#[expect(clippy::disallowed_methods, reason = "the outer ring: the browser is started here")]
fn show(address: &str) {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    if std::process::Command::new(program).arg(address).spawn().is_err() {
        eprintln!("no browser could be started; open {address} yourself");
    }
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn one_is_one() {
        let told = [0, 1, 2].map(|number| counted(number, "error"));
        assert_eq!(told, ["0 errors", "1 error", "2 errors"]);
    }
}
