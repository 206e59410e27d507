//! Asking all addresses: several hosts at once, each host one question at a time.

use super::ask::{Reach, ask, client, host};
use super::{Answer, Known};
use crate::base::{Code, Diagnostic, Place};
use std::collections::{BTreeMap, VecDeque};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How many hosts are asked at once.
const HOSTS_AT_ONCE: usize = 16;
/// How long one host is left alone between two questions.
const PAUSE: Duration = Duration::from_millis(250);

/// How many addresses are asked in one run.
const MOST_ADDRESSES: usize = 20_000;
/// How long one run may take.
const MOST_TIME: Duration = Duration::from_secs(60 * 60);

/// How addresses are asked.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// How long an answer may take.
    pub timeout: Duration,
    /// Which machines may be asked.
    pub reach: Reach,
    /// A count of days since 1970.
    pub today: i64,
}

/// Asks every address of `links` once, and notes those that do not answer. `asked` is called after
/// each.
pub fn check(
    links: &BTreeMap<String, Vec<Place>>,
    options: Options,
    known: &mut Known,
    asked: &(dyn Fn() + Sync),
) -> Vec<Diagnostic> {
    let mut hosts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for url in links.keys() {
        if known.answered_lately(url, options.today) {
            asked();
        } else {
            hosts.entry(host(url)).or_default().push(url);
        }
    }
    let queue: Mutex<VecDeque<(String, Vec<&str>)>> = Mutex::new(hosts.into_iter().collect());
    let answers: Mutex<BTreeMap<&str, Answer>> = Mutex::default();
    let client = client(options.timeout, options.reach);
    let until = now() + MOST_TIME;
    let left = AtomicUsize::new(MOST_ADDRESSES);
    let work = || {
        while let Some((_, urls)) = next(&queue) {
            for (at, url) in urls.into_iter().enumerate() {
                let spent =
                    left.fetch_update(Relaxed, Relaxed, |left| left.checked_sub(1)).is_err();
                let answer = if spent || now() > until {
                    Answer::NotAsked
                } else {
                    if at > 0 {
                        thread::sleep(PAUSE);
                    }
                    ask(&client, url)
                };
                answers.lock().unwrap_or_else(PoisonError::into_inner).insert(url, answer);
                asked();
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..HOSTS_AT_ONCE {
            scope.spawn(work);
        }
    });
    let answers = answers.into_inner().unwrap_or_else(PoisonError::into_inner);
    for (url, answer) in &answers {
        if *answer == Answer::Alive {
            known.note(url, options.today);
        }
    }
    let notes = answers.iter().filter_map(|(url, answer)| note(url, answer, &links[*url]));
    notes.chain(passed_over(links, &answers)).collect()
}

/// Says how many addresses were not asked, if any.
fn passed_over(
    links: &BTreeMap<String, Vec<Place>>,
    answers: &BTreeMap<&str, Answer>,
) -> Option<Diagnostic> {
    let left = || answers.iter().filter(|(_, answer)| **answer == Answer::NotAsked);
    let (url, _) = left().next()?;
    let message =
        format!("{} addresses were not asked: there are too many for one run", left().count());
    let note = Diagnostic::new(Code::DeadLink, links[*url].first()?.clone(), message);
    Some(note.help("run it again; what answers is remembered"))
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: a run does not go on for ever")]
fn now() -> Instant {
    Instant::now()
}

fn next<'a>(queue: &Mutex<VecDeque<(String, Vec<&'a str>)>>) -> Option<(String, Vec<&'a str>)> {
    queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
}

fn note(url: &str, answer: &Answer, places: &[Place]) -> Option<Diagnostic> {
    let (message, help) = match answer {
        Answer::Alive | Answer::Closed(_) | Answer::NotAsked => return None,
        Answer::Dead(status @ (404 | 410)) => (
            format!("`{url}` is gone (status {status})"),
            "correct the address, or take the link out",
        ),
        Answer::Dead(status) => {
            (format!("`{url}` answers with status {status}"), "look again later")
        }
        Answer::Silent(why) => {
            (format!("`{url}` does not answer: {why}"), "see whether the address is right")
        }
        Answer::Private => (
            format!("`{url}` names a machine inside a network, and was not asked"),
            "link to what everybody can reach",
        ),
    };
    let mut places = places.iter().cloned();
    let note = Diagnostic::new(Code::DeadLink, places.next()?, message).help(help);
    Some(places.fold(note, Diagnostic::and))
}
