//! The exit status.

use super::common::Deny;
use crate::base::{Diagnostic, Tally};
use std::process::ExitCode;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Everything is published.
    Published,
    /// Nothing is published.
    NotPublished,
    /// The command was used wrongly.
    Usage,
    /// The site is published, but something was held back.
    HeldBack,
}

impl Exit {
    /// How a run with these notes ends that published so many `entries`.
    pub(super) fn of(
        notes: &[Diagnostic],
        entries: usize,
        strictness: &super::common::Strictness,
    ) -> Self {
        let tally = Tally::of(notes);
        let denied = match strictness.deny {
            Some(Deny::Warnings) => tally.warnings + tally.errors > 0,
            Some(Deny::Errors) => tally.errors > 0,
            None => false,
        };
        if tally.unpublished || denied {
            Self::NotPublished
        } else if tally.held_back + tally.errors > 0
            && strictness
                .allow_held_back
                .is_none_or(|allowed| !allowed.allows(tally.held_back, tally.held_back + entries))
        {
            Self::HeldBack
        } else {
            Self::Published
        }
    }

    /// The word for machines.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::NotPublished => "not-published",
            Self::Usage => "usage",
            Self::HeldBack => "held-back",
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Published => 0,
            Exit::NotPublished => 1,
            Exit::Usage => 2,
            Exit::HeldBack => 3,
        })
    }
}
