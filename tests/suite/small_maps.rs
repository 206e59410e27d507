//! Small maps on the pages of what is in a town, what lists and menus call it, and how a case, an
//! event or an organization is found to be there.

use crate::test_site::{Run, TestSite, at};

const HEAD: &str =
    "title: Test\nkind: network\nbase_url: https://test.example/\nprivacy: { consent: optional }\n";
const NEAR: &str = "map: true\nplaces: { countries: [NL, BE, DE] }\n";

fn site(more: &str) -> TestSite {
    TestSite::empty().file("vakwerk.yaml", &format!("{HEAD}{more}"))
}

fn entries(site: TestSite) -> TestSite {
    site.file(
        "events/evening.md",
        "---\ntitle: Evening\nstart: 2026-12-17\nplace: \"Village hall, Winsum (Gr.)\"\n---\n",
    )
    .file("events/call.md", "---\ntitle: Call\nstart: 2026-12-18\nplace: Somewhere quiet\n---\n")
    .file(
        "events/own.md",
        "---\ntitle: Own\nstart: 2026-12-18\nplace: Assen\nvisibility: unlisted\n---\n",
    )
    .project("mill", "title: Mill\nplace: Groningen, Grote Markt\nauthors: [anna]\nteam: [anna]")
    .file(
        "organizations/town.md",
        "---\ntitle: Town\nplace: Oosterstraat 12, 9711 NV Groningen\n---\n",
    )
    .file("groups/ring.md", "---\ntitle: Ring\nplace: Zwolle\nmembers: [anna]\n---\n")
}

fn map(run: &Run, path: &str) -> Option<String> {
    let html = run.page(path).html;
    let (_, rest) = html.split_once("<figure class=\"spot\">")?;
    Some(rest.split_once("</figure>").expect("it ends").0.to_owned())
}

#[test]
fn what_is_in_a_town_has_a_small_map_with_words_and_no_weight() {
    let run = entries(at(site(NEAR), "anna", "Assen")).build();
    for (path, town) in [
        ("experts/anna/", "Map: Assen, Drenthe"),
        ("events/evening/", "Map: Winsum, Groningen"),
        ("projects/mill/", "Map: Groningen"),
        ("organizations/town/", "Map: Groningen"),
        ("groups/ring/", "Map: Zwolle, Overijssel"),
    ] {
        let map = map(&run, path).unwrap_or_else(|| panic!("{path}: {:#}", run.json));
        assert!(map.contains(&format!("role=\"img\" aria-label=\"{town}\"")), "{path}: {map}");
        assert!(map.len() < 1500, "{path}: {} bytes", map.len());
        assert!(map.contains("href=\"/map/\"") && map.contains("<circle"), "{path}: {map}");
        assert!(!map.contains("http"), "{path}: {map}");
    }
    // Words that name no town are words, and what is in no list is on no map.
    for path in ["events/call/", "events/own/"] {
        assert_eq!(map(&run, path), None, "{path}");
    }
    run.page("").lacks("class=\"spot\"");
    run.page("experts/").lacks("class=\"spot\"");
}

#[test]
fn nobody_is_on_a_small_map_who_is_on_no_map() {
    for wish in ["location: { city: Assen, on_map: no }", "location: Assen\nvisibility: unlisted"] {
        let all = site(NEAR).expert("anna", &format!("name: Anna\n{wish}\nexpertise: [heat]"));
        let run = at(all, "bert", "Zwolle").build();
        assert_eq!(map(&run, "experts/anna/"), None, "{wish}");
        assert!(map(&run, "experts/bert/").is_some());
    }
    // Without `map: true` nothing is drawn.
    let run = entries(at(site("places: { countries: [NL] }\n"), "anna", "Assen")).build();
    for path in ["experts/anna/", "events/evening/", "projects/mill/"] {
        assert_eq!(map(&run, path), None, "{path}");
    }
}

/// Small maps stay small wherever they are, and show the land.
#[test]
fn a_small_map_is_light_wherever_it_is() {
    let towns = [
        "Oslo",
        "Bergen, Norway",
        "Helsinki",
        "Jakarta",
        "Vancouver, Canada",
        "Athens, Greece",
        "Manila",
        "Suva",
        "Reykjavík",
        "Tromsø",
        "Ushuaia",
        "Cairo, Egypt",
        "Lhasa",
        "Honolulu",
        "Stockholm",
    ];
    let all = towns.iter().enumerate().fold(site("map: true\n"), |site, (number, town)| {
        at(site, &format!("p{number}"), &format!("\"{town}\""))
    });
    let run = all.build();
    for (number, town) in towns.iter().enumerate() {
        let map = map(&run, &format!("experts/p{number}/"));
        let map = map.unwrap_or_else(|| panic!("{town}: {:#}", run.json));
        assert!(map.len() < 1500 && map.contains("<path d=\"M"), "{town}: {} bytes", map.len());
    }
}

/// A hall that is called as a village somewhere in the world is no village.
#[test]
fn words_for_a_place_are_no_town_by_chance() {
    let event =
        |place: &str| format!("---\ntitle: E\nstart: 2026-12-17\nplace: \"{place}\"\n---\n");
    for place in ["Castle", "Online", "Hall", "Reading room", "The Park", "Zaal 3", "Zoom"] {
        let run = at(site("map: true\n"), "anna", "{ city: Assen, country: NL }")
            .file("events/e.md", &event(place))
            .build();
        assert_eq!(map(&run, "events/e/"), None, "{place}");
        assert!(
            !run.notes().iter().any(|note| note.contains("town")),
            "{place}: {:?}",
            run.notes()
        );
    }
    // One that may be several is asked for, with what to write.
    let run = at(site(NEAR), "anna", "Assen").file("events/e.md", &event("Church, Haren")).build();
    assert_eq!(map(&run, "events/e/"), None);
    let notes = run.notes();
    assert!(notes.contains(&"ambiguous-town events/e.md:4:8".to_owned()), "{notes:#?}");
    assert!(run.json.to_string().contains("write which one behind it"), "{:#}", run.json);
}

#[test]
fn the_menu_calls_a_text_page_by_its_own_name_where_there_is_no_map() {
    let page = "---\ntitle: How to find us\n---\nHere.\n";
    let menu = "map: true\nmenu: [experts, map]\nplaces: { countries: [NL] }\n";
    let run = at(site(menu), "anna", "Nergenshuizen").file("pages/map.md", page).build();
    let html = run.page("experts/").html;
    assert!(html.contains(">How to find us</a>"), "{html}");
    assert!(!html.contains(">Map</a>"), "{html}");
}

#[test]
fn two_namesakes_in_one_region_have_lists_of_their_own() {
    let table = "name\tlat\tlon\tregion\tcountry\nLoon\t53.00\t6.60\tDrenthe\tNL\n";
    let site = site("map: true\nplaces: { countries: [NL], file: places.tsv }\n");
    let site = at(site.file("places.tsv", table), "anna", "Loon");
    let site = at(site, "bert", "{ city: Loon, region: Drenthe, at: [52.70, 6.40] }");
    let run = site.build();
    let lists: Vec<String> = run
        .files()
        .into_keys()
        .filter(|path| path.starts_with("experts/place/loon-drenthe-"))
        .collect();
    assert_eq!(lists.len(), 2, "{lists:?}");
    for path in &lists {
        let html = run.page(path.trim_end_matches("index.html")).html;
        let both = ["anna", "bert"].map(|slug| html.contains(&format!("\"/experts/{slug}/\"")));
        assert_eq!(both.iter().filter(|it| **it).count(), 1, "{path}");
    }
    // The address that they shared stays.
    run.page("experts/place/loon-drenthe/").contains("/experts/anna/").contains("/experts/bert/");
}

#[test]
fn a_list_by_another_name_is_known_by_the_address_of_its_town() {
    let site = at(at(site(NEAR), "anna", "Den Haag"), "bert", "The Hague");
    let run = at(at(site, "cora", "Den Haag"), "dirk", "Assen").build();
    let canonical =
        "<link rel=\"canonical\" href=\"https://test.example/experts/place/den-haag/\">";
    run.page("experts/place/den-haag/").contains(canonical);
    run.page("experts/place/the-hague/").contains(canonical);
    let map = String::from_utf8_lossy(&run.files()["sitemap.xml"]).into_owned();
    assert!(map.contains("/place/den-haag/") && !map.contains("/place/the-hague/"), "{map}");
}

/// Those who write a town in several ways are in one list on a topic there.
#[test]
fn a_topic_in_a_town_is_of_the_town_and_not_of_how_it_is_written() {
    let names =
        ["Den Haag", "The Hague", "\"'s-Gravenhage\"", "Den Haag", "Assen", "Assen", "Zwolle"];
    let site = names
        .iter()
        .enumerate()
        .fold(site(NEAR), |site, (number, town)| at(site, &format!("p{number}"), town));
    let run = site.expert("q", "name: q\nlocation: Den Haag\nexpertise: [wind]").build();
    let page = run.page("topics/heat/in/den-haag/");
    page.contains("/experts/p0/").contains("/experts/p1/").contains("/experts/p2/");
}
