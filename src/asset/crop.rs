//! How a picture is cut.

use crate::edition::Focus;
use crate::theme::Widths;

/// How a picture is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Crop {
    /// A portrait, four to five, cut around a point; without one, around the upper middle, where
    /// faces are.
    Portrait(Option<Focus>),
    /// The whole picture.
    Whole,
}

/// A part of a picture, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) left: u32,
    pub(super) top: u32,
    pub(super) width: u32,
    pub(super) height: u32,
}

impl Crop {
    /// The widths that are made, in pixels.
    pub(super) fn widths(self, widths: &Widths) -> &[u32] {
        match self {
            Self::Portrait(_) => &widths.portrait,
            Self::Whole => &widths.whole,
        }
    }

    /// What a recipe says of it.
    pub(super) fn tag(self) -> [u8; 5] {
        match self {
            Self::Whole => [0; 5],
            Self::Portrait(None) => [1, 0, 0, 0, 0],
            Self::Portrait(Some(focus)) => {
                let ([a, b], [c, d]) = (focus.x.to_le_bytes(), focus.y.to_le_bytes());
                [2, a, b, c, d]
            }
        }
    }

    /// The part of a picture of this size that is shown.
    pub(super) fn region(self, (width, height): (u32, u32)) -> Region {
        let Self::Portrait(focus) = self else { return Region { left: 0, top: 0, width, height } };
        let (wide, high) = if u64::from(width) * 5 > u64::from(height) * 4 {
            ((height / 5 * 4).max(1), height)
        } else {
            (width, (width / 4 * 5).clamp(1, height))
        };
        let (spare_x, spare_y) = (width - wide, height - high);
        match focus {
            None => Region { left: spare_x / 2, top: spare_y / 3, width: wide, height: high },
            Some(focus) => Region {
                left: around(focus.x, width, wide).min(spare_x),
                top: around(focus.y, height, high).min(spare_y),
                width: wide,
                height: high,
            },
        }
    }
}

/// Where a part of length `part` begins so that its middle is at `thousandths` of `whole`.
fn around(thousandths: u16, whole: u32, part: u32) -> u32 {
    let point = u64::from(whole) * u64::from(thousandths) / 1000;
    u32::try_from(point).unwrap_or(u32::MAX).saturating_sub(part / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_portrait_is_cut_around_its_focus_and_stays_inside() {
        let cut = |x, y, size| Crop::Portrait(Some(Focus { x, y })).region(size);
        assert_eq!(
            cut(1000, 0, (1000, 500)),
            Region { left: 600, top: 0, width: 400, height: 500 }
        );
        assert_eq!(
            cut(250, 500, (1000, 500)),
            Region { left: 50, top: 0, width: 400, height: 500 }
        );
        assert_eq!(
            cut(500, 900, (400, 1000)),
            Region { left: 0, top: 500, width: 400, height: 500 }
        );
        assert_eq!(
            Crop::Portrait(None).region((400, 800)),
            Region { left: 0, top: 100, width: 400, height: 500 }
        );
        for (width, height) in [(1, 1), (1, 9000), (9000, 1), (3, 4), (4, 5)] {
            let part = cut(1000, 1000, (width, height));
            assert!(part.width > 0 && part.height > 0);
            assert!(part.left + part.width <= width && part.top + part.height <= height);
        }
    }
}
