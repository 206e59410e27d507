//! People who were removed at their wish: nothing of them but hashes, so that nobody gets their address by accident and
//! teams still count them.

use super::slug::slug;
use serde::{Deserialize, Serialize};

/// `forgotten.yaml`: hashes of the slugs and names of people who were removed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Forgotten {
    /// Random letters of the site's own, so that the hashes are worth nothing elsewhere.
    pub salt: String,
    /// For each person the hashes of their slug and names.
    pub people: Vec<Vec<String>>,
}

impl Forgotten {
    /// The file's name, in the folder of the site.
    pub const FILE: &'static str = "forgotten.yaml";

    /// The person whom a slug or a name means, by the order of the file.
    pub fn person(&self, name: &str) -> Option<usize> {
        if self.people.is_empty() {
            return None;
        }
        let hash = self.hash(name);
        self.people.iter().position(|hashes| hashes.contains(&hash))
    }

    /// Adds a person by their slug and names.
    pub fn add<'a>(&mut self, names: impl IntoIterator<Item = &'a str>) {
        let mut hashes: Vec<String> = names.into_iter().map(|name| self.hash(name)).collect();
        hashes.sort();
        hashes.dedup();
        self.people.push(hashes);
    }

    fn hash(&self, name: &str) -> String {
        let key = *blake3::hash(self.salt.as_bytes()).as_bytes();
        blake3::keyed_hash(&key, slug(name).as_bytes()).to_hex()[..32].to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_known_by_slug_and_name_and_cannot_be_read() {
        let mut forgotten = Forgotten { salt: "abc".into(), people: Vec::new() };
        assert_eq!(forgotten.person("Jan"), None);
        forgotten.add(["zoe-vermeulen", "Zoë Vermeulen", "Zoë de Boer"]);
        assert_eq!(forgotten.people[0].len(), 2);
        assert_eq!((forgotten.person("Zoe  Vermeulen"), forgotten.person("zoe-de-boer")), (Some(0), Some(0)));
        assert_eq!(forgotten.person("zoe"), None);
        assert_ne!(Forgotten { salt: "b".into(), ..forgotten.clone() }.person("zoe-vermeulen"), Some(0));
    }
}
