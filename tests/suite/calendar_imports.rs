//! Calendars of other programs that come in as events.

use crate::test_site::{TestSite, said};
use std::fs;

fn network() -> TestSite {
    TestSite::network().file("experts/jan.md", "---\nname: Jan\n---\n")
}

/// A calendar with these lines in it, imported into a network whose `vakwerk.yaml` has `more`.
fn import(more: &str, lines: &str) -> (TestSite, String) {
    let site = network().file("vakwerk.yaml", &format!("title: Ours\nkind: network\n{more}"));
    let text =
        format!("BEGIN:VCALENDAR\nVERSION:2.0\n{lines}END:VCALENDAR\n").replace('\n', "\r\n");
    site.write("in.ics", text.as_bytes());
    let [source, dir] = [site.path().join("in.ics"), site.path().to_owned()];
    let (source, dir) = (source.to_str().expect("UTF-8"), dir.to_str().expect("UTF-8"));
    let told = said(&["import", "icalendar", source, "-C", dir]);
    (site, told)
}

fn written(site: &TestSite, name: &str) -> String {
    let path = site.path().join("events").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn clocks_of_google_outlook_and_others_are_read() {
    let (site, told) = import(
        "",
        "X-WR-TIMEZONE:Europe/Amsterdam\n\
         BEGIN:VTIMEZONE\nTZID:Our zone\nX-LIC-LOCATION:Europe/Lisbon\nEND:VTIMEZONE\n\
         BEGIN:VEVENT\nSUMMARY:Universal\nDTSTART:20260329T003000Z\nDTEND:20260329T013000Z\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Outlook\nDTSTART;TZID=\"W. Europe Standard Time\":20261217T153000\n\
         DURATION:PT1H30M\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Own\nDTSTART;TZID=Our zone:20260601T090000\n\
         DTEND;TZID=Europe/Madrid:20260601T120000\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Days\nDTSTART;VALUE=DATE:20260228\nDTEND;VALUE=DATE:20260302\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Day\nDTSTART;VALUE=DATE:20260228\nDTEND;VALUE=DATE:20260301\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Nowhere\nDTSTART;TZID=Customized Time Zone:20260601T090000\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Never\nDTSTART:soon\nEND:VEVENT\n",
    );
    for (name, front) in [
        // The clock goes forward in between.
        (
            "universal-2026-03-29.md",
            "start: 2026-03-29 01:30\nend: 2026-03-29 03:30\nzone: Europe/Amsterdam\n",
        ),
        (
            "outlook-2026-12-17.md",
            "start: 2026-12-17 15:30\nend: 2026-12-17 17:00\nzone: Europe/Berlin\n",
        ),
        (
            "own-2026-06-01.md",
            "start: 2026-06-01 09:00\nend: 2026-06-01 11:00\nzone: Europe/Lisbon\n",
        ),
        ("days-2026-02-28.md", "start: 2026-02-28\nend: 2026-03-01\n"),
        ("day-2026-02-28.md", "title: Day\nstart: 2026-02-28\n---\n"),
        ("nowhere-2026-06-01.md", "title: Nowhere\nstart: 2026-06-01 09:00\n---\n"),
    ] {
        let text = written(&site, name);
        assert!(text.contains(front), "{name}: {text}");
    }
    for line in [
        "nobody knows the time zone `Customized Time Zone`",
        "event 7 is left out: nobody can read when `Never` begins",
        "event 7.DTSTART[0].value: soon",
    ] {
        assert!(told.contains(line), "{line}:\n{told}");
    }
    fs::remove_file(site.path().join("in.ics")).expect("the source goes");
    site.build().page("events/universal-2026-03-29/").contains("2026-03-29T01:30:00+01:00");
}

#[test]
fn what_others_wrote_of_an_event_is_kept_or_told() {
    let (site, told) = import(
        "zone: Europe/Amsterdam\n",
        "BEGIN:VEVENT\nSUMMARY:Heat\\, and how\\; a\n  talk\nDTSTART:20261217T143000Z\nUID:1@a.example\n\
         LOCATION:Village hall\\nMain street\\, Winsum\nURL:https://heat.example/evening\n\
         CATEGORIES:heat networks,Water\nCATEGORIES:Water\nLAST-MODIFIED:20261101T100000Z\n\
         DESCRIPTION:First line<br>A <b>second</b> &amp\\; a third\n\
         ATTENDEE;CN=Secret Guest:mailto:guest@secret.example\nX-ODD:kept apart\n\
         BEGIN:VALARM\nDESCRIPTION:an alarm\nEND:VALARM\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Call\nDTSTART:20261218T080000Z\nLOCATION:https://meet.example/x\n\
         RRULE:FREQ=WEEKLY;BYDAY=FR\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Quiet\nDTSTART:20261219T080000Z\nCLASS:PRIVATE\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Off\nDTSTART:20261219T080000Z\nSTATUS:CANCELLED\nEND:VEVENT\n\
         BEGIN:VEVENT\nDTSTART:20261219T080000Z\nEND:VEVENT\n",
    );
    assert_eq!(
        written(&site, "heat-and-how-a-talk-2026-12-17.md"),
        "---\ntitle: Heat, and how; a talk\nstart: 2026-12-17 15:30\n\
         place: Village hall, Main street, Winsum\ntopics:\n- heat networks\n- Water\n\
         register: https://heat.example/evening\nupdated: 2026-11-01\n# calendar: 1@a.example\n---\n\n\
         First line\\\nA second & a third\n"
    );
    assert!(written(&site, "call-2026-12-18.md").contains("online: https://meet.example/x\n"));
    assert!(written(&site, "quiet-2026-12-19.md").contains("visibility: hidden\n"));
    assert!(!site.path().join("events/off-2026-12-19.md").exists());
    for line in [
        "`Call` repeats (FREQ=WEEKLY;BYDAY=FR) and stands once, on its first day, 2026-12-18",
        "left out: `Off` was called off",
        "event 5 is left out: it has no title (`SUMMARY`)",
        "1 of these events say where one calls in",
        "left out: 1 who were invited",
        "event 1.X-ODD[0].value: kept apart",
    ] {
        assert!(told.contains(line), "{line}:\n{told}");
    }
    assert!(!told.contains("secret.example") && !told.contains("Secret Guest"), "{told}");
    // Once more: nothing is written twice, and what was changed stays so.
    let own = written(&site, "call-2026-12-18.md").replace("title: Call", "title: Our call");
    site.write("events/call-2026-12-18.md", own.as_bytes());
    let again = once_more(&site);
    assert!(again.contains("nothing to change"), "{again}");
    assert!(again.contains("kept as it stands: title: Our call"), "{again}");
    assert_eq!(written(&site, "call-2026-12-18.md"), own);
}

/// Imports the calendar of a site again.
fn once_more(site: &TestSite) -> String {
    let source = site.path().join("in.ics");
    let words = ["import", "icalendar", source.to_str().expect("UTF-8"), "-C"];
    said(&[&words[..], &[site.path().to_str().expect("UTF-8")]].concat())
}

#[test]
fn an_event_is_known_again_by_what_the_calendar_knows_it_by() {
    let (site, _) = import(
        "",
        "BEGIN:VEVENT\nUID:a\nSUMMARY:Lunch\nDTSTART:20261217T120000Z\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:b\nSUMMARY:Lunch\nDTSTART:20261217T130000Z\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:c\nSUMMARY:Quiet\nDTSTART:20261219T130000Z\nEND:VEVENT\n",
    );
    assert!(written(&site, "lunch-2026-12-17-2.md").contains("# calendar: b\n"));
    // Another order, another day, somebody's own by now, called off.
    let later = "BEGIN:VCALENDAR\n\
         BEGIN:VEVENT\nUID:new\nSUMMARY:Lunch\nDTSTART:20261217T150000Z\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:b\nSUMMARY:Lunch\nDTSTART:20261218T130000Z\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:c\nSUMMARY:Quiet\nDTSTART:20261219T130000Z\nCLASS:PUBLIC\nCLASS:PRIVATE\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:a\nSUMMARY:Lunch\nDTSTART:20261217T120000Z\nSTATUS:CANCELLED\nEND:VEVENT\n\
         END:VCALENDAR\n";
    site.write("in.ics", later.as_bytes());
    let told = once_more(&site);
    for line in [
        "`Lunch` was called off: events/lunch-2026-12-17.md stands until you delete it",
        "events/lunch-2026-12-17-2.md: kept as it stands: start: 2026-12-17 13:00",
    ] {
        assert!(told.contains(line), "{line}:\n{told}");
    }
    assert!(written(&site, "lunch-2026-12-17-3.md").contains("# calendar: new\n"), "{told}");
    assert!(written(&site, "quiet-2026-12-19.md").contains("visibility: hidden\n"), "{told}");
}

#[test]
fn series_versions_and_broken_files_of_others_are_told() {
    let (site, told) = import(
        "",
        "BEGIN:VEVENT\nUID:s\nSUMMARY:Series\nDTSTART:20260106T090000Z\nRRULE:FREQ=WEEKLY\n\
         EXDATE:20260106T090000Z\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:s\nRECURRENCE-ID:20260113T090000Z\nSUMMARY:Series\nDTSTART:20260114T090000Z\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:v\nSUMMARY:Third\nSEQUENCE:3\nDTSTART:20260201T090000Z\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:v\nSUMMARY:First\nSEQUENCE:1\nDTSTART:20260201T090000Z\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Map\nDTSTART:20260202T090000Z\nLOCATION:https://maps.example/x\n\
         URL:HTTPS://a.example/Y\nDURATION:-PT5M\nSTATUS:TENTATIVE\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Over the clock\nDTSTART;TZID=Europe/Amsterdam:20260328T120000\nDURATION:P1D\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Cut\nDTSTART:20260203T090000Z\n",
    );
    assert!(!site.path().join("events/series-2026-01-06.md").exists(), "{told}");
    assert!(written(&site, "series-2026-01-14.md").contains("# calendar: s 20260113T090000Z\n"));
    assert!(!site.path().join("events/first-2026-02-01.md").exists(), "{told}");
    let map = written(&site, "map-2026-02-02.md");
    assert!(
        map.contains("place: https://maps.example/x\nregister: https://a.example/Y\n"),
        "{map}"
    );
    let over = written(&site, "over-the-clock-2026-03-28.md");
    assert!(over.contains("end: 2026-03-29 12:00\n"), "{over}");
    for line in [
        "its first day, 2026-01-06, was called off or moved",
        "event 4 is left out: a later version of it stands below or above",
        "the file ends within an event",
        "`Map` is not certain yet",
        "event 5.DURATION[0].value: -PT5M",
    ] {
        assert!(told.contains(line), "{line}:\n{told}");
    }
    // A line that is broken within a letter, as programs that count bytes break it.
    let mut bytes =
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260301\r\nSUMMARY:Caf\xc3\r\n".to_vec();
    bytes.extend(b" \xa9 deluxe\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    site.write("in.ics", &bytes);
    once_more(&site);
    assert!(written(&site, "cafe-deluxe-2026-03-01.md").contains("title: Café deluxe\n"));
}

#[test]
fn a_calendar_of_our_own_comes_back_as_it_was() {
    let ours = network()
        .file("vakwerk.yaml", "title: Ours\nkind: network\nbase_url: https://ours.example/\nzone: Europe/Amsterdam\n")
        .file("events/a.md", "---\ntitle: A, b\nstart: 2026-10-24 20:00\nend: 2026-10-25 04:00\nplace: Winsum\n---\n")
        .file("events/b.md", "---\ntitle: B\nstart: 2026-03-28\nend: 2026-03-29\n---\n");
    let run = ours.build();
    let calendar = run.files()["events/events.ics"].clone();
    let theirs =
        network().file("vakwerk.yaml", "title: Theirs\nkind: network\nzone: Europe/Amsterdam\n");
    theirs.write("in.ics", &calendar);
    let (source, dir) = (theirs.path().join("in.ics"), theirs.path().to_owned());
    said(&[
        "import",
        "icalendar",
        source.to_str().expect("UTF-8"),
        "-C",
        dir.to_str().expect("UTF-8"),
    ]);
    let [a, b] = ["a-b-2026-10-24.md", "b-2026-03-28.md"].map(|name| written(&theirs, name));
    assert!(
        a.contains("title: A, b\nstart: 2026-10-24 20:00\nend: 2026-10-25 04:00\nplace: Winsum\n"),
        "{a}"
    );
    assert!(b.contains("title: B\nstart: 2026-03-28\nend: 2026-03-29\n"), "{b}");
}
