//! People who were removed at their wish: nothing of them but hashes, so that nobody gets their
//! address by accident and teams still count them.

use super::name::forms;
use super::slug::remembered;
use serde::{Deserialize, Serialize};

/// `forgotten.yaml`: hashes of the slugs and names of people who were removed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Forgotten {
    /// Random letters of the site's own, so that the hashes are worth nothing elsewhere.
    pub salt: String,
    /// For each person the hashes of their slug and names.
    pub people: Vec<Vec<String>>,
    /// What the key must make of a known word, when the hashes were made with a key that is not
    /// beside them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check: Option<String>,
    /// The key; empty without one.
    #[serde(skip)]
    key: String,
}

impl Forgotten {
    /// The file's name, in the folder of the site.
    pub const FILE: &'static str = "forgotten.yaml";

    /// The variable of the environment that holds the owner's key.
    pub const KEY: &'static str = "VAKWERK_FORGET_KEY";

    /// Takes the owner's key into use: for a list that was made with one, or that is new. Hashes
    /// that were made without a key are known without it.
    pub fn use_key(&mut self, key: Option<&str>) {
        if self.check.is_some() || self.people.is_empty() {
            key.unwrap_or_default().clone_into(&mut self.key);
        }
    }

    /// Whether the hashes can be compared: not when they were made with a key that is not here.
    pub fn can_be_read(&self) -> bool {
        self.check.as_ref().is_none_or(|check| *check == self.hash(Self::FILE))
    }

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
        let mut hashes: Vec<String> =
            names.into_iter().flat_map(forms).map(|name| self.hash(&name)).collect();
        hashes.sort();
        hashes.dedup();
        self.check = (!self.key.is_empty()).then(|| self.hash(Self::FILE));
        self.people.push(hashes);
    }

    fn hash(&self, name: &str) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.salt.as_bytes());
        if !self.key.is_empty() {
            hasher.update(&[0]).update(self.key.as_bytes());
        }
        let key = *hasher.finalize().as_bytes();
        blake3::keyed_hash(&key, remembered(name).as_bytes()).to_hex()[..32].to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_known_by_slug_and_name_and_cannot_be_read() {
        let mut forgotten = Forgotten { salt: "abc".into(), ..Forgotten::default() };
        assert_eq!(forgotten.person("Jan"), None);
        forgotten.add(["zoe-vermeulen", "Zoë Vermeulen", "Zoë de Boer"]);
        assert_eq!(forgotten.people[0].len(), 2);
        assert_eq!(
            (forgotten.person("Zoe  Vermeulen"), forgotten.person("zoe-de-boer")),
            (Some(0), Some(0))
        );
        assert_eq!(forgotten.person("zoe"), None);
        let mut keyed = Forgotten { salt: "abc".into(), ..Forgotten::default() };
        keyed.use_key(Some("secret"));
        keyed.add(["zoe"]);
        assert_ne!(keyed.people[0], forgotten.people[0]);
        let mut read = Forgotten { key: String::new(), ..keyed.clone() };
        assert!(!read.can_be_read());
        read.use_key(Some("another"));
        assert!(!read.can_be_read());
        read.use_key(Some("secret"));
        assert!(read.can_be_read() && read.person("Zoë") == Some(0));
        assert_ne!(
            Forgotten { salt: "b".into(), ..forgotten.clone() }.person("zoe-vermeulen"),
            Some(0)
        );
    }
}
