//! What is told of events and news beside their pages: open data, the digest, differences between
//! versions, the calendar of one event, the zone of a site.

use crate::test_site::{Run, TestSite, digest, json, said};

fn people() -> TestSite {
    TestSite::network()
        .expert("amina", "name: Amina Saidi\nexpertise: [heat]")
        .expert("jan", "name: Jan de Vries\nexpertise: [heat]")
        .expert("zelda", "name: Zelda Qmark\nvisibility: hidden")
}

fn entry(site: TestSite, path: &str, front: &str) -> TestSite {
    site.file(path, &format!("---\n{front}\n---\n"))
}

fn calendar(run: &Run, path: &str) -> String {
    String::from_utf8_lossy(&run.files()[path]).replace("\r\n ", "")
}

#[test]
fn open_data_know_the_news_and_the_events_of_a_person() {
    let site = entry(
        people(),
        "events/evening.md",
        "title: An evening\nstart: 2026-12-17 15:30\nend: 2026-12-17 17:00\nzone: Europe/Amsterdam\n\
         place: Winsum\nspeakers: [jan, zelda]",
    );
    let site = entry(site, "events/open.md", "title: Open\nstart: 2026-12-20\nspeakers: [jan]");
    let secret = "title: Secret\nstart: 2026-12-21\nspeakers: [jan]\nvisibility: unlisted";
    let site = entry(site, "events/secret.md", secret);
    let site = entry(site, "news/2026-02-03-find.md", "title: A find\nauthors: [jan, zelda]");
    let draft = "title: Secret piece\nauthors: [jan]\nvisibility: hidden";
    let site = entry(site, "news/2026-02-04-draft.md", draft);
    let run = site.build();
    let data = json(&run, "experts/jan/expert.json");
    let evening = serde_json::json!({
        "event": { "name": "An evening", "url": "https://test.example/events/evening/" },
        "start": "2026-12-17T15:30:00+01:00",
        "end": "2026-12-17T17:00:00+01:00",
        "place": "Winsum",
    });
    let open = serde_json::json!({
        "event": { "name": "Open", "url": "https://test.example/events/open/" },
        "start": "2026-12-20",
    });
    assert_eq!(data["events"], serde_json::json!([evening, open]), "{data:#}");
    let find = serde_json::json!({
        "article": { "name": "A find", "url": "https://test.example/news/find/" },
        "date": "2026-02-03",
    });
    assert_eq!(data["news"], serde_json::json!([find]), "{data:#}");
    let other = json(&run, "experts/amina/expert.json");
    assert!(other["news"].is_null() && other["events"].is_null(), "{other:#}");
    let schema = json(&run, "expert.schema.json");
    for key in ["news", "events"] {
        assert!(schema["properties"][key]["description"].is_string(), "{schema:#}");
    }
    run.page("experts/jan/expert.json").lacks("Secret").lacks("Qmark").lacks("zelda");
}

#[test]
fn a_digest_tells_of_events_to_come_that_are_new() {
    let old = entry(people(), "events/old.md", "title: Old\nstart: 2026-12-01");
    let site = entry(people(), "events/moved.md", "title: Old\naliases: [old]\nstart: 2026-12-01");
    let site = entry(site, "events/new.md", "title: New\nstart: 2026-12-17 15:30\nplace: Winsum");
    let site = entry(site, "events/past.md", "title: Past\nstart: 2026-10-01");
    let site =
        entry(site, "events/secret.md", "title: Qmark\nstart: 2026-12-18\nvisibility: unlisted");
    let digest = |more: &[&str]| digest((&site, &old), more);
    let text = digest(&[]);
    let (_, events) = text.split_once("## Events to come\n\n").expect("new events");
    assert_eq!(
        events.lines().collect::<Vec<_>>(),
        ["- [New](https://test.example/events/new/): 17 December 2026; Winsum"]
    );
    let told = digest(&["--format", "json"]);
    assert!(!text.contains("Qmark") && !told.contains("secret"), "{told}");
    let told: serde_json::Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!(told["events"], serde_json::json!(["new"]));
}

#[test]
fn what_differs_in_an_event_and_in_news_is_said_in_words() {
    let site = TestSite::empty();
    let event = "---\ntitle: Evening\nstart: 2026-12-17 15:30\nzone: Europe/Amsterdam\nplace: Winsum\n\
                 group: circle\nspeakers: [jan, { name: A Guest }]\ntopics: [heat]\n---\nText\n";
    let moved = event
        .replace("12-17 15:30", "12-18 16:00")
        .replace("place: Winsum", "place: Haren\nend: 2026-12-18 18:00")
        .replace("[jan, { name: A Guest }]", "[{ name: A Guest }, amina]")
        .replace("Amsterdam", "Brussels");
    site.write("old/events/evening.md", event.as_bytes());
    site.write("new/events/evening.md", moved.as_bytes());
    let piece = "---\ntitle: Find\ndate: 2026-02-03\nauthors: [jan]\nsummary: Old.\n---\n";
    let later = piece.replace("02-03", "02-04").replace("[jan]", "[jan, bo]").replace("Old", "New");
    site.write("old/experts/jan/news/find.md", piece.as_bytes());
    site.write("new/experts/jan/news/find.md", later.as_bytes());
    let folder = |name: &str| site.path().join(name).to_str().expect("UTF-8").to_owned();
    let told = said(&["diff", &folder("old"), &folder("new")]);
    let lines: Vec<&str> = told.lines().map(str::trim).collect();
    assert_eq!(
        lines,
        [
            "events/evening.md",
            "moved to 2026-12-18 16:00, before 2026-12-17 15:30",
            "changed zone: Europe/Brussels, before Europe/Amsterdam",
            "moved to Haren, before Winsum",
            "added speaker *amina*",
            "removed speaker *jan*",
            "added end: 2026-12-18 18:00",
            "experts/jan/news/find.md",
            "changed date: 2026-02-04, before 2026-02-03",
            "added author *bo*",
            "changed summary: New., before Old.",
        ]
    );
}

#[test]
fn an_event_has_a_calendar_of_its_own_as_long_as_it_is_to_come() {
    let site = entry(people(), "events/evening.md", "title: An evening\nstart: 2026-12-17");
    let site = entry(site, "events/past.md", "title: Past\nstart: 2026-10-01");
    let secret = "title: Secret\nstart: 2026-12-21\nvisibility: unlisted";
    let run = entry(site, "events/secret.md", secret).build();
    run.page("events/evening/").contains("href=\"/events/evening/event.ics\"");
    run.page("events/secret/").contains("href=\"/events/secret/event.ics\"");
    run.page("events/past/").lacks("event.ics");
    let own = calendar(&run, "events/evening/event.ics");
    assert_eq!(own.matches("BEGIN:VEVENT").count(), 1, "{own}");
    assert!(own.contains("SUMMARY:An evening\r\n"), "{own}");
    let all = calendar(&run, "events/events.ics");
    let id = |calendar: &str| {
        let (_, rest) = calendar.split_once("SUMMARY:An evening").map_or(("", calendar), |it| it);
        let before =
            calendar[..calendar.len() - rest.len()].rsplit("UID:").next().map(str::to_owned);
        before.and_then(|id| id.lines().next().map(str::to_owned))
    };
    assert_eq!(id(&own), id(&all), "who has both has one event");
    assert!(!people().build().has("events/events.ics"));
}

#[test]
fn events_that_name_no_zone_are_in_that_of_the_site() {
    let with = |zone: &str| {
        let site = people().file(
            "vakwerk.yaml",
            &format!(
                "title: T\nkind: network\nlanguages: [en]\nbase_url: https://t.example\n{zone}\n"
            ),
        );
        let site = entry(site, "events/one.md", "title: One\nstart: 2026-12-17 15:30");
        let own = "title: Two\nstart: 2026-12-17 15:30\nzone: Asia/Kolkata";
        let site = entry(site, "events/two.md", own);
        let site = entry(site, "events/days.md", "title: Days\nstart: 2026-12-17");
        entry(site, "events/odd.md", "title: Odd\nstart: 2027-03-28 02:30").build()
    };
    let notes = |run: &Run| {
        let notes = run.notes().into_iter();
        notes.filter(|it| it.contains("zone") || it.contains("odd-time")).collect::<Vec<_>>()
    };
    let run = with("zone: europe/amsterdam");
    let all = calendar(&run, "events/events.ics");
    for line in ["DTSTART:20261217T143000Z", "DTSTART:20261217T100000Z", "VALUE=DATE:20261217"] {
        assert!(all.contains(line), "{line}: {all}");
    }
    run.page("events/one/").contains("Europe/Amsterdam").contains("15:30:00+01:00");
    run.page("events/two/").contains("Asia/Kolkata");
    run.page("events/days/").lacks("Europe/Amsterdam");
    let told = notes(&run);
    assert!(told.len() == 1 && told[0].starts_with("odd-time"), "{told:?}");
    let without = with("");
    assert_eq!(notes(&without).iter().filter(|it| it.starts_with("no-zone")).count(), 2);
    let broken = with("zone: Europe/Amsterdm");
    let told = notes(&broken);
    assert!(told.iter().any(|it| it.starts_with("unknown-zone")), "{told:?}");
}
