//! What entries only mention, with addresses.

use super::addresses::mark;
use super::names::key;
use crate::base::slug::slug;
use crate::base::{Place, Rank};

/// An entry that is only mentioned.
#[derive(Debug)]
pub(super) struct Mentioned {
    pub(super) index: usize,
    pub(super) spellings: Vec<Spelling>,
}

/// One way in which a name is written.
#[derive(Debug)]
pub(super) struct Spelling {
    pub(super) name: String,
    pub(super) times: usize,
    /// The first in precedence who writes it so.
    pub(super) rank: Rank,
    /// Where it was found first.
    pub(super) place: Place,
}

impl Mentioned {
    /// The commonest spelling, where the site itself writes one, of those; then the first in the
    /// order of characters.
    pub(super) fn title(&self) -> &str {
        // A slug is no name where the name itself is written too.
        let is_slug = |spelling: &Spelling| {
            let name = &spelling.name;
            let is_other = |other: &Spelling| key(&other.name) != key(name);
            self.spellings.len() > 1 && *name == slug(name) && self.spellings.iter().any(is_other)
        };
        let order =
            |spelling: &Spelling| (!is_slug(spelling), !spelling.rank.is_member(), spelling.times);
        let best = self
            .spellings
            .iter()
            .max_by(|a, b| order(a).cmp(&order(b)).then_with(|| b.name.cmp(&a.name)));
        best.map(|spelling| spelling.name.as_str()).expect("what is mentioned is spelled somehow")
    }
}

/// An entry that is only mentioned, when all mentions are known.
pub(super) struct OnlyMentioned {
    pub(super) slug: String,
    pub(super) title: String,
    /// Where it is mentioned first.
    pub(super) place: Place,
}

/// An entry that is only mentioned, with the slug that it asks for.
pub(super) struct Asking {
    /// The key of its name.
    pub(super) name: String,
    pub(super) title: String,
    pub(super) plain: String,
    /// By which it is known in the next build.
    pub(super) mark: u64,
    pub(super) mentioned: Mentioned,
}

impl Asking {
    pub(super) fn new(name: String, mentioned: Mentioned, section: &str) -> Self {
        let title = mentioned.title().to_owned();
        let plain = slug(&title);
        Self { mark: mark(section, &plain, &name), name, title, plain, mentioned }
    }
}
