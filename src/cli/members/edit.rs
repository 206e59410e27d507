//! Members added to `vakwerk.yaml` and taken out of it, with everything else in the file left as it
//! is.

use super::super::out::{eprintln, println};
use super::{is_meant, open, run_update};
use crate::base::put;
use crate::cli::exit::Exit;
use crate::config::{Origin, Project};
use crate::member::Aim;
use crate::source::{Lock, cache_path, read_file};
use clap::Args;
use serde_yaml::Value;
use std::path::Path;
use std::{fs, io};

/// What is added.
#[derive(Debug, Args)]
pub(super) struct Added {
    /// The address of a Git repository, or a folder relative to the site's
    source: String,
    /// A branch, a tag or a commit
    #[arg(long = "ref", value_name = "REF")]
    reference: Option<String>,
    /// The folder of the profile inside the repository
    #[arg(long)]
    folder: Option<String>,
    /// The slug of the expert on this site
    #[arg(long)]
    slug: Option<String>,
}

const CONFIG: &str = "vakwerk.yaml";

impl Added {
    fn is_folder(&self, dir: &Path) -> bool {
        !self.source.contains(':') && dir.join(&self.source).is_dir()
    }

    fn entry(&self, dir: &Path) -> Value {
        let kind = if self.is_folder(dir) { "path" } else { "git" };
        let more = [("ref", &self.reference), ("folder", &self.folder), ("slug", &self.slug)];
        let more = more.into_iter().filter_map(|(key, value)| Some((key, value.as_ref()?)));
        let pairs = std::iter::once((kind, &self.source)).chain(more);
        Value::Mapping(
            pairs.map(|(key, value)| (Value::from(key), Value::from(value.as_str()))).collect(),
        )
    }
}

pub(super) fn add(dir: &Path, added: &Added) -> Exit {
    let (project, _) = match open(dir) {
        Ok(opened) => opened,
        Err(exit) => return exit,
    };
    if project
        .config
        .members
        .iter()
        .any(|member| is_meant(member, &added.source) && added.folder.is_none())
    {
        eprintln!("error: {} is a member already; nothing was changed", added.source);
        return Exit::Usage;
    }
    let edited = edit(dir, |before| with(before, &added.entry(&project.root)));
    let before = match edited {
        Ok(before) => before,
        Err(exit) => return exit,
    };
    // What may not be used is told by whoever reads the configuration, and is not left standing
    // there.
    let (now, notes) = match open(dir) {
        Ok(opened) => opened,
        Err(exit) => return undo(dir, &before, exit),
    };
    if now.config.members.len() != project.config.members.len() + 1 {
        crate::cli::reports::terminal::print(&now.root, &notes);
        return undo(dir, &before, Exit::Usage);
    }
    println!("added {} to {}", added.source, dir.join(CONFIG).display());
    if added.is_folder(&project.root) {
        return Exit::Published;
    }
    run_update(dir, Aim::Newest, std::slice::from_ref(&added.source))
}

fn undo(dir: &Path, before: &str, exit: Exit) -> Exit {
    if let Err(problem) = write(dir, before) {
        eprintln!("error: {problem}");
    }
    exit
}

pub(super) fn remove(dir: &Path, words: &str) -> Exit {
    let (project, _) = match open(dir) {
        Ok(opened) => opened,
        Err(exit) => return exit,
    };
    let meant: Vec<_> =
        project.config.members.iter().filter(|member| is_meant(member, words)).collect();
    let [member] = meant.as_slice() else {
        let why =
            if meant.is_empty() { "no member is called" } else { "more than one member is called" };
        eprintln!("error: {why} `{words}`; `vakwerk members list` shows them");
        return Exit::Usage;
    };
    let (key, value) = match &member.origin {
        Origin::Folder(path) => ("path", path),
        Origin::Repository { url, .. } => ("git", url),
    };
    let is_it = |entry: &Value| {
        entry
            .get(key)
            .and_then(Value::as_str)
            .is_some_and(|url| url.trim_end_matches('/') == value.trim_end_matches('/'))
            && entry
                .get("folder")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .trim_matches('/')
                .trim_start_matches('.')
                == member.folder
    };
    if let Err(exit) = edit(dir, |before| without(before, is_it)) {
        return exit;
    }
    if let Err(problem) = forget(&project, member) {
        eprintln!("error: {problem}");
        return Exit::NotPublished;
    }
    println!("removed {} from {}", member.in_words(), dir.join(CONFIG).display());
    Exit::Published
}

fn forget(project: &Project, member: &crate::config::Member) -> Result<(), String> {
    let Origin::Repository { .. } = member.origin else { return Ok(()) };
    let mut lock =
        Lock::read(&project.root).map_err(|problem| format!("{} {problem}", Lock::FILE))?;
    if let Some(locked) = lock.get(member).cloned() {
        lock.members.retain(|other| *other != locked);
        put(&project.root.join(Lock::FILE), lock.to_text().as_bytes())
            .map_err(|error| format!("{} cannot be written: {error}", Lock::FILE))?;
    }
    let folder = project.root.join(cache_path(member));
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{} cannot be removed: {error}", folder.display()))
        }
        _ => Ok(()),
    }
}

/// Changes the text of the configuration, and gives what stood there before.
fn edit(dir: &Path, change: impl FnOnce(&str) -> Result<String, String>) -> Result<String, Exit> {
    let edited = read(dir).and_then(|before| {
        write(dir, &change(&before)?)?;
        Ok(before)
    });
    edited.map_err(|problem| {
        eprintln!("error: {problem}; nothing was changed");
        Exit::Usage
    })
}

/// The text of the configuration. Whoever took one that cannot be read for empty would write over
/// it.
fn read(dir: &Path) -> Result<String, String> {
    let bytes = match read_file(&dir.join(CONFIG)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(String::new()),
        Err(error) => return Err(format!("{CONFIG} cannot be read: {error}")),
    };
    String::from_utf8(bytes).map_err(|_| format!("{CONFIG} is not UTF-8; save it as UTF-8"))
}

fn write(dir: &Path, text: &str) -> Result<(), String> {
    put(&dir.join(CONFIG), text.as_bytes())
        .map_err(|error| format!("{CONFIG} cannot be written: {error}"))
}

const BY_HAND: &str =
    "`members:` is written in a way that cannot be changed safely; write it as a list with dashes";

/// The lines of the list under `members:`: the line of the key, the first of the list, and the one
/// after its last.
fn block(lines: &[&str]) -> Option<(usize, usize)> {
    let key = lines.iter().position(|line| line.starts_with("members:"))?;
    let inside = |line: &&str| line.trim().is_empty() || line.starts_with([' ', '-', '#']);
    let mut end = key + 1 + lines[key + 1..].iter().take_while(|line| inside(line)).count();
    while end > key + 1 && (lines[end - 1].trim().is_empty() || lines[end - 1].starts_with('#')) {
        end -= 1;
    }
    Some((key, end))
}

fn members_of(text: &str) -> Option<Vec<Value>> {
    let value: Value = if text.trim().is_empty() {
        return Some(Vec::new());
    } else {
        serde_yaml::from_str(text).ok()?
    };
    match value.get("members") {
        None | Some(Value::Null) => Some(Vec::new()),
        Some(members) => members.as_sequence().cloned(),
    }
}

/// The text with one more member.
fn with(text: &str, entry: &Value) -> Result<String, String> {
    let mut wanted = members_of(text).ok_or(BY_HAND)?;
    wanted.push(entry.clone());
    let yaml = serde_yaml::to_string(entry).map_err(|error| error.to_string())?;
    let lines: Vec<&str> = text.lines().collect();
    let found = block(&lines);
    let indent = found
        .and_then(|(key, end)| {
            lines[key + 1..end].iter().find(|line| line.trim_start().starts_with("- "))
        })
        .map_or(2, |line| line.len() - line.trim_start().len());
    let mut item: Vec<String> = yaml
        .lines()
        .enumerate()
        .map(|(at, line)| {
            format!("{}{}{line}", " ".repeat(indent), if at == 0 { "- " } else { "  " })
        })
        .collect();
    let mut edited: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    match found {
        None => {
            edited.push("members:".to_owned());
            edited.append(&mut item);
        }
        Some((key, end)) => {
            if lines[key]["members:".len()..].trim() == "[]" {
                edited[key] = String::from("members:");
            }
            edited.splice(end..end, item);
        }
    }
    checked(&edited, &wanted, text)
}

/// The text without the first member for which `is_it`.
fn without(text: &str, is_it: impl Fn(&Value) -> bool) -> Result<String, String> {
    let mut wanted = members_of(text).ok_or(BY_HAND)?;
    let index = wanted
        .iter()
        .position(is_it)
        .ok_or("the member stands in a list file; take it out there")?;
    wanted.remove(index);
    let lines: Vec<&str> = text.lines().collect();
    let (key, end) = block(&lines).ok_or(BY_HAND)?;
    let indent = lines[key + 1..end].iter().find(|line| line.trim_start().starts_with("- "));
    let indent = indent.map(|line| line.len() - line.trim_start().len()).ok_or(BY_HAND)?;
    let begins = |line: &str| {
        line.len() - line.trim_start().len() == indent && line.trim_start().starts_with("- ")
    };
    let starts: Vec<usize> = (key + 1..end).filter(|at| begins(lines[*at])).collect();
    let start = *starts.get(index).ok_or(BY_HAND)?;
    let mut stop = starts.get(index + 1).copied().unwrap_or(end);
    // A remark above the next member is that member's.
    while stop > start + 1 && lines[stop - 1].trim_start().starts_with('#') {
        stop -= 1;
    }
    let mut edited: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    edited.drain(start..stop);
    if wanted.is_empty() {
        edited[key] = String::from("members: []");
    }
    checked(&edited, &wanted, text)
}

/// The text of `lines`, which end as those before did.
fn checked(lines: &[String], wanted: &[Value], before: &str) -> Result<String, String> {
    let end = if before.contains("\r\n") { "\r\n" } else { "\n" };
    let text = lines.join(end) + end;
    if members_of(&text).as_deref() == Some(wanted) { Ok(text) } else { Err(BY_HAND.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::{with, without};
    use serde_yaml::Value;

    fn git(url: &str) -> Value {
        serde_yaml::from_str(&format!("git: {url}")).expect("yaml")
    }

    #[test]
    fn everything_else_in_the_file_stays_as_it_is() {
        let text = "title: Test # ours\n\nmembers:\n  # the first\n  - git: https://a.example/a\n    ref: main\n\n# colours\nparams: {}\n";
        let more = with(text, &git("https://b.example/b")).expect("edited");
        let wanted = "title: Test # ours\n\nmembers:\n  # the first\n  - git: https://a.example/a\n    ref: main\n  - git: https://b.example/b\n\n# colours\nparams: {}\n";
        assert_eq!(more, wanted);
        let is_b =
            |entry: &Value| entry.get("git").and_then(Value::as_str) == Some("https://b.example/b");
        assert_eq!(without(&more, is_b).expect("edited"), text);
        assert_eq!(with("", &git("x:y")).expect("edited"), "members:\n  - git: x:y\n");
        let flow = "members: [{ git: https://a.example/a }]\n";
        assert!(with(flow, &git("https://b.example/b")).is_err());
    }
}
