//! Who may change whose profile.

use super::received::{Received, Sender};
use crate::base::Tidy;
use crate::base::profile::{key_of, read};
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

/// Whether who sent something may change the profile in a file of this text.
pub(super) fn of(received: &Received, before: &str) -> Right {
    if received.is_approved {
        return Right::Approved;
    }
    match &received.sender {
        Sender::Account(login) => {
            let file = crate::edit::values(before).unwrap_or_default();
            let links = file["changes"]["links"].as_object().into_iter().flatten();
            let account = |text: &str| match read("github", text) {
                Tidy::AsWritten(address) | Tidy::Tidied(address) => Some(key_of(&address)),
                Tidy::Wrong { .. } => None,
            };
            let theirs = account(login);
            let mut own = links
                .filter(|(key, _)| key.eq_ignore_ascii_case("github"))
                .filter_map(|(_, written)| Value::as_str(written).and_then(account));
            if theirs.is_some() && own.any(|own| Some(own) == theirs) {
                Right::Own
            } else {
                Right::Unknown(
                    "the account is not the one that `links: { github: … }` of the profile names",
                )
            }
        }
        Sender::Letter(_) => Right::Unknown(
            "anybody can write any name above a letter; ask the person, then say --approved",
        ),
        Sender::Nobody => {
            Right::Unknown("it does not say who sent it; ask the person, then say --approved")
        }
    }
}
