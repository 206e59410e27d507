//! Names of organizations that differ in how a legal form is written, or in whether one is.

use super::entries::Organization;
use super::names::key;
use crate::base::word_list::is_among;
use crate::base::{Code, Diagnostic};
use crate::catalog::Entry;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Legal forms, as they stand behind a name without dots.
const FORMS: &str = "bv nv vof ltd limited inc incorporated llc llp plc corp corporation gmbh mbh \
                     ag kg ohg ug sarl srl spa sas oy oyj aps asa pty bvba cvba vzw";

/// A name as it is compared with others: with or without dots it is the same.
pub(super) fn without_dots(name: &str) -> Cow<'_, str> {
    if name.contains('.') { name.replace('.', "").into() } else { name.into() }
}

/// Notes organizations whose names are the same but for a legal form.
pub(super) fn note(
    organizations: &[Organization],
    place: impl Fn(usize) -> Option<crate::base::Place>,
    notes: &mut Vec<Diagnostic>,
) {
    let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, organization) in organizations.iter().enumerate() {
        alike.entry(bare(&organization.title)).or_default().push(index);
    }
    for (_, alike) in alike.into_iter().filter(|(_, alike)| alike.len() > 1) {
        let title = |at: usize| organizations[at].title.as_str();
        let [first, second, ..] = alike[..] else { continue };
        let Some(here) = place(second).or_else(|| place(first)) else { continue };
        // Whoever writes about both knows them for two.
        if alike.iter().all(|at| organizations[*at].record().is_some()) {
            continue;
        }
        let message =
            format!("`{}` and `{}` are two organizations here", title(first), title(second));
        let help = format!(
            "if they are one, write `{}` everywhere, or describe it in organizations/ with the other name under \
             `synonyms:`",
            title(first)
        );
        notes.push(Diagnostic::new(Code::SpelledDifferently, here, message).help(help));
    }
}

/// A name without dots, and without the legal form behind it.
fn bare(title: &str) -> String {
    let key = key(&without_dots(title));
    let mut words: Vec<&str> = key.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    while words.len() > 1 && words.last().is_some_and(|word| is_among(FORMS, word)) {
        words.pop();
        // `GmbH & Co. KG`
        if words.len() > 3 && words.ends_with(&["&", "co"]) {
            words.truncate(words.len() - 2);
        }
    }
    words.join(" ")
}
