//! Starts Git, bounded in time and bytes, with its whole family of processes.

use super::limits::{collect, end, joined, wait};
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The most of Git's complaints that is kept, in bytes.
const MOST_COMPLAINTS: u64 = 16 * 1024;

/// One question to Git.
#[derive(Debug)]
pub struct Question<'a> {
    /// The words after `git`.
    pub arguments: &'a [&'a str],
    /// The bare repository that is asked; None for what needs none.
    pub repository: Option<&'a Path>,
    /// Further variables of the environment.
    pub environment: Vec<(&'static str, OsString)>,
    /// What Git reads from its input.
    pub input: Option<File>,
    /// How far the question may reach.
    pub via: Via<'a>,
    /// How long the answer may take.
    pub time: Duration,
    /// How many bytes the answer may have.
    pub bytes: u64,
    /// How many bytes the files of `repository` may have meanwhile.
    pub growth: Option<u64>,
}

/// How far a question may reach.
#[derive(Debug, Clone, Copy)]
pub enum Via<'a> {
    /// No further than this machine's files.
    Files,
    /// Another machine, as nobody: without configuration and credentials of whoever runs the
    /// program. The folder is one in which nothing is.
    Network {
        /// The protocols that may be used, with colons between.
        protocols: &'a str,
        /// A folder in place of the user's own.
        home: &'a Path,
    },
    /// Another machine, with what the user keeps for it: credential helpers, proxies, certificates.
    Trusted {
        /// The protocols that may be used, with colons between.
        protocols: &'a str,
    },
}

/// Why Git gave no answer.
#[derive(Debug)]
pub enum GitError {
    /// It cannot be, and asking again would not help.
    Final(String),
    /// The network or the host failed.
    Passing(String),
}

impl GitError {
    /// What went wrong, in words.
    pub fn into_words(self) -> String {
        match self {
            Self::Final(words) | Self::Passing(words) => words,
        }
    }
}

/// Configuration that goes before every other: nothing is run, nothing is followed, nothing is
/// tidied.
const HARMLESS: [&str; 15] = [
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.symlinks=false",
    "core.pager=cat",
    "core.askPass=",
    "core.alternateRefsCommand=",
    "submodule.recurse=false",
    "fetch.recurseSubmodules=false",
    "log.showSignature=false",
    "http.followRedirects=false",
    "http.cookieFile=",
    "gc.auto=0",
    "maintenance.auto=false",
    "transfer.credentialsInUrl=die",
    "safe.bareRepository=all",
];

/// Asks Git and gives back what it answers.
///
/// # Errors
/// What Git said when it did not answer, took too long or said too much.
pub fn ask(question: Question<'_>) -> Result<Vec<u8>, GitError> {
    let mut answer = ask_for_file(question)?;
    let mut bytes = Vec::new();
    answer.read_to_end(&mut bytes).map_err(broken)?;
    Ok(bytes)
}

/// Asks Git and gives back its answer in a file, for answers that are larger than memory.
///
/// # Errors
/// What Git said when it did not answer, took too long or said too much.
#[expect(
    clippy::disallowed_methods,
    reason = "the outer ring: Git is asked here, and not waited for without end"
)]
pub fn ask_for_file(question: Question<'_>) -> Result<File, GitError> {
    let until = Instant::now() + question.time.max(Duration::from_secs(1));
    let mut command = command(&question);
    command.stdin(question.input.map_or_else(Stdio::null, Stdio::from));
    let mut child = command.spawn().map_err(broken)?;
    let answer = child.stdout.take().map(|pipe| collect(pipe, question.bytes));
    let complaints = child.stderr.take().map(|pipe| collect(pipe, MOST_COMPLAINTS));
    let (Some(answer), Some(complaints)) = (answer, complaints) else {
        return Err(GitError::Final("Git's answer cannot be read".to_owned()));
    };
    let growth = question.repository.zip(question.growth);
    let status = wait(&mut child, until, growth, &answer);
    if status.is_err() {
        end(&mut child);
    }
    let status = status?;
    let (file, all) = joined(answer)?;
    if !all {
        return Err(GitError::Final(format!(
            "it answers with more than {} MB",
            question.bytes / 1024 / 1024
        )));
    }
    if !status.success() {
        let (mut file, _) = joined(complaints)?;
        let mut output = Vec::new();
        file.read_to_end(&mut output).map_err(broken)?;
        return Err(sorted(&output));
    }
    Ok(file)
}

/// The command, with an environment in which no variable of the surroundings leads Git elsewhere.
#[expect(clippy::disallowed_methods, reason = "the outer ring: the one place where Git is started")]
fn command(question: &Question<'_>) -> Command {
    let mut command = Command::new("git");
    for (name, _) in std::env::vars_os() {
        let name_text = name.to_string_lossy();
        let kept =
            ["GIT_EXEC_PATH", "GIT_SSL_CAINFO", "GIT_SSL_CAPATH", "GIT_SSH_COMMAND", "GIT_SSH"];
        let own =
            matches!(question.via, Via::Trusted { .. }) && name_text.starts_with("GIT_CONFIG");
        if name_text.starts_with("GIT_") && !kept.contains(&&*name_text) && !own {
            command.env_remove(&name);
        }
    }
    command.args(["--no-optional-locks", "--no-replace-objects", "--no-pager"]);
    for setting in HARMLESS {
        command.args(["-c", setting]);
    }
    if let Some(repository) = question.repository {
        command.env("GIT_DIR", repository).current_dir(repository);
    }
    command.env("GIT_TERMINAL_PROMPT", "0").env("GIT_NO_LAZY_FETCH", "1").env("LC_ALL", "C");
    command
        .env("GIT_LFS_SKIP_SMUDGE", "1")
        .env("GIT_CEILING_DIRECTORIES", "/")
        .env("GIT_ATTR_NOSYSTEM", "1");
    match question.via {
        Via::Files => unauthenticated(&mut command, ""),
        Via::Network { protocols, home } => {
            unauthenticated(&mut command, protocols);
            command
                .args(["-c", "credential.helper="])
                .env("HOME", home)
                .env("XDG_CONFIG_HOME", home);
            command.env_remove("SSH_ASKPASS").env_remove("NETRC");
        }
        Via::Trusted { protocols } => {
            command.env("GIT_ALLOW_PROTOCOL", protocols);
        }
    }
    if std::env::var("GIT_SSH_COMMAND").is_err() {
        command.env("GIT_SSH_COMMAND", "ssh -o BatchMode=yes -o ConnectTimeout=20");
    }
    command
        .args(question.arguments)
        .envs(question.environment.iter().map(|(name, value)| (name, value)));
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;
        command.process_group(0);
    }
    command
}

/// Takes the configuration of the machine and of the user away.
fn unauthenticated(command: &mut Command, protocols: &str) {
    let nothing = if cfg!(windows) { "NUL" } else { "/dev/null" };
    command.env("GIT_ALLOW_PROTOCOL", protocols).env("GIT_CONFIG_GLOBAL", nothing);
    command.env("GIT_CONFIG_SYSTEM", nothing).env("GIT_CONFIG_NOSYSTEM", "1");
}

#[expect(
    clippy::disallowed_methods,
    reason = "the outer ring: answers of Git may be larger than memory"
)]
pub(super) fn temporary() -> io::Result<File> {
    tempfile::tempfile()
}

#[expect(clippy::needless_pass_by_value, reason = "made for `map_err`, which hands its error over")]
pub(super) fn broken(error: io::Error) -> GitError {
    GitError::Final(format!("Git cannot be asked: {error}"))
}

/// What Git complains of, in a line; and whether it may be over the next time.
fn sorted(output: &[u8]) -> GitError {
    let output = String::from_utf8_lossy(output);
    let lines = output.lines().map(str::trim).filter(|line| !line.is_empty());
    let reason = lines
        .clone()
        .find_map(|line| line.strip_prefix("fatal: ").or_else(|| line.strip_prefix("error: ")));
    let reason = reason.or_else(|| lines.clone().next_back()).unwrap_or("Git said nothing");
    let reason: String = reason.chars().filter(|sign| !sign.is_control()).take(200).collect();
    let final_words = [
        "not found",
        "Authentication failed",
        "could not read Username",
        "Permission denied",
        "not allowed",
        "unable to update url base from redirection",
        "requested URL returned error: 3",
    ];
    if final_words.iter().any(|words| output.contains(words)) {
        GitError::Final(reason)
    } else {
        GitError::Passing(reason)
    }
}
