//! What is told of groups over time: terms that overlap, the digest, differences between versions.

use crate::test_site::{TestSite, digest, people, said};

fn write(site: &TestSite, slug: &str, front: &str) {
    site.write(&format!("groups/{slug}.md"), format!("---\n{front}\n---\n").as_bytes());
}

#[test]
fn terms_of_one_role_that_certainly_go_on_at_once_are_told() {
    let overlaps = |members: &str| {
        let site = people(&["amina", "bo"]);
        write(&site, "board", &format!("title: Board\nmembers:\n{members}"));
        let notes = site.build().notes();
        notes.iter().filter(|note| note.starts_with("terms-overlap")).count()
    };
    for (members, expected) in [
        ("- { expert: amina, from: 2020 }\n- amina", 1),
        (
            "- { expert: amina, role: Chair, from: 2020 }\n- { name: Amina Person, role: chair, from: 2022, to: 2024 }",
            1,
        ),
        ("- { name: Cor Vos, from: 2019, to: 2023 }\n- { name: cor vos, from: 2021 }", 1),
        // The one begins when, or in the year in which, the other ends; or nobody can tell.
        ("- { expert: amina, from: 2019, to: 2023 }\n- { expert: amina, from: 2023 }", 0),
        (
            "- { expert: amina, from: 2019, to: 2023-04-01 }\n- { expert: amina, from: 2023-04-01 }",
            0,
        ),
        ("- { expert: amina, to: 2023 }\n- { expert: amina, from: 2021, to: 2024 }", 0),
        ("- { expert: amina, from: 2019, to: soonish }\n- { expert: amina, from: 2020 }", 0),
        // Two roles, or two people.
        ("- { expert: amina, role: chair }\n- { expert: amina, role: scribe }", 0),
        ("- { expert: amina, role: chair }\n- { expert: bo, role: chair }", 0),
    ] {
        assert_eq!(overlaps(members), expected, "{members}");
    }
}

#[test]
fn who_has_two_terms_in_one_seat_is_one_person() {
    let site = people(&["amina"]);
    let terms = "- { expert: amina, role: chair, from: 2020 }\n- { expert: amina, role: chair, from: 2024 }";
    write(&site, "board", &format!("title: Board\nseats: [chair]\nmembers:\n{terms}"));
    let notes = site.build().notes();
    assert!(!notes.iter().any(|note| note.starts_with("seat-shared")), "{notes:?}");
}

#[test]
fn a_role_that_nobody_has_is_translated_for_nobody() {
    let site = people(&["amina"]);
    site.write("vakwerk.yaml", b"title: T\nkind: network\nlanguages: [en, nl]\n");
    write(
        &site,
        "board",
        "title: Board\nmembers: [{ expert: amina, role: Chair }]\nseats: [scribe]",
    );
    let translation =
        "---\nroles: { chair: voorzitter, scribe: schrijver, chiar: voorzitter }\n---\n";
    site.write("groups/board.nl.md", translation.as_bytes());
    let notes = site.build().notes();
    let told: Vec<_> = notes.iter().filter(|note| note.starts_with("unpaired-item")).collect();
    assert_eq!(told.len(), 1, "{notes:?}");
}

#[test]
fn a_digest_tells_of_groups_what_their_pages_show() {
    let site = people(&["amina", "bo", "cor", "dot"])
        .expert("zelda", "name: Zelda Qmark\nvisibility: hidden")
        .expert("later", "name: Later Qmark");
    let old = people(&["amina", "bo", "cor", "dot"]).expert("later", "name: Later Qmark");
    write(
        &old,
        "board",
        "title: Board\nmembers: [bo, dot, later, { name: Gert Gast }, { expert: amina, from: 2027 }]",
    );
    write(&old, "ring", "title: Ring\nmembers: [bo]");
    write(&old, "same", "title: Same\nmembers: [cor, { name: Amina Person }]");
    write(&old, "secret", "title: Qmark\nvisibility: hidden\nmembers: [bo]");
    site.write("experts/later.md", b"---\nname: Later Qmark\nvisibility: hidden\n---\n");
    let members = "- { expert: amina, role: chair, from: 2026-05 }\n- { expert: bo, to: 2026-06 }\n\
        - { expert: zelda, role: guest }\n- { expert: later, to: 2026-06 }\n- { name: Gert Gast, to: 2026-06 }\n\
        - { expert: cor, from: 2027 }";
    write(&site, "council", &format!("title: Council\naliases: [board]\nmembers:\n{members}"));
    write(&site, "ring", "title: Ring\nto: 2026-07\nmembers: [bo]");
    write(&site, "same", "title: Same\nmembers: [amina, cor]");
    write(&site, "new", "title: New *ring*\nplace: Assen\nmembers: [bo, zelda]");
    write(&site, "past", "title: Past\nto: 2020\nmembers: [bo]");
    write(&site, "secret", "title: Qmark\nvisibility: unlisted\nmembers: [bo]");
    let digest = |more: &[&str]| digest((&site, &old), more);
    let text = digest(&[]);
    let (_, groups) = text.split_once("## New groups\n\n").expect("new groups");
    let expected = "- [New \\*ring\\*](https://test.example/groups/new/): Assen\n\n## News of groups\n\n\
        - [Council](https://test.example/groups/council/): Amina Person (chair) joined; Bo Person, Gert Gast left\n\
        - [Ring](https://test.example/groups/ring/): is no more\n";
    assert_eq!(groups, expected);
    let json = digest(&["--format", "json"]);
    assert!(
        !text.contains("Qmark") && !json.contains("Qmark") && !json.contains("zelda"),
        "{json}"
    );
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["groups"], serde_json::json!(["new"]));
    assert_eq!(json["turnovers"][0]["joined"][0]["who"], "amina");
    assert_eq!(json["turnovers"][0]["left"][1]["who"], "Gert Gast");
    assert_eq!(json["turnovers"][1]["has_ended"], true);
}

#[test]
fn a_difference_is_that_of_the_term_that_differs() {
    let site = TestSite::empty();
    let old = "---\ntitle: Board\nmembers:\n- { expert: jan, role: chair, from: 2019, to: 2025 }\n\
        - { expert: jan, from: 2027 }\n- { expert: bo, role: chair, from: 2025 }\nseats: [chair]\n---\n";
    let new = old
        .replace("from: 2025 }", "from: 2025, to: 2028 }")
        .replace("seats: [chair]", "seats: [chair, { role: scribe, topics: [law] }]");
    site.write("old/groups/board.md", old.as_bytes());
    site.write("new/groups/board.md", new.as_bytes());
    site.write("old/groups.yaml", b"- { title: A, place: Assen }\n- { title: B, members: [bo] }\n");
    site.write("new/groups.yaml", b"- { title: B, members: [bo, cor] }\n- { title: C }\n");
    let folder = |name: &str| site.path().join(name).to_str().expect("UTF-8").to_owned();
    let told = said(&["diff", &folder("old"), &folder("new")]);
    let lines: Vec<&str> = told.lines().map(str::trim).collect();
    assert_eq!(
        lines,
        [
            "groups.yaml",
            "added *B* member *cor*",
            "added entry *C*",
            "removed entry *A*, place Assen",
            "groups/board.md",
            "member *bo*, chair, from 2025: ends 2028",
            "added seat *scribe*, topics law",
        ]
    );
    // One of two terms that look alike goes: that is a difference too.
    site.write(
        "new/groups/board.md",
        old.replace("- { expert: jan, from: 2027 }\n", "").as_bytes(),
    );
    let told = said(&["diff", &folder("old"), &folder("new")]);
    assert!(told.contains("removed member *jan*, from 2027"), "{told}");
    // An event that has moved in time and place.
    let event = "---\ntitle: E\nstart: 2026-12-17 15:30\nplace: Winsum\n---\n";
    site.write("old/events/e.md", event.as_bytes());
    let moved = event.replace("-17 15", "-18 16").replace("Winsum", "Assen");
    site.write("new/events/e.md", moved.as_bytes());
    let told = said(&["diff", &folder("old"), &folder("new")]);
    assert!(told.contains("moved to 2026-12-18 16:30, before 2026-12-17 15:30"), "{told}");
    assert!(told.contains("moved to Assen, before Winsum"), "{told}");
}

#[test]
fn words_of_other_places_lead_to_the_keys_of_groups() {
    let site = people(&["amina"]);
    write(
        &site,
        "board",
        "title: Board\nroles: [chair]\nmembers: [{ member: amina, until: 2020 }]",
    );
    write(&site, "ring", "title: Ring\nleden: [amina]");
    write(&site, "errors", "title: Errors\nsubteam-of: board\nalumni: [amina]");
    let run = site.build();
    for help in [
        "write `seats: […, …]`",
        "write `expert: …`",
        "write `to: …`",
        "write `members: […, …]`",
        "write `part_of: …`",
    ] {
        assert!(run.json.to_string().contains(help), "{help}: {:#}", run.json);
    }
}

#[test]
fn groups_stand_in_the_page_for_language_models() {
    let site = people(&["amina"]);
    site.write("vakwerk.yaml", b"title: T\nkind: network\nformats: { llms: true }\n");
    write(&site, "board", "title: Board\nmembers: [amina]");
    write(&site, "secret", "title: Qmark\nvisibility: unlisted\nmembers: [amina]");
    let run = site.build();
    let text = run.page("llms.txt").html;
    assert!(text.contains("## Groups\n\n- [Board](") && !text.contains("Qmark"), "{text}");
}

#[test]
fn an_audit_finds_nobody_in_a_group_who_may_not_be_seen() {
    let site = people(&["amina"]).expert("zelda", "name: Zelda Qmark\nvisibility: hidden");
    write(
        &site,
        "board",
        "title: Board\nmembers: [amina, { expert: zelda, role: Zelda Qmark }, Zelda Qmark]",
    );
    let run = site.build();
    assert_eq!(run.status, 0, "{:#}", run.json);
    let folder = site.path().to_str().expect("UTF-8").to_owned();
    let out = site.path().join("public").to_str().expect("UTF-8").to_owned();
    assert!(said(&["audit", &out, "-C", &folder, "--for", "zelda"]).contains("nothing found"));
}

/// A slug of one word is known where it stands by itself.
#[test]
fn a_short_slug_of_somebody_hidden_goes_nowhere_with_a_word_beside_it() {
    let items = "- zqx (chair)\n- expert:zqx\n- \"@zqx\"\n- zqx — scribe\n- Zqx Bos\n";
    let site = people(&["bo"])
        .expert("zqx", "name: Zqmark\nvisibility: hidden")
        .file("projects/p.md", &format!("---\ntitle: P\nteam:\n{items}---\n"))
        .file("events/e.md", &format!("---\ntitle: E\nstart: 2026-12-01\nspeakers:\n{items}---\n"))
        .file("news/n.md", &format!("---\ntitle: N\ndate: 2026-01-01\nauthors:\n{items}---\n"));
    write(&site, "board", &format!("title: Board\nmembers:\n{items}- Guest Withoutprofile"));
    let run = site.build_as("public", &["--allow-held-back"]);
    for (path, bytes) in run.files() {
        let text = String::from_utf8_lossy(&bytes).replace("Zqx Bos", "").replace("zqx bos", "");
        let text = text.to_lowercase();
        assert!(
            !text.contains("zqx (") && !text.contains("zqx —") && !text.contains(":zqx"),
            "{path}"
        );
        assert!(!text.contains("@zqx"), "{path}");
    }
    run.page("groups/board/").says("Guest Withoutprofile").says("Zqx Bos");
}

/// What nobody may see of somebody is the slug too, whatever is written around it.
#[test]
fn a_slug_of_somebody_hidden_in_the_place_of_a_name_goes_nowhere() {
    let hidden = ["expert:hid-zqx", "hid-zqx (chair)", "bo, hid-zqx", "experts/hid-zqx.md"];
    let hidden = hidden.into_iter().chain(["\"@hid-zqx\"", "hid-zqx — scribe", "hid-zqx;bo"]);
    let items = hidden.map(|item| format!("- {item}")).collect::<Vec<_>>().join("\n") + "\n";
    let site = people(&["bo"])
        .expert("hid-zqx", "name: Hida Zqmark\nvisibility: hidden")
        .file("groups.csv", "title,members\nCircle,\"bo, hid-zqx\"\n")
        .file("projects/p.md", &format!("---\ntitle: P\nteam:\n{items}---\n"));
    write(&site, "board", &format!("title: Board\nmembers:\n{items}- Guest Withoutprofile"));
    let run = site.build_as("public", &["--allow-held-back"]);
    assert_eq!(run.status, 0, "{:#}", run.json);
    for (path, bytes) in run.files() {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!text.contains("hid-zqx") && !text.contains("Zqmark"), "{path}: {text}");
    }
    run.page("groups/board/").says("Guest Withoutprofile");
}

#[test]
fn no_group_speaks_of_one_above_it_that_is_in_no_list() {
    let site = people(&["bo"]);
    write(&site, "zqabove", "title: Zqabove\nvisibility: unlisted");
    write(&site, "board", "title: Board\npart_of: zqabove\nmembers: [bo]");
    let run = site.build();
    for (path, bytes) in run.files() {
        let is_own = path.starts_with("groups/zqabove/") || path.starts_with("cards/");
        assert!(is_own || !String::from_utf8_lossy(&bytes).contains("Zqabove"), "{path}");
    }
}

#[test]
fn who_comes_into_lists_has_not_joined_what_they_were_in() {
    let (then, now) = (people(&["bo"]), people(&["bo"]));
    for site in [&then, &now] {
        write(site, "board", "title: Board\nmembers: [{ expert: bo, from: 2020 }]");
    }
    then.write("experts/bo.md", b"---\nname: Bo Person\nvisibility: unlisted\n---\n");
    let [old, new] = [&then, &now].map(|site| site.path().to_str().expect("UTF-8").to_owned());
    let day = ["--date", "2026-11-23", "--since", "2026-10-01", "--lang", "en"];
    let told = said(&[&["digest", &new, "--old", &old][..], &day].concat());
    assert!(!told.contains("joined"), "{told}");
}

#[test]
fn what_is_about_a_topic_has_its_groups_too() {
    let site =
        people(&["bo"]).file("topics/heat.md", "---\ntitle: Heat\nsynonyms: [warmth]\n---\n");
    write(&site, "circle", "title: Circle\ntopics: [heat]\nmembers: [bo]");
    let folder = site.path().to_str().expect("UTF-8");
    assert!(said(&["search", folder, "warmth"]).contains("Circle"));
}

#[test]
fn a_key_of_a_term_in_capitals_is_told_with_the_key_to_write() {
    let site = people(&["bo"]);
    write(&site, "board", "title: Board\nmembers: [{ Expert: bo }]");
    let notes = site.build().json["diagnostics"].to_string();
    assert!(notes.contains("write `expert:`") && !notes.contains("stands here too"), "{notes}");
}

#[test]
fn members_in_one_cell_of_a_table_are_several_behind_commas_too() {
    let run = people(&["ann", "bo", "cy"])
        .file("groups.csv", "title,members\nBoard,\"ann, bo\"\nCircle,\"bo, Guest One\"\nClub,cy\n")
        .build();
    run.page("groups/board/").contains("href=\"/experts/ann/\"").contains("href=\"/experts/bo/\"");
    run.page("groups/circle/").contains("href=\"/experts/bo/\"").says("Guest One");
    assert!(run.notes().iter().any(|note| note.starts_with("table-decided groups.csv")));
}
