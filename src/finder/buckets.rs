//! Numbers in order, set aside in parts: a large site has more pairs of words than memory should
//! hold at once.

use crate::base::{Slot, Spill};
use rayon::prelude::*;
use std::sync::Arc;

/// How many parts there are; a number's highest bits say in which it is.
const BUCKETS: usize = 64;
/// The bits below those.
const BELOW: u32 = u64::BITS - BUCKETS.ilog2();

/// All numbers of one part, in order.
enum Bucket {
    Here(Vec<u64>),
    Aside(Arc<Spill>, Slot),
}

impl Bucket {
    fn numbers(&self) -> Vec<u64> {
        match self {
            Self::Here(numbers) => numbers.clone(),
            Self::Aside(spill, slot) => taken(spill, *slot),
        }
    }

    fn into_numbers(self) -> Vec<u64> {
        match self {
            Self::Here(numbers) => numbers,
            Self::Aside(spill, slot) => taken(&spill, slot),
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Here(numbers) => numbers.len(),
            Self::Aside(_, slot) => slot.length() / size_of::<u64>(),
        }
    }
}

/// Some of the numbers, set aside by the part in which each is.
pub(super) struct Run(Vec<Slot>);

impl Run {
    /// Sets numbers aside.
    pub(super) fn of(mut numbers: Vec<u64>, spill: &Spill) -> Self {
        numbers.sort_unstable();
        Self(parts(&numbers).map(|part| put(spill, part)).collect())
    }
}

/// Numbers in order.
#[derive(Default)]
pub(super) struct Buckets(Vec<Bucket>);

impl Buckets {
    /// The numbers of several runs, which stay aside.
    pub(super) fn of(runs: &[Run], spill: &Arc<Spill>) -> Self {
        let all = (0..BUCKETS).into_par_iter().map(|at| {
            let parts = runs.iter().map(|Run(slots)| taken(spill, slots[at]));
            let mut numbers: Vec<u64> = parts.flatten().collect();
            numbers.sort_unstable();
            Bucket::Aside(Arc::clone(spill), put(spill, &numbers))
        });
        Self(all.collect())
    }

    /// Numbers that are in order.
    pub(super) fn of_sorted(numbers: &[u64]) -> Self {
        Self(parts(numbers).map(|part| Bucket::Here(part.to_vec())).collect())
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.iter().map(Bucket::len).sum()
    }

    /// All numbers of each part, in order.
    pub(super) fn each(&self) -> impl Iterator<Item = Vec<u64>> {
        self.0.iter().map(Bucket::numbers)
    }

    /// All numbers of the part in which a number is, or would be.
    pub(super) fn around(&self, number: u64) -> Vec<u64> {
        self.0.get(place(number)).map(Bucket::numbers).unwrap_or_default()
    }

    /// What `change` makes of the numbers of each part, which it leaves in their part.
    pub(super) fn changed(self, change: impl Fn(&mut Vec<u64>) + Sync) -> Self {
        let all = self.0.into_par_iter().map(|bucket| {
            let mut numbers = bucket.into_numbers();
            change(&mut numbers);
            if !numbers.is_sorted() {
                numbers.sort_unstable();
            }
            Bucket::Here(numbers)
        });
        Self(all.collect())
    }

    /// Both together.
    pub(super) fn with(self, other: Self) -> Self {
        if self.len() == 0 {
            return other;
        }
        if other.len() == 0 {
            return self;
        }
        let both = self.0.into_par_iter().zip(other.0).map(|(here, there)| {
            let mut numbers = here.into_numbers();
            numbers.extend(there.into_numbers());
            numbers.sort_unstable();
            Bucket::Here(numbers)
        });
        Self(both.collect())
    }
}

fn place(number: u64) -> usize {
    usize::try_from(number >> BELOW).expect("there are few parts")
}

/// The parts of numbers that are in order.
fn parts(numbers: &[u64]) -> impl Iterator<Item = &[u64]> {
    let mut rest = numbers;
    (0..BUCKETS).map(move |at| {
        let (part, later) = rest.split_at(rest.partition_point(|number| place(*number) <= at));
        rest = later;
        part
    })
}

fn put(spill: &Spill, numbers: &[u64]) -> Slot {
    let bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
    spill.put(&bytes)
}

fn taken(spill: &Spill, slot: Slot) -> Vec<u64> {
    let bytes = spill.get(slot);
    let (numbers, _) = bytes.as_chunks();
    numbers.iter().copied().map(u64::from_le_bytes).collect()
}
