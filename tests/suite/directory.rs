//! A directory of 700 people with the faults that real ones have: nothing panics, each is reported,
//! the rest is built.

use crate::test_site::{Run, TestSite};
use std::collections::BTreeMap;

const PEOPLE: usize = 700;

/// Names as people have them, and the ids that spreadsheets and forms made of them.
const IDS: [&str; 12] = [
    "Jan de Vries",
    "José Ñúñez",
    "O'Neill",
    "Şükrü Işık",
    "ILGIN İNCİ",
    "0x174",
    "0sahene",
    "1e5",
    "null",
    "müller_straße",
    "Łukasz Żółw",
    "d’Arc, Jeanne",
];

/// Faults by turns: what stands in the profile, and the code of what is said of it.
const FAULTS: [(&str, Option<&str>); 24] = [
    ("headline: Fine", None),
    ("links: { orcid: someone@example.org }", Some("broken-orcid")),
    ("flow: Water that is warm", None),
    ("links: { website: \"hhttps://example.org/a\" }", Some("tidied")),
    ("links: { website: \" https://example.org/b\" }", Some("tidied")),
    ("links: { website: example.org/c }", Some("tidied")),
    ("links: { website: \"javascript:alert(1)\" }", Some("unsafe-link")),
    ("headlin: Misspelt", Some("unknown-key")),
    ("headline: { nl: Kop, en: Head }", Some("wrong-type")),
    ("expertise: heat networks", Some("wrong-type")),
    ("languages: [Dutch]", Some("broken-language")),
    ("location: { city: Groningen, country: Holand }", Some("unknown-country")),
    ("contact: { email: \"jan [at] example.org\" }", Some("broken-email")),
    ("contact: { phone: see my website }", Some("broken-phone")),
    ("updated: 31-02-2026", Some("broken-date")),
    ("availability: { status: maybe }", Some("broken-value")),
    ("headline: Energy: the future", Some("mended")),
    ("headline: One\nheadline: Two", Some("duplicate-key")),
    ("headline: \"Unclosed", Some("broken-yaml")),
    ("expertise: [Heat Networks, heat networks]", None),
    ("expertise: [HEAT NETWORKS, Heat networks, heat Networks, hEAT nETWORKS]", None),
    ("photo: gone.jpg", Some("missing-image")),
    ("expertise: [{ topic: law, since: 2030, last_used: 2040 }]", Some("future-evidence")),
    ("who: I <3 pumps", None),
];

const BODY: &str = "I build things </3 and <3, says {{ name }}.\n";

fn directory() -> TestSite {
    let mut site = TestSite::network();
    for number in 0..PEOPLE {
        let (fault, _) = FAULTS[number % FAULTS.len()];
        let id = IDS[number % IDS.len()];
        let body = if number % 5 == 0 { BODY } else { "" };
        let text = format!("---\nname: \"{id} {number}\"\n{fault}\n---\n{body}");
        site = site.file(&format!("experts/{id} {number}.md"), &text);
    }
    let twin = "links: { orcid: https://orcid.org/0000-0002-1825-0097 }";
    site.expert("twin-one", &format!("name: Twin\nheadline: One\n{twin}"))
        .expert("twin-two", &format!("name: Twin\nheadline: Two\n{twin}"))
        .file("topics.yaml", "- title: Heat networks\n  synonyms: [district heating]\n")
}

fn codes(run: &Run) -> BTreeMap<String, usize> {
    let mut codes = BTreeMap::new();
    for note in run.json["diagnostics"].as_array().expect("notes") {
        *codes.entry(note["code"].as_str().expect("a code").to_owned()).or_default() += 1;
    }
    codes
}

#[test]
fn a_directory_with_the_faults_of_real_ones_is_built_and_each_is_told() {
    let run = directory().build();
    assert_eq!(run.status, 3, "{:#?}", codes(&run));
    let told = codes(&run);
    let mut expected: BTreeMap<String, usize> = BTreeMap::new();
    for number in 0..PEOPLE {
        if let Some(code) = FAULTS[number % FAULTS.len()].1 {
            *expected.entry(code.to_owned()).or_default() += 1;
        }
    }
    for (code, times) in &expected {
        assert!(
            told.get(code).is_some_and(|found| found >= times),
            "{code}: {times} planted, {told:?} told"
        );
    }
    assert_eq!(told.get("same-person"), Some(&1));
    assert!(told["markup-in-text"] > PEOPLE / 8, "{told:?}");
    // Everybody is there but those whose front matter is no YAML.
    let broken = expected["broken-yaml"];
    let experts = std::fs::read_dir(run.out.join("experts")).expect("the list is there");
    let pages = experts
        .filter(|entry| entry.as_ref().expect("readable").path().join("index.html").exists());
    let lists = ["letter", "place", "page", "language", "availability"];
    let people = pages.filter(|entry| {
        !lists.contains(&entry.as_ref().expect("readable").file_name().to_string_lossy().as_ref())
    });
    assert_eq!(people.count(), PEOPLE + 2 - broken);
    for address in [
        "experts/jan-de-vries-0/",
        "experts/sukru-isik-3/",
        "experts/0x174-5/",
        "experts/0sahene-6/",
        "experts/lukasz-zolw-10/",
    ] {
        run.page(address);
    }
    run.page("experts/jan-de-vries-0/")
        .says("</3 and <3, says {{ name }}.".replace('<', "&lt;").as_str());
}

#[test]
fn the_same_directory_as_one_list_is_built_as_well() {
    let mut list = String::new();
    for number in 0..PEOPLE {
        let (fault, code) = FAULTS[number % FAULTS.len()];
        if code == Some("broken-yaml") {
            continue;
        }
        let id = IDS[number % IDS.len()];
        list.push_str(&format!(
            "'{} {number}':\n  name: Person {number}\n",
            id.replace('\'', "''")
        ));
        for line in fault.lines() {
            list.push_str(&format!("  {line}\n"));
        }
    }
    list.push_str("0x174:\n  name: A number as key\n0sahene:\n  name: Almost a number\n");
    let run = TestSite::network().file("experts.yaml", &list).build();
    assert_eq!(run.status, 3);
    let told = codes(&run);
    assert!(!told.contains_key("broken-yaml"), "{told:?}");
    run.page("experts/jan-de-vries-0/").says("Person 0");
    run.page("experts/0sahene/").says("Almost a number");
    run.page("experts/0x174-5/").says("Person 5");
}
