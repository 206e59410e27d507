//! Which item of an entry's list an item of its translation is about: by what both say, never by
//! where they stand.

use super::pairing_key::{Key, Keyed};
use crate::base::tidy::single_spaced;
use crate::base::{Anchor, Code, Consequence, Diagnostic, fold};
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;

/// Lists of a translation, to be put in the order of those of its entry.
pub(super) struct Lists<'a> {
    /// Where the translation is.
    pub(super) anchor: &'a Anchor,
    /// The file of its entry.
    pub(super) entry: &'a str,
    pub(super) notes: &'a mut Vec<Diagnostic>,
}

/// Why an item belongs to no other.
enum Lost {
    /// Nothing in it says which one it is about.
    Unnamed,
    /// None is as it says.
    Nobody,
    /// So many are as it says.
    Several(usize),
    /// An earlier one is about the same.
    Twice,
}

impl Lists<'_> {
    /// Puts `translated` in the order of `originals`, with nothing where no item is translated, so
    /// that what stands at one place in both is about one thing.
    pub(super) fn pair<O: Keyed, T: Keyed + Default>(
        &mut self,
        key: &str,
        originals: &[O],
        translated: &mut Vec<T>,
    ) {
        if translated.is_empty() {
            return;
        }
        let (wanted, length) =
            (originals.iter().map(Keyed::key).collect::<Vec<_>>(), translated.len());
        let mut places: Vec<Option<usize>> = vec![None; originals.len()];
        let mut unnamed = Vec::new();
        let mut lost = false;
        for (at, item) in translated.iter().enumerate() {
            let own = item.key();
            let found = find(&own, &wanted, length).and_then(|place| match places[place] {
                None => Ok(place),
                Some(_) => Err(Lost::Twice),
            });
            match found {
                Ok(place) => places[place] = Some(at),
                Err(Lost::Unnamed) => unnamed.push(at),
                Err(why) => {
                    self.notes.push(self.not_paired(key, at, &own, &why));
                    lost = true;
                }
            }
        }
        if !unnamed.is_empty() {
            let note = self.not_named(key, &unnamed, &wanted);
            self.notes.push(note);
        } else if !lost {
            let missing =
                places.iter().zip(&wanted).filter(|(place, own)| place.is_none() && own.has_words);
            let missing: Vec<String> = missing.map(|(_, own)| own.to_string()).collect();
            self.notes.extend(self.not_translated(key, &missing, wanted.len()));
        }
        drop(wanted);
        let mut taken: Vec<Option<T>> = std::mem::take(translated).into_iter().map(Some).collect();
        *translated = places
            .iter()
            .map(|place| place.and_then(|at| taken[at].take()).unwrap_or_default())
            .collect();
    }

    /// Compares how long two lists of texts are, which stand for each other as a whole.
    pub(super) fn count(&mut self, key: &str, originals: &[String], translated: &[String]) {
        let (had, has) = (originals.len(), translated.len());
        if has == 0 || had == has {
            return;
        }
        let message =
            format!("`{key}` has {} here, and {} in {}", items(has), items(had), self.entry);
        let code = if has > had { Code::UnpairedItem } else { Code::UntranslatedItem };
        let note =
            Diagnostic::new(code, self.anchor.key(key), message).consequence(Consequence::Nothing);
        self.notes.push(note.help("translate the list as a whole: as many items in both files"));
    }

    /// Tells of what roles are called that nobody has and no seat asks for.
    pub(super) fn roles(&mut self, known: &BTreeSet<String>, called: &BTreeMap<String, String>) {
        for role in called.keys().filter(|role| !known.contains(&fold::key(role))) {
            let place = self.anchor.key(format!("roles.{role}"));
            let message = format!("no member and no seat of {} is `{role}`", self.entry);
            let note = Diagnostic::new(Code::UnpairedItem, place, message);
            self.notes.push(note.help("write the role as it stands there"));
        }
    }

    fn not_paired(&self, key: &str, at: usize, own: &Key<'_>, why: &Lost) -> Diagnostic {
        let (what, help) = match why {
            Lost::Several(number) => (
                format!("{number} items of `{key}` in {} have {}", self.entry, own.label()),
                "give the item that is meant an `id:` of your choice in both files",
            ),
            Lost::Twice => (
                format!(
                    "an earlier item here translates the item of `{key}` that has {} already",
                    own.label()
                ),
                "keep one of the two",
            ),
            Lost::Nobody | Lost::Unnamed => (
                format!("no item of `{key}` in {} has {}", self.entry, own.label()),
                "write it as it stands there, or take the item out; until then it is not shown",
            ),
        };
        Diagnostic::new(Code::UnpairedItem, self.anchor.value(format!("{key}[{at}]")), what)
            .help(help)
    }

    fn not_named(&self, key: &str, unnamed: &[usize], wanted: &[Key<'_>]) -> Diagnostic {
        let place = match unnamed {
            [at] => self.anchor.value(format!("{key}[{at}]")),
            _ => self.anchor.key(key),
        };
        if wanted.is_empty() {
            let note = Diagnostic::new(
                Code::UnpairedItem,
                place,
                format!("{} has no items of `{key}`", self.entry),
            );
            return note.help("add them there first, or take these out");
        }
        let which =
            if unnamed.len() == 1 { "this item translates" } else { "these items translate" };
        let message =
            format!("nothing says which of the {} of `{key}` {which}", items(wanted.len()));
        let first = unnamed.first().and_then(|at| wanted.get(*at)).or(wanted.first());
        let example = first.map(Key::as_yaml).unwrap_or_default();
        Diagnostic::new(Code::UnpairedItem, place, message).help(format!(
            "say in each which item of {} is meant, as it stands there (`{example}`), or give both one `id:`; \
             until then that item is shown untranslated",
            self.entry
        ))
    }

    fn not_translated(&self, key: &str, missing: &[String], all: usize) -> Option<Diagnostic> {
        /// How many are named.
        const MOST: usize = 3;
        let named = missing.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join("; ");
        let more = if missing.len() > MOST { "; …" } else { "" };
        let (number, are) = (missing.len(), if missing.len() == 1 { "is" } else { "are" });
        let message =
            format!("{number} of {} of `{key}` {are} not translated: {named}{more}", items(all));
        let note = Diagnostic::new(Code::UntranslatedItem, self.anchor.key(key), message);
        (number > 0).then(|| {
            note.help(
                "translate it too; until then it is shown as it stands in the entry's own file",
            )
        })
    }
}

fn items(number: usize) -> String {
    if number == 1 { "1 item".to_owned() } else { format!("{number} items") }
}

/// The place of the item that one of a translation, which has so many, is about.
fn find(own: &Key<'_>, originals: &[Key<'_>], length: usize) -> Result<usize, Lost> {
    let all = |fits: &dyn Fn(&Key<'_>) -> bool| -> Vec<usize> {
        originals.iter().enumerate().filter(|(_, item)| fits(item)).map(|(at, _)| at).collect()
    };
    let titled = |item: &Key<'_>, title: &str| item.title.is_some_and(|had| is_same(had, title));
    if let Some(id) = own.id {
        let found = all(&|item| item.id.is_some_and(|had| is_same(had, id)));
        return only(&if found.is_empty() { all(&|item| titled(item, id)) } else { found });
    }
    if !own.facts.is_empty() {
        let agreeing = all(&|item| own.facts.iter().all(|(key, fact)| item.agrees(key, fact)));
        let same = |at: &usize| own.title.is_some_and(|title| titled(&originals[*at], title));
        let titled: Vec<usize> = agreeing.iter().copied().filter(same).collect();
        return only(if agreeing.len() > 1 && !titled.is_empty() { &titled } else { &agreeing });
    }
    let found = own.title.map(|title| all(&|item| titled(item, title))).unwrap_or_default();
    match (found.len(), originals.len(), length) {
        (0, 1, 1) => Ok(0),
        (0, ..) => Err(Lost::Unnamed),
        _ => only(&found),
    }
}

fn only(found: &[usize]) -> Result<usize, Lost> {
    match found {
        [] => Err(Lost::Nobody),
        [one] => Ok(*one),
        _ => Err(Lost::Several(found.len())),
    }
}

/// Whether two texts are the same but for case and spaces. Signs stay: `+20` is another figure than
/// `-20`.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let plain = |text: &str| {
        single_spaced(&text.nfkc().collect::<String>().to_lowercase().replace('’', "'"))
    };
    plain(one) == plain(other)
}
