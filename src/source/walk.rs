//! A walk through folders of entries: which files there are, and what each of them is.

use super::beside::{Beside, is_of_system, may_lie_among, may_lie_beside};
use super::file_name::{ENDINGS, is_profile, is_put_away, read_chosen, read_fixed};
use super::passed_over::holds_entries;
use super::source_file::{Shape, SourceFile};
use super::walk_rules::{
    beside_file, is_about_the_folder, is_group, nothing_below, second_profile,
};
use crate::base::EntryKind;
use crate::base::{Code, Diagnostic, Language, Place, Rank};
use crate::config::CONFIG_FILE;
use std::path::Path;
use std::sync::Arc;
use walkdir::{DirEntry, WalkDir};

/// A walk through the folders of a site, or of a member.
pub(super) struct Walk<'a> {
    pub(super) root: &'a Path,
    /// The languages of the site.
    pub(super) languages: &'a [Language],
    /// Whose files are walked through.
    pub(super) rank: Rank,
    pub(super) found: Vec<SourceFile>,
    pub(super) beside: Beside,
    pub(super) absent: Vec<(String, Place)>,
    pub(super) notes: Vec<Diagnostic>,
}

impl Walk<'_> {
    pub(super) fn listing(&mut self, dir: &Path) -> Vec<DirEntry> {
        let mut entries = Vec::new();
        let mut all: Vec<_> = WalkDir::new(dir).min_depth(1).max_depth(1).into_iter().collect();
        // `sort_by_file_name` reads both paths anew for each comparison.
        all.sort_by_cached_key(|entry| entry.as_ref().ok().map(|it| it.file_name().to_owned()));
        for entry in all {
            match entry {
                Ok(entry) if is_put_away(&entry.file_name().to_string_lossy()) => {}
                Ok(entry) if is_of_system(&entry.file_name().to_string_lossy()) => {}
                Ok(entry) if entry.path_is_symlink() => {
                    let path = self.relative(entry.path());
                    self.notes.push(
                        Diagnostic::new(
                            Code::UnknownFile,
                            Place::file(path),
                            "symbolic links are not followed",
                        )
                        .help("put the file itself here, or name the folder under `members:`"),
                    );
                }
                Ok(entry) if !entry.file_type().is_file() && !entry.file_type().is_dir() => {
                    let path = self.relative(entry.path());
                    let note = Diagnostic::new(
                        Code::FileUnreadable,
                        Place::file(path),
                        "this is neither a file nor a folder",
                    );
                    self.notes.push(note.help("remove it, or put a file in its place"));
                }
                Ok(entry) => entries.push(entry),
                Err(error) => {
                    let path = self.relative(error.path().unwrap_or(dir));
                    let note =
                        Diagnostic::new(Code::FileUnreadable, Place::file(path), error.to_string());
                    self.notes.push(note);
                }
            }
        }
        entries
    }

    /// What the name of an entry's file says: its name without endings, and the language of a
    /// translation.
    pub(super) fn read_name<'n>(
        &self,
        entry: &DirEntry,
        name: &'n str,
    ) -> Option<(&'n str, Option<Language>)> {
        let stands = |stem: &str, ending: &str| {
            entry.path().with_file_name(format!("{stem}{ending}")).is_file()
        };
        read_chosen(name, self.languages, |stem| ENDINGS.iter().any(|ending| stands(stem, ending)))
    }

    fn relative(&self, path: &Path) -> String {
        let path = path.strip_prefix(self.root).unwrap_or(path);
        path.to_string_lossy().replace('\\', "/")
    }

    pub(super) fn experts(&mut self, dir: &Path, label: &str) {
        if dir.is_dir() {
            let entries = self.listing(dir);
            self.experts_among(&entries, label);
        }
    }

    fn experts_among(&mut self, entries: &[DirEntry], label: &str) {
        for entry in entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            if !entry.file_type().is_dir() {
                self.entry_file(EntryKind::Expert, entry, label, None);
                continue;
            }
            let path = format!("{label}/{name}");
            let files = self.listing(entry.path());
            if !name.starts_with('_') && is_group(&files, &["profile", "index"]) {
                self.experts_among(&files, &path);
            } else {
                self.expert_files(&files, &path, &name);
            }
        }
    }

    /// An expert's folder: the same for a portfolio, a network's expert and a member.
    pub(super) fn expert_folder(&mut self, dir: &Path, label: &str, stem: &str) {
        let files = self.listing(dir);
        self.expert_files(&files, label, stem);
    }

    fn expert_files(&mut self, files: &[DirEntry], label: &str, stem: &str) {
        let below =
            |name: &str| if label.is_empty() { name.to_owned() } else { format!("{label}/{name}") };
        let owner: Arc<str> = label.into();
        let names: Vec<String> =
            files.iter().map(|file| file.file_name().to_string_lossy().into_owned()).collect();
        let has_named = label.is_empty() || names.iter().any(|name| is_profile(name));
        let fixed = if has_named { "profile" } else { "index" };
        let is_held = stem.starts_with('_');
        let is_own = !label.is_empty() && !is_held && !self.rank.is_member();
        let mut read: Option<&String> = None;
        for (entry, name) in files.iter().zip(&names) {
            if entry.file_type().is_dir() {
                let told = EntryKind::told_in(name).filter(|_| !is_held);
                if let Some(kind) = told {
                    let (files, place) = (self.listing(entry.path()), below(name));
                    self.entries_among(kind, &files, &place, Some(&owner));
                } else if is_own && holds_entries(entry) {
                    self.notes.push(nothing_below(below(name)));
                }
                continue;
            }
            let lower = name.to_lowercase();
            let profile = read_fixed(&lower).filter(|(stem, _)| *stem == fixed && !is_held);
            if may_lie_beside(name) {
                self.beside(entry, below(name));
            } else if let Some((_, language)) = profile {
                if let (Some(first), None) = (read, &language) {
                    self.notes.push(second_profile(below(name), first));
                    continue;
                }
                read = read.or(language.is_none().then_some(name));
                let path = below(name).into();
                self.found.push(SourceFile {
                    stem: stem.to_owned(),
                    folder: owner.clone(),
                    language,
                    owner: Some(owner.clone()),
                    ..SourceFile::new(path, entry.path(), EntryKind::Expert, self.rank)
                });
            } else if self.rank.is_member() && *name == CONFIG_FILE {
                // A member's own site has one; that of the network counts.
            } else if !label.is_empty() {
                let why = "an expert's folder holds one profile, `profile.md`";
                self.unread(EntryKind::Expert, entry, below(name), why);
            }
        }
        if read.is_none() && !label.is_empty() && !is_held {
            let why = "the folder holds no profile.md";
            let note = Diagnostic::new(Code::UnknownFile, Place::file(label), why);
            self.notes.push(note.help(
                "an expert's folder holds profile.md, and beside it pictures, projects/ and news/",
            ));
        }
    }

    /// Notes a file that lies where entries are read and is not read. Whom it names stays known, as
    /// somebody who is not to be named because a file is called otherwise.
    fn unread(&mut self, kind: EntryKind, entry: &DirEntry, path: String, why: &str) {
        if is_about_the_folder(&path) {
            return;
        }
        let note =
            Diagnostic::new(Code::UnknownFile, Place::file(path.clone()), "the file is not read");
        self.notes.push(note.help(format!("{why}; files to copy as they are belong in static/")));
        if kind == EntryKind::Expert {
            let file = SourceFile::new(path.into(), entry.path(), kind, self.rank);
            self.found.push(SourceFile { shape: Shape::Unread, ..file });
        }
    }

    pub(super) fn folder(&mut self, kind: EntryKind, owner: Option<&Arc<str>>) {
        let name = kind.folder();
        let dir = self.root.join(name);
        if dir.is_dir() {
            let entries = self.listing(&dir);
            self.entries_among(kind, &entries, name, owner);
        }
    }

    /// Entries that are files, or folders with `index.md` and pictures.
    fn entries_among(
        &mut self,
        kind: EntryKind,
        entries: &[DirEntry],
        label: &str,
        owner: Option<&Arc<str>>,
    ) {
        for entry in entries {
            if !entry.file_type().is_dir() {
                self.entry_file(kind, entry, label, owner);
                continue;
            }
            let stem = entry.file_name().to_string_lossy().into_owned();
            let folder: Arc<str> = format!("{label}/{stem}").into();
            let is_held = stem.starts_with('_');
            let files = self.listing(entry.path());
            if !is_held && is_group(&files, &["index"]) {
                self.entries_among(kind, &files, &folder, owner);
                continue;
            }
            for file in &files {
                let name = file.file_name().to_string_lossy().into_owned();
                let path = format!("{folder}/{name}");
                let lower = name.to_lowercase();
                let index = read_fixed(&lower).filter(|(fixed, _)| *fixed == "index" && !is_held);
                if may_lie_beside(&name) {
                    self.beside(file, path);
                } else if let Some((_, language)) = index {
                    let entry = SourceFile::new(path.into(), file.path(), kind, self.rank);
                    let (folder, owner) = (folder.clone(), owner.cloned());
                    self.found.push(SourceFile {
                        stem: stem.clone(),
                        folder,
                        language,
                        owner,
                        ..entry
                    });
                } else if !file.file_type().is_dir() {
                    self.unread(
                        kind,
                        file,
                        path,
                        "the folder of an entry holds one text, `index.md`",
                    );
                }
            }
        }
    }

    pub(super) fn entry_file(
        &mut self,
        kind: EntryKind,
        entry: &DirEntry,
        label: &str,
        owner: Option<&Arc<str>>,
    ) {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{label}/{name}");
        if may_lie_among(&name) {
            self.beside(entry, path);
            return;
        }
        if name.starts_with(['_', '.']) {
            self.unread(
                kind,
                entry,
                path,
                "names of entries begin with neither `_` nor a dot; a draft says `draft: true`",
            );
            return;
        }
        let Some((stem, language)) = self.read_name(entry, &name) else {
            self.unread(kind, entry, path, "entries end in .md or .yaml");
            return;
        };
        if is_about_the_folder(&path) {
            return;
        }
        if let Some(language) =
            language.as_ref().filter(|language| !self.languages.contains(language))
            && self.rank == Rank::Own
        {
            let message = format!(
                "this is a translation into `{language}`, which is no language of the site"
            );
            let note = Diagnostic::new(Code::StrayTranslation, Place::file(path.clone()), message);
            self.notes.push(note.help(format!(
                "add `{language}` to `languages:` in vakwerk.yaml; if the dot belongs to a name, write a dash for it"
            )));
        }
        let file = SourceFile::new(path.into(), entry.path(), kind, self.rank);
        let (stem, owner) = (stem.to_owned(), owner.cloned());
        self.found.push(SourceFile { stem, folder: label.into(), language, owner, ..file });
    }

    fn beside(&mut self, entry: &DirEntry, path: String) {
        let file = beside_file(entry, path);
        self.beside.insert(file.path.clone(), file);
    }
}
