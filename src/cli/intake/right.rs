//! Who may change whose profile, and who may say which account is theirs.

use super::received::{Received, Sender};
use crate::base::Tidy;
use crate::base::profile::{is_personal, key_of, read};
use crate::edit::Submission;
use serde_json::Value;

/// Whether somebody may change a profile.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Right {
    /// It is their own.
    Own,
    /// Somebody who keeps the site stands for it.
    Approved,
    /// That is not known, and why.
    Unknown(&'static str),
}

/// Whether who sent something may change the profile that has these links.
pub(super) fn of(received: &Received, links: &[(String, String)]) -> Right {
    if received.is_approved {
        return Right::Approved;
    }
    match &received.sender {
        Sender::Account(login) if is_among(login, links) => Right::Own,
        Sender::Account(_) => Right::Unknown(
            "the account is not the one that `links: { github: … }` of the profile names",
        ),
        Sender::Letter(_) => Right::Unknown(
            "anybody can write any name above a letter; ask the person, then say --approved",
        ),
        Sender::Nobody => {
            Right::Unknown("it does not say who sent it; ask the person, then say --approved")
        }
    }
}

/// The key of an account on GitHub, however it is written.
fn account(text: &str) -> Option<String> {
    match read("github", text) {
        Tidy::AsWritten(address) | Tidy::Tidied(address) => Some(key_of(&address)),
        Tidy::Wrong { .. } => None,
    }
}

fn is_among(login: &str, links: &[(String, String)]) -> bool {
    let theirs = account(login);
    let mut own = links.iter().filter(|(key, _)| key.eq_ignore_ascii_case("github"));
    theirs.is_some() && own.any(|(_, written)| account(written) == theirs)
}

/// The links in the file of a profile, as they are written.
pub(super) fn links_in(text: &str) -> Vec<(String, String)> {
    links(&crate::edit::values(text).unwrap_or_default()["changes"]["links"])
}

fn links(value: &Value) -> Vec<(String, String)> {
    let written = value.as_object().into_iter().flatten();
    let written = written.filter_map(|(key, link)| Some((key.clone(), link.as_str()?.to_owned())));
    written.collect()
}

/// Whether a newcomer names an account on GitHub that is not the one that sent this: who has it
/// could change the profile from then on.
pub(super) fn names_another_account(received: &Received, submission: &Submission) -> bool {
    let links = submission.changes.get("links").map(links).unwrap_or_default();
    let names_any = links.iter().any(|(key, _)| key.eq_ignore_ascii_case("github"));
    match &received.sender {
        Sender::Account(login) => names_any && !is_among(login, &links),
        Sender::Letter(_) | Sender::Nobody => false,
    }
}

/// The mail address and the accounts that a newcomer says are theirs, as they are compared.
pub(super) fn accounts_of(submission: &Submission) -> Vec<String> {
    let contact = submission.changes.get("contact").cloned().unwrap_or_default();
    let short = contact.as_str().filter(|text| text.contains('@'));
    let mail = contact["email"].as_str().or(short).map(|mail| mail.trim().to_lowercase());
    let links = submission.changes.get("links").map(links).unwrap_or_default();
    let address = |(key, written): &(String, String)| match read(key, written) {
        Tidy::AsWritten(address) | Tidy::Tidied(address) if is_personal(key) => {
            Some(key_of(&address))
        }
        _ => None,
    };
    mail.into_iter().chain(links.iter().filter_map(address)).collect()
}
