//! Columns that nobody reads, with cells that say that somebody is not to be seen.

use crate::base::{Code, Consequence, Diagnostic, Place};

/// The note on a cell of such a column, which may be meant for the key `key`.
pub(super) fn says_closed(column: &str, cell: &str, key: &str, place: Place) -> Diagnostic {
    let message =
        format!("nothing reads the column `{column}`, and `{cell}` there may be meant for `{key}`");
    let help = if key == "visibility" {
        "call the column `visibility`; until then nobody sees the entry".to_owned()
    } else {
        format!("call the column `{key}`; until then it is taken as a no")
    };
    Diagnostic::new(Code::UnclearPrivacy, place, message)
        .help(help)
        .consequence(Consequence::HeldBack)
}
