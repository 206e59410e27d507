//! What entries say in one language, by their numbers: read, or taken from an earlier run as far as
//! they say the same.

use super::buckets::Run;
use super::dictionary::Dictionary;
use super::gathered::Gathered;
use super::joints;
use super::pairs::{Pairs, number_of_slug, side_by_side};
use super::signs::folded;
use super::words::{aliases, indexed_folded};
use crate::base::{Fingerprint, Spill};
use crate::memo::{Key, Store};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

/// Entries that are read together at least, and in how many parts at most: each part has words of
/// its own until all are put together.
const LEAST_TOGETHER: usize = 256;
const MOST_PARTS: usize = 32;

/// What one entry says, each with what its words are worth.
#[derive(Debug, Hash)]
pub(super) struct Said<'a> {
    /// By which the entry is known, whatever it says; none for whoever is not a person.
    pub(super) slug: Option<&'a str>,
    /// What it is called, the worth of that, and whether it is a person.
    pub(super) names: (u8, Vec<&'a str>),
    /// Everything else, without the marks of Markdown.
    pub(super) texts: Vec<(u8, Cow<'a, str>)>,
}

/// What tells whether an entry says what it said before.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct Mark {
    entry: Fingerprint,
    said: Fingerprint,
}

/// What all entries say.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Written {
    /// One for each entry, in the order of their numbers.
    marks: Vec<Mark>,
    /// Words of names and titles.
    pub(super) names: Dictionary,
    /// Words of everything else.
    pub(super) texts: Dictionary,
    /// Words that stand side by side, in either.
    pub(super) pairs: Pairs,
}

impl Written {
    /// What `count` entries say, of which `entry` tells one from the others and `say` what it says.
    /// What an earlier run read of those that say the same is taken from `kept`, where there is
    /// such a place, and what this run read is left there. Pairs are set aside in `spill`.
    pub(super) fn recalled<'a>(
        count: usize,
        entry: impl Fn(usize) -> Fingerprint + Sync,
        say: impl Fn(usize) -> Said<'a> + Sync,
        kept: Option<(&Store, Key)>,
        spill: &Arc<Spill>,
    ) -> Self {
        let Some((store, key)) = kept else { return Self::read(count, entry, say, None, spill) };
        let before: Option<Self> =
            store.get(&key).and_then(|bytes| postcard::from_bytes(&bytes).ok());
        let marks = before.as_ref().map(|before| Fingerprint::of(&before.marks));
        let now = Self::read(count, entry, say, before, spill);
        if marks != Some(Fingerprint::of(&now.marks)) {
            now.keep(store, &key);
        }
        now
    }

    /// Where that cannot be, the next run reads everything.
    fn keep(&self, store: &Store, key: &Key) {
        let Ok(length) = postcard::experimental::serialized_size(self) else { return };
        let _ = store.put_in_pieces(key, length, |into| {
            postcard::to_io(self, into).map(|_| ()).map_err(std::io::Error::other)
        });
    }

    fn read<'a>(
        count: usize,
        entry: impl Fn(usize) -> Fingerprint + Sync,
        say: impl Fn(usize) -> Said<'a> + Sync,
        before: Option<Self>,
        spill: &Arc<Spill>,
    ) -> Self {
        let marks = before.iter().flat_map(|before| &before.marks).zip(0..);
        let known: HashMap<Fingerprint, (u32, Fingerprint)> =
            marks.map(|(mark, number)| (mark.entry, (number, mark.said))).collect();
        let together = count.div_ceil(MOST_PARTS).max(LEAST_TOGETHER);
        let starts: Vec<usize> = (0..count).step_by(together).collect();
        let batches: Vec<(Batch, Run)> = starts
            .into_par_iter()
            .map(|start| {
                let mut batch = Batch::default();
                for at in start..(start + together).min(count) {
                    batch.read(at, entry(at), &say(at), &known);
                }
                let pairs = Run::of(std::mem::take(&mut batch.pairs), spill);
                (batch, pairs)
            })
            .collect();
        let mut numbers = vec![None; before.as_ref().map_or(0, |before| before.marks.len())];
        let mut now = Self {
            marks: Vec::with_capacity(count),
            names: Dictionary::default(),
            texts: Dictionary::default(),
            pairs: Pairs::default(),
        };
        let (mut names, mut texts, mut pairs) = (Vec::new(), Vec::new(), Vec::new());
        for (batch, run) in batches {
            now.marks.extend(batch.marks);
            for (old, new) in batch.standing {
                numbers[old as usize] = Some(new);
            }
            names.push(batch.names);
            texts.push(batch.texts);
            pairs.push(run);
        }
        (now.names, now.texts) = (Dictionary::of(names), Dictionary::of(texts));
        now.pairs = Pairs::of(&pairs, spill);
        let Some(before) = before else { return now };
        Self {
            names: before.names.moved(&numbers).with(now.names),
            texts: before.texts.moved(&numbers).with(now.texts),
            pairs: before.pairs.moved(&numbers).with(now.pairs),
            ..now
        }
    }
}

/// Some entries, one after the other.
#[derive(Default)]
struct Batch {
    marks: Vec<Mark>,
    /// The numbers of those that say what they said before: then, and now.
    standing: Vec<(u32, u32)>,
    names: Gathered,
    texts: Gathered,
    pairs: Vec<u64>,
}

impl Batch {
    fn read(
        &mut self,
        at: usize,
        entry: Fingerprint,
        says: &Said<'_>,
        known: &HashMap<Fingerprint, (u32, Fingerprint)>,
    ) {
        let number =
            u32::try_from(at).expect("an index has fewer than four thousand million entries");
        let said = Fingerprint::of(says);
        self.marks.push(Mark { entry, said });
        match known.get(&entry) {
            Some((before, same)) if *same == said => self.standing.push((*before, number)),
            _ => self.read_anew(number, says),
        }
    }

    fn read_anew(&mut self, number: u32, says: &Said<'_>) {
        let mut pairs: Vec<(u32, u8)> = Vec::new();
        pairs.extend(says.slug.map(|slug| (number_of_slug(slug), 0)));
        let (worth, names) = &says.names;
        for name in names {
            self.read_name(name, *worth, says.slug.is_some());
            side_by_side(&folded(&joints::plain(name)), |pair| pairs.push((pair, *worth)));
        }
        for (worth, text) in &says.texts {
            let whole = folded(text);
            let mut say = |word: &str| self.texts.say(word, *worth);
            indexed_folded(&whole, &mut say);
            let joined = joints::plain(text);
            let joined = match &joined {
                Cow::Borrowed(_) => whole,
                Cow::Owned(plain) => {
                    let others = joints::others(text, plain);
                    others.for_each(|word| indexed_folded(&folded(word), &mut say));
                    folded(plain)
                }
            };
            side_by_side(&joined, |pair| pairs.push((pair, *worth)));
        }
        self.names.end(number);
        self.texts.end(number);
        Pairs::add(&mut self.pairs, number, pairs);
    }

    fn read_name(&mut self, name: &str, worth: u8, is_person: bool) {
        let whole = folded(name);
        let mut say = |word: &str| self.names.say(word, worth);
        indexed_folded(&whole, &mut say);
        if let Cow::Owned(plain) = joints::plain(name) {
            let others = joints::others(name, &plain);
            others.for_each(|word| indexed_folded(&folded(word), &mut say));
        }
        if whole.contains(' ') {
            say(&whole);
        }
        if is_person {
            for alias in aliases(name) {
                say(&alias);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WORDS: [&str; 8] = ["heat", "l'eau", "C++", "co-op", "Łódź", "王小明", "the", "AI/ML"];

    /// Entries by their names, each with the words that it says.
    type Network = std::collections::BTreeMap<u8, Vec<u8>>;

    fn written(network: &Network, kept: Option<(&Store, Key)>) -> String {
        let slugs: Vec<String> = network.keys().map(|name| format!("e{name}")).collect();
        let texts: Vec<&Vec<u8>> = network.values().collect();
        let say = |at: usize| {
            let words = texts[at].iter().map(|word| WORDS[usize::from(word % 8)]);
            let text = words.collect::<Vec<_>>().join(" ");
            let worth = u8::try_from(texts[at].len() % 64).unwrap_or(0);
            Said {
                slug: Some(&*slugs[at]).filter(|_| !at.is_multiple_of(3)),
                names: (50, vec![&slugs[at], "Jan de Vries"]),
                texts: vec![(worth, text.clone().into()), (worth / 2, text.into())],
            }
        };
        let entry = |at: usize| Fingerprint::of(&slugs[at]);
        let all = Written::recalled(slugs.len(), entry, say, kept, &Arc::default());
        let list = |(word, list): &(Box<str>, super::super::list::List)| {
            let mut text = format!("{word} {} ", list.count);
            list.encoded(&mut text);
            text
        };
        let words = |dictionary: &Dictionary| dictionary.words.iter().map(list).collect::<Vec<_>>();
        format!("{:?} {:?} {:?}", words(&all.names), words(&all.texts), all.pairs)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn what_is_taken_from_before_is_what_would_be_read(
            first: Network,
            edits in prop::collection::vec((any::<u8>(), any::<Option<Vec<u8>>>()), 0..5),
            damage: Option<u16>,
        ) {
            let folder = tempfile::tempdir().expect("a folder");
            let store = Store::open(folder.path());
            let kept = || Some((&store, Key::of(&[b"words"])));
            let mut network = first;
            prop_assert_eq!(written(&network, kept()), written(&network, None));
            for (name, says) in edits {
                match says {
                    Some(says) => drop(network.insert(name, says)),
                    None => drop(network.remove(&name)),
                }
                prop_assert_eq!(written(&network, kept()), written(&network, None));
            }
            if let Some(at) = damage {
                let mut bytes = store.get(&Key::of(&[b"words"])).expect("it was kept");
                let at = usize::from(at) % bytes.len();
                bytes.truncate(at);
                store.put(&Key::of(&[b"words"]), &bytes).expect("it is kept");
                prop_assert_eq!(written(&network, kept()), written(&network, None));
            }
        }
    }
}
