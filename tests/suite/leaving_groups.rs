//! Whoever leaves stands in no group, calendar, card, feed or map any more; and what the commands
//! that look at a site say of groups, events, news and places.

use crate::test_site::{TestSite, said, vakwerk};
use serde_json::Value;

const HEAD: &str = "title: Test\nkind: network\nbase_url: https://test.example/\nprivacy: { consent: optional }\n\
    map: true\nplaces: { countries: [NL] }\nzone: Europe/Amsterdam\nformats: { vcard4: true }\n";

fn site() -> TestSite {
    TestSite::empty()
        .file("vakwerk.yaml", HEAD)
        .file(
            "experts/zqx-vos.md",
            "---\nname: Zqx Vos\nlocation: Winterswijk\nexpertise: [heat]\ncontact: { email: zqx@example.org }\n---\n",
        )
        .expert("bo", "name: Bo Bos\nlocation: Assen\nexpertise: [heat]")
        .file(
            "groups/board.md",
            "---\ntitle: Board\nmembers:\n- { expert: zqx-vos, role: chair, from: 2025, to: 2027-01-15 }\n- bo\n\
             seats: [chair]\n---\n",
        )
        .file(
            "events/evening.md",
            "---\ntitle: Evening\nstart: 2026-12-17 15:30\nplace: Hall, Assen\ngroup: board\nspeakers: [zqx-vos, bo]\n---\n",
        )
        .file(
            "news/2026-10-08-mill.md",
            "---\ntitle: The mill\nauthors: [zqx-vos]\n---\nIt turns.\n",
        )
}

#[test]
fn a_forgotten_member_leaves_no_byte_in_groups_calendars_cards_feeds_and_maps() {
    let site = site();
    let before = site.build();
    for path in
        ["groups/board/index.html", "groups/board/group.vcf", "map/index.html", "news/feed.xml"]
    {
        let bytes = &before.files()[path];
        let text = String::from_utf8_lossy(bytes);
        assert!(text.contains("Zqx") || text.contains("Winterswijk"), "{path}");
    }
    let dir = site.path().to_str().expect("UTF-8").to_owned();
    let told = said(&["forget", "zqx-vos", "-C", &dir, "--yes"]);
    for file in ["groups/board.md:4", "events/evening.md", "news/2026-10-08-mill.md"] {
        assert!(told.contains(file), "{file}: {told}");
    }
    // The same output folder, from which pages are taken that need not be made anew.
    let run = site.build_as("public", &["--allow-removal", "1"]);
    for (path, bytes) in run.files() {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        let found = ["zqx", "winterswijk"].into_iter().find(|mark| text.contains(mark));
        assert_eq!(found, None, "{path}");
        assert!(!path.contains("zqx") && !path.contains("winterswijk"), "{path}");
    }
    site.write("marks.txt", b"Zqx Vos\nzqx@example.org\nWinterswijk\n");
    let marks = site.path().join("marks.txt");
    let out = site.path().join("public");
    let audit = vakwerk(&[
        "audit",
        out.to_str().expect("UTF-8"),
        "--markers",
        marks.to_str().expect("UTF-8"),
    ]);
    assert!(audit.status.success(), "{}", String::from_utf8_lossy(&audit.stdout));
}

#[test]
fn commands_that_look_at_a_site_know_its_groups_events_and_places() {
    let site = site();
    let dir = site.path().to_str().expect("UTF-8").to_owned();
    let told = said(&["insight", &dir, "--date", "2026-11-23"]);
    assert!(told.contains("2027-01-15  zqx-vos: Board"), "{told}");
    let told = said(&["places", "near", &dir, "--to", "Assen", "--within", "20"]);
    assert!(told.contains("Bo Bos, Assen") && told.contains("events:"), "{told}");
    assert!(told.contains("Evening, Assen (evening)"), "{told}");
    assert!(!told.contains("Zqx"), "{told}");
    let json = said(&["places", "near", &dir, "--to", "Assen", "--format", "json"]);
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["events"][0]["slug"], "evening");
    assert_eq!(json["projects"], serde_json::json!([]));
    assert_eq!(json["experts"].as_array().map(Vec::len), Some(2));
    let report = said(&["check", &dir, "--report"]);
    assert!(report.contains("bo"), "{report}");
}
