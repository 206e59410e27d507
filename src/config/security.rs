//! Whom to tell of a weakness of the site: `security.txt` (RFC 9116).

use crate::base::{Code, Date, Diagnostic, Place, address::safe_href};
use schemars::JsonSchema;
use serde::Deserialize;

/// Whom to tell of a weakness of the site, for `/.well-known/security.txt`.
#[derive(Debug, Clone, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Security {
    /// A mail or web address: `mailto:security@example.org`.
    pub contact: String,
    /// The day on which this was to be looked over, at most a year ahead.
    pub expires: Date,
    /// Where to read how the site handles what it is told.
    #[serde(default)]
    pub policy: Option<String>,
}

impl Security {
    /// Keeps what can be published on a day, and notes why not.
    pub(super) fn checked(
        mut self,
        date: Date,
        file: &str,
        notes: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let mut wrong = |key: &str, message: String, help: &str| {
            notes.push(
                Diagnostic::new(
                    Code::BrokenValue,
                    Place::value(file, format!("security.{key}")),
                    message,
                )
                .help(help),
            );
        };
        if self.expires.last_day() <= date.first_day() {
            let message = format!("`security.txt` would have expired on {}", self.expires);
            wrong(
                "expires",
                message,
                "see whether the contact is still right, and name a day within a year from now",
            );
            return None;
        }
        let Some(contact) = safe_href(&self.contact) else {
            let message = format!("`{}` is no address that can be linked", self.contact);
            wrong("contact", message, "write `mailto:security@example.org` or `https://…`");
            return None;
        };
        self.contact = contact;
        self.policy = self.policy.as_deref().and_then(safe_href);
        Some(self)
    }
}
