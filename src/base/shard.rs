//! A part of all outputs, by their paths.

use super::Fingerprint;
use std::str::FromStr;

/// One of several parts of all outputs: `3/8` is the third of eight. Each output is in exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Shard {
    number: u32,
    of: u32,
}

impl Shard {
    /// Whether the output at `path` is in the part. All files below `finder/` of a language are in
    /// the same one.
    pub fn has(self, path: &str) -> bool {
        let whole = path.strip_prefix("finder/").and_then(|rest| rest.split('/').next());
        let hash = Fingerprint::of_bytes(whole.unwrap_or(path).as_bytes());
        hash.number() % u128::from(self.of) == u128::from(self.number - 1)
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text
            .split_once('/')
            .and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
        let whole = parts.filter(|(number, of)| (1..=*of).contains(number));
        let (number, of) =
            whole.ok_or("write which part of how many: 3/8 is the third of eight")?;
        Ok(Self { number, of })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_path_is_in_exactly_one_part() {
        let parts: Vec<Shard> =
            (1..=8).map(|number| format!("{number}/8").parse().expect("a part")).collect();
        for at in 0..1000 {
            let path = format!("experts/e{at}/index.html");
            assert_eq!(parts.iter().filter(|part| part.has(&path)).count(), 1);
        }
        for wrong in ["0/8", "9/8", "1", "a/b", "1/0", ""] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
    }
}
