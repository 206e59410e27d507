//! Towns in many languages and spellings, areas, the table of the site's own towns, and the map.

use crate::test_site::{Run, TestSite, at, vakwerk};
use serde_json::Value;

const HEAD: &str =
    "title: Test\nkind: network\nbase_url: https://test.example/\nprivacy: { consent: optional }\n";

fn site(more: &str) -> TestSite {
    TestSite::empty().file("vakwerk.yaml", &format!("{HEAD}{more}"))
}

/// The map of a site, as it is written.
fn map_of(run: &Run) -> String {
    String::from_utf8_lossy(&run.files()["map/index.html"]).into_owned()
}

/// What is meant by each town of a site, in the order of its entries: a town, or `?`.
fn meant(site: &TestSite) -> Vec<(String, String)> {
    let folder = site.path().to_str().expect("UTF-8");
    let output = vakwerk(&["places", "check", folder, "--format", "json"]);
    let told: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    let town = |town: &Value| {
        let word = |key: &str| town["towns"][0][key].as_str().unwrap_or_default().to_owned();
        let is_found = matches!(town["state"].as_str(), Some("known" | "largest"));
        let found = format!("{} {}", word("name"), word("country"));
        let written = ["city", "region", "country"].map(|key| town[key].as_str());
        let written: Vec<&str> = written.into_iter().flatten().collect();
        (written.join(", "), if is_found { found } else { "?".to_owned() })
    };
    told["towns"].as_array().expect("towns").iter().map(town).collect()
}

#[test]
fn towns_are_found_by_what_they_are_called_in_any_language() {
    let lines: Vec<Vec<&str>> = include_str!("towns.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
        .collect();
    let countries = "places: { countries: [NL, BE, DE, AT, CH, FR, LU] }\n";
    for (part, more) in [("world", "map: true\n"), ("near", countries)] {
        let lines = || lines.iter().filter(|line| line[0] == part);
        let site = lines().enumerate().fold(site(more), |site, (number, line)| {
            at(site, &format!("p{number}"), &format!("{{ city: \"{}\" }}", line[1]))
        });
        let found = meant(&site);
        let wrong: Vec<String> = lines()
            .filter_map(|line| {
                let (_, found) = found.iter().find(|(written, _)| written == line[1])?;
                (found != line[2]).then(|| format!("{}: {found}, and not {}", line[1], line[2]))
            })
            .collect();
        assert!(wrong.is_empty(), "{part}:\n{}", wrong.join("\n"));
        assert!(found.len() > 50, "{part}: {}", found.len());
    }
}

/// What contradicts itself is told, and never half of it taken.
#[test]
fn a_country_or_region_that_contradicts_a_town_is_told() {
    for (location, wanted) in [
        ("{ city: Groningen, country: DE }", "?"),
        ("{ city: Groningen, country: FR }", "?"),
        ("{ city: Groningen (NL), country: DE }", "?"),
        ("{ city: Assen, region: Texas }", "?"),
        ("{ city: Assen, region: Texas, country: NL }", "?"),
        ("{ city: Haren, region: Groningen, country: DE }", "?"),
        ("{ city: Haren, region: Groningen, country: NL }", "Haren NL"),
        ("{ city: Assen, region: Noord-Nederland, country: NL }", "Assen NL"),
        ("{ city: Gent, country: NL }", "?"),
        ("{ city: Gent, region: Gelderland, country: NL }", "Gendt NL"),
        ("{ city: Salem, region: Indiana }", "Salem US"),
        ("{ city: Strasbourg, region: Alsace }", "Strasbourg FR"),
    ] {
        let found = meant(&at(site("map: true\n"), "anna", location));
        assert_eq!(found[0].1, wanted, "{location}");
    }
}

#[test]
fn areas_that_are_slips_are_told_and_those_that_are_nowhere_else_are_not() {
    let areas = "[Drente, Zuid-Holand, Randstad, Noord-Nederland, Sauerland, Kempen, Benelux, heel Nederland, Ruhrgebiet, Twente, Salland, Nederland, Emden, Texas, Achterhoek, Gelderland]";
    let site = site("places: { countries: [NL, DE] }\n");
    let run = at(site, "anna", &format!("{{ city: Kampen, areas: {areas} }}")).build();
    let notes = run.json["diagnostics"].as_array().expect("notes");
    let told: Vec<String> = notes
        .iter()
        .filter(|note| note["code"] == "unknown-area")
        .map(|note| format!("{} {}", note["message"], note["help"]))
        .collect();
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(told[0].contains("Drente") && told[0].contains("Drenthe"), "{told:#?}");
    assert!(told[1].contains("Zuid-Holand") && told[1].contains("Zuid-Holland"), "{told:#?}");
}

/// As spreadsheets save it, and with all that goes wrong in one.
#[test]
fn a_table_of_towns_is_read_as_spreadsheets_save_it() {
    let files = [
        "name\tlat\tlon\nOurplace\t53.17\t6.61\n",
        "\u{feff}NAME;LAT;LON\r\nOurplace;53,17;6,61\r\n",
        "Naam;Breedte;Lengte;Land\nOurplace;53,17;6,61;Nederland\n",
        "\"name\",\"lat\",\"lon\"\n\"Ourplace\",\"53.17\",\"6.61\"\n",
        "name\tlat\tlon\nOurplace\t53.17\t6.61\nOurplace\t53.17\t6.61\n",
    ];
    for table in files {
        let site = site("places: { countries: [NL], file: places.tsv }\n");
        let site = at(site.file("places.tsv", table), "anna", "Ourplace");
        let found = meant(&site);
        assert!(found[0].1.starts_with("Ourplace"), "{table:?}: {found:?}");
        let notes = site.build().notes();
        assert!(!notes.iter().any(|it| it.starts_with("unread-places")), "{table:?}: {notes:?}");
    }
    for (table, note) in [
        ("name\tlat\tlon\nHaren\t6.61\t53.17\n", "unread-places places.tsv:2:7"),
        ("name;lat;lon\nOurs;153,1;6,6\n", "unread-places places.tsv:2:6"),
        ("name;lat;lon\nOurs;53,1;abc\n", "unread-places places.tsv:2:11"),
        ("name;lat;lon\nOurs;nan;inf\n", "unread-places places.tsv:2:6"),
        ("name;lat;lon\nOurs;1;1\nours;2;2\n", "unread-places places.tsv:3:1"),
        ("name,lat,lon\nOurs,53,1,6,6\n", "unread-places places.tsv:2:6"),
        ("name;lat;lon;country\nOurs;1;1;Nowhere\n", "unread-places places.tsv:2:10"),
    ] {
        let site = site("places: { countries: [NL], file: places.tsv }\n");
        let notes = at(site.file("places.tsv", table), "anna", "Groningen").build().notes();
        assert!(notes.contains(&note.to_owned()), "{table:?}: {notes:#?}");
    }
}

#[test]
fn one_town_is_one_mark_and_one_list_and_namesakes_are_two() {
    let site = site("map: true\nplaces: { countries: [NL, BE, DE] }\n");
    let site = at(site, "anna", "Den Haag");
    let site = at(site, "bert", "The Hague");
    let site = at(site, "cora", "\"'s-Gravenhage\"");
    let site = at(site, "dirk", "Den Haag");
    let site = at(site, "eva", "{ city: Haren, region: Groningen }");
    let site = at(site, "fien", "{ city: Haren, country: DE }");
    let run = site.build();
    let map = map_of(&run);
    assert_eq!(map.matches("<circle").count(), 3, "{map}");
    run.page("map/").contains("/experts/place/haren-groningen/");
    for address in ["den-haag", "the-hague", "s-gravenhage"] {
        let page = run.page(&format!("experts/place/{address}/"));
        page.contains("/experts/anna/").contains("/experts/bert/").contains("/experts/cora/");
    }
    run.page("experts/place/haren-groningen/").contains("/experts/eva/").lacks("/experts/fien/");
    run.page("experts/place/haren-lower-saxony/").contains("/experts/fien/").lacks("/experts/eva/");
    // An address that stood keeps standing, and is no choice of its own.
    run.page("experts/place/haren/").contains("/experts/eva/").contains("/experts/fien/");
    run.page("experts/").lacks("/experts/place/the-hague/").lacks("/experts/place/haren/");
    run.page("experts/eva/").contains("/experts/place/haren-groningen/");
}

/// Whoever fits a request in a namesake of their town is where they say to be.
#[test]
fn a_request_in_a_namesake_leads_nobody_astray() {
    let site = site("map: true\nplaces: { countries: [NL, DE] }\n");
    let site = at(site, "eva", "{ city: Haren, region: Groningen }\nexpertise: [heat]");
    let site = at(site, "fien", "{ city: Haren, country: DE }");
    let run = site
        .file(
            "requests/well.md",
            "---\ntitle: A well\nplace: { city: Haren, country: DE }\nneeds: [{ topic: heat }]\n---\n",
        )
        .build();
    let page = run.page("requests/well/");
    page.contains("/experts/place/haren-groningen/").contains("/experts/place/haren-lower-saxony/");
}

#[test]
fn a_map_without_anybody_is_none_and_says_nothing_of_who_does_not_want_it() {
    let only = at(site("map: true\nmenu: [experts, map]\n"), "anna", "Nergenshuizen").build();
    assert!(!only.has("map/index.html"));
    assert!(only.json.to_string().contains("no-map"), "{}", only.json);
    let towns = |site| at(site, "bert", "{ city: Assen, country: NL }");
    let plain = towns(site("map: true\n")).build();
    let more = at(towns(site("map: true\n")), "anna", "{ city: Zwolle, on_map: no }").build();
    let body = |html: String| html.split_once("<main").map(|it| it.1.to_owned());
    assert_eq!(body(map_of(&plain)), body(map_of(&more)));
    // A page of that name has its own title in the menu.
    let page = "---\ntitle: How to find us\n---\nHere.\n";
    let run = towns(site("menu: [experts, map]\n")).file("pages/map.md", page).build();
    run.page("experts/").contains("How to find us");
    let notes = towns(site("menu: [experts, map]\n")).build().notes();
    assert!(notes.contains(&"unknown-reference vakwerk.yaml:5:17".to_owned()), "{notes:#?}");
}

/// A wish to be on no map that stands in a translation counts as well.
#[test]
fn a_wish_in_a_translation_closes() {
    for wish in ["location: { on_map: no }", "on_map: no", "op_kaart: nee"] {
        let site = site("languages: [en, nl]\nmap: true\nplaces: { countries: [NL] }\n");
        let site = at(at(site, "anna", "Assen"), "bert", "Zwolle");
        let run =
            site.file("experts/anna.nl.md", &format!("---\nheadline: Hier\n{wish}\n---\n")).build();
        run.page("map/").contains("Zwolle").lacks("Assen");
        assert!(run.json.to_string().contains("anna.nl.md"), "{wish}: {}", run.json);
    }
}

/// Towns on both sides of where degrees end are neighbours.
#[test]
fn a_map_goes_on_where_degrees_end() {
    let site = at(site("map: true\n"), "suva", "{ city: Suva, country: FJ }");
    let run = at(site, "apia", "{ city: Apia, country: WS }").build();
    let map = map_of(&run);
    let marks: Vec<i32> = map
        .split("<circle cx=\"")
        .skip(1)
        .map(|it| it.split('"').next().expect("a number").parse().expect("a number"))
        .collect();
    // Of 720 units, and Samoa is to the east.
    assert_eq!(marks.len(), 2, "{map}");
    assert!(marks.iter().all(|x| (50..=670).contains(x)), "{marks:?}");
    assert!(marks[0] - marks[1] > 400, "Apia stands first: {marks:?}");
}

#[test]
fn a_request_says_its_region_and_that_its_limit_limits_nobody() {
    let request = |place: &str| format!("---\ntitle: Who\nneeds: [heat]\nplace: {place}\n---\n");
    let run = at(site("places: { countries: [NL] }\n"), "anna", "Assen")
        .file("requests/region.md", &request("{ region: Drenthe }"))
        .file("requests/lost.md", &request("{ city: Nergenshuizen, radius: 30 }"))
        .file("requests/known.md", &request("{ city: Assen, radius: 30 }"))
        .file("requests/country.md", &request("{ country: NL }"))
        .build();
    let unknown = "It is not known where this is";
    run.page("requests/region/").contains("Drenthe").lacks(unknown);
    run.page("requests/lost/").contains("within 30 km").contains(unknown);
    run.page("requests/known/").contains("within 30 km").lacks(unknown);
    run.page("requests/country/").lacks("<dd></dd>");
}

#[test]
fn a_region_of_the_gazetteer_is_a_place_to_be_near() {
    let site = site("places: { countries: [NL] }\n");
    let site = at(at(site, "anna", "Assen"), "bert", "Zwolle");
    let folder = site.path().to_str().expect("UTF-8");
    for region in ["Drenthe", "Dr"] {
        let output = vakwerk(&["match", folder, "heat", "--near", region]);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(said.contains("anna") && !said.contains("bert"), "{region}: {said}");
    }
    let output = vakwerk(&["match", folder, "heat", "--near", "Drenthe", "--within", "20"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("is a region") && output.status.code() == Some(2), "{said}");
}
