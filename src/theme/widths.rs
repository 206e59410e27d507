//! The widths in which the theme wants pictures.

use serde::Deserialize;

/// The widest picture that a theme may ask for, in pixels.
const WIDEST: u32 = 4096;
/// How many widths a theme may ask for.
const MOST: usize = 8;

/// The widths in which the theme wants pictures, in pixels, smallest first.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Widths {
    /// Of a portrait, four to five.
    pub portrait: Vec<u32>,
    /// Of a whole picture.
    pub whole: Vec<u32>,
}

impl Default for Widths {
    fn default() -> Self {
        Self { portrait: vec![96, 160, 240, 480, 800], whole: vec![480, 720, 960, 1600] }
    }
}

impl Widths {
    /// The same widths in their order, each once; what is wrong with them, when something is.
    pub(super) fn checked(mut self) -> Result<Self, String> {
        for widths in [&mut self.portrait, &mut self.whole] {
            widths.sort_unstable();
            widths.dedup();
            if widths.is_empty() || widths.len() > MOST {
                return Err(format!("a theme asks for 1 to {MOST} widths of a kind of picture"));
            }
            if let Some(wrong) = widths.iter().find(|width| !(16..=WIDEST).contains(*width)) {
                return Err(format!(
                    "no picture is made {wrong} pixels wide; 16 to {WIDEST} are possible"
                ));
            }
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_put_in_order_and_kept_within_reason() {
        let ask = |portrait: &[u32]| {
            Widths { portrait: portrait.to_vec(), ..Widths::default() }.checked()
        };
        assert_eq!(ask(&[480, 96, 480]).map(|widths| widths.portrait), Ok(vec![96, 480]));
        assert!(ask(&[]).is_err() && ask(&[8]).is_err() && ask(&[90_000]).is_err());
    }
}
