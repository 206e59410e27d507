//! Columns that nobody reads, with cells that say that somebody is not to be seen.

use crate::base::{Code, Consequence, Diagnostic, Place, says_nobody, switched_off};

/// The key that decides who sees what for which a cell of the unread column `name` was meant:
/// `hidden` in any, a no in one that asks whether somebody is shown.
pub(super) fn closed_by(name: &str, cell: &str) -> Option<&'static str> {
    if says_nobody(cell) { Some("visibility") } else { switched_off(name, cell) }
}

/// Says so.
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
