//! `vakwerk export`

use super::common::SiteOptions;
use super::exit::Exit;
use crate::finder;
use anstream::eprintln;
use clap::{Args, Subcommand};
use std::io::{BufWriter, Write, stdout};

/// Write what the site knows for other programs
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Everything that can be found, one JSON object a line, for a search engine such as Meilisearch, Typesense or
    /// OpenSearch
    Records {
        #[command(flatten)]
        site: SiteOptions,
    },
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let What::Records { site } = &arguments.what;
    let (project, edition) = match site.publish() {
        Ok(published) => published,
        Err(exit) => return exit,
    };
    let mut out = BufWriter::new(stdout().lock());
    for language in &project.config.languages {
        for entry in finder::entries(&edition) {
            let record = finder::record(&edition, entry, language);
            let line = serde_json::to_string(&record).expect("a record is JSON");
            if let Err(error) = writeln!(out, "{line}") {
                return ended(&error);
            }
        }
    }
    match out.flush() {
        Ok(()) => Exit::Published,
        Err(error) => ended(&error),
    }
}

/// Somebody who reads only the head of the records has what they wanted.
fn ended(error: &std::io::Error) -> Exit {
    if error.kind() == std::io::ErrorKind::BrokenPipe {
        return Exit::Published;
    }
    eprintln!("error: the records cannot be written: {error}");
    Exit::NotPublished
}
