//! `publications.bib` (BibTeX) and `publications.json` (CSL-JSON) beside each profile that has
//! publications, and for networks those of all, each once.

mod bibtex;
mod csl;
mod entry;

use super::{about, people, person_files};
use crate::config::{Format, Kind};
use crate::edition::{EditionReader, ExpertId, WorkId};
use crate::site::{Export, ExportResult, Make, PersonFile, SiteReader, Subject};
use entry::{Entry, entries};

pub(super) const BIBTEX: Export =
    Export { name: "bibtex", files: bibtex_files, make: Make::Bytes(make_bibtex) };
pub(super) const CSL: Export =
    Export { name: "csl", files: csl_files, make: Make::Bytes(make_csl) };
pub(super) const BIBTEX_OF_ALL: Export =
    Export { name: "bibtex of all", files: bibtex_of_all, make: Make::Bytes(make_bibtex_of_all) };
pub(super) const CSL_OF_ALL: Export =
    Export { name: "csl of all", files: csl_of_all, make: Make::Bytes(make_csl_of_all) };

/// A format of reference managers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bibliography {
    /// BibTeX.
    Bibtex,
    /// CSL-JSON.
    CslJson,
}

impl Bibliography {
    fn format(self) -> Format {
        match self {
            Self::Bibtex => Format::Bibtex,
            Self::CslJson => Format::CslJson,
        }
    }

    /// Whether somebody wants nothing told in this format.
    pub fn is_refused_by(self, edition: EditionReader<'_>, id: ExpertId) -> bool {
        edition.expert(id).record.file.formats.get(self.format()) == Some(false)
    }

    fn written(self, entries: &[Entry<'_>]) -> Vec<u8> {
        match self {
            Self::Bibtex => bibtex::written(entries).into_bytes(),
            Self::CslJson => super::json(&csl::written(entries)),
        }
    }
}

/// The publications of one expert, or of all who are in lists, of whom none refuses the format.
pub fn bibliography(
    edition: EditionReader<'_>,
    person: Option<ExpertId>,
    format: Bibliography,
) -> Vec<u8> {
    let may_be_named = |id: ExpertId| {
        (Some(id) == person || edition.expert(id).listed) && !format.is_refused_by(edition, id)
    };
    let works = match person {
        Some(id) => edition.works(id),
        None => edition.works_of_all(edition.expert_ids().filter(|id| may_be_named(*id))),
    };
    format.written(&entries(edition, &works, &may_be_named))
}

fn bibtex_files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    person_files(site, language, PersonFile::Bibtex)
}

fn csl_files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    person_files(site, language, PersonFile::CslJson)
}

fn make_bibtex(site: &SiteReader<'_>, _: usize, subject: Subject) -> ExportResult {
    Ok(of_person(site, about(subject)?, Bibliography::Bibtex))
}

fn make_csl(site: &SiteReader<'_>, _: usize, subject: Subject) -> ExportResult {
    Ok(of_person(site, about(subject)?, Bibliography::CslJson))
}

fn of_person(site: &SiteReader<'_>, id: ExpertId, format: Bibliography) -> Vec<u8> {
    let works = site.edition.works(id);
    format.written(&entries(site.edition, &works, &|other| site.may_export(other, format.format())))
}

fn bibtex_of_all(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    files_of_all(site, language, Bibliography::Bibtex, "publications.bib")
}

fn csl_of_all(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    files_of_all(site, language, Bibliography::CslJson, "publications.json")
}

fn files_of_all(
    site: &SiteReader<'_>,
    language: usize,
    format: Bibliography,
    name: &str,
) -> Vec<(String, Subject)> {
    let is_wanted =
        language == 0 && site.config.kind == Kind::Network && site.speaks(format.format());
    let found =
        is_wanted && people(site, format.format()).any(|id| !site.edition.works(id).is_empty());
    found.then(|| (name.to_owned(), Subject::Whole)).into_iter().collect()
}

fn make_bibtex_of_all(site: &SiteReader<'_>, _: usize, _: Subject) -> ExportResult {
    Ok(of_all(site, Bibliography::Bibtex))
}

fn make_csl_of_all(site: &SiteReader<'_>, _: usize, _: Subject) -> ExportResult {
    Ok(of_all(site, Bibliography::CslJson))
}

fn of_all(site: &SiteReader<'_>, format: Bibliography) -> Vec<u8> {
    let works: Vec<WorkId> = site.edition.works_of_all(people(site, format.format()));
    format.written(&entries(site.edition, &works, &|id| site.may_collect(id, format.format())))
}
