//! In which language a run speaks.

use super::Tongue;
use crate::base::Language;
use clap::Args;

/// In which language a run speaks.
#[derive(Debug, Args)]
pub(in crate::cli) struct Speech {
    /// The language of what is said to people, en or nl; else that of the environment (LC_ALL,
    /// LC_MESSAGES, LANG), as far as it is one of them
    #[arg(long, value_name = "TAG", value_parser = spoken)]
    lang: Option<Tongue>,
}

fn spoken(tag: &str) -> Result<Tongue, String> {
    let language: Option<Language> = tag.parse().ok();
    language.as_ref().and_then(Tongue::of).ok_or_else(|| "write en or nl".to_owned())
}

impl Speech {
    /// The language that is asked for.
    pub(in crate::cli) fn asked(&self) -> Option<Tongue> {
        self.lang
    }

    /// The language that is asked for, else that of the environment, else English.
    pub(in crate::cli) fn tongue(&self) -> Tongue {
        self.lang.unwrap_or_else(of_environment)
    }
}

/// The language of the environment, as far as the program speaks it.
#[expect(clippy::disallowed_methods, reason = "the outer ring: the environment says the language")]
pub(in crate::cli) fn of_environment() -> Tongue {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let mut set = named.iter().filter_map(|name| std::env::var(name).ok());
    let tag = set.find(|tag| !tag.is_empty()).unwrap_or_default();
    // nl_NL.UTF-8, nl_BE@euro
    let tag = tag.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
    tag.parse().ok().as_ref().and_then(Tongue::of).unwrap_or(Tongue::English)
}
