//! How recent an expertise claim's newest evidence is, against the shelf life. Integers only.

use crate::config::ShelfLife;

/// Claims that pass their shelf life within so many months are marked.
const SOON: u32 = 6;
/// Points of a claim without any date.
const UNDATED: u32 = 250;

/// A freshness label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Label {
    /// Shown within a year.
    Current,
    /// Within the shelf life.
    Fresh,
    /// Up to one shelf life over.
    Past,
    /// Longer ago.
    Dormant,
    /// No date is known.
    Undated,
    /// The topic does not age.
    Evergreen,
}

impl Label {
    /// The word for templates and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Fresh => "fresh",
            Self::Past => "past",
            Self::Dormant => "dormant",
            Self::Undated => "undated",
            Self::Evergreen => "evergreen",
        }
    }

    /// Whether the shelf life is known to be over. Of what has no date nobody knows.
    pub fn is_past(self) -> bool {
        matches!(self, Self::Past | Self::Dormant)
    }

    /// Whether the expertise is within its shelf life.
    pub fn is_good(self) -> bool {
        matches!(self, Self::Current | Self::Fresh | Self::Evergreen)
    }
}

/// How fresh a claim is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Freshness {
    /// The label.
    pub label: Label,
    /// Points from 0 to 1000: half are gone after each shelf life, in equal monthly steps.
    pub points: u32,
    /// Months until the shelf life is passed, when that is within six months.
    pub expires_in: Option<u32>,
}

impl Freshness {
    /// The freshness of a claim whose newest evidence is `age` months old; none when no date is
    /// known.
    pub fn of(age: Option<u32>, shelf_life: ShelfLife) -> Self {
        let (age, months) = match (age, shelf_life) {
            (_, ShelfLife::None) => {
                return Self { label: Label::Evergreen, points: 1000, expires_in: None };
            }
            (None, _) => return Self { label: Label::Undated, points: UNDATED, expires_in: None },
            (Some(age), ShelfLife::Months(months)) => (age, months),
        };
        let label = if age <= months.min(12) {
            Label::Current
        } else if age <= months {
            Label::Fresh
        } else if age <= 2 * months {
            Label::Past
        } else {
            Label::Dormant
        };
        let expires_in =
            (age <= months && age + SOON > months && months > SOON).then(|| months - age);
        Self { label, points: points(age, months), expires_in }
    }
}

/// `floor(1000·(2S − r) / (2S·2^q))` with `q = a div S`, `r = a mod S`; 0 from ten shelf lives on.
pub(super) fn points(age: u32, shelf_life: u32) -> u32 {
    let halvings = age / shelf_life;
    if halvings >= 10 {
        return 0;
    }
    let (age, shelf_life) = (u64::from(age % shelf_life), u64::from(shelf_life));
    let points = 1000 * (2 * shelf_life - age) / ((2 * shelf_life) << halvings);
    u32::try_from(points).expect("points are at most 1000")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_points_are_gone_after_each_shelf_life() {
        let vectors = [
            (0, 1000),
            (6, 916),
            (12, 833),
            (18, 750),
            (24, 666),
            (36, 500),
            (48, 416),
            (54, 375),
            (72, 250),
            (108, 125),
            (144, 62),
            (360, 0),
        ];
        for (age, expected) in vectors {
            assert_eq!(points(age, 36), expected, "{age} months");
        }
    }

    #[test]
    fn points_never_rise_with_age() {
        for shelf_life in [1, 12, 18, 24, 36, 60, 120] {
            for age in 0..400 {
                assert!(
                    points(age + 1, shelf_life) <= points(age, shelf_life),
                    "{age} of {shelf_life}"
                );
            }
        }
    }

    #[test]
    fn labels_follow_the_shelf_life() {
        let label = |age| Freshness::of(Some(age), ShelfLife::Months(36)).label;
        assert_eq!(
            [0, 12, 13, 36, 37, 72, 73].map(label),
            [
                Label::Current,
                Label::Current,
                Label::Fresh,
                Label::Fresh,
                Label::Past,
                Label::Past,
                Label::Dormant,
            ]
        );
        assert_eq!(Freshness::of(Some(31), ShelfLife::Months(36)).expires_in, Some(5));
        assert_eq!(Freshness::of(Some(30), ShelfLife::Months(36)).expires_in, None);
        assert_eq!(Freshness::of(None, ShelfLife::Months(36)).label, Label::Undated);
        assert_eq!(Freshness::of(None, ShelfLife::None).label, Label::Evergreen);
    }
}
