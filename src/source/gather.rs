//! Which files there are, and what each of them is.

use super::beside::{Beside, BesideFile, is_of_system, may_lie_among, may_lie_beside};
use super::file_name::{ENDINGS, read_chosen, read_fixed};
use super::forgotten::forgotten;
use super::history::last_commits;
use super::site_files::{SiteFiles, site_files};
use super::source_file::{EntryKind, Shape, SourceFile};
use crate::base::{Checked, Code, Diagnostic, Forgotten, Language, Place, Rank};
use crate::config::{Kind, Project};
use std::path::Path;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;
use walkdir::{DirEntry, WalkDir};

/// Everything that people wrote.
#[derive(Debug, Default)]
pub struct Sources {
    /// Files about entries, in the order of their paths.
    pub entries: Vec<SourceFile>,
    /// Pictures and documents beside them.
    pub beside: Beside,
    /// Members whose files are not here, and to whom the owner of the site gave a slug: the slug, and where it stands.
    pub absent: Vec<(String, Place)>,
    /// People who were removed at their wish.
    pub forgotten: Forgotten,
    /// What belongs to the site as a whole.
    pub site: SiteFiles,
}

/// Finds and reads what people wrote for `project`.
pub fn gather(project: &Project) -> Checked<Sources> {
    let mut walk = Walk {
        root: &project.root,
        languages: &project.config.languages,
        rank: Rank::Own,
        found: Vec::new(),
        beside: Beside::new(),
        absent: Vec::new(),
        notes: Vec::new(),
    };
    match project.config.kind {
        Kind::Portfolio => walk.expert_folder(&project.root, "", ""),
        Kind::Network => walk.experts(&project.root.join("experts"), "experts"),
    }
    walk.members(&project.config.members);
    if project.config.kind == Kind::Network {
        walk.folder(EntryKind::Project, "projects", None);
    }
    walk.folder(EntryKind::Organization, "organizations", None);
    walk.folder(EntryKind::Topic, "topics", None);
    walk.folder(EntryKind::Request, "requests", None);
    walk.pages();
    walk.lists(project.config.kind);
    let Walk { found, beside, absent, mut notes, .. } = walk;

    let mut entries = found;
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    let commits = last_commits(&project.root, &mut notes);
    for entry in entries.iter_mut().filter(|entry| entry.shape == Shape::Entry) {
        // As of an earlier day than that of the commit, the entry was changed on that day at the latest.
        entry.committed = commits.get(&*entry.path).map(|day| day.first_day().min(project.config.date));
    }
    let forgotten = forgotten(&project.root, project.config.forget_key.as_deref(), &mut notes);
    let site = site_files(&project.root, &mut notes);
    Checked::new(Sources { entries, beside, absent, forgotten, site }, notes)
}

pub(super) struct Walk<'a> {
    pub(super) root: &'a Path,
    /// The languages of the site.
    languages: &'a [Language],
    /// Whose files are walked through.
    pub(super) rank: Rank,
    pub(super) found: Vec<SourceFile>,
    beside: Beside,
    pub(super) absent: Vec<(String, Place)>,
    pub(super) notes: Vec<Diagnostic>,
}

impl Walk<'_> {
    pub(super) fn listing(&mut self, dir: &Path) -> Vec<DirEntry> {
        let mut entries = Vec::new();
        for entry in WalkDir::new(dir).min_depth(1).max_depth(1).sort_by_file_name() {
            match entry {
                Ok(entry) if entry.file_name().to_string_lossy().starts_with('.') => {}
                Ok(entry) if is_of_system(&entry.file_name().to_string_lossy()) => {}
                Ok(entry) if entry.path_is_symlink() => {
                    let path = self.relative(entry.path());
                    self.notes.push(
                        Diagnostic::new(Code::UnknownFile, Place::file(path), "symbolic links are not followed")
                            .help("put the file itself here, or name the folder under `members:`"),
                    );
                }
                Ok(entry) if !entry.file_type().is_file() && !entry.file_type().is_dir() => {
                    let path = self.relative(entry.path());
                    let note =
                        Diagnostic::new(Code::FileUnreadable, Place::file(path), "this is neither a file nor a folder");
                    self.notes.push(note.help("remove it, or put a file in its place"));
                }
                Ok(entry) => entries.push(entry),
                Err(error) => {
                    let path = self.relative(error.path().unwrap_or(dir));
                    let note = Diagnostic::new(Code::FileUnreadable, Place::file(path), error.to_string());
                    self.notes.push(note);
                }
            }
        }
        entries
    }

    /// What the name of an entry's file says: its name without endings, and the language of a translation.
    pub(super) fn read_name<'n>(&self, entry: &DirEntry, name: &'n str) -> Option<(&'n str, Option<Language>)> {
        let stands = |stem: &str, ending: &str| entry.path().with_file_name(format!("{stem}{ending}")).is_file();
        read_chosen(name, self.languages, |stem| ENDINGS.iter().any(|ending| stands(stem, ending)))
    }

    fn relative(&self, path: &Path) -> String {
        let path = path.strip_prefix(self.root).unwrap_or(path);
        path.to_string_lossy().replace('\\', "/")
    }

    fn experts(&mut self, dir: &Path, label: &str) {
        if !dir.is_dir() {
            return;
        }
        for entry in self.listing(dir) {
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.file_type().is_dir() {
                self.expert_folder(entry.path(), &format!("{label}/{name}"), &name);
            } else {
                self.entry_file(EntryKind::Expert, &entry, label, None);
            }
        }
    }

    /// An expert's folder: the same for a portfolio, a network's expert and a member.
    pub(super) fn expert_folder(&mut self, dir: &Path, label: &str, stem: &str) {
        let below = |name: &str| if label.is_empty() { name.to_owned() } else { format!("{label}/{name}") };
        let owner: Arc<str> = label.into();
        let mut has_profile = false;
        for entry in self.listing(dir) {
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.file_type().is_dir() {
                if name == "projects" {
                    self.entries_in(EntryKind::Project, entry.path(), &below("projects"), Some(&owner));
                }
                continue;
            }
            if may_lie_beside(&name) {
                self.beside(&entry, below(&name));
            } else if let Some(("profile", language)) = read_fixed(&name) {
                has_profile |= language.is_none();
                self.found.push(SourceFile {
                    path: below(&name).into(),
                    location: entry.path().to_owned(),
                    kind: EntryKind::Expert,
                    stem: stem.to_owned(),
                    folder: owner.clone(),
                    language,
                    owner: Some(owner.clone()),
                    shape: Shape::Entry,
                    rank: self.rank,
                    given_slug: None,
                    committed: None,
                    text: None,
                });
            }
        }
        if !has_profile && !label.is_empty() {
            self.notes.push(
                Diagnostic::new(Code::UnknownFile, Place::file(label), "the folder holds no profile.md")
                    .help("an expert's folder holds profile.md, and beside it pictures and projects/"),
            );
        }
    }

    fn folder(&mut self, kind: EntryKind, name: &str, owner: Option<&Arc<str>>) {
        let dir = self.root.join(name);
        if dir.is_dir() {
            self.entries_in(kind, &dir, name, owner);
        }
    }

    /// Entries that are files, or folders with `index.md` and pictures.
    fn entries_in(&mut self, kind: EntryKind, dir: &Path, label: &str, owner: Option<&Arc<str>>) {
        for entry in self.listing(dir) {
            if !entry.file_type().is_dir() {
                self.entry_file(kind, &entry, label, owner);
                continue;
            }
            let stem = entry.file_name().to_string_lossy().into_owned();
            let folder: Arc<str> = format!("{label}/{stem}").into();
            for file in self.listing(entry.path()) {
                let name = file.file_name().to_string_lossy().into_owned();
                if may_lie_beside(&name) {
                    self.beside(&file, format!("{folder}/{name}"));
                } else if let Some(("index", language)) = read_fixed(&name) {
                    self.found.push(SourceFile {
                        path: format!("{folder}/{name}").into(),
                        location: file.path().to_owned(),
                        kind,
                        stem: stem.clone(),
                        folder: folder.clone(),
                        language,
                        owner: owner.cloned(),
                        shape: Shape::Entry,
                        rank: self.rank,
                        given_slug: None,
                        committed: None,
                        text: None,
                    });
                }
            }
        }
    }

    pub(super) fn entry_file(&mut self, kind: EntryKind, entry: &DirEntry, label: &str, owner: Option<&Arc<str>>) {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{label}/{name}");
        if may_lie_among(&name) {
            self.beside(entry, path);
            return;
        }
        let Some((stem, language)) = self.read_name(entry, &name) else {
            self.notes.push(
                Diagnostic::new(Code::UnknownFile, Place::file(path), "the file is not an entry")
                    .help("entries end in .md or .yaml; files to copy as they are belong in static/"),
            );
            return;
        };
        if let Some(language) = language.as_ref().filter(|language| !self.languages.contains(language))
            && self.rank == Rank::Own
        {
            let message = format!("this is a translation into `{language}`, which is no language of the site");
            let note = Diagnostic::new(Code::StrayTranslation, Place::file(path.clone()), message);
            self.notes.push(note.help(format!(
                "add `{language}` to `languages:` in vakwerk.yaml; if the dot belongs to a name, write a dash for it"
            )));
        }
        self.found.push(SourceFile {
            path: path.into(),
            location: entry.path().to_owned(),
            kind,
            stem: stem.to_owned(),
            folder: label.into(),
            language,
            owner: owner.cloned(),
            shape: Shape::Entry,
            rank: self.rank,
            given_slug: None,
            committed: None,
            text: None,
        });
    }

    /// Files at the top that each hold many entries: `experts.csv`, `topics.yaml`, `experts.en.yaml`.
    fn lists(&mut self, kind: Kind) {
        let top = WalkDir::new(self.root).min_depth(1).max_depth(1).sort_by_file_name();
        for entry in top.into_iter().filter_map(Result::ok) {
            let name = entry.file_name().to_string_lossy().into_owned();
            let (shape, bare) = match name.strip_suffix(".csv") {
                Some(bare) => (Shape::Table, format!("{bare}.yaml")),
                None => (Shape::List, name.clone()),
            };
            let Some((stem, language)) = read_fixed(&bare).filter(|_| !bare.ends_with(".md")) else { continue };
            let Some(of) = EntryKind::of_folder(stem) else { continue };
            if kind == Kind::Portfolio && of == EntryKind::Expert || !entry.file_type().is_file() {
                continue;
            }
            self.found.push(SourceFile {
                path: name.into(),
                location: entry.path().to_owned(),
                kind: of,
                stem: String::new(),
                folder: stem.into(),
                language,
                owner: None,
                shape,
                rank: self.rank,
                given_slug: None,
                committed: None,
                text: None,
            });
        }
    }

    fn pages(&mut self) {
        let dir = self.root.join("pages");
        if !dir.is_dir() {
            return;
        }
        let mut folders = vec![(dir, "pages".to_owned(), String::new())];
        while let Some((dir, label, prefix)) = folders.pop() {
            for entry in self.listing(&dir) {
                let name = entry.file_name().to_string_lossy().into_owned();
                if entry.file_type().is_dir() {
                    folders.push((entry.path().to_owned(), format!("{label}/{name}"), format!("{prefix}{name}/")));
                    continue;
                }
                let before = self.found.len();
                self.entry_file(EntryKind::Page, &entry, &label, None);
                if let Some(page) = self.found.get_mut(before) {
                    let index = page.stem == "index" && !prefix.is_empty();
                    page.stem =
                        if index { prefix.trim_end_matches('/').into() } else { format!("{prefix}{}", page.stem) };
                }
            }
        }
    }

    fn beside(&mut self, entry: &DirEntry, path: String) {
        let (size, changed) = entry.metadata().map_or((0, (0, 0)), |metadata| {
            let changed = metadata.modified().ok().and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
            (metadata.len(), changed.map_or((0, 0), |at| (at.as_secs(), at.subsec_nanos())))
        });
        // A file system may keep letters and marks apart. Where both forms stand, the composed one comes last, and counts.
        let path: Arc<str> = if path.is_ascii() { path.into() } else { path.nfc().collect::<String>().into() };
        let file = BesideFile { path: path.clone(), location: entry.path().to_owned(), size, changed };
        self.beside.insert(path, file);
    }
}
