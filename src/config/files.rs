//! The files of the configuration, as they lie in the site's folder.

use super::guard;
use super::project::{CONFIG_FILE, Kind, SiteText};
use super::site_file::{SiteFile, SiteTextFile};
use crate::base::encoding::Read;
use crate::base::{Code, Consequence, Diagnostic, Language, Place, read_text, yaml};
use std::path::Path;
use std::sync::Arc;

/// What is written in the configuration of the folder `root`; none when that cannot be known.
pub(super) fn site_file(root: &Path, notes: &mut Vec<Diagnostic>) -> Option<SiteFile> {
    if let Some(name) = misnamed(root) {
        let message = format!("the file is called `{name}`, and only `{CONFIG_FILE}` is read");
        let note = Diagnostic::new(Code::BrokenConfig, Place::file(name), message);
        notes.push(
            note.help("give it that name, or take it away where there is one of that name already"),
        );
        return None;
    }
    let (text, note) = match read(root, CONFIG_FILE) {
        Ok(Some(found)) => found,
        Ok(None) => return Some(SiteFile::default()),
        Err(mut problem) => {
            (problem.code, problem.consequence) =
                (Code::BrokenConfig, Code::BrokenConfig.row().consequence);
            notes.push(problem);
            return None;
        }
    };
    notes.extend(note);
    notes.extend(yaml::cut_short(&text, &CONFIG_FILE.into(), 1));
    let yaml::Reading::<SiteFile> { value, notes: faults, gaps, .. } =
        yaml::read(&text, &CONFIG_FILE.into(), 1);
    notes.extend(faults.into_iter().map(guard::stopped).map(|mut fault| {
        if fault.code == Code::BrokenYaml {
            fault.code = Code::BrokenConfig;
        }
        if value.is_none() {
            fault.consequence = Code::BrokenConfig.row().consequence;
        }
        fault
    }));
    value.map(|written| SiteFile { gaps, ..written })
}

/// A file that was meant to be the configuration: what its owner closed there would stand open.
#[expect(clippy::disallowed_methods, reason = "the outer ring: configuration is read from files")]
fn misnamed(root: &Path) -> Option<String> {
    let meant = [
        "vakwerk.yaml",
        "vakwerk.yml",
        "vakwerk.yaml.txt",
        "vakwerk.yaml.yaml",
        "vakwerk.json",
        "vakwerk.toml",
    ];
    // Where letters have no case, there is one file of that name at most.
    let names = std::fs::read_dir(root)
        .ok()?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    names.filter(|name| name != CONFIG_FILE && meant.contains(&name.to_lowercase().as_str())).min()
}

/// That a folder is no site.
pub(super) fn no_site(root: &Path) -> Diagnostic {
    let message = "the folder holds neither profile.md (a portfolio) nor experts/ (a network)";
    Diagnostic::new(Code::NoSite, Place::file(root.display().to_string()), message)
        .help("start a site with `vakwerk init DIR`, or name another folder")
}

/// What the site in a folder is, by what lies there.
pub(super) fn kind_of(root: &Path, written: &SiteFile) -> Option<Kind> {
    if ["profile.md", "profile.yaml", "profile.yml"].iter().any(|name| root.join(name).is_file()) {
        return Some(Kind::Portfolio);
    }
    let lists = ["csv", "tsv", "xlsx", "xlsm", "ods", "yaml", "yml"];
    let is_listed = || lists.iter().any(|ending| root.join(format!("experts.{ending}")).is_file());
    (root.join("experts").is_dir() || !written.members.is_empty() || is_listed())
        .then_some(Kind::Network)
}

/// The text of a file beside the configuration, with what is to be said of its letters; none where
/// there is no file.
#[expect(clippy::disallowed_methods, reason = "the outer ring: configuration is read from files")]
pub(super) fn read(root: &Path, name: &str) -> Result<Option<Read>, Diagnostic> {
    let file: Arc<str> = name.into();
    match std::fs::read(root.join(name)) {
        Ok(bytes) => read_text(bytes, &file).map(Some),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => {
            let message = format!("the file cannot be read: {error}");
            Err(Diagnostic::new(Code::FileUnreadable, Place::file(file), message))
        }
    }
}

/// The texts of the site in each of its languages.
pub(super) fn texts(
    root: &Path,
    written: &SiteFile,
    languages: &[Language],
    notes: &mut Vec<Diagnostic>,
) -> Vec<SiteText> {
    let default = SiteText {
        title: written.title.clone(),
        description: written.description.clone(),
        about: written.about.clone(),
    };
    let mut texts = vec![default];
    for language in languages.iter().skip(1) {
        let name = format!("vakwerk.{language}.yaml");
        let file: Arc<str> = name.as_str().into();
        let text = match read(root, &name) {
            Ok(Some((text, note))) => {
                notes.extend(note);
                let yaml::Reading { value, notes: faults, .. } =
                    yaml::read::<SiteTextFile>(&text, &file, 1);
                notes.extend(faults.into_iter().map(guard::stopped));
                value.unwrap_or_default()
            }
            Ok(None) => SiteTextFile::default(),
            Err(problem) => {
                notes.push(problem.consequence(Consequence::LeftOut));
                SiteTextFile::default()
            }
        };
        texts.push(SiteText {
            title: text.title,
            description: text.description,
            about: text.about,
        });
    }
    texts
}
