//! Which entries were looked at while something was made.
//!
//! An output follows from the entries that were looked at on the way to it. Who makes one can have them written down, and
//! need not make it again while they are as they were. Looking is noted for one thread: nothing that is made may look at
//! entries from other threads.

use std::cell::RefCell;

thread_local! {
    static OPEN: RefCell<Vec<Reads>> = const { RefCell::new(Vec::new()) };
}

/// A kind of entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entries {
    /// Experts.
    Experts,
    /// Projects.
    Projects,
    /// Organizations.
    Organizations,
    /// Topics.
    Topics,
    /// Requests.
    Requests,
    /// Text pages.
    Pages,
}

/// How many kinds of entry there are.
pub const KINDS: usize = 6;

impl Entries {
    const EACH: [Self; KINDS] =
        [Self::Experts, Self::Projects, Self::Organizations, Self::Topics, Self::Requests, Self::Pages];
}

const INDEX_BITS: u32 = 28;
/// Instead of an index: every entry of the kind.
const ALL: u32 = (1 << INDEX_BITS) - 1;

/// The entries that were looked at: kind and index of each in one number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reads(Vec<u32>);

/// What was looked at: one entry of a kind, by its index, or all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read {
    /// One entry.
    One(usize, usize),
    /// Every entry of a kind.
    All(usize),
}

impl Reads {
    /// What `numbers` stand for, as [`Reads::numbers`] gave them.
    pub fn from_numbers(numbers: Vec<u32>) -> Self {
        Self(numbers)
    }

    /// A number for each entry.
    pub fn numbers(&self) -> &[u32] {
        &self.0
    }

    /// What was looked at; a kind of which all was looked at is not named one by one as well.
    pub fn iter(&self) -> impl Iterator<Item = Read> {
        self.0.iter().map(|number| {
            let (kind, index) = ((number >> INDEX_BITS) as usize, number & ALL);
            if index == ALL { Read::All(kind) } else { Read::One(kind, index as usize) }
        })
    }

    fn tidied(mut self) -> Self {
        self.0.sort_unstable();
        self.0.dedup();
        let whole: Vec<u32> =
            self.0.iter().filter(|number| **number & ALL == ALL).map(|all| all >> INDEX_BITS).collect();
        self.0.retain(|number| *number & ALL == ALL || !whole.contains(&(number >> INDEX_BITS)));
        self.0.shrink_to_fit();
        self
    }
}

/// Makes something and says what was looked at on the way.
pub fn watch<T>(make: impl FnOnce() -> T) -> (T, Reads) {
    OPEN.with_borrow_mut(|open| open.push(Reads::default()));
    let made = make();
    let reads = OPEN.with_borrow_mut(Vec::pop).unwrap_or_default();
    (made, reads.tidied())
}

/// Notes that what was made before, with these reads, is used now.
pub fn reuse(reads: &Reads) {
    OPEN.with_borrow_mut(|open| {
        if let Some(last) = open.last_mut() {
            last.0.extend_from_slice(&reads.0);
        }
    });
}

/// Notes that something is used that followed from every entry, whenever it was made.
pub fn reuse_of_everything() {
    Entries::EACH.into_iter().for_each(note_all);
}

fn note(number: u32) {
    OPEN.with_borrow_mut(|open| {
        if let Some(last) = open.last_mut()
            && last.0.last() != Some(&number)
        {
            last.0.push(number);
        }
    });
}

pub(super) fn note_one(kind: Entries, index: usize) {
    let index = u32::try_from(index).ok().filter(|index| *index < ALL).expect("fewer than 2^28 entries of a kind");
    note((kind as u32) << INDEX_BITS | index);
}

pub(super) fn note_all(kind: Entries) {
    note((kind as u32) << INDEX_BITS | ALL);
}
