//! What is removed of a person, and what no program can remove.

use super::audit::looked_through;
use super::out::{println, typed};
use super::{announce, nudge};
use crate::audit::{Marker, search};
use crate::base::slug::slug;
use crate::base::{Forgotten, printable, put};
use crate::config::{Member, Origin, Project};
use crate::pipeline::{self, PersonalData};
use crate::source::{Texts, cache_path};
use std::collections::BTreeSet;
use std::collections::hash_map::RandomState;
use std::fs;
use std::hash::BuildHasher;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// What is removed of a person, and what no program can remove.
#[derive(Debug)]
pub(super) struct Erasure {
    root: PathBuf,
    /// Files below the root.
    files: BTreeSet<PathBuf>,
    /// The person's own folder, when it lies below the root.
    folder: Option<PathBuf>,
    /// Items of lists that somebody must take out.
    items: Vec<String>,
    /// Where else the person is named: `file:line`.
    elsewhere: Vec<String>,
}

impl Erasure {
    /// What is to be removed of the person who left `personal_data`.
    pub(super) fn of(project: &Project, personal_data: &PersonalData) -> Self {
        let root = project.root.clone();
        let mut files = BTreeSet::new();
        let mut items = Vec::new();
        let mut texts = Texts::default();
        for anchor in std::iter::once(&personal_data.profile).chain(&personal_data.translations) {
            if anchor.item.is_empty() {
                files.insert(PathBuf::from(&*anchor.file));
            } else {
                let found = texts.locate(&project.root, &anchor.here()).and_then(|(at, _)| at.cell);
                items.push(match found {
                    Some(cell) => format!("{}: row {}", anchor.file, cell.row),
                    None => format!("{}: the item `{}`", anchor.file, anchor.item),
                });
            }
        }
        files.extend(personal_data.photo.iter().map(PathBuf::from));
        let mut folder = None;
        if let Some(own) = personal_data.folder.as_deref() {
            let inside = !own.split('/').any(|part| part == "..") && !Path::new(own).is_absolute();
            if let Some(member) =
                project.config.members.iter().find(|member| is_fetched(member, own))
            {
                // What is removed from the cache is fetched again as long as the member is named.
                files.clear();
                let address = member.in_words();
                items.push(format!(
                    "vakwerk.yaml and vakwerk.lock: the member {address}, with `vakwerk members remove` and that address"
                ));
                items.push(format!(
                    "{address}: the repository is the person's own, and no part of the site"
                ));
            } else if inside && root.join(own).is_dir() && !own.is_empty() {
                files.extend(below(&root, &root.join(own)));
                folder = Some(PathBuf::from(own));
            } else {
                files.clear();
                items.push(format!(
                    "vakwerk.yaml: the member `{own}`, whose folder lies outside the site"
                ));
            }
        }
        files.retain(|file| root.join(file).is_file());
        let mut elsewhere = elsewhere(&root, &files, &personal_data.names);
        // The row of a table is named already.
        elsewhere.retain(|place| {
            let row = place.rsplit_once(':').map(|(file, line)| format!("{file}: row {line}"));
            row.is_none_or(|row| !items.contains(&row))
        });
        Self { root, files, folder, items, elsewhere }
    }

    /// Prints what will be done.
    pub(super) fn show(&self) {
        println!("These files will be removed:");
        for file in &self.files {
            println!("  {}", printable(&file.to_string_lossy()));
        }
        if self.files.is_empty() {
            println!("  none");
        }
        println!(
            "{} will keep pseudonymous hashes of the slug, the names and the personal addresses, so that nobody gets the address",
            Forgotten::FILE
        );
        println!(
            "and teams count one more contributor. Pictures, messages and records kept in .vakwerk will be removed."
        );
        if !self.items.is_empty() || !self.elsewhere.is_empty() {
            println!("\nThis is for you to take out, as it stands among other things:");
        }
        for place in self.items.iter().chain(&self.elsewhere) {
            println!("  {}", printable(place));
        }
    }

    /// Removes the files and remembers that the person was there.
    #[expect(
        clippy::disallowed_methods,
        reason = "the outer ring: the command line removes what was agreed on"
    )]
    pub(super) fn carry_out(
        &self,
        project: &Project,
        mut forgotten: Forgotten,
        names: &[String],
    ) -> io::Result<()> {
        // First what is remembered: a run that is killed here can be run again.
        if forgotten.salt.is_empty() {
            forgotten.salt = (0..4_u8).fold(String::new(), |salt, at| {
                format!("{salt}{:016x}", RandomState::new().hash_one(at))
            });
        }
        if names.first().is_none_or(|slug| forgotten.person(slug).is_none()) {
            forgotten.add(names.iter().map(String::as_str).filter(|name| !name.trim().is_empty()));
        }
        let text = serde_yaml::to_string(&forgotten).map_err(io::Error::other)?;
        let head = "# People who were removed with `vakwerk forget`: hashes only, written by the program.\n";
        put(&project.root.join(Forgotten::FILE), format!("{head}{text}").as_bytes())?;
        for file in &self.files {
            fs::remove_file(self.root.join(file))?;
        }
        if let Some(folder) = &self.folder {
            // Folders that are empty now; what is no file of ours stays.
            let folders = WalkDir::new(self.root.join(folder))
                .contents_first(true)
                .into_iter()
                .filter_map(Result::ok);
            for entry in folders.filter(|entry| entry.file_type().is_dir()) {
                let _ = fs::remove_dir(entry.path());
            }
        }
        if let Some(slug) = names.first() {
            pipeline::forget_address(project, slug)?;
            nudge::forget(&self.root, slug)?;
            announce::forget(&self.root)?;
        }
        for folder in pipeline::naming_folders(project).iter().filter(|folder| folder.is_dir()) {
            fs::remove_dir_all(folder)?;
        }
        Ok(())
    }

    /// Whether files are removed; what stands in files of many is for the person at the terminal.
    pub(super) fn removes(&self) -> bool {
        !self.files.is_empty()
    }

    /// Prints what lies outside.
    pub(super) fn rest(&self, markers: Option<&Path>) {
        for place in self.items.iter().chain(&self.elsewhere) {
            println!("  [ ] take out {}", printable(place));
        }
        let audit = match markers {
            Some(path) => {
                format!("vakwerk audit public --markers {}, then delete that file", typed(path))
            }
            None => {
                "vakwerk audit public --markers FILE, with the person's name and addresses in it"
                    .to_owned()
            }
        };
        for step in [
            "build and publish the site, and see that nothing is left:".to_owned(),
            format!("    {audit}"),
            "the history of the Git repository: it keeps every file that was ever in it (git filter-repo),".to_owned(),
            "    with every clone and fork of it".to_owned(),
            "caches: of the host and its network (purge them), of CI (delete the cache and old artifacts)".to_owned(),
            "search engines: ask for the addresses to be removed; archives on the web likewise".to_owned(),
            "whoever took over data: feeds, exported lists, directories that were told of the profile".to_owned(),
            "backups, and vCards and documents that people have already saved: tell whom you know of".to_owned(),
        ] {
            let mark = if step.starts_with(' ') { "   " } else { "[ ]" };
            println!("  {mark} {}", step.trim_start());
        }
    }
}

/// Whether a folder is where a member's repository is kept.
fn is_fetched(member: &Member, own: &str) -> bool {
    let cache = cache_path(member);
    matches!(member.origin, Origin::Repository { .. })
        && (own == cache || own.starts_with(&format!("{cache}/")))
}

/// The files below `folder`, relative to `root`.
fn below<'a>(root: &'a Path, folder: &Path) -> impl Iterator<Item = PathBuf> + 'a {
    let files = WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file());
    files.filter_map(move |entry| entry.path().strip_prefix(root).ok().map(Path::to_owned))
}

/// Lines of other texts that name the person.
#[expect(
    clippy::disallowed_methods,
    reason = "the outer ring: the command line looks who names the person"
)]
fn elsewhere(root: &Path, files: &BTreeSet<PathBuf>, names: &[String]) -> Vec<String> {
    let names: Vec<String> =
        names.iter().map(|name| name.to_lowercase()).filter(|name| name.len() > 2).collect();
    let markers: Vec<Marker> = names.iter().filter_map(|name| Marker::new(name)).collect();
    let slugs: Vec<String> =
        names.iter().map(|name| slug(name)).filter(|slug| slug.contains('-')).collect();
    let mut places = Vec::new();
    let hidden = |entry: &walkdir::DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() > 0
            && (name.starts_with('.')
                || (entry.depth() == 1 && (name == "public" || name == "target")))
    };
    let walk =
        WalkDir::new(root).sort_by_file_name().into_iter().filter_entry(|entry| !hidden(entry));
    let unread = |path: &Path| format!("{}: it cannot be read, so look yourself", path.display());
    for entry in walk {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().unwrap_or(root);
                places.push(unread(path.strip_prefix(root).unwrap_or(path)));
                continue;
            }
        };
        let Ok(path) = entry.path().strip_prefix(root) else { continue };
        if files.contains(path) || !entry.file_type().is_file() {
            continue;
        }
        let file = path.to_string_lossy();
        if !search(file.as_bytes().to_vec(), &markers).findings.is_empty()
            || slugs.iter().any(|slug| file.contains(slug))
        {
            places.push(format!("{}: the name of the file", path.display()));
        }
        let Ok(bytes) = fs::read(entry.path()) else {
            places.push(unread(path));
            continue;
        };
        let lines = named_lines(&bytes, &names);
        if lines.is_empty() && !looked_through(bytes, &markers).findings.is_empty() {
            // Documents, texts in other encodings, and names that are written otherwise.
            places.push(format!("{}: inside the file", path.display()));
        }
        places.extend(lines.into_iter().map(|line| format!("{}:{line}", path.display())));
    }
    places
}

/// The lines of a text, from 1, that hold one of `names` in small letters; none of what is no text.
fn named_lines(bytes: &[u8], names: &[String]) -> Vec<usize> {
    let lines = std::str::from_utf8(bytes).unwrap_or_default().lines().enumerate();
    let named = lines.filter(|(_, line)| {
        let line = line.to_lowercase();
        names.iter().any(|name| line.contains(name.as_str()))
    });
    named.map(|(at, _)| at + 1).collect()
}
