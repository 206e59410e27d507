//! The files of the owner that may be changed, and how they are written.

use crate::base::fold::key;
use crate::base::replace;
use crate::base::slug::slug;
use crate::config::{Kind, Project};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The most bytes of a profile.
const MOST: u64 = 1024 * 1024;

/// A profile in the folder of the site.
#[derive(Debug, Clone)]
pub(super) struct Profile {
    /// The name of its file or folder, as an address.
    pub(super) slug: String,
    /// The path from the folder of the site, with forward slashes.
    pub(super) path: String,
    pub(super) location: PathBuf,
    /// Whether it has a folder to itself.
    pub(super) has_folder: bool,
}

impl Profile {
    /// The folder of its pictures.
    pub(super) fn folder(&self) -> &Path {
        self.location.parent().unwrap_or(&self.location)
    }
}

/// The profiles in the site's own folder, in the order of their names. Those of members are theirs.
#[expect(clippy::disallowed_methods, reason = "the outer ring: the owner's files are looked for")]
pub(super) fn profiles(project: &Project) -> Vec<Profile> {
    let root = &project.root;
    if project.config.kind == Kind::Portfolio {
        let own = profile_in(root).map(|name| Profile {
            slug: "profile".to_owned(),
            location: root.join(&name),
            path: name,
            has_folder: true,
        });
        return own.into_iter().collect();
    }
    let Ok(entries) = fs::read_dir(root.join("experts")) else { return Vec::new() };
    let names: BTreeSet<String> =
        entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    let mut found = Vec::new();
    for name in names.iter().filter(|name| !name.starts_with('.')) {
        let location = root.join("experts").join(name);
        let (stem, path) = if location.is_dir() {
            let Some(file) = profile_in(&location) else { continue };
            (name.as_str(), format!("{name}/{file}"))
        } else {
            let Some(stem) = markdown(name) else { continue };
            let is_there =
                |own: &str| ENDINGS.iter().any(|it| names.contains(&format!("{own}{it}")));
            let of_another = stem.rsplit_once('.').is_some_and(|(own, _)| is_there(own));
            if of_another {
                continue;
            }
            (stem, name.clone())
        };
        found.push(Profile {
            slug: slug(stem),
            location: root.join("experts").join(&path),
            has_folder: path.contains('/'),
            path: format!("experts/{path}"),
        });
    }
    found.sort_by_cached_key(|profile| key(&profile.slug));
    found
}

const ENDINGS: [&str; 2] = [".md", ".markdown"];

fn markdown(name: &str) -> Option<&str> {
    ENDINGS.iter().find_map(|ending| name.strip_suffix(ending))
}

fn profile_in(folder: &Path) -> Option<String> {
    let names = ["profile.md", "profile.markdown"];
    names.into_iter().find(|name| folder.join(name).is_file()).map(str::to_owned)
}

/// Whether a place lies in the folder of the site and is reached without a link: what a link leads
/// to is somebody else's.
fn is_inside(root: &Path, location: &Path) -> bool {
    let Ok(below) = location.strip_prefix(root) else { return false };
    let mut at = root.to_owned();
    below.components().all(|part| {
        let std::path::Component::Normal(name) = part else { return false };
        at.push(name);
        fs::symlink_metadata(&at).map_or(true, |metadata| !metadata.file_type().is_symlink())
    })
}

/// The text of a file in the folder of the site.
#[expect(clippy::disallowed_methods, reason = "the outer ring: the file that is edited is read")]
pub(super) fn read(root: &Path, location: &Path) -> io::Result<String> {
    if !is_inside(root, location) {
        return Err(io::Error::other("it is reached through a link, and is somebody else's file"));
    }
    if fs::metadata(location)?.len() > MOST {
        return Err(io::Error::other("it is too large to be a profile"));
    }
    fs::read_to_string(location)
}

/// Writes a file of the site whole or not at all. One that is new replaces none.
#[expect(clippy::disallowed_methods, reason = "the outer ring: what was edited is written")]
pub(super) fn write(root: &Path, location: &Path, bytes: &[u8], is_new: bool) -> io::Result<()> {
    let folder = location.parent().ok_or(io::ErrorKind::InvalidInput)?;
    if !is_inside(root, location) {
        return Err(io::Error::other("it is reached through a link, and is somebody else's file"));
    }
    if !is_new {
        return replace(location, bytes);
    }
    fs::create_dir_all(folder)?;
    fs::OpenOptions::new().write(true).create_new(true).open(location)?;
    replace(location, bytes).inspect_err(|_| take_back(location))
}

/// A name for a new file beside others: `photo.jpg`, `photo-2.jpg`.
pub(super) fn free_name(folder: &Path, stem: &str, ending: &str) -> Option<String> {
    let names = (1..1000).map(|number| match number {
        1 => format!("{stem}.{ending}"),
        number => format!("{stem}-{number}.{ending}"),
    });
    names.into_iter().find(|name| folder.join(name).symlink_metadata().is_err())
}

/// Removes a file that was written for nothing.
#[expect(clippy::disallowed_methods, reason = "the outer ring: what was written is taken back")]
pub(super) fn take_back(location: &Path) {
    let _ = fs::remove_file(location);
}
