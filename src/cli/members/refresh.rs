//! Asking members' repositories, with progress, and what came of it as notes.

use crate::base::{Code, Consequence, Diagnostic};
use crate::cli::progress;
use crate::config::{Member, Origin, Project};
use crate::member::{Aim, Outcome, Update, update};

/// Brings members' repositories into the cache while a bar shows how far it is.
///
/// # Errors
/// What is wrong with the lock or the cache, in words.
pub(in crate::cli) fn refresh(
    project: &Project,
    aim: Aim,
    wanted: &(dyn Fn(&Member) -> bool + Sync),
) -> Result<Update, String> {
    let repositories = project
        .config
        .members
        .iter()
        .filter(|member| matches!(member.origin, Origin::Repository { .. }))
        .count();
    let bar = progress::counting(repositories, "asking members");
    let update = update(project, aim, wanted, &|| bar.inc(1));
    bar.finish_and_clear();
    update
}

/// What is to be told of an update, each at the line that names the member.
pub(in crate::cli) fn notes(update: &Update) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    for (member, outcome) in &update.members {
        match outcome {
            Outcome::Same => {}
            Outcome::Added { skipped } | Outcome::Changed { skipped, .. } => {
                notes.extend(skipped.iter().map(|what| {
                    let message = format!("{}: {what}", member.in_words());
                    Diagnostic::new(Code::UnknownFile, member.place.clone(), message)
                        .help("the rest was taken; tell the member")
                }));
            }
            Outcome::Failed { why, kept } => {
                let after = if *kept {
                    "the version in vakwerk.lock is kept"
                } else {
                    "no version of it is here"
                };
                let message = format!("{}: {why}", member.in_words());
                let note = Diagnostic::new(Code::MemberUnfetched, member.place.clone(), message);
                notes.push(
                    note.help(format!("{after}; see whether the address is right, and try again"))
                        .as_warning()
                        .consequence(Consequence::Nothing),
                );
            }
        }
    }
    notes
}
