//! The catalogue of faults under `tests/diagnostics`: for each a small site, and what
//! `vakwerk check` says of it.
//!
//! `UPDATE=1 cargo test diagnostics` writes what it says now into the files; the difference is then
//! read.

use crate::test_site::{TestSite, vakwerk};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/diagnostics");

/// One example: the files of a site, a command, and what it says.
struct Example {
    path: PathBuf,
    text: String,
    /// Path, kind of block, text.
    files: Vec<(String, String, String)>,
    command: String,
    said: String,
}

fn examples() -> Vec<Example> {
    walkdir::WalkDir::new(ROOT)
        .min_depth(2)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| read(entry.expect("readable").path()))
        .collect()
}

fn read(path: &Path) -> Example {
    let text = fs::read_to_string(path).expect("an example is text");
    let (mut files, mut command, mut said) = (Vec::new(), String::new(), String::new());
    let mut label = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(kind) = line.strip_prefix("````").filter(|kind| !kind.is_empty()) {
            let block: String = lines
                .by_ref()
                .take_while(|line| *line != "````")
                .flat_map(|line| [line, "\n"])
                .collect();
            if kind == "console" {
                let (first, rest) =
                    block.split_once('\n').expect("a console block begins with a command");
                first
                    .strip_prefix("$ vakwerk ")
                    .expect("the command is ours")
                    .clone_into(&mut command);
                rest.clone_into(&mut said);
            } else {
                files.push((std::mem::take(&mut label), kind.to_owned(), block));
            }
        } else if line.starts_with('`') && line.ends_with('`') {
            line.trim_matches('`').clone_into(&mut label);
        }
    }
    Example { path: path.to_owned(), text, files, command, said }
}

impl Example {
    fn code(&self) -> String {
        self.path
            .parent()
            .and_then(Path::file_name)
            .expect("a folder")
            .to_string_lossy()
            .into_owned()
    }

    /// The site of the example in a folder of its own, with what every site has unless the example
    /// says otherwise.
    fn site(&self) -> TestSite {
        let site = TestSite::empty();
        let has = |name: &str| self.files.iter().any(|(path, _, _)| path == name);
        if !has("vakwerk.yaml") {
            site.write("vakwerk.yaml", b"title: Test\nkind: network\n");
        }
        if !["experts", "experts/amina.md", "profile.md"].iter().any(|name| has(name)) {
            site.write("experts/amina.md", b"---\nname: Amina\n---\n");
        }
        for (path, kind, text) in &self.files {
            let place = site.path().join(path);
            fs::create_dir_all(place.parent().expect("inside")).expect("the folder can be made");
            match kind.split_once(' ').map_or((kind.as_str(), ""), |(kind, rest)| (kind, rest)) {
                ("hex", _) => {
                    let digits: Vec<u8> = text
                        .split_whitespace()
                        .map(|byte| u8::from_str_radix(byte, 16).expect("two digits of a byte"))
                        .collect();
                    site.write(path, &digits);
                }
                ("repeat", times) => {
                    site.write(path, text.repeat(times.parse().expect("a number")).as_bytes());
                }
                ("symlink", _) => {
                    std::os::unix::fs::symlink(text.trim(), place).expect("a link can be made");
                }
                ("fifo", _) => {
                    assert!(
                        Command::new("mkfifo")
                            .arg(place)
                            .status()
                            .expect("mkfifo is there")
                            .success()
                    );
                }
                _ => site.write(path, text.as_bytes()),
            }
        }
        site
    }

    /// What the program says of the example's site now, without the last line, which holds a time.
    fn says_now(&self) -> String {
        let site = self.site();
        let folder = site.path().to_str().expect("UTF-8");
        let mut arguments: Vec<&str> = self.command.split_whitespace().collect();
        arguments.insert(1, folder);
        arguments.extend(["--date", "2026-11-23"]);
        // That a site does not know its own address is not what other examples are about.
        let knows = self
            .files
            .iter()
            .any(|(path, _, text)| path == "vakwerk.yaml" && text.contains("base_url"));
        if !knows && self.code() != "no-base-url" {
            arguments.extend(["--base-url", "https://test.example/"]);
        }
        let output = vakwerk(&arguments);
        let said = String::from_utf8_lossy(&output.stderr).replace(folder, "SITE");
        let end = said.trim_end().rfind('\n').map_or(0, |end| end + 1);
        format!("{}\n", said[..end].trim_end())
    }
}

#[test]
fn every_example_is_told_as_it_is_written_down() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for example in examples() {
        let now = example.says_now();
        let name = example.path.strip_prefix(ROOT).expect("inside").display().to_string();
        let told = now.contains(&format!("[{}]", example.code()));
        if !told {
            wrong.push(format!("{name}: its own code is not told:\n{now}"));
        } else if now != example.said && update {
            let start = example.text.find("````console\n").expect("a console block");
            let text = format!(
                "{}````console\n$ vakwerk {}\n{now}````\n",
                &example.text[..start],
                example.command
            );
            fs::write(&example.path, text).expect("the example can be written");
        } else if now != example.said {
            wrong.push(format!("{name}:\n--- written down\n{}--- told now\n{now}", example.said));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_has_an_example_and_there_are_more_than_sixty() {
    let output = vakwerk(&["explain"]);
    let listed = String::from_utf8_lossy(&output.stdout).into_owned();
    let codes: BTreeSet<String> = listed
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect();
    let examples = examples();
    let shown: BTreeSet<String> = examples.iter().map(Example::code).collect();
    assert_eq!(codes, shown);
    assert!(examples.len() > 60, "{}", examples.len());
}

#[test]
fn every_note_says_what_to_do() {
    for example in examples() {
        let notes =
            example.said.matches("\nerror[").count() + example.said.matches("\nwarning[").count();
        let first = usize::from(!example.said.starts_with('\n') && example.said.contains("]: "));
        let helps = example.said.matches("= help: ").count();
        assert!(
            helps >= notes + first,
            "{}: {notes} notes, {helps} remedies",
            example.path.display()
        );
    }
}
