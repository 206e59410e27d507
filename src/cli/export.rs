//! `vakwerk export`

use super::common::SiteOptions;
use super::exit::Exit;
use super::out::{Out, eprintln};
use crate::base::printable;
use crate::finder;
use crate::pipeline::{Bibliography, bibliography};
use clap::{Args, Subcommand};
use std::io::{BufWriter, Write};

/// Write what the site knows for other programs
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Everything that can be found, one JSON object a line, for a search engine such as
    /// Meilisearch, Typesense or OpenSearch
    Records {
        #[command(flatten)]
        site: SiteOptions,
    },
    /// Publications as BibTeX, each once
    Bibtex(Publications),
    /// Publications as CSL-JSON, each once
    CslJson(Publications),
}

#[derive(Debug, Args)]
struct Publications {
    #[command(flatten)]
    site: SiteOptions,
    /// Those of one person: the slug
    #[arg(long, value_name = "SLUG")]
    person: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    match &arguments.what {
        What::Records { site } => records(site),
        What::Bibtex(wanted) => publications(wanted, Bibliography::Bibtex),
        What::CslJson(wanted) => publications(wanted, Bibliography::CslJson),
    }
}

fn publications(wanted: &Publications, format: Bibliography) -> Exit {
    let (_, edition) = match wanted.site.publish() {
        Ok(published) => published,
        Err(exit) => return exit,
    };
    let of_slug = |slug: &String| edition.expert_of_slug(&crate::base::slug::slug(slug));
    let person = wanted.person.as_ref().and_then(of_slug);
    if let (Some(slug), None) = (&wanted.person, person) {
        eprintln!("error: nobody who may be seen has the slug `{}`", printable(slug));
        return Exit::Usage;
    }
    if let (Some(slug), Some(id)) = (&wanted.person, person)
        && format.is_refused_by(edition.reader(), id)
    {
        let slug = printable(slug);
        eprintln!("error: `{slug}` wants nothing told in this format: see `formats:` there");
        return Exit::Usage;
    }
    let bytes = bibliography(edition.reader(), person, format);
    // What cannot be written is said at the end of the run.
    let _ = Out.write_all(&bytes);
    Exit::Published
}

fn records(site: &SiteOptions) -> Exit {
    let (project, edition) = match site.publish() {
        Ok(published) => published,
        Err(exit) => return exit,
    };
    let mut out = BufWriter::new(Out);
    for language in &project.config.languages {
        for entry in finder::entries(&edition) {
            let record = finder::record(&edition, entry, language);
            let line = serde_json::to_string(&record).expect("a record is JSON");
            // What cannot be written is said at the end of the run.
            if writeln!(out, "{line}").is_err() {
                return Exit::Published;
            }
        }
    }
    Exit::Published
}
