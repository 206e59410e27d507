//! Who is known by which name, address or account, whether the site shows them or not: so that
//! nobody takes the place of somebody else.

use super::addresses::wanted;
use super::personal_data::personal;
use super::tables::Catalog;
use crate::base::fold::key;
use crate::base::name::forms;
use crate::base::slug::slug;
use crate::base::{Anchor, EntryKind, Forgotten};
use crate::record::Records;
use std::collections::HashSet;

/// What of a newcomer is somebody else's already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// The address of the page.
    Slug,
    /// A name, also one that somebody had before.
    Name,
    /// A mail address, or an account that belongs to one person.
    Account,
    /// Somebody called so was removed at their wish.
    Removed,
}

/// A profile, wherever it is written.
#[derive(Debug)]
pub struct Registered {
    /// Its slug.
    pub slug: String,
    /// Where it is written.
    pub place: Anchor,
    /// Its links, by the name of the service.
    pub links: Vec<(String, String)>,
}

/// All who are known: seen, hidden, held back, withdrawn and removed.
#[derive(Debug, Default)]
pub struct Registry {
    slugs: HashSet<String>,
    names: HashSet<String>,
    accounts: HashSet<String>,
    people: Vec<Registered>,
    forgotten: Forgotten,
}

impl Registry {
    /// What the files say, each alone: also those that nothing can be made of.
    pub fn of(records: &Records, forgotten: Forgotten) -> Self {
        let mut all = Self { forgotten, ..Self::default() };
        let unread = records.unread.iter().filter(|it| it.kind == EntryKind::Expert);
        for unread in unread {
            all.slugs.insert(unread.slug.clone());
            unread.names.iter().for_each(|name| all.learn(name));
        }
        for record in &records.experts {
            let file = &record.file;
            all.slugs.insert(wanted(record));
            std::iter::once(&file.name)
                .chain(&file.sort_name)
                .chain(&file.former_names)
                .for_each(|name| all.learn(name));
            for alias in &record.common.aliases {
                all.learn(alias.trim_matches('/').rsplit('/').next().unwrap_or(alias));
            }
            all.accounts.extend(personal(file));
        }
        all
    }

    /// The slugs that profiles have once all are known.
    pub fn assigned(&mut self, catalog: &Catalog) {
        for expert in &catalog.experts {
            self.slugs.insert(expert.slug.clone());
            let links = expert.record.file.links.iter();
            self.people.push(Registered {
                slug: expert.slug.clone(),
                place: expert.record.origin.anchor.clone(),
                links: links.map(|(name, link)| (name.clone(), link.clone())).collect(),
            });
        }
    }

    fn learn(&mut self, name: &str) {
        self.slugs.insert(slug(name));
        self.names.extend(forms(name).map(|form| key(&form)));
    }

    /// The profile of that slug.
    pub fn person(&self, slug: &str) -> Option<&Registered> {
        self.people.iter().find(|person| person.slug == slug)
    }

    /// What of somebody of this name is taken. `accounts` are the mail addresses and addresses of
    /// accounts that they name as theirs.
    pub fn taken(&self, name: &str, accounts: &[String]) -> Option<Taken> {
        let own = slug(name);
        let words = forms(name).map(std::borrow::Cow::into_owned).chain([own.clone()]);
        if words.chain(accounts.iter().cloned()).any(|it| self.forgotten.person(&it).is_some()) {
            Some(Taken::Removed)
        } else if forms(name).any(|form| self.names.contains(&key(&form))) {
            Some(Taken::Name)
        } else if self.slugs.contains(&own) {
            Some(Taken::Slug)
        } else {
            accounts.iter().any(|it| self.accounts.contains(it)).then_some(Taken::Account)
        }
    }

    /// Whether nobody has, had or wants this slug.
    pub fn is_free(&self, slug: &str) -> bool {
        !self.slugs.contains(slug) && self.forgotten.person(slug).is_none()
    }
}
