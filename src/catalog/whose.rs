//! Whose site it is, and what that means for those whom it names.

use super::names::{Meaning, Names};
use super::team::who;
use crate::base::{Anchor, Code, Diagnostic, person_of_slug};
use crate::catalog::Who;

/// Whose site it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose<'a> {
    /// A network's, which has profiles of those whom it refers to.
    Network,
    /// One expert's, in a folder of this name. The folder may be one of a network: whoever its
    /// cases refer to by a slug has a profile there and not here.
    Portfolio(&'a str),
}

impl Whose<'_> {
    /// Whether it is one expert's own.
    pub(super) fn is_portfolio(self) -> bool {
        matches!(self, Self::Portfolio(_))
    }
}

/// The name of somebody whom a portfolio mentions by the slug that they have elsewhere, where a
/// name should stand; None for a text that is no slug or may be a name, or means somebody here.
pub(super) fn named_elsewhere(whose: Whose<'_>, names: &Names, written: &str) -> Option<String> {
    // A single word is as likely a name as somebody writes it.
    if written.contains('-') { elsewhere(whose, names, written) } else { None }
}

/// The name of somebody whom a portfolio refers to by the slug that they have elsewhere; None for a
/// text that is no slug, or means somebody here.
pub(super) fn elsewhere(whose: Whose<'_>, names: &Names, written: &str) -> Option<String> {
    let is_known = names.meaning(written.trim()) != Meaning::Nothing;
    if !whose.is_portfolio() || is_known { None } else { person_of_slug(written.trim()) }
}

/// Who is meant by a reference of a portfolio to somebody who has no profile there.
pub(super) fn only_mentioned(
    names: &Names,
    (reference, name): (&str, Option<&str>),
    (anchor, path): (&Anchor, &str),
    notes: &mut Vec<Diagnostic>,
) -> Who {
    if let Some(name) = name.filter(|name| !name.trim().is_empty()) {
        return who(names, name, None);
    }
    let name = person_of_slug(reference.trim()).unwrap_or_else(|| reference.to_owned());
    notes
        .push(mention(anchor, path, reference.trim(), &name).help(remedy(reference, &name, names)));
    who(names, &name, None)
}

/// The note that a portfolio names somebody who has no profile there.
pub(super) fn mention(anchor: &Anchor, path: &str, reference: &str, name: &str) -> Diagnostic {
    let message = format!("`{reference}` has no profile on this portfolio, and is called {name}");
    Diagnostic::new(Code::UnknownReference, anchor.value(path), message)
        .as_hint()
        .help("write the name in full")
}

fn remedy(reference: &str, name: &str, names: &Names) -> String {
    let own = names.nearest(reference);
    let own = own.map_or_else(String::new, |own| format!("; if you are meant, write `{own}`"));
    format!("add `name: {name}`, spelt as it should be{own}")
}
