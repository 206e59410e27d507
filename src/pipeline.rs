//! The table of contents of the program: from a folder of people to a site.

pub mod form;
mod kept;
mod linked;

use crate::base::{Checked, Code, Date, Diagnostic, Fingerprint, Forgotten, Place, Rank, Report};
use crate::catalog::{self, Addresses, Catalog};
pub use crate::catalog::{KnownPerson, PersonalData};
use crate::config::Project;
use crate::edition::{Edition, Review};
pub use crate::export::{Bibliography, bibliography};
use crate::memo::Memo;
use crate::output::{self, Manifest, PreviousBuild, Sink, Trust, Verified, WholeRun};
use crate::record::Remembered;
use crate::site::Site;
use crate::{asset, edition, export, record, site, source, theme};
use kept::{addresses_mark, keep, pages, prints, remembered, words};
pub use kept::{forget_address, naming_folders};
use linked::{linked, tables};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Builds the site of `project` into `sink`.
pub fn build(project: &Project, memo: &Memo, sink: &dyn Sink) -> Checked<Manifest> {
    let mut report = Report::default();

    // Is all as the run before left it? Then there is nothing to do but to say what it said.
    let remembered = remembered(project, memo, sink.folder().as_slice());
    let whole = whole_run(project, memo, sink, &remembered.told);
    let believed = whole.as_ref().filter(|_| !memo.doubts_disk());
    if let Some(same) = believed.and_then(|whole| whole.recall(sink, addresses_mark(project))) {
        return same;
    }

    // Everything up to the plan: every address, and what is there.
    let sources = report.keep(source::gather(project));
    let (site, addresses) = report.keep(plan_from(sources, &remembered, project, memo));
    // What the disk told of each file is not wanted any more.
    drop(remembered);

    // Make it, in parallel, and look whether every link arrives. A site that cannot be is not
    // begun.
    let manifest = if report.is_hopeless() {
        Manifest::default()
    } else {
        let trust = if memo.doubts_disk() { Trust::Doubted } else { Trust::Believed };
        let before =
            |folder| PreviousBuild::new(pages(project), folder, project.config.shard, trust);
        let previous = sink.folder().map(before);
        report.keep_after(|earlier| output::make(&site, sink, previous.as_ref(), earlier))
    };
    if manifest.published {
        site.album.forget_others();
        site.forget_other_words();
        // What is looked at only is no address that anybody was told.
        if sink.folder().is_some() {
            // Where it cannot be kept, the order of files decides the next time.
            let _ = keep(&addresses, project);
        }
    }

    let made = report.close(manifest);
    if let Some(whole) = whole.filter(|_| made.notes.iter().all(can_be_said_again)) {
        whole.keep(sink, (addresses_mark(project), site.edition.next_step), &made);
    }
    made
}

/// What is remembered of the last run into `sink`, where a run that changes nothing can be known by
/// what the disk tells.
fn whole_run(
    project: &Project,
    memo: &Memo,
    sink: &dyn Sink,
    told: &source::Told,
) -> Option<WholeRun> {
    if memo.remembers() || (sink.folder().is_none() && !sink.keeps_nothing()) {
        return None;
    }
    let sources = told.whole?;
    // The day alone changes nothing: which days do is known to whoever remembers.
    let today = project.config.date;
    let mut timeless = project.clone();
    timeless.config.date = today.to_month();
    let inputs = Fingerprint::of_all([Fingerprint::of(&timeless), sources]);
    Some(WholeRun::new(pages(project), sink.folder(), project.config.shard, (inputs, today)))
}

/// Whether a note follows from files alone: whether Git can be asked, and who may read what, the
/// disk does not tell.
fn can_be_said_again(note: &Diagnostic) -> bool {
    !matches!(note.code, Code::ShallowHistory | Code::FileUnreadable)
}

/// What each profile lacks as of a date, with the mail address to tell its owner. For the editor's
/// eyes: addresses are there whether the site shows them or not.
#[derive(Debug)]
pub struct Reviewed {
    /// The day that counts as today.
    pub date: Date,
    /// The profiles that may be seen, in the order of their slugs.
    pub experts: Vec<(Review, Option<String>)>,
}

/// Looks whether what is remembered of the runs into `out` is what comes out of `project` now.
pub fn verify(project: &Project, out: &Path) -> Checked<Verified> {
    let memo = Memo::doubting();
    let mut report = Report::default();
    let compared = record::Trust::Compared(Mutex::default());
    let remembered = Remembered { trust: compared, ..remembered(project, &memo, &[out]) };
    let sources = report.keep(source::gather(project));
    let (site, _) = report.keep(plan_from(sources, &remembered, project, &memo));
    let previous = PreviousBuild::new(pages(project), out, project.config.shard, Trust::Believed);
    let mut verified = output::verify(&site, &previous);
    if let record::Trust::Compared(compared) = remembered.trust {
        let compared = compared.into_inner().unwrap_or_else(PoisonError::into_inner);
        verified.files = compared.remembered;
        verified.wrong.extend(compared.wrong.iter().map(ToString::to_string));
    }
    report.close(verified)
}

/// Reviews the profiles of `project`.
pub fn review(project: &Project, memo: &Memo) -> Checked<Reviewed> {
    let config = &project.config;
    let mut report = Report::default();

    // What did people write, and what does it say, taken together?
    let sources = report.keep(source::gather(project));
    let remembered = remembered(project, memo, &[]);
    let catalog = linked(sources.written, &remembered, project, memo, &mut report);
    let email = |expert: &catalog::Expert| {
        expert.record.file.contact.as_ref().and_then(|contact| contact.email.clone())
    };
    let emails: HashMap<String, Option<String>> =
        catalog.experts.iter().map(|expert| (expert.slug.clone(), email(expert))).collect();

    // What of it may be seen, and what is lacking there?
    let edition = report.keep(edition::publish(catalog, config));
    let reviews = edition::review(&edition, config).into_iter();
    let experts = reviews.map(|review| {
        let email = emails.get(&review.slug).cloned().flatten();
        (review, email)
    });
    report.close(Reviewed { date: config.date, experts: experts.collect() })
}

/// Plans the site of `project`: all that `build` does before the first byte is made.
pub fn plan(project: &Project, memo: &Memo) -> Checked<Site> {
    let mut report = Report::default();

    // What did people write?
    let sources = report.keep(source::gather(project));
    let remembered = remembered(project, memo, &[]);
    let (site, _) = report.keep(plan_from(sources, &remembered, project, memo));
    report.close(site)
}

/// Plans the site of `project` with the templates and themes of `theme_source`.
pub fn plan_with_theme(project: &Project, theme_source: &Project, memo: &Memo) -> Checked<Site> {
    let mut report = Report::default();
    let mut sources = report.keep(source::gather(project));
    let other = source::gather(theme_source).value.site;
    sources.site.templates = other.templates;
    sources.site.themes = other.themes;
    let remembered = remembered(project, memo, &[]);
    let (site, _) = report.keep(plan_from(sources, &remembered, project, memo));
    report.close(site)
}

/// Tells the stories in `files` anew in the site that was planned of `project`. False when anything
/// else changed, or when more than words follows from it: then all is to be planned anew.
pub fn retell(site: &mut Site, project: &Project, memo: &Memo, files: &BTreeSet<PathBuf>) -> bool {
    files.iter().all(|file| retell_one(site, project, memo, file).unwrap_or(false))
}

fn retell_one(site: &mut Site, project: &Project, memo: &Memo, file: &Path) -> Option<bool> {
    let root = &project.root;
    let path = file.strip_prefix(root).ok()?.to_str()?.replace('\\', "/");
    if !source::is_plain_file(&root.join(&path)) {
        return None;
    }
    let (kind, language) = site.teller(&path)?;
    let file = source::SourceFile::new(path.as_str().into(), file, kind, Rank::Own);
    let file = source::SourceFile { language, ..file };
    let (limits, spill) = (&project.config.limits, site.edition.spill.clone());
    let record::Retold { before, after } =
        record::retold(file, limits, &tables(project), memo, &spill)?;
    Some(site.retell(&path, &before, after))
}

/// How `project` looks: its theme with the site's own templates, words and files over it.
pub fn theme(project: &Project) -> Checked<theme::Theme> {
    theme::load(&source::gather(project).value.site, &project.config)
}

/// The themes that `project` has of its own, by their names.
pub fn themes(project: &Project) -> BTreeMap<String, Vec<source::ThemeFile>> {
    source::gather(project).value.site.themes
}

/// The site that follows from `sources`, and who has which address.
fn plan_from(
    sources: source::Sources,
    remembered: &Remembered,
    project: &Project,
    memo: &Memo,
) -> Checked<(Site, Addresses)> {
    let config = &project.config;
    let mut report = Report::default();
    let mut catalog = linked(sources.written, remembered, project, memo, &mut report);
    let addresses = std::mem::take(&mut catalog.addresses);

    // What may be seen, as of this date? How fresh is it, and who fits whom?
    let edition = report.keep(edition::publish(catalog, config));

    // How does it look?
    let theme = report.keep(theme::load(&sources.site, config));
    let album =
        report.keep(asset::album(&edition, &sources.beside, &theme.widths, memo, prints(project)));
    let bundle = asset::bundle(&theme);

    let config = &report.keep(export::without_unset(&edition, &theme, config));
    // Which pages and files follow from that, and where do they live?
    let mut site = report.keep(site::plan(
        edition,
        theme,
        album,
        bundle,
        sources.site.statics,
        export::ALL,
        config,
    ));
    if !memo.doubts_disk() {
        site.remember_words(words(project));
    }
    report.keep(Checked::new((), export::undrawn(&site.reader()).into_iter().collect()));

    report.close((site, addresses))
}

/// What may be seen of `project`, with all that follows from it, before any page is thought of.
pub fn edition(project: &Project, memo: &Memo) -> Checked<Edition> {
    let mut report = Report::default();
    let sources = report.keep(source::gather(project));
    let remembered = remembered(project, memo, &[]);
    let catalog = linked(sources.written, &remembered, project, memo, &mut report);
    let edition = report.keep(edition::publish(catalog, &project.config));
    report.close(edition)
}

/// Every address outside the site that its pages link to, with the places that it comes from.
pub fn outgoing(project: &Project, memo: &Memo) -> Checked<BTreeMap<String, Vec<Place>>> {
    let site = plan(project, memo);
    // What planning noticed was said by the run that looked at everything.
    output::outgoing(&site.value)
}

/// Everybody who has a profile, whether the site shows it or not.
pub fn known_people(project: &Project) -> Vec<KnownPerson> {
    catalog::known_people(&everybody(project, source::gather(project).value.written))
}

/// What there is of the expert with the slug `slug`, whether the site shows it or not, and who was
/// removed before.
pub fn personal_data(project: &Project, slug: &str) -> (Option<PersonalData>, Forgotten) {
    let written = source::gather(project).value.written;
    let forgotten = written.forgotten.clone();
    (catalog::personal_data(&everybody(project, written), slug), forgotten)
}

/// Everybody and everything that was written of, read anew.
fn everybody(project: &Project, written: source::Written) -> Catalog {
    let (nothing, memo) = (Remembered::nothing(), Memo::forgetful());
    linked(written, &nothing, project, &memo, &mut Report::default())
}
