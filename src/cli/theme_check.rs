//! `vakwerk theme check`: every kind of page, with nothing, one and many of everything, in a site's
//! theme.

use super::exit::Exit;
use super::out::{eprintln, println};
use super::{reports::terminal, scaffold};
use crate::base::Report;
use crate::config::{Overrides, Project};
use crate::memo::Memo;
use crate::output::Nowhere;
use crate::pipeline;
use crate::render::{PageHtml, Templates, fields_shown};
use crate::site::{Site, What};
use std::collections::BTreeMap;
use std::path::Path;

/// The conformance site: invented people and projects.
#[derive(rust_embed::RustEmbed)]
#[folder = "src/cli/conformance/"]
struct Conformance;

/// The day on which the conformance site is seen.
const DAY: &str = "2026-03-01";

/// Writes the conformance site into `folder`.
///
/// # Errors
/// What the system says.
pub(super) fn write(folder: &Path) -> std::io::Result<()> {
    for path in Conformance::iter() {
        let file = Conformance::get(&path).expect("a file that is listed is there");
        scaffold::write_bytes(&folder.join(path.as_ref()), &file.data)?;
    }
    Ok(())
}

pub(super) fn run(project: &Project) -> Exit {
    let folder = match tempfile::tempdir().and_then(|folder| write(folder.path()).map(|()| folder))
    {
        Ok(folder) => folder,
        Err(error) => {
            eprintln!("error: the conformance site cannot be written: {error}");
            return Exit::NotPublished;
        }
    };
    let date = DAY.parse().ok();
    let opened = Project::open(folder.path(), Overrides { date, ..Overrides::default() });
    let mut conformance = opened.value.expect("the conformance site is a site");
    conformance.config.theme.clone_from(&project.config.theme);
    conformance.config.preset.clone_from(&project.config.preset);
    conformance.config.params.clone_from(&project.config.params);

    let mut report = Report::default();
    let site = report.keep(pipeline::plan_with_theme(&conformance, project, &Memo::forgetful()));
    let manifest = report.keep_after(|earlier| crate::output::make(&site, &Nowhere, None, earlier));
    let notes = report.close(()).notes;
    let broken = notes.iter().any(|note| note.level <= crate::base::Level::Warning);
    terminal::print(&project.root, &notes);

    let dropped = if broken { Vec::new() } else { dropped(&site) };
    for (template, field) in &dropped {
        println!("left out: {template}.html never shows `{template}.{field}`");
    }
    let name = &project.config.theme;
    if broken {
        println!("The theme `{name}` breaks on the conformance site.");
        return Exit::NotPublished;
    }
    println!(
        "The theme `{name}` shows all {} pages of the conformance site; {} left out.",
        manifest.counts.pages,
        match dropped.len() {
            0 => "nothing is".to_owned(),
            1 => "1 field is".to_owned(),
            count => format!("{count} fields are"),
        }
    );
    Exit::Published
}

/// The page without what it says to search engines: a field that only they are told is not shown.
fn for_people(html: &str) -> String {
    const STATEMENTS: &str = "<script type=\"application/ld+json\">";
    let mut shown = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(STATEMENTS) {
        shown.push_str(before);
        rest = after.split_once("</script>").map_or("", |(_, after)| after);
    }
    shown.push_str(rest);
    shown
}

/// The fields of views that no page shows although some have something to show.
fn dropped(site: &Site) -> Vec<(&'static str, String)> {
    let templates = Templates::new(site).value;
    let mut seen: BTreeMap<(&'static str, String), bool> = BTreeMap::new();
    for item in &site.items {
        let What::Page(page) = item.what else { continue };
        let Ok(PageHtml { html, .. }) = templates.page(&site.reader(), item.language, page) else {
            continue;
        };
        let view = templates.view(site, item.language, page);
        let name = Templates::name_of(site, item.language, page);
        for (field, shown) in
            view.get(name).map(|view| fields_shown(view, &for_people(&html))).unwrap_or_default()
        {
            *seen.entry((name, field)).or_default() |= shown;
        }
    }
    seen.into_iter().filter(|(_, shown)| !shown).map(|(field, _)| field).collect()
}
