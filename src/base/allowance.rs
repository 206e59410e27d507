//! How many of many may be missing: a number, or a share.

use std::fmt;
use std::str::FromStr;

/// How many of many may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Allowance {
    /// So many.
    Number(usize),
    /// So many of a thousand.
    Share(u32),
}

impl Allowance {
    /// All of them.
    pub const ALL: Self = Self::Share(1000);

    /// Whether `count` of `all` may be missing.
    pub fn allows(self, count: usize, all: usize) -> bool {
        match self {
            Self::Number(most) => count <= most,
            Self::Share(permille) => count as u128 * 1000 <= all as u128 * u128::from(permille),
        }
    }
}

impl fmt::Display for Allowance {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(most) => write!(formatter, "{most}"),
            Self::Share(permille) if permille % 10 == 0 => write!(formatter, "{} %", permille / 10),
            Self::Share(permille) => write!(formatter, "{}.{} %", permille / 10, permille % 10),
        }
    }
}

impl FromStr for Allowance {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || "write a number or a share: 3, 2% or 0.5%".to_owned();
        let Some(share) = text.trim().strip_suffix('%') else {
            return text.trim().parse().map(Self::Number).map_err(|_| wrong());
        };
        let (whole, part) = share.trim().split_once(['.', ',']).unwrap_or((share.trim(), "0"));
        let (whole, part): (u32, u32) = (
            whole.parse().map_err(|_| wrong())?,
            part.parse().ok().filter(|_| part.len() == 1).ok_or_else(wrong)?,
        );
        if whole > 100 || whole == 100 && part > 0 {
            Err(wrong())
        } else {
            Ok(Self::Share(whole * 10 + part))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Allowance;

    #[test]
    fn an_allowance_is_a_number_or_a_share() {
        let allows = |text: &str, count: usize, all: usize| {
            text.parse::<Allowance>().map(|it| it.allows(count, all))
        };
        assert_eq!(allows("3", 3, 4), Ok(true));
        assert_eq!(allows("0", 1, 400), Ok(false));
        assert_eq!(
            (allows("2%", 2, 100), allows("2%", 3, 100), allows("2%", 1, 49)),
            (Ok(true), Ok(false), Ok(false))
        );
        assert_eq!((allows("0.5%", 1, 200), allows("100%", 7, 7)), (Ok(true), Ok(true)));
        for wrong in ["", "some", "-1", "101%", "100.5%", "1.25%", "%"] {
            assert!(wrong.parse::<Allowance>().is_err(), "{wrong}");
        }
    }
}
