//! Where pictures are developed: so many pixels at one time, and each picture by one at a time.

use super::gate::Gate;
use super::photo::Photo;
use crate::base::Fingerprint;
use crate::memo::Store;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// More than processors that develop pictures beside each other.
const TURNS: usize = 64;

/// The rooms in which all pictures of a site are developed, and where they are kept.
#[derive(Debug)]
pub(super) struct Rooms {
    /// Room for pixels in memory.
    pub(super) gate: Gate,
    /// What was made of them, and which were seen whole.
    pub(super) store: Store,
    turns: Vec<Mutex<()>>,
}

impl Rooms {
    /// Rooms from which what is made goes to `store`.
    pub(super) fn open(store: Store) -> Self {
        let turns = std::iter::repeat_with(Mutex::default).take(TURNS).collect();
        Self { gate: Gate::default(), store, turns }
    }

    /// Waits until nobody else develops this picture.
    pub(super) fn turn(&self, photo: &Photo) -> MutexGuard<'_, ()> {
        let at = Fingerprint::of(&photo.name).number() % TURNS as u128;
        let turn = &self.turns[usize::try_from(at).unwrap_or_default()];
        turn.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
