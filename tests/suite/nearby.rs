//! Who is near a town: the finder of the site and the terminal answer alike.

use crate::look::{browser, node};
use crate::test_site::{TestSite, vakwerk};
use serde_json::{Value, json};
use std::process::Output;

const SITE: &str = "title: Test\nkind: network\nplaces: { countries: [NL, BE, DE] }\nprivacy: { consent: optional }\n";
const TOWNS: [(&str, &str); 11] = [
    ("anna", "Groningen"),
    ("bram", "Haren, region: Groningen"),
    ("cas", "Haren, region: Niedersachsen"),
    ("dirk", "Assen"),
    ("emma", "Winsum, region: Groningen"),
    ("fay", "Zwolle"),
    ("gijs", "Den Haag"),
    ("hugo", "\"'s-Gravenhage\""),
    ("ida", "Köln"),
    ("jan", "Nergenshuizen"),
    ("kim", "Groningen"),
];

/// The people within so many kilometres of Groningen, as the terminal has them.
fn told(folder: &str, within: u32) -> Vec<String> {
    let within = within.to_string();
    let output = vakwerk(&[
        "places",
        "near",
        folder,
        "--to",
        "Groningen",
        "--within",
        &within,
        "--format",
        "json",
    ]);
    let told: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    let experts = told["experts"].as_array().expect("experts");
    experts.iter().map(|one| one["slug"].as_str().expect("a slug").to_owned()).collect()
}

#[test]
fn the_finder_finds_around_a_town_whom_the_terminal_finds() {
    let Some(browser) = browser() else { return };
    let site = TOWNS.iter().fold(TestSite::network().file("vakwerk.yaml", SITE), |site, it| {
        let (slug, town) = it;
        site.expert(slug, &format!("name: {slug}\nlocation: {{ city: {town} }}\nexpertise: [heat]"))
    });
    site.build();
    let folder = site.path().to_str().expect("UTF-8");
    let answers: Vec<Value> = [5, 10, 30, 100, 200, 1000]
        .into_iter()
        .map(|within| json!([within, told(folder, within)]))
        .collect();
    assert_eq!(answers[1][1].as_array().map(Vec::len), Some(3), "{answers:?}");
    assert_eq!(answers[5][1].as_array().map(Vec::len), Some(10), "{answers:?}");
    let out = site.path().join("public");
    let answers = Value::from(answers).to_string();
    let (fine, said) =
        node(&browser, &["near.mjs", out.to_str().expect("UTF-8"), "groningen", &answers]);
    assert!(fine, "{said}");
}

/// A wish to be on no map counts wherever it stands, in whatever file, and twice; and it leaves the
/// town alone of where somebody is.
#[test]
fn whoever_does_not_want_to_be_on_the_map_is_not() {
    let closed = [
        "location: { city: Assen, country: NL }\non_map: no",
        "location: { city: Zwolle, country: NL }\nop_kaart: nee",
        "location: { city: Sneek, country: NL }\nmap: false",
        "location: Coevorden\non_map: no",
        "location: { city: Meppel, country: NL, on_map: true, on_map: false }",
        "location: { city: Hoogeveen, country: NL, at: [52.72, 6.48], on_map: no }",
        "location: { city: Leek, country: NL, on_map: }",
    ];
    let site = TestSite::network()
        .file("vakwerk.yaml", &format!("{SITE}map: true\n"))
        .file(
            "experts.csv",
            "name,Woonplaats,Land,Expertise,Op kaart\nPer,Delft,NL,heat,nee\nJos,Gouda,NL,heat,ja\n",
        )
        .expert("ann", "name: Ann\nexpertise: [heat]\nlocation: \"Oosterstraat 999, 9711 NV Haarlem\"");
    let site = closed.iter().enumerate().fold(site, |site, (at, front)| {
        site.expert(&format!("p{at}"), &format!("name: P{at}\nexpertise: [heat]\n{front}"))
    });
    let run = site.build();
    let map = run.page("map/").text();
    for town in ["Assen", "Zwolle", "Sneek", "Coevorden", "Meppel", "Hoogeveen", "Leek", "Delft"] {
        assert!(!map.contains(town), "{town} is on the map");
    }
    assert!(map.contains("Gouda") && map.contains("Haarlem"), "{map}");
    for (path, bytes) in run.files() {
        let text = String::from_utf8_lossy(&bytes);
        for gone in ["52.72", "Oosterstraat", "oosterstraat", "9711"] {
            assert!(!text.contains(gone), "{path} has {gone}");
        }
    }
}

/// In a table the town may stand under the short name of the group, before or behind the wish.
#[test]
fn a_column_of_the_short_name_hides_none_of_the_group() {
    for table in [
        "name,location,expertise,location.on_map\nBea,Zutphen,heat,nee\nDot,Deventer,heat,ja\n",
        "name,location.on_map,expertise,location\nBea,nee,heat,Zutphen\nDot,ja,heat,Deventer\n",
    ] {
        let site = TestSite::network().file("vakwerk.yaml", &format!("{SITE}map: true\n"));
        let run = site.file("experts.csv", table).build();
        let map = run.page("map/").text();
        assert!(map.contains("Deventer") && !map.contains("Zutphen"), "{table}: {map}");
        assert!(run.page("experts/bea/").text().contains("Zutphen"), "{table}");
    }
}

/// A town elsewhere that has the same name is not near.
#[test]
fn near_a_town_is_nobody_in_another_of_its_name() {
    let site = TestSite::network()
        .file("vakwerk.yaml", SITE)
        .expert("ann", "name: Ann\nexpertise: [heat]\nlocation: { city: Haren, region: Groningen }")
        .expert("bea", "name: Bea\nexpertise: [heat]\nlocation: { city: Haren, country: DE }");
    let folder = site.path().to_str().expect("UTF-8");
    let output = vakwerk(&["match", folder, "heat", "--near", "Haren (NL)"]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("Ann") && !said.contains("Bea"), "{said}");
}

/// A request of which nobody knows where it is has no limit, and that is said.
#[test]
fn a_limit_around_a_town_that_nobody_knows_is_told() {
    let request = |place: &str| format!("---\ntitle: Who\nneeds: [heat]\nplace: {place}\n---\n");
    let site = TestSite::network()
        .file("vakwerk.yaml", SITE)
        .expert("ann", "name: Ann\nexpertise: [heat]\nlocation: Utrecht")
        .file("requests/unknown.md", &request("{ city: Nergenshuizen, radius: 20 }"))
        .file("requests/known.md", &request("{ city: Zwolle, radius: 20 }"));
    let folder = site.path().to_str().expect("UTF-8");
    let told = |slug: &str| vakwerk(&["match", folder, "--request", slug]);
    let (unknown, known) = (told("unknown"), told("known"));
    let warned =
        |output: &Output| String::from_utf8_lossy(&output.stderr).contains("limits nobody");
    assert!(warned(&unknown) && !warned(&known));
    let found = |output: &Output| String::from_utf8_lossy(&output.stdout).contains("Ann");
    assert!(found(&unknown) && !found(&known));
}
