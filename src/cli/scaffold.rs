//! The files that `init` and `new` write: they build at once, and their comments explain the keys.

use crate::base::yaml::quoted;
use crate::base::{EntryKind, Language};
use clap::ValueEnum;
use clap::builder::PossibleValue;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

impl ValueEnum for EntryKind {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()).help(self.meaning()))
    }
}

/// Writes a new file; one that exists is never overwritten.
#[expect(
    clippy::disallowed_methods,
    reason = "the outer ring: a new site or entry is written here"
)]
pub(super) fn write_bytes(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::OpenOptions::new().write(true).create_new(true).open(path)?.write_all(bytes)
}

/// Writes a new file of text; one that exists is never overwritten.
pub(super) fn write(path: &Path, text: &str) -> io::Result<()> {
    write_bytes(path, text.as_bytes())
}

/// Adds the lines to a file of lines that are not in it.
#[expect(clippy::disallowed_methods, reason = "the outer ring: a file of the user is added to")]
pub(super) fn add_lines(path: &Path, lines: &str) -> io::Result<()> {
    let before = fs::read_to_string(path)?;
    let bare = |line: &str| line.trim().trim_matches('/').to_owned();
    let more = lines.lines().filter(|line| !before.lines().any(|known| bare(known) == bare(line)));
    let gap = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
    let more: Vec<&str> = more.collect();
    let mut file = fs::OpenOptions::new().append(true).open(path)?;
    if more.is_empty() { Ok(()) } else { writeln!(file, "{gap}{}", more.join("\n")) }
}

/// Removes files that this run wrote, and the folders below `dir` that hold nothing without them.
#[expect(clippy::disallowed_methods, reason = "the outer ring: what was written is taken back")]
pub(super) fn take_back(dir: &Path, files: &[PathBuf]) {
    for file in files {
        let _ = fs::remove_file(file);
        let folders = file.ancestors().skip(1).take_while(|folder| *folder != dir);
        let _ = folders.take_while(|folder| fs::remove_dir(folder).is_ok()).count();
    }
}

/// Takes the Dutch or the English text.
fn in_language<'a>(language: &Language, dutch: &'a str, english: &'a str) -> &'a str {
    if language.primary() == "nl" { dutch } else { english }
}

/// The text of a new entry.
pub(super) fn entry(kind: EntryKind, name: &str, language: &Language) -> String {
    crate::edit::scaffold(kind, name, language)
}

/// The text of a new configuration. A portfolio has no title of its own: it is the name of its
/// expert.
fn config(kind: &str, title: Option<&str>, language: &Language) -> String {
    let template = in_language(
        language,
        include_str!("scaffold/vakwerk.nl.yaml"),
        include_str!("scaffold/vakwerk.en.yaml"),
    );
    let title = title.map(|title| format!("title: {title}\n")).unwrap_or_default();
    template
        .replace("title: TITLE\n", &title)
        .replace("KIND", kind)
        .replace("LANG", language.as_str())
}

type Files = Vec<(String, String)>;

/// The files of a new portfolio.
pub(super) fn portfolio(name: Option<&str>, language: &Language) -> Files {
    let name = name.unwrap_or(in_language(language, "Uw naam", "Your name"));
    let project = in_language(language, "Eerste project", "First project");
    vec![
        ("vakwerk.yaml".into(), config("portfolio", None, language)),
        ("profile.md".into(), entry(EntryKind::Expert, name, language)),
        (
            in_language(language, "projects/eerste-project.md", "projects/first-project.md").into(),
            entry(EntryKind::Project, project, language),
        ),
    ]
}

/// The files of a new network.
pub(super) fn network(name: Option<&str>, language: &Language) -> Files {
    let title = name.map(quoted);
    let title = title.as_deref().unwrap_or(in_language(language, "Ons netwerk", "Our network"));
    let expert = in_language(language, "Jan de Vries", "Jane Miller");
    let about = in_language(language, "Over ons", "About us");
    let mut files = vec![
        ("vakwerk.yaml".to_owned(), config("network", Some(title), language)),
        ("pages/about.md".to_owned(), entry(EntryKind::Page, about, language)),
    ];
    let examples = [
        (EntryKind::Expert, expert),
        (EntryKind::Project, in_language(language, "Eerste project", "First project")),
        (EntryKind::Request, in_language(language, "Eerste vraag", "First request")),
    ];
    for (kind, name) in examples {
        let path = format!("{}/{}.md", kind.folder(), crate::base::slug::slug(name));
        files.push((path, entry(kind, name, language)));
    }
    files
}
