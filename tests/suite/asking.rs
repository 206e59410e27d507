//! Questions as people put them find who should be found; and what somebody is called, looks like
//! or comes after changes nothing.

use crate::finding::network::Network;
use crate::test_site::{TestSite, vakwerk};
use std::collections::BTreeMap;
use std::path::Path;
use vakwerk::base::{Date, Language};
use vakwerk::config::{Overrides, Project};
use vakwerk::edition::{Edition, ExpertId};
use vakwerk::finder::{self, Entry, Index};
use vakwerk::memo::Memo;
use vakwerk::pipeline;

/// Language, question, and who should be found, as slugs: any of them first is right.
const QUESTIONS: &str = include_str!("questions.tsv");
/// The mean of one over the rank of the first right answer, in thousandths, at the least.
const LEAST: usize = 900;

fn open(folder: &Path) -> (Edition, Vec<Language>) {
    let date: Date = "2026-11-23".parse().expect("a date");
    let project = Project::open(folder, Overrides { date: Some(date), ..Overrides::default() })
        .value
        .expect("a site");
    let languages = project.config.languages.clone();
    (pipeline::edition(&project, &Memo::forgetful()).value, languages)
}

/// The people who answer a question, best first.
fn people(index: &Index, question: &str) -> Vec<ExpertId> {
    let answer = finder::search(index, question);
    let people = answer.hits.iter().filter_map(|hit| match index.entries[hit.entry] {
        Entry::Expert(id) => Some(id),
        _ => None,
    });
    people.collect()
}

/// Thousandths of one over the rank of the first who is right; adds to `missed` where that is not
/// the first, and who stands there.
fn reciprocal_rank(
    edition: &Edition,
    found: &[ExpertId],
    question: &str,
    missed: &mut Vec<String>,
    is_right: impl Fn(ExpertId) -> bool,
) -> usize {
    let at = found.iter().position(|id| is_right(*id));
    if at != Some(0) {
        let first: Vec<&str> =
            found.iter().take(4).map(|id| edition.experts[*id].slug.as_str()).collect();
        missed.push(format!("{question}: {} {first:?}", at.map_or(0, |at| at + 1)));
    }
    at.map_or(0, |at| 1000 / (at + 1))
}

#[test]
fn questions_over_the_example_find_who_should_be_found() {
    let (edition, languages) = open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site"));
    let indices: BTreeMap<&str, Index> = languages
        .iter()
        .map(|language| (language.as_str(), finder::index(&edition, language, &languages)))
        .collect();
    let (mut ranks, mut unanswered, mut missed) = (Vec::new(), Vec::new(), Vec::new());
    for line in QUESTIONS.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [language, question, right] = fields[..] else { panic!("{line}") };
        let right: Vec<&str> = right.split(' ').collect();
        for slug in &right {
            assert!(edition.experts.iter().any(|expert| expert.slug == *slug), "{slug}");
        }
        let found = people(&indices[language], question);
        unanswered.extend(found.is_empty().then_some(question));
        let is_right = |id: ExpertId| right.contains(&edition.experts[id].slug.as_str());
        ranks.push(reciprocal_rank(&edition, &found, question, &mut missed, is_right));
    }
    assert!(ranks.len() >= 120);
    let mean = ranks.iter().sum::<usize>() / ranks.len();
    assert!(unanswered.is_empty(), "nobody answers: {unanswered:?}");
    assert!(mean >= LEAST, "{mean}: {missed:#?}");
}

#[test]
fn questions_over_an_invented_network_find_who_should_be_found() {
    let folder = tempfile::tempdir().expect("a folder");
    Network { experts: 600, requests: 0 }.write(folder.path(), false).expect("a network");
    let (edition, languages) = open(folder.path());
    let index = finder::index(&edition, &languages[0], &languages);
    let mut ranks = Vec::new();
    let mut missed = Vec::new();
    for (at, (id, expert)) in edition.listed_experts().enumerate().step_by(5) {
        let claim = &expert.claims[at % expert.claims.len()];
        let topic = &edition.topics[claim.topic];
        let town = edition.experts[id].record.file.location.as_ref().and_then(|it| it.city.clone());
        let town = town.expect("a town");
        let speaks = |tag: &str, id: ExpertId| {
            edition.experts[id].record.file.languages.iter().any(|it| it.tag.primary() == tag)
        };
        let tag = if speaks("nl", id) { "nl" } else { "en" };
        let spoken = if tag == "nl" { "Dutch" } else { "English" };
        let (question, in_town) = match at % 3 {
            0 => (format!("who knows {} in {town}?", topic.title), true),
            1 => (format!("we are looking for somebody with {}", topic.title), false),
            _ => (format!("{} expert who speaks {spoken}", topic.title.to_uppercase()), false),
        };
        let found = people(&index, &question);
        let is_right = |id: ExpertId| {
            let city = edition.experts[id].record.file.location.as_ref();
            topic.experts.iter().any(|one| one.expert == id)
                && (!in_town || city.is_some_and(|it| it.city.as_deref() == Some(&*town)))
                && (at % 3 != 2 || speaks(tag, id))
        };
        ranks.push(reciprocal_rank(&edition, &found, &question, &mut missed, is_right));
    }
    assert!(ranks.len() >= 120);
    let mean = ranks.iter().sum::<usize>() / ranks.len();
    assert!(mean >= LEAST, "{mean}: {missed:#?}");
}

/// People who are alike, under names and in files of any order.
fn alike(names: [&str; 6], more: [&str; 6]) -> TestSite {
    let mut site = TestSite::network();
    for (at, (name, more)) in names.iter().zip(more).enumerate() {
        let level = ["expert", "practitioner"][at / 4];
        let file = format!(
            "name: {name}\n{more}expertise: [{{ topic: heat, level: {level}, last_used: 2026-05 }}]"
        );
        site = site.expert(&format!("person-{at}"), &file);
    }
    site
}

#[test]
fn an_order_follows_from_what_people_know_and_not_from_what_they_are_called() {
    let order = |site: &TestSite, question: &str| -> Vec<String> {
        let (edition, languages) = open(site.path());
        let index = finder::index(&edition, &languages[0], &languages);
        let found = people(&index, question);
        found.into_iter().map(|id| edition.experts[id].slug.clone()).collect()
    };
    let plain = [""; 6];
    let one = alike(["Anna", "Bert", "Cees", "Dirk", "Eva", "Frits"], plain);
    let other = alike(
        ["Zwaan", "Yildiz", "Aalbers", "Öztürk", "Bakker", "Łukasz"],
        [
            "pronouns: she/her\n",
            "pronouns: zij\n",
            "",
            "links: { web: \"https://a.example/\" }\n",
            "",
            "",
        ],
    );
    let first = order(&one, "heat");
    assert_eq!(first, order(&other, "heat"));
    // What counts the same stands in another order for another question, and not in that of the
    // alphabet for all of them.
    let mut sorted = first.clone();
    sorted[..4].sort();
    let questions = ["who knows heat?", "heat expert", "somebody for heat", "heat please"];
    let orders: Vec<Vec<String>> = questions.iter().map(|it| order(&one, it)).collect();
    assert!(orders.iter().any(|order| *order != first), "{orders:?}");
    assert!(orders.iter().chain([&first]).any(|order| order[..4] != sorted[..4]), "{orders:?}");
    for order in &orders {
        let better: Vec<bool> = order.iter().map(|slug| slug < &"person-4".to_owned()).collect();
        assert_eq!(better, [true, true, true, true, false, false], "{order:?}");
    }
    let again = order(&one, "heat");
    assert_eq!(first, again, "the same question has the same answer");
}

#[test]
fn the_terminal_says_kind_by_kind_what_was_found_and_why() {
    let site = TestSite::network()
        .expert(
            "anna",
            "name: Anna\nlanguages: [nl, es]\nlocation: { city: Assen, country: NL }\nexpertise: \
             [{ topic: heat networks, last_used: 2026-06 }, { topic: C++ }]",
        )
        .expert("bert", "name: Bert\nexpertise: [{ topic: \"C#\" }, { topic: heat networks }]")
        .file("topics/heat.md", "---\ntitle: Heat networks\nsynonyms: [warmtenetten]\n---\n")
        .file("organizations/heat-net.md", "---\ntitle: Heat Net\nplace: Emmen\n---\n");
    let folder = site.path().to_str().expect("UTF-8");
    let said = |question: &str| {
        let found = vakwerk(&["search", folder, question, "--date", "2026-11-23"]);
        String::from_utf8(found.stdout).expect("UTF-8")
    };
    let spoken = said("who knows heat networks in Assen and speaks Spanish?");
    assert!(spoken.contains("People (1)") && spoken.contains("Anna"), "{spoken}");
    assert!(spoken.contains("knows Heat networks, shown 2026-06"), "{spoken}");
    assert!(spoken.contains("is there; speaks it"), "{spoken}");
    assert!(spoken.contains("left out: who, knows, in, and, speaks"), "{spoken}");
    assert!(said("C++").contains("Anna") && !said("C++").contains("Bert"));
    assert!(said("C#").contains("Bert") && !said("C#").contains("Anna"));
    let relaxed = said("heat networks Rotterdam");
    assert!(relaxed.contains("left out: Rotterdam") && relaxed.contains("Bert"), "{relaxed}");
    // The name of an organization leads to it first.
    let named = said("heat net");
    let place = |word: &str| named.find(word).unwrap_or(usize::MAX);
    assert!(place("Organizations") < place("People"), "{named}");
    assert!(!said("networks -heat").contains("Anna"));
}
