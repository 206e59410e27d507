//! All members' repositories, several at once.

use super::fetch::{bring, newest};
use crate::base::put;
use crate::config::{Member, Origin, Project};
use crate::source::{Fetched, Lock, Locked, Stamp, cache_leads_elsewhere, cache_path, state};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// How many repositories are asked at once: they are waited for rather than worked on.
const AT_ONCE: usize = 16;

/// Which commits are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// The newest of each repository.
    Newest,
    /// Those in the lock; the newest where it names none.
    Locked,
}

/// What came of one member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Everything was here.
    Same,
    /// It is here for the first time.
    Added {
        /// What was not taken, in words.
        skipped: Vec<String>,
    },
    /// It is here in another version than before.
    Changed {
        /// The commit before.
        from: String,
        /// What was not taken, in words.
        skipped: Vec<String>,
    },
    /// It could not be fetched.
    Failed {
        /// Why, in words.
        why: String,
        /// Whether the locked version is here.
        kept: bool,
    },
}

/// What came of all members that live in repositories.
#[derive(Debug, Default)]
pub struct Update {
    /// The members, in the order of the configuration.
    pub members: Vec<(Member, Outcome)>,
    /// The lock as it is now.
    pub lock: Lock,
}

/// Brings the members' repositories of `project` into the cache and writes the lock. `only` chooses
/// among them, and `progress` hears of each that is done.
///
/// # Errors
/// What is wrong with the lock, or why it or the cache cannot be written.
pub fn update(
    project: &Project,
    aim: Aim,
    only: &(dyn Fn(&Member) -> bool + Sync),
    progress: &(dyn Fn() + Sync),
) -> Result<Update, String> {
    let root = &project.root;
    let before = Lock::read(root).map_err(|problem| format!("{} {problem}", Lock::FILE))?;
    let members: Vec<&Member> = project
        .config
        .members
        .iter()
        .filter(|member| matches!(member.origin, Origin::Repository { .. }))
        .collect();
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(AT_ONCE)
        .build()
        .map_err(|error| format!("repositories cannot be asked: {error}"))?;
    let one = |member: &&Member| {
        let locked = before.get(member);
        let done = if only(member) { Some(refresh(project, member, locked, aim)) } else { None };
        progress();
        ((*member).clone(), locked.cloned(), done)
    };
    let done: Vec<_> = pool.install(|| members.par_iter().map(one).collect());

    let mut update = Update::default();
    update.lock.version = 1;
    for (member, locked, done) in done {
        match done {
            None => update.lock.members.extend(locked),
            Some((now, outcome)) => {
                update.lock.members.extend(now.or(locked));
                update.members.push((member, outcome));
            }
        }
    }
    update.lock.keep_order_of(&before);
    sweep(root, &members);
    if update.lock != before && !(update.lock.members.is_empty() && before.members.is_empty()) {
        write(root, &update.lock)
            .map_err(|error| format!("{} cannot be written: {error}", Lock::FILE))?;
    }
    Ok(update)
}

fn refresh(
    project: &Project,
    member: &Member,
    locked: Option<&Locked>,
    aim: Aim,
) -> (Option<Locked>, Outcome) {
    let Origin::Repository { url, reference } = &member.origin else {
        return (None, Outcome::Same);
    };
    let rules = &project.config.member_rules;
    let target = project.root.join(cache_path(member));
    if cache_leads_elsewhere(&project.root, &target) {
        let why =
            "the cache is reached through a symbolic link: remove the link `.vakwerk`".to_owned();
        return (None, Outcome::Failed { why, kept: false });
    }
    let stamp = Stamp::read(&target);
    let here = stamp.as_ref().map(|stamp| stamp.commit.clone());
    let wanted = match (aim, locked) {
        (Aim::Locked, Some(locked)) => Ok(locked.commit.clone()),
        _ => newest(url, reference.as_deref(), rules),
    };
    let lock = |commit: String, content: String| Locked {
        git: url.clone(),
        reference: reference.clone(),
        folder: member.folder.clone(),
        commit,
        content: Some(content),
    };
    // What is here is only taken for that commit's content when it still has the hash of it.
    let stands = |commit: &str| {
        let stamp = stamp.as_ref().filter(|stamp| stamp.commit == commit)?;
        let known = locked
            .filter(|locked| locked.commit == commit)
            .and_then(|locked| locked.content.clone());
        let wanted = lock(commit.to_owned(), known.unwrap_or_else(|| stamp.content.clone()));
        (state(&project.root, member, &wanted) == Fetched::Whole).then_some(wanted)
    };
    let done: Result<(Locked, Option<Vec<String>>), String> = wanted.and_then(|commit| {
        if let Some(locked) = stands(&commit) {
            return Ok((locked, None));
        }
        let brought = bring(member, url, &commit, rules, &target)?;
        Ok((lock(commit, brought.content), Some(brought.skipped)))
    });
    match (done, here) {
        (Ok((now, None)), _) => (Some(now), Outcome::Same),
        (Ok((now, Some(skipped))), Some(from)) => (Some(now), Outcome::Changed { from, skipped }),
        (Ok((now, Some(skipped))), None) => (Some(now), Outcome::Added { skipped }),
        (Err(why), here) => {
            let kept = here.is_some() && here.as_ref() == locked.map(|locked| &locked.commit);
            (None, Outcome::Failed { why, kept })
        }
    }
}

/// Removes from the cache what belongs to no member any more, and what a run that was killed left
/// behind.
#[expect(clippy::disallowed_methods, reason = "the outer ring: the cache of members is kept here")]
fn sweep(root: &Path, members: &[&Member]) {
    let names: BTreeSet<String> = members.iter().map(|member| member.cache_name()).collect();
    let Ok(folders) = fs::read_dir(root.join(".vakwerk/members")) else { return };
    for folder in folders.filter_map(Result::ok) {
        if folder.file_type().is_ok_and(|kind| kind.is_dir())
            && !names.contains(folder.file_name().to_string_lossy().as_ref())
        {
            // What cannot be removed takes room, nothing else.
            let _ = fs::remove_dir_all(folder.path());
        }
    }
}

fn write(root: &Path, lock: &Lock) -> std::io::Result<()> {
    put(&root.join(Lock::FILE), lock.to_text().as_bytes())
}
