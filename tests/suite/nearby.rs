//! Who is near a town: the finder of the site and the terminal answer alike.

use crate::look::{browser, node};
use crate::test_site::{TestSite, vakwerk};
use serde_json::{Value, json};

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
        "places", "near", folder, "--to", "Groningen", "--within", &within, "--format", "json",
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
