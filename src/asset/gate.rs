//! How many pixels are in memory at one time, however many processors there are.

use std::sync::{Condvar, Mutex, PoisonError};

/// Pixels that may be decoded at one time: two of the largest pictures, or eight of twelve
/// megapixels.
const MOST: u64 = 100_000_000;

/// Lets so many pixels in that memory is enough.
#[derive(Debug, Default)]
pub(super) struct Gate {
    inside: Mutex<u64>,
    left: Condvar,
}

/// Room for a picture, given back when it is dropped.
pub(super) struct Pass<'a> {
    gate: &'a Gate,
    pixels: u64,
}

impl Gate {
    /// Waits until there is room for so many pixels. A picture that is alone always has room.
    pub(super) fn enter(&self, pixels: u64) -> Pass<'_> {
        let inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |inside: &mut u64| *inside > 0 && *inside + pixels > MOST;
        let mut inside = self.left.wait_while(inside, full).unwrap_or_else(PoisonError::into_inner);
        *inside += pixels;
        Pass { gate: self, pixels }
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        *self.gate.inside.lock().unwrap_or_else(PoisonError::into_inner) -= self.pixels;
        self.gate.left.notify_all();
    }
}
