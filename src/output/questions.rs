//! Numbers for what is asked of the plan: most outputs ask the same.

use crate::base::reads::Reads;
use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Questions beyond which those that nobody asks any more are not carried along.
const MOST: usize = 1 << 22;

/// What was asked of the plan, each question with a number that it keeps from run to run.
#[derive(Debug, Default)]
pub(super) struct Questions {
    /// Those that had numbers when the run began.
    known: Vec<u64>,
    all: Mutex<Numbered>,
}

#[derive(Debug, Default)]
struct Numbered {
    numbers: HashMap<u64, u32, FixedState>,
    in_order: Vec<u64>,
}

impl Numbered {
    fn number(&mut self, question: u64) -> u32 {
        let next = self.in_order.len();
        *self.numbers.entry(question).or_insert_with(|| {
            self.in_order.push(question);
            u32::try_from(next).expect("fewer than four thousand million questions")
        })
    }
}

impl Questions {
    /// Those that had numbers in the run before.
    pub(super) fn new(known: Vec<u64>) -> Self {
        let places = known.iter().zip(0..);
        let numbers = places.map(|(question, number)| (*question, number)).collect();
        let all = Mutex::new(Numbered { numbers, in_order: known.clone() });
        Self { known, all }
    }

    /// Those that had numbers when the run began.
    pub(super) fn known(&self) -> &[u64] {
        &self.known
    }

    /// A number for everything that was looked at, and the questions among it by their numbers.
    pub(super) fn numbered(&self, reads: &Reads) -> (Vec<u32>, HashMap<usize, u64, FixedState>) {
        let mut asked = HashMap::default();
        let numbers = reads.numbered(|questions| {
            let mut all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
            let numbers: Vec<u32> =
                questions.iter().map(|question| all.number(*question)).collect();
            asked.extend(numbers.iter().map(|at| *at as usize).zip(questions.iter().copied()));
            numbers
        });
        (numbers, asked)
    }

    /// All questions, in the order of their numbers.
    pub(super) fn all(&self) -> Vec<u64> {
        let all = self.all.lock().unwrap_or_else(PoisonError::into_inner).in_order.clone();
        if all.len() < MOST { all } else { Vec::new() }
    }
}
