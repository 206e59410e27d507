//! What is said of names that lead to nobody, to several, or to what stands apart.

use super::names::Names;
use crate::base::{Anchor, Code, Diagnostic, Place};

/// The note on what is only mentioned and does not have the address that follows from its name.
pub(super) fn apart(
    place: &Place,
    (title, section): (&str, &str),
    (plain, slug): (&str, &str),
) -> Diagnostic {
    let folder = section.trim_end_matches('/');
    let message =
        format!("`{title}` stands at {section}{slug}/, as others are called {section}{plain}/ too");
    let note = Diagnostic::new(Code::AddressApart, place.clone(), message).as_hint();
    note.help(format!("describe it in {folder}/ with a `slug:` of its own, which stays its own"))
}

/// The note on a reference that matches nothing.
pub(super) fn unknown(
    anchor: &Anchor,
    path: &str,
    what: &str,
    name: &str,
    names: &Names,
) -> Diagnostic {
    let message = format!("there is no {what} `{}`", name.chars().take(80).collect::<String>());
    let note = Diagnostic::new(Code::UnknownReference, anchor.value(path), message);
    match names.nearest(name) {
        Some(near) => note.help(format!("did you mean `{near}`?")),
        None => note.help(format!("write the slug or the full name of {}", with_article(what))),
    }
}

/// A word with the article that goes before it: `an expert`.
fn with_article(word: &str) -> String {
    let article = if word.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {word}")
}

/// The note on a reference that matches several entries.
pub(super) fn ambiguous(anchor: &Anchor, path: &str, name: &str, slugs: &[&str]) -> Diagnostic {
    Diagnostic::new(
        Code::AmbiguousReference,
        anchor.value(path),
        format!("`{name}` is the name of more than one"),
    )
    .help(format!(
        "write the slug: {}",
        slugs.iter().map(|slug| format!("`{slug}`")).collect::<Vec<_>>().join(" or ")
    ))
}
