//! `vakwerk diff`

mod table;
mod words;

use super::common::AnswerFormat;
use super::exit::Exit;
use super::out::{eprintln, println};
use crate::base::front_matter::front_matter;
use crate::base::yaml;
use crate::source::{read_file, text_of};
use clap::Args;
use serde_yaml::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Say in words what differs between two versions of a profile, a portfolio or a network
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The file or folder as it was
    old: PathBuf,
    /// The file or folder as it is
    new: PathBuf,
    /// For whom the differences are written
    #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
    format: AnswerFormat,
}

/// What stands in an entry: its front matter, and the text below.
struct Entry {
    front: Value,
    body: String,
}

/// The largest text that is compared, in bytes.
const MOST_BYTES: u64 = 1024 * 1024;

/// The largest table.
const MOST_OF_TABLE: u64 = 16 * 1024 * 1024;

pub(super) fn run(arguments: &Arguments) -> Exit {
    let sides = [&arguments.old, &arguments.new].map(|path| entries(path));
    let [Ok(old), Ok(new)] = &sides else {
        for problem in sides.iter().filter_map(|side| side.as_ref().err()) {
            eprintln!("error: {problem}");
        }
        return Exit::Usage;
    };
    let paths: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let mut all = Vec::new();
    for path in paths {
        let lines = match (old.get(path), new.get(path)) {
            (None, Some(entry)) => vec![format!("added: {}", words::name(&entry.front))],
            (Some(entry), None) => vec![format!("removed: {}", words::name(&entry.front))],
            (Some(old), Some(new)) => {
                let mut lines = words::changes(&old.front, &new.front);
                if old.body.trim() != new.body.trim() {
                    lines.push(words::text("text", &old.body, &new.body));
                }
                lines
            }
            (None, None) => Vec::new(),
        };
        if !lines.is_empty() {
            all.push((path.clone(), lines));
        }
    }
    match arguments.format {
        AnswerFormat::Json => {
            let entries = all
                .iter()
                .map(|(path, lines)| serde_json::json!({ "path": path, "changes": lines }));
            println!(
                "{:#}",
                serde_json::json!({ "version": 1, "entries": entries.collect::<Vec<_>>() })
            );
        }
        AnswerFormat::Text => {
            for (path, lines) in &all {
                println!(
                    "{}",
                    if path.is_empty() {
                        arguments.new.display().to_string()
                    } else {
                        path.clone()
                    }
                );
                for line in lines {
                    println!("  {line}");
                }
            }
            if all.is_empty() {
                println!("nothing differs");
            }
        }
    }
    Exit::Published
}

/// The entries in a file or below a folder, by their path in it.
fn entries(path: &Path) -> Result<BTreeMap<String, Entry>, String> {
    if path.is_file() {
        return Ok(BTreeMap::from([(String::new(), entry(path)?)]));
    }
    if !path.is_dir() {
        return Err(format!("there is no file or folder {}", path.display()));
    }
    let hidden =
        |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.') || name == "public";
    let walk = WalkDir::new(path)
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !hidden(entry.file_name()));
    let mut entries = BTreeMap::new();
    for file in walk {
        let file = file.map_err(|error| error.to_string())?;
        let name = file.file_name().to_string_lossy();
        let is_text = [".md", ".yaml", ".yml"].iter().any(|ending| name.ends_with(ending));
        let is_read = (is_text && name != "README.md") || table::is_table(&name);
        if is_read && file.file_type().is_file() {
            let label = file
                .path()
                .strip_prefix(path)
                .unwrap_or(file.path())
                .to_string_lossy()
                .replace('\\', "/");
            entries.insert(label, entry(file.path())?);
        }
    }
    Ok(entries)
}

/// What differs between two texts of a profile, a line each; with nothing before, that it is new.
pub(super) fn between(old: &str, new: &str) -> Vec<String> {
    let entry = |text: &str| {
        let (yaml, body) = front_matter(text).map_or(("", ""), |found| (found.yaml, found.below));
        let front = yaml::tree(yaml, &"".into(), 2).map_or(Value::Null, |(front, _)| front);
        Entry { front, body: body.to_owned() }
    };
    let (old, new) = (entry(old), entry(new));
    let mut lines = words::changes(&old.front, &new.front);
    if old.body.trim() != new.body.trim() {
        lines.push(words::text("text", &old.body, &new.body));
    }
    lines
}

fn entry(path: &Path) -> Result<Entry, String> {
    let shown = path.display();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let most = if table::is_table(&name) { MOST_OF_TABLE } else { MOST_BYTES };
    if path.metadata().is_ok_and(|metadata| metadata.len() > most) {
        return Err(format!("{shown} is larger than {} MB", most >> 20));
    }
    let bytes = read_file(path).map_err(|error| format!("{shown} cannot be read: {error}"))?;
    if table::is_table(&name) {
        let front = table::rows(&name, bytes).map_err(|why| format!("{shown}: {why}"))?;
        return Ok(Entry { front, body: String::new() });
    }
    let text = text_of(bytes).ok_or_else(|| format!("{shown} is not UTF-8"))?;
    let parts = front_matter(&text).ok().map(|found| (found.yaml, found.below));
    let is_markdown = path.extension().is_some_and(|ending| ending == "md");
    let (front, body) = match parts {
        Some(parts) => parts,
        None if is_markdown => ("", text.as_str()),
        None => (text.as_str(), ""),
    };
    let front = match yaml::tree(front, &shown.to_string().into(), 2) {
        Ok((front, _)) => front,
        Err(note) => return Err(format!("{shown}: {}; `vakwerk check` says where", note.message)),
    };
    Ok(Entry { front, body: body.to_owned() })
}
