//! The finder: the browser, the terminal and a plain scan of everything answer alike.

use crate::finding::network::Network;
use crate::look::{browser, node};
use crate::test_site::{TestSite, vakwerk};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use vakwerk::base::fold::fold;
use vakwerk::base::{Date, Language};
use vakwerk::config::{Overrides, Project};
use vakwerk::edition::{Edition, TopicId};
use vakwerk::finder::{self, Entry, Field, Hit, Index};
use vakwerk::memo::Memo;
use vakwerk::pipeline;

const DATE: &str = "2026-11-23";

fn open(folder: &Path) -> (Edition, Language) {
    let date: Date = DATE.parse().expect("a date");
    let project = Project::open(folder, Overrides { date: Some(date), ..Overrides::default() })
        .value
        .expect("a site");
    let language = project.config.languages[0].clone();
    (pipeline::edition(&project, &Memo::forgetful()).value, language)
}

fn id(edition: &Edition, index: &Index, entry: usize, language: &Language) -> String {
    finder::record(edition, index.entries[entry], language).id
}

/// Names, parts of names, names with an error, topics, and words of stories.
fn questions(edition: &Edition, language: &Language, most: usize) -> Vec<String> {
    let entries = finder::entries(edition);
    let mut questions = Vec::new();
    for (at, entry) in entries.iter().enumerate().step_by((entries.len() / most).max(1)) {
        let name = finder::names(edition, *entry, language)[0].to_owned();
        let letters: Vec<char> = name.chars().collect();
        questions.push(match at % 5 {
            0 => name,
            1 => letters[..letters.len().min(4)].iter().collect(),
            2 => letters
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != 2)
                .map(|(_, letter)| *letter)
                .collect(),
            3 => name.split(' ').next_back().unwrap_or_default().to_uppercase(),
            _ => {
                let texts = finder::texts(edition, *entry, language);
                let words = texts
                    .iter()
                    .flat_map(|(_, text)| text.split_whitespace())
                    .filter(|word| word.len() > 5);
                words.take(2).collect::<Vec<_>>().join(" ")
            }
        });
    }
    questions.retain(|question| !fold(question).is_empty());
    questions
}

/// The rule of the finder by looking at everything, without an index and without scripts that have
/// no spaces.
struct Scan<'a> {
    edition: &'a Edition,
    entries: Vec<Entry>,
    names: Vec<Vec<String>>,
    texts: Vec<Vec<(u32, Vec<String>)>>,
    common: HashMap<String, usize>,
}

impl<'a> Scan<'a> {
    fn of(edition: &'a Edition, language: &Language) -> Self {
        let entries = finder::entries(edition);
        let words = |text: &str| {
            fold(text).split(' ').map(str::to_owned).filter(|word| !word.is_empty()).collect()
        };
        let names: Vec<Vec<String>> = entries
            .iter()
            .map(|entry| finder::names(edition, *entry, language).into_iter().map(fold).collect())
            .collect();
        let texts: Vec<Vec<(u32, Vec<String>)>> = entries
            .iter()
            .map(|entry| {
                let points = |field| match field {
                    Field::Name => 100,
                    Field::Headline => 50,
                    Field::Offer => 40,
                    Field::Project => 30,
                    Field::Story => 16,
                };
                let strength = 9 + strength(edition, *entry) * 7 / 1000;
                let texts = finder::texts(edition, *entry, language).into_iter();
                texts.map(|(field, text)| (points(field) * strength, words(&text))).collect()
            })
            .collect();
        let mut common: HashMap<String, usize> = HashMap::new();
        for texts in &texts {
            let mut here: Vec<&String> = texts.iter().flat_map(|(_, words)| words).collect();
            here.sort();
            here.dedup();
            for word in here {
                *common.entry(word.clone()).or_default() += 1;
            }
        }
        Self { edition, entries, names, texts, common }
    }

    fn ask(&self, question: &str) -> Vec<(usize, u32)> {
        let whole = fold(question);
        let mut words: Vec<&str> = whole.split(' ').collect();
        let mut seen = Vec::new();
        words.retain(|word| {
            !seen.contains(word) && {
                seen.push(*word);
                true
            }
        });
        let near: Vec<bool> =
            words.iter().map(|word| word.len() > 4 && !self.is_named(word)).collect();
        let mut hits = Vec::new();
        for at in 0..self.entries.len() {
            let each: Vec<u32> =
                words.iter().zip(&near).map(|(word, near)| self.word(at, word, *near)).collect();
            if each.iter().all(|points| *points > 0) {
                let title = if words.len() > 1 { self.title(at, &whole) } else { 0 };
                hits.push((at, each.iter().sum::<u32>() + title));
            }
        }
        hits.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
        hits
    }

    fn all_names(&self, at: usize) -> impl Iterator<Item = String> + '_ {
        let own = self.names[at].iter().flat_map(|name| name.split(' ')).map(str::to_owned);
        let expert = matches!(self.entries[at], Entry::Expert(_));
        let more = self.names[at].iter().filter(move |_| expert).flat_map(|name| {
            let words: Vec<&str> = name.split(' ').collect();
            let joined = (1..words.len().saturating_sub(1))
                .map(|start| words[start..].concat())
                .collect::<Vec<_>>();
            let letters = words.iter().filter_map(|word| {
                if word.contains("ij") {
                    Some(word.replace("ij", "y"))
                } else {
                    word.contains('y').then(|| word.replace('y', "ij"))
                }
            });
            let letters: Vec<String> = letters.collect();
            joined.into_iter().chain(letters)
        });
        own.chain(more)
    }

    fn is_named(&self, word: &str) -> bool {
        (0..self.entries.len()).any(|at| self.all_names(at).any(|name| name.starts_with(word)))
    }

    fn word(&self, at: usize, word: &str, near: bool) -> u32 {
        let weight = |known: &str| {
            if known == word {
                4
            } else if known.starts_with(word) {
                3
            } else {
                u32::from(near && strsim::osa_distance(known, word) == 1) * 2
            }
        };
        let named = self.all_names(at).map(|name| 1600 * weight(&name)).max().unwrap_or(0);
        let limit = (self.entries.len() / 10).max(200);
        let written = self.texts[at]
            .iter()
            .flat_map(|(points, words)| words.iter().map(move |known| (*points, known)));
        let written = written.filter(|(_, known)| {
            word.len() > 2 && known.starts_with(word) && self.common[*known] <= limit
        });
        let written = written.map(|(points, known)| points * weight(known)).max().unwrap_or(0);
        let topics = if word.len() > 1 {
            self.topics(at)
                .map(|(names, points)| {
                    points
                        * names
                            .iter()
                            .flat_map(|name| name.split(' '))
                            .map(weight)
                            .max()
                            .unwrap_or(0)
                })
                .max()
                .unwrap_or(0)
        } else {
            0
        };
        named.max(written).max(topics)
    }

    /// The topics that an entry is about, as their lists say: names, and points.
    fn topics(&self, at: usize) -> impl Iterator<Item = (&Vec<String>, u32)> + '_ {
        let first =
            self.entries.iter().position(|entry| matches!(entry, Entry::Topic(_))).unwrap_or(0);
        self.edition.topics.iter().enumerate().filter_map(move |(number, topic)| {
            let score = match self.entries[at] {
                Entry::Expert(id) => {
                    topic.experts.iter().find(|one| one.expert == id).map(|one| one.score)?
                }
                Entry::Project(id) => topic
                    .projects
                    .contains(&id)
                    .then(|| strength(self.edition, self.entries[at]))?,
                Entry::Request(id) => topic.requests.contains(&id).then_some(500)?,
                Entry::Topic(_) | Entry::Organization(_) | Entry::Page(_) => return None,
            };
            Some((&self.names[first + number], 10 * (72 + score * 31 / 1000 * 2)))
        })
    }

    fn title(&self, at: usize, whole: &str) -> u32 {
        let own =
            self.names[at].iter().filter(|name| name.contains(' ') && name.starts_with(whole));
        let own = own.map(|name| 1600 * if name == whole { 4 } else { 2 }).sum::<u32>();
        let topics = self.topics(at).filter(|(names, _)| names.iter().any(|name| name == whole));
        own + topics.map(|(_, points)| points * 4).sum::<u32>()
    }
}

fn strength(edition: &Edition, entry: Entry) -> u32 {
    match entry {
        Entry::Expert(id) => {
            edition.experts[id].claims.iter().map(|claim| claim.freshness.points).max().unwrap_or(0)
        }
        Entry::Project(id) => match edition.projects[id].record.file.period {
            Some(period) => {
                let last = period.to.map_or(edition.date.year(), Date::year);
                1000 - 125 * u32::try_from(edition.date.year() - last).unwrap_or(0).min(8)
            }
            None => 250,
        },
        Entry::Request(id) if edition.requests[id].closed => 0,
        _ => 500,
    }
}

#[test]
fn the_index_answers_as_a_scan_of_everything_does() {
    let folder = tempfile::tempdir().expect("a folder");
    Network { experts: 300, requests: 10 }.write(folder.path(), false).expect("a network");
    let (edition, language) = open(folder.path());
    let index = finder::index(&edition, &language);
    let scan = Scan::of(&edition, &language);
    for question in questions(&edition, &language, 120) {
        let found: Vec<(usize, u32)> = finder::search(&index, &question)
            .into_iter()
            .map(|hit| (hit.entry, hit.points))
            .collect();
        let scanned = scan.ask(&question);
        let first = found.iter().zip(&scanned).find(|(one, other)| one != other);
        assert!(
            found.len() == scanned.len() && first.is_none(),
            "{question}: {first:?} of {} and {}",
            found.len(),
            scanned.len()
        );
    }
}

/// What the terminal answers, and the words that it has where not all could be had.
fn answered(index: &Index, question: &str) -> (Vec<Hit>, Option<Vec<String>>) {
    let hits = finder::search(index, question);
    if !hits.is_empty() {
        return (hits, None);
    }
    let loose = finder::search_loosely(index, question);
    let kept = (!loose.kept.is_empty()).then_some(loose.kept);
    (loose.hits, kept)
}

/// Builds a site, and lets the browser answer what the terminal answers.
fn browsed(folder: &Path, most: usize) {
    let Some(browser) = browser() else { return };
    let (edition, language) = open(folder);
    let index = finder::index(&edition, &language);
    let asked = questions(&edition, &language, most);
    // Two questions in one have seldom one answer.
    let sentences = asked
        .iter()
        .zip(asked.iter().skip(7))
        .step_by(5)
        .map(|(one, other)| format!("{one} {other} qqxzvk"));
    let told: Vec<serde_json::Value> = asked
        .iter()
        .cloned()
        .chain(sentences)
        .map(|question| {
            let (hits, kept) = answered(&index, &question);
            let best = hits
                .iter()
                .take(50)
                .map(|hit| (id(&edition, &index, hit.entry, &language), hit.points));
            serde_json::json!([question, hits.len(), best.collect::<Vec<_>>(), kept])
        })
        .collect();
    let work = tempfile::tempdir().expect("a folder");
    let path = |name: &str| work.path().join(name).to_str().expect("UTF-8").to_owned();
    let site = folder.to_str().expect("UTF-8");
    let built = vakwerk(&[
        "build",
        site,
        "-o",
        &path("out"),
        "--base-url",
        "http://localhost/",
        "--date",
        DATE,
    ]);
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let records = vakwerk(&["export", "records", site, "--date", DATE]);
    std::fs::write(path("records.ndjson"), records.stdout).expect("written");
    std::fs::write(path("questions.json"), serde_json::to_vec(&told).expect("JSON"))
        .expect("written");
    let (fine, said) = node(
        &browser,
        &["finder.mjs", &path("out"), &path("questions.json"), &path("records.ndjson")],
    );
    assert!(fine, "{said}");
}

#[test]
fn in_the_example_the_browser_finds_what_the_terminal_finds() {
    browsed(&Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site"), 60);
}

#[test]
fn among_a_thousand_the_browser_finds_what_the_terminal_finds() {
    let folder = tempfile::tempdir().expect("a folder");
    Network { experts: 1_000, requests: 20 }.write(folder.path(), false).expect("a network");
    browsed(folder.path(), 200);
}

#[test]
fn people_are_found_by_what_their_names_are_like_and_topics_by_other_words() {
    let site = TestSite::network()
        .expert("sule", "name: Şule Öztürk\nexpertise: [district heating]")
        .expert("jan", "name: Jan de Vries\nexpertise: [{ topic: heat pumps, last_used: 2026-01 }]")
        .expert("wang", "name: Wang Xiaoming (王小明)")
        .expert("kees", "name: Kees Dijkstra")
        .expert("uwe", "name: Uwe Müller")
        .file("topics/heat.md", "---\ntitle: Heat\n---\n")
        .file(
            "topics/heat-networks.md",
            "---\ntitle: Heat networks\nsynonyms: [district heating]\nbroader: [heat]\n---\n",
        )
        .file("topics/heat-pumps.md", "---\ntitle: Heat pumps\nbroader: [heat]\n---\n");
    let (edition, language) = open(site.path());
    let index = finder::index(&edition, &language);
    let found = |question: &str| -> Vec<String> {
        finder::search(&index, question)
            .iter()
            .map(|hit| id(&edition, &index, hit.entry, &language))
            .collect()
    };
    for (question, wanted) in [
        ("ozturk", "experts/sule"),
        ("Oztrk", "experts/sule"),
        ("devries", "experts/jan"),
        ("de vries", "experts/jan"),
        ("vreis", "experts/jan"),
        ("小明", "experts/wang"),
        ("王", "experts/wang"),
        ("dykstra", "experts/kees"),
        ("mueller", "experts/uwe"),
    ] {
        assert_eq!(found(question).first().map(String::as_str), Some(wanted), "{question}");
    }
    assert!(found("district").contains(&"experts/sule".to_owned()));
    assert!(
        found("heat").contains(&"experts/jan".to_owned())
            && found("heat").contains(&"experts/sule".to_owned())
    );
    assert!(found("jan ozturk").is_empty());
    let through: Vec<Option<TopicId>> = finder::search(&index, "district heating")
        .iter()
        .filter(|hit| matches!(index.entries[hit.entry], Entry::Expert(_)))
        .map(|hit| hit.through)
        .collect();
    assert_eq!(through.len(), 1);
    assert_eq!(through[0].map(|at| edition.topics[at].title.as_str()), Some("Heat networks"));
}

#[test]
fn no_byte_of_the_finder_names_who_is_hidden() {
    let run = TestSite::network()
        .expert("seen", "name: Anna Zichtbaar\nheadline: Works here")
        .expert(
            "hidden",
            "name: Verborgenman\nheadline: Geheimzin\nvisibility: hidden\nlocation: Nergensdorp",
        )
        .expert(
            "unlisted",
            "name: Stilleman\nheadline: Fluisterzin\nvisibility: unlisted\nlocation: Stildorp",
        )
        .build();
    let files: BTreeMap<String, Vec<u8>> = walkdir::WalkDir::new(run.out.join("finder"))
        .into_iter()
        .map(|entry| entry.expect("readable"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            (entry.path().display().to_string(), std::fs::read(entry.path()).expect("readable"))
        })
        .collect();
    assert!(files.len() > 4);
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        let back: String = text.chars().rev().collect();
        for word in [
            "verborgen",
            "geheim",
            "nergens",
            "stille",
            "fluister",
            "stildorp",
            "hidden",
            "unlisted",
        ] {
            assert!(!text.contains(word) && !back.contains(word), "{path} holds {word}");
        }
    }
    assert!(files.values().any(|bytes| String::from_utf8_lossy(bytes).contains("zichtbaar")));
}

#[test]
fn a_topic_and_a_town_together_have_a_page_as_far_as_the_budget_goes() {
    let site = |crossings: usize| {
        let mut site = TestSite::empty().file(
            "vakwerk.yaml",
            &format!("title: Test\nkind: network\ntopics_in_places: {crossings}\nprivacy: {{ consent: optional }}\n"),
        );
        for (at, (town, topic)) in [
            ("Assen", "heat"),
            ("Assen", "heat"),
            ("Assen", "heat"),
            ("Assen", "law"),
            ("Emmen", "heat"),
        ]
        .iter()
        .enumerate()
        {
            site = site.expert(
                &format!("p{at}"),
                &format!("name: Person {at}\nlocation: {town}\nexpertise: [{topic}]"),
            );
        }
        site.build()
    };
    let run = site(10);
    run.page("topics/heat/in/assen/").says("heat · Assen").says("3 experts");
    run.page("experts/place/assen/").contains("/topics/heat/in/assen/");
    run.page("topics/heat/").contains("/topics/heat/in/assen/");
    assert!(!run.out.join("topics/heat/in/emmen").exists());
    assert!(!site(0).out.join("topics/heat/in").exists());
}
