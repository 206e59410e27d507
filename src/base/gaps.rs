//! Items of lists that were left out when an entry was read, so that a place among the rest is told
//! as it is written in the file.

use super::packed::{Packed, Packer, Unpacker};
use std::sync::Arc;

/// Items that were left out, each by the path of its list and its place there, both as they are in
/// the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gaps(Option<Arc<Vec<(String, usize)>>>);

impl Gaps {
    /// Adds an item that was left out.
    pub fn add(&mut self, list: String, at: usize) {
        let gaps = Arc::make_mut(self.0.get_or_insert_default());
        gaps.push((list, at));
        gaps.sort();
        gaps.dedup();
    }

    /// The place in the file of what stands at `at` among the rest of a list.
    pub fn place(&self, list: &str, mut at: usize) -> usize {
        for (of, gone) in self.0.iter().flat_map(|gaps| gaps.iter()) {
            if of == list && *gone <= at {
                at += 1;
            }
        }
        at
    }

    /// A path among the rest, as it is in the file: `team[1].expert`.
    pub fn path(&self, path: &str) -> String {
        if self.0.is_none() {
            return path.to_owned();
        }
        let mut written = String::with_capacity(path.len() + 1);
        let mut rest = path;
        while let Some((before, behind)) = rest.split_once('[') {
            written.push_str(before);
            let Some((step, after)) = behind.split_once(']') else { break };
            match step.parse::<usize>() {
                Ok(at) => written.push_str(&format!("[{}]", self.place(&written, at))),
                Err(_) => written.push_str(&format!("[{step}]")),
            }
            rest = after;
        }
        written.push_str(rest);
        written
    }
}

impl Packed for Gaps {
    fn pack(&self, into: &mut Packer<'_>) {
        match &self.0 {
            None => Vec::<(String, usize)>::new().pack(into),
            Some(gaps) => gaps.pack(into),
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let gaps = Vec::<(String, usize)>::unpack(from)?;
        Some(Self((!gaps.is_empty()).then(|| Arc::new(gaps))))
    }
}

#[cfg(test)]
mod tests {
    use super::Gaps;

    #[test]
    fn a_path_among_the_rest_is_told_as_it_is_in_the_file() {
        let mut gaps = Gaps::default();
        assert_eq!(gaps.path("team[1].expert"), "team[1].expert");
        for (list, at) in [("team", 2), ("team", 0), ("team[1].topics", 0)] {
            gaps.add(list.to_owned(), at);
        }
        for (path, written) in [
            ("team[0].topics[0]", "team[1].topics[1]"),
            ("team[1]", "team[3]"),
            ("team", "team"),
            ("other[0].team[1]", "other[0].team[1]"),
            ("extra[\"a.b\"][0]", "extra[\"a.b\"][0]"),
        ] {
            assert_eq!(gaps.path(path), written);
        }
    }
}
