//! What the targets share: a small site in which one file is a stranger's.

use std::path::Path;
use tempfile::TempDir;
use vakwerk::config::{Overrides, Project};
use vakwerk::memo::Memo;
use vakwerk::output::Memory;
use vakwerk::pipeline;

/// In every text about the person who is hidden, and nowhere else.
const HIDDEN: &str = "Zqhidden";

const CONFIG: &str = "title: T\nkind: network\nbase_url: https://test.example/\n\
                      languages: [en, nl]\ncards: false\nprivacy: { consent: optional }\n";

/// A site of a few files, in memory as far as the machine has such a folder.
pub struct Site(TempDir);

impl Site {
    /// A network with somebody who is hidden, and somebody who is not.
    ///
    /// # Panics
    /// When the files cannot be written.
    pub fn network() -> Self {
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() };
        let site = Self(folder.expect("a folder"));
        site.write("vakwerk.yaml", CONFIG.as_bytes());
        let hidden = format!(
            "---\nname: {HIDDEN} Person\nvisibility: hidden\nexpertise: [{HIDDEN} topic]\n---\n"
        );
        site.write("experts/zqhidden.md", hidden.as_bytes());
        site.write("experts/anna.md", b"---\nname: Anna Open\nexpertise: [heat]\n---\nStory.\n");
        site
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file of it.
    ///
    /// # Panics
    /// When it cannot be written.
    pub fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("written");
    }

    /// Builds it in memory.
    ///
    /// # Panics
    /// When anything of whoever is hidden comes out, though no stranger wrote their name.
    pub fn build(&self, stranger: &[u8]) {
        let date = Some("2026-11-23".parse().expect("a day"));
        let overrides = Overrides { date, ..Overrides::default() };
        let Some(project) = Project::open(self.path(), overrides).value else { return };
        let memory = Memory::default();
        pipeline::build(&project, &Memo::forgetful(), &memory);
        if names_hidden(stranger) {
            return;
        }
        for (path, bytes) in memory.into_files() {
            assert!(!names_hidden(path.as_bytes()) && !names_hidden(&bytes), "{path}");
        }
    }
}

/// Whether a text names whoever is hidden, in any letter case.
fn names_hidden(bytes: &[u8]) -> bool {
    let word = HIDDEN.as_bytes();
    bytes.windows(word.len()).any(|found| found.eq_ignore_ascii_case(word))
}
