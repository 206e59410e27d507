//! Groups as other programs keep them: who was in which, as what, from when to when, one term at a
//! time.

use super::draft::{EndDraft, GroupDraft, TermDraft};
use crate::base::Date;
use crate::base::fold::{fold, key};
use std::collections::HashMap;

/// Whose a term is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Whose {
    /// Somebody of the same source, by their place among its people.
    Source(usize),
    /// Somebody by name, who may be one of the site.
    Named(String),
    /// Somebody by the slug that the source says.
    Slug(String),
}

/// One term of somebody in a group.
#[derive(Debug, Clone)]
pub(super) struct Term {
    pub(super) whose: Whose,
    pub(super) role: Option<String>,
    pub(super) from: Option<Date>,
    pub(super) to: Option<EndDraft>,
}

impl Term {
    /// A term of which nothing more is known.
    pub(super) fn of(whose: Whose) -> Self {
        Self { whose, role: None, from: None, to: None }
    }

    /// The same as it is written, of somebody who is called so there.
    pub(super) fn written(&self, expert: Option<String>, name: Option<String>) -> TermDraft {
        let is_bare = self.role.is_none() && self.from.is_none() && self.to.is_none();
        match expert {
            Some(slug) if is_bare => TermDraft::Slug(slug),
            expert => TermDraft::Term {
                expert,
                name,
                role: self.role.clone(),
                from: self.from,
                to: self.to.clone(),
            },
        }
    }
}

/// Groups by what a source calls them, in the order in which it names them.
#[derive(Debug, Default)]
pub(super) struct Groups {
    pub(super) all: Vec<GroupDraft>,
    by_name: HashMap<String, usize>,
}

impl Groups {
    /// The group that the source knows by `id`, or else by its title.
    pub(super) fn at(&mut self, id: Option<&str>, title: &str) -> usize {
        let name = id.map_or_else(|| format!("={}", key(title)), |id| format!("#{}", id.trim()));
        *self.by_name.entry(name).or_insert_with(|| {
            self.all.push(GroupDraft { title: title.trim().to_owned(), ..GroupDraft::default() });
            self.all.len() - 1
        })
    }

    /// The group that the source knows by `id`.
    pub(super) fn by_id(&self, id: &str) -> Option<usize> {
        self.by_name.get(&format!("#{}", id.trim())).copied()
    }

    /// The group of a title.
    pub(super) fn by_title(&self, title: &str) -> Option<usize> {
        let called = key(title);
        self.all.iter().position(|group| key(&group.title) == called)
    }
}

/// What a group is, by the word of another program.
pub(super) fn kind(word: &str) -> Option<&'static str> {
    Some(match fold(word).as_str() {
        "circle" | "kring" | "kreis" | "cercle" => "circle",
        "committee" | "commission" | "commissie" | "ausschuss" | "subcommittee"
        | "subcommission" => "committee",
        "chapter" | "afdeling" | "ortsgruppe" => "chapter",
        "board" | "bestuur" | "vorstand" | "bureau" => "board",
        "guild" | "gilde" => "guild",
        "tier" => "tier",
        "team" | "equipe" => "team",
        "working group" | "workgroup" | "werkgroep" | "arbeitsgruppe" | "groupe de travail" => {
            "working-group"
        }
        "council" | "raad" | "rat" | "conseil" => "council",
        "community" | "gemeenschap" | "communaute" => "community",
        _ => return None,
    })
}

/// Words for somebody who is in a group, and no more.
const MEMBER: [&str; 5] = ["member", "lid", "mitglied", "membre", "groepslid"];
/// Words for somebody who is no longer in it, and for somebody who is.
const FORMER: &str = "alumni|alumnus|alumna|former|former member|ex|ex member|past|past member|\
    emeritus|emerita|emeriti|inactive|retired|left|resigned|ended|oud|oud lid|oudlid|voormalig|\
    voormalig lid|inactief|ehemalig|ehemalige|ehemaliges mitglied|inaktiv|ancien|ancienne|\
    ancien membre|inactif";
const PRESENT: &str = "active|active member|current|present|actief|huidig|aktiv|aktuell|actif";

/// A role; none where the word says that somebody is or was in the group, and no more.
pub(super) fn role(written: Option<String>) -> Option<String> {
    written.filter(|role| !MEMBER.contains(&fold(role).as_str()) && !is_former(role))
}

/// Whether a word says that somebody is no longer in a group.
pub(super) fn is_former(word: &str) -> bool {
    is_one_of(FORMER, word)
}

/// Whether a word says that somebody is in a group.
pub(super) fn is_present(word: &str) -> bool {
    is_one_of(PRESENT, word) || MEMBER.contains(&fold(word).as_str())
}

fn is_one_of(words: &str, word: &str) -> bool {
    let word = fold(word);
    words.split('|').any(|known| known == word)
}
