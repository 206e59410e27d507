//! What is kept between runs, and where.

use crate::base::{Fingerprint, Spill};
use crate::catalog::Addresses;
use crate::config::Project;
use crate::memo::{Key, Memo, Store};
use crate::record::{self, Remembered};
use crate::source;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The names of the folders in which it is kept what runs came to.
const IMAGES: &str = "images";
const PAGES: &str = "pages";
const WORDS: &str = "finder";

/// The folder of all that, in the folder of the site.
const CACHE: &str = ".vakwerk/cache";

/// By what it is found who has which address.
const ADDRESSES: &[u8] = b"addresses 2";

/// What is remembered of the files of `project`. What stands at `but` is written by whoever asks.
pub(super) fn remembered(project: &Project, memo: &Memo, but: &[&Path]) -> Remembered {
    // Its folder has to be there before the disk is asked for the time.
    let folder = project.root.join(source::RECORDS);
    let is_own = !source::cache_leads_elsewhere(&project.root, &folder);
    let store = is_own.then(|| Store::open(&folder));
    let trust = if memo.doubts_disk() { record::Trust::Doubted } else { record::Trust::Believed };
    Remembered { store, told: source::told_of_sources(project, but), trust }
}

/// Who had which address in the build before; nobody where none is remembered.
pub(super) fn addresses_before(project: &Project) -> Addresses {
    let kept = addresses_store(project).get(&Key::of(&[ADDRESSES]));
    kept.and_then(|kept| postcard::from_bytes(&kept).ok()).unwrap_or_default()
}

/// Tells what is remembered of addresses apart.
pub(super) fn addresses_mark(project: &Project) -> Fingerprint {
    Fingerprint::of(&addresses_store(project).get(&Key::of(&[ADDRESSES])))
}

/// Remembers who has which address.
///
/// # Errors
/// What the system says; then the order of files decides the next time.
pub(super) fn keep(addresses: &Addresses, project: &Project) -> io::Result<()> {
    let bytes = postcard::to_stdvec(addresses).map_err(io::Error::other)?;
    addresses_store(project).put(&Key::of(&[ADDRESSES]), &bytes)
}

/// Where long texts are while a run lasts.
pub(super) fn spill(project: &Project) -> Arc<Spill> {
    Arc::new(Spill::in_folder(&cache(project, "").unwrap_or_default()))
}

/// Where the pictures that were made are kept between runs.
pub(super) fn prints(project: &Project) -> Store {
    store(project, IMAGES)
}

/// Where it is kept what pages followed from.
pub(super) fn pages(project: &Project) -> Store {
    store(project, PAGES)
}

/// Where it is kept what entries say in words.
pub(super) fn words(project: &Project) -> Store {
    store(project, WORDS)
}

/// Where it is kept who has which address.
fn addresses_store(project: &Project) -> Store {
    store(project, "addresses")
}

fn store(project: &Project, name: &str) -> Store {
    cache(project, name).map_or_else(Store::passing_or_none, |folder| Store::open(&folder))
}

/// A folder of the cache beside the site; None where a symbolic link would lead what is kept there
/// elsewhere.
fn cache(project: &Project, name: &str) -> Option<PathBuf> {
    let folder = project.root.join(CACHE).join(name);
    (!source::cache_leads_elsewhere(&project.root, &folder)).then_some(folder)
}

/// Forgets the address of somebody who was removed, as far as it is remembered in words.
///
/// # Errors
/// What the system says; then it may still be there.
pub fn forget_address(project: &Project, slug: &str) -> io::Result<()> {
    let mut before = addresses_before(project);
    if before.forget(slug) { keep(&before, project) } else { Ok(()) }
}

/// The folders of what is remembered of runs, and may name people: messages do, and so do files.
pub fn naming_folders(project: &Project) -> Vec<PathBuf> {
    let cache = project.root.join(CACHE);
    let folders = [IMAGES, PAGES, WORDS].map(|name| cache.join(name));
    folders.into_iter().chain([project.root.join(source::RECORDS)]).collect()
}
