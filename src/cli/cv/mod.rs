//! `vakwerk cv`

mod anonymous;
mod chosen;
mod file;
mod notes;
mod team;
mod whose;

use super::common::day;
use super::exit::Exit;
use super::out::eprintln;
use super::reports::terminal;
use crate::base::{Checked, Date, Diagnostic, Language};
use crate::config::{CvLayout, CvPaper, Overrides, Project};
use crate::cv;
use crate::memo::Memo;
use crate::pipeline;
use crate::site::{NoCards, Site, ViewContext};
use anonymous::{check, look_over, redaction};
use chosen::wish;
use clap::{Args, ValueEnum};
use file::{Form, bytes, is_taken, save};
use std::path::PathBuf;
use whose::{language, whose};

/// Write somebody's CV as PDF, Word or plain text
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder of the site
    dir: PathBuf,
    /// Whose: the slug or the name; of a portfolio, its owner's when none is given
    name: Option<String>,
    /// The file, whose name ends in .pdf, .docx or .txt; else plain text on the screen
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The language of the site in which it is written
    #[arg(long)]
    lang: Option<Language>,
    /// For which request: what it needs stands first, with the cases that show it
    #[arg(long = "for", value_name = "REQUEST")]
    request: Option<String>,
    /// A kind of CV that vakwerk.yaml describes, under cv: variants:
    #[arg(long, value_name = "VARIANT")]
    variant: Option<String>,
    /// The most pages: what is least fresh and least proven is left out, and told
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=50))]
    pages: Option<u8>,
    /// One document with the team that is proposed for a request, who covers what, and a CV of each
    #[arg(
        long,
        value_name = "REQUEST",
        conflicts_with_all = ["name", "request", "variant", "pages"]
    )]
    team: Option<String>,
    /// Without the name, the photo, ways to reach the person, and organizations, in texts too
    #[arg(long)]
    anonymous: bool,
    /// What it is printed on, instead of what vakwerk.yaml says
    #[arg(long, value_enum)]
    paper: Option<Sheet>,
    /// How a CV is set, instead of what vakwerk.yaml says
    #[arg(long, value_enum)]
    layout: Option<Layout>,
    /// The address to which links lead, instead of the one in vakwerk.yaml
    #[arg(long, value_name = "URL", value_parser = crate::config::given_address)]
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

/// How a CV is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Layout {
    /// Headings hang in the margin
    Editorial,
    /// Headings above the text, which has the whole width
    Plain,
    /// As editorial, smaller and closer
    Compact,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let Some(form) = Form::of(arguments.out.as_deref()) else {
        eprintln!(
            "error: a CV is written as PDF, Word or plain text: end the file's name in .pdf, .docx or .txt"
        );
        return Exit::Usage;
    };
    let overrides = Overrides {
        date: arguments.date,
        base_url: arguments.base_url.clone(),
        ..Overrides::default()
    };
    if is_taken(arguments.out.as_deref()) {
        eprintln!("error: something that is no file stands where the CV is to be written");
        return Exit::Usage;
    }
    let Checked { value: project, mut notes } = Project::open(&arguments.dir, overrides);
    let Some(mut project) = project else {
        terminal::print(&arguments.dir, &notes);
        return Exit::NotPublished;
    };
    match arguments.paper {
        Some(Sheet::A4) => project.config.cv.paper = CvPaper::A4,
        Some(Sheet::Letter) => project.config.cv.paper = CvPaper::Letter,
        None => {}
    }
    match arguments.layout {
        Some(Layout::Editorial) => project.config.cv.layout = CvLayout::Editorial,
        Some(Layout::Plain) => project.config.cv.layout = CvLayout::Plain,
        Some(Layout::Compact) => project.config.cv.layout = CvLayout::Compact,
        None => {}
    }
    let planned = pipeline::plan(&project, &Memo::forgetful());
    notes.extend(planned.notes);
    tell(arguments, (&planned.value, &project, &notes), form).unwrap_or_else(|exit| exit)
}

fn tell(
    arguments: &Arguments,
    (site, project, said): (&Site, &Project, &[Diagnostic]),
    form: Form,
) -> Result<Exit, Exit> {
    let language = language(site, arguments.lang.as_ref())?;
    let reader = site.reader();
    let context = ViewContext { site: &reader, language, cards: &NoCards };
    if let Some(request) = &arguments.team {
        let asked = team::Asked { request, is_anonymous: arguments.anonymous, said };
        return team::tell(context, (site, project), &asked, (form, arguments.out.as_deref()));
    }
    if site.edition.experts.is_empty() && notes::nobody(project, said) {
        return Err(Exit::NotPublished);
    }
    let id = whose(site, arguments.name.as_deref())?;
    notes::tell_of((site, project), said, &[id]);
    notes::clear(site, id)?;
    notes::unwanted(site, id, "this one is for themselves to send");
    let mut wish = wish(arguments, site, id)?;
    let redaction = wish.is_anonymous.then(|| redaction((site, project), &[id]));
    wish.untitled = redaction.as_ref().map(|it| it.untitled().clone()).unwrap_or_default();
    let (mut document, aged) = cv::aged(context, cv::document(context, id, &wish), &wish);
    notes::aged(aged, arguments.variant.as_deref());
    notes::empty(site, id, &document);
    if let Some(redaction) = &redaction {
        redaction.apply(&mut document);
    }
    notes::paged(form, &wish);
    // Plain text has no pages.
    wish.pages = wish.pages.filter(|_| form != Form::Text);
    let fitted = cv::fitted(context, document, &wish);
    notes::shorter(&fitted, wish.pages);
    if let Some(photo) = cv::small_photo(context, id, &wish).filter(|_| form != Form::Text) {
        eprintln!("note: {photo}");
    }
    let document = fitted.document;
    let (bytes, notes) = bytes((context, id), &document, form)?;
    terminal::print(&project.root, &notes);
    let out = arguments.out.as_deref();
    if let Some(redaction) = &redaction {
        check(redaction, &document, (&bytes, form, out))?;
        look_over();
    }
    save(out, &bytes)
}
