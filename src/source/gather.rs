//! Which files there are, and what each of them is.

use super::beside::Beside;
use super::file_name::read_fixed;
use super::forgotten::forgotten;
use super::history::last_commits;
use super::passed_over::{of_network, passed_over};
use super::site_files::{SiteFiles, site_files};
use super::source_file::{Shape, SourceFile};
use super::table_file::bare_name;
use super::walk::Walk;
use crate::base::EntryKind;
use crate::base::{Checked, Code, Diagnostic, Forgotten, Language, Place, Rank};
use crate::config::{Kind, Project};
use walkdir::WalkDir;

/// Everything that people wrote.
#[derive(Debug, Default)]
pub struct Sources {
    /// What people wrote of entries.
    pub written: Written,
    /// Pictures and documents beside them.
    pub beside: Beside,
    /// What belongs to the site as a whole.
    pub site: SiteFiles,
}

/// What people wrote of entries, and of whom nothing may be read.
#[derive(Debug, Default)]
pub struct Written {
    /// Files about entries, in the order of their paths.
    pub entries: Vec<SourceFile>,
    /// Members whose files are not here, and to whom the owner of the site gave a slug: the slug,
    /// and where it stands.
    pub absent: Vec<(String, Place)>,
    /// People who were removed at their wish.
    pub forgotten: Forgotten,
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
        let told = EntryKind::ALL.into_iter().filter(|kind| kind.is_told_by_experts());
        told.for_each(|kind| walk.folder(kind, None));
    }
    for kind in EntryKind::ALL.into_iter().filter(|kind| kind.is_of_site()) {
        if project.config.kind == Kind::Portfolio && kind.is_of_network() {
            continue;
        }
        walk.folder(kind, None);
    }
    walk.pages();
    walk.lists(project.config.kind, project.config.places.file.as_deref());
    let Walk { found, beside, absent, mut notes, .. } = walk;

    let mut entries = found;
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    let commits = last_commits(&project.root, &mut notes);
    for entry in entries.iter_mut().filter(|entry| entry.shape == Shape::Entry) {
        // As of an earlier day than that of the commit, the entry was changed on that day at the
        // latest.
        entry.committed =
            commits.get(&*entry.path).map(|day| day.first_day().min(project.config.date));
    }
    let forgotten = forgotten(&project.root, project.config.forget_key.as_deref(), &mut notes);
    let site = site_files(&project.root, &mut notes);
    let written = Written { entries, absent, forgotten };
    Checked::new(Sources { written, beside, site }, notes)
}

/// The note on texts of the site in a language that it does not have: `vakwerk.de.yaml`.
fn texts_of_no_language(lower: &str, name: &str, languages: &[Language]) -> Option<Diagnostic> {
    let tag = lower.strip_prefix("vakwerk.")?.strip_suffix(".yaml")?;
    let language: Language = tag.parse().ok()?;
    if languages.iter().any(|known| known.as_str().eq_ignore_ascii_case(tag)) {
        return None;
    }
    let message = format!("these are texts in `{language}`, which is no language of the site");
    let note = Diagnostic::new(Code::StrayTranslation, Place::file(name), message);
    Some(note.help(format!("add `{language}` to `languages:` in vakwerk.yaml, or take it away")))
}

impl Walk<'_> {
    /// Files at the top that each hold many entries: `experts.csv`, `topics.yaml`,
    /// `experts.en.yaml`.
    ///
    /// The table of towns is the configuration's.
    fn lists(&mut self, kind: Kind, of_towns: Option<&str>) {
        let top = WalkDir::new(self.root).min_depth(1).max_depth(1).sort_by_file_name();
        let mut tables: Vec<(String, String)> = Vec::new();
        for entry in top.into_iter().filter_map(Result::ok) {
            let name = entry.file_name().to_string_lossy().into_owned();
            if of_towns == Some(name.as_str()) {
                continue;
            }
            let lower = name.to_lowercase();
            let (shape, bare) = match bare_name(&lower) {
                Some(bare) => (Shape::Table, format!("{bare}.yaml")),
                None => (Shape::List, lower.clone()),
            };
            let listed = read_fixed(&bare)
                .filter(|_| !bare.ends_with(".md") && !bare.ends_with(".markdown"));
            let of = listed.as_ref().and_then(|(stem, _)| EntryKind::of_folder(stem));
            if let Some(note) = texts_of_no_language(&lower, &name, self.languages) {
                self.notes.push(note);
                continue;
            }
            let (Some(of), Some((_, language))) = (of, listed) else {
                self.notes.extend(passed_over(&entry, &lower, kind));
                continue;
            };
            if !entry.file_type().is_file() {
                continue;
            }
            if kind == Kind::Portfolio && of.is_of_network() {
                self.notes.push(of_network(&name));
                continue;
            }
            if shape == Shape::Table {
                if let Some((_, first)) = tables.iter().find(|(known, _)| *known == bare) {
                    // Who was hidden in the one would stand open in the other.
                    let message = format!(
                        "`{first}` stands beside it, and nobody can tell which of the two counts"
                    );
                    let note = Diagnostic::new(Code::TableNotRead, Place::file(name), message);
                    self.notes
                        .push(note.help("keep the one that you write in, and take the other away"));
                    continue;
                }
                tables.push((bare.clone(), name.clone()));
            }
            let file = SourceFile::new(name.into(), entry.path(), of, self.rank);
            self.found.push(SourceFile { folder: of.folder().into(), language, shape, ..file });
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
                    folders.push((
                        entry.path().to_owned(),
                        format!("{label}/{name}"),
                        format!("{prefix}{name}/"),
                    ));
                    continue;
                }
                let before = self.found.len();
                self.entry_file(EntryKind::Page, &entry, &label, None);
                if let Some(page) = self.found.get_mut(before) {
                    let index = page.stem == "index" && !prefix.is_empty();
                    page.stem = if index {
                        prefix.trim_end_matches('/').into()
                    } else {
                        format!("{prefix}{}", page.stem)
                    };
                }
            }
        }
    }
}
