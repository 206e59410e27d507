//! Team proposals, against a search through all teams that shares no code with the product.

use crate::test_site::TestSite;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use std::collections::VecDeque;
use vakwerk::edition::matching::graph::Graph;
use vakwerk::edition::matching::team::{Holder, Search};

/// A small network: who covers what and how well, and who is connected with whom.
#[derive(Debug, Clone)]
struct Network {
    needs: usize,
    points: Vec<Vec<u32>>,
    edges: Vec<(usize, usize)>,
}

fn network() -> impl Strategy<Value = Network> {
    (2..15_usize, 2..7_usize).prop_flat_map(|(people, needs)| {
        let points = prop::collection::vec(
            prop::collection::vec(prop_oneof![3 => Just(0_u32), 2 => 200..1000_u32], needs),
            people,
        );
        let edges = prop::collection::vec((0..people, 0..people), 0..people * 2);
        (Just(needs), points, edges).prop_map(|(needs, points, edges)| Network {
            needs,
            points,
            edges,
        })
    })
}

impl Network {
    fn hops(&self, from: usize) -> Vec<u32> {
        let mut far = vec![4; self.points.len()];
        far[from] = 0;
        let mut open = VecDeque::from([from]);
        while let Some(at) = open.pop_front() {
            for (a, b) in &self.edges {
                for (one, other) in [(*a, *b), (*b, *a)] {
                    if one == at && far[other] == 4 && far[at] < 3 {
                        far[other] = far[at] + 1;
                        open.push_back(other);
                    }
                }
            }
        }
        far
    }

    /// The cost of the cheapest team and the size of the smallest, by looking at every group of
    /// people.
    fn by_force(&self) -> Option<(u32, usize)> {
        let able = |who: usize, need: usize| self.points[who][need] >= 300;
        let people = self.points.len();
        let wanted: Vec<usize> =
            (0..self.needs).filter(|need| (0..people).any(|who| able(who, *need))).collect();
        if wanted.is_empty() {
            return None;
        }
        let hops: Vec<Vec<u32>> = (0..people).map(|from| self.hops(from)).collect();
        let price = |who: usize, steps: u32| {
            let own: Vec<u32> = (0..self.needs)
                .filter(|need| able(who, *need))
                .map(|need| self.points[who][need])
                .collect();
            let mean = own.iter().sum::<u32>() / u32::try_from(own.len()).expect("few");
            1000 + 300 * steps + (1000 - mean) / 2
        };
        let (mut cheapest, mut smallest) = (u32::MAX, usize::MAX);
        for group in 1_u32..1 << people {
            let team: Vec<usize> = (0..people).filter(|who| group >> who & 1 == 1).collect();
            let useful = team.iter().all(|who| (0..self.needs).any(|need| able(*who, need)));
            if !useful || !wanted.iter().all(|need| team.iter().any(|who| able(*who, *need))) {
                continue;
            }
            smallest = smallest.min(team.len());
            for centre in &team {
                cheapest =
                    cheapest.min(team.iter().map(|who| price(*who, hops[*centre][*who])).sum());
            }
        }
        Some((cheapest, smallest))
    }

    fn proposed(&self) -> Option<(u32, usize)> {
        let holders: Vec<Holder> = self
            .points
            .iter()
            .enumerate()
            .filter_map(|(who, points)| Holder::of(who, points))
            .collect();
        let neighbours = (0..self.points.len()).map(|who| {
            let pairs = self.edges.iter().flat_map(|(a, b)| [(*a, *b), (*b, *a)]);
            pairs
                .filter(|(one, other)| *one == who && one != other)
                .map(|(_, other)| other)
                .collect::<Vec<_>>()
        });
        let graph = Graph::new(neighbours);
        Search::new(&holders, &graph).best().map(|choice| (choice.cost, choice.members.len()))
    }
}

#[test]
fn the_proposed_team_is_the_cheapest_of_all_teams() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut networks, mut smallest) = (0_u32, 0_u32);
    while networks < 2000 {
        let network = network().new_tree(&mut runner).expect("a network").current();
        let (proposed, optimum) = (network.proposed(), network.by_force());
        // Nobody who could cover anything, and no proposal, go together.
        assert_eq!(proposed.is_some(), optimum.is_some(), "{network:?}");
        let (Some((cost, size)), Some((cheapest, least))) = (proposed, optimum) else { continue };
        assert_eq!(cost, cheapest, "{network:?}");
        networks += 1;
        smallest += u32::from(size == least);
    }
    assert!(smallest * 100 >= networks * 99, "{smallest} of {networks} are as small as can be");
}

fn question() -> TestSite {
    TestSite::network()
        .expert("jan", "name: Jan\nexpertise: [{ topic: heat, level: expert, last_used: 2026-10 }]")
        .expert("amina", "name: Amina\nexpertise: [{ topic: law, level: expert, last_used: 2026-10 }]")
        .expert("wei", "name: Wei\nexpertise: [{ topic: law, level: authority, last_used: 2026-10 }]")
        .expert(
            "closed",
            "name: Closed\navailability: closed\nexpertise: [{ topic: heat, level: authority, last_used: 2026-10 }]",
        )
        .expert(
            "quiet",
            "name: Quiet\nmatchable: false\nexpertise: [{ topic: heat, level: authority, last_used: 2026-10 }]",
        )
        .project("south", "title: South\nperiod: { from: 2024 }\nteam: [{ expert: jan }, { expert: amina }]")
        .file("requests/coop.md", "---\ntitle: Cooperative\nneeds: [heat, law, whaling]\n---\n")
}

#[test]
fn a_request_proposes_a_connected_team_and_names_its_gaps() {
    let run = question().build().clean();
    let text = run.page("requests/coop/").text();
    let team = text.split("A team for this").nth(1).expect("a team is proposed");
    // Wei is the better lawyer, but Amina has worked with Jan.
    let first = team.split("Another team").next().expect("the best team");
    assert!(first.contains("Jan") && first.contains("Amina") && !first.contains("Wei"), "{team}");
    assert!(team.contains("Another team (1)") && team.contains("Wei"), "{team}");
    assert!(!text.contains("Quiet") && !text.contains("Closed"), "{text}");
    assert!(text.contains("Nobody who may be proposed here covers this now: whaling"), "{text}");
}

#[test]
fn what_a_team_covers_stands_in_a_strip_of_topics_by_people() {
    let page = question().build().page("requests/coop/");
    let strip =
        page.html.split("class=\"strip\"").nth(1).and_then(|rest| rest.split("</table>").next());
    let strip = strip.expect("the first team has a strip");
    let rows: Vec<&str> = strip.split("<tr>").collect();
    assert!(rows[1].contains("Jan</span>") && rows[1].contains("Amina</span>"), "{strip}");
    let marks: Vec<usize> = rows[2..].iter().map(|row| row.matches("<td>").count()).collect();
    assert_eq!(marks, [2, 2, 2], "each of three topics has a cell for each of two: {strip}");
    let said: Vec<usize> =
        rows[2..].iter().map(|row| row.matches("mark current").count()).collect();
    assert_eq!(said, [1, 1, 0], "heat and law have somebody, whaling has nobody: {strip}");
}

#[test]
fn nothing_about_a_person_but_what_bears_on_the_question_counts() {
    let site = |pronouns: &str, photo: &str| {
        let run = question()
            .expert(
                "jan",
                &format!(
                    "name: Jan\n{pronouns}\n{photo}\nexpertise: [{{ topic: heat, level: expert, last_used: 2026-10 }}]"
                ),
            )
            .build();
        let text = run.page("requests/coop/").text();
        text.split("Who fits").nth(1).expect("candidates").to_owned()
    };
    assert_eq!(
        site("pronouns: she/her", "awards: [{ title: Best of all }]"),
        site("pronouns: he/him", "roles: [chief]")
    );
}

#[test]
fn offers_and_asks_find_each_other_reciprocal_ones_first() {
    let run = TestSite::network()
        .expert("jan", "name: Jan\nexpertise: [{ topic: heat, level: expert, last_used: 2026-10 }]\noffers: [{ title: Scan, topics: [heat] }]\nasks: [{ title: Contract help, topics: [law] }]")
        .expert("amina", "name: Amina\nexpertise: [{ topic: law, level: aware, last_used: 2024-01 }]\noffers: [{ title: Contract check, topics: [law] }]\nasks: [{ title: Warm house, topics: [heat] }]")
        .expert("wei", "name: Wei\nexpertise: [{ topic: law, level: authority, last_used: 2026-10 }]\noffers: [{ title: Big contracts, topics: [law] }]")
        .build()
        .clean();
    let jan = run.page("experts/jan/").text();
    let asks = jan.split("Contract help").nth(1).expect("the ask is there");
    let (amina, wei) = (asks.find("Contract check"), asks.find("Big contracts"));
    assert!(amina.is_some() && wei.is_some() && amina < wei, "{asks}");
    assert!(asks.contains("goes both ways"), "{asks}");
    run.page("experts/wei/").says("Contract help");
}

#[test]
fn rings_of_three_are_named_once() {
    let person = |offer: &str, ask: &str| {
        format!(
            "name: {offer}-giver\nexpertise: [{{ topic: {offer}, last_used: 2026-01 }}]\noffers: [{{ title: o, topics: [{offer}] }}]\nasks: [{{ title: a, topics: [{ask}] }}]"
        )
    };
    let run = TestSite::network()
        .expert("a", &person("heat", "law"))
        .expert("b", &person("law", "water"))
        .expert("c", &person("water", "heat"))
        .build()
        .clean();
    let text = run.page("network/").text();
    assert_eq!(text.matches("→").count(), 3, "{text}");
}

#[test]
fn a_question_that_is_not_a_file_is_answered_in_the_terminal_with_every_term() {
    let site = question()
        .file("topics/heat.md", "---\ntitle: Heat\nsynonyms: [warmth]\nbroader: [energy]\n---\n");
    let folder = site.path().to_str().expect("UTF-8");
    let ask = |more: &[&str]| {
        let arguments =
            [&["match", folder, "Warmth, law, sailing", "--date", "2026-11-23"], more].concat();
        crate::test_site::vakwerk(&arguments)
    };
    let output = ask(&["--team", "--format", "json"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("`sailing`"));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let slugs: Vec<&str> = json["experts"]
        .as_array()
        .expect("experts")
        .iter()
        .filter_map(|one| one["slug"].as_str())
        .collect();
    // The other two fit equally well.
    assert!(slugs.len() == 3 && slugs[0] == "wei", "{slugs:?}");
    assert_eq!(json["unknown"], serde_json::json!(["sailing"]));
    for one in json["experts"].as_array().expect("experts") {
        // Whoever reads the terms can add up the score.
        let points: u64 = one["terms"]
            .as_array()
            .expect("terms")
            .iter()
            .filter_map(|term| term["points"].as_u64())
            .sum();
        let bonuses: u64 = one["bonuses"]
            .as_array()
            .expect("bonuses")
            .iter()
            .filter_map(|bonus| bonus["points"].as_u64())
            .sum();
        assert_eq!(one["cover"].as_u64(), Some(points / 2));
        assert_eq!(one["score"].as_u64(), Some(points / 2 + bonuses));
        for term in one["terms"].as_array().expect("terms") {
            let number = |key: &str| term[key].as_u64().expect("a number");
            let worth = number("level_permille")
                * number("freshness_permille")
                * (600 + number("strength") * 2 / 5)
                / 1_000_000;
            assert_eq!(number("score"), worth * number("likeness_permille") / 1000);
            let having = if term["level"] == "aware" { 250 } else { 500 };
            assert_eq!(number("points"), (having + worth / 2) * number("likeness_permille") / 1000);
        }
    }
    let mut team: Vec<&str> = json["team"]["members"]
        .as_array()
        .expect("members")
        .iter()
        .filter_map(|one| one["slug"].as_str())
        .collect();
    team.sort_unstable();
    assert_eq!(team, ["amina", "jan"]);
    let text = String::from_utf8_lossy(&ask(&["--near", "Groningen"]).stdout).into_owned();
    assert!(text.contains("Nobody fits."), "nobody is there: {text}");
}

#[test]
fn the_network_as_a_whole_is_told_in_the_terminal() {
    let site = TestSite::network()
        .expert("jan", "name: Jan\nexpertise: [{ topic: heat, last_used: 2024-01 }, { topic: wells, last_used: 2010-01 }]\nasks: [{ title: a, topics: [wells] }]")
        .expert("amina", "name: Amina\nexpertise: [{ topic: law, last_used: 2026-10 }]");
    let folder = site.path().to_str().expect("UTF-8");
    let output =
        crate::test_site::vakwerk(&["insight", folder, "--date", "2026-11-23", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(
        json["passing"],
        serde_json::json!([{ "month": "2027-01", "expert": "jan", "topic": "heat" }])
    );
    assert_eq!(json["unmet"], serde_json::json!([{ "topic": "wells", "asked": 1 }]));
    assert_eq!(json["unasked"], serde_json::json!(["heat", "law"]));
    assert_eq!(json["isolated"], serde_json::json!(["amina", "jan"]));
    assert_eq!(json["single"].as_array().map(Vec::len), Some(2));
    let years = json["years"].as_array().expect("years");
    let fresh = |year: i64| {
        years.iter().find(|row| row["year"] == year).and_then(|row| row["fresh"].as_u64())
    };
    assert_eq!(
        (fresh(2024), fresh(2026), fresh(2027), fresh(2030)),
        (Some(1), Some(2), Some(1), Some(0))
    );
}

/// What a question is answered, with slugs mapped back to the names they stand for.
fn answered(site: &TestSite, threads: &str) -> serde_json::Value {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_vakwerk"))
        .args([
            "match",
            site.path().to_str().expect("UTF-8"),
            "heat, law, wells",
            "--team",
            "--format",
            "json",
        ])
        .args(["--date", "2026-11-23"])
        .env("RAYON_NUM_THREADS", threads)
        .output()
        .expect("the program starts");
    let mut json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    for list in ["experts", "nearest"] {
        for one in json[list].as_array_mut().expect("people") {
            one["slug"] = serde_json::Value::Null;
        }
    }
    json["team"] = serde_json::Value::Null;
    json["alternatives"] = serde_json::Value::Null;
    json
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn neither_slugs_nor_files_nor_threads_change_an_answer(
        people in prop::collection::vec((0..3_usize, 1..5_u8, 2018..2026_u16), 3..9),
        turn in 0..50_usize,
    ) {
        let topics = ["heat", "law", "wells"];
        let site = |slug: &dyn Fn(usize) -> String, order: &dyn Fn(usize) -> usize| {
            (0..people.len()).map(order).fold(TestSite::network(), |site, at| {
                let (topic, level, year) = people[at];
                let topic = topics[topic];
                site.expert(
                    &slug(at),
                    &format!(
                        "name: Person {at}\nexpertise: [{{ topic: {topic}, level: {level}, last_used: {year}-0{} }}]",
                        at + 1
                    ),
                )
            })
        };
        let plain = answered(&site(&|at| format!("p{at}"), &|at| at), "1");
        let count = people.len();
        let turned = answered(&site(&|at| format!("q{}", (at * 7 + turn) % 101), &|at| (at + turn) % count), "2");
        prop_assert_eq!(plain, turned);
    }
}
