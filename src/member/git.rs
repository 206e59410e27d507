//! How members' repositories are asked: under the rules of the site, as nobody unless the owner
//! says otherwise.

use crate::config::{MemberRules, host_of};
pub(super) use crate::git::GitError;
use crate::git::{self, Question, Via};
use std::fs::File;
use std::path::Path;
use std::time::Duration;

/// The most that an answer of a few lines may have, in bytes: of a listing about 100,000 files.
const MOST_LINES: u64 = 12 * 1024 * 1024;

/// A way to ask Git for what is at one address, under the rules of the site.
#[derive(Debug, Clone, Copy)]
pub(super) struct Git<'a> {
    rules: &'a MemberRules,
    url: &'a str,
    /// An empty folder, which stands in the place of the user's own.
    home: &'a Path,
}

impl<'a> Git<'a> {
    pub(super) fn new(rules: &'a MemberRules, url: &'a str, home: &'a Path) -> Self {
        Self { rules, url, home }
    }

    /// Asks what needs no other machine of the repository `folder`.
    ///
    /// # Errors
    /// What Git said, when it did not answer, or not in time.
    pub(super) fn ask(self, folder: &Path, arguments: &[&str]) -> Result<Vec<u8>, GitError> {
        git::ask(self.question(Some(folder), arguments, Via::Files))
    }

    /// Asks for the bytes of the objects that `input` names.
    ///
    /// # Errors
    /// What Git said, when it did not answer, or not in time.
    pub(super) fn ask_for_objects(
        self,
        folder: &Path,
        arguments: &[&str],
        input: File,
    ) -> Result<File, GitError> {
        let question = self.question(Some(folder), arguments, Via::Files);
        // Before each object stands a line.
        let bytes = self.bytes().saturating_add(MOST_LINES);
        git::ask_for_file(Question { input: Some(input), bytes, ..question })
    }

    /// Asks the host of the address.
    ///
    /// # Errors
    /// What Git said, when it did not answer, or not in time.
    pub(super) fn ask_host(
        self,
        folder: Option<&Path>,
        arguments: &[&str],
    ) -> Result<Vec<u8>, GitError> {
        let protocols: Vec<&str> =
            self.rules.protocols.iter().map(|protocol| protocol.as_str()).collect();
        let protocols = protocols.join(":");
        let trusted = host_of(self.url).is_some_and(|host| self.rules.credentials.contains(&host));
        let via = if trusted {
            Via::Trusted { protocols: &protocols }
        } else {
            Via::Network { protocols: &protocols, home: self.home }
        };
        git::ask(Question {
            growth: folder.map(|_| self.bytes()),
            ..self.question(folder, arguments, via)
        })
    }

    fn bytes(self) -> u64 {
        self.rules.megabytes.saturating_mul(1024 * 1024)
    }

    fn question<'q>(
        self,
        repository: Option<&'q Path>,
        arguments: &'q [&'q str],
        via: Via<'q>,
    ) -> Question<'q> {
        Question {
            arguments,
            repository,
            environment: Vec::new(),
            input: None,
            via,
            time: Duration::from_secs(self.rules.seconds.max(1)),
            bytes: MOST_LINES,
            growth: None,
        }
    }
}
