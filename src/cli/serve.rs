//! `vakwerk serve`

use super::common::SiteOptions;
use super::exit::Exit;
use super::terminal;
use crate::config::Overrides;
use crate::serve;
use anstream::eprintln;
use clap::Args;
use std::net::IpAddr;

/// Show the site while you write; every save shows at once
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    site: SiteOptions,
    /// The port
    #[arg(long, default_value_t = 4000)]
    port: u16,
    /// The address to listen on; others than this computer's own let others in
    #[arg(long, default_value = "127.0.0.1")]
    host: IpAddr,
    /// Open the site in the browser
    #[arg(long)]
    open: bool,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let options = serve::Options {
        dir: arguments.site.dir.clone(),
        overrides: Overrides {
            base_url: arguments.site.base_url.clone(),
            date: arguments.site.date,
            ..Overrides::default()
        },
        host: arguments.host,
        port: arguments.port,
    };
    let (project, notes) = arguments.site.open();
    if project.is_none() {
        terminal::print(&arguments.site.dir, &notes);
        return Exit::NotPublished;
    }
    if !options.host.is_loopback() {
        eprintln!(
            "warning: with --host {} everybody on this network can read the site, drafts of pages and messages included;\n\
             leave --host out to serve this computer only",
            options.host
        );
    }
    let open = arguments.open;
    let result = serve::run(&options, &|event| match event {
        serve::Event::Listening(address) => {
            eprintln!("{address}   (stop with Ctrl-C)");
            if open {
                show(address);
            }
        }
        serve::Event::Built { root, notes, seconds, changed } => {
            terminal::print(root, notes);
            let what = if changed { "changed" } else { "ready" };
            let tally = crate::base::Tally::of(notes);
            eprintln!("{what}: {} errors, {} warnings ({seconds:.2} s)", tally.errors, tally.warnings);
        }
    });
    match result {
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
