//! What is said of people is true: no level that nobody claimed, no date more precise than it was
//! given, nothing recent without a date, and nobody hidden because it was long ago.

use crate::test_site::{TestSite, vakwerk};

const DAY: &str = "2026-11-23";

fn matching(site: &TestSite, more: &[&str]) -> String {
    let folder = site.path().to_str().expect("UTF-8");
    let output = vakwerk(&[&["match", folder][..], more, &["--date", DAY]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn site() -> TestSite {
    TestSite::network()
        .expert(
            "old",
            "name: Old Hand\nexpertise: [{ topic: heat, level: authority, last_used: 2009 }]",
        )
        .expert("bare", "name: Bare Claim\nexpertise: [law]")
        .file("requests/r.md", "---\ntitle: Who?\nneeds: [heat, law]\n---\n")
}

#[test]
fn the_only_one_who_ever_did_it_is_shown_last_and_marked() {
    let site = site();
    let said = matching(&site, &["heat"]);
    assert!(
        said.contains("Old Hand")
            && said.contains("past the shelf life")
            && said.contains("dormant"),
        "{said}"
    );
    assert!(said.contains("Nobody covers heat now.") && !said.contains("Nobody fits"), "{said}");
    let run = site.build().clean();
    let page = run
        .page("requests/r/")
        .says("Old Hand")
        .says("that is why they stand last")
        .says("dormant");
    let page = page.lacks("Nobody in the network fits");
    let at = |name: &str| page.html.find(name).expect("shown");
    assert!(at("Bare Claim") < at("Old Hand"));
    let team = &page.html[page.html.find("id=\"team\"").expect("a team is proposed")..];
    assert!(team.contains("Old Hand") && team.contains("(dormant)"), "{team}");
}

#[test]
fn whoever_did_it_lately_stands_before_whoever_did_it_better_long_ago() {
    let site =
        site().expert("new", "name: New Hand\nexpertise: [{ topic: heat, level: aware, last_used: 2026-10 }]").expert(
            "past",
            "name: Past Hand\navailability: open\nexpertise: [{ topic: heat, level: authority, last_used: 2023-01 }]",
        );
    let json: serde_json::Value =
        serde_json::from_str(&matching(&site, &["heat", "--format", "json"])).expect("JSON");
    let found: Vec<_> = json["experts"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| (&one["slug"], &one["past"]))
        .collect();
    assert_eq!(
        format!("{found:?}"),
        r#"[(String("new"), Bool(false)), (String("past"), Bool(true)), (String("old"), Bool(true))]"#
    );
    assert_eq!(json["gaps"], serde_json::json!([]));
}

#[test]
fn no_level_is_shown_that_nobody_claimed() {
    let run = site().build().clean();
    for path in ["experts/bare/index.html", "topics/law/index.html"] {
        run.page(path).lacks("class=\"level\"").lacks("practitioner");
    }
    run.page("requests/r/").lacks("practitioner");
    for file in
        ["expert.json", "resume.json", "jscontact.json", "jcard.json", "card4.vcf", "card.vcf"]
    {
        let text = std::fs::read_to_string(run.out.join("experts/bare").join(file))
            .expect("the file is there");
        let lower = text.to_lowercase();
        assert!(text.contains("law"), "{file}");
        assert!(
            !lower.contains("level")
                && !lower.contains("practitioner")
                && !lower.contains("average"),
            "{file}: {text}"
        );
    }
    let said = matching(&site(), &["law"]);
    assert!(said.contains("no level said 500") && !said.contains("practitioner"), "{said}");
}

#[test]
fn what_has_no_date_is_neither_recent_nor_past() {
    let run =
        TestSite::network().expert("bare", "name: Bare Claim\nexpertise: [law]").build().clean();
    run.page("").says("Bare Claim").lacks("Recently at work");
    run.page("network/").says("Undated").says("law 0 0 1");
    let run = site().build().clean();
    run.page("").lacks("Recently at work");
    let lately = site()
        .expert("new", "name: New Hand\nexpertise: [{ topic: heat, last_used: 2025-03 }]")
        .build();
    let home = lately.page("");
    let recent = &home.html[home.html.find("Recently at work").expect("somebody is")..];
    assert!(
        recent.contains("New Hand")
            && !recent.contains("Old Hand")
            && !recent.contains("Bare Claim")
    );
}

#[test]
fn a_year_stays_a_year() {
    let site = site()
        .expert(
            "year",
            "name: Year\nexpertise: [{ topic: wind, since: 1999 }, { topic: sun, last_used: 2024 }, { topic: tide, last_used: 2024-05-03 }]
experience: [{ title: Engineer, from: 2015, to: 2018, topics: [wind] }]
certificates: [{ title: C, date: 2017, topics: [rain] }]",
        )
        .project("p", "title: P\nperiod: { from: 2019, to: 2020 }\nteam: [year]\ntopics: [heat]");
    let run = site.build();
    for path in ["experts/year/", "topics/wind/", "topics/sun/", "", "projects/p/", "projects/"] {
        run.page(path).lacks("December").lacks("2018-12").lacks("2024-12").lacks("January 20");
    }
    run.page("experts/year/")
        .says("last shown 2018")
        .says("last shown 2024")
        .says("last shown May 2024")
        .says("since 1999");
    let data = std::fs::read_to_string(run.out.join("experts/year/expert.json"))
        .expect("the file is there");
    assert!(
        data.contains("\"last_shown\":\"2018\"") && data.contains("\"last_shown\":\"2024-05\""),
        "{data}"
    );
}
