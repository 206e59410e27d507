//! References that members wrote to people with a profile: those that lead to nobody who may be
//! seen. Whether somebody is hidden, was removed or is not known at all, none of it tells.

use super::kept::Kept;
use super::numbers::is_public;
use crate::base::diagnostic::{nearest, shown};
use crate::base::{Code, Diagnostic};
use crate::catalog::Catalog;
use std::collections::HashSet;

/// The notes on references of members that lead to nobody who may be seen.
pub(super) fn note(catalog: &mut Catalog, kept: &Kept) -> Vec<Diagnostic> {
    let referrals = std::mem::take(&mut catalog.referrals);
    if referrals.is_empty() {
        return Vec::new();
    }
    let seen: HashSet<usize> = kept.experts.iter().map(|id| id.index()).collect();
    let lost = referrals.into_iter();
    let lost = lost.filter(|it| it.who.is_none_or(|id| !seen.contains(&id.index())));
    let listed = || {
        let seen = kept.experts.iter().map(|id| &catalog.experts[*id]);
        seen.filter(|it| is_public(&it.record.common)).map(|it| it.slug.as_str())
    };
    lost.map(|it| {
        let message = format!("nobody who may be seen here is called `{}`", shown(&it.written));
        let note = Diagnostic::new(Code::UnknownReference, it.place, message).as_warning();
        note.help(match nearest(&it.written, listed()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write the slug or the full name of somebody who may be seen; others are counted, not named".to_owned(),
        })
    })
    .collect()
}
