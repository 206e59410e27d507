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
    assert!(
        said.contains("Nobody who may be proposed covers heat now.")
            && !said.contains("Nobody fits"),
        "{said}"
    );
    let run = site.build().clean();
    let page = run
        .page("requests/r/")
        .says("Old Hand")
        .says("that is why they stand last")
        .says("dormant");
    let page = page.lacks("Nobody who may be proposed here fits");
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

#[test]
fn what_lies_ahead_is_planned_and_told_as_done_nowhere() {
    let site = TestSite::network()
        .expert(
            "ida",
            "name: Ida
expertise: [heat]
experience: [{ title: Chief, organization: Zq Works, from: 2028-01 }]
education: [{ title: Study, organization: Zq School, from: 2028 }]
certificates: [{ title: Zq Licence, date: 2027-02-03, topics: [heat] }]
talks: [{ title: A talk, date: 2027 }]
publications: [{ title: A book, year: 2028 }]
awards: [{ title: Zq Prize, date: 2029 }]",
        )
        .project("p", "title: Dike\nperiod: { from: 2028 }\nteam: [ida]\ntopics: [heat]")
        .project("q", "title: Lock\nperiod: { from: 2027-01, to: 2028 }\nteam: [ida]");
    let run = site.build();
    let planned = |note: &&String| note.starts_with("planned ");
    assert_eq!(run.notes().iter().filter(planned).count(), 8, "{:#?}", run.notes());
    let page = run
        .page("experts/ida/")
        .says("January 2028 (planned) Chief")
        .says("2028 (planned) Study")
        .says("3 February 2027 (planned) Zq Licence")
        .says("2029 (planned) Zq Prize")
        .says("date unknown");
    assert!(!page.text().contains("– now"), "{}", page.text());
    let graph = page.html.split_once("ld+json").expect("a graph").1;
    let graph = graph.split_once("</script>").expect("an end").0;
    assert!(!graph.contains("Zq"), "{graph}");
    run.page("projects/p/").says("2028 (planned)").lacks("– now").lacks("temporalCoverage");
    run.page("projects/q/").says("January 2027 – 2028 (planned)").lacks("temporalCoverage");
    run.page("projects/").says("2028 (planned)").says("January 2027 – 2028 (planned)");
    run.page("experts/ida/card.vcf").lacks("ORG:Zq Works");
    // The day comes, and nobody writes anything.
    let run = site.build_as("public", &["--date", "2028-01-01"]);
    run.page("projects/p/").says("2028 – now").contains("\"temporalCoverage\":\"2028/..\"");
    run.page("experts/ida/").says("January 2028 – now Chief").says("3 February 2027 Zq Licence");
}

#[test]
fn what_lies_ahead_this_month_shows_nothing_yet() {
    for item in [
        "talks: [{ title: A talk, date: 2026-11-28, topics: [heat] }]",
        "publications: [{ title: A book, date: 2026-11-28, topics: [heat] }]",
        "certificates: [{ title: Zq Licence, date: 2026-11-28, topics: [heat] }]",
        "experience: [{ title: Chief, from: 2026-11-28, to: 2026-11-29, topics: [heat] }]",
    ] {
        let awards = "awards: [{ title: Zq Prize, date: 2026-11-28 }]";
        let dike = "title: Dike\nperiod: { from: 2026-11-28 }\nteam: [ida]\ntopics: [heat]";
        let run = TestSite::network()
            .expert("ida", &format!("name: Ida\nexpertise: [heat]\n{awards}\n{item}"))
            .project("p", dike)
            .build();
        run.page("experts/ida/").says("date unknown");
        run.page("experts/ida/resume.json").lacks("Zq");
    }
}

#[test]
fn an_end_that_cannot_be_read_takes_the_beginning_away_from_nobody() {
    let run = TestSite::network()
        .expert("jan", "name: Jan\nexpertise: [heat]")
        .project("p", "title: Dike\nteam: [jan]\ntopics: [heat]\nperiod: { from: 2010, to: soon }")
        .project("q", "title: Lock\nperiod: { from: 2012, to: 2011 }")
        .build();
    assert_eq!(run.notes().len(), 2, "{:#?}", run.notes());
    run.page("projects/p/").says("2010 – ?").lacks("temporalCoverage");
    run.page("projects/q/").says("2012 – ?");
    run.page("experts/jan/").says("date unknown");
    assert!(!run.has("projects/year/2013/index.html"));
}

#[test]
fn a_position_that_is_to_end_shows_what_was_confirmed_of_it() {
    let position = "experience: [{ title: Engineer, from: 2024-02, to: 2030, topics: [hydro] }]";
    let profile = format!("name: Ada\nupdated: 2026-03\nexpertise: [hydro]\n{position}");
    let run = TestSite::network().expert("ada", &profile).build().clean();
    run.page("experts/ada/").says("last shown March 2026 in Engineer").says("February 2024 – 2030");
}

#[test]
fn whoever_is_not_available_is_not_nobody() {
    let site = TestSite::network()
        .expert("busy", "name: Busy Bee\navailability: closed\nexpertise: [{ topic: heat, last_used: 2026-05 }]")
        .expert("shy", "name: Shy One\navailability: closed\nmatchable: false\nexpertise: [{ topic: law, last_used: 2026-05 }]")
        .expert("free", "name: Free\nexpertise: [{ topic: wind, last_used: 2026-05 }]")
        .file("requests/r.md", "---\ntitle: Who?\nneeds: [heat, law, wind]\n---\n");
    let run = site.build().clean();
    run.page("requests/r/")
        .says("Covered, but by nobody who is available now: heat ( Busy Bee )")
        .says("Nobody who may be proposed here covers this now: law")
        .lacks("Shy One");
    let said = matching(&site, &["heat"]);
    assert!(said.contains("Only people who are not available cover heat now: Busy Bee."), "{said}");
    let said = matching(&site, &["law"]);
    assert!(
        said.contains("Nobody who may be proposed covers law now.") && !said.contains("Shy"),
        "{said}"
    );
}
