//! How somebody sends a profile to the network without Git: `join:`.

use super::project::{CONFIG_FILE, Config, Kind};
use crate::base::address::safe_href;
use crate::base::{Code, Diagnostic, Place, email};
use schemars::JsonSchema;
use serde::Deserialize;

/// How somebody asks for a place on the site, and keeps their profile, with a form and without Git.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct JoinFile {
    /// The ways in which the form is sent: github, mail, download. Without it: download, and each
    /// for which `to` names where it goes.
    pub by: Vec<Way>,
    /// Where it goes: the repository on GitHub (`https://github.com/us/network`), a mail address,
    /// or both. Without it: the repository of `edit_url`, and the address of `contact`.
    pub to: Vec<String>,
    /// The keys of a profile that the form asks for; else all that it knows.
    pub fields: Vec<String>,
    /// What somebody agrees to who sends the form; else a sentence of the program's own.
    pub consent: Option<String>,
}

/// A way in which the form is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Way {
    /// A file or an issue on GitHub.
    Github,
    /// A letter in the mail program of whoever fills in the form.
    Mail,
    /// A file that is handed over by whatever way.
    Download,
}

/// How somebody sends a profile to the network.
#[derive(Debug, Clone, Hash)]
pub struct Join {
    /// The repository on GitHub, where the form may be sent there.
    pub repository: Option<Repository>,
    /// The mail address, where the form may be sent there.
    pub email: Option<String>,
    /// Whether it may be kept as a file.
    pub download: bool,
    /// The keys that the form asks for; all that it knows when there are none.
    pub fields: Vec<String>,
    /// What somebody agrees to, in the site's own words.
    pub consent: Option<String>,
    /// Whether there is a form for the owner alone, who edits at home: nothing leads to it.
    pub at_home: bool,
}

impl Join {
    /// The form of whoever edits the files of a site that has none.
    pub fn at_home() -> Self {
        Self {
            repository: None,
            email: None,
            download: false,
            fields: Vec::new(),
            consent: None,
            at_home: true,
        }
    }
}

impl Config {
    /// Whether visitors have a form: one joins a network.
    pub fn is_joined_by_form(&self) -> bool {
        self.kind == Kind::Network && self.join.as_ref().is_some_and(|join| !join.at_home)
    }

    /// Whether anybody has one.
    pub fn has_form(&self) -> bool {
        self.is_joined_by_form() || self.join.as_ref().is_some_and(|join| join.at_home)
    }
}

/// A repository on GitHub.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Repository {
    /// Its address, without a slash at the end.
    pub url: String,
    /// The branch that the site is built from.
    pub branch: String,
    /// The folder of the site in it: empty, or with a slash at the end.
    pub folder: String,
}

impl Repository {
    fn of(address: &str) -> Option<Self> {
        let url = safe_href(address)?;
        let (place, rest) = url.split_once("/edit/").unwrap_or((&url, ""));
        let place = place.trim_end_matches('/').trim_end_matches(".git");
        let names: Vec<&str> = place.strip_prefix("https://")?.split('/').collect();
        let [_, owner, name] = names[..] else { return None };
        let is_name = |part: &str| {
            !part.is_empty()
                && part.chars().all(|sign| sign.is_alphanumeric() || "-_.".contains(sign))
        };
        if !is_name(owner) || !is_name(name) {
            return None;
        }
        let (branch, path) = rest.split_once('/').unwrap_or(("main", ""));
        let folder = path.split_once('{').map_or("", |(folder, _)| folder);
        Some(Self { url: place.to_owned(), branch: branch.to_owned(), folder: folder.to_owned() })
    }
}

/// Where the site says that it is, if it does not say so of the form.
pub(super) struct Known<'a> {
    pub(super) email: Option<&'a str>,
    pub(super) edit_url: Option<&'a str>,
}

impl JoinFile {
    /// What counts; what leads nowhere is told.
    pub(super) fn checked(self, known: &Known<'_>, notes: &mut Vec<Diagnostic>) -> Join {
        let mut note = |key: &str, message: String, help: &str| {
            let place = Place::value(CONFIG_FILE, key);
            notes.push(Diagnostic::new(Code::BrokenValue, place, message).help(help.to_owned()));
        };
        let (mut repository, mut mail) = (None, None);
        for (at, to) in self.to.iter().enumerate() {
            let to = to.trim();
            if email::is_address(to) {
                mail = Some(to.to_owned());
            } else if let Some(found) = Repository::of(to) {
                repository = Some(found);
            } else {
                note(
                    &format!("join.to[{at}]"),
                    format!("`{to}` is neither a mail address nor a repository on GitHub"),
                    "write office@network.example, or https://github.com/us/network",
                );
            }
        }
        // What is known of a branch and a folder is said by `edit_url` alone.
        let edited = known.edit_url.and_then(Repository::of);
        let same = |one: &Repository| repository.as_ref().is_none_or(|it| it.url == one.url);
        let repository = edited.filter(|one| same(one)).or_else(|| repository.clone());
        let mail = mail.or_else(|| known.email.map(str::to_owned));
        let asks = |way: Way| self.by.is_empty() || self.by.contains(&way);
        for (way, is_known, what, help) in [
            (
                Way::Github,
                repository.is_some(),
                "`join.by` names github, and no repository is known",
                "write `to: https://github.com/us/network` below `join`",
            ),
            (
                Way::Mail,
                mail.is_some(),
                "`join.by` names mail, and no mail address is known",
                "write `to: office@network.example` below `join`",
            ),
        ] {
            if self.by.contains(&way) && !is_known {
                note("join.by", what.to_owned(), help);
            }
        }
        let repository = repository.filter(|_| asks(Way::Github));
        let mail = mail.filter(|_| asks(Way::Mail));
        let nothing = repository.is_none() && mail.is_none();
        Join {
            download: asks(Way::Download) || nothing,
            repository,
            email: mail,
            fields: self.fields,
            at_home: false,
            consent: self.consent.filter(|text| !text.trim().is_empty()),
        }
    }
}
