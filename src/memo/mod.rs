//! Results remembered by the hash of their inputs.
//!
//! The contract: a remembered value depends on nothing but the bytes in its key. Whoever recalls a
//! value puts everything that the value depends on into the key, the version of its own code
//! included.

mod store;

pub use store::Store;

use std::any::Any;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Into so many parts the memory is split, so that threads seldom wait for each other.
const SLOTS: usize = 16;

/// The hash of everything that a value depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key([u8; 32]);

impl Key {
    /// The key of `parts`, each of which counts with its length.
    pub fn of(parts: &[&[u8]]) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        Self(*hasher.finalize().as_bytes())
    }

    /// The bytes of the hash.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The key as the name of a file.
    fn name(&self) -> String {
        blake3::Hash::from_bytes(self.0).to_hex().to_string()
    }

    /// Whether `text` is the name of a key.
    fn is_name(text: &str) -> bool {
        text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
    }
}

/// What tells this program from other versions of itself: its version, and the size and age of its
/// file.
pub fn program() -> Vec<u8> {
    let file = std::env::current_exe().and_then(std::fs::metadata);
    let changed = file.as_ref().ok().and_then(|file| Some((file.len(), file.modified().ok()?)));
    format!("{} {changed:?}", env!("CARGO_PKG_VERSION")).into_bytes()
}

type Slots = HashMap<Key, (u64, Arc<dyn Any + Send + Sync>)>;
type LastGood = HashMap<Key, Arc<dyn Any + Send + Sync>>;

/// A memory of pure results, shared by the runs of one process. It forgets what two runs did not
/// ask for.
#[derive(Default)]
pub struct Memo {
    slots: Option<[Mutex<Slots>; SLOTS]>,
    last_good: Option<Mutex<LastGood>>,
    doubts_disk: bool,
    run: std::sync::atomic::AtomicU64,
}

impl Memo {
    /// A memory for a process that builds more than once.
    pub fn new() -> Self {
        Self { slots: Some(Default::default()), ..Self::default() }
    }

    /// A memory for a site that is being written: it keeps the last good state of what is broken
    /// now as well.
    pub fn for_writing() -> Self {
        Self { last_good: Some(Mutex::default()), ..Self::new() }
    }

    /// No memory: everything is made anew. For a process that builds once.
    pub fn forgetful() -> Self {
        Self::default()
    }

    /// No memory, and no belief in what runs before left on the disk.
    pub fn doubting() -> Self {
        Self { doubts_disk: true, ..Self::default() }
    }

    /// Whether it remembers what was made, for a process that builds more than once.
    pub fn remembers(&self) -> bool {
        self.slots.is_some()
    }

    /// Whether what runs before left on the disk is not believed.
    pub fn doubts_disk(&self) -> bool {
        self.doubts_disk
    }

    /// The value for `key`: remembered, or else made.
    pub fn recall<T: Send + Sync + 'static>(
        &self,
        key: impl FnOnce() -> Key,
        make: impl FnOnce() -> T,
    ) -> Arc<T> {
        let Some(slots) = &self.slots else { return Arc::new(make()) };
        let key = key();
        if let Some(value) = self.known(|| key) {
            return value;
        }
        let value = Arc::new(make());
        let remembered: Arc<dyn Any + Send + Sync> = value.clone();
        let run = self.run.load(std::sync::atomic::Ordering::Relaxed);
        let slot = &slots[usize::from(key.0[0]) % SLOTS];
        slot.lock().unwrap_or_else(PoisonError::into_inner).insert(key, (run, remembered));
        value
    }

    /// The value for `key`, when it is remembered.
    pub fn known<T: Send + Sync + 'static>(&self, key: impl FnOnce() -> Key) -> Option<Arc<T>> {
        let slots = self.slots.as_ref()?;
        let key = key();
        let run = self.run.load(std::sync::atomic::Ordering::Relaxed);
        let mut slot =
            slots[usize::from(key.0[0]) % SLOTS].lock().unwrap_or_else(PoisonError::into_inner);
        let (used, value) = slot.get_mut(&key)?;
        *used = run;
        Arc::clone(value).downcast::<T>().ok()
    }

    /// Whether this run is the first.
    pub fn is_first_run(&self) -> bool {
        self.run.load(std::sync::atomic::Ordering::Relaxed) == 0
    }

    /// Keeps the good state of the thing that `key` names, whatever stands in it: that is the last
    /// good one from here on.
    pub fn keep_good<T: Send + Sync + 'static>(&self, key: impl FnOnce() -> Key, value: &Arc<T>) {
        if let Some(last_good) = &self.last_good {
            let value: Arc<dyn Any + Send + Sync> = value.clone();
            last_good.lock().unwrap_or_else(PoisonError::into_inner).insert(key(), value);
        }
    }

    /// Forgets the good state of the thing that `key` names.
    pub fn forget_good(&self, key: impl FnOnce() -> Key) {
        if let Some(last_good) = &self.last_good {
            last_good.lock().unwrap_or_else(PoisonError::into_inner).remove(&key());
        }
    }

    /// The last good state of the thing that `key` names; None when there was none, or nobody is
    /// writing.
    pub fn last_good<T: Send + Sync + 'static>(&self, key: impl FnOnce() -> Key) -> Option<Arc<T>> {
        let last_good = self.last_good.as_ref()?.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(last_good.get(&key())?).downcast::<T>().ok()
    }

    /// Ends a run: forgets what neither this run nor the one before asked for.
    pub fn turn(&self) {
        let run = self.run.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        for slot in self.slots.iter().flatten() {
            let mut slot = slot.lock().unwrap_or_else(PoisonError::into_inner);
            slot.retain(|_, (used, _)| *used + 1 >= run);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_made_once_while_it_is_asked_for() {
        let memo = Memo::new();
        let key = || Key::of(&[b"a"]);
        assert_eq!(*memo.recall(key, || 1), 1);
        assert_eq!(*memo.recall(key, || 2), 1);
        memo.turn();
        memo.turn();
        memo.turn();
        assert_eq!(*memo.recall(key, || 3), 3);
        assert_eq!(*Memo::forgetful().recall(key, || 4), 4);
    }
}
