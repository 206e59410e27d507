//! What a site is read from: which folders, and which files there. Nothing else is watched.

use crate::base::EntryKind;
use crate::config::{Kind, Origin, Project};
use crate::source::{WHOLE, bare_table_name, is_of_system, may_be_read};
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// What happened to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Change {
    /// It came, went, or got another name.
    Name,
    /// What stands in it is another.
    Contents,
}

/// A folder that a site is read from, and what is read there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Folder {
    path: PathBuf,
    reach: Reach,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// The files of the site as a whole, by their names.
    Top,
    /// A profile and what lies beside it.
    Beside,
    /// Entries, and what lies beside them, in the folder and below.
    Entries,
    /// Every file, in the folder and below: static files, templates, themes.
    Everything,
    /// The folder itself, which is not there yet.
    Coming,
}

/// Folders that are of other programs wherever they lie.
const FOREIGN: [&str; 5] = [".git", ".hg", ".svn", ".vakwerk", "node_modules"];

/// The folders that `project` is read from.
pub(super) fn folders(project: &Project) -> Vec<Folder> {
    let root = &project.root;
    let mut folders = vec![Folder { path: root.clone(), reach: Reach::Top }];
    let mut add = |path: PathBuf, reach| {
        #[expect(
            clippy::disallowed_methods,
            reason = "the outer ring: paths of the watcher are compared with these"
        )]
        let found = std::fs::canonicalize(&path).ok().filter(|path| path.is_dir());
        folders.push(match found {
            Some(path) => Folder { path, reach },
            None => Folder { path: lexical(&path), reach: Reach::Coming },
        });
    };
    if project.config.kind == Kind::Portfolio {
        add(root.clone(), Reach::Beside);
    }
    for kind in EntryKind::ALL {
        add(root.join(kind.folder()), Reach::Entries);
    }
    for name in WHOLE {
        add(root.join(name), Reach::Everything);
    }
    for member in &project.config.members {
        let Origin::Folder(path) = &member.origin else { continue };
        let folder = root.join(path).join(&member.folder);
        if member.choice.is_some() {
            add(folder, Reach::Entries);
        } else {
            add(folder.join("projects"), Reach::Entries);
            add(folder, Reach::Beside);
        }
    }
    folders
}

/// A path without `..`, for what is not there.
fn lexical(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            Component::CurDir => {}
            part => plain.push(part),
        }
    }
    plain
}

impl Folder {
    /// Whether the site may be another one because of a change to `path`.
    fn heeds(&self, path: &Path, change: Change) -> bool {
        let Ok(within) = path.strip_prefix(&self.path) else {
            // A folder above one that is to come, which comes with it.
            return self.reach == Reach::Coming
                && change == Change::Name
                && self.path.starts_with(path);
        };
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return false };
        let parts: Vec<_> = within.iter().map(|part| part.to_string_lossy()).collect();
        let hidden = |part: &str| part.starts_with('.') && self.reach != Reach::Everything;
        if parts.iter().any(|part| FOREIGN.contains(&&**part) || hidden(part)) || is_passing(name) {
            return false;
        }
        match self.reach {
            // That the folder itself came or went is seen from above.
            _ if parts.is_empty() => change == Change::Name,
            Reach::Top => parts.len() == 1 && is_of_site(name),
            Reach::Beside => {
                parts.len() == 1
                    && (may_be_read(name)
                        || (EntryKind::told_in(name).is_some() && change == Change::Name))
            }
            // A file that is no entry is said to be none, and what stands in it does not matter.
            Reach::Entries => change == Change::Name || may_be_read(name),
            Reach::Everything => true,
            Reach::Coming => false,
        }
    }

    /// The folder and those below it that are read.
    fn all(&self) -> Vec<PathBuf> {
        match self.reach {
            Reach::Top | Reach::Beside => vec![self.path.clone()],
            Reach::Coming => self
                .path
                .ancestors()
                .find(|path| path.is_dir())
                .map(Path::to_owned)
                .into_iter()
                .collect(),
            Reach::Entries | Reach::Everything => {
                let ours = |entry: &DirEntry| entry.depth() == 0 || !self.is_foreign(entry);
                let all =
                    WalkDir::new(&self.path).into_iter().filter_entry(ours).filter_map(Result::ok);
                all.filter(|entry| entry.file_type().is_dir()).map(DirEntry::into_path).collect()
            }
        }
    }

    fn is_foreign(&self, entry: &DirEntry) -> bool {
        let name = entry.file_name().to_string_lossy();
        FOREIGN.contains(&&*name) || (name.starts_with('.') && self.reach != Reach::Everything)
    }
}

/// Whether the site may be another one because of a change to `path`.
pub(super) fn heeds(folders: &[Folder], path: &Path, change: Change) -> bool {
    folders.iter().any(|folder| folder.heeds(path, change))
}

/// All folders in which something may change.
pub(super) fn watched(folders: &[Folder]) -> BTreeSet<PathBuf> {
    folders.iter().flat_map(Folder::all).collect()
}

/// Whether a file at the top of a site belongs to it, by its name: logs and outputs lie there as
/// well.
fn is_of_site(name: &str) -> bool {
    let lower = name.to_lowercase();
    let stem = lower.split('.').next().unwrap_or_default();
    let folder = EntryKind::of_folder(&lower).is_some() || WHOLE.contains(&lower.as_str());
    let lists = EntryKind::of_folder(stem).is_some() && lower.contains('.') && stem != lower;
    let table = bare_table_name(&lower).is_some();
    let table =
        table || [".yaml", ".yml", ".md", ".markdown"].iter().any(|ending| lower.ends_with(ending));
    folder || lists || table || stem == "vakwerk"
}

/// Whether a file is one that an editor or another program keeps for a while, or that a system
/// leaves behind.
fn is_passing(name: &str) -> bool {
    let lower = name.to_lowercase();
    let endings =
        ["~", ".swp", ".swx", ".tmp", ".temp", ".part", ".crdownload", ".log", ".bak", ".orig"];
    // `4913` is what Vim tries a folder with.
    endings.iter().any(|ending| lower.ends_with(ending))
        || lower.starts_with('#')
        || [".#", "___jb_"].iter().any(|beginning| lower.starts_with(beginning))
        || ["4913", "nohup.out"].contains(&lower.as_str())
        || is_of_system(name)
}
