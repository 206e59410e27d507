//! Portfolios that live elsewhere: where each is, and what is taken of it.

use super::member_list::listed;
use super::repository::{Protocol, hushed, is_reference, unfit};
use super::site_file::MemberSource;
use crate::base::{Code, Diagnostic, Fingerprint, Place, slug};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::Path;

/// A portfolio, or the experts of another network, that lives elsewhere.
#[derive(Debug, Clone, Hash)]
pub struct Member {
    /// Where it is.
    pub origin: Origin,
    /// The folder inside it, without slashes at the ends; empty for the whole.
    pub folder: String,
    /// The slug that the owner of the site chose; else it follows from the profile.
    pub slug: Option<String>,
    /// Whom to take, when it is a network's folder of experts; None when it is one expert's.
    pub choice: Option<Choice>,
    /// Where it is named.
    pub place: Place,
}

/// Where a member is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A folder of this machine, relative to the site's.
    Folder(String),
    /// A Git repository.
    Repository {
        /// Its address.
        url: String,
        /// A branch, a tag or a commit; the repository's own default without one.
        reference: Option<String>,
    },
}

/// Whom to take of another network.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Choice {
    /// These slugs; everybody without.
    pub slugs: Option<Vec<String>>,
    /// Who names one of these topics; everybody without.
    pub topics: Vec<String>,
}

/// Everybody, or who has one of these slugs.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "this is neither `all` nor a list of slugs")]
pub enum Chosen {
    /// Everybody.
    Everybody(Everybody),
    /// Who has one of these slugs.
    Slugs(Vec<String>),
}

/// The word for everybody.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Everybody {
    /// Everybody.
    All,
}

/// What is allowed to members that live in Git repositories.
#[derive(Debug, Clone, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct MemberRules {
    /// The ways to a repository that may be used.
    pub protocols: BTreeSet<Protocol>,
    /// The most files of one source.
    pub files: usize,
    /// The most that the files of one source may have together, and that may be fetched for them,
    /// in megabytes.
    pub megabytes: u64,
    /// How long one question to a repository may take, in seconds.
    pub seconds: u64,
    /// Hosts to which the credentials, proxies and certificates of whoever runs the program may be
    /// given. All others are asked as nobody, without the configuration of Git on this machine;
    /// over ssh the user's keys are used all the same.
    pub credentials: BTreeSet<String>,
}

impl Default for MemberRules {
    fn default() -> Self {
        let protocols = [Protocol::Https, Protocol::Ssh].into();
        Self { protocols, files: 2_000, megabytes: 100, seconds: 120, credentials: BTreeSet::new() }
    }
}

impl Member {
    /// A name for its folder in the cache, of which no two repositories have the same:
    /// `portfolio-0a1b2c3d`.
    pub fn cache_name(&self) -> String {
        let (url, reference) = match &self.origin {
            Origin::Folder(path) => (path, None),
            Origin::Repository { url, reference } => (url, reference.as_deref()),
        };
        let last = url.trim_end_matches('/').rsplit(['/', ':']).next().unwrap_or_default();
        let last = slug::slug(last.strip_suffix(".git").unwrap_or(last));
        let whole = format!("{url}\0{}\0{}", reference.unwrap_or_default(), self.folder);
        let hash = format!("{:032x}", Fingerprint::of_bytes(whole.as_bytes()).number());
        let last: String = last.chars().take(40).collect();
        if last.is_empty() { hash[..12].to_owned() } else { format!("{last}-{}", &hash[..12]) }
    }

    /// How people know it: the address, and the folder in it.
    pub fn in_words(&self) -> String {
        let whole = match &self.origin {
            Origin::Folder(path) => path.clone(),
            Origin::Repository { url, reference: Some(reference) } => {
                format!("{url} ({reference})")
            }
            Origin::Repository { url, reference: None } => url.clone(),
        };
        if self.folder.is_empty() { whole } else { format!("{whole}, {}", self.folder) }
    }
}

/// Reads what is written about members, with the lists that are named there, and keeps what is
/// allowed.
pub(super) fn members(
    root: &Path,
    place: impl Fn(usize) -> Place,
    written: Vec<MemberSource>,
    rules: &MemberRules,
    notes: &mut Vec<Diagnostic>,
) -> Vec<Member> {
    let mut members = Vec::new();
    for (index, source) in written.into_iter().enumerate() {
        let place = place(index);
        match &source.list {
            None => members.extend(member(source, place, rules, notes)),
            Some(list) => {
                for (source, place) in listed(root, list, &place, notes) {
                    members.extend(member(source, place, rules, notes));
                }
            }
        }
    }
    let mut seen = std::collections::HashMap::new();
    members.retain(|member: &Member| match seen.entry(member.cache_name()) {
        std::collections::hash_map::Entry::Vacant(free) => {
            free.insert(member.place.clone());
            true
        }
        std::collections::hash_map::Entry::Occupied(first) => {
            let message = format!("{} stands here for the second time", member.in_words());
            notes.push(
                Diagnostic::new(Code::MemberRefused, member.place.clone(), message)
                    .help("remove one of the two")
                    .and(first.get().clone()),
            );
            false
        }
    });
    members
}

/// Where a member's files are; else why that cannot be told, and what helps.
fn origin(
    git: Option<String>,
    path: Option<String>,
    reference: Option<String>,
    is_list: bool,
) -> Result<Origin, (String, &'static str)> {
    match (git, path, reference) {
        (None, Some(path), None) if !is_list => {
            Ok(Origin::Folder(path.trim_end_matches('/').to_owned()))
        }
        (Some(_), None, Some(reference)) if !is_list && !is_reference(&reference) => {
            Err((format!("`{reference}` names no branch, tag or commit"), "write its name: main"))
        }
        (Some(url), None, reference) if !is_list => Ok(Origin::Repository { url, reference }),
        _ => Err((
            "it is not clear where this member is".to_owned(),
            "write `git:` (with `ref:` and `folder:` if needed), or `path:`, or `list:`",
        )),
    }
}

pub(super) fn member(
    source: MemberSource,
    place: Place,
    rules: &MemberRules,
    notes: &mut Vec<Diagnostic>,
) -> Option<Member> {
    let mut refuse = |message: String, help: &str| {
        notes.push(
            Diagnostic::new(Code::MemberRefused, place.clone(), message).help(help.to_owned()),
        );
        None
    };
    let MemberSource { git, path, reference, folder, slug, experts, topics, list } = source;
    let folder = folder.unwrap_or_default();
    let folder = folder.trim_matches('/').trim_start_matches("./");
    let folder = if folder == "." { "" } else { folder };
    if folder.split('/').any(|part| part == ".." || part.starts_with('.'))
        || folder.contains(['\\', '\0', ':'])
    {
        return refuse(
            format!("`{folder}` leads out of the repository"),
            "name a folder inside it: experts/jan",
        );
    }
    if let Some(url) = &git
        && let Some(reason) = unfit(url, rules)
    {
        let message = format!("`{}` is not used: {reason}", hushed(url));
        let help = "write https://host/path.git or git@host:path.git";
        // The line itself may hold a secret, and is not shown.
        let place = if hushed(url) == *url { place } else { Place::file(place.file) };
        notes.push(Diagnostic::new(Code::MemberRefused, place, message).help(help));
        return None;
    }
    let origin = match origin(git, path, reference, list.is_some()) {
        Ok(origin) => origin,
        Err((why, help)) => return refuse(why, help),
    };
    let choice = match (experts, topics) {
        (None, topics) if topics.is_empty() => None,
        (None | Some(Chosen::Everybody(_)), topics) => Some(Choice { slugs: None, topics }),
        (Some(Chosen::Slugs(slugs)), topics) => Some(Choice { slugs: Some(slugs), topics }),
    };
    Some(Member { origin, folder: folder.to_owned(), slug, choice, place })
}
