//! How much one entry may hold. The defaults are far above what people write; the owner of a site
//! may set others.

use schemars::JsonSchema;
use serde::Deserialize;

/// The bounds of one entry. What is beyond is said and left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Characters of a line: a name, a title, a role. 100 to 5,000; else 500.
    #[schemars(range(min = 100, max = 5_000))]
    pub line: usize,
    /// Characters of a web address. 200 to 8,000; else 2,000.
    #[schemars(range(min = 200, max = 8_000))]
    pub address: usize,
    /// Characters of a text of some paragraphs. 1,000 to 200,000; else 20,000.
    #[schemars(range(min = 1_000, max = 200_000))]
    pub text: usize,
    /// Characters of the Markdown below the front matter. 1,000 to 1,000,000; else 300,000.
    #[schemars(range(min = 1_000, max = 1_000_000))]
    pub body: usize,
    /// Items of a list, and keys of a group; a group of people has ten times as many terms.
    /// 20 to 5,000; else 500.
    #[schemars(range(min = 20, max = 5_000))]
    pub items: usize,
    /// Items of a list of short words: topics, languages, roles. 20 to 1,000; else 100.
    #[schemars(range(min = 20, max = 1_000))]
    pub words: usize,
    /// Topics that nobody else names and a member may bring, in the profile and the cases together.
    /// Up to 1,000; else 50.
    #[schemars(range(min = 0, max = 1_000))]
    pub new_topics: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            line: 500,
            address: 2_000,
            text: 20_000,
            body: 300_000,
            items: 500,
            words: 100,
            new_topics: 50,
        }
    }
}

impl Limits {
    /// Brings each bound into its range, and names those that were outside: the key, the least and
    /// the most.
    pub fn clamp(&mut self) -> Vec<(&'static str, usize, usize)> {
        let ranges = [
            ("line", &mut self.line, 100, 5_000),
            ("address", &mut self.address, 200, 8_000),
            ("text", &mut self.text, 1_000, 200_000),
            ("body", &mut self.body, 1_000, 1_000_000),
            ("items", &mut self.items, 20, 5_000),
            ("words", &mut self.words, 20, 1_000),
            ("new_topics", &mut self.new_topics, 0, 1_000),
        ];
        let mut outside = Vec::new();
        for (key, bound, least, most) in ranges {
            if *bound < least || *bound > most {
                outside.push((key, least, most));
                *bound = (*bound).clamp(least, most);
            }
        }
        outside
    }

    /// The bounds as bytes, so that what was read within others is read anew.
    pub fn bytes(&self) -> Vec<u8> {
        [self.line, self.address, self.text, self.body, self.items, self.words]
            .iter()
            .flat_map(|bound| bound.to_le_bytes())
            .collect()
    }
}
