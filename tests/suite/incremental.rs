//! Any order of edits leads to the same bytes as a clean build.

use crate::test_site::TestSite;
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Edit {
    Expert(u8, String),
    Project(u8, u8, String),
    Remove(u8),
    Topic(u8, u8),
    Config(u8),
}

fn edit() -> impl Strategy<Value = Edit> {
    let word = "[a-zäöü ]{0,12}";
    prop_oneof![
        (0..4u8, word).prop_map(|(who, text)| Edit::Expert(who, text)),
        (0..3u8, 0..4u8, word).prop_map(|(which, who, text)| Edit::Project(which, who, text)),
        (0..7u8).prop_map(Edit::Remove),
        (0..3u8, 0..3u8).prop_map(|(topic, broader)| Edit::Topic(topic, broader)),
        (6..9u8).prop_map(Edit::Config),
    ]
}

fn apply(site: &TestSite, edit: &Edit) {
    match edit {
        Edit::Expert(who, text) => site.write(
            &format!("experts/e{who}.md"),
            format!("---\nname: \"Person {who} {text}\"\nexpertise: [topic {who}, topic 0]\nupdated: 2026-0{}\n---\n{text}\n", who + 1).as_bytes(),
        ),
        Edit::Project(which, who, text) => site.write(
            &format!("projects/p{which}.md"),
            format!("---\ntitle: \"Case {which} {text}\"\nteam: [{{ expert: e{who} }}, {{ expert: e0 }}]\ntopics: [topic {which}]\nclient: Client {text}\nperiod: {{ from: 2024 }}\n---\n").as_bytes(),
        ),
        Edit::Remove(which) => {
            let path = if *which < 4 { format!("experts/e{which}.md") } else { format!("projects/p{}.md", which - 4) };
            if site.path().join(&path).exists() {
                site.remove(&path);
            }
        }
        Edit::Topic(topic, broader) => site.write(
            &format!("topics/topic-{topic}.md"),
            format!("---\ntitle: Topic {topic}\nbroader: [topic {broader}]\n---\n").as_bytes(),
        ),
        Edit::Config(size) => site.write(
            "vakwerk.yaml",
            format!("title: Test {size}\nkind: network\npage_size: {size}\nlanguages: [en, nl]\n").as_bytes(),
        ),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_site_that_was_edited_equals_one_that_was_built_at_once(edits in prop::collection::vec(edit(), 1..6)) {
        let site = TestSite::network().expert("anchor", "name: Anchor");
        site.build();
        for edit in &edits {
            apply(&site, edit);
            site.build();
        }
        let warm = site.build();
        let cold = site.build_as("clean", &[]);
        prop_assert_eq!(warm.notes(), cold.notes());
        prop_assert!(warm.files() == cold.files());
    }
}
