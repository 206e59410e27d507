//! Git, asked with everything off that a repository could use to run something or to reach elsewhere.

use crate::config::MemberRules;
use std::fs::File;
use std::io::{Read, Seek};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A way to ask Git, under the rules of the site.
#[derive(Debug, Clone, Copy)]
pub(super) struct Git<'a> {
    rules: &'a MemberRules,
}

/// Why Git gave no answer.
#[derive(Debug)]
pub(super) enum Refusal {
    /// It cannot be, and asking again would not help.
    Final(String),
    /// The network or the host failed.
    Passing(String),
}

/// What a question may come to.
struct Bounds<'a> {
    until: Instant,
    /// A folder, and how many bytes its files may have.
    folder: Option<(&'a Path, u64)>,
}

const HARMLESS: [&str; 18] = [
    "--no-optional-locks",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.symlinks=false",
    "-c",
    "submodule.recurse=false",
    "-c",
    "fetch.recurseSubmodules=false",
    "-c",
    "fetch.fsckObjects=false",
    "-c",
    "http.followRedirects=initial",
    "-c",
    "gc.auto=0",
    "--no-replace-objects",
];

impl<'a> Git<'a> {
    pub(super) fn new(rules: &'a MemberRules) -> Self {
        Self { rules }
    }

    /// Asks Git in the repository `folder`; `input` is given to it, and what it answers is handed back.
    ///
    /// # Errors
    /// What Git said, when it did not answer, or not in time.
    #[expect(clippy::disallowed_methods, reason = "the outer ring: Git is asked here, and not waited for without end")]
    pub(super) fn ask(
        self,
        folder: Option<&Path>,
        arguments: &[&str],
        input: Option<File>,
    ) -> Result<Vec<u8>, Refusal> {
        let until = Instant::now() + Duration::from_secs(self.rules.seconds.max(1));
        let bytes = self.rules.megabytes.saturating_mul(1024 * 1024);
        let broken = |error: std::io::Error| Refusal::Final(format!("Git cannot be asked: {error}"));
        let mut answer = tempfile::tempfile().map_err(broken)?;
        let mut said = tempfile::tempfile().map_err(broken)?;
        let mut command = Command::new("git");
        if let Some(folder) = folder {
            command.arg("-C").arg(folder).env("GIT_DIR", folder);
        }
        let protocols: Vec<&str> = self.rules.protocols.iter().map(|protocol| protocol.as_str()).collect();
        command
            .args(HARMLESS)
            .args(arguments)
            .env("GIT_ALLOW_PROTOCOL", protocols.join(":"))
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_NO_LAZY_FETCH", "1")
            .env("GIT_LFS_SKIP_SMUDGE", "1")
            .env("LC_ALL", "C")
            .env_remove("GIT_WORK_TREE")
            .env_remove("GIT_INDEX_FILE")
            .env_remove("GIT_OBJECT_DIRECTORY")
            .env_remove("GIT_ALTERNATE_OBJECT_DIRECTORIES")
            .stdin(input.map_or_else(Stdio::null, Stdio::from))
            .stdout(answer.try_clone().map_err(broken)?)
            .stderr(said.try_clone().map_err(broken)?);
        if std::env::var("GIT_SSH_COMMAND").is_err() {
            command.env("GIT_SSH_COMMAND", "ssh -o BatchMode=yes -o ConnectTimeout=20");
        }
        let mut child = command.spawn().map_err(broken)?;
        let bounds = Bounds { until, folder: folder.map(|folder| (folder, bytes)) };
        let ended = wait(&mut child, &bounds);
        let status = ended.inspect_err(|_| {
            // A program that has ended by itself meanwhile is as well.
            let _ = child.kill();
            let _ = child.wait();
        })?;
        if !status.success() {
            return Err(read(&mut said).map(|said| sorted(&said)).map_err(broken)?);
        }
        read(&mut answer).map_err(broken)
    }
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: a host that does not answer is not waited for")]
fn wait(child: &mut std::process::Child, bounds: &Bounds<'_>) -> Result<ExitStatus, Refusal> {
    let mut pause = Duration::from_millis(1);
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status),
            Ok(None) => {}
            Err(error) => return Err(Refusal::Final(format!("Git cannot be waited for: {error}"))),
        }
        if Instant::now() > bounds.until {
            return Err(Refusal::Passing("it did not answer in time".to_owned()));
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(50));
        if let Some((folder, most)) = bounds.folder
            && size(folder) > most
        {
            return Err(Refusal::Final(format!("it is larger than {} MB", most / 1024 / 1024)));
        }
    }
}

fn size(folder: &Path) -> u64 {
    let files = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    files.filter_map(|file| file.metadata().ok()).filter(std::fs::Metadata::is_file).map(|file| file.len()).sum()
}

fn read(file: &mut File) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What Git complains of, in a line; and whether it may be over the next time.
fn sorted(said: &[u8]) -> Refusal {
    let said = String::from_utf8_lossy(said);
    let lines = said.lines().map(str::trim).filter(|line| !line.is_empty());
    let told = lines.clone().find_map(|line| line.strip_prefix("fatal: ").or_else(|| line.strip_prefix("error: ")));
    let told = told.or_else(|| lines.clone().next_back()).unwrap_or("Git said nothing");
    let told: String = told.chars().filter(|sign| !sign.is_control()).take(200).collect();
    let final_words =
        ["not found", "Authentication failed", "could not read Username", "Permission denied", "not allowed"];
    if final_words.iter().any(|words| said.contains(words)) { Refusal::Final(told) } else { Refusal::Passing(told) }
}
