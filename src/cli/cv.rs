//! `vakwerk cv`

use super::common::day;
use super::exit::Exit;
use super::matching_question::meant;
use super::out::{Out, eprintln};
use super::terminal;
use crate::base::{Checked, Date, Language, printable};
use crate::config::{CvPaper, Overrides, Project};
use crate::cv::{self, Document};
use crate::edition::{ExpertId, Question, TopicId, answer};
use crate::memo::Memo;
use crate::pipeline;
use crate::site::{NoCards, Site, ViewContext};
use clap::{Args, ValueEnum};
use std::cmp::Reverse;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Write somebody's CV as PDF or plain text
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder of the site
    dir: PathBuf,
    /// Whose: the slug or the name; of a portfolio, its owner's when none is given
    name: Option<String>,
    /// The file, whose name ends in .pdf or .txt; else plain text on the screen
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The language of the site in which it is written
    #[arg(long)]
    lang: Option<Language>,
    /// For which request: what it needs stands first, with the cases that show it
    #[arg(long = "for", value_name = "REQUEST")]
    request: Option<String>,
    /// What it is printed on, instead of what vakwerk.yaml says
    #[arg(long, value_enum)]
    paper: Option<Sheet>,
    /// The address to which links lead, instead of the one in vakwerk.yaml
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// The day that counts as today: 2026-03-14
    #[arg(long, value_parser = day)]
    date: Option<Date>,
}

/// What a CV is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Sheet {
    /// 210 × 297 mm
    A4,
    /// 8.5 × 11 inches
    Letter,
}

/// How a CV is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Pdf,
    Text,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let Some(form) = form(arguments.out.as_deref()) else {
        eprintln!(
            "error: a CV is written as PDF or plain text: end the file's name in .pdf or .txt"
        );
        return Exit::Usage;
    };
    let overrides = Overrides {
        date: arguments.date,
        base_url: arguments.base_url.clone(),
        ..Overrides::default()
    };
    let Checked { value: project, notes } = Project::open(&arguments.dir, overrides);
    let Some(mut project) = project else {
        terminal::print(&arguments.dir, &notes);
        return Exit::NotPublished;
    };
    match arguments.paper {
        Some(Sheet::A4) => project.config.cv.paper = CvPaper::A4,
        Some(Sheet::Letter) => project.config.cv.paper = CvPaper::Letter,
        None => {}
    }
    let site = pipeline::plan(&project, &Memo::forgetful()).value;
    tell(arguments, &site, form, &project.root).unwrap_or_else(|exit| exit)
}

fn tell(arguments: &Arguments, site: &Site, form: Form, root: &Path) -> Result<Exit, Exit> {
    let id = whose(site, arguments.name.as_deref())?;
    let language = language(site, arguments.lang.as_ref())?;
    let wanted = match &arguments.request {
        Some(request) => wanted(site, id, request)?,
        None => Vec::new(),
    };
    let reader = site.reader();
    let context = ViewContext { site: &reader, language, cards: &NoCards };
    let document = cv::document(context, id, &wanted);
    Ok(written((context, id), &document, (form, arguments.out.as_deref(), root)))
}

/// The topics of a person that a request needs, those that weigh most first.
fn wanted(site: &Site, id: ExpertId, request: &str) -> Result<Vec<TopicId>, Exit> {
    let requests = &site.edition.requests;
    let slug = crate::base::slug::slug(request);
    let Some((_, found)) = requests.entries().find(|(_, request)| request.slug == slug) else {
        let slugs = requests.entries().map(|(_, request)| request.slug.as_str());
        let meant = meant(&slug, slugs);
        eprintln!("error: there is no request `{}`{meant}", printable(request));
        return Err(Exit::Usage);
    };
    let answer = answer(&site.edition, &Question::of(found));
    let expert = &site.edition.experts[id];
    let Some(candidate) = answer.candidates.iter().find(|candidate| candidate.expert == id) else {
        let name = &expert.record.file.name;
        eprintln!("error: {name} shows nothing of what `{slug}` needs; see `vakwerk match`");
        return Err(Exit::Usage);
    };
    let mut terms: Vec<_> = candidate.terms.iter().collect();
    terms.sort_by_key(|term| (Reverse(term.points), term.need));
    Ok(terms.into_iter().map(|term| expert.claims[term.claim].topic).collect())
}

fn form(out: Option<&Path>) -> Option<Form> {
    let Some(out) = out.filter(|out| *out != Path::new("-")) else { return Some(Form::Text) };
    match out.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "pdf" => Some(Form::Pdf),
        "txt" => Some(Form::Text),
        _ => None,
    }
}

/// The person that is meant.
fn whose(site: &Site, name: Option<&str>) -> Result<ExpertId, Exit> {
    let experts = &site.edition.experts;
    let Some(name) = name else {
        let mut all = experts.entries().map(|(id, _)| id);
        if let (Some(id), None) = (all.next(), all.next()) {
            return Ok(id);
        }
        eprintln!("error: say whose CV: the slug of a profile");
        return Err(Exit::Usage);
    };
    let slug = crate::base::slug::slug(name);
    let found = experts.entries().find(|(_, expert)| expert.slug == slug);
    let mut named = experts.entries().filter(|(_, expert)| expert.record.file.name == name);
    match (found, named.next(), named.next()) {
        (Some((id, _)), ..) | (None, Some((id, _)), None) => Ok(id),
        _ => {
            let slugs = experts.entries().map(|(_, expert)| expert.slug.as_str());
            let meant = meant(&slug, slugs);
            eprintln!("error: nobody who may be seen has the slug `{}`{meant}", printable(name));
            Err(Exit::Usage)
        }
    }
}

fn language(site: &Site, wanted: Option<&Language>) -> Result<usize, Exit> {
    let languages = &site.config.languages;
    let Some(wanted) = wanted else { return Ok(0) };
    languages.iter().position(|language| language == wanted).ok_or_else(|| {
        let known: Vec<&str> = languages.iter().map(Language::as_str).collect();
        eprintln!("error: the site is not written in `{wanted}`; choose {}", known.join(" or "));
        Exit::Usage
    })
}

fn written(
    (context, id): (ViewContext<'_>, ExpertId),
    document: &Document,
    (form, out, root): (Form, Option<&Path>, &Path),
) -> Exit {
    let bytes = match form {
        Form::Text => cv::plain(document).into_bytes(),
        Form::Pdf => match cv::made(context, document) {
            Ok(made) => {
                let notes: Vec<_> =
                    cv::missing(context, id, (document, &made)).into_iter().collect();
                terminal::print(root, &notes);
                made.bytes
            }
            Err(problem) => {
                eprintln!("error: the CV cannot be written: {problem}");
                return Exit::NotPublished;
            }
        },
    };
    let Some(out) = out.filter(|out| *out != Path::new("-")) else {
        // What cannot be written is said at the end of the run.
        let _ = Out.write_all(&bytes);
        return Exit::Published;
    };
    match save(out, &bytes) {
        Ok(()) => Exit::Published,
        Err(error) => {
            eprintln!("error: {} cannot be written: {error}", out.display());
            Exit::NotPublished
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: the CV is written here")]
fn save(out: &Path, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::write(out, bytes)
}
