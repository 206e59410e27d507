//! What somebody else put among the outputs: it goes out with them, and nobody said so.

use super::Disk;
use std::collections::HashSet;
use std::fs;
use std::path::Path;

impl Disk {
    /// What stands at the top that is none of the outputs at `paths`; not asked for a part of all
    /// outputs, as others stand beside it.
    pub(super) fn foreign<'a>(&self, paths: impl Iterator<Item = &'a str>) -> Vec<String> {
        if self.manner.shard.is_some() { Vec::new() } else { at_top(&self.root, paths) }
    }
}

/// What stands at the top of `root` that is none of the outputs at `paths`, nor a file for a host.
#[expect(clippy::disallowed_methods, reason = "the outer ring: outputs are written here")]
fn at_top<'a>(root: &Path, paths: impl Iterator<Item = &'a str>) -> Vec<String> {
    let own: HashSet<&str> = paths.filter_map(|path| path.split('/').next()).collect();
    let Ok(entries) = fs::read_dir(root) else { return Vec::new() };
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let is_of_host = |name: &str| name.starts_with(['.', '_']) || name == "CNAME";
    let mut foreign: Vec<String> =
        names.filter(|name| !own.contains(&**name) && !is_of_host(name)).collect();
    foreign.sort();
    foreign
}
