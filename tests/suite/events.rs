//! Events: when each is, in the world and on the clock of its place, and where it stands.

use crate::test_site::{Run, TestSite, cards};
use std::path::{Path, PathBuf};
use std::process::Command;

fn site() -> TestSite {
    TestSite::network()
        .expert("amina", "name: Amina Saidi\nexpertise: [heat]")
        .expert("jan", "name: Jan de Vries\nexpertise: [heat]")
        .file("groups/circle.md", "---\ntitle: Heat circle\nmembers: [amina]\n---\n")
}

fn event(site: TestSite, slug: &str, front: &str) -> TestSite {
    site.file(&format!("events/{slug}.md"), &format!("---\n{}\n---\n", front.trim()))
}

fn calendar(run: &Run, path: &str) -> String {
    let files = run.files();
    String::from_utf8_lossy(&files[path]).replace("\r\n ", "")
}

/// The Python with which calendars are read.
#[expect(clippy::print_stdout, reason = "a check that is skipped is seen")]
fn python() -> Option<PathBuf> {
    let installed = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/python/.venv/bin/python");
    let has_reader = Command::new(&installed).args(["-c", "import icalendar"]).output();
    if has_reader.is_ok_and(|tried| tried.status.success()) {
        return Some(installed);
    }
    assert!(std::env::var_os("CI").is_none(), "icalendar is missing; `.ci/run` installs it");
    println!("skipped, because icalendar is missing; `.ci/run` installs it");
    None
}

/// Reads the calendar of all events with a library of others: each begins when its line says.
fn read_back(site: &TestSite, lines: &[&str]) {
    let Some(python) = python() else { return };
    let reader = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/read_calendar.py");
    let file = site.path().join("public/events/events.ics");
    let read = Command::new(python).arg(reader).arg(file).output().expect("Python starts");
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    let read: serde_json::Value = serde_json::from_slice(&read.stdout).expect("JSON");
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let begins = |line: &str| digits(line.rsplit(':').next().unwrap_or_default());
    let mut told: Vec<String> = lines.iter().map(|line| begins(line)).collect();
    let events = read[0].as_array().expect("events");
    let mut found: Vec<String> =
        events.iter().map(|event| digits(event[1].as_str().expect("a start"))).collect();
    told.sort();
    found.sort();
    assert_eq!(told, found);
}

#[test]
fn an_event_stands_with_its_speakers_its_group_and_its_topics_and_leads_back() {
    let site = event(
        site(),
        "evening",
        "title: An evening\nstart: 2026-12-17 15:30\nend: 2026-12-17 17:30\n\
         zone: Europe/Amsterdam\nplace: Winsum\ngroup: Heat circle\n\
         speakers: [jan, { name: A Guest }]\ntopics: [heat]",
    );
    let run = site.build().clean();
    let page = run.page("events/evening/");
    let page = page.contains("/experts/jan/").contains("/groups/circle/").contains("A Guest");
    let page = page.contains("15:30–17:30").contains("2026-12-17T15:30:00+01:00");
    page.contains("\"@type\":\"Event\"").contains("OfflineEventAttendanceMode");
    for path in ["experts/jan/", "groups/circle/", "topics/heat/", ""] {
        run.page(path).contains("/events/evening/");
    }
    run.page("experts/amina/").lacks("/events/evening/");
    let own = calendar(&run, "groups/circle/events.ics");
    assert!(own.contains("DTSTART:20261217T143000Z\r\nDTEND:20261217T163000Z"), "{own}");
    run.page("events/").contains("/events/events.ics");
    let map = calendar(&run, "sitemap.xml");
    assert!(map.contains("/events/evening/") && map.contains("/events/2026/"), "{map}");
}

#[test]
fn calendars_are_right_over_two_changes_of_the_clock() {
    let mut site = site();
    // On both sides of two changes, in three zones.
    let wanted: [(&str, &str, &str); 8] = [
        ("2026-10-24 20:00", "Europe/Amsterdam", "DTSTART:20261024T180000Z"),
        ("2026-10-25 20:00", "Europe/Amsterdam", "DTSTART:20261025T190000Z"),
        ("2027-03-27 20:00", "europe/amsterdam", "DTSTART:20270327T190000Z"),
        ("2027-03-28 20:00", "Europe/Amsterdam", "DTSTART:20270328T180000Z"),
        ("2027-03-28 20:00", "Asia/Kolkata", "DTSTART:20270328T143000Z"),
        ("2026-11-01 20:00", "America/New_York", "DTSTART:20261102T010000Z"),
        ("2026-12-01", "Europe/Amsterdam", "DTSTART;VALUE=DATE:20261201"),
        ("2026-12-02 09:00", "", "DTSTART:20261202T090000\r\n"),
    ];
    for (at, (start, zone, _)) in wanted.iter().enumerate() {
        let zone = if zone.is_empty() { String::new() } else { format!("\nzone: {zone}") };
        site = event(site, &format!("e{at}"), &format!("title: E{at}\nstart: {start}{zone}"));
    }
    let all = calendar(&site.build(), "events/events.ics");
    for (.., line) in wanted {
        assert!(all.contains(line), "{line}: {all}");
    }
    read_back(&site, &wanted.map(|(.., line)| line));
    // The same bytes, whatever the clock and the zone of the machine.
    let again = site.build_as("again", &[]);
    assert_eq!(all, calendar(&again, "events/events.ics"));
}

#[test]
fn the_last_day_of_whole_days_belongs_to_them_and_a_title_cannot_break_a_line() {
    let site = event(
        site(),
        "days",
        "title: \"Two, days; of\\\\heat ✓ and so many words that the line is folded by all means\"\n\
         start: 2027-03-25\nend: 2027-03-26",
    );
    let run = site.build();
    let raw = String::from_utf8_lossy(&run.files()["events/events.ics"]).into_owned();
    assert!(raw.split("\r\n").all(|line| line.len() <= 75), "{raw}");
    let all = calendar(&run, "events/events.ics");
    assert!(all.contains("DTEND;VALUE=DATE:20270327"), "{all}");
    assert!(all.contains("SUMMARY:Two\\, days\\; of\\\\heat ✓"), "{all}");
}

#[test]
fn what_is_over_stands_apart_from_the_day_after_its_last() {
    let site = event(site(), "past", "title: Past\nstart: 2026-11-20\nend: 2026-11-23");
    let site = event(site, "soon", "title: Soon\nstart: 2026-12-01");
    let site = event(site, "later", "title: Later\nstart: 2027-02-01");
    let site = event(site, "old", "title: Old\nstart: 2025-02-01");
    let today = site.build_as("out", &["--date", "2026-11-23"]);
    assert_eq!(
        cards(&today, "events/"),
        ["/events/past/", "/events/soon/", "/events/later/", "/events/old/"]
    );
    assert_eq!(cards(&today, "events/2026/").len(), 2);
    let tomorrow = site.build_as("out", &["--date", "2026-11-24"]);
    assert_eq!(
        cards(&tomorrow, "events/"),
        ["/events/soon/", "/events/later/", "/events/past/", "/events/old/"]
    );
    tomorrow.page("").contains("/events/soon/").lacks("/events/past/");
}

#[test]
fn nobody_who_may_not_be_seen_speaks_and_no_group_that_is_in_no_list_is_named() {
    let site = site()
        .expert("bo", "name: Bo Marker\nvisibility: hidden")
        .file("groups/quiet.md", "---\ntitle: Quiet Marker\nvisibility: unlisted\n---\n");
    let site = event(site, "a", "title: A\nstart: 2026-12-01\nspeakers: [bo, Bo Marker, jan]");
    let site = event(site, "b", "title: B\nstart: 2026-12-01\ngroup: quiet");
    let site = event(site, "c", "title: C Marker\nstart: 2026-12-01\nvisibility: hidden");
    let run = site.build();
    run.page("events/a/").contains("/experts/jan/");
    assert!(run.has("events/b/") && !run.has("events/c/"));
    for (path, bytes) in run.files() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(path.starts_with("groups/quiet/") || !text.contains("Marker"), "{path}");
    }
}

/// Moments as content editors, spreadsheets and people write them.
#[test]
fn moments_as_programs_write_them_are_read_on_the_clock_of_the_place() {
    let mut site = site();
    let wanted = [
        ("2026-12-17T15:30:00", "DTSTART:20261217T143000Z"),
        ("2026-12-18T15:30:00+01:00", "DTSTART:20261218T143000Z"),
        ("2026-12-19T15:30Z", "DTSTART:20261219T153000Z"),
        ("2026-12-20 15:30:45", "DTSTART:20261220T143000Z"),
        ("2026-12-21T15:30:00.000Z", "DTSTART:20261221T153000Z"),
        ("2026-12-22T15:30:00-0500", "DTSTART:20261222T203000Z"),
        ("woensdag 23 december 2026 15:30", "DTSTART:20261223T143000Z"),
        ("\"Thu, 24 Dec 2026 15:30:00 GMT\"", "DTSTART:20261224T153000Z"),
    ];
    for (at, (start, _)) in wanted.iter().enumerate() {
        let front = format!("title: E{at}\nstart: {start}\nzone: Europe/Amsterdam");
        site = event(site, &format!("e{at}"), &front);
    }
    // A time alone is of the same day, and universal time needs no zone.
    site = event(
        site,
        "alone",
        "title: A\nstart: 2026-12-26 15:30\nend: 17:30\nzone: Europe/Amsterdam",
    );
    site = event(site, "universal", "title: U\nstart: 2026-12-27T15:30:00Z");
    let run = site.build().clean();
    let all = calendar(&run, "events/events.ics");
    for (start, line) in wanted {
        assert!(all.contains(line), "{start}: {line}: {all}");
    }
    assert!(all.contains("DTSTART:20261226T143000Z\r\nDTEND:20261226T163000Z"), "{all}");
    assert!(all.contains("DTSTART:20261227T153000Z"), "{all}");
    run.page("events/e2/").contains("16:30");
}

/// Where clocks are put back, two moments show the same time, and how far the clock was ahead says
/// which is meant.
#[test]
fn a_moment_with_how_far_its_clock_is_ahead_is_in_no_doubt() {
    let wanted = [
        ("02:30:00+01:00", "02:45:00+01:00", "013000Z", "014500Z"),
        ("02:30:00+02:00", "02:45:00+02:00", "003000Z", "004500Z"),
        ("00:45:00Z", "01:15:00Z", "004500Z", "011500Z"),
    ];
    let mut site = site();
    for (at, (start, end, ..)) in wanted.iter().enumerate() {
        let front = format!(
            "title: E{at}\nstart: 2026-10-25T{start}\nend: 2026-10-25T{end}\nzone: Europe/Amsterdam"
        );
        site = event(site, &format!("e{at}"), &front);
    }
    let all = calendar(&site.build().clean(), "events/events.ics");
    for (.., start, end) in wanted {
        let lines = format!("DTSTART:20261025T{start}\r\nDTEND:20261025T{end}\r\n");
        assert!(all.contains(&lines), "{lines}: {all}");
    }
}

/// A calendar wants an end that lies behind the start (RFC 5545, 3.6.1).
#[test]
fn an_end_at_the_moment_of_the_start_is_told_to_people_alone() {
    let site = event(
        site(),
        "skipped",
        "title: A\nstart: 2027-03-28 02:30\nend: 03:30\nzone: Europe/Amsterdam",
    );
    let site = event(site, "short", "title: B\nstart: 2026-12-17 15:30\nend: 15:30");
    let run = site.build();
    let all = calendar(&run, "events/events.ics");
    assert!(all.contains("DTSTART:20270328T013000Z\r\nSUMMARY"), "{all}");
    assert!(all.contains("DTSTART:20261217T153000\r\nSUMMARY"), "{all}");
    let page = run.page("events/skipped/").contains("02:30–03:30");
    let page = page.contains("\"startDate\":\"2027-03-28T02:30:00+02:00\"");
    page.lacks("endDate").lacks("dt-end");
}

#[test]
fn a_moment_that_is_in_doubt_is_not_read_and_the_likely_one_is_proposed() {
    let mut site = site();
    for (at, start) in ["17/12/26 15h30", "vrijdag 17 december 2026 15:30"].into_iter().enumerate()
    {
        site = event(site, &format!("e{at}"), &format!("title: E{at}\nstart: {start}"));
    }
    let run = site.build();
    let said = run.json["diagnostics"].to_string();
    assert_eq!(said.matches("did you mean 2026-12-17 15:30?").count(), 2, "{said}");
    assert!(!run.has("events/e0/index.html") && !run.has("events/e1/index.html"));
}
