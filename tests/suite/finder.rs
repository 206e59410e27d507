//! The finder: the browser, the terminal and a plain scan of everything answer alike.

use crate::finding::network::Network;
use crate::look::{browser, node};
use crate::phrases::phrases;
use crate::test_site::{TestSite, vakwerk};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use vakwerk::base::fold::fold;
use vakwerk::base::{Date, Language};
use vakwerk::config::{Overrides, Project};
use vakwerk::edition::{Edition, TopicId};
use vakwerk::finder::{self, Entry, Index};
use vakwerk::memo::Memo;
use vakwerk::pipeline;

const DATE: &str = "2026-11-23";

pub(crate) fn open(folder: &Path) -> (Edition, Language, Vec<Language>) {
    let date: Date = DATE.parse().expect("a date");
    let project = Project::open(folder, Overrides { date: Some(date), ..Overrides::default() })
        .value
        .expect("a site");
    let languages = project.config.languages.clone();
    (pipeline::edition(&project, &Memo::forgetful()).value, languages[0].clone(), languages)
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

/// Everything that has a word as it is written, by looking at everything: in a name, a text, or the
/// name of a topic that it is about.
fn scanned(edition: &Edition, index: &Index, language: &Language, word: &str) -> BTreeSet<usize> {
    let has = |text: &str| fold(text).split(' ').any(|known| known == word);
    let in_texts = |at: &usize| {
        finder::texts(edition, index.entries[*at], language).iter().any(|(_, text)| has(text))
    };
    let in_names =
        |at: &usize| finder::names(edition, index.entries[*at], language).into_iter().any(has);
    let all = 0..index.entries.len();
    let mut found: Vec<usize> = all.clone().filter(in_texts).collect();
    if found.len() > (index.entries.len() / 10).max(200) {
        found.clear();
    }
    found.extend(all.clone().filter(in_names));
    for (number, topic) in edition.topics.iter().enumerate() {
        if !has(&topic.title) {
            continue;
        }
        assert!(topic.record.as_ref().is_none_or(|record| record.file.synonyms.is_empty()));
        found.extend(all.clone().filter(|at| match index.entries[*at] {
            Entry::Expert(id) => topic.experts.iter().any(|one| one.expert == id),
            Entry::Project(id) => topic.projects.contains(&id),
            Entry::Request(id) => topic.requests.contains(&id),
            Entry::Topic(id) => id.index() == number,
            Entry::Article(id) => topic.news.contains(&id),
            Entry::Event(id) => topic.events.contains(&id),
            Entry::Organization(_) | Entry::Group(_) | Entry::Page(_) => false,
        }));
    }
    found.into_iter().collect()
}

#[test]
fn the_index_finds_what_a_scan_of_everything_does() {
    let folder = tempfile::tempdir().expect("a folder");
    Network { experts: 300, requests: 10 }.write(folder.path(), false).expect("a network");
    let (edition, language, languages) = open(folder.path());
    let index = finder::index(&edition, &language, &languages);
    let questions = questions(&edition, &language, 120);
    let words: BTreeSet<String> = questions
        .iter()
        .flat_map(|question| fold(question).split(' ').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert!(words.len() > 60);
    for word in words {
        let answer = finder::search(&index, &format!("\"{word}\""));
        let found: BTreeSet<usize> = answer.hits.iter().map(|hit| hit.entry).collect();
        let wanted = scanned(&edition, &index, &language, &word);
        assert!(wanted.is_subset(&found), "{word}: {wanted:?} of {found:?}");
        for at in found.difference(&wanted) {
            // People are found by their names in other writings, too.
            let name = fold(finder::names(&edition, index.entries[*at], &language)[0]);
            let plain = |text: &str| text.replace(' ', "").replace("ij", "y");
            assert!(plain(&name).contains(&plain(&word)), "{word} finds {name}");
        }
    }
}

/// Questions as people put them, beside those that are made of what is there.
const SAID: [&str; 60] = [
    "not in Groningen",
    "niet energie energie",
    "wnid warmtenetten",
    "warmtenetten maar niet in Groningen",
    "warmte zonder warmtepompen",
    "iedereen behalve Jan de Vries",
    "heat pumps but not insulation",
    "niet Den Haag of Assen",
    "Groningen of Assen",
    "Groningen or Assen or Emmen",
    "financial modelling of a business case",
    "business case or heat networks",
    "warmtenet planning of subsidie aanvraag",
    "warmtenetten of warmtepompen in Groningen",
    "C++/C#",
    "C/C++",
    "warmtenetten of qqxzvk",
    "beschikbaar warmtenetten",
    "werkt op afstand",
    "free now",
    "ik zoek een expert",
    "experts since 2018",
    "iemand met meer dan 10 jaar ervaring in isolatie",
    "warmtepompen isolatie kerk",
    "warmtenetten netcongestie subsidies participatie",
    "warmtenetten netcongestie subsidies participatie isolatie geothermie wind recht opslag",
    "Friesland",
    "provincie Groningen",
    "C",
    "Zürich VERFÜGBAR ヒートポンプ",
    "\"warmte uit effluent\"",
    "wie kent \"het kanaal\" en warmtenetten?",
    "-\"warmte netten\" geothermie",
    "warmtenetten -\"Jan de Vries\"",
    "\"de Vries\"",
    "\"in het\"",
    "iemand die warmtenetten kent in Groningen",
    "who can help with public procurement?",
    "geothermisch",
    "frans",
    "spanish speaker",
    "warmte netten",
    "bewonersavondbegeleiding participatie",
    "participatieprojecten",
    "R",
    "C++ of C#",
    "\"lokale energie\" -wind",
    "warmte -warmtenetten",
    "-\"heat pumps\" energie",
    "scholen huizen bedrijven",
    "de",
    "in Nederland",
    "wie spreekt Arabisch en kent omgevingsrecht",
    "GIS kaarten",
    "stroom net vol",
    "projectleiders Drenthe",
    "aanbestedende subsidieregelingen",
    "Kalo storaging for the Netherlands",
    "We zoeken een ervaren adviseur die samen met bewoners, gemeente en woningcorporatie een plan \
     voor warmtenetten, geothermie en isolatie uitwerkt, de subsidies aanvraagt en de statuten van \
     de coöperatie schrijft, liefst in de buurt van Groningen of Assen.",
    "Lobri design and Kadal storage: we look for somebody who has planned metering, training and \
     maintenance of a harbour together with the municipality, and can say what permits it takes.",
];

/// Builds a site, and lets the browser answer what the terminal answers.
pub(crate) fn browsed(folder: &Path, most: usize, more: &[&str]) {
    let Some(browser) = browser() else { return };
    let (edition, language, languages) = open(folder);
    let index = finder::index(&edition, &language, &languages);
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
        .chain(phrases(&edition, &language, most / 2))
        .chain(SAID.iter().chain(more).map(|it| (*it).to_owned()))
        .map(|question| {
            let answer = finder::search(&index, &question);
            let best = answer
                .hits
                .iter()
                .take(50)
                .map(|hit| (id(&edition, &index, hit.entry, &language), hit.points));
            let best = best.collect::<Vec<_>>();
            let more =
                serde_json::json!([answer.without, answer.taken, answer.is_most, answer.is_empty]);
            serde_json::json!([
                question,
                answer.hits.len(),
                best,
                answer.kept,
                answer.left_out,
                more
            ])
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
    browsed(&Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site"), 60, &[]);
}

#[test]
fn among_a_thousand_the_browser_finds_what_the_terminal_finds() {
    let folder = tempfile::tempdir().expect("a folder");
    Network { experts: 1_000, requests: 20 }.write(folder.path(), false).expect("a network");
    browsed(folder.path(), 200, &[]);
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
    let (edition, language, languages) = open(site.path());
    let index = finder::index(&edition, &language, &languages);
    let found = |question: &str| -> Vec<String> {
        finder::search(&index, question)
            .hits
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
    assert!(finder::search(&index, "jan ozturk").kept.is_some());
    let through: Vec<Option<TopicId>> = finder::search(&index, "district heating")
        .hits
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
