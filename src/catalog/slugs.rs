//! Which slug each entry has.

use super::addresses::{Addressed, wanted};
use super::names::{is_table, label};
use crate::base::slug::slug;
use crate::base::{Code, Diagnostic, Place, Rank, Spot};
use crate::record::{Common, Origin, Record, Unread};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The slug that an entry wants: its own choice, else its file's name, else `name`.
pub(super) fn wanted_slug(common: &Common, origin: &Origin, name: &str) -> String {
    slug(wanted_name(common, origin, name))
}

/// The path that a text page wants: slugs between slashes.
pub(super) fn wanted_path(common: &Common, origin: &Origin, name: &str) -> String {
    wanted_name(common, origin, name).split('/').map(slug).collect::<Vec<_>>().join("/")
}

fn wanted_name<'a>(common: &'a Common, origin: &'a Origin, name: &'a str) -> &'a str {
    // A key that is left empty chooses nothing.
    let chosen = common.slug.as_deref().filter(|slug| !slug.trim().is_empty());
    let written = origin.given_slug.as_deref().or(chosen).unwrap_or(&origin.stem);
    if written.is_empty() { name } else { written }
}

/// Slugs of entries that cannot be read, with who wrote them and where.
#[derive(Debug, Clone, Default)]
pub(super) struct Reserved(HashMap<String, (Rank, Place)>);

impl Reserved {
    /// The slugs of all entries in `section` that cannot be read at all.
    pub(super) fn of(unread: &[Unread], section: &str) -> Self {
        let mut reserved = Self::default();
        for unread in unread.iter().filter(|unread| unread.kind.folder() == section) {
            reserved.add(unread.slug.clone(), unread.rank, Place::file(unread.file.clone()));
        }
        reserved
    }

    pub(super) fn add(&mut self, slug: String, rank: Rank, place: Place) {
        if slug.is_empty() {
            return;
        }
        let holder = self.0.entry(slug).or_insert_with(|| (rank, place.clone()));
        if rank < holder.0 {
            *holder = (rank, place);
        }
    }

    /// Where the entry is that has the slug before one of `origin` may have it.
    pub(super) fn before(&self, slug: &str, origin: &Origin) -> Option<Place> {
        let (rank, place) = self.0.get(slug)?;
        (origin.given_slug.is_none() && *rank < origin.rank).then(|| place.clone())
    }

    /// Whether something that cannot be read has the slug.
    pub(super) fn has(&self, slug: &str) -> bool {
        self.0.contains_key(slug)
    }
}

/// Records in the order of the slugs that they want, those that want the same together in the order
/// that they had.
pub(super) fn by_slug<R>(
    records: Vec<R>,
    slug: impl FnMut(&R) -> String,
) -> impl Iterator<Item = (String, Vec<R>)> {
    let mut order: Vec<(String, usize)> = records.iter().map(slug).zip(0..).collect();
    order.sort_unstable();
    let mut records: Vec<Option<R>> = records.into_iter().map(Some).collect();
    let mut order = order.into_iter().peekable();
    std::iter::from_fn(move || {
        let (slug, first) = order.next()?;
        let mut take = |at: usize| records[at].take().expect("each record is taken once");
        // Most are alone, and a list that is made to grow would have room for four.
        let mut together = vec![take(first)];
        while let Some((_, at)) = order.next_if(|(other, _)| *other == slug) {
            together.push(take(at));
        }
        Some((slug, together))
    })
}

/// Notes that an address was guessed from a name in another script.
pub(super) fn note_guess<F: Addressed, T>(record: &Record<F, T>, notes: &mut Vec<Diagnostic>) {
    let (common, origin) = (&record.common, &record.origin);
    let written = wanted_name(common, origin, record.file.called());
    if let Some(chosen) = common.slug.as_deref().filter(|_| origin.given_slug.is_none()) {
        let read = wanted(record);
        if !chosen.trim().is_empty() && read != *chosen {
            let message = format!("the slug `{chosen}` is read as `{read}`");
            let note = Diagnostic::new(Code::Tidied, origin.anchor.value("slug"), message);
            notes.push(note.help("addresses have small letters, digits and dashes; write it so"));
        }
        return;
    }
    let last = written.rsplit('/').next().unwrap_or(written).to_lowercase();
    if slug(&last) == format!("e-{last}") {
        let message = format!(
            "the address is `e-{last}`, as sites or file systems need `{last}` for themselves"
        );
        let note = Diagnostic::new(Code::GuessedSlug, origin.anchor.here(), message);
        notes.push(note.help("choose another with `slug:`, before others link to it"));
        return;
    }
    let is_latin = |c: char| {
        !c.is_alphabetic() || u32::from(c) < 0x0250 || ('\u{1e00}'..='\u{1eff}').contains(&c)
    };
    if common.slug.is_none() && !written.chars().all(is_latin) {
        let message = format!("the address `{}` was guessed from `{written}`", slug(written));
        notes.push(
            Diagnostic::new(Code::GuessedSlug, origin.anchor.here(), message)
                .help("choose one with `slug:`, before others link to it"),
        );
    }
}

/// What to do about two files that have one name, written in two ways, and look alike wherever they
/// are shown; none for files of other names.
pub(super) fn twins(one: &Place, other: &Place) -> Option<String> {
    if one.file == other.file || !one.file.nfc().eq(other.file.nfc()) {
        return None;
    }
    let way = |place: &Place| {
        let is_together = place.file.chars().eq(place.file.nfc());
        if is_together { "one sign (NFC)" } else { "two (NFD)" }
    };
    // Marks that stand alone are shown by their numbers.
    let spelt = |place: &Place| -> String {
        let name = place.file.rsplit('/').next().unwrap_or_default();
        let sign = |sign| {
            if is_combining_mark(sign) { sign.escape_unicode().to_string() } else { sign.into() }
        };
        name.chars().map(sign).collect()
    };
    Some(format!(
        "both files have one name, in which a letter and its mark are {} here, `{}`, and {} there, `{}`: \
         keep one of them",
        way(one),
        spelt(one),
        way(other),
        spelt(other)
    ))
}

/// The note on an entry that wants the address of the entry `first`.
pub(super) fn same_url<F, T>(url: &str, later: &Record<F, T>, first: Place) -> Diagnostic {
    let origin = &later.origin;
    let here = origin.anchor.here();
    let message =
        format!("{} wants the address /{url}, which belongs to {}", label(&here), label(&first));
    let twins = twins(&here, &first);
    let (place, help) = if let Some(help) = &twins {
        (here, help.as_str())
    } else if origin.given_slug.is_some() {
        (here, "give it another `slug:` in the list of members")
    } else if later.common.slug.is_some() {
        (origin.anchor.value("slug"), "choose another `slug`, or take it out")
    } else {
        let help = match &here.spot {
            Spot::Key(_) if is_table(&here.file) => {
                "give each a slug of its own in a column `slug`"
            }
            Spot::Key(_) => "give it a `slug:` of its own",
            _ => "rename its file, or give it a `slug:` of its own",
        };
        (here, help)
    };
    Diagnostic::new(Code::SameUrl, place, message).help(help).and(first)
}

/// How the entry at `place` is given a slug.
pub(super) fn chosen(slug: &str, place: &Place) -> String {
    match &place.spot {
        Spot::Key(_) if is_table(&place.file) => format!("write `{slug}` in a column `slug`"),
        _ => format!("write `slug: {slug}` in it"),
    }
}
