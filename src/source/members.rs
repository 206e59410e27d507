//! The files of members that live elsewhere, in folders of this machine or fetched from their
//! repositories before.

use super::lock::{Fetched, Lock, cache_path, state};
use super::site_files::read_file;
use super::walk::Walk;
use crate::base::EntryKind;
use crate::base::front_matter::front_matter;
use crate::base::text_of;
use crate::base::{Code, Consequence, Diagnostic, Place, Rank, fold::key, slug::slug, yaml};
use crate::config::{Choice, Member, Origin};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use walkdir::DirEntry;

impl Walk<'_> {
    /// The entries of all members.
    pub(super) fn members(&mut self, members: &[Member]) {
        if members.is_empty() {
            return;
        }
        let lock = Lock::read(self.root).unwrap_or_else(|problem| {
            let note = Diagnostic::new(
                Code::MemberUnfetched,
                Place::file(Lock::FILE),
                format!("the lock {problem}"),
            );
            self.notes.push(
                note.help("take it back from Git, or delete it and run `vakwerk members update`"),
            );
            Lock::default()
        });
        for (place, member) in members.iter().enumerate() {
            self.rank = Rank::Member(lock.joined(member, place));
            if let Some((dir, label)) = self.folder_of(member, &lock) {
                match &member.choice {
                    None => self.portfolio(member, &dir, &label),
                    Some(choice) => self.chosen(member, choice, &dir, &label),
                }
            } else if let Some(given) = &member.slug {
                self.absent.push((slug(given), member.place.clone()));
            }
        }
        self.rank = Rank::Own;
    }

    fn folder_of(&mut self, member: &Member, lock: &Lock) -> Option<(PathBuf, String)> {
        let note = match &member.origin {
            Origin::Folder(path) => {
                let label = match member.folder.as_str() {
                    "" => path.clone(),
                    folder => format!("{path}/{folder}"),
                };
                let dir = self.root.join(&label);
                if dir.is_dir() {
                    return Some((dir, label));
                }
                Diagnostic::new(
                    Code::UnknownFile,
                    member.place.clone(),
                    format!("there is no folder `{label}`"),
                )
                .help("write the path relative to the folder of vakwerk.yaml")
                .consequence(Consequence::HeldBack)
            }
            Origin::Repository { .. } => {
                let locked =
                    lock.get(member).map(|locked| (locked, state(self.root, member, locked)));
                let (what, help) = match locked {
                    Some((_, Fetched::Whole)) => {
                        let label = cache_path(member);
                        return Some((self.root.join(&label), label));
                    }
                    Some((locked, Fetched::Missing)) => (
                        format!(
                            "commit {} of {} is not here",
                            &locked.commit[..10],
                            member.in_words()
                        ),
                        "run `vakwerk members update --locked`",
                    ),
                    Some((_, Fetched::Altered)) => (
                        format!(
                            "what is here of {} is not what {} names",
                            member.in_words(),
                            Lock::FILE
                        ),
                        "run `vakwerk members update --locked`, which fetches it again",
                    ),
                    None => (
                        format!("{} was never fetched", member.in_words()),
                        "run `vakwerk members update`; building asks no network by itself",
                    ),
                };
                Diagnostic::new(Code::MemberUnfetched, member.place.clone(), what).help(help)
            }
        };
        self.notes.push(note);
        None
    }

    fn portfolio(&mut self, member: &Member, dir: &Path, label: &str) {
        let stem = match (&member.slug, &member.origin) {
            (Some(slug), _) => slug.clone(),
            (None, Origin::Folder(_)) => dir
                .file_name()
                .map_or_else(|| label.to_owned(), |name| name.to_string_lossy().into_owned()),
            // What a repository is called says nothing of the person; the profile does.
            (None, Origin::Repository { .. }) => String::new(),
        };
        let before = self.found.len();
        self.expert_folder(dir, label, &stem);
        if let Some(slug) = &member.slug {
            let profiles =
                self.found[before..].iter_mut().filter(|file| file.kind == EntryKind::Expert);
            profiles.for_each(|file| file.given_slug = Some(slug.as_str().into()));
        }
    }

    /// Those whom the site takes of another network's folder of experts.
    fn chosen(&mut self, member: &Member, choice: &Choice, dir: &Path, label: &str) {
        let entries = self.listing(dir);
        let stem = |entry: &DirEntry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_folder = entry.file_type().is_dir();
            if is_folder {
                Some(name)
            } else {
                self.read_name(entry, &name).map(|(stem, _)| stem.to_owned())
            }
        };
        let stems: Vec<Option<String>> = entries.iter().map(stem).collect();
        let all: BTreeSet<String> = stems.iter().flatten().cloned().collect();
        let wanted: Option<BTreeSet<String>> =
            choice.slugs.as_ref().map(|slugs| slugs.iter().map(|wanted| slug(wanted)).collect());
        let topics: BTreeSet<String> = choice.topics.iter().map(|topic| key(topic)).collect();
        let here: BTreeSet<String> = all.iter().map(|stem| slug(stem)).collect();
        for missing in wanted.iter().flatten().filter(|wanted| !here.contains(*wanted)) {
            let message = format!("there is no expert `{missing}` in {}", member.in_words());
            self.notes.push(
                Diagnostic::new(Code::UnknownReference, member.place.clone(), message)
                    .help("write the name of the profile's file or folder there"),
            );
        }
        let named =
            |stem: &String| wanted.as_ref().is_none_or(|wanted| wanted.contains(&slug(stem)));
        let fits = |stem: &String| {
            topics.is_empty() || topics_of(dir, stem).iter().any(|topic| topics.contains(topic))
        };
        let taken: BTreeSet<String> =
            all.into_iter().filter(|stem| named(stem) && fits(stem)).collect();
        let is_taken =
            |stem: &Option<String>| stem.as_ref().is_some_and(|stem| taken.contains(stem));
        for (entry, _) in entries.iter().zip(&stems).filter(|(_, stem)| is_taken(stem)) {
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.file_type().is_dir() {
                self.expert_folder(entry.path(), &format!("{label}/{name}"), &name);
            } else {
                self.entry_file(EntryKind::Expert, entry, label, None);
            }
        }
    }
}

/// What a profile among a network's experts names as expertise, as names are compared.
fn topics_of(dir: &Path, stem: &str) -> Vec<String> {
    let endings = ["md", "yaml", "yml"];
    let files = endings.iter().map(|ending| dir.join(format!("{stem}.{ending}")));
    let folders = endings.iter().map(|ending| dir.join(stem).join(format!("profile.{ending}")));
    let text = files.chain(folders).find_map(|file| text_of(read_file(&file).ok()?));
    let Some(text) = text else { return Vec::new() };
    let front = front_matter(&text).map_or(text.as_str(), |found| found.yaml);
    let Ok((tree, _)) = yaml::tree(front, &stem.into(), 1) else { return Vec::new() };
    let expertise =
        tree.get("expertise").and_then(|value| value.as_sequence()).into_iter().flatten();
    let name = |claim: &serde_yaml::Value| {
        let topic = claim.get("topic").unwrap_or(claim);
        topic.as_str().map(key)
    };
    expertise.filter_map(name).collect()
}
