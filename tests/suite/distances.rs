//! Which town is meant, how far it is, and the map.

use crate::test_site::{TestSite, at, vakwerk};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use vakwerk::base::Tidy;

const COUNTRIES: &str = "title: Test\nkind: network\nbase_url: https://test.example/\nplaces: { countries: [NL, BE, DE, CH] }\nprivacy: { consent: optional }\n";

fn folder(site: &TestSite) -> &str {
    site.path().to_str().expect("UTF-8")
}

fn json(arguments: &[&str]) -> Value {
    let output = vakwerk(arguments);
    let told = String::from_utf8_lossy(&output.stderr);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{arguments:?}: {told}"))
}

/// Names as people write them, with what is meant: a town, `?` for several, `-` for none.
const WRITTEN: [(&str, &str); 92] = [
    ("Den Haag", "The Hague NL"),
    ("den haag", "The Hague NL"),
    ("DEN HAAG", "The Hague NL"),
    ("'s-Gravenhage", "The Hague NL"),
    ("’s-Gravenhage", "The Hague NL"),
    ("The Hague", "The Hague NL"),
    ("Groningen", "Groningen NL"),
    ("Groningen (NL)", "Groningen NL"),
    ("Groningen, Nederland", "Groningen NL"),
    ("Groningen NL", "Groningen NL"),
    ("Gemeente Groningen", "Groningen NL"),
    ("9711 AB Groningen", "Groningen NL"),
    ("Groningen e.o.", "Groningen NL"),
    ("Frankfurt/Main", "Frankfurt am Main DE"),
    ("Frankfurt am Main", "Frankfurt am Main DE"),
    ("Frankfurt a.M.", "Frankfurt am Main DE"),
    ("Frankfurt (Oder)", "Frankfurt (Oder) DE"),
    ("Frankfurt", "?"),
    ("Frankfurt (Kentucky)", "-"),
    ("Köln", "Köln DE"),
    ("Koln", "Köln DE"),
    ("Koeln", "Köln DE"),
    ("Cologne", "Köln DE"),
    ("Keulen", "Köln DE"),
    ("D-50667 Köln", "Köln DE"),
    ("Zürich", "Zürich CH"),
    ("Zurich", "Zürich CH"),
    ("Zuerich", "Zürich CH"),
    ("Genève", "Genève CH"),
    ("Geneva", "Genève CH"),
    ("St. Gallen", "Sankt Gallen CH"),
    ("Sankt Gallen", "Sankt Gallen CH"),
    ("Bruxelles", "Brussels BE"),
    ("Brussel", "Brussels BE"),
    ("Brussels", "Brussels BE"),
    ("Luik", "Liège BE"),
    ("Liege", "Liège BE"),
    ("Lüttich", "Liège BE"),
    ("Gent", "Gent BE"),
    ("Gand", "Gent BE"),
    ("Ghent", "Gent BE"),
    ("Antwerpen", "Antwerpen BE"),
    ("Anvers", "Antwerpen BE"),
    ("Mons", "Mons BE"),
    ("Sint-Niklaas", "Sint-Niklaas BE"),
    ("St-Niklaas", "Sint-Niklaas BE"),
    ("Haren", "?"),
    ("Haren (NL)", "Haren NL"),
    ("Haren Gn", "Haren NL"),
    ("Haren (Groningen)", "Haren NL"),
    ("Haren, Niedersachsen", "Haren DE"),
    ("Haren (Ems)", "?"),
    ("Haren, Drenthe", "-"),
    ("Bergen", "?"),
    ("Bergen (NH)", "Bergen NL"),
    ("Bergen (BE)", "Mons BE"),
    ("Bergen op Zoom", "Bergen op Zoom NL"),
    ("Den Bosch", "'s-Hertogenbosch NL"),
    ("'s-Hertogenbosch", "'s-Hertogenbosch NL"),
    ("München", "Munich DE"),
    ("Munich", "Munich DE"),
    ("Aachen", "Aachen DE"),
    ("Hengelo", "?"),
    ("Hengelo (Gld)", "Hengelo NL"),
    ("Hengelo, Overijssel", "Hengelo NL"),
    ("Ljouwert", "Leeuwarden NL"),
    ("Leeuwarden", "Leeuwarden NL"),
    ("Nijmegen", "Nijmegen NL"),
    ("Alphen aan den Rijn", "Alphen aan den Rijn NL"),
    ("Alphen a/d Rijn", "Alphen aan den Rijn NL"),
    ("Capelle a/d IJssel", "Capelle aan den IJssel NL"),
    ("Halle (Saale)", "Halle (Saale) DE"),
    ("Halle/Saale", "Halle (Saale) DE"),
    ("Freiburg im Breisgau", "Freiburg DE"),
    ("Freiburg i. Br.", "Freiburg DE"),
    ("Winsum", "Winsum NL"),
    ("Assen", "Assen NL"),
    ("Delfzijl", "Delfzijl NL"),
    ("Zuidhorn", "Zuidhorn NL"),
    ("Nes", "?"),
    ("Amsterdam (Zuidas)", "Amsterdam NL"),
    ("Paris", "Paris FR"),
    ("Paris (FR)", "Paris FR"),
    ("London, UK", "London GB"),
    ("Москва", "Moscow RU"),
    ("東京", "Tokyo JP"),
    ("Nowhereville", "-"),
    ("NaN", "-"),
    ("1e999", "-"),
    ("(NL)", "-"),
    ("Noord-Nederland", "-"),
    ("heel Nederland", "-"),
];

#[test]
fn towns_are_found_as_people_write_them_and_none_is_guessed() {
    let mut site = TestSite::empty().file("vakwerk.yaml", COUNTRIES);
    for (number, (written, _)) in WRITTEN.iter().enumerate() {
        site = at(site, &format!("p{number}"), &format!("{{ city: \"{written}\" }}"));
    }
    let told = json(&["places", "check", folder(&site), "--format", "json"]);
    let found: BTreeMap<&str, &Value> = told["towns"]
        .as_array()
        .expect("towns")
        .iter()
        .map(|town| (town["city"].as_str().expect("a name"), town))
        .collect();
    let meant = |town: &Value| match town["state"].as_str() {
        Some("ambiguous") => "?".to_owned(),
        Some("unknown") => "-".to_owned(),
        _ => {
            let town = &town["towns"][0];
            let word = |key: &str| town[key].as_str().unwrap_or_default().to_owned();
            format!("{} {}", word("name"), word("country"))
        }
    };
    let read = |written: &'static str| match vakwerk::base::places::address::town(written) {
        Tidy::Tidied(town) => meant(found[town.as_str()]),
        // A country behind the town is read as one.
        _ => meant(found.get(written).unwrap_or_else(|| {
            let town = written.split(',').next().unwrap_or_default();
            &found[town]
        })),
    };
    let wrong: Vec<String> = WRITTEN
        .iter()
        .map(|(written, wanted)| (written, wanted, read(written)))
        .filter(|(_, wanted, found)| **wanted != *found)
        .map(|(written, wanted, found)| format!("{written}: {found}, and not {wanted}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_may_be_several_towns_is_on_no_map_and_asked_for_once() {
    let mut site = TestSite::empty().file("vakwerk.yaml", &format!("{COUNTRIES}map: true\n"));
    for slug in ["anna", "bert", "cora"] {
        site = at(site, slug, "Haren");
    }
    let run = at(site, "dirk", "Groningen").build();
    let asked = run.json.to_string().matches("ambiguous-town").count();
    assert_eq!(asked, 1, "{}", run.json);
    run.page("map/").contains("Groningen").lacks("Haren");
}

#[test]
fn a_site_that_tells_no_distances_hears_nothing_of_towns() {
    let site = at(TestSite::network(), "anna", "Haren");
    let run = at(site, "bert", "Nowhereville").build();
    assert!(!run.json.to_string().contains("-town"), "{}", run.json);
    assert!(!run.out.join("map/index.html").exists());
}

#[test]
fn whoever_is_hidden_unlisted_or_does_not_want_it_is_on_no_map() {
    let site = TestSite::empty().file("vakwerk.yaml", &format!("{COUNTRIES}map: true\n"));
    let site = at(site, "anna", "Groningen");
    let site = at(site, "bert", "{ city: Assen, on_map: false }");
    let site = site.expert("cora", "name: cora\nlocation: Delfzijl\nvisibility: unlisted");
    let site = site.expert("dirk", "name: dirk\nlocation: Emmen\nvisibility: hidden");
    let site = at(site, "eef", "{ city: Meppel, on_map: perhaps }");
    let site = at(site, "fien", "{ city: Hoogeveen, map: false }");
    let site = at(site, "gijs", "{ city: Veendam, onmap: no }");
    let run = site.build();
    let map = run.page("map/").contains("Groningen").contains("/experts/place/groningen/");
    map.lacks("Assen")
        .lacks("Delfzijl")
        .lacks("Emmen")
        .lacks("Meppel")
        .lacks("Hoogeveen")
        .lacks("Veendam");
}

#[test]
fn a_place_is_a_town_and_never_a_house() {
    let site = TestSite::empty().file("vakwerk.yaml", &format!("{COUNTRIES}map: true\n"));
    let site = at(site, "anna", "{ city: Our street, at: [53.2219871, 6.5681234] }");
    let run = site.build();
    for entry in walkdir::WalkDir::new(&run.out).into_iter().filter_map(Result::ok) {
        if entry.file_type().is_file() {
            let bytes = std::fs::read(entry.path()).expect("readable");
            let text = String::from_utf8_lossy(&bytes);
            for digits in ["53.2219", "53.222", "6.5681", "6.568"] {
                assert!(!text.contains(digits), "{} in {}", digits, entry.path().display());
            }
        }
    }
    run.page("map/").contains("Our street");
}

#[test]
fn matching_takes_who_is_near_who_goes_that_far_and_who_works_there() {
    let site =
        TestSite::empty().file("vakwerk.yaml", &COUNTRIES.replace("NL, BE, DE, CH", "NL, DE"));
    let site = at(site, "winsum", "Winsum");
    let site = at(site, "emmen", "Emmen");
    let site = at(site, "goes", "{ city: Emmen, radius: 80km }");
    let site = at(site, "works", "{ city: Emmen, areas: [Groningen] }");
    let site = at(site, "remote", "{ city: Bremen, remote: true }");
    let site = at(site, "unsaid", "{ country: NL }");
    let of = |arguments: &[&str]| -> Vec<(String, Option<f64>)> {
        let mut all = vec!["match", folder(&site), "heat", "--format", "json"];
        all.extend(arguments);
        let told = json(&all);
        let experts = told["experts"].as_array().expect("experts").clone();
        let mut found: Vec<_> = experts
            .iter()
            .map(|it| (it["slug"].as_str().expect("a slug").to_owned(), it["distance_km"].as_f64()))
            .collect();
        found.sort_by(|one, other| one.0.cmp(&other.0));
        found
    };
    let near = of(&["--near", "Groningen", "--within", "20"]);
    let slugs: Vec<&str> = near.iter().map(|(slug, _)| slug.as_str()).collect();
    assert_eq!(slugs, ["goes", "remote", "winsum", "works"]);
    let winsum = near.iter().find(|(slug, _)| slug == "winsum").and_then(|(_, away)| *away);
    assert_eq!(winsum, Some(12.7));
    assert_eq!(of(&["--near", "Groningen", "--within", "5"]).len(), 3);
    let region = of(&["--near", "Drenthe"]);
    let slugs: Vec<&str> = region.iter().map(|(slug, _)| slug.as_str()).collect();
    assert_eq!(slugs, ["emmen", "goes", "remote", "works"], "a region by its towns");
    let output = vakwerk(&["match", folder(&site), "heat", "--near", "Groningen"]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(told.contains("12.7 km from Groningen"), "{told}");
    for (near, said) in [("Haren", "Haren (Lower Saxony)"), ("Nowhere", "no town is known")] {
        let output = vakwerk(&["match", folder(&site), "heat", "--near", near, "--within", "30"]);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains(said), "{told}");
    }
}

#[test]
fn a_request_says_how_far_away_who_fits_is_and_its_radius_is_a_limit() {
    let site =
        TestSite::empty().file("vakwerk.yaml", &COUNTRIES.replace("NL, BE, DE, CH", "NL, DE"));
    let site = at(site, "winsum", "Winsum");
    let site = at(site, "emmen", "Emmen");
    let site = site
        .file(
            "requests/near.md",
            "---\ntitle: Near\nneeds: [heat]\nplace: { city: Groningen, radius: 30 }\n---\n",
        )
        .file("requests/far.md", "---\ntitle: Far\nneeds: [heat]\nplace: Groningen\n---\n");
    let run = site.build().clean();
    run.page("requests/near/").contains("12.7 km from Groningen").lacks("/experts/emmen/");
    run.page("requests/far/").contains("12.7 km from Groningen").contains("/experts/emmen/");
}

#[test]
fn hostile_places_cost_a_value_and_never_a_profile() {
    let long = format!("\"{}\"", "ha".repeat(50_000));
    for location in [
        "{ city: Groningen, at: [.nan, .inf] }",
        "{ city: Groningen, at: [1e999, 6] }",
        "{ city: Groningen, at: [91, 181] }",
        "{ city: Groningen, at: [53] }",
        "{ city: Groningen, at: [53, 6, 7] }",
        "{ city: Groningen, at: here }",
        "{ city: Groningen, at: { lat: 53, lon: 6 } }",
        "{ city: Groningen, radius: -1 }",
        "{ city: Groningen, radius: 0 }",
        "{ city: Groningen, radius: 1000000000 km }",
        "{ city: Groningen, radius: .nan }",
        "{ city: Groningen, radius: 12 parsecs }",
        "{ city: Groningen, radius: [] }",
        "{ city: Groningen, areas: [\"\", {}, Drenthe] }",
        "{ city: Groningen, areas: Drenthe }",
        &format!("{{ city: {long} }}"),
        &format!("{{ city: Groningen, region: {long} }}"),
        &format!("{{ city: Groningen, areas: [{long}] }}"),
        "{ city: \"((((((,,,,;;;;////\" }",
        "{ city: \"\\u202eneg\\u0000\" }",
    ] {
        let site = TestSite::empty().file("vakwerk.yaml", &format!("{COUNTRIES}map: true\n"));
        let run = at(at(site, "anna", location), "bert", "Assen").build();
        assert!(run.out.join("map/index.html").exists(), "{location:.80}: {}", run.json);
        assert!(run.out.join("experts/anna/index.html").exists(), "{location:.80}: {}", run.json);
    }
}

/// 10,000 pairs of places all over the earth, against geopy.
#[test]
fn distances_are_those_of_geopy() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let python = root.join("tests/python/.venv/bin/python");
    if !python.exists() {
        assert!(std::env::var_os("CI").is_none(), "no {}", python.display());
        return;
    }
    let mut seed = 7_u64;
    let mut next = |most: i64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(seed >> 33).expect("31 bits") % (2 * most + 1) - most
    };
    let mut place = || (next(9000), next(18_000));
    let degrees = |value: i64| {
        format!(
            "{}{}.{:02}",
            if value < 0 { "-" } else { "" },
            value.abs() / 100,
            value.abs() % 100
        )
    };
    let mut site = TestSite::empty();
    let mut table = String::from("name\tlat\tlon\n");
    let mut rows = String::from("name,location.city,expertise\n");
    let (targets, experts): (Vec<_>, Vec<_>) =
        ((0..20).map(|_| place()).collect(), (0..500).map(|_| place()).collect());
    for (number, (north, east)) in targets.iter().chain(&experts).enumerate() {
        table += &format!("Spot {number}\t{}\t{}\n", degrees(*north), degrees(*east));
        if number >= targets.len() {
            rows += &format!("Person {number},Spot {number},heat\n");
        }
    }
    site = site
        .file(
            "vakwerk.yaml",
            "kind: network\nplaces: { file: places.tsv }\nprivacy: { consent: optional }\n",
        )
        .file("places.tsv", &table)
        .file("experts.csv", &rows);
    let mut pairs = String::new();
    for (number, (north, east)) in targets.iter().enumerate() {
        let to = format!("Spot {number}");
        let told = json(&["places", "near", folder(&site), "--to", &to, "--format", "json"]);
        let people = told["experts"].as_array().expect("experts");
        assert_eq!(people.len(), experts.len());
        for person in people {
            let at: usize =
                person["city"].as_str().expect("a town")[5..].parse().expect("a number");
            let (north_of, east_of) = experts[at - targets.len()];
            pairs += &format!(
                "{} {} {} {} {}\n",
                degrees(*north),
                degrees(*east),
                degrees(north_of),
                degrees(east_of),
                person["distance_km"]
            );
        }
    }
    site = site.file("pairs.txt", &pairs);
    let reader = root.join("tests/suite/read_distances.py");
    let file = site.path().join("pairs.txt");
    let read = Command::new(python).arg(reader).arg(file).output().expect("Python starts");
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    assert_eq!(String::from_utf8_lossy(&read.stdout).trim(), "10000 pairs");
}
