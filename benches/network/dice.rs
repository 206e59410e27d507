//! Dice that fall the same way on every machine (SplitMix64).

/// Dice for one question.
pub(super) struct Dice(u64);

impl Dice {
    /// The dice for the fact `what` of the entry `number`.
    pub(super) fn of(what: &str, number: usize) -> Self {
        let seed = what.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
        });
        let mut dice = Self(seed ^ (number as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        dice.roll();
        dice
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub(super) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % end as u64).expect("it is below a number of that type")
    }

    /// A number from `from` to `to`.
    pub(super) fn between(&mut self, from: usize, to: usize) -> usize {
        from + self.below(to - from + 1)
    }

    /// A number below `end`, small ones more often: about as often as one over the number.
    pub(super) fn zipf(&mut self, end: usize) -> usize {
        let mut reach = end;
        while reach > 1 && self.chance(50) {
            reach = reach.div_ceil(2);
        }
        self.below(reach)
    }

    /// Whether it falls, so many times out of a hundred.
    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}
